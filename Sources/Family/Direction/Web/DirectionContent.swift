// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of who directs, gathered in one transaction.
struct DirectionContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    /// With those who left, as they directed.
    let circle: CircleSight
    /// Latest first.
    let directions: [DirectionSight]
    let around: Ending.Successors
    let handover: KeptHandover?
    let firstContact: ID<Account>?
    /// Whom the reader can ask as a second professional.
    let seconds: [SecondCandidate]

    init(_ key: borrowing DossierKey, _ connection: Connection) throws {
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key, withEnded: true)
        directions = try connection.directions(key)
        around = try connection.choosable(key)
        handover = try connection.openHandovers(key).first
        firstContact = circle.firstContact
        seconds = try connection.secondProfessionals(about: [], key)
    }

    /// Who directs, as the reader knows it.
    var now: DirectionSight? { directions.first }

    var isHolder: Bool { now?.direction.holder == reading.reader }

    var isProfessionalsNow: Bool {
        guard let now else { return false }
        return !circle.persons.contains { $0.person.account == now.direction.holder }
    }

    /// Whether the reader may have direction again.
    var mayTakeBack: Bool {
        guard let now, around.parents.contains(reading.reader) else { return false }
        return now.direction.kind.isForFamily && !around.parents.contains(now.direction.holder)
    }

    /// Professionals of the circle whom the reader knows, but the reader.
    var colleagues: [ID<Account>] {
        circle.members.filter {
            $0.membership.kind == .professional && $0.membership.ended == nil && $0.membership.account != reading.reader
                && around.professionals.contains($0.membership.account)
        }.map(\.membership.account).uniqued()
    }

    /// To whom the holder can hand over: professionals of the circle, and parents.
    var receivers: [ID<Account>] {
        let parents = circle.persons.compactMap(\.person.account).filter(around.parents.contains)
        return (colleagues + parents).filter { $0 != reading.reader }
    }
}

extension [ID<Account>] {
    /// Each once, in their order.
    fileprivate func uniqued() -> [ID<Account>] {
        var seen: Set<ID<Account>> = []
        return filter { seen.insert($0).inserted }
    }
}
