// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

/// A code that waits to be typed, and what became of its letter.
package struct KeptNoticeCode: Hashable, Sendable {
    package var code: NoticeCode
    /// When a mail server refused the address.
    package let refused: Moment?
    let tries: Int
}

extension Connection {
    /// The code that an account was last sent, or is to be sent.
    package func noticeCode(of account: ID<Account>, _ vault: Vault) throws -> KeptNoticeCode? {
        guard let key = try vault.key(account.text) else { return nil }
        return try row(
            """
            SELECT address, digits, until, wrong, asked, asked_since, refused_at, tries FROM notice_code
            WHERE account = \(account) ORDER BY account
            """
        ) { row in
            let code = NoticeCode(
                address: try .kept(key.open(row.bytes(0), at: .codeAddress(of: account))),
                digits: try key.open(row.bytes(1), at: .digits(of: account)), until: row.moment(2), wrong: row.int(3),
                asked: row.int(4), askedSince: row.moment(5))
            return KeptNoticeCode(code: code, refused: row.ifAny(6) { $0.moment($1) }, tries: row.int(7))
        }
    }

    /// Has a code mailed to an address that somebody says is theirs.
    ///
    /// - Throws: ``NoticeCode/Refusal``
    package func askNoticeCode(
        for address: MailAddress, of account: ID<Account>, digits: String, at now: Moment, _ vault: Vault
    ) throws {
        guard let key = try vault.key(account.text) else { throw VaultError.noPart(account.text) }
        let before = try noticeCode(of: account, vault)?.code
        guard let code = try NoticeCode.asked(for: address, after: before, digits: digits, at: now) else { return }
        try execute("DELETE FROM notice_code WHERE account = \(account)")
        try execute(
            """
            INSERT INTO notice_code (account, address, digits, until, wrong, asked, asked_since, next_at, tries)
            VALUES (
                \(account), \(key.seal(address.text, at: .codeAddress(of: account))),
                \(key.seal(digits, at: .digits(of: account))), \(code.until), 0, \(code.asked), \(code.askedSince),
                \(now), 0
            )
            """)
    }

    /// Holds what was typed against the code; when it is right, mail goes to its address from now on.
    package func confirmNoticeAddress(
        of account: ID<Account>, typed: String, at now: Moment, _ vault: Vault
    ) throws -> NoticeCode.Answer {
        guard let key = try vault.key(account.text), var code = try noticeCode(of: account, vault)?.code else {
            return .over
        }
        let answer = code.answer(to: typed, at: now)
        if answer == .right {
            try choose(code.address, for: account, key)
            // The row stays, so that asking is still counted.
            try execute("UPDATE notice_code SET until = 0, next_at = NULL WHERE account = \(account)")
        } else {
            try execute("UPDATE notice_code SET wrong = \(code.wrong) WHERE account = \(account)")
        }
        return answer
    }

    /// Accounts to which a code is to be mailed now.
    func accountsToSendCodes(at now: Moment, limit: Int) throws -> [ID<Account>] {
        try rows(
            """
            SELECT account FROM notice_code WHERE next_at IS NOT NULL AND next_at <= \(now)
            ORDER BY next_at, account LIMIT \(limit)
            """
        ) { $0.id(0) }
    }

    /// Notes what became of a code's letter: no further try, or one at that moment.
    func noteCode(of account: ID<Account>, next: Moment?, refused: Moment?, tries: Int) throws {
        try execute(
            """
            UPDATE notice_code SET next_at = \(next), refused_at = \(refused), tries = \(tries)
            WHERE account = \(account)
            """)
    }

    /// Takes away codes that nobody can type any more, once asking need not be counted any more either.
    package func sweepNoticeCodes(at now: Moment) throws {
        try execute(
            "DELETE FROM notice_code WHERE asked_since <= \(now - .days(1)) AND until <= \(now)")
    }
}

extension SealedPlace {
    fileprivate static func codeAddress(of account: ID<Account>) -> Self {
        Self("notice_code", "address", row: account.text, owner: account.text)
    }

    fileprivate static func digits(of account: ID<Account>) -> Self {
        Self("notice_code", "digits", row: account.text, owner: account.text)
    }
}
