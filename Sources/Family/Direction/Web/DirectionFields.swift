// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// The fields that forms about direction and handovers share.
struct DirectionFields {
    let language: Language
    let draft: DirectionDraft

    private var words: any DirectionWords { language.direction }

    func kinds(_ kinds: [Direction.Kind]) -> HTML {
        Choices(
            language, "kind", legend: words.kindAsked, error: draft.errors["kind"], .one,
            kinds.map {
                Choices.Choice($0.rawValue, words.kind($0), text: words.kindText($0), isChosen: draft.kind == $0)
            }
        ).html
    }

    func reason(_ label: String, hint: String) -> HTML {
        Field(
            language, "reason", label: label, hint: hint, value: draft.reason, error: draft.errors["reason"],
            kind: .paragraphs(rows: 3)
        ).html
    }

    var review: HTML {
        Field(
            language, "review", label: words.review, hint: words.reviewHint, value: draft.review,
            error: draft.errors["review"], kind: .date
        ).html
    }

    var talkDay: HTML {
        Field(
            language, "talkDay", label: words.talkDay, value: draft.talkDay, error: draft.errors["talkDay"], kind: .date
        ).html
    }

    func persons(_ legend: String, hint: String?, _ persons: [CirclePerson]) -> HTML {
        Choices(
            language, "persons", legend: legend, hint: hint, error: draft.errors["persons"], .several,
            persons.map {
                Choices.Choice(
                    $0.person.id.text, $0.name ?? language.circle.erased,
                    isChosen: draft.persons.contains($0.person.id))
            }
        ).html
    }

    /// To whom something is handed over, each with what is known of the extra wait there.
    func receivers(_ accounts: [ID<Account>], _ names: CircleNames, _ waits: HandoverWaits?) -> HTML {
        let handovers = language.handovers
        return Choices(
            language, "to", legend: handovers.to, hint: handovers.toHint, error: draft.errors["to"], .one,
            accounts.map { account in
                let wait = waits?.text(to: account, language).map { handovers.withWait(names.part(account), $0) }
                return Choices.Choice(
                    account.text, names.name(account), text: wait ?? names.part(account),
                    isChosen: draft.to == account)
            }
        ).html
    }

    func second(_ candidates: [SecondCandidate]) -> HTML {
        Choices(
            language, "second", legend: words.second, hint: words.secondHint, error: draft.errors["second"], .one,
            candidates.choices(draft.second, language)
        ).html
    }

    /// One thing to tick.
    func tick(_ name: String, _ legend: String, _ label: String, isChosen: Bool) -> HTML {
        Choices(
            language, name, legend: legend, error: draft.errors[name], .several,
            [Choices.Choice("yes", label, isChosen: isChosen)]
        ).html
    }

    var support: HTML {
        tick("support", words.support, words.supportOffered, isChosen: draft.offersSupport)
    }
}
