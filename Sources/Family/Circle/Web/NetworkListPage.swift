// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Where a list of who is around a family is handed in.
struct NetworkListStartPage: Equatable {
    let language: Language
    let family: ID<Family>
    let typed: String
    let error: FieldError?
    let token: String
    let form: FormID

    private var words: any NetworkListWords { language.networkLists }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.newInvitation(family), language.invitations.invite),
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(FamilyForm(
            action: .networkList(family), page: .networkList(family), token: token, form: form, content: content,
            buttons: [Button(words.read, .submit())], hasFiles: true, unreached: language
        ).html)
        """
    }

    private func error(_ field: String) -> String? { error.flatMap { $0.field == field ? $0.text : nil } }

    private var content: HTML {
        """
        \(Field(
            language, "list", label: words.pasted, hint: words.pastedHint, value: typed, error: error("list"),
            kind: .paragraphs(rows: 5)))
        \(FileField(
            language, "file", label: words.file, hint: words.fileHint, error: error("file"), endings: [".csv", ".txt"]))
        """
    }
}

/// Where the people of a list are looked through, and asked all at once.
struct NetworkListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let draft: NetworkListDraft
    /// The names of who takes part or was asked, in small letters.
    let known: Set<String>
    let persons: [Choices.Choice]
    /// Whether something was wrong with what was sent, and not only with what was read.
    let isRefused: Bool
    let token: String
    let form: FormID

    private var words: any NetworkListWords { language.networkLists }

    var html: HTML {
        """
        \(PageHead(
            words.people(draft.rows.count), lead: words.peopleLead, above: More(.networkList(family), words.title),
            errors: isRefused ? ErrorSummary(language, draft.errors) : nil))
        \(if: draft.wasKept, Notice(.good, language.invitations.kept).html)\(left)\
        \(FamilyForm(
            action: .networkListInvitations(family), page: .networkList(family), token: token, form: form,
            content: content, buttons: [Button(words.send, .submit())], unreached: language).html)
        """
    }

    private var left: HTML {
        let count = draft.rows.count { !$0.isChosen }
        guard count > 0, !isRefused, !draft.wasKept else { return "" }
        return Notice(.about, words.left(count), words.leftText).html
    }

    private var content: HTML {
        """
        <input type="hidden" name="rows" value="\(draft.rows.count)">
        \(Choices(
            language, "persons", legend: words.forWhom, hint: words.forWhomHint, error: draft.errors["persons"],
            .several, persons))
        \(draft.rows, row)
        """
    }

    private func row(_ row: NetworkListDraft.Row) -> HTML {
        """
        <fieldset class="fieldset section--tight"><legend class="legend">\(row.name.isEmpty ? words.nameless(row.place) : row.name)</legend>
        <div class="choice"><input class="choice__input" type="checkbox" name="chosen" id="\(row.field("chosen"))" \
        value="\(row.place)"\(if: row.isChosen, " checked")\(marked(row.field("chosen")))>
        <label class="choice__label" for="\(row.field("chosen"))">\(words.chosen)</label>
        \(draft.errors[row.field("chosen")].map { FieldError(row.field("chosen"), $0).line(language) })\
        \(if: known.contains(row.name.lowercased()), "<p class=\"choice__text\">\(words.known)</p>\n")</div>
        \(line("name", words.name, row.name, of: row))
        \(Picker(
            language: language, name: row.field("role"), label: words.role, chosen: row.role,
            error: draft.errors[row.field("role")], choices: roles).html)
        \(line("function", words.function, row.function, of: row))
        \(line("organisation", words.organisation, row.organisation, of: row))
        </fieldset>
        """
    }

    private func marked(_ field: String) -> HTML {
        guard draft.errors[field] != nil else { return "" }
        return " aria-invalid=\"true\" aria-describedby=\"\(field)-error\""
    }

    private var roles: [Choices.Choice] {
        [Choices.Choice("", words.choose)] + Role.allCases.map { Choices.Choice($0.rawValue, language.roles.name($0)) }
    }

    private func line(_ name: String, _ label: String, _ value: String, of row: NetworkListDraft.Row) -> HTML {
        let field = row.field(name)
        return Field(language, field, label: label, value: value, error: draft.errors[field], limit: 120).html
    }
}
