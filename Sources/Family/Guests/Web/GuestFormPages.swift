// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// Where somebody without an account begins.
struct GuestStartPage {
    let language: Language
    /// nil before the code was shown.
    let visit: GuestVisit?
    let token: String

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(words.title, lead: visit.map { words.welcome($0.guest.name, $0.practice.name) } ?? words.lead))
        \(Entries(visit == nil ? outside : inside))
        \(if: visit != nil, "<p class=\"soft small\">\(words.again)</p>\n\(leaving)")
        """
    }

    private var outside: [Entry] {
        [
            Entry(.guestVisit, .key, words.haveCode, words.haveCodeText),
            Entry(.newGuestRequest, .phone, words.askCode, words.askCodeText), reporting,
        ]
    }

    private var inside: [Entry] {
        [
            Entry(.newGuestReferral, .handshake, words.refer, words.referText),
            Entry(.newGuestQuestion, .talk, words.ask, words.askText), reporting,
        ]
    }

    private var reporting: Entry { Entry(.newReport, .attention, words.report, words.reportText) }

    private var leaving: HTML {
        """
        <form action="\(Link.guestVisitEnd)" method="post">\(CSRF.field(token))\(Button(words.leave, .submit(), .quiet))</form>
        """
    }
}

/// Asking a code, and coming in with it: who somebody is, and of which practice.
struct GuestWhoPage {
    enum Purpose: Equatable {
        case request
        /// With the link from a mail, perhaps.
        case visit(link: String?)
    }

    let language: Language
    let purpose: Purpose
    let practices: [Organisation]
    let draft: GuestDraft
    let token: String
    let form: FormID

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(
            purpose == .request ? words.requestTitle : words.visitTitle, lead: lead, above: More(.guests, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: practices.isEmpty, Notice(.near, words.noPractices).html)
        \(if: !practices.isEmpty, FamilyForm(
            action: purpose == .request ? .guestRequests : .guestVisit,
            page: purpose == .request ? .newGuestRequest : .guestVisit, token: token, form: form, content: fields,
            buttons: [Button(purpose == .request ? words.requestSend : words.enter, .submit())]).html)
        """
    }

    private var lead: String {
        switch purpose {
        case .request: words.requestLead
        case .visit(nil): words.visitLead
        case .visit: words.visitLinkLead
        }
    }

    private var fields: HTML {
        """
        \(link)\(Picker(
            language: language, name: "practice", label: words.practice, chosen: draft.text("practice"),
            error: draft.errors["practice"],
            choices: [Choices.Choice("", words.choose)] + practices.map { Choices.Choice($0.id.text, $0.name) }).html)
        \(field("name", words.name))\(field("function", words.function, words.functionHint))
        \(field("behalf", words.behalf, words.behalfHint))
        \(purpose == .request ? Field(
            language, "mail", label: words.mail, hint: words.mailHint, value: draft.text("mail"),
            error: draft.errors["mail"], kind: .email, limit: 254) : Field(
            language, "code", label: words.code, hint: words.codeHint, error: draft.errors["code"], kind: .code,
            limit: 40, autocomplete: "off"))
        """
    }

    private var link: HTML {
        guard case .visit(let link?) = purpose else { return "" }
        return "<input type=\"hidden\" name=\"link\" value=\"\(link)\">\n"
    }

    private func field(_ name: String, _ label: String, _ hint: String? = nil) -> HTML {
        Field(
            language, name, label: label, hint: hint, value: draft.text(name), error: draft.errors[name], limit: 120
        ).html
    }
}

/// Where a guest refers a young person, or a worker takes in a letter that did; or where advice is asked without names.
struct OutsideFormPage {
    enum Purpose { case referral, question, letter }

    let language: Language
    let purpose: Purpose
    let organisations: [Referrable]
    /// Those of which one wrote a letter.
    let practices: [Organisation]
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

    private var lead: String {
        switch purpose {
        case .referral: words.referLead
        case .question: words.askLead
        case .letter: outside.letterLead
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

    private func picker(_ name: String, _ label: String, _ organisations: [Organisation]) -> HTML {
        let choices = organisations.map { Choices.Choice($0.id.text, $0.name) }
        return Picker(
            language: language, name: name, label: label, chosen: draft.text(name), error: draft.errors[name],
            choices: [Choices.Choice("", words.choose)] + choices
        ).html
    }

    private var about: HTML {
        """
        \(field("child", words.childName))\(field("birth", words.birth, kind: .date))\
        \(field("reach", words.reach, words.reachHint))
        \(field("question", words.question, kind: .paragraphs(rows: 4)))\
        \(field("why", words.why, words.whyHint, kind: .paragraphs(rows: 4)))
        \(Choices(
            language, "agreed", legend: words.agreed, hint: words.agreedHint, error: draft.errors["agreed"], .several,
            GuestBasis.Agreeing.allCases.map {
                Choices.Choice(
                    $0.rawValue, words.agreed($0), isChosen: draft.form.texts("agreed").contains($0.rawValue))
            }))
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
