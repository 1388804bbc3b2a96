// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// The invented town's people, each a door of their own.
struct DemoPage: Hashable {
    struct Row: Hashable {
        let slug: String
        let name: String
        let position: String
        let disc: Disc
    }

    let rows: [Row]
    let language: Language
    let token: String?
    let back: Link?

    init(
        _ people: [DemoPerson], _ accounts: [Account], _ language: Language, token: String?, back: Link?
    ) {
        let byID = Dictionary(accounts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        rows = people.compactMap { person in
            guard let account = byID[person.account] else { return nil }
            let name = account.profile.name
            return Row(
                slug: person.slug, name: name, position: person.position(language),
                disc: Disc(
                    Disc.initials(of: name), account.kind == .familyMember ? .family : .professional))
        }
        self.language = language
        self.token = token
        self.back = back
    }

    private var words: any AccountWords { language.accounts }

    var html: HTML {
        """
        \(PageHead(words.demoTitle, lead: words.demoLead))
        <form class="section--tight" action="\(Link.demoSessions)" method="post">\(token.map(CSRF.field))\(back.map(returning))
        <ul class="people">
        \(rows, item)
        </ul>
        </form>
        """
    }

    private func returning(to link: Link) -> HTML { "<input type=\"hidden\" name=\"back\" value=\"\(link)\">" }

    private func item(_ row: Row) -> HTML {
        """
        <li class="person">
        \(row.disc)
        <div><h2 class="person__name">\(row.name)</h2><p class="person__role">\(row.position)</p></div>
        <div class="person__body">\(
            Button(words.signIn, .submit(name: "person", value: row.slug), .soft, about: row.name, isSmall: true))</div>
        </li>

        """
    }
}

extension DemoPerson {
    fileprivate func position(_ language: Language) -> String {
        switch language {
        case .nl: positionNL
        case .en: positionEN
        }
    }
}
