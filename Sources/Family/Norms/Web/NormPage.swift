// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import PeopleStore
import Site

/// A norm as it was typed, and as it stood on the page then.
struct NormTyped: Equatable {
    let text: String
    let was: String
}

/// All norms with how long each is, who set it, and the form that sets them.
struct NormPage: Equatable {
    let set: [NormSet]
    let names: [ID<Account>: String]
    let typed: [SettableNorm: NormTyped]
    let errors: [FieldError]
    let today: Day
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any NormWords { language.norms }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.organisations, words.toOrganisations),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        <form class="flow" action="\(Link.norms)" method="post">\(CSRF.field(token))\(form.field)
        \(SettableNorm.allCases, field)
        \(Actions([Button(words.save, .submit())]))
        </form>
        """
    }

    private func field(_ settable: SettableNorm) -> HTML {
        let found = set.first { $0.norm.kind == settable.kind }
        let days = Norms(set.map(\.norm)).workingDays(for: settable.kind, usual: settable.usual)
        let hint =
            found.map {
                words.setBy(names[$0.by] ?? language.access.erasedAccount, language.dayInside($0.at.day, today: today))
            } ?? words.usual
        let field = Field(
            language, settable.rawValue, label: words.label(settable), hint: hint,
            value: typed[settable]?.text ?? String(days), error: errors[settable.rawValue], kind: .number)
        let was = typed[settable]?.was ?? String(days)
        return "\(field)<input type=\"hidden\" name=\"was-\(settable.rawValue)\" value=\"\(was)\">\n"
    }
}
