// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleStore

/// Does each hour what time asks, in the one process that holds the lease.
///
/// It takes away what had its time: sessions, submissions, text typed too late, files without a message, what was taken back a
/// month ago, invitations, consents, memberships, full copies, questions long answered, and keys of parts that never came to be. It asks who has a
/// birthday, and begins and ends the absences of colleagues.
package struct HourlySweep: Sendable {
    private let dossiers: Dossiers
    private let clock: Clock
    private let pause: Duration
    private let report: @Sendable (any Error) -> Void

    /// A key without a row may belong to an act that is still under way; after a day it does not.
    private static let orphanAge = Duration.days(1)

    package init(
        _ dossiers: Dossiers, _ clock: Clock, pause: Duration = .hours(1),
        report: @escaping @Sendable (any Error) -> Void
    ) {
        self.dossiers = dossiers
        self.clock = clock
        self.pause = pause
        self.report = report
    }

    /// Runs until its task is cancelled.
    ///
    /// A clock that jumped sweeps nothing for a day: what is swept too early does not come back.
    package func run() async {
        let begun = ContinuousClock.now
        var watch = ClockWatch()
        while !Task.isCancelled {
            if watch.isSteady(showing: clock.now(), after: ContinuousClock.now - begun) {
                do { try await sweepIfLeased() } catch { report(error) }
            }
            try? await Task.sleep(for: pause)
        }
    }

    private func sweepIfLeased() async throws {
        guard let lease = try await dossiers.database.lease("sweep") else { return }
        await sweep()
        await lease.release()
    }

    /// Sweeps once: what can't be swept is told, and keeps nothing else lying.
    package func sweep() async {
        let now = clock.now()
        let (database, vault, report) = (dossiers.database, dossiers.vault, report)
        await step { try await database.write { try $0.sweepAccounts(at: now) } }
        await step { try await database.write { try $0.sweepInvitations(at: now) } }
        await step { try await database.write { try $0.sweepConsents(at: now) } }
        await step { try await dossiers.sweepBirthdays(at: now, telling: report) }
        await step { try await dossiers.sweepGoingOn(at: now, telling: report) }
        await step { while try await database.write({ try $0.sweepUnansweredGoingOn(at: now) }) > 0 {} }
        // Before terms lapse: what somebody stood in for goes back to who was away.
        await step { try await dossiers.sweepAbsences(at: now, telling: report) }
        await step { try await dossiers.sweepLapsed(at: now, telling: report) }
        await step {
            while try await database.write({ try $0.sweepLooseAttachments(before: now - Self.orphanAge) }) > 0 {}
        }
        await step { while try await database.write({ try $0.sweepWithdrawn(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepLookups(vault) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepFullCopies(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepConsult(at: now, .unguessable) }) {} }
        await step { while try await database.write({ try $0.sweepReferral(at: now, .unguessable) }) {} }
        await step { while try await database.write({ try $0.sweepOldConsults(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepReport(at: now, .unguessable) }) {} }
        await step { while try await database.write({ try $0.sweepOldReports(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepReportMessages(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepAssignments(at: now) }) > 0 {} }
        await step { while try await database.write({ try $0.sweepGuestRequests(at: now, .unguessable) }) > 0 {} }
        await step { _ = try await database.write { try $0.sweepOldGuestRequests(at: now) } }
        await step {
            while try await database.write({ try $0.sweepOutsideReferral(at: now, .unguessable, vault) }) {}
        }
        await step { while try await database.write({ try $0.sweepOldOutsideReferrals(at: now) }) > 0 {} }
        await step { try await sweepOrphanKeys(at: now) }
    }

    private func step(_ sweep: () async throws -> Void) async {
        do { try await sweep() } catch { report(error) }
    }

    /// Destroys keys that no row uses, unless the data lack something of which the key store has seen more.
    ///
    /// Beside data that are not those the keys were made for, each key would look like an orphan.
    @discardableResult
    package func sweepOrphanKeys(at now: Moment) async throws -> Int {
        let vault = dossiers.vault
        let heads = try vault.heads()
        return try await dossiers.database.read { connection in
            guard try connection.reaches(heads) else { return 0 }
            return try vault.sweep(olderThan: now - Self.orphanAge) { ids in
                try connection.accountIDs(among: ids).union(connection.partIDs(among: ids))
                    .union(connection.consultIDs(among: ids)).union(connection.careReportIDs(among: ids))
                    .union(connection.referralIDs(among: ids)).union(connection.assignmentIDs(among: ids))
                    .union(connection.guestRequestIDs(among: ids)).union(connection.outsideReferralIDs(among: ids))
            }
        }
    }
}

extension Connection {
    /// Whether each chain goes as far as its head says.
    fileprivate func reaches(_ heads: [ChainHead]) throws -> Bool {
        for start in stride(from: 0, to: heads.count, by: 256) {
            let batch = heads[start..<min(start + 256, heads.count)]
            let names = batch.map(\.chain)
            let numbers = try rows("SELECT name, number FROM chain WHERE name IN \(list: names) ORDER BY name") {
                ($0.text(0), $0.int(1))
            }
            let reached = Dictionary(uniqueKeysWithValues: numbers)
            let isBehind = batch.contains { head in reached[head.chain].map { $0 < head.number } ?? true }
            if isBehind { return false }
        }
        return true
    }
}
