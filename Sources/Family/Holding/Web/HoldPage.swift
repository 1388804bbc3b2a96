// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One thing that is held: from whom, why, what was decided, and what is to be decided now.
struct HoldPage: Equatable {
    let language: Language
    let family: ID<Family>
    let hold: Hold
    let title: String
    let state: String
    let facts: Facts
    let decisions: [LookedRow]
    let isAsked: Bool
    let mayPropose: Bool
    let seconds: [Choices.Choice]
    let draft: DecisionDraft
    let token: String
    let forms: (answer: FormID, decision: FormID)

    init(
        _ sight: HoldSight, _ draft: DecisionDraft, now: Moment, token: String,
        forms: (answer: FormID, decision: FormID), language: Language
    ) {
        let words = language.holds
        (self.language, self.draft, self.token, self.forms) = (language, draft, token, forms)
        (family, hold, isAsked) = (sight.family, sight.hold, sight.isAsked)
        let name = { (account: ID<Account>) in sight.names[account] ?? language.access.erasedAccount }
        let from =
            sight.hold.from.sorted().map(name) + sight.hold.fromPersons.sorted().compactMap { sight.personNames[$0] }
        title = words.entry(sight.hold.item.kind, from: language.list(from))
        state = words.state(sight.state, until: language.dayInside(sight.hold.reviewBy, today: now.day))
        facts = Facts([
            Facts.Fact(words.from, language.list(from)),
            Facts.Fact(words.reason, sight.reason ?? language.circle.erased),
            Facts.Fact(words.by, name(sight.hold.by)),
            Facts.Fact(words.since, language.dayAndClock(sight.hold.made, today: now.day)),
            Facts.Fact(words.review, language.dateInside(sight.hold.reviewBy)),
        ])
        decisions = sight.decisions.reversed().map { decision in
            let second = decision.second
            let by = second.given?.by ?? second.first
            let what = Hold.Decision(rawValue: second.subject.kind) ?? .start
            let reasons = [decision.reason, decision.answerReason].compactMap(\.self).joined(separator: " ")
            let said = words.decided(what, second.given?.answer, first: name(second.first))
            return LookedRow(
                Disc(Disc.initials(of: name(by)), .professional), name(by),
                reasons.isEmpty ? said : "\(said) \(reasons)",
                at: language.dayAndClock(second.given?.at ?? second.made, today: now.day))
        }
        mayPropose = sight.state == .standing && !sight.candidates.isEmpty
        seconds = sight.candidates.choices(draft.second, language)
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any HoldWords { language.holds }

    var html: HTML {
        """
        \(PageHead(
            title, lead: state, above: More(.today, language.today.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(facts)
        \(if: isAsked, Section("answer", words.yourAnswer, answer).html)\
        \(if: mayPropose, Section("decide", words.decide, decision).html)
        \(Section("decisions", words.decisions, "<ul class=\"promises\">\(decisions)</ul>"))
        """
    }

    private var answer: HTML {
        FamilyForm(
            action: .holdAnswer(family, hold.id), page: .hold(family, hold.id), token: token, form: forms.answer,
            content: """
                \(Choices(
                    language, "said", legend: words.said, error: draft.errors["said"], .one,
                    SecondProfessional.Answer.allCases.map {
                        Choices.Choice($0.rawValue, words.answer($0), isChosen: draft.said == $0.rawValue)
                    }))
                \(reason(words.answerReasonHint))
                """,
            buttons: [Button(words.answerButton, .submit())]
        ).html
    }

    private var decision: HTML {
        FamilyForm(
            action: .holdDecision(family, hold.id), page: .hold(family, hold.id), token: token, form: forms.decision,
            content: """
                \(Choices(
                    language, "what", legend: words.what, hint: words.whatHint, error: draft.errors["what"], .one,
                    [Hold.Decision.stay, .release].map {
                        Choices.Choice($0.rawValue, words.choice($0), isChosen: draft.what == $0.rawValue)
                    }))
                \(reason(words.reasonHint))
                \(Choices(
                    language, "second", legend: words.second, hint: words.secondHint, error: draft.errors["second"],
                    .one, seconds))
                """,
            buttons: [Button(words.decideButton, .submit(), .quiet)]
        ).html
    }

    private func reason(_ hint: String) -> HTML {
        Field(
            language, "reason", label: words.reason, hint: hint, value: draft.reason, error: draft.errors["reason"],
            kind: .paragraphs(rows: 3)
        ).html
    }
}
