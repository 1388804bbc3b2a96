// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Until when an organisation's work for somebody is kept.
package struct KeepingLine: Hashable, Sendable {
    package let organisation: String
    package let keeping: Keeping
}

/// What is to be erased, and why; never what stands in it.
package struct ErasureDue: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// It was asked for and granted.
        case granted
        /// Its time is over, by this rule.
        case over(Keeping.Article)
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

extension Connection {
    /// Until when what is kept about somebody stays if nothing changes from today, per organisation that the reader knows of,
    /// the longest last.
    ///
    /// Counted from today and not from the last change: that day would tell of what the reader can't see.
    package func keeping(of person: ID<Person>, _ key: borrowing DossierKey) throws -> [KeepingLine] {
        let birth = key.reading.persons.first { $0.id == person }?.birth ?? .unknown
        let changed = key.today
        var last: [ID<Organisation>: Day] = [:]
        for membership in try circle(key, withEnded: true).members.map(\.membership)
        where membership.covers.contains(person) {
            guard let organisation = membership.organisation else { continue }
            let until = min(changed, membership.ended?.day ?? membership.term.until ?? changed)
            last[organisation] = max(last[organisation] ?? until, until)
        }
        let lines = try organisations(last.keys.sorted()).map { organisation in
            KeepingLine(
                organisation: organisation.name,
                keeping: Keeping(
                    Keeping.Regime(of: organisation.kind),
                    .changed(last[organisation.id] ?? changed, birth: birth)))
        }
        return lines.sorted {
            ($0.keeping.until ?? changed, $0.organisation) < ($1.keeping.until ?? changed, $1.organisation)
        }
    }

    /// The day on which anything of a family was changed last.
    func lastChange(of family: ID<Family>) throws -> Day? {
        try row("SELECT at FROM chain WHERE name = \("journal:" + family.text)") { $0.moment(0).day }
    }
}

extension Dossiers {
    /// What is to be erased by a day, the first due first: what was granted, and whose time is over.
    package func erasuresDue(by day: Day) async throws -> [ErasureDue] {
        let vault = vault
        return try await database.read { connection in
            try vault.refresh()
            let due = try connection.granted() + connection.over(by: day, vault)
            return due.sorted {
                ($0.since, $0.family, $0.person?.text ?? "") < ($1.since, $1.family, $1.person?.text ?? "")
            }
        }
    }

    /// What is due at a privacy officer's; nil for anybody else.
    package func erasuresDue(of account: Account, _ look: Look, by day: Day) async throws -> [ErasureDue]? {
        let isOfficer = account.kind == .privacyOfficer
        let due = isOfficer ? try await erasuresDue(by: day) : nil
        try await recordReadingOfLog(look, isGranted: isOfficer)
        return due
    }
}

extension Connection {
    fileprivate func granted() throws -> [ErasureDue] {
        let found = try rows(
            "SELECT family_id, person_id, state_at FROM forgetting WHERE state = 'granted' ORDER BY asked_at, id"
        ) { (family: $0.id(0, Family.self), person: $0.id(1, Person.self), at: $0.moment(2)) }
        return try found.map {
            ErasureDue(
                family: $0.family, person: $0.person, cause: .granted, since: $0.at.day,
                obstacles: try obstacles(in: $0.family))
        }
    }

    /// Families in which nothing changed for so long that no rule asks for more.
    fileprivate func over(by day: Day, _ vault: Vault) throws -> [ErasureDue] {
        let latest = Moment(day.adding(years: -20) + 1)
        let families = try rows(
            """
            SELECT f.id, c.at FROM chain c JOIN family f ON c.name = 'journal:' || f.id
            WHERE c.at < \(latest) AND EXISTS (
                SELECT 1 FROM dossier_part d WHERE d.family_id = f.id AND d.erased_at IS NULL)
            ORDER BY c.at, f.id LIMIT 500
            """
        ) { (family: $0.id(0, Family.self), at: $0.moment(1)) }
        return try families.compactMap { family, at in
            guard let keeping = try longestKeeping(of: family, changed: at.day, vault), let until = keeping.until,
                until <= day
            else { return nil }
            return ErasureDue(
                family: family, person: nil, cause: .over(keeping.article), since: until,
                obstacles: try obstacles(in: family))
        }
    }

    private func longestKeeping(of family: ID<Family>, changed: Day, _ vault: Vault) throws -> Keeping? {
        let parts = try rows(
            "SELECT id FROM dossier_part WHERE family_id = \(family) ORDER BY id"
        ) { $0.id(0, Part.self) }
        let births = try births(in: parts, of: family, try vault.keys(of: parts.map { ID(as: $0) })).map(\.1)
        let organisations: [ID<Organisation>] = try rows(
            """
            SELECT DISTINCT organisation_id FROM membership
            WHERE family_id = \(family) AND organisation_id IS NOT NULL ORDER BY organisation_id
            """
        ) { $0.id(0) }
        let regimes = Set(try self.organisations(organisations).map { Keeping.Regime(of: $0.kind) }).union([.jeugdwet])
        let terms = regimes.flatMap { regime in
            (births.isEmpty ? [.unknown] : births).map { Keeping(regime, .changed(changed, birth: $0)) }
        }
        return Keeping.longest(of: terms)
    }
}
