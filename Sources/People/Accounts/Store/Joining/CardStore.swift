// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Vault {
    /// What the database knows a card by.
    fileprivate func digest(of code: CardCode) -> String { digest(code.text, for: .card) }

    /// The figures of one card: the same figures of another card have another digest.
    fileprivate func digest(of pin: CardPin, on card: String) -> String { digest(card + pin.text, for: .card) }
}

extension Connection {
    /// Keeps a new card for an account; the one it had before is void from now on.
    ///
    /// Whether this maker may hand this account a card is decided by who calls. Neither the code nor the figures can be
    /// read back: they are shown once.
    package func makeCard(
        for account: ID<Account>, by maker: ID<Account>, code: CardCode, pin: CardPin, at now: Moment, _ vault: Vault
    ) throws {
        try voidCards(of: account, at: now)
        let card = JoiningCard(for: account, by: maker, at: now)
        let digest = vault.digest(of: code)
        try execute(
            """
            INSERT INTO card (digest, pin, account, made_by, made_at, ends_at)
            VALUES (
                \(digest), \(vault.digest(of: pin, on: digest)), \(account), \(maker), \(card.madeAt), \(card.endsAt)
            )
            """)
    }

    /// Ends the open card of an account, such as when it was lost.
    @discardableResult
    package func voidCards(of account: ID<Account>, at now: Moment) throws -> Int {
        try execute(
            """
            UPDATE card SET voided_at = \(now) WHERE account = \(account) AND used_at IS NULL AND voided_at IS NULL
            """)
    }

    /// The latest card of an account, to tell its maker what became of it.
    package func latestCard(of account: ID<Account>) throws -> JoiningCard? {
        try row(
            """
            SELECT account, made_by, made_at, ends_at, used_at, voided_at, wrong_pins FROM card
            WHERE account = \(account) ORDER BY made_at DESC, digest LIMIT 1
            """
        ) { JoiningCard(row: $0) }
    }

    /// Whether a card lies ready that opens an account: its owner is asked whether that is right.
    package func hasOpenCard(_ account: ID<Account>, at now: Moment) throws -> Bool {
        try latestCard(of: account)?.state(at: now) == .open
    }

    /// Begins to join with a card and its figures; from then on the token stands for them.
    ///
    /// Wrong figures count against the card. The card itself is used when there is a way to sign in, so whoever is
    /// interrupted begins again.
    ///
    /// - Returns: whether card and figures were good. Why not is told to nobody.
    package func beginJoining(
        _ code: CardCode, _ pin: CardPin, token: SessionToken, at now: Moment, _ vault: Vault
    ) throws -> Bool {
        let digest = vault.digest(of: code)
        guard let (card, kept) = try card(digest) else { return false }
        guard card.state(at: now) == .open else {
            try close(digest, card, at: now)
            return false
        }
        guard kept == vault.digest(of: pin, on: digest) else {
            try countWrongPin(digest, card, at: now)
            return false
        }
        // Whoever begins anew on another device takes over; endless beginnings must not fill the disk.
        try execute("DELETE FROM joining WHERE card = \(digest) OR digest = \(vault.digest(of: token))")
        try execute(
            """
            INSERT INTO joining (digest, card, ends_at)
            VALUES (\(vault.digest(of: token)), \(digest), \(now + Joining.term))
            """)
        return true
    }

    private func card(_ digest: String) throws -> (JoiningCard, pin: String)? {
        try row(
            """
            SELECT account, made_by, made_at, ends_at, used_at, voided_at, wrong_pins, pin FROM card
            WHERE digest = \(digest) ORDER BY digest
            """
        ) { (JoiningCard(row: $0), $0.text(7)) }
    }

    /// What was found past its end has no length any more: a clock that is set back opens it no second time.
    private func close(_ digest: String, _ card: JoiningCard, at now: Moment) throws {
        guard card.state(at: now) == .pastItsEnd else { return }
        guard card.madeAt < now else {
            // Made by a clock that was ahead: its own moments can't end it.
            try execute("UPDATE card SET voided_at = \(now) WHERE digest = \(digest) AND used_at IS NULL")
            return
        }
        let end = Moment(milliseconds: card.madeAt.milliseconds + 1)
        try execute("UPDATE card SET ends_at = \(end) WHERE digest = \(digest)")
    }

    private func countWrongPin(_ digest: String, _ card: JoiningCard, at now: Moment) throws {
        let voided = card.isVoidedByWrongPin ? now : nil
        try execute(
            "UPDATE card SET wrong_pins = wrong_pins + 1, voided_at = \(voided) WHERE digest = \(digest)")
    }

    /// Removes cards half a year after their end: so long their maker sees what became of them.
    func sweepCards(at now: Moment) throws {
        try execute("DELETE FROM joining WHERE ends_at <= \(now)")
        let long = now - .days(180)
        try execute("DELETE FROM joining WHERE card IN (SELECT digest FROM card WHERE ends_at <= \(long))")
        try execute("DELETE FROM card WHERE ends_at <= \(long)")
    }
}

extension JoiningCard {
    fileprivate init(row: borrowing Row) {
        self.init(
            account: row.id(0), madeBy: row.id(1), madeAt: row.moment(2), endsAt: row.moment(3),
            usedAt: row.ifAny(4) { $0.moment($1) }, voidedAt: row.ifAny(5) { $0.moment($1) }, wrongPins: row.int(6))
    }
}
