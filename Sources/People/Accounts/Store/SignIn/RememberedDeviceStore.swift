// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// Remembers a device by a token that only it holds.
    package func remember(_ device: RememberedDevice, by token: SessionToken, _ vault: Vault) throws {
        try execute(
            """
            INSERT INTO remembered_device (id, account, digest, digest_before, device, began, seen, ends)
            VALUES (
                \(device.id), \(device.account), \(vault.digest(device: token)), NULL, \(device.device.code),
                \(device.began), \(device.seen), \(device.ends)
            )
            """)
    }

    /// The device with this token, or with the one before for a moment longer; nil when it is not remembered.
    package func rememberedDevice(
        _ token: SessionToken, at now: Moment, _ vault: Vault
    ) throws -> RememberedDevice? {
        guard let found = try foundDevice(vault.digest(device: token)) else { return nil }
        let isInTime = found.isCurrent || found.device.isInGrace(at: now)
        return isInTime && found.device.isRemembered(at: now) ? found.device : nil
    }

    /// Comes in on a remembered device: its token is replaced, so that a copy of it serves no longer than until then.
    ///
    /// A token that was replaced a while ago is in two places: then the device is remembered no more, in either.
    /// - Returns: the device, and whether `next` is its token now; nil when it is not remembered.
    package func enter(
        by token: SessionToken, next: SessionToken, at now: Moment, _ vault: Vault
    ) throws -> (device: RememberedDevice, isReplaced: Bool)? {
        let digest = vault.digest(device: token)
        guard let found = try foundDevice(digest) else { return nil }
        guard found.device.isRemembered(at: now) else {
            // Found over once, it stays so by whatever clock.
            try forget(found.device.id, of: found.device.account)
            return nil
        }
        guard found.isCurrent else {
            if found.device.isInGrace(at: now) { return (found.device, false) }
            try forget(found.device.id, of: found.device.account)
            return nil
        }
        try execute(
            """
            UPDATE remembered_device
            SET digest = \(vault.digest(device: next)), digest_before = \(digest),
                seen = \(max(now, found.device.seen))
            WHERE id = \(found.device.id)
            """)
        return (found.device, true)
    }

    /// The remembered devices of an account, the latest first.
    package func rememberedDevices(of account: ID<Account>, at now: Moment) throws -> [RememberedDevice] {
        try rows(
            """
            SELECT id, account, device, began, seen, ends FROM remembered_device
            WHERE account = \(account) ORDER BY seen DESC, id
            """
        ) { RememberedDevice(row: $0) }
        .filter { $0.isRemembered(at: now) }
    }

    /// Forgets a device of an account, and ends what began on it; gives the digests of the sessions that ended.
    @discardableResult
    package func forget(_ device: ID<RememberedDevice>, of account: ID<Account>) throws -> [String] {
        let gone = try execute("DELETE FROM remembered_device WHERE id = \(device) AND account = \(account)")
        guard gone == 1 else { return [] }
        let ended = try rows(
            "SELECT digest FROM session WHERE account = \(account) AND remembered = \(device) ORDER BY digest"
        ) { $0.text(0) }
        try execute("DELETE FROM session WHERE account = \(account) AND remembered = \(device)")
        return ended
    }

    /// Signs an account out everywhere but in one session, if any, and forgets its devices but that session's own.
    ///
    /// The secret address of its calendar ends with them. Gives the digests of the sessions that ended.
    @discardableResult
    package func endSessions(of account: ID<Account>, but kept: Session?) throws -> [String] {
        let (own, device) = (kept?.digest ?? "", kept?.remembered?.text ?? "")
        let ended = try rows(
            "SELECT digest FROM session WHERE account = \(account) AND digest <> \(own) ORDER BY digest"
        ) { $0.text(0) }
        try execute("DELETE FROM session WHERE account = \(account) AND digest <> \(own)")
        try execute("DELETE FROM remembered_device WHERE account = \(account) AND id <> \(device)")
        try execute("DELETE FROM begun_sign_in WHERE account = \(account)")
        try removeFeed(of: account)
        return ended
    }

    private func foundDevice(_ digest: String) throws -> (device: RememberedDevice, isCurrent: Bool)? {
        try row(
            """
            SELECT id, account, device, began, seen, ends, digest FROM remembered_device
            WHERE digest = \(digest) OR digest_before = \(digest) ORDER BY id
            """
        ) { (RememberedDevice(row: $0), $0.text(6) == digest) }
    }
}

extension RememberedDevice {
    fileprivate init(row: borrowing Row) {
        self.init(
            id: row.id(0), account: row.id(1), device: Device(code: row.text(2)), began: row.moment(3),
            seen: row.moment(4), ends: row.moment(5))
    }
}

extension Vault {
    fileprivate func digest(device token: SessionToken) -> String { digest(token.cookie, for: .device) }
}
