// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What is to be erased, and why; never what stands in it.
package struct ErasureDue: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// It was asked for and granted.
        case granted
        /// Its time is over, by this rule.
        case over(KeepingTerm.Article)
    }

    package let family: ID<Family>
    /// One person's part; nil for all that is kept of the family.
    package let person: ID<Person>?
    package let cause: Cause
    /// From when.
    package let since: Day
    /// Why it does not go now.
    package let obstacles: Set<Forgetting.Obstacle>
}

extension Dossiers {
    /// What is to be erased by a day, the first due first: what was granted, and whose time is over.
    ///
    /// - Parameter today: as of which day something stands in the way, for who looks ahead; nil for the same day.
    package func erasuresDue(by day: Day, asOf today: Day? = nil) async throws -> [ErasureDue] {
        let (days, vault) = (DueDays(by: day, today: today ?? day), vault)
        try vault.refresh()
        var due: [ErasureDue] = []
        for source in DueSource.allCases {
            var last: DuePlace? = .first
            while let place = last {
                let batch = try await database.read { try $0.batch(of: source, after: place, days, vault) }
                due += batch.due
                last = batch.last
            }
        }
        return due.sorted {
            ($0.since, $0.family, $0.person?.text ?? "") < ($1.since, $1.family, $1.person?.text ?? "")
        }
    }

    /// The same item as it stands now; nil where it is not due any more.
    ///
    /// For who erases one after another: what somebody set or took back in between counts.
    package func stillDue(_ due: ErasureDue, by day: Day) async throws -> ErasureDue? {
        let (days, vault) = (DueDays(by: day, today: day), vault)
        try vault.refresh()
        let source: DueSource = due.person == nil ? .over : .granted
        return try await database.read { connection in
            try connection.batch(of: source, after: .first, only: due.family, days, vault).due
                .first { $0.person == due.person }
        }
    }
}

/// Where what is due is found.
private enum DueSource: CaseIterable { case granted, over }

/// By which day something is due, and as of which day it is told what stands in the way.
private struct DueDays {
    let by: Day
    let today: Day
}

/// After which row the next ones are looked at.
private struct DuePlace {
    static let first = DuePlace(at: Moment(milliseconds: -1), id: "")
    /// Rows at once.
    static let most = 500

    let at: Moment
    let id: String
}

extension Connection {
    /// What is due among the next rows, with the place from which it goes on; nil at the end.
    fileprivate func batch(
        of source: DueSource, after place: DuePlace, only family: ID<Family>? = nil, _ days: DueDays, _ vault: Vault
    ) throws -> (due: [ErasureDue], last: DuePlace?) {
        switch source {
        case .granted: try granted(after: place, only: family, on: days.today, vault)
        case .over: try over(after: place, only: family, days, vault)
        }
    }

    private func granted(
        after place: DuePlace, only family: ID<Family>?, on day: Day, _ vault: Vault
    ) throws -> (due: [ErasureDue], last: DuePlace?) {
        let found = try rows(
            """
            SELECT \(StoredForgetting.columns), family_id FROM forgetting
            WHERE state = 'granted' AND (CAST(\(family) AS TEXT) IS NULL OR family_id = \(family))
                AND (asked_at > \(place.at) OR asked_at = \(place.at) AND id > \(place.id))
            ORDER BY asked_at, id LIMIT \(DuePlace.most)
            """
        ) { (stored: try StoredForgetting(row: $0), family: $0.id(9, Family.self)) }
        let due = try found.map { stored, family in
            let forgetting = stored.forgetting
            return ErasureDue(
                family: family, person: forgetting.person, cause: .granted, since: forgetting.changed.day,
                obstacles: try obstacles(of: stored, in: family, on: day, vault))
        }
        let end = found.last.map { DuePlace(at: $0.stored.forgetting.asked, id: $0.stored.forgetting.id.text) }
        return (due, found.count < DuePlace.most ? nil : end)
    }

    /// Where the key went already and a crash left the rows, it is finished whatever came in between.
    private func obstacles(
        of stored: StoredForgetting, in family: ID<Family>, on day: Day, _ vault: Vault
    ) throws -> Set<Forgetting.Obstacle> {
        guard try vault.key(stored.part.text) != nil else { return [] }
        let forgetting = stored.forgetting
        let found = try obstacles(in: family, about: forgetting.person, on: day)
        let mustAgree = try mustAgreeToForget(forgetting.person, in: family, on: day, vault)
        let isAgreed = try agreement(on: forgetting, of: mustAgree, in: family) == .complete
        return isAgreed ? found : found.union([.agreement])
    }

    /// Families in which nothing changed for so long that no rule asks for more.
    private func over(
        after place: DuePlace, only family: ID<Family>?, _ days: DueDays, _ vault: Vault
    ) throws -> (due: [ErasureDue], last: DuePlace?) {
        let latest = Moment(days.by.adding(years: -20) + 1)
        let found = try rows(
            """
            SELECT f.id, c.at FROM chain c JOIN family f ON c.name = 'journal:' || f.id
            WHERE c.at < \(latest) AND (CAST(\(family) AS TEXT) IS NULL OR f.id = \(family))
                AND (c.at > \(place.at) OR c.at = \(place.at) AND f.id > \(place.id)) AND EXISTS (
                SELECT 1 FROM dossier_part d WHERE d.family_id = f.id AND d.erased_at IS NULL)
            ORDER BY c.at, f.id LIMIT \(DuePlace.most)
            """
        ) { (family: $0.id(0, Family.self), at: $0.moment(1)) }
        let over = try found.compactMap { try self.due(of: $0, changed: $1.day, days, vault) }
        let end = found.last.map { DuePlace(at: $0.at, id: $0.family.text) }
        return (over, found.count < DuePlace.most ? nil : end)
    }

    private func due(of family: ID<Family>, changed: Day, _ days: DueDays, _ vault: Vault) throws -> ErasureDue? {
        let parts = try rows(
            "SELECT id FROM dossier_part WHERE family_id = \(family) AND erased_at IS NULL ORDER BY id"
        ) { $0.id(0, Part.self) }
        let keys = try vault.keys(of: parts.map { ID(as: $0) })
        // Its keys went already, and a crash left the rows.
        guard !keys.isEmpty else {
            return ErasureDue(
                family: family, person: nil, cause: .over(.jeugdwet), since: changed.adding(years: 20), obstacles: [])
        }
        let births = try birthsOrUnknown(in: parts, of: family, keys).map(\.1)
        guard let keeping = try longestKeeping(of: family, changed: changed, births), let until = keeping.until,
            until <= days.by
        else { return nil }
        return ErasureDue(
            family: family, person: nil, cause: .over(keeping.article), since: until,
            obstacles: try obstacles(in: family, on: days.today))
    }

    private func longestKeeping(of family: ID<Family>, changed: Day, _ births: [BirthDate]) throws -> KeepingTerm? {
        let organisations: [ID<Organisation>] = try rows(
            """
            SELECT DISTINCT organisation_id FROM membership
            WHERE family_id = \(family) AND organisation_id IS NOT NULL ORDER BY organisation_id
            """
        ) { $0.id(0) }
        let regimes = Set(try self.organisations(organisations).map { KeepingTerm.Regime(of: $0.kind) }).union([
            .jeugdwet
        ])
        let terms = regimes.flatMap { regime in
            (births.isEmpty ? [.unknown] : births).map { KeepingTerm(regime, .changed(changed, birth: $0)) }
        }
        return KeepingTerm.longest(of: terms)
    }

    /// The births of those whose parts these are; one that is damaged counts as one that nobody knows, so that it keeps
    /// nobody else's from being told.
    func birthsOrUnknown(
        in parts: [ID<Part>], of family: ID<Family>, _ keys: [ID<PartKey>: PartKey]
    ) throws -> [(ID<Person>, BirthDate)] {
        do { return try births(in: parts, of: family, keys) } catch let error as DatabaseError {
            guard case .damaged = error else { throw error }
        } catch let error as VaultError {
            guard case .damaged = error else { throw error }
        }
        let persons = try rows(
            """
            SELECT id, part_id FROM person WHERE family_id = \(family) AND part_id IN \(list: parts)
                AND birth IS NOT NULL ORDER BY id
            """
        ) { ($0.id(0, Person.self), $0.id(1, Part.self)) }
        return persons.map { person, part in
            let birth = try? births(in: [part], of: family, keys).first { $0.0 == person }?.1
            return (person, birth ?? .unknown)
        }
    }
}
