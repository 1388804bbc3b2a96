// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Keeps for a few minutes that somebody showed an account's password.
    package func begin(_ begun: BegunSignIn, by token: SessionToken, _ vault: Vault) throws {
        // Whoever knows a password and no second factor must not fill the disk.
        try execute("DELETE FROM begun_sign_in WHERE account = \(begun.account)")
        try execute(
            """
            INSERT INTO begun_sign_in (digest, account, until)
            VALUES (\(vault.digest(token.cookie, for: .begun)), \(begun.account), \(begun.until))
            """)
    }

    /// Who showed their password with this token a few minutes ago.
    package func begunSignIn(_ token: SessionToken, at now: Moment, _ vault: Vault) throws -> Account? {
        let id = try row(
            """
            SELECT account FROM begun_sign_in
            WHERE digest = \(vault.digest(token.cookie, for: .begun)) AND until > \(now)
                AND until <= \(now + BegunSignIn.term + Moment.setBack)
            ORDER BY digest
            """
        ) { $0.id(0, Account.self) }
        return try id.flatMap { try account($0, vault) }
    }

    /// The second factor was shown, or the sign-in was given up.
    package func endBegunSignIn(_ token: SessionToken, _ vault: Vault) throws {
        try execute("DELETE FROM begun_sign_in WHERE digest = \(vault.digest(token.cookie, for: .begun))")
    }

    /// Writes down that somebody signed in.
    package func record(_ record: SignInRecord, session: String, of account: ID<Account>) throws {
        try execute(
            """
            INSERT INTO sign_in_record (session, account, at, way, device)
            VALUES (\(session), \(account), \(record.at), \(record.way.rawValue), \(record.device.code))
            """)
    }

    /// The last times that somebody signed in, the latest first.
    package func signInRecords(of account: ID<Account>, limit: Int) throws -> [SignInRecord] {
        try rows(
            """
            SELECT at, way, device FROM sign_in_record
            WHERE account = \(account) ORDER BY at DESC, session LIMIT \(limit)
            """
        ) { SignInRecord(at: $0.moment(0), way: try $0.kept(1), device: Device(code: $0.text(2))) }
    }

    /// Removes what signing in left behind and no longer serves.
    package func sweepSignIns(at now: Moment) throws {
        try execute("DELETE FROM begun_sign_in WHERE until <= \(now)")
        try execute("DELETE FROM guessing WHERE latest < \(now - Guessing.memory)")
        try execute("DELETE FROM sign_in_record WHERE at < \(now - SignInRecord.term)")
        try execute("DELETE FROM remembered_device WHERE ends <= \(now)")
    }
}
