// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Where a guest refers a young person, or a worker takes in a letter that did; or where advice is asked without names.
struct OutsideFormPage {
    enum Purpose { case referral, question, letter }

    let language: Language
    let purpose: Purpose
    let organisations: [Referrable]
    /// Those of which one wrote a letter.
    let practices: [Organisation]
    /// The area teams that may know of it, if the family agrees.
    let teams: [Organisation]
    let lead: String
    let draft: GuestDraft
    let token: String
    let form: FormID

    private var words: any GuestWords { language.guests }
    private var outside: any OutsideReferralWords { language.outsideReferrals }

    var html: HTML {
        """
        \(PageHead(
            title, lead: lead,
            above: purpose == .letter ? More(.outsideReferrals, outside.title) : More(.guests, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: purpose == .question, Notice(.about, words.withoutNames).html)\
        \(if: purpose == .letter, Notice(.about, outside.letterTo).html)\
        \(if: purpose == .referral, Details(words.waits, waits).html)
        \(FamilyForm(
            action: action, page: page, token: token, form: form, content: fields, buttons: [Button(send, .submit())]).html)
        """
    }

    private var title: String {
        switch purpose {
        case .referral: words.refer
        case .question: words.ask
        case .letter: outside.newLetter
        }
    }

    private var send: String {
        switch purpose {
        case .referral: words.referSend
        case .question: words.askSend
        case .letter: outside.letterSend
        }
    }

    private var action: Link {
        switch purpose {
        case .referral: .guestReferrals
        case .question: .guestQuestions
        case .letter: .outsideReferrals
        }
    }

    private var page: Link {
        switch purpose {
        case .referral: .newGuestReferral
        case .question: .newGuestQuestion
        case .letter: .newOutsideReferral
        }
    }

    /// What is known of the wait at each, before one chooses.
    private var waits: HTML {
        """
        \(Facts(organisations.map { Facts.Fact($0.organisation.name, language.expectedWait($0)) }))
        \(Entries([Entry(.newGuestQuestion, .talk, words.other, words.otherText)]))
        """
    }

    private var fields: HTML {
        switch purpose {
        case .referral: "\(whom)\(about)"
        case .letter: "\(writer)\(about)"
        case .question:
            """
            \(whom)\(Field(
                language, "message", label: words.question, value: draft.question.typed, error: draft.errors["message"],
                kind: .paragraphs(rows: 6)))
            \(draft.question.check(language))
            """
        }
    }

    private var whom: HTML { picker("organisation", words.whom, organisations.map(\.organisation)) }

    private var writer: HTML {
        """
        \(picker("practice", outside.letterPractice, practices))
        \(field("name", outside.letterName))\(field("function", outside.letterFunction))
        """
    }

    private func picker(
        _ name: String, _ label: String, hint: String? = nil, none: String? = nil, _ organisations: [Organisation]
    ) -> HTML {
        let choices = organisations.map { Choices.Choice($0.id.text, $0.name) }
        return Picker(
            language: language, name: name, label: label, hint: hint, chosen: draft.text(name),
            error: draft.errors[name], choices: [Choices.Choice("", none ?? words.choose)] + choices
        ).html
    }

    private var about: HTML {
        """
        \(field("child", words.childName))\(field("birth", words.birth, kind: .date))\
        \(field("reach", words.reach, words.reachHint))\(field("apart", words.apart, words.apartHint))
        \(field("question", words.question, kind: .paragraphs(rows: 4)))\
        \(field("why", words.why, words.whyHint, kind: .paragraphs(rows: 4)))
        \(Choices(
            language, "agreed", legend: words.agreed, hint: words.agreedHint, error: draft.errors["agreed"], .several,
            GuestBasis.Agreeing.allCases.map {
                Choices.Choice(
                    $0.rawValue, words.agreed($0), isChosen: draft.form.texts("agreed").contains($0.rawValue))
            }))
        \(if: !teams.isEmpty, picker("team", outside.team, hint: outside.teamHint, none: outside.noTeam, teams))\
        \(without)
        """
    }

    /// Seldom needed, so folded away until something is wrong with it.
    private var without: HTML {
        let choice = Choices(
            language, "without", legend: words.without, hint: words.withoutText, .several,
            [Choices.Choice("yes", words.without, isChosen: draft.text("without") == "yes")])
        let content: HTML = """
            \(choice)
            \(field("reason", words.withoutReason, kind: .paragraphs(rows: 3)))\(field("second", words.withoutSecond))
            """
        return draft.text("without") == "yes" ? content : Details(words.without, content).html
    }

    private func field(_ name: String, _ label: String, _ hint: String? = nil, kind: Field.Kind = .line) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: draft.text(name), error: draft.errors[name], kind: kind
        ).html
    }
}
