// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// A reason as it was typed, with what must be mended.
struct FunctionDraft: Equatable {
    let member: ID<Membership>
    let text: String
    let error: String
}

/// Which professionals the family sees by function instead of name, and the forms to change that.
struct FunctionPage: Equatable {
    struct Row: Equatable {
        let member: ID<Membership>
        let name: String
        let function: String
        let isFunction: Bool
        let form: FormID
    }

    let language: Language
    let action: Link
    let above: More
    let rows: [Row]
    let draft: FunctionDraft?
    let token: String

    init(_ content: FunctionContent, _ forms: [FormID], _ draft: FunctionDraft?, token: String, language: Language) {
        self.language = language
        self.draft = draft
        self.token = token
        action = .shownNames(content.family)
        above = More(.circle(content.family), language.circle.title)
        rows = zip(content.members, forms).map { member, form in
            Row(
                member: member.membership.id, name: member.face?.name ?? language.circle.erased,
                function: member.face?.function ?? language.access.role(.professional),
                isFunction: content.asFunction.contains(member.membership.id), form: form)
        }
    }

    private var words: any AccessWords { language.access }

    var html: HTML {
        """
        \(PageHead(words.namesTitle, lead: words.namesLead, above: above,
            errors: draft.map { ErrorSummary(language, [FieldError("reason", $0.error)]) }))
        \(rows.enumerated(), section)
        """
    }

    private func section(_ place: Int, _ row: Row) -> HTML {
        let content = row.isFunction ? byFunction(row) : byName(row)
        return Section("m-\(place)", row.name, isTight: true, content).html
    }

    private func byFunction(_ row: Row) -> HTML {
        """
        <p>\(words.seenAs(row.function))</p>
        <form action="\(action)" method="post">\(hidden(row))<input type="hidden" name="as" value="name">\
        \(Actions([Button(words.showName, .submit(), .quiet, about: row.name)]))</form>
        """
    }

    /// The field that came back carries the plain name, so that the summary of errors leads there.
    private func byName(_ row: Row) -> HTML {
        let draft = draft.flatMap { $0.member == row.member ? $0 : nil }
        let id: HTML = draft == nil ? "reason-\(row.member)" : "reason"
        return """
            <p>\(words.seenAs(row.name))</p>
            <form action="\(action)" method="post">\(hidden(row))<input type="hidden" name="as" value="function">
            <div class="field\(if: draft != nil, " field--error")">
            <label class="field__label" for="\(id)">\(words.functionReason(row.function))</label>
            \(draft.map { FieldError("reason", $0.error).line(language) })<textarea class="input" id="\(id)" name="reason" rows="2" data-grow="2">
            \(draft?.text ?? "")</textarea></div>
            \(Actions([Button(words.showFunction, .submit(), .quiet, about: row.name)]))</form>
            """
    }

    private func hidden(_ row: Row) -> HTML {
        "\(CSRF.field(token))\(row.form.field)<input type=\"hidden\" name=\"member\" value=\"\(row.member)\">"
    }
}

extension Link {
    static func shownNames(_ family: ID<Family>) -> Link { "/families/\(family)/access/names" }
}
