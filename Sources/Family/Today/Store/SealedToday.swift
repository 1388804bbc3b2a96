// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What waits for a reader in some families, before any of it is opened: all that decides on its order is in the clear.
struct SealedToday {
    struct Item {
        let waiting: Waiting
        let content: Content
        /// Its place among all that may be shown.
        var place = 0
    }

    enum Content {
        case talk(about: Set<ID<Person>>, part: ID<Part>, subject: [UInt8]?)
        case promise(StoredPromise)
    }

    private(set) var items: [ID<Family>: [Item]] = [:]
    private var names: [ID<Family>: [UInt8]] = [:]

    init(_ families: [ID<Family>], for reader: TodayReader, at now: Moment, _ connection: Connection) throws {
        var found = try connection.unreadTalks(of: reader.account, in: families)
        let present = Set(families)
        for stored in try connection.promisesWaiting(for: reader, on: now.day) {
            guard let family = stored.family, present.contains(family) else { continue }
            found.append(
                Item(waiting: Waiting(family: family, subject: .promise(stored.promise)), content: .promise(stored)))
        }
        found.sort { $0.waiting.comesBefore($1.waiting, at: now) }
        for (place, item) in found.enumerated() {
            items[item.waiting.family, default: []].append(
                Item(waiting: item.waiting, content: item.content, place: place))
        }
        names = try connection.sealedNames(of: families)
    }

    /// What the reader may know of in one family, with words for those whose place is among these.
    func sights(
        opening places: Range<Int>, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> [WaitingSight] {
        guard let items = items[key.family] else { return [] }
        let hidden = try connection.accountsHidden(key)
        let seen = try items.filter { item in try connection.sees(item, hidden, key) }
        guard seen.contains(where: { places.contains($0.place) }) else {
            return seen.map { WaitingSight(waiting: $0.waiting, words: nil) }
        }
        let name = try key.open(names[key.family], in: key.sharedPart, at: .familyName(key.family))
        return try seen.map { item in
            guard places.contains(item.place) else { return WaitingSight(waiting: item.waiting, words: nil) }
            return WaitingSight(
                waiting: item.waiting, words: .init(familyName: name, text: try text(of: item, key)))
        }
    }

    private func text(of item: Item, _ key: borrowing DossierKey) throws -> String? {
        switch (item.content, item.waiting.subject) {
        case (.talk(_, let part, let subject), .messages(let talk, _, _, _)):
            try key.open(subject, in: part, at: .subject(of: talk, in: key.family))
        case (.promise(let stored), _): try stored.opened(key)
        case (.talk, .promise): nil
        }
    }
}

/// Who reads their day, and on whose behalf they work.
struct TodayReader: Sendable {
    let account: ID<Account>
    let isProfessional: Bool
    let behalf: Behalf
}

extension StoredPromise {
    /// The family in whose dossier it was made.
    var family: ID<Family>? { space.map { ID(as: $0) } }
}

extension Connection {
    /// The families in which something may wait for a reader, and their own: identifiers only.
    func familiesWaiting(for reader: TodayReader, on day: Day) throws -> [ID<Family>] {
        guard reader.isProfessional else { return try families(around: reader.account, on: day) }
        let unread: [ID<Family>] = try rows(
            """
            SELECT DISTINCT p.family_id FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            WHERE p.account_id = \(reader.account) AND c.last_number > p.read_number ORDER BY p.family_id
            """
        ) { $0.id(0) }
        let organisation = try organisation(behind: reader.behalf, of: reader.account, on: day)
        let owed = try spacesOwing(reader.account, organisation.map { [$0] } ?? []).map { ID<Family>(as: $0) }
        return Set(unread + owed).sorted()
    }

    /// What a reader owes, and what lies in the inbox of the organisation on whose behalf they work now.
    fileprivate func promisesWaiting(for reader: TodayReader, on day: Day) throws -> [StoredPromise] {
        let own = try openPromises(of: reader.account)
        guard reader.isProfessional,
            let organisation = try organisation(behind: reader.behalf, of: reader.account, on: day)
        else { return own }
        let inbox = try openPromises(of: organisation)
        // What somebody found not right may have been written by a colleague: their team lead hears of it, and names who
        // stands in.
        return own + inbox.filter { $0.promise.kind != .hearConcern && $0.promise.kind != .nameStandIn }
    }

    /// What lies in the inbox of the organisation whose team lead somebody is now: what and until when, not of whom.
    ///
    /// Nothing of a family of their own, or from which anything is held from them or hidden.
    func inbox(ledBy account: ID<Account>, for behalf: Behalf, on day: Day) throws -> [Waiting] {
        let led = try work(behind: behalf, of: account, on: day).first { $0.function == .teamLead }
        let lying = try led.map { try openPromises(of: $0.organisation) } ?? []
        guard !lying.isEmpty else { return [] }
        let kept = try familiesKept(from: account)
        return lying.compactMap { stored in
            guard let family = stored.family, !kept.contains(family) else { return nil }
            return Waiting(family: family, subject: .promise(stored.promise))
        }
    }

    private func familiesKept(from account: ID<Account>) throws -> Set<ID<Family>> {
        Set(
            try rows(
                """
                SELECT family_id FROM person WHERE account_id = \(account)
                UNION SELECT family_id FROM hidden_member WHERE account_id = \(account)
                UNION SELECT r.family_id FROM hold_reader r
                JOIN hold h ON h.family_id = r.family_id AND h.id = r.hold_id
                WHERE r.account_id = \(account) AND h.released_at IS NULL ORDER BY 1
                """
            ) { $0.id(0) })
    }

    fileprivate func unreadTalks(of reader: ID<Account>, in families: [ID<Family>]) throws -> [SealedToday.Item] {
        let rows = try rows(
            """
            SELECT c.family_id, c.id, c.part_id, c.subject, c.last_number, p.read_number, m.at, o.person_id
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            JOIN message m ON m.family_id = c.family_id AND m.conversation_id = c.id AND m.number = p.read_number + 1
            JOIN conversation_person o ON o.family_id = c.family_id AND o.conversation_id = c.id
            WHERE p.account_id = \(reader) AND p.family_id IN \(list: families) AND c.last_number > p.read_number
            ORDER BY c.family_id, c.id, o.person_id
            """, UnreadTalk.init(row:))
        return rows.reduce(into: [UnreadTalk]()) { talks, row in
            guard let last = talks.last, last.id == row.id else { return talks.append(row) }
            talks[talks.count - 1].about.formUnion(row.about)
        }.map(\.item)
    }

    fileprivate func sealedNames(of families: [ID<Family>]) throws -> [ID<Family>: [UInt8]] {
        let rows = try rows("SELECT id, name FROM family WHERE id IN \(list: families) ORDER BY id") {
            ($0.id(0, Family.self), $0.ifAny(1) { $0.bytes($1) })
        }
        return Dictionary(uniqueKeysWithValues: rows).compactMapValues(\.self)
    }

    /// Whether what waits leaves a trace for the reader: as the rules for conversations and promises say.
    fileprivate func sees(
        _ item: SealedToday.Item, _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey
    ) throws -> Bool {
        switch (item.content, item.waiting.subject) {
        case (.talk(let about, _, _), .messages(let id, _, _, _)):
            let talk = Conversation(id: id, about: about, participants: [key.reading.reader])
            guard key.reading.mayRead(talk) else { return false }
            // Talks with somebody hidden are left out; few readers have any, so only they pay for looking.
            return try hidden.isEmpty || conversation(id, key) != nil
        case (.promise(let stored), _): return try sees(stored, hidden, key)
        case (.talk, .promise): return false
        }
    }
}

private struct UnreadTalk {
    let family: ID<Family>
    let id: ID<Conversation>
    let part: ID<Part>
    let subject: [UInt8]?
    let last: Int
    let read: Int
    let since: Moment
    var about: Set<ID<Person>>

    init(row: borrowing Row) {
        family = row.id(0)
        id = row.id(1)
        part = row.id(2)
        subject = row.ifAny(3) { $0.bytes($1) }
        last = row.int(4)
        read = row.int(5)
        since = row.moment(6)
        about = [row.id(7)]
    }

    var item: SealedToday.Item {
        SealedToday.Item(
            waiting: Waiting(
                family: family, subject: .messages(id, count: last - read, first: read + 1, since: since)),
            content: .talk(about: about, part: part, subject: subject))
    }
}
