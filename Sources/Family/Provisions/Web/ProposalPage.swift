// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a proposal, gathered in one transaction.
struct ProposalContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sight: ProposalSight
    /// What the organisation is called that would help.
    let helper: String?
}

/// An answer to a proposal, or what was noted of somebody, as it was typed.
struct ProposalAnswerDraft: Equatable {
    var (answer, reason) = ("", "")
    var (noted, said, how, why) = ("", "", "", "")
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (answer, reason) = (form.text("answer"), form.text("reason"))
        (noted, said) = (form.text("noted"), form.text("said"))
        (how, why) = (form.text("how"), form.text("why"))
    }
}

/// One proposal of help: what it says, how it stands, who said what; and for each reader what they do with it.
struct ProposalPage {
    let content: ProposalContent
    let draft: ProposalAnswerDraft
    let today: Day
    let token: String
    let form: FormID
    let language: Language

    private var words: any ProposalWords { language.proposals }
    private var sight: ProposalSight { content.sight }
    private var proposal: HelpProposal { content.sight.proposal }
    private var family: ID<Family> { content.family }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }
    private var party: HelpProposal.Party? { content.reading.party(in: proposal, sight.mustAgree) }

    var html: HTML {
        """
        \(PageHead(
            sight.text?.help ?? words.erased, lead: sight.stands(names, content.reading, language),
            above: More(.provisions(family), words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(notice)\
        \(Facts(facts))
        <p class="soft small">\(words.proposed(
            names.account(proposal.by), language.dayInside(proposal.made.day, today: today)))</p>
        \(if: proposal.isOpen && party != nil, Section("answering", answerTitle, answering).html)\
        \(if: content.reading.seesAnswers(to: proposal), said)\
        \(if: proposal.isOpen && !notable.isEmpty, Section("noting", words.note, noting).html)\
        \(if: proposal.isOpen && content.reading.mayConclude(proposal), Section("ending", words.ending, ending).html)\
        \(more)
        """
    }

    private var facts: [Facts.Fact] {
        let helper = content.helper ?? sight.text?.helper ?? ""
        var facts = [Facts.Fact(words.person, names.person(proposal.person))]
        if !helper.isEmpty { facts.append(Facts.Fact(words.helper, helper)) }
        facts.append(Facts.Fact(words.starts, language.dateInside(proposal.starts)))
        if let text = sight.text { facts.append(Facts.Fact(words.brings, text.brings)) }
        return facts
    }

    private var notice: HTML {
        switch sight.standing {
        case .refused, .over(.doesNotGoOn):
            Notice(
                .about, words.outcome(.doesNotGoOn), words.refusedText,
                more: content.reading.mayRefer(proposal.person)
                    ? More(.consents(family), words.exceptions) : nil
            ).html
        case .stopped(let reason):
            Notice(
                .near, language.consent.outcome(.stopped(reason), ""),
                more: More(.consents(family), language.consent.title)
            ).html
        case .waits: Notice(.about, words.silence).html
        case .agreed, .over: ""
        }
    }

    // MARK: Who said what

    private var said: HTML {
        let persons = sight.mustAgree.persons.union(proposal.answers.compactMap(\.person)).sorted()
        let advisers = Set(proposal.answers.filter { $0.isKnown(in: content.circle) }.compactMap(\.adviser))
        return """
            \(if: !persons.isEmpty, Section("answers", words.answers, "<ul class=\"promises\">\(persons, person)</ul>").html)\
            \(if: !advisers.isEmpty, Section(
                "advice", words.advice, "<ul class=\"promises\">\(advisers.sorted(), adviser)</ul>").html)
            """
    }

    private func person(_ person: ID<Person>) -> HTML {
        let place = proposal.answers.lastIndex { $0.by == .person(person) }
        let text = place.map { at in
            let answer = proposal.answers[at]
            return words.said(answer, day(answer.at), notedBy: answer.notedBy.map(names.account))
        }
        return line(names.person(person), text ?? words.notYet, place.flatMap { sight.reasons[$0] })
    }

    private func adviser(_ account: ID<Account>) -> HTML {
        let place = proposal.answers.lastIndex { $0.by == .adviser(account) }
        let text = place.map { words.advised(proposal.answers[$0], day(proposal.answers[$0].at)) }
        return line(names.account(account), text ?? words.notYet, place.flatMap { sight.reasons[$0] })
    }

    private func line(_ name: String, _ text: String, _ reason: String?) -> HTML {
        "<li><p><strong>\(name)</strong> \(text)</p>\(reason.map { Paragraphs($0) })</li>\n"
    }

    private func day(_ moment: Moment) -> String { language.dayInside(moment.day, today: today) }

    // MARK: What the reader does

    private var isAdvice: Bool { party == .adviser(content.reading.reader) }

    private var answerTitle: String {
        party.map { proposal.latest[$0] == nil } ?? true ? words.answer : words.answerAgain
    }

    private var answering: HTML {
        FamilyForm(
            action: .proposalAnswer(family, proposal.id), token: token, form: form,
            content: """
                <p>\(isAdvice ? words.adviceText : words.answerText)</p>
                \(Choices(
                    language, "answer", legend: isAdvice ? words.adviceQuestion : words.question,
                    error: draft.errors["answer"], .one,
                    [true, false].map { isYes in
                        let value = isYes ? "yes" : "no"
                        return Choices.Choice(
                            value, words.say(isYes, isAdvice: isAdvice), isChosen: draft.answer == value)
                    }))
                \(Field(
                    language, "reason", label: words.reason, hint: isAdvice ? words.adviceHint : words.reasonHint,
                    value: draft.reason, error: draft.errors["reason"], kind: .paragraphs(rows: 2)))
                """,
            buttons: [Button(words.send, .submit())]
        ).html
    }

    /// Those for whom the reader writes down what they said: who did not say it in Rondom themself.
    private var notable: [ID<Person>] {
        guard content.reading.mayRefer(proposal.person) else { return [] }
        return sight.mustAgree.persons.sorted().filter { proposal.latest[.person($0)]?.how != .inRondom }
    }

    private var noting: HTML {
        FamilyForm(
            action: .proposalNote(family, proposal.id), token: token, form: form,
            content: """
                <p>\(words.noteText)</p>
                \(Choices(language, "noted", legend: words.noteWhose, error: draft.errors["noted"], .one, notable.map {
                    Choices.Choice($0.text, names.person($0), isChosen: draft.noted == $0.text)
                }))
                \(Choices(
                    language, "said", legend: words.noteAnswer, error: draft.errors["said"], .one,
                    [true, false].map { isYes in
                        let value = isYes ? "yes" : "no"
                        return Choices.Choice(
                            value, language.consent.say(isYes ? .yes : .no), isChosen: draft.said == value)
                    }))
                \(Choices(
                    language, "how", legend: words.noteHow, error: draft.errors["how"], .one,
                    [Consent.How.spoken, .onPaper].map {
                        Choices.Choice($0.rawValue, words.how($0), isChosen: draft.how == $0.rawValue)
                    }))
                \(Field(
                    language, "why", label: words.noteReason, hint: words.reasonHint, value: draft.why,
                    error: draft.errors["why"], kind: .paragraphs(rows: 2)))
                """,
            buttons: [Button(words.noteButton, .submit(), .quiet)]
        ).html
    }

    private var ending: HTML {
        let closing = proposal.following(sight.mustAgree).map { outcome in
            FamilyForm(
                action: .proposalOutcome(family, proposal.id), token: token, form: form,
                content: """
                    <p>\(words.concludeText)</p>
                    <input type="hidden" name="seen" value="\(outcome.rawValue)">
                    """,
                buttons: [Button(words.conclude, .submit())]
            ).html
        }
        return """
            \(closing)
            <p>\(words.withdrawText)</p>
            \(ActForm(
                .proposalWithdrawal(family, proposal.id), token: token, title: words.withdraw, .quiet, form: form))
            """
    }

    private var more: HTML {
        let asks = content.reading.mayRefer(proposal.person) && proposal.outcome == .goesOn
        let holds = content.reading.decidesWithSecond
        guard asks || holds else { return "" }
        return """
            <p class="actions">\(if: asks, More(
                .newProvision(family, from: proposal.id), language.provisions.fresh).html)
            \(if: holds, More(
                .newHold(family, of: ItemName(.proposal, proposal.id)), language.holds.hold).html)</p>
            """
    }
}

extension HelpProposal.Answer {
    /// Whether it is of the family, or of an adviser whom the reader knows.
    func isKnown(in circle: CircleSight) -> Bool { adviser.map { circle.name(of: $0) != nil } ?? true }

    fileprivate var person: ID<Person>? { if case .person(let id) = by { id } else { nil } }
    fileprivate var adviser: ID<Account>? { if case .adviser(let id) = by { id } else { nil } }
}
