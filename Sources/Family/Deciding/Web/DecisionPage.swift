// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one professional proposes, and why; with a yes and a no for the one who is asked.
struct DecisionPage: Equatable {
    let language: Language
    let family: ID<Family>
    let id: ID<Decided>
    let title: String
    let state: String
    let facts: [Facts.Fact]
    let isAsked: Bool
    let draft: DecisionDraft
    let token: String
    let form: FormID

    init(
        _ sight: DecisionSight, _ draft: DecisionDraft, today: Day, token: String, form: FormID, language: Language
    ) {
        let words = language.decisions
        (self.language, self.draft, self.token, self.form) = (language, draft, token, form)
        (family, id, isAsked) = (sight.family, sight.id, sight.isAsked)
        let names = DecisionNames(sight: sight, language: language)
        title = words.what(sight.matter, names)
        let asked = names.owner(sight.second.asked)
        state =
            switch sight.second.given {
            case let given?: words.answered(given.answer, by: names.account(given.by), sight.matter, names)
            case nil:
                sight.isAsked
                    ? words.asksYou(names.account(sight.second.first))
                    : sight.isOpen ? words.waits(for: asked) : words.over
            }
        facts =
            words.facts(sight.matter, names)
            + [
                Facts.Fact(words.why, sight.reason ?? language.circle.erased),
                Facts.Fact(words.by, names.account(sight.second.first)),
                Facts.Fact(words.since, language.dateInside(sight.second.made.day)),
            ] + [sight.answerReason.map { Facts.Fact(words.answerReason, $0) }].compactMap(\.self)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any DecisionWords { language.decisions }

    var html: HTML {
        """
        \(PageHead(
            title, lead: state, above: More(.today, language.today.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Facts(facts))
        \(if: isAsked, Section("answer", words.yourAnswer, answer).html)
        """
    }

    private var answer: HTML {
        FamilyForm(
            action: .decisionAnswer(family, id), page: .decision(family, id), token: token, form: form,
            content: """
                \(Choices(
                    language, "said", legend: words.said, error: draft.errors["said"], .one,
                    SecondProfessional.Answer.allCases.map {
                        Choices.Choice($0.rawValue, words.say($0), isChosen: draft.said == $0.rawValue)
                    }))
                \(Field(
                    language, "reason", label: words.answerReason, hint: words.reasonHint, value: draft.reason,
                    error: draft.errors["reason"], kind: .paragraphs(rows: 3)))
                """,
            buttons: [Button(words.button, .submit())]
        ).html
    }
}

/// How people are called on the page of a decision.
struct DecisionNames {
    let sight: DecisionSight
    let language: Language

    func person(_ id: ID<Person>) -> String {
        sight.personNames[id].map(CircleNames.firstName) ?? language.circle.erased
    }

    func persons(_ ids: some Sequence<ID<Person>>) -> String { language.list(ids.map(person).sorted()) }

    func account(_ id: ID<Account>) -> String {
        id == sight.reader ? language.site.you : sight.names[id] ?? language.access.erasedAccount
    }

    func owner(_ owner: Promise.Owner) -> String {
        switch owner {
        case .account(let account): self.account(account)
        case .organisation(let organisation):
            language.holds.teamLead(of: sight.organisations[organisation] ?? language.promises.organisation)
        }
    }
}
