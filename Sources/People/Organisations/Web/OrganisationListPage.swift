// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// All organisations, and the form that adds one.
struct OrganisationListPage: Hashable {
    struct Row: Hashable {
        let organisation: Organisation
        let people: Int
    }

    let rows: [Row]
    let draft: OrganisationDraft
    let token: String
    let form: FormID
    let language: Language

    private var words: any OrganisationWords { language.organisations }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors),
            actions: [
                Button(words.grounds, .link(.groundList), .quiet), Button(words.norms, .link(.norms), .quiet),
            ]))
        \(Section("all", words.title, isTitleHidden: true, rows.isEmpty ? Empty(words.none, words.noneText).html : list))
        \(Section("add", words.add, adding))
        """
    }

    private var list: HTML { Entries(rows.map(entry)).html }

    private func entry(_ row: Row) -> Entry {
        Entry(
            .organisation(row.organisation.id), .people, row.organisation.name,
            "\(words.name(row.organisation.kind)). \(words.people(row.people))")
    }

    private var adding: HTML {
        """
        <form class="flow" action="\(Link.organisations)" method="post">\(CSRF.field(token))\(form.field)
        \(Field(
            language, "name", label: words.name, value: draft.name, error: draft.errors["name"], limit: 120))
        \(Choices(
            language, "kind", legend: words.kind, error: draft.errors["kind"], .one,
            Organisation.Kind.allCases.map {
                Choices.Choice($0.rawValue, words.name($0), isChosen: $0.rawValue == draft.kind)
            }))
        <p>\(Button(words.add, .submit()))</p>
        </form>
        """
    }
}

/// An organisation as it was typed.
struct OrganisationDraft: Hashable {
    var name = ""
    var kind = ""
    var errors: [FieldError] = []
}
