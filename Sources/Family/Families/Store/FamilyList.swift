// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A family as it stands in its worker's list.
package struct FamilyEntry: Hashable, Sendable {
    package let family: ID<Family>
    /// nil when it was erased.
    package let name: String?
    /// The young people whom the reader covers, oldest first.
    package let children: [Child]
    package let unread: Int
    /// When the first of the promises is due that the reader has to keep here.
    package let nextDue: Moment?
    package let openPromises: Int
    package let isDirector: Bool

    package struct Child: Hashable, Sendable {
        package let name: String?
        package let birth: BirthDate
    }
}

extension Dossiers {
    /// The families around the reader, in no order: names can be sorted only where they are open.
    package func families(_ look: Look) async throws -> [FamilyEntry] {
        try await list(
            look, naming: .covered,
            { connection in
                try SealedEntries(connection.families(around: look.reader, on: look.at.day), look.reader, connection)
            },
            { key, sealed, connection in try sealed.entry(key, connection) }
        ).values
    }
}

/// What the list shows of some families, before it is opened.
struct SealedEntries: SealedList {
    let families: [ID<Family>]
    private var unread: [ID<Family>: [(conversation: ID<Conversation>, count: Int)]] = [:]
    private var about: [ID<Conversation>: Set<ID<Person>>] = [:]
    private var due: [ID<Family>: [(promise: ID<Promise>, at: Moment)]] = [:]
    private var directed: Set<ID<Family>> = []

    init(_ families: [ID<Family>], _ reader: ID<Account>, _ connection: Connection) throws {
        self.families = families
        try loadUnread(reader, connection)
        for (space, promise, moment) in try connection.duePromises(of: reader) {
            due[ID(as: space), default: []].append((promise, moment))
        }
        directed = Set(
            try connection.rows(
                "SELECT family_id FROM direction WHERE holder_id = \(reader) AND until_day IS NULL ORDER BY family_id"
            ) { $0.id(0) })
    }

    private mutating func loadUnread(_ reader: ID<Account>, _ connection: Connection) throws {
        let rows = try connection.rows(
            """
            SELECT c.family_id, c.id, c.last_number - p.read_number, o.person_id
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            JOIN conversation_person o ON o.family_id = c.family_id AND o.conversation_id = c.id
            WHERE p.account_id = \(reader) AND c.last_number > p.read_number
            ORDER BY c.family_id, c.id, o.person_id
            """
        ) { ($0.id(0, Family.self), $0.id(1, Conversation.self), $0.int(2), $0.id(3, Person.self)) }
        for (family, conversation, count, person) in rows {
            if about[conversation] == nil { unread[family, default: []].append((conversation, count)) }
            about[conversation, default: []].insert(person)
        }
    }

    func entry(_ key: borrowing DossierKey, _ connection: Connection) throws -> FamilyEntry {
        let family = key.family
        let promises = try owed(key, connection)
        return FamilyEntry(
            family: family, name: try key.familyName(),
            children: try children(key), unread: try unread(key, connection), nextDue: promises.first?.at,
            openPromises: promises.count, isDirector: directed.contains(family))
    }

    /// What the reader has to keep here; what is owed to somebody hidden from them, or about what is held, is left out.
    private func owed(
        _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> [(promise: ID<Promise>, at: Moment)] {
        let reading = key.reading
        let owed = (due[key.family] ?? []).filter { !reading.held.items.contains(ItemName(.promise, $0.promise)) }
        guard !owed.isEmpty else { return [] }
        let hidden = try connection.accountsHidden(key)
        guard !hidden.isEmpty || !reading.held.items.isEmpty else { return owed }
        // Few readers have anything hidden or held from them, so only they pay for looking.
        let outlines = try connection.outlines(of: Set(owed.map(\.promise)), in: ID(as: key.family))
        let promises = try PromisesSeen(outlines, hidden, key, connection)
        let seen = try Set(outlines.filter { try promises.contains($0, about: [], key, connection) }.map(\.id))
        return owed.filter { seen.contains($0.promise) }
    }

    private func unread(_ key: borrowing DossierKey, _ connection: Connection) throws -> Int {
        let items = unread[key.family] ?? []
        guard !items.isEmpty else { return 0 }
        // Talks with somebody hidden are left out; few readers have any, so only they pay for looking.
        guard key.reading.hiddenMembers.isEmpty else {
            return try connection.conversations(key).reduce(0) { $0 + $1.unread }
        }
        var count = 0
        for item in items {
            let conversation = Conversation(
                id: item.conversation, about: about[item.conversation] ?? [], participants: [key.reading.reader])
            if key.reading.mayRead(conversation) { count += item.count }
        }
        return count
    }

    private func children(_ key: borrowing DossierKey) throws -> [FamilyEntry.Child] {
        var children: [FamilyEntry.Child] = []
        for person in key.reading.persons where key.reading.covered[person.id] != nil {
            guard !key.reading.adults.contains(person.id) else { continue }
            children.append(.init(name: try key.name(of: person.id), birth: person.birth))
        }
        return children.sorted { ($0.birth.latest, $0.name ?? "") < ($1.birth.latest, $1.name ?? "") }
    }
}
