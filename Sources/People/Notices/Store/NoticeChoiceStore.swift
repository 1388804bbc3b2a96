// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// What an account chose about mail, or nil when it never confirmed an address.
    package func noticeChoice(of account: ID<Account>, _ vault: Vault) throws -> NoticeChoice? {
        guard let key = try vault.key(account.text) else { return nil }
        return try row(
            """
            SELECT address, wanted, sent_at, refused_at FROM notice_choice WHERE account = \(account) ORDER BY account
            """
        ) { row in
            NoticeChoice(
                address: try .kept(key.open(row.bytes(0), at: .chosenAddress(of: account))), isWanted: row.bool(1),
                sent: row.ifAny(2) { $0.moment($1) }, refused: row.ifAny(3) { $0.moment($1) })
        }
    }

    /// Keeps an address that was confirmed: mail goes there from now on.
    func choose(_ address: MailAddress, for account: ID<Account>, _ key: PartKey) throws {
        let sealed = key.seal(address.text, at: .chosenAddress(of: account))
        try execute(
            """
            INSERT INTO notice_choice (account, address, wanted, version) VALUES (\(account), \(sealed), \(true), 1)
            ON CONFLICT (account) DO UPDATE
            SET address = excluded.address, wanted = excluded.wanted, refused_at = NULL,
                version = notice_choice.version + 1
            """)
    }

    /// Ends all mail to an account: what waits goes, too, and so does the address.
    ///
    /// A code can't be typed any more; that it was asked for still counts.
    package func endNotices(of account: ID<Account>) throws {
        try execute("DELETE FROM outbox WHERE account = \(account)")
        try execute("DELETE FROM notice_choice WHERE account = \(account)")
        try execute("UPDATE notice_code SET until = 0, next_at = NULL WHERE account = \(account)")
    }

    /// Takes away all that was kept about mail to an account that is erased.
    func forgetNotices(of account: ID<Account>) throws {
        try endNotices(of: account)
        try execute("DELETE FROM notice_code WHERE account = \(account)")
    }

    /// Notes that a letter went.
    func noteSent(to account: ID<Account>, at now: Moment) throws {
        try execute(
            """
            UPDATE notice_choice SET sent_at = \(now), refused_at = NULL, version = version + 1
            WHERE account = \(account)
            """)
    }

    /// Notes that a mail server refused the address.
    func noteRefused(_ account: ID<Account>, at now: Moment) throws {
        try execute(
            "UPDATE notice_choice SET refused_at = \(now), version = version + 1 WHERE account = \(account)")
    }
}

extension MailAddress {
    /// An address that we kept.
    static func kept(_ text: String) throws -> MailAddress {
        do { return try MailAddress(text) } catch { throw DatabaseError.damaged("no mail address") }
    }
}

extension SealedPlace {
    fileprivate static func chosenAddress(of account: ID<Account>) -> Self {
        Self("notice_choice", "address", row: account.text, owner: account.text)
    }
}
