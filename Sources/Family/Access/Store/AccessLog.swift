// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Adds one record to a chain of the access log and tells its number.
    @discardableResult
    func append(_ record: AccessRecord, to chain: String, _ vault: Vault) throws -> Int {
        let name = "access:" + chain
        let next = try nextPlace(in: name)
        let place = SealedPlace("access_record", "body", row: String(next.number), owner: chain)
        let body = vault.logKey.seal(record.text, at: place)
        let digest = Chain.Body.ofAccessRecord(body).digest
        let link = try link(digest: digest, to: name, next, at: record.at, vault)
        try execute(
            """
            INSERT INTO access_record (chain, number, at, body, digest, link)
            VALUES (\(chain), \(next.number), \(record.at), \(body), \(digest), \(link))
            """)
        return next.number
    }

    /// Those of the families that were in no list of this reader yet today.
    func unmentioned(_ families: [ID<Family>], to reader: ID<Account>, on day: Day) throws -> [ID<Family>] {
        let mentioned: Set<ID<Family>> = Set(
            try rows(
                """
                SELECT family_id FROM access_mention WHERE account_id = \(reader) AND day = \(day) ORDER BY family_id
                """
            ) { $0.id(0) })
        return families.filter { !mentioned.contains($0) }
    }

    /// Notes that a list named these families, once a day and reader: "Wie keek mee" folds it to one line anyway.
    func mention(_ record: AccessRecord, in families: [ID<Family>], chain: String, number: Int) throws {
        for family in families {
            try execute(
                """
                INSERT INTO access_mention (family_id, day, account_id, at, chain, number, organisation_id)
                VALUES (\(family), \(record.at.day), \(record.who), \(record.at), \(chain), \(number),
                    \(record.onBehalfOf))
                ON CONFLICT DO NOTHING
                """)
        }
    }

    /// The records of one dossier between two moments below a number, latest first.
    package func accessRecords(
        _ key: borrowing DossierKey, from: Moment, until: Moment, below number: Int, limit: Int, _ vault: Vault
    ) throws -> [(number: Int, record: AccessRecord)] {
        let chain = key.family.text
        return try rows(
            """
            SELECT number, body FROM access_record
            WHERE chain = \(chain) AND at >= \(from) AND at < \(until) AND number < \(number)
            ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in
            (row.int(0), try AccessRecord.opened(row.bytes(1), number: row.int(0), chain: chain, vault))
        }
    }

    /// Who had this family in a list between two moments, and on whose behalf, latest first.
    package func accessMentions(
        _ key: borrowing DossierKey, from: Moment, until: Moment
    ) throws -> [(who: ID<Account>, at: Moment, onBehalfOf: ID<Organisation>?)] {
        try rows(
            """
            SELECT account_id, at, organisation_id FROM access_mention
            WHERE family_id = \(key.family) AND day >= \(from.day) AND day <= \(until.day)
                AND at >= \(from) AND at < \(until)
            ORDER BY at DESC, account_id
            """
        ) { ($0.id(0), $0.moment(1), $0.idIfAny(2)) }
    }
}

extension AccessRecord {
    static func opened(_ body: [UInt8], number: Int, chain: String, _ vault: Vault) throws -> AccessRecord {
        let place = SealedPlace("access_record", "body", row: String(number), owner: chain)
        guard let record = AccessRecord(text: try vault.logKey.open(body, at: place)) else {
            throw DatabaseError.damaged("access record \(number) of \(chain)")
        }
        return record
    }
}

extension Chain.Body {
    /// What the chain of the access log binds: the sealed record, which is never erased before its term.
    static func ofAccessRecord(_ body: [UInt8]) -> Chain.Body {
        var bound = Chain.Body()
        bound.add(body)
        return bound
    }
}
