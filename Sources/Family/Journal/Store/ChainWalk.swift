// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

/// What a look along one chain found.
package struct ChainReport: Equatable, Sendable {
    /// `journal:` and a family, or `access:` and a family or process.
    package let chain: String
    package let records: Int
    package let findings: [ChainFinding]
}

extension Dossiers {
    /// Goes along each chain of journal and access log; chain by chain, so that it can run beside a server.
    ///
    /// - Parameters:
    ///   - copied: heads kept elsewhere to compare with; those in the key store unless given.
    ///   - progress: hears how many chains are done, and of how many.
    package func verifyChains(
        against copied: [ChainHead]? = nil, progress: @Sendable (Int, Int) -> Void
    ) async throws -> [ChainReport] {
        let vault = vault
        // Asked before the data: these only grow, so what was copied is in the chains by now.
        let copies = Dictionary(uniqueKeysWithValues: try (copied ?? vault.heads()).map { ($0.chain, $0) })
        let names = try await database.read { try $0.chainNames() }.union(copies.keys).sorted()
        var reports: [ChainReport] = []
        for (done, name) in names.enumerated() {
            progress(done, names.count)
            reports.append(
                try await database.read { connection in try connection.verify(name, copied: copies[name], vault) })
        }
        progress(names.count, names.count)
        return reports
    }
}

extension Connection {
    /// The names of all chains that have a head or a record.
    fileprivate func chainNames() throws -> Set<String> {
        var names = Set(try rows("SELECT name FROM chain ORDER BY name") { $0.text(0) })
        names.formUnion(try rows("SELECT DISTINCT family_id FROM journal ORDER BY 1") { "journal:" + $0.text(0) })
        names.formUnion(try rows("SELECT DISTINCT chain FROM access_record ORDER BY 1") { "access:" + $0.text(0) })
        return names
    }

    fileprivate func verify(_ name: String, copied: ChainHead?, _ vault: Vault) throws -> ChainReport {
        try vault.refresh()
        var verification = ChainVerification(Chain(name, vault), copied: copied)
        var records = 0
        var last = Int.min
        while true {
            let page = try self.records(of: name, after: last, vault)
            guard let end = page.last else { break }
            for record in page { verification.next(record.record) }
            records += page.count
            last = end.number
        }
        let head = try row("SELECT number, link FROM chain WHERE name = \(name) ORDER BY name") {
            (number: $0.int(0), link: $0.bytes(1))
        }
        return ChainReport(chain: name, records: records, findings: verification.finish(head: head))
    }

    private typealias Numbered = (number: Int, record: Chain.Record)

    private func records(of name: String, after number: Int, _ vault: Vault) throws -> [Numbered] {
        let owner = String(name.drop { $0 != ":" }.dropFirst())
        return name.hasPrefix("journal:")
            ? try journalRecords(of: owner, after: number, vault) : try accessRecords(of: owner, after: number)
    }

    private func accessRecords(of chain: String, after number: Int) throws -> [Numbered] {
        try rows(
            """
            SELECT number, at, body, digest, link FROM access_record
            WHERE chain = \(chain) AND number > \(number) ORDER BY number LIMIT 1000
            """
        ) { row in
            let record = Chain.Record(
                number: row.int(0), at: row.moment(1), digest: row.bytes(3),
                bodyDigest: Chain.Body.ofAccessRecord(row.bytes(2)).digest, link: row.bytes(4))
            return (row.int(0), record)
        }
    }

    /// A body may be missing only where its part's key is gone: else somebody emptied it.
    private func journalRecords(of family: String, after number: Int, _ vault: Vault) throws -> [Numbered] {
        var isThere: [String: Bool] = [:]
        return try rows(
            """
            SELECT number, at, kind, item_kind, item_id, part_id, body, digest, link FROM journal
            WHERE family_id = \(family) AND number > \(number) ORDER BY number LIMIT 1000
            """
        ) { row in
            let part = row.text(5)
            var digest: [UInt8]?
            if let body = row.ifAny(6, { $0.bytes($1) }) {
                digest = Chain.Body.ofJournal(row.text(2), itemKind: row.text(3), row.text(4), part: part, body).digest
            } else {
                let isKept = try isThere[part] ?? (vault.key(part) != nil)
                isThere[part] = isKept
                digest = isKept ? [] : nil
            }
            return (
                row.int(0),
                Chain.Record(
                    number: row.int(0), at: row.moment(1), digest: row.bytes(7), bodyDigest: digest, link: row.bytes(8))
            )
        }
    }
}
