// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import TestDatabases
import Testing
import Town

@Suite struct `A town that is filled` {
    @Test func `has all families and tells how far it is`() async throws {
        let town = Town.zuilenOndiep(today: FilledDatabase.today)
        let dossiers = try await FilledDatabase.empty(.sqlite)
        let began = ContinuousClock.now
        let filled = try await town.fill(dossiers, ids: FilledDatabase.counted())
        print("filled in", ContinuousClock.now - began)
        #expect(filled.families.count == 40)
    }
}
