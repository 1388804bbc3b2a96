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
    /// Those of them to whom the reader hands nothing over.
    private let apart: Set<ID<Account>>
    /// Those that wait, as the reader knows them.
    let handovers: [KeptHandover]
    let firstContact: ID<Account>?
    let soFar: HandoversSoFar
    /// Whom the reader can ask as a second professional.
    let seconds: [SecondCandidate]
    /// How long others wait where those work to whom it could go; nil where nothing is proposed.
    private(set) var waits: HandoverWaits?

    /// - Parameter way: what the reader is about to propose.
    init(_ key: borrowing DossierKey, _ connection: Connection, proposing way: HandoverWay? = nil) throws {
        (family, reading) = (key.family, key.reading)
        circle = try connection.circle(key, withEnded: true)
        directions = try connection.directions(key)
        around = try connection.choosable(key)
        let (reader, mustNotMeet) = (key.reading.reader, try connection.mustNotMeet(key))
        apart = around.professionals.union(around.parents).filter { mustNotMeet(reader, $0) }
        handovers = try connection.openHandovers(key)
        firstContact = circle.firstContact
        soFar = try HandoversSoFar(circle, key, connection)
        seconds = try connection.secondProfessionals(about: [], key)
        guard let way, let holder = now?.direction.holder else { return }
        waits =
            way == .over
            ? try HandoverWaits(from: holder, to: [reader], circle, key, connection)
            : try HandoverWaits(from: reader, to: colleagues, circle, key, connection)
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

    /// Whether the reader can propose a handover so.
    func mayPropose(_ way: HandoverWay) -> Bool {
        let reader = reading.reader
        return switch way {
        case .give: isHolder
        case .over: reading.mayTakeOver && !isHolder && !(now.map { apart.contains($0.direction.holder) } ?? false)
        case .contact: around.firstContact == reader
        case .help: around.professionals.contains(reader) && around.direction?.holder != reader
        }
    }

    /// The handover of the same that waits already.
    func open(_ way: HandoverWay) -> KeptHandover? {
        handovers.first { kept in
            switch (way, kept.handover.responsibility) {
            case (.give, .direction), (.over, .direction), (.contact, .contact): true
            case (.help, .help): kept.handover.from == reading.reader
            default: false
            }
        }
    }

    /// To whom the reader can hand over so.
    func receivers(_ way: HandoverWay) -> [ID<Account>] {
        let all =
            switch way {
            case .give: receivers
            case .over: [ID<Account>]()
            case .contact, .help: colleagues
            }
        return all.filter { !apart.contains($0) }
    }

    /// Professionals of the circle whom the reader knows, but the reader.
    var colleagues: [ID<Account>] {
        circle.members.filter {
            $0.membership.kind == .professional && $0.membership.ended == nil && $0.membership.account != reading.reader
                && around.professionals.contains($0.membership.account)
        }.map(\.membership.account).uniqued()
    }

    /// To whom the holder can hand over: professionals of the circle, and parents.
    private var receivers: [ID<Account>] {
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
