// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

/// The passkeys one has: each with its name and use, a new one, and the way to remove one.
struct OwnPasskeysPage: Hashable {
    struct Row: Hashable {
        let id: ID<Passkey>
        let label: String
        let madeAt: Moment
        let usedAt: Moment?
    }

    let language: Language
    let today: Day
    let token: String
    let rows: [Row]
    /// Whether another way in is left when one of these goes.
    let canRemove: Bool
    /// Whether the owner just proved who they are; else they do so first.
    let isFresh: Bool
    /// The form for a new one, where this installation has passkeys.
    let adding: PasskeyForm?
    var notice: Notice?
    /// What must be mended in the name of one of them.
    var error: (id: ID<Passkey>, error: FieldError)?

    private var words: any PasskeyWords { language.passkeys }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.account, language.accounts.accountTitle),
            errors: error.map { ErrorSummary(language, [$0.error]) }))
        \(notice)
        \(if: !isFresh, again)\(Section("have", words.list, list))
        \(if: isFresh, adding.map(another) ?? .empty)
        """
    }

    private var again: HTML {
        "\(Notice(.about, words.againTitle, words.againText, more: More(.signIn.with(query: ["back": Link.ownPasskeys.text]), words.again)))\n"
    }

    private var list: HTML {
        guard !rows.isEmpty else { return "<p>\(words.none)</p>" }
        return
            "<ul class=\"people\">\n\(rows, row)</ul>\n\(if: !canRemove, "\(Notice(.about, words.lastTitle, words.lastText))")"
    }

    private func row(_ row: Row) -> HTML {
        let used = row.usedAt.map { words.used(language.dayInside($0.day, today: today)) } ?? words.neverUsed
        return """
            <li class="person">\(Icon.key.html())
            <div><h3 class="person__name">\(row.label)</h3>\
            <p class="person__role">\(words.made(language.dayInside(row.madeAt.day, today: today))), \(used)</p></div>
            \(if: isFresh, acts(row))</li>

            """
    }

    private func acts(_ row: Row) -> HTML {
        """
        <div class="person__body">\(Details(words.rename, naming(row)))\
        \(if: canRemove, "\(ActForm(.end(of: row.id), token: token, title: words.remove, about: row.label))")</div>

        """
    }

    private func naming(_ row: Row) -> HTML {
        let field = Self.field(of: row.id)
        return """
            <form class="flow" action="\(Link.name(of: row.id))" method="post">\(CSRF.field(token))
            \(Field(
                language, field, label: words.label, value: row.label,
                error: error?.id == row.id ? error?.error.text : nil, limit: 60))
            <p>\(Button(words.save, .submit(), .quiet))</p>
            </form>
            """
    }

    private func another(_ form: PasskeyForm) -> HTML {
        "\(Section("add", words.add, "<noscript><p>\(words.elsewhere)</p></noscript>\(form.html)"))"
    }

    /// The name of the field with a passkey's name: each form of the page has its own.
    static func field(of passkey: ID<Passkey>) -> String { "name-\(passkey)" }

    static func == (a: Self, b: Self) -> Bool { a.html == b.html }

    func hash(into hasher: inout Hasher) { hasher.combine(html) }
}
