// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of what a municipality was asked for, gathered in one transaction.
struct ProvisionContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sight: ProvisionSight
    let municipality: String?
    /// Whether the reader finds the proposal it comes from.
    let findsProposal: Bool
}

/// What a municipality decided, as it was typed.
struct DecisionLetterDraft: Equatable {
    var (result, decided, until, letter) = ("", "", "", "")
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (result, decided) = (form.text("result"), form.text("decided"))
        (until, letter) = (form.text("until"), form.text("letter"))
    }
}

/// What a municipality was asked for, when it decides, what it decided, and how one objects.
struct ProvisionPage {
    let content: ProvisionContent
    let draft: DecisionLetterDraft
    let today: Day
    let token: String
    let form: FormID
    let language: Language

    private var words: any ProvisionWords { language.provisions }
    private var provision: ProvisionRequest { content.sight.provision }
    private var family: ID<Family> { content.family }
    private var names: ConsentNames {
        ConsentNames(circle: content.circle, reading: content.reading, language: language)
    }

    var html: HTML {
        """
        \(PageHead(
            content.sight.text?.help ?? language.proposals.erased, lead: provision.stands(on: today, language),
            above: More(.provisions(family), language.proposals.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: provision.isLate(on: today), Notice(
            .near, words.late(since: language.dateInside(provision.decideBy)), words.lateText).html)\
        \(Facts(facts))
        \(provision.decision?.objectUntil.map(objecting))\
        \(if: mayDecide, Section("deciding", words.decide, deciding).html)\
        \(more)
        """
    }

    private var mayDecide: Bool { provision.decision == nil && content.reading.mayRefer(provision.person) }

    private var facts: [Facts.Fact] {
        let typed = content.sight.text?.municipality ?? ""
        let municipality = content.municipality ?? (typed.isEmpty ? nil : typed)
        var facts = [Facts.Fact(language.proposals.person, names.person(provision.person))]
        if let municipality { facts.append(Facts.Fact(words.municipality, municipality)) }
        facts.append(Facts.Fact(words.asked, language.dateInside(provision.asked)))
        facts.append(Facts.Fact(words.asker, words.asker(provision.asker)))
        if let decision = provision.decision { facts += decided(decision) }
        if let letter = content.sight.letter { facts.append(Facts.Fact(words.letter, letter)) }
        return facts + [Facts.Fact(words.notedBy, names.account(provision.by))]
    }

    private func decided(_ decision: ProvisionRequest.Decision) -> [Facts.Fact] {
        let facts = [
            Facts.Fact(words.resultQuestion, words.result(decision.result)),
            Facts.Fact(words.decidedOn, language.dateInside(decision.day)),
        ]
        guard let until = decision.until else { return facts }
        return facts + [Facts.Fact(words.until, language.dateInside(until))]
    }

    private func objecting(_ last: Day) -> HTML {
        let day = language.dateInside(last)
        let isOver = last < today
        return Section(
            "objecting", words.objecting,
            """
            <p><strong>\(isOver ? words.objectedUntil(day) : words.objectUntil(day))</strong></p>
            \(if: !isOver, "<p>\(words.objectingText)</p>")
            """
        ).html
    }

    private var deciding: HTML {
        FamilyForm(
            action: .provisionDecision(family, provision.id), token: token, form: form,
            content: """
                <p>\(words.decideText)</p>
                \(Choices(
                    language, "result", legend: words.resultQuestion, error: draft.errors["result"], .one,
                    ProvisionRequest.Result.allCases.map {
                        Choices.Choice($0.rawValue, words.result($0), isChosen: draft.result == $0.rawValue)
                    }))
                \(Field(
                    language, "decided", label: words.decidedOn, value: draft.decided,
                    error: draft.errors["decided"], kind: .date))
                \(Field(
                    language, "until", label: words.until, hint: words.untilHint, value: draft.until,
                    error: draft.errors["until"], kind: .date))
                \(Field(
                    language, "letter", label: words.letter, hint: words.letterHint, value: draft.letter,
                    error: draft.errors["letter"], kind: .paragraphs(rows: 2)))
                """,
            buttons: [Button(words.decideButton, .submit())]
        ).html
    }

    private var more: HTML {
        let proposal = content.findsProposal ? provision.proposal : nil
        let holds = content.reading.decidesWithSecond
        guard proposal != nil || holds else { return "" }
        return """
            <p class="actions">\(proposal.map { More(.proposal(family, $0), words.proposal) })
            \(if: holds, More(
                .newHold(family, of: ItemName(.provision, provision.id)), language.holds.hold).html)</p>
            """
    }
}
