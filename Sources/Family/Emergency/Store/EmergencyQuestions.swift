// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody on duty opened, as who opened or judges it sees it; nil in its texts is what was erased.
package struct EmergencySight: Sendable {
    package let family: ID<Family>
    package let access: EmergencyAccess
    package let reason: String?
    package let wideReason: String?
    package let review: String?
    /// How the one who opened it is called; nil when their account was erased.
    package let name: String?
    package let organisation: String?
    /// How often they opened something meanwhile, by kind of item.
    package let looks: [ItemName.Kind: Int]
}

/// An emergency access as it is kept.
struct StoredEmergency {
    let family: ID<Family>
    let access: EmergencyAccess
    let part: ID<Part>
    let reason: [UInt8]?
    let wideReason: [UInt8]?
    let review: [UInt8]?

    static let columns: SQL = """
        family_id, id, account_id, organisation_id, opened_at, widened_at, reviewed_by, reviewed_at, was_right, is_shown,
        part_id, reason, wide_reason, review
        """

    init(row: borrowing Row) {
        family = row.id(0)
        var review: EmergencyAccess.Review?
        if let by = row.idIfAny(6, Account.self) {
            review = EmergencyAccess.Review(by: by, at: row.moment(7), wasRight: row.bool(8), isShown: row.bool(9))
        }
        access = EmergencyAccess(
            id: row.id(1), who: row.id(2), organisation: row.id(3), opened: row.moment(4),
            widened: row.ifAny(5) { $0.moment($1) }, review: review)
        part = row.id(10)
        (reason, wideReason, self.review) = (row.bytesIfAny(11), row.bytesIfAny(12), row.bytesIfAny(13))
    }
}

extension Connection {
    /// What an account opened that is still open, last opened last.
    func emergencies(of account: ID<Account>, at now: Moment) throws -> [StoredEmergency] {
        try rows(
            """
            SELECT \(StoredEmergency.columns) FROM emergency
            WHERE account_id = \(account) AND ends_at > \(now) ORDER BY opened_at, id
            """, StoredEmergency.init(row:)
        ).filter { $0.access.isOpen(at: now) }
    }

    func emergency(_ id: ID<EmergencyAccess>, in family: ID<Family>) throws -> StoredEmergency? {
        try row(
            """
            SELECT \(StoredEmergency.columns) FROM emergency WHERE family_id = \(family) AND id = \(id) ORDER BY id
            """, StoredEmergency.init(row:))
    }

    /// The emergency accesses that who judged them shows the family, by who opened them.
    package func emergenciesShown(_ key: borrowing DossierKey) throws -> [EmergencyAccess] {
        try rows(
            """
            SELECT \(StoredEmergency.columns) FROM emergency
            WHERE family_id = \(key.family) AND is_shown = \(true) ORDER BY opened_at, id
            """, StoredEmergency.init(row:)
        ).map(\.access)
    }

    /// What the reader opened in this family and may still read by.
    package func ownEmergency(at now: Moment, _ key: borrowing DossierKey) throws -> EmergencyAccess? {
        guard key.reading.isEmergency else { return nil }
        return try emergencies(of: key.reading.reader, at: now).last { $0.family == key.family }?.access
    }

    func sight(_ stored: StoredEmergency, _ key: borrowing DossierKey, _ vault: Vault) throws -> EmergencySight {
        let access = stored.access
        let records = try accessRecords(
            key, from: access.opened, until: access.ends, below: .max, limit: 1_000, vault)
        let looks = records.filter { $0.record.who == access.who && $0.record.ground == .emergency }
            .reduce(into: [:]) { $0[$1.record.item.kind, default: 0] += 1 }
        return EmergencySight(
            family: key.family, access: access,
            reason: try key.open(stored.reason, in: stored.part, at: .emergency("reason", access.id, key.family)),
            wideReason: try key.open(
                stored.wideReason, in: stored.part, at: .emergency("wide_reason", access.id, key.family)),
            review: try key.open(stored.review, in: stored.part, at: .emergency("review", access.id, key.family)),
            name: try account(access.who, vault)?.profile.name,
            organisation: try organisation(access.organisation)?.name, looks: looks)
    }

    /// Empties why, where the shared part was erased.
    func emptyEmergencies(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE emergency SET reason = NULL, wide_reason = NULL, review = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts)
                AND (reason IS NOT NULL OR wide_reason IS NOT NULL OR review IS NOT NULL)
            """)
    }
}

extension ID<EmergencyAccess> {
    /// What is promised about it: that another looks at it.
    var review: Promise.Subject { Promise.Subject(kind: ItemName.Kind.emergency.rawValue, id: text) }
}

extension SealedPlace {
    static func emergency(
        _ column: StaticString, _ access: ID<EmergencyAccess>, _ family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("emergency", column, row: access.text, owner: family.text)
    }
}
