// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A part of a dossier that can be erased: that of one person, or the one the family shares.
package struct ErasablePart: Hashable, Sendable {
    package let id: ID<Part>
    /// nil for the shared part.
    package let person: ID<Person>?
    /// When its rows were emptied; nil until then.
    package let erasedAt: Moment?
}

/// What an erasure took.
package struct Erased: Hashable, Sendable {
    /// Keys that were there until now.
    package let keys: Int
    /// Sealed values that were emptied.
    package let values: Int
}

extension Dossiers {
    /// The parts of a family, or of one person in it; empty when there is no such family or person.
    package func parts(of family: ID<Family>, _ person: ID<Person>? = nil) async throws -> [ErasablePart] {
        let parts = try await database.read { try $0.erasableParts(of: family) }
        return person == nil ? parts : parts.filter { $0.person == person }
    }

    /// Destroys the keys of some parts of a family, and then empties what they sealed.
    ///
    /// Whatever ends it halfway, it can be done again, and then finishes.
    package func erase(
        _ parts: [ErasablePart], of family: ID<Family>, at now: Moment, progress: (Int, Int) -> Void
    ) async throws -> Erased {
        let ids = parts.map(\.id)
        try await noteMinors(in: ids, of: family, on: now.day)
        let referrals = try await database.read { try $0.referralKeys(in: ids, of: family) }
        let keys = try vault.erase(parts.map(\.id.text) + referrals, progress: progress)
        let values = try await database.write { connection in try connection.empty(ids, of: family, at: now) }
        database.announce()
        return Erased(keys: keys, values: values)
    }

    /// Notes of which persons a child is left without a name, while their births still open.
    ///
    /// Without it a child who was erased would count as an adult: the parents would lose what is about that child and
    /// a sibling, as adults never read each other's items. Nothing but the side of the line at 16 is kept.
    private func noteMinors(in parts: [ID<Part>], of family: ID<Family>, on day: Day) async throws {
        let keys = try vault.keys(of: parts.map { ID(as: $0) })
        try await database.write { connection in
            for (person, birth) in try connection.birthsOrUnknown(in: parts, of: family, keys) {
                let band = AgeBand(birth, on: day)
                guard band != .adult else { continue }
                try connection.execute(
                    """
                    UPDATE person SET erased_as = \(band < .from16 ? "under16" : "from16")
                    WHERE family_id = \(family) AND id = \(person)
                    """)
            }
        }
    }

    /// Destroys the key of an account, and then empties what it sealed and ends its sessions.
    package func erase(_ account: ID<Account>, progress: (Int, Int) -> Void) async throws -> Erased {
        let keys = try vault.erase([account.text], progress: progress)
        try await database.write { connection in
            try connection.removeWorkingNotes(of: account)
            try connection.removeObjectionDrafts(of: account)
            _ = try connection.empty(account)
        }
        return Erased(keys: keys, values: 2)
    }
}

extension Connection {
    fileprivate func erasableParts(of family: ID<Family>) throws -> [ErasablePart] {
        try rows(
            """
            SELECT d.id, p.id, d.erased_at FROM dossier_part d
            LEFT JOIN person p ON p.family_id = d.family_id AND p.part_id = d.id
            WHERE d.family_id = \(family) ORDER BY d.id
            """
        ) { row in
            ErasablePart(id: row.id(0), person: row.ifAny(1) { $0.id($1) }, erasedAt: row.ifAny(2) { $0.moment($1) })
        }
    }

    /// Empties all that was sealed in these parts, and notes that they were erased.
    fileprivate func empty(_ parts: [ID<Part>], of family: ID<Family>, at now: Moment) throws -> Int {
        var values = try emptyPersons(in: parts, of: family)
        values += try emptyFaces(in: parts, of: family)
        values += try emptyInvitations(in: parts, of: family)
        values += try emptyCircleCodes(in: parts, of: family)
        values += try emptyHoldReasons(in: parts, of: family)
        values += try emptyLookups(in: parts, of: family)
        values += try emptyEmergencies(in: parts, of: family)
        values += try emptySafety(in: parts, of: family)
        values += try emptyIndications(in: parts, of: family)
        values += try emptyMatches(in: parts, of: family)
        values += try emptySeconds(in: parts, of: family)
        values += try emptyQuestions(in: parts, of: family)
        values += try emptyInabilities(in: parts, of: family)
        values += try emptyFunctionReasons(in: parts, of: family)
        values += try emptyDirections(in: parts, of: family)
        values += try emptyHandovers(in: parts, of: family)
        values += try emptyDirectionsToConfirm(in: parts, of: family)
        values += try emptyConversations(in: parts, of: family)
        values += try emptyStories(in: parts, of: family)
        values += try emptyContactNotes(in: parts, of: family)
        values += try emptyObjections(in: parts, of: family)
        values += try emptyIntroductions(in: parts, of: family)
        values += try emptyPlans(in: parts, of: family)
        values += try emptyMeetings(in: parts, of: family)
        values += try emptyReferrals(in: parts, of: family, at: now)
        values += try emptyProvisions(in: parts, of: family, at: now)
        values += try emptyDetails(in: ID(as: family), sealedUnder: Set(parts.map(\.text)))
        values += try emptyJournal(in: parts, of: family)
        values += try emptyConsents(in: parts, of: family)
        values += try emptyReadingRefusals(in: parts, of: family)
        try removeFullCopies(of: family)
        values += try emptyForgettings(in: parts, of: family, at: now)
        values += try emptyNotAsked(in: parts, of: family)
        values += try emptyWithholdings(in: parts, of: family)
        try execute(
            """
            UPDATE dossier_part SET erased_at = \(now)
            WHERE family_id = \(family) AND id IN \(list: parts) AND erased_at IS NULL
            """)
        return values
    }

    private func emptyPersons(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let names = try execute(
            """
            UPDATE family SET name = NULL, version = version + 1
            WHERE id = \(family) AND name IS NOT NULL AND id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
        let details = try execute(
            """
            UPDATE personal_detail SET value = NULL, version = version + 1
            WHERE family_id = \(family) AND value IS NOT NULL AND person_id IN (
                SELECT id FROM person WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        let persons = try execute(
            """
            UPDATE person SET name = NULL, birth = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (name IS NOT NULL OR birth IS NOT NULL)
            """)
        return names + details + 2 * persons
    }

    /// Those of the identifiers that are parts of dossiers.
    func partIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM dossier_part WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }
}
