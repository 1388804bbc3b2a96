// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A handover as it is kept.
package struct KeptHandover: Hashable, Sendable {
    package let handover: Handover
    /// When it became what it is.
    package let changed: Moment
    package let offersSupport: Bool
    /// Why it is proposed; nil when it was erased.
    package let reason: String?
    /// Why it was declined or stopped.
    package let answer: String?
    /// Why there was no talk.
    package let coldReason: String?
    /// Counts its changes, so that two people who change it at once notice.
    package let version: Int
}

extension Connection {
    /// The handovers of a family that wait for somebody, as far as the reader may know of them, first made first.
    package func openHandovers(_ key: borrowing DossierKey) throws -> [KeptHandover] {
        try seen(allOpenHandovers(key), key)
    }

    /// All handovers of a family, over or not, as far as the reader may know of them, first made first.
    package func handovers(_ key: borrowing DossierKey) throws -> [KeptHandover] {
        try seen(keptHandovers("id <> ''", key), key)
    }

    /// One handover, over or not; nil where the reader may not know of it.
    package func handover(_ id: ID<Handover>, _ key: borrowing DossierKey) throws -> KeptHandover? {
        try seen(keptHandovers("id = \(id)", key), key).first
    }

    private func seen(_ all: [KeptHandover], _ key: borrowing DossierKey) throws -> [KeptHandover] {
        guard !all.isEmpty else { return [] }
        let (hidden, known) = (try accountsHidden(key), try accountsKnown(key))
        return all.filter { key.reading.maySee($0.handover, hidden: hidden, known: known) }
    }

    /// The accounts of the members whom the reader knows or knew, and of the family.
    func accountsKnown(_ key: borrowing DossierKey) throws -> Set<ID<Account>> {
        let circle = try circle(key, withEnded: true)
        return Set(circle.members.map(\.membership.account) + circle.persons.compactMap(\.person.account))
    }

    /// The handovers that wait, whoever asks.
    func allOpenHandovers(_ key: borrowing DossierKey) throws -> [KeptHandover] {
        try keptHandovers("state IN ('proposed', 'agreed')", key)
    }

    /// The open handovers in which an account is one of the two, whoever asks.
    func openHandovers(of account: ID<Account>, _ key: borrowing DossierKey) throws -> [KeptHandover] {
        try allOpenHandovers(key).filter { $0.handover.concerns(account) }
    }

    private func keptHandovers(_ which: SQL, _ key: borrowing DossierKey) throws -> [KeptHandover] {
        let persons = try rows(
            """
            SELECT handover_id, person_id, agreed FROM handover_person
            WHERE family_id = \(key.family) ORDER BY handover_id, person_id
            """
        ) { (handover: $0.id(0, Handover.self), person: $0.id(1, Person.self), agreed: $0.bool(2)) }
        let found = try rows(
            """
            SELECT id, what, kind, review_day, from_id, to_id, proposer_id, made_at, leaves, state, talk_day,
                story_confirmed, introduced, cold, state_at, offers_support, reason, answer, cold_reason, version,
                EXISTS (
                    SELECT 1 FROM person p
                    WHERE p.family_id = handover.family_id AND p.account_id = handover.from_id)
            FROM handover WHERE family_id = \(key.family) AND \(which) ORDER BY made_at, id
            """
        ) { row in
            let id = row.id(0, Handover.self)
            let there = persons.filter { $0.handover == id }
            return HandoverRow(
                handover: try Handover(
                    row: row, present: Set(there.map(\.person)), agreed: Set(there.filter(\.agreed).map(\.person))),
                changed: row.moment(14), offersSupport: row.bool(15), reason: row.bytesIfAny(16),
                answer: row.bytesIfAny(17), coldReason: row.bytesIfAny(18), version: row.int(19))
        }
        return try found.map { try $0.opened(key) }
    }
}

/// A handover, still sealed.
private struct HandoverRow {
    let handover: Handover
    let changed: Moment
    let offersSupport: Bool
    let reason: [UInt8]?
    let answer: [UInt8]?
    let coldReason: [UInt8]?
    let version: Int

    func opened(_ key: borrowing DossierKey) throws -> KeptHandover {
        let (id, family) = (handover.id, key.family)
        return KeptHandover(
            handover: handover, changed: changed, offersSupport: offersSupport,
            reason: try key.open(reason, in: key.sharedPart, at: .handover("reason", of: id, in: family)),
            answer: try key.open(answer, in: key.sharedPart, at: .handover("answer", of: id, in: family)),
            coldReason: try key.open(coldReason, in: key.sharedPart, at: .handover("cold_reason", of: id, in: family)),
            version: version)
    }
}

extension Handover {
    fileprivate init(row: borrowing Row, present: Set<ID<Person>>, agreed: Set<ID<Person>>) throws {
        let made = row.moment(7)
        let review = try row.ifAny(3) { try $0.day($1) }
        let talk = try row.ifAny(10) { row, place in
            Talk(
                day: try row.day(place), present: present, agreed: agreed, storyConfirmed: row.bool(11),
                introduced: row.bool(12))
        }
        self.init(
            id: row.id(0),
            Responsibility(
                row.text(1), kind: Direction.Kind(rawValue: row.text(2)) ?? .contact, review: review ?? made.day),
            from: row.id(4), to: row.id(5), proposer: row.id(6), made: made, leaves: row.bool(8),
            isFromFamily: row.bool(20), state: State(rawValue: row.text(9)) ?? .lapsed, talk: talk,
            cold: row.ifAny(13) { Cold(rawValue: $0.text($1)) ?? .family })
    }
}

extension Handover.Responsibility {
    /// As it stands in the database, and in a copy.
    package var word: String {
        switch self {
        case .direction: "direction"
        case .contact: "contact"
        case .help: "help"
        }
    }

    fileprivate init(_ word: String, kind: Direction.Kind, review: Day) {
        switch word {
        case "contact": self = .contact
        case "help": self = .help
        default: self = .direction(kind, review: review)
        }
    }
}

extension SealedPlace {
    static func handover(_ column: StaticString, of id: ID<Handover>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("handover", column, row: id.text, owner: family.text)
    }
}
