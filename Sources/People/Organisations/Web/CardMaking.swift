// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// One card that an administrator makes: its secrets before the act, its page after it.
struct CardMaking: Sendable {
    private let installation: Installation
    private let maker: ID<Account>
    private let code: CardCode
    private let pin: CardPin
    private let now: Moment

    init(_ installation: Installation, by maker: ID<Account>, _ visit: Visit) {
        self.installation = installation
        self.maker = maker
        code = CardCode.make(from: installation.secrets)
        pin = CardPin.make(from: installation.secrets)
        now = visit.now
    }

    /// Keeps it, in the act's transaction; the card before is void.
    func make(for account: ID<Account>, _ connection: Connection) throws {
        try connection.makeCard(for: account, by: maker, code: code, pin: pin, at: now, installation.vault)
        try connection.tell([account], of: .card(of: account), in: ID(as: account), at: now)
    }

    /// Code and figures, the one time that they are shown.
    func page(_ visit: Visit, isReplacing: Bool = false) -> Response {
        let page = CardPage(
            code, pin, until: now + JoiningCard.term, at: installation.address, isReplacing: isReplacing, visit.language
        )
        var frame = installation.frame(visit, title: visit.language.organisations.title)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }
}
