// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// How the families of one who is away are divided, as a team lead sees it: how many there are and since when each, never
/// which.
package struct AbsenceDivision: Hashable, Sendable {
    package struct Seat: Hashable, Sendable {
        package let membership: ID<Membership>
        /// Since when who is away is in that circle.
        package let since: Day
        package let standIn: ID<Account>
    }

    package let absence: Absence
    package let seats: [Seat]
    /// Who can stand in.
    package let colleagues: [AbsenceSight.Colleague]
    /// What who is away is called; nil when it was erased.
    package let away: String?
}

extension Dossiers {
    /// The families of somebody who is away, for a team lead of the organisation; nil for anybody else.
    package func division(of id: ID<Absence>, _ look: Look) async throws -> AbsenceDivision? {
        let vault = vault
        return try await database.read { connection in
            try vault.refresh()
            return try connection.division(of: id, look, vault)
        }
    }

    /// Divides them: where another one is chosen now, who stood in leaves and hands over to the next.
    ///
    /// Each family in which something changed has the access record of it; who may not do it leaves one, too.
    ///
    /// - Parameter choices: by the membership of who is away.
    /// - Returns: the families in which something changed.
    /// - Throws: ``Absence/Refusal``
    package func divide(
        _ id: ID<Absence>, _ choices: [ID<Membership>: ID<Account>], _ look: Look
    ) async throws -> [ID<Family>] {
        do {
            return try await database.write(settled: { _ in nil }) { try divide(id, choices, look, $0) }
        } catch let refusal as Absence.Refusal {
            try await database.write(inTurn: ownChain, settled: { _ in nil }) { connection in
                _ = try connection.append(look.record(nil, about: []), to: ownChain, vault)
            }
            throw refusal
        }
    }

    private func divide(
        _ id: ID<Absence>, _ choices: [ID<Membership>: ID<Account>], _ look: Look, _ connection: Connection
    ) throws -> [ID<Family>] {
        try vault.refresh()
        guard let sight = try connection.division(of: id, look, vault) else { throw Absence.Refusal.notYours }
        let known = Set(sight.seats.map(\.membership))
        let absence = sight.absence
        let divided = try absence.divided(
            choices.filter { known.contains($0.key) }, by: look.reader,
            among: try connection.professionals(in: absence.organisation, on: look.at.day),
            others: try connection.absences(in: absence.organisation))
        try connection.save(divided, before: absence)
        let changed = try connection.moveStandIns(
            of: divided.carriedOut(by: look.reader), before: absence, at: look.at, ids: .unguessable, vault)
        try record(look, dividing: try connection.seatsAway(absence, on: look.at.day), changed, connection)
        return changed
    }

    /// In the log of each family that changed; before anything changes, in that of this process.
    private func record(
        _ look: Look, dividing seats: [Seat], _ changed: [ID<Family>], _ connection: Connection
    ) throws {
        for seat in seats where changed.contains(seat.family) {
            try record(look, seat.family, (.standingIn(for: seat.membership, namedBy: look.reader), []), connection)
        }
        guard changed.isEmpty else { return }
        let reading = seats.first.map { Reading.standingIn(for: $0.membership, namedBy: look.reader) }
        _ = try connection.append(look.record(reading, about: []), to: ownChain, vault)
    }
}

extension Connection {
    fileprivate func division(of id: ID<Absence>, _ look: Look, _ vault: Vault) throws -> AbsenceDivision? {
        let day = look.at.day
        guard let absence = try absence(id), day < absence.until,
            try work(behind: look.behalf, of: look.reader, on: day).contains(where: {
                $0.organisation == absence.organisation && $0.function == .teamLead
            })
        else { return nil }
        let stood = try stoodIn(where: "s.absence_id = \(id)")
        let seats = try seatsAway(absence, on: day).filter { seat in
            // Of a family from which anything is kept from the lead, or which is their own, they learn nothing.
            try !accountsKeptOut(of: seat.family).contains(look.reader)
        }.map { seat in
            AbsenceDivision.Seat(
                membership: seat.membership.id, since: seat.membership.term.from,
                standIn: stood.first { $0.left == seat.membership.id }?.colleague
                    ?? absence.standIn(for: seat.membership.id))
        }
        let work = try professionals(in: absence.organisation, on: day)
        let names = try accounts(Set(work.map(\.account)).union([absence.who]), vault)
            .reduce(into: [:]) { $0[$1.id] = $1.profile.name }
        var seen: Set<ID<Account>> = [absence.who, look.reader]
        let colleagues = work.filter { seen.insert($0.account).inserted }.compactMap { work in
            names[work.account].map { AbsenceSight.Colleague(account: work.account, name: $0, title: work.title) }
        }
        return AbsenceDivision(
            absence: absence, seats: seats.sorted { ($0.since, $0.membership) < ($1.since, $1.membership) },
            colleagues: colleagues.sorted { $0.name < $1.name }, away: names[absence.who])
    }

    /// Where who is away is in a circle for the organisation.
    fileprivate func seatsAway(_ absence: Absence, on day: Day) throws -> [Seat] {
        try seats(of: absence.who).filter { seat in
            seat.membership.organisation == absence.organisation && seat.membership.isActive(on: day)
                && !seat.membership.covers.isEmpty
        }
    }

    /// The memberships of who is away in families that are a lead's own, or from which anything is kept from them: that
    /// somebody else stands in there tells that somebody is there.
    func dividedKept(from lead: ID<Account>) throws -> Set<ID<Membership>> {
        let divided = try rows("SELECT family_id, for_id FROM absence_family ORDER BY family_id, for_id") {
            (family: $0.id(0, Family.self), membership: $0.id(1, Membership.self))
        }
        return try Set(
            divided.filter { try accountsKeptOut(of: $0.family).contains(lead) }.map(\.membership))
    }

    /// - Returns: the same absences, with who stands in for some of their families.
    func withDivision(_ absences: [Absence]) throws -> [Absence] {
        let rows = try rows(
            """
            SELECT absence_id, for_id, stand_in_id FROM absence_family
            WHERE absence_id IN \(list: absences.map(\.id)) ORDER BY absence_id, family_id, for_id
            """
        ) { ($0.id(0, Absence.self), $0.id(1, Membership.self), $0.id(2, Account.self)) }
        guard !rows.isEmpty else { return absences }
        let divided = rows.reduce(into: [ID<Absence>: [ID<Membership>: ID<Account>]]()) {
            $0[$1.0, default: [:]][$1.1] = $1.2
        }
        return absences.map { one in
            Absence(
                id: one.id, organisation: one.organisation, who: one.who, standIn: one.standIn, by: one.by,
                from: one.from, until: one.until, divided: divided[one.id] ?? [:])
        }
    }

    fileprivate func save(_ absence: Absence, before: Absence) throws {
        for membership in Set(before.divided.keys).union(absence.divided.keys).sorted() {
            try execute("DELETE FROM absence_family WHERE absence_id = \(absence.id) AND for_id = \(membership)")
            guard let colleague = absence.divided[membership] else { continue }
            try execute(
                """
                INSERT INTO absence_family (absence_id, family_id, for_id, stand_in_id)
                SELECT \(absence.id), family_id, id, \(colleague) FROM membership WHERE id = \(membership)
                """)
        }
    }

    /// Once it has begun, who stood in hands back and leaves, and the next one stands in.
    fileprivate func moveStandIns(
        of absence: Absence, before: Absence, at now: Moment, ids: IDSource, _ vault: Vault
    ) throws -> [ID<Family>] {
        guard try self.absence(of: absence.who, in: absence.organisation)?.id == absence.id else { return [] }
        var families: [ID<Family>] = []
        for seat in try seatsAway(absence, on: now.day) {
            let id = seat.membership.id
            let stood = try stoodIn(where: "s.absence_id = \(absence.id) AND s.for_id = \(id)")
            let current = stood.first?.colleague ?? before.standIn(for: id)
            // Where a team lead named somebody for one family alone, that stays until another one is chosen here.
            guard current != absence.standIn(for: id), before.standIn(for: id) != absence.standIn(for: id) else {
                continue
            }
            for one in stood { try replace(one, at: now, ids: ids, vault) }
            try standIn(absence, in: seat, at: now, ids: ids, vault)
            families.append(seat.family)
        }
        return families
    }
}
