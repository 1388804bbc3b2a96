// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The right to read the access log of all dossiers: the privacy officer's, and nobody else's (AVG 39).
///
/// Made in this file only. It opens records, which name accounts, persons and items by identifier; no dossier.
package struct LogPermit: ~Copyable {
    fileprivate let holder: ID<Account>
    fileprivate init(holder: ID<Account>) { self.holder = holder }
}

/// One record of the log with the dossier or process whose chain it is in.
package struct LogLine: Hashable, Sendable {
    package let chain: String
    package let number: Int
    package let record: AccessRecord
    /// The name of who looked; nil when their account was erased.
    package let who: String?
    /// The organisation on whose behalf.
    package let organisation: String?

    /// The dossier it is of; nil for refused attempts and lists.
    package var family: ID<Family>? { ID(chain) }
}

/// A place between two records of the log of all dossiers: records of one millisecond have an order, too.
package struct LogPlace: Hashable, Sendable {
    let at: Moment
    let chain: String
    let number: Int

    /// Behind a line.
    package init(behind line: LogLine) {
        at = line.record.at
        chain = line.chain
        number = line.number
    }

    /// Before all records until a moment.
    package init(until moment: Moment) {
        at = moment
        chain = ""
        number = 0
    }

    package var text: String { "\(at.milliseconds).\(chain).\(number)" }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let at = Int64(parts[0]), let number = Int(parts[2]) else { return nil }
        self.at = Moment(milliseconds: at)
        self.number = number
        chain = String(parts[1])
    }
}

extension Dossiers {
    /// The records of all dossiers before a place, latest first; nil for anybody but a privacy officer.
    ///
    /// Reading the log is a reading like any other: it is on record before the answer leaves.
    package func accessLog(of account: Account, _ look: Look, before: LogPlace, limit: Int) async throws -> [LogLine]? {
        let vault = vault
        let lines: [LogLine]? = try await database.read { connection in
            guard account.kind == .privacyOfficer else { return nil }
            try vault.refresh()
            return try connection.logLines(LogPermit(holder: account.id), before: before, limit: limit, vault)
        }
        try await recordReadingOfLog(look, isGranted: lines != nil)
        return lines
    }
}

extension Connection {
    fileprivate func logLines(
        _ permit: borrowing LogPermit, before place: LogPlace, limit: Int, _ vault: Vault
    ) throws -> [LogLine] {
        let found = try logRows(before: place, limit: limit, vault)
        let accounts = try accounts(Set(found.map(\.record.who)), vault)
        let names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.profile.name) })
        let organisations = try organisations(Set(found.compactMap(\.record.onBehalfOf)))
        return found.map { line in
            LogLine(
                chain: line.chain, number: line.number, record: line.record, who: names[line.record.who],
                organisation: organisations.first { $0.id == line.record.onBehalfOf }?.name)
        }
    }

    /// The records themselves; ``logLines`` hands them to who has the permit.
    func logRows(
        before place: LogPlace, limit: Int, _ vault: Vault
    ) throws -> [(chain: String, number: Int, record: AccessRecord)] {
        try rows(
            """
            SELECT chain, number, body FROM access_record
            WHERE (at, chain, number) < (\(place.at), \(place.chain), \(place.number))
            ORDER BY at DESC, chain DESC, number DESC LIMIT \(limit)
            """
        ) { row in
            let (chain, number) = (row.text(0), row.int(1))
            return (chain, number, try AccessRecord.opened(row.bytes(2), number: number, chain: chain, vault))
        }
    }
}
