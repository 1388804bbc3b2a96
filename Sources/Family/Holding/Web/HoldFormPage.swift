// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What is needed to ask from whom something is held, gathered in one transaction.
struct HoldFormContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let item: HoldableItem
    let circle: CircleSight
    let candidates: [SecondCandidate]
}

/// From whom something is held, why, and who is asked to confirm it.
struct HoldFormPage: Equatable {
    let language: Language
    let family: ID<Family>
    let item: HoldableItem
    let from: [Choices.Choice]
    let seconds: [Choices.Choice]
    let draft: HoldDraft
    let token: String
    let form: FormID

    init(_ content: HoldFormContent, _ draft: HoldDraft, token: String, form: FormID, language: Language) {
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, item) = (content.family, content.item)
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let persons = content.circle.persons.map { sight in
            let value = sight.person.account.map { "account.\($0)" } ?? "person.\(sight.person.id)"
            return Choices.Choice(
                value, sight.name ?? language.circle.erased,
                text: sight.person.account == nil ? language.holds.signsNotIn : nil,
                isChosen: draft.from.contains(value))
        }
        let others = content.circle.members.map(\.membership.account)
            .filter { $0 != content.reading.reader && $0 != content.item.member }
        var seen: Set<ID<Account>> = []
        let members = others.filter { seen.insert($0).inserted }.map { account in
            Choices.Choice(
                "account.\(account)", names.name(account), text: names.part(account),
                isChosen: draft.from.contains("account.\(account)"))
        }
        from = persons + members
        seconds = content.candidates.choices(draft.second, language)
    }

    private var words: any HoldWords { language.holds }

    var html: HTML {
        """
        \(PageHead(
            words.newTitle(item.item.kind), lead: item.title, above: More(.circle(family), language.invitations.toCircle),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.about, words.atOnce, words.atOnceText))
        \(if: seconds.isEmpty, Empty(words.nobodySecond, words.nobodySecondText).html, else: asked)
        """
    }

    private var asked: HTML {
        FamilyForm(
            action: .holds(family), page: .newHold(family, of: item.item), token: token, form: form,
            content: """
                <input type="hidden" name="item" value="\(item.item.formValue)">
                \(Choices(
                    language, "from", legend: words.from, hint: words.fromHint, error: draft.errors["from"], .several,
                    from))
                \(Field(
                    language, "reason", label: words.reason, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 4)))
                \(Choices(
                    language, "second", legend: words.second, hint: words.secondHint, error: draft.errors["second"],
                    .one, seconds))
                \(Field(
                    language, "review", label: words.review, hint: words.reviewHint, value: draft.review,
                    error: draft.errors["review"], kind: .date))
                """,
            buttons: [Button(words.holdButton, .submit())]
        ).html
    }
}

extension [SecondCandidate] {
    func choices(_ chosen: String, _ language: Language) -> [Choices.Choice] {
        map { candidate in
            let isTeam = candidate.asked.organisation != nil
            return Choices.Choice(
                candidate.value, isTeam ? language.holds.teamLead(of: candidate.name) : candidate.name,
                text: candidate.function, isChosen: candidate.value == chosen)
        }
    }
}
