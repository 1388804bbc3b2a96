// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a member, gathered in one transaction.
struct MemberContent: Sendable {
    let family: ID<Family>
    let kept: KeptMember
    let circle: CircleSight
    let reading: Reading
    let agreements: [ID<Person>: WhoMustAgree]
    let mayHandCard: Bool
    /// From whom they are hidden, for who may ask to show them again.
    let hiding: Hiding?

    var membership: Membership { kept.member.membership }

    var isOwn: Bool { membership.account == reading.reader }

    /// The persons for whom the reader may end it, of those the reader knows.
    var endable: [CirclePerson] {
        let all = isOwn || circle.direction?.holder == reading.reader
        return circle.persons.filter { sight in
            guard membership.covers.contains(sight.person.id) else { return false }
            return all || reading.ownPerson.map { agreements[sight.person.id]?.persons.contains($0) == true } ?? false
        }
    }
}

/// One member: what may be expected of them, what not, for whom, since when; and the way out.
struct MemberPage: Equatable {
    let language: Language
    let family: ID<Family>
    let id: ID<Membership>
    let name: String
    let role: String
    let facts: [Facts.Fact]
    let isOwn: Bool
    /// Where a new card is made, for who may hand it over.
    let card: Link?
    /// Where the member is held from others, for a professional.
    let hold: Link?
    /// Where it is asked to show the member to somebody again.
    let show: Link?
    let expectation: String
    let notTheirTask: String
    let mandate: String
    let endable: [Choices.Choice]
    let version: Int
    let notice: Notice?
    let errors: [FieldError]
    let token: String
    let forms: (change: FormID, stop: FormID)

    init(
        _ content: MemberContent, notice: Notice? = nil, errors: [FieldError] = [], chosen: Set<ID<Person>>? = nil,
        token: String, forms: (change: FormID, stop: FormID), language: Language
    ) {
        let words = language.members
        let member = content.kept.member
        (self.language, self.token, self.forms, self.notice) = (language, token, forms, notice)
        self.errors = errors
        (family, id, isOwn) = (content.family, member.membership.id, content.isOwn)
        version = content.kept.version
        card = content.mayHandCard ? .card(content.family, of: member.membership.id) : nil
        let item = ItemName(.circle, member.membership.id)
        hold = content.reading.decidesWithSecond && !isOwn ? .newHold(content.family, of: item) : nil
        show = content.hiding.map { _ in .hiding(content.family, member.membership.id) }
        name = member.face?.name ?? language.circle.erased
        role = [member.face?.function, member.face?.organisation].compactMap(\.self).joined(separator: ", ")
        (expectation, notTheirTask) = (member.face?.expectation ?? "", member.face?.notTheirTask ?? "")
        mandate = member.face?.mandate ?? ""
        let covered = content.circle.persons.filter { member.membership.covers.contains($0.person.id) }
            .map { $0.name ?? language.circle.erased }
        let until = member.membership.term.until.map { words.until(language.dateInside($0)) }
        let kept: [Facts.Fact?] = [
            expectation.isEmpty ? nil : Facts.Fact(words.expected, expectation),
            notTheirTask.isEmpty ? nil : Facts.Fact(words.expectedNot, notTheirTask),
            mandate.isEmpty ? nil : Facts.Fact(language.direction.mandate, mandate),
            Facts.Fact(words.forWhom, language.list(covered)),
            Facts.Fact(words.sees, language.invitations.share(member.membership.share).label),
            Facts.Fact(words.since, language.dateInside(member.membership.term.from)),
            Facts.Fact(words.untilLabel(), until ?? words.noEnd),
        ]
        facts = kept.compactMap(\.self)
        endable = content.endable.map { sight in
            Choices.Choice(
                sight.person.id.text, sight.name ?? language.circle.erased,
                isChosen: chosen?.contains(sight.person.id) ?? true)
        }
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any MemberWords { language.members }

    var html: HTML {
        """
        \(PageHead(
            name, lead: role.isEmpty ? nil : role, above: More(.circle(family), language.invitations.toCircle),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(notice)\(Facts(facts))\(hold.map { "<p>\(More($0, language.holds.hold))</p>" as HTML })\
        \(show.map { "<p>\(More($0, language.holds.show))</p>" as HTML })
        \(if: isOwn, Section("change", words.change, description).html)\
        \(card.map { Section("card", words.card, newCard($0)).html })\
        \(if: !endable.isEmpty, Section("stop", words.stop, stop).html)
        """
    }

    private var description: HTML {
        FamilyForm(
            action: .expectation(family, id), token: token, form: forms.change,
            content: """
                \(Field(language, "expectation", label: words.expected, value: expectation,
                    error: errors["expectation"], kind: .paragraphs(rows: 2)))
                \(Field(language, "notTheirTask", label: words.expectedNot, value: notTheirTask,
                    error: errors["notTheirTask"], kind: .paragraphs(rows: 2)))
                \(Field(language, "mandate", label: language.direction.mandate, hint: language.direction.mandateHint,
                    value: mandate, error: errors["mandate"], kind: .paragraphs(rows: 2)))
                """,
            buttons: [Button(words.save, .submit(), .quiet)]
        ).html
    }

    private func newCard(_ link: Link) -> HTML {
        "<p>\(words.cardText(name))</p>\n\(ActForm(link, token: token, title: words.makeCard, .quiet))"
    }

    private var stop: HTML {
        FamilyForm(
            action: .ending(family, id), token: token, form: forms.stop,
            content: """
                <input type="hidden" name="version" value="\(version)">
                <p>\(isOwn ? words.stopOwnText : words.stopText(name))</p>
                \(Choices(language, "persons", legend: words.stopForWhom, error: errors["persons"], .several, endable))
                """,
            buttons: [Button(words.stopButton, .submit(), .acute)]
        ).html
    }
}
