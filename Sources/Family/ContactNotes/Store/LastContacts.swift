// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// A family with which a professional had no contact for a while.
package struct QuietFamily: Hashable, Sendable {
    package let family: ID<Family>
    /// The last contact of this professional; nil where there was none.
    package let last: Moment?
    /// Since when they are in its circle.
    package let joined: Day
}

extension Connection {
    /// Notes that somebody was in contact with a family; what is later stays.
    func noteContact(of account: ID<Account>, in family: ID<Family>, at moment: Moment) throws {
        try execute(
            """
            INSERT INTO last_contact (account_id, family_id, at) VALUES (\(account), \(family), \(moment))
            ON CONFLICT (account_id, family_id) DO UPDATE SET at = excluded.at WHERE last_contact.at < excluded.at
            """)
    }

    /// The same for a message: it is contact when somebody of the family reads it.
    func noteContact(
        of account: ID<Account>, in family: ID<Family>, at moment: Moment, writingTo others: Set<ID<Account>>
    ) throws {
        guard !others.isEmpty else { return }
        try execute(
            """
            INSERT INTO last_contact (account_id, family_id, at)
            SELECT m.account_id, m.family_id, \(moment) FROM membership m
            WHERE m.family_id = \(family) AND m.account_id = \(account) AND EXISTS (
                SELECT 1 FROM person q WHERE q.family_id = m.family_id AND q.account_id IN \(list: others.sorted())
            )
            ORDER BY m.id LIMIT 1
            ON CONFLICT (account_id, family_id) DO UPDATE SET at = excluded.at WHERE last_contact.at < excluded.at
            """)
    }

    /// The families in whose circle a professional is, and with which they had no contact for so many days; whom the
    /// longest first.
    ///
    /// Identifiers and moments only: what of them may be read, the keys say.
    package func quietFamilies(of account: ID<Account>, days: Int, at now: Moment) throws -> [QuietFamily] {
        let day = now.day
        let found = try rows(
            """
            SELECT m.family_id, l.at, m.from_day FROM membership m
            LEFT JOIN last_contact l ON l.account_id = m.account_id AND l.family_id = m.family_id
            WHERE m.account_id = \(account) AND m.kind = 'professional' AND m.ended_at IS NULL
                AND m.from_day <= \(day) AND (m.until_day IS NULL OR m.until_day > \(day))
            ORDER BY m.family_id, m.from_day
            """
        ) { QuietFamily(family: $0.id(0), last: $0.ifAny(1) { $0.moment($1) }, joined: try $0.day(2)) }
        let first = found.reduce(into: [ID<Family>: QuietFamily]()) { families, row in
            if families[row.family] == nil { families[row.family] = row }
        }
        return first.values
            .filter { Quiet.isQuiet(last: $0.last, joined: $0.joined, days: days, at: now) }
            .sorted { ($0.since, $0.family) < ($1.since, $1.family) }
    }

    /// After how many days without contact a professional wants to hear of a family.
    package func quietDays(of account: ID<Account>) throws -> Int {
        try row("SELECT days FROM quiet_choice WHERE account_id = \(account)") { $0.int(0) } ?? Quiet.usual
    }

    /// Keeps after how many days.
    package func chooseQuietDays(_ days: Int, of account: ID<Account>) throws {
        try execute(
            """
            INSERT INTO quiet_choice (account_id, days) VALUES (\(account), \(days))
            ON CONFLICT (account_id) DO UPDATE SET days = excluded.days
            """)
    }
}

extension QuietFamily {
    /// Since when there was no contact.
    package var since: Moment { last ?? Moment(joined) }
}

/// The families that a professional's list of them names.
struct SealedQuiet: SealedList {
    let days: Int
    let quiet: [QuietFamily]

    var families: [ID<Family>] { quiet.map(\.family) }
}

/// A family in that list, with its name and where one asks how it goes.
package struct QuietSight: Hashable, Sendable {
    package let quiet: QuietFamily
    /// nil when it was erased.
    package let name: String?
    /// Those who would read it; empty where there is no conversation with the family alone.
    package let asked: [String]
    /// Whether the reader may write a contact note about somebody there.
    package let mayNote: Bool
}

extension Dossiers {
    /// The families with which a professional had no contact for as many days as they chose, with those days.
    package func quietFamilies(_ look: Look) async throws -> (days: Int, families: [QuietSight]) {
        let found = try await list(look, naming: .known) { connection in
            let days = try connection.quietDays(of: look.reader)
            return SealedQuiet(
                days: days, quiet: try connection.quietFamilies(of: look.reader, days: days, at: look.at))
        } _: { key, list, connection -> QuietSight? in
            guard let quiet = list.quiet.first(where: { $0.family == key.family }) else { return nil }
            let talk = try connection.checkInPlace(key)
            let persons = try connection.persons(key)
            let asked = talk.map { talk in
                persons.filter { $0.person.account.map(talk.participants.contains) ?? false }.compactMap(\.name)
            }
            return QuietSight(quiet: quiet, name: try key.familyName(), asked: asked ?? [], mayNote: key.reading.notes)
        }
        return (found.list.days, found.values)
    }
}

extension Connection {
    /// Where the reader asks how it goes: the latest conversation with the family alone.
    package func checkInPlace(_ key: borrowing DossierKey) throws -> Conversation? {
        let family = Set(try persons(key).compactMap(\.person.account))
        let talks = try conversations(key).map(\.conversation)
        return CheckIn.place(among: talks, of: key.reading.reader, family: family)
    }
}
