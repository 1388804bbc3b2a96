// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Kernel
import Synchronization
import TestClient
import TestDatabases
import Testing

@Suite struct `The phone of a desk` {
    private struct Ring: Hashable, Sendable {
        let desk: String
        let times: Int
        let isEscalated: Bool
    }

    private final class Gateway: Sendable {
        let rings = Mutex<[Ring]>([])
        let isDead = Mutex(false)

        func hear(_ ring: Ring) -> Bool {
            guard !isDead.withLock({ $0 }) else { return false }
            rings.withLock { $0.append(ring) }
            return true
        }
    }

    private func phone(_ web: WebTown, _ gateway: Gateway) -> DutyPhone {
        DutyPhone(web.database, Clock { [clock = web.clock] in clock.now }) { desk, times, isEscalated in
            gateway.hear(Ring(desk: desk, times: times, isEscalated: isEscalated))
        } report: {
        }
    }

    @Test(arguments: Engine.all)
    func `rings for what is acute until somebody takes it, and tells nobody's name`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (gateway, name) = (Gateway(), "Gebiedsteam Zuilen-Ondiep")
        let phone = phone(web, gateway)
        _ = try await web.report()
        try await phone.ring()
        #expect(gateway.rings.withLock { $0 }.isEmpty)
        _ = try await web.report(["urgency": "acute"])
        for _ in 0..<3 {
            try await phone.ring()
            try await phone.ring()
            web.clock.wait(.minutes(6))
        }
        #expect(
            gateway.rings.withLock { $0 }
                == (1...3).map { Ring(desk: name, times: $0, isEscalated: $0 == 3) })
        let mirjam = try await web.worker("mirjam")
        let board = try await mirjam.get("/desk").links.filter { $0.hasPrefix("/desk/reports/") }
        // What is acute stands first.
        _ = try await web.send(try #require(board.first) + "/taking", [:], by: mirjam)
        web.clock.wait(.minutes(6))
        try await phone.ring()
        #expect(gateway.rings.withLock { $0.count } == 3)
    }

    @Test func `rings again at once when the gateway did not answer`() async throws {
        let web = try await WebTown.withDesks()
        let gateway = Gateway()
        let phone = phone(web, gateway)
        _ = try await web.report(["urgency": "acute"])
        gateway.isDead.withLock { $0 = true }
        try await phone.ring()
        gateway.isDead.withLock { $0 = false }
        try await phone.ring()
        #expect(gateway.rings.withLock { $0.map(\.times) } == [1])
    }
}
