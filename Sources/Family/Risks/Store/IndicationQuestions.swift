// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// An indication as its reader finds it.
package struct IndicationSight: Hashable, Sendable {
    package let indication: RiskIndication
    /// What was assessed; nil when it was erased.
    package let assessed: AssessedRisk?
    /// On which day it was discussed, once it was.
    package let discussed: Day?
    /// What was said of it then, for professionals; nil where nothing, or erased.
    package let talk: String?
}

/// What somebody in charge was asked to weigh, and what they wrote.
package struct RiskWeighing: Hashable, Sendable {
    package let cause: RiskContradiction
    package let asked: Moment
    /// nil until it was weighed.
    package let weighed: Moment?
    package let by: ID<Account>?
    /// nil until then, and when it was erased.
    package let text: String?
}

extension Connection {
    /// The indications of a family that the reader may read: those that count first, then the latest first.
    package func indications(_ key: borrowing DossierKey) throws -> [IndicationSight] {
        let sights = try readIndications(key).map { try opened($0, key) }
        return sights.filter(\.indication.stands) + sights.filter { !$0.indication.stands }
    }

    /// One of them, when the reader may read it.
    package func indication(_ id: ID<RiskIndication>, _ key: borrowing DossierKey) throws -> IndicationSight? {
        try readIndications(key).first { $0.indication.id == id }.map { try opened($0, key) }
    }

    /// Those that the reader may read, each as they find it.
    ///
    /// That one was replaced by another that they may not read, as it was not discussed yet or is held from them, they don't
    /// learn.
    private func readIndications(_ key: borrowing DossierKey) throws -> [KeptIndication] {
        let found = try keptIndications(in: key.family).filter { key.reading.mayRead($0.indication) }
        let known = Set(found.map(\.indication.id))
        return found.map { $0.found(among: known) }
    }

    /// What the family shows: of all indications that count and that the reader may read the most serious one.
    ///
    /// Of two alike the one that was assessed last.
    package func familyIndication(_ key: borrowing DossierKey) throws -> IndicationSight? {
        guard key.reading.covered.contains(where: { $0.value.share == .all }) else { return nil }
        return try indications(key).filter { $0.indication.stands }
            .compactMap { sight in sight.assessed.map { (sight, $0.conclusion) } }
            .max { ($0.1, $0.0.indication.assessed) < ($1.1, $1.0.indication.assessed) }?.0
    }

    /// What was asked to be weighed about one, for professionals.
    package func weighings(
        of indication: RiskIndication, _ key: borrowing DossierKey
    ) throws -> [RiskWeighing] {
        guard key.reading.mayRead(indication), key.reading.membership?.kind == .professional else { return [] }
        let isHeld = try keptIndications(in: key.family).contains {
            $0.indication.person == indication.person && !key.reading.mayRead($0.indication)
        }
        // That another one says something else tells that there is another one.
        return try keptWeighings(of: indication, key).filter { !isHeld || $0.cause != .otherIndication }
    }

    private func keptWeighings(of indication: RiskIndication, _ key: borrowing DossierKey) throws -> [RiskWeighing] {
        let part = key.part(about: [indication.person])
        return try rows(
            """
            SELECT cause, asked_at, weighed_at, by_id, body FROM risk_weighing
            WHERE family_id = \(key.family) AND indication_id = \(indication.id) ORDER BY asked_at, cause
            """
        ) { row in
            guard let cause = RiskContradiction(rawValue: row.text(0)) else {
                throw DatabaseError.damaged("weighing of cause \(row.text(0))")
            }
            return RiskWeighing(
                cause: cause, asked: row.moment(1), weighed: row.ifAny(2) { $0.moment($1) }, by: row.idIfAny(3),
                text: try key.open(
                    row.bytesIfAny(4), in: part, at: .weighed(indication.id, cause, in: key.family)))
        }
    }

    func keptIndications(
        in family: ID<Family>, only id: ID<RiskIndication>? = nil
    ) throws -> [KeptIndication] {
        try rows(
            """
            SELECT id, person_id, assessor_id, assessed_day, until_day, made_at, replaces_id, signature, replaced_by,
                released_at, part_id, body, discussed_day, talk
            FROM risk_indication
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY assessed_day DESC, made_at DESC, id DESC
            """, KeptIndication.init(row:))
    }

    func opened(_ kept: KeptIndication, _ key: borrowing DossierKey) throws -> IndicationSight {
        let id = kept.indication.id
        let body = try key.open(kept.body, in: kept.part, at: .assessed(id, in: key.family))
        let isWorking = key.reading.membership?.kind == .professional
        return IndicationSight(
            indication: kept.indication, assessed: body.flatMap(AssessedRisk.init(sealed:)), discussed: kept.discussed,
            talk: isWorking ? try key.open(kept.talk, in: kept.part, at: .discussed(id, in: key.family)) : nil)
    }
}

/// An indication as it is kept, still sealed.
struct KeptIndication {
    private(set) var indication: RiskIndication
    let part: ID<Part>
    let body: [UInt8]?
    let discussed: Day?
    let talk: [UInt8]?

    init(row: borrowing Row) throws {
        guard let signature = RiskIndication.Signature(rawValue: row.text(7)) else {
            throw DatabaseError.damaged("indication signed \(row.text(7))")
        }
        indication = RiskIndication(
            id: row.id(0), person: row.id(1), assessor: row.id(2), assessed: try row.day(3), until: try row.day(4),
            made: row.moment(5), replaces: row.idIfAny(6), signature: signature, replacedBy: row.idIfAny(8),
            released: row.ifAny(9) { $0.moment($1) })
        part = row.id(10)
        body = row.bytesIfAny(11)
        discussed = try row.ifAny(12) { try $0.day($1) }
        talk = row.bytesIfAny(13)
    }

    func found(among known: Set<ID<RiskIndication>>) -> KeptIndication {
        var kept = self
        kept.indication = indication.found(among: known)
        return kept
    }
}

extension SealedPlace {
    static func assessed(_ id: ID<RiskIndication>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("risk_indication", "body", row: id.text, owner: family.text)
    }
    static func discussed(_ id: ID<RiskIndication>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("risk_indication", "talk", row: id.text, owner: family.text)
    }
    static func weighed(
        _ id: ID<RiskIndication>, _ cause: RiskContradiction, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("risk_weighing", "body", row: "\(id):\(cause.rawValue)", owner: family.text)
    }
}
