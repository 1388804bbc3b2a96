// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is needed to ask whether a member is shown again, gathered in one transaction.
struct HidingContent: Sendable {
    let family: ID<Family>
    let member: ID<Membership>
    let hiding: Hiding
    let circle: CircleSight
    let reading: Reading
    let candidates: [SecondCandidate]
}

/// To whom a hidden member is shown again, why, and who is asked to agree.
struct HidingPage: Equatable {
    let language: Language
    let family: ID<Family>
    let member: ID<Membership>
    let name: String
    let from: [Choices.Choice]
    let seconds: [Choices.Choice]
    let draft: HoldDraft
    let token: String
    let form: FormID

    init(_ content: HidingContent, _ draft: HoldDraft, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, member) = (content.family, content.member)
        name = content.hiding.member.title ?? language.circle.erased
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let accounts = content.hiding.from.sorted().map { account in
            Choices.Choice(
                "account.\(account)", names.name(account), text: names.part(account),
                isChosen: draft.from.contains("account.\(account)"))
        }
        let persons = content.circle.persons.filter { content.hiding.fromPersons.contains($0.person.id) }.map { sight in
            Choices.Choice(
                "person.\(sight.person.id)", sight.name ?? language.circle.erased, text: language.holds.signsNotIn,
                isChosen: draft.from.contains("person.\(sight.person.id)"))
        }
        from = accounts + persons
        seconds = content.candidates.choices(draft.second, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any HoldWords { language.holds }

    var html: HTML {
        """
        \(PageHead(
            words.showTitle, lead: name, above: More(.member(family, member), name),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.about, words.showFirst(name), words.showFirstText))
        \(if: seconds.isEmpty, Empty(words.nobodySecond, words.nobodySecondText).html, else: asked)
        """
    }

    private var asked: HTML {
        FamilyForm(
            action: .hiding(family, member), page: .hiding(family, member), token: token, form: form,
            content: """
                \(Choices(language, "from", legend: words.showTo, error: draft.errors["from"], .several, from))
                \(Field(
                    language, "reason", label: words.reason, hint: words.showReasonHint(name), value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 4)))
                \(Choices(
                    language, "second", legend: words.second, hint: words.secondHint, error: draft.errors["second"],
                    .one, seconds))
                """,
            buttons: [Button(words.showButton, .submit())]
        ).html
    }
}
