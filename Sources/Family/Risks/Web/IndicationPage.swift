// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of an indication, gathered in one transaction.
struct IndicationContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sight: IndicationSight
    let weighings: [RiskWeighing]
    /// Whether it is the reader's to weigh.
    let weighs: Bool
}

/// One indication: its sentence, what to do, what it rests on; and for professionals what they do with it.
struct IndicationPage: Equatable {
    struct Weighed: Equatable {
        let text: String
        let state: String
        let outcome: String?
    }

    let language: Language
    let family: ID<Family>
    let id: ID<RiskIndication>
    let face: IndicationFace
    let facts: [Facts.Fact]
    let weighed: [Weighed]
    /// A professional reads it.
    let isWorking: Bool
    let mayRelease: Bool
    let weighs: Bool
    let renew: Link?
    let hold: Link?
    let draft: ReleaseDraft
    let token: String
    let form: FormID

    init(
        _ content: IndicationContent, _ draft: ReleaseDraft, today: Day, token: String, form: FormID, language: Language
    ) {
        let (sight, words) = (content.sight, language.risks)
        let indication = sight.indication
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, id) = (content.family, indication.id)
        isWorking = content.reading.membership?.kind == .professional
        face = IndicationFace(sight, names, isWorking: isWorking, today: today)
        let told = [
            sight.discussed.map { Facts.Fact(words.discussed, language.dateInside($0)) },
            sight.talk.map { Facts.Fact(words.talk, $0) },
        ]
        facts = words.facts(indication, sight.assessed, language).dropFirst() + told.compactMap(\.self)
        weighed = content.weighings.map { one in
            let state = one.weighed.map { at in
                words.weighed(one.by.map(names.name) ?? "", language.dayInside(at.day, today: today))
            }
            return Weighed(text: words.weighText(one.cause), state: state ?? words.notWeighed, outcome: one.text)
        }
        let mayAssess = content.reading.mayAssess(indication.person)
        mayRelease = mayAssess && indication.stands && indication.released == nil
        weighs = content.weighs && content.weighings.contains { $0.weighed == nil }
        renew = mayAssess && indication.stands ? Self.renewal(of: sight, in: content.family) : nil
        hold =
            content.reading.decidesWithSecond
            ? .newHold(content.family, of: ItemName(.indication, indication.id)) : nil
    }

    private static func renewal(of sight: IndicationSight, in family: ID<Family>) -> Link {
        Link.newIndication(family).with(query: [
            "instrument": (sight.assessed?.instrument ?? .other).rawValue, "person": sight.indication.person.text,
            "renews": sight.indication.id.text,
        ])
    }

    private var words: any RiskWords { language.risks }

    var html: HTML {
        """
        \(PageHead(
            face.title, lead: face.sentence, above: More(.indications(family), words.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(face.state)\
        \(if: face.isAcute && isWorking, Notice(.acute, words.reporting, words.reportingText).html)\
        \(face.toDo.map { "<p>\($0)</p>\n" as HTML })\
        <p class="soft small">\(face.facts)</p>
        \(Facts(facts))
        \(if: !weighed.isEmpty, Section("weigh", words.weigh, weighing).html)\
        \(if: mayRelease, Section("release", words.release, releasing).html)\
        \(if: renew != nil || hold != nil, "<p class=\"actions\">\(renew.map { More($0, words.renew) })\n\(hold.map { More($0, language.holds.hold) })</p>")
        """
    }

    private var weighing: HTML {
        """
        \(weighed, card)
        \(if: weighs, FamilyForm(
            action: .indicationWeighing(family, id), page: .indication(family, id), token: token, form: form,
            content: Field(
                language, "weighed", label: words.weighLabel, hint: words.weighHint, value: draft.weighed,
                error: draft.errors["weighed"], kind: .paragraphs(rows: 4)).html,
            buttons: [Button(words.weighButton, .submit(), .quiet)]).html)
        """
    }

    private func card(_ one: Weighed) -> HTML {
        Card(
            one.text, "<p class=\"soft\">\(one.state)</p>\n\(one.outcome.map { Paragraphs($0) })"
        ).html
    }

    private var releasing: HTML {
        FamilyForm(
            action: .indicationRelease(family, id), page: .indication(family, id), token: token, form: form,
            content: """
                <p>\(words.releaseText)</p>
                \(Field(
                    language, "discussed", label: words.discussedOn, value: draft.discussed,
                    error: draft.errors["discussed"], kind: .date))
                \(Field(
                    language, "talk", label: words.talk, hint: words.talkHint, value: draft.talk,
                    error: draft.errors["talk"], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.releaseButton, .submit())]
        ).html
    }
}
