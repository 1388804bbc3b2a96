// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

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
    /// Whether practices hear by mail.
    let isMailed: Bool
    let token: String
    let form: FormID

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(
            purpose == .request ? words.requestTitle : words.visitTitle, lead: lead, above: More(.guests, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: carried != nil, Notice(.about, words.typedKept).html)
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
        \(link)\(carried?.html)\(Picker(
            language: language, name: "practice", label: words.practice, chosen: draft.text("practice"),
            error: draft.errors["practice"],
            choices: [Choices.Choice("", words.choose)] + practices.map { Choices.Choice($0.id.text, $0.name) }).html)
        \(field("name", words.name))\(field("function", words.function, words.functionHint))
        \(field("behalf", words.behalf, words.behalfHint))
        \(purpose == .request ? Field(
            language, "mail", label: words.mail, hint: words.mailHint(mailed: isMailed), value: draft.text("mail"),
            error: draft.errors["mail"], kind: .email, limit: 254) : Field(
            language, "code", label: words.code, hint: words.codeHint, error: draft.errors["code"], kind: .code,
            limit: 40, autocomplete: "off"))
        """
    }

    private var carried: CarriedForm? { CarriedForm(draft.form) }

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
