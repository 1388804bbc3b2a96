// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What was gathered about one person as chapters, in the language of who takes it along.
///
/// What a feature adds to a dossier becomes a chapter here, and in docs/full-copy.md.
struct CopyChapters {
    let dossier: CopiedDossier
    let files: [CopiedFile]
    let language: Language
    let now: Moment

    var words: any FullCopyWords { language.fullCopies }
    var names: CircleNames { CircleNames(circle: dossier.circle, reading: dossier.reading, language: language) }
    var today: Day { now.day }

    var all: [CopiedChapter] {
        [
            persons, circle, consents, stories, notes, indications, matches, goals, meetings, promises, talks,
            directions, handovers, referrals, proposals, provisions, happened, objections, looked,
        ]
    }

    /// How somebody of the family is called.
    func called(_ person: ID<Person>) -> String { dossier.circle.name(of: person) ?? language.circle.erased }

    func date(_ moment: Moment) -> String { language.dateInside(moment.day) }

    func dateAndTime(_ moment: Moment) -> String { "\(date(moment)), \(language.clock(moment))" }

    /// The files that came with something, by where they lie in the archive.
    func attached(_ attachments: [Attachment?]) -> (paths: JSONText?, facts: [String]) {
        let found = attachments.compactMap { attachment in
            attachment.flatMap { one in files.first { $0.attachment.id == one.id } }
        }
        guard !found.isEmpty else { return (nil, []) }
        let data = found.map { file in
            JSONText.object([
                "file": .text(file.path), "name": .text(file.attachment.name.text),
                "type": .text(file.attachment.kind.mediaType),
            ])
        }
        return (.list(data), found.map { words.file($0.attachment.name.text, at: $0.path) })
    }

    // MARK: Who

    private var persons: CopiedChapter {
        let sight = dossier.circle.persons.first { $0.person.id == dossier.person }
        let birth = sight.map(\.person.birth)
        let ties = dossier.circle.ties.filter { $0.person == dossier.person || $0.other == dossier.person }
        let told = ties.map { tie in words.tie(called(tie.person), tie.kind, of: called(tie.other)) }
        let person = CopiedEntry(
            called(dossier.person), told,
            facts: [birth.flatMap { $0.isKnown ? words.born($0.text) : nil }]
                + dossier.details.map { "\(language.circle.detail($0.kind)): \($0.value)" },
            [
                "id": .text(dossier.person.text), "name": .text(called(dossier.person)),
                "birth": birth.flatMap { $0.isKnown ? .text($0.text) : nil },
                "ties": .list(
                    ties.map { tie in
                        .object([
                            "who": .text(called(tie.person)), "is": .text(tie.kind.rawValue),
                            "of": .text(called(tie.other)),
                        ])
                    }),
                "details": .list(
                    dossier.details.map { detail in
                        .object(["kind": .text(detail.kind.rawValue), "value": .text(detail.value)])
                    }),
            ])
        return CopiedChapter(name: "person", title: words.person, entries: [person])
    }

    private var circle: CopiedChapter {
        let members = dossier.circle.members.filter { $0.membership.covers.contains(dossier.person) }
        return CopiedChapter(name: "circle", title: language.circle.title, entries: members.map(member))
    }

    private func member(_ member: CircleMember) -> CopiedEntry {
        let membership = member.membership
        let until = membership.ended?.day ?? membership.term.until
        let face = member.face
        return CopiedEntry(
            face?.name ?? language.circle.erased, [face?.expectation ?? ""],
            facts: [
                [face?.function, face?.organisation].compactMap(\.self).joined(separator: ", "),
                words.period(from: language.dateInside(membership.term.from), until: until.map(language.dateInside)),
                language.circle.sees(membership.share),
            ],
            [
                "id": .text(membership.id.text), "name": face.map { .text($0.name) },
                "function": face.map { .text($0.function) },
                "organisation": face?.organisation.map { .text($0) }, "kind": .text(membership.kind.rawValue),
                "from": .day(membership.term.from), "until": until.map { .day($0) },
                "share": .text(String(describing: membership.share)),
                "does": face.map { .text($0.expectation) }, "doesNot": face.map { .text($0.notTheirTask) },
            ])
    }

    private var consents: CopiedChapter {
        let called = ConsentNames(circle: dossier.circle, reading: dossier.reading, language: language)
        let entries = dossier.consents.sorted { ($0.consent.made, $0.consent.id) < ($1.consent.made, $1.consent.id) }
            .map { consent($0, called) }
        return CopiedChapter(name: "consents", title: language.consent.title, entries: entries)
    }

    private func consent(_ kept: KeptConsent, _ called: ConsentNames) -> CopiedEntry {
        let given = kept.consent.given.filter { $0.about == dossier.person }
        return CopiedEntry(
            called.party(kept), [called.what(kept), kept.letter?.purpose ?? ""],
            facts: [called.state(kept, for: dossier.person, at: now), date(kept.consent.made)]
                + given.map {
                    language.consent.said(
                        called.person($0.by), $0.answer, about: called.person($0.about), $0.how) + " " + date($0.at)
                },
            [
                "id": .text(kept.consent.id.text), "asked": .text(kept.consent.asked.rawValue),
                "with": .text(called.party(kept)), "what": .text(called.what(kept)),
                "purpose": kept.letter.map { .text($0.purpose) }, "askedAt": .moment(kept.consent.made),
                "until": kept.consent.until.map { .day($0) },
                "state": .text(called.state(kept, for: dossier.person, at: now)),
                "answers": .list(
                    given.map { answer in
                        .object([
                            "by": .text(called.person(answer.by)), "answer": .text(answer.answer.rawValue),
                            "how": .text(answer.how.rawValue), "at": .moment(answer.at),
                        ])
                    }),
            ])
    }
}
