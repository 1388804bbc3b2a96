// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// The page about oneself: who one is here, and the way out.
struct AccountPage: Hashable {
    let name: String
    let token: String
    let language: Language

    private var words: any AccountWords { language.accounts }

    var html: HTML {
        """
        \(PageHead(name, lead: words.signedInAs(name)))
        <p><a href="\(Link.notices)">\(language.notices.title)</a></p>
        \(ActForm(.sessionEnd, token: token, title: words.signOut, .quiet))
        """
    }
}
