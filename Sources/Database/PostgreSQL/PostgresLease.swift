// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// A right that hangs on an advisory lock of a connection of its own: the server takes it back with the connection.
final class PostgresLease: Sendable {
    private let link: Mutex<PostgresLink?>
    private let key: Int64

    /// - Returns: nil while another session has it.
    init?(_ name: String, at address: PostgresAddress) throws {
        key = Self.key(name)
        let link = try Self.connect(address)
        guard try link.ask("SELECT pg_try_advisory_lock(\(key))") == "t" else { return nil }
        self.link = Mutex(link)
    }

    /// Waits until nobody else has it.
    init(awaiting name: String, at address: PostgresAddress) throws {
        key = Self.key(name)
        let link = try Self.connect(address)
        _ = try link.ask("SELECT pg_advisory_lock(\(key))", nil)
        self.link = Mutex(link)
    }

    var lease: Lease {
        Lease(
            isHeld: { (try? await aside { self.isHeld }) ?? false },
            release: { try? await aside { self.release() } })
    }

    /// Unlocks before it hangs up: the server notices the end of a connection some time after it is closed.
    func release() {
        link.withLock { link in
            _ = try? link?.ask("SELECT pg_advisory_unlock(\(key))")
            link = nil
        }
    }

    private var isHeld: Bool {
        link.withLock { link in
            let answer = try? link?.ask(
                """
                SELECT 1 FROM pg_locks
                WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid() AND objsubid = 1
                AND (CAST(classid AS BIGINT) << 32 | CAST(objid AS BIGINT)) = \(key)
                """)
            return answer == "1"
        }
    }

    /// The server, too, must see within seconds that the holder is gone, or nobody can follow it.
    private static func connect(_ address: PostgresAddress) throws(DatabaseError) -> PostgresLink {
        do {
            let link = try PostgresLink(address)
            try link.ask("SET tcp_keepalives_idle = 5")
            try link.ask("SET tcp_keepalives_interval = 2")
            try link.ask("SET tcp_keepalives_count = 3")
            return link
        } catch {
            throw .unavailable(error.message)
        }
    }

    /// A number for the name: FNV-1a, 64 bits.
    private static func key(_ name: String) -> Int64 {
        let hash = "rondom \(name)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }
}
