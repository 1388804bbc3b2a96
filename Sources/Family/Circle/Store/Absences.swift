// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who is away in an organisation, as a team lead sees it, or who is away themself; nothing of any family.
package struct AbsenceSight: Hashable, Sendable {
    package struct Colleague: Hashable, Sendable {
        package let account: ID<Account>
        package let name: String
        /// What they do there.
        package let title: String
    }

    /// What runs or is arranged, the first day first.
    package let absences: [Absence]
    /// Who can be away and who can stand in; empty for who may not arrange it.
    package let colleagues: [Colleague]
    /// The names of all in it.
    package let names: [ID<Account>: String]
}

/// For whom there is a way to who is away: who leads a team, and who is away themself while somebody stands in.
package enum AbsenceDoor: Hashable, Sendable {
    case leads, isAway
}

extension Connection {
    /// nil for who neither leads a team nor is away: behind the door is what ``Dossiers/absences(_:)`` shows.
    ///
    /// - Parameter work: what the reader does for the organisation on whose behalf they ask.
    func absenceDoor(of reader: ID<Account>, doing work: [Professional]) throws -> AbsenceDoor? {
        guard let organisation = work.first?.organisation else { return nil }
        if work.contains(where: { $0.function == .teamLead }) { return .leads }
        let own = try absences(where: "organisation_id = \(organisation) AND account_id = \(reader)", limit: 1)
        return own.isEmpty ? nil : .isAway
    }
}

extension Dossiers {
    /// The absences that the reader may know: of the organisation whose team lead they are, or their own.
    package func absences(_ look: Look) async throws -> AbsenceSight? {
        let vault = vault
        return try await database.read { connection in
            try vault.refresh()
            return try connection.absences(look, vault)
        }
    }

    /// The organisation for whose people the reader arranges it; nil for who leads no team.
    package func leads(_ look: Look) async throws -> ID<Organisation>? {
        try await database.read { connection in
            try connection.work(behind: look.behalf, of: look.reader, on: look.at.day)
                .first { $0.function == .teamLead }?.organisation
        }
    }

    /// Arranges that a colleague stands in; what begins today begins with it.
    ///
    /// - Returns: the families in which something changed, whose live pages are told.
    /// - Throws: ``Absence/Refusal``
    package func arrange(_ draft: Absence, _ look: Look) async throws -> [ID<Family>] {
        let vault = vault
        return try await database.write(settled: { try $0.isThere(draft.id) ? [] : nil }) { connection in
            try vault.refresh()
            let work = try connection.professionals(in: draft.organisation, on: look.at.day)
            // What was over before the clock said so goes back first, or it would come back to who is away again.
            for past in try connection.absences(in: draft.organisation)
            where past.who == draft.who && past.until <= look.at.day {
                _ = try connection.end(past, at: look.at, ids: .unguessable, vault)
            }
            let others = try connection.absences(in: draft.organisation)
            let absence = try draft.arranged(among: work, others: others, on: look.at.day)
            try connection.insert(absence)
            guard absence.from == look.at.day else { return [] }
            return try connection.begin(absence, at: look.at, ids: .unguessable, vault)
        }
    }

    /// Says that somebody is back: the colleague leaves where they only stood in, and what was held goes back.
    ///
    /// - Returns: the families in which something changed.
    /// - Throws: ``Absence/Refusal``
    package func endAbsence(_ id: ID<Absence>, _ look: Look) async throws -> [ID<Family>] {
        let vault = vault
        return try await database.write(settled: { try $0.absence(id) == nil ? [] : nil }) { connection in
            try vault.refresh()
            let work = try connection.work(behind: look.behalf, of: look.reader, on: look.at.day)
            guard let absence = try connection.absence(id), absence.mayEnd(look.reader, work: work) else {
                throw Absence.Refusal.notYours
            }
            return try connection.end(absence, at: look.at, ids: .unguessable, vault)
        }
    }
}

extension Dossiers {
    /// Begins the absences whose first day has come, and ends those whose last day is over.
    package func sweepAbsences(at now: Moment, telling report: (any Error) -> Void) async throws {
        let vault = vault
        let due = try await database.read { try $0.absencesDue(on: now.day) }
        await each(due, telling: report) { id, connection in
            guard let absence = try connection.absence(id) else { return }
            if absence.until <= now.day {
                _ = try connection.end(absence, at: now, ids: .unguessable, vault)
            } else {
                _ = try connection.begin(absence, at: now, ids: .unguessable, vault)
            }
        }
    }

    /// Carries out each in a transaction of its own: what fails is told, and keeps nothing else from being done.
    func each<Item: Sendable>(
        _ items: [Item], telling report: (any Error) -> Void,
        _ act: @escaping @Sendable (Item, Connection) throws -> Void
    ) async {
        for item in items {
            do { try await database.write { try act(item, $0) } } catch { report(error) }
        }
    }
}

extension Connection {
    fileprivate func absencesDue(on day: Day) throws -> [ID<Absence>] {
        try rows(
            """
            SELECT id FROM absence
            WHERE ended_at IS NULL AND (until_day <= \(day) OR begun_at IS NULL AND from_day <= \(day))
            ORDER BY until_day, id
            """
        ) { $0.id(0) }
    }

    fileprivate func isThere(_ id: ID<Absence>) throws -> Bool {
        try row("SELECT id FROM absence WHERE id = \(id)") { $0.id(0, Absence.self) } != nil
    }

    fileprivate func absences(_ look: Look, _ vault: Vault) throws -> AbsenceSight? {
        let work = try work(behind: look.behalf, of: look.reader, on: look.at.day)
        guard let organisation = work.first?.organisation else { return nil }
        let isLead = work.contains { $0.function == .teamLead }
        let untold = isLead ? try dividedKept(from: look.reader) : []
        let absences = try absences(in: organisation).filter { isLead || $0.who == look.reader }
            .map { $0.without(untold) }
        guard isLead || !absences.isEmpty else { return nil }
        let colleagues = isLead ? try professionals(in: organisation, on: look.at.day) : []
        let known = Set(colleagues.map(\.account)).union(absences.flatMap { $0.standIns.union([$0.who]) })
        let names = try accounts(known, vault).reduce(into: [:]) { $0[$1.id] = $1.profile.name }
        var seen: Set<ID<Account>> = []
        let choices = colleagues.filter { seen.insert($0.account).inserted }.compactMap { work in
            names[work.account].map { AbsenceSight.Colleague(account: work.account, name: $0, title: work.title) }
        }
        return AbsenceSight(absences: absences, colleagues: choices.sorted { $0.name < $1.name }, names: names)
    }

    // MARK: Rows

    fileprivate func insert(_ absence: Absence) throws {
        try execute(
            """
            INSERT INTO absence (id, organisation_id, account_id, stand_in_id, by_id, from_day, until_day)
            VALUES (\(absence.id), \(absence.organisation), \(absence.who), \(absence.standIn), \(absence.by),
                \(absence.from), \(absence.until))
            """)
    }

    func absence(_ id: ID<Absence>) throws -> Absence? {
        try absences(where: "id = \(id)", limit: 1).first
    }

    /// The absence of somebody that has begun.
    func absence(of account: ID<Account>, in organisation: ID<Organisation>) throws -> Absence? {
        try absences(
            where: "organisation_id = \(organisation) AND account_id = \(account) AND begun_at IS NOT NULL", limit: 1
        ).first
    }

    func absences(in organisation: ID<Organisation>) throws -> [Absence] {
        try absences(where: "organisation_id = \(organisation)", limit: 1_000)
    }

    private func absences(where condition: SQL, limit: Int) throws -> [Absence] {
        let found = try rows(
            """
            SELECT id, organisation_id, account_id, stand_in_id, by_id, from_day, until_day FROM absence
            WHERE ended_at IS NULL AND \(condition) ORDER BY from_day, id LIMIT \(limit)
            """
        ) { row in
            Absence(
                id: row.id(0), organisation: row.id(1), who: row.id(2), standIn: row.id(3), by: row.id(4),
                from: try row.day(5), until: try row.day(6))
        }
        return try withDivision(found)
    }
}
