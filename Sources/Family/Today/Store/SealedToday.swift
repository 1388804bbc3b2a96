// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What waits for a reader in all families, before any of it is opened: all that decides on its order is in the clear.
struct SealedToday: SealedList {
    struct Item: Sendable {
        let waiting: Waiting
        let group: Waiting.Group
        /// Its place among all that was found.
        let place: Int
        let content: Content
    }

    enum Content: Sendable {
        case talk(about: Set<ID<Person>>, part: ID<Part>, subject: [UInt8]?)
        case promise(StoredPromise)
        /// It lies in an inbox that the reader leads; what it says is not theirs to read.
        case outside
        /// An invitation for the reader, who reads nothing of the family yet.
        case invited
    }

    /// Those in which something waits, and the reader's own.
    let families: [ID<Family>]
    private var items: [ID<Family>: [Item]] = [:]
    /// What lies in the inbox of the organisation whose team lead the reader is, and invitations for them.
    private(set) var outside: [Item] = []
    /// What the reader kept today.
    private let kept: [ID<Family>: [StoredPromise]]
    private let meetings: [ID<Family>: [SealedMeetingToday]]
    private var receivers = SealedReceivers()

    /// - Parameter places: of what stands there, it is told for whom it is.
    init(for reader: TodayReader, at now: Moment, naming places: Range<Int>, _ connection: Connection) throws {
        var found = try connection.unreadTalks(of: reader.account)
        for stored in try connection.promisesWaiting(for: reader, on: now.day) {
            guard let family = stored.family else { continue }
            found.append((Waiting(family: family, subject: .promise(stored.promise)), .promise(stored)))
        }
        kept = try connection.keptToday(by: reader.account, at: now)
        let until = Moment(now.day + (reader.isProfessional ? 1 : MeetingToday.ahead))
        meetings = Dictionary(
            grouping: try connection.meetings(of: reader.account, from: Moment(now.day), until: until), by: \.family)
        if reader.isProfessional {
            families = Set(found.map(\.waiting.family)).union(kept.keys).union(meetings.keys).sorted()
            found += try connection.inbox(ledBy: reader, on: now.day).map { ($0, .outside) }
        } else {
            families = try connection.families(around: reader.account, on: now.day)
        }
        // Who is invited does not read in the family yet: it is theirs by the invitation, and by nothing else.
        let invited = try connection.invitationsWaiting(for: reader, at: now)
        if !invited.isEmpty {
            found.removeAll { invited.contains($0.waiting) }
            found += invited.map { ($0, .invited) }
        }
        for (place, sorted) in Waiting.inOrder(found, at: now, \.waiting).enumerated() {
            let (waiting, content) = sorted.item
            let item = Item(waiting: waiting, group: sorted.group, place: place, content: content)
            switch content {
            case .outside, .invited: outside.append(item)
            case .talk, .promise: items[waiting.family, default: []].append(item)
            }
        }
        let named = items.values.joined().filter { places.contains($0.place) }.map(\.waiting)
        receivers = try SealedReceivers(of: named, connection)
    }

    /// What the reader kept today in one family.
    func done(_ key: borrowing DossierKey, _ connection: Connection) throws -> [DoneSight] {
        guard let kept = kept[key.family] else { return [] }
        return try connection.done(kept, try connection.accountsHidden(key), key)
    }

    /// The meetings of one family to which the reader was asked: today's, and at home the next.
    func meetings(_ key: borrowing DossierKey, _ connection: Connection) throws -> [MeetingToday] {
        guard let found = meetings[key.family] else { return [] }
        let hidden = try connection.accountsHidden(key)
        return try found.compactMap { try $0.opened(hidden, key, connection) }
    }

    /// What the reader may know of in one family, with words for those whose place is among these.
    func sights(
        opening places: Range<Int>, _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> [WaitingSight] {
        guard let items = items[key.family] else { return [] }
        let hidden = try connection.accountsHidden(key)
        let seen = try items.filter { item in try connection.sees(item, hidden, key) }
        guard seen.contains(where: { places.contains($0.place) }) else { return seen.map { WaitingSight($0, nil) } }
        let name = try key.familyName()
        return try seen.map { item in
            guard places.contains(item.place) else { return WaitingSight(item, nil) }
            return WaitingSight(
                item,
                .init(
                    familyName: name, text: try text(of: item, key), receiver: try receivers.name(of: item.waiting, key)
                ))
        }
    }

    private func text(of item: Item, _ key: borrowing DossierKey) throws -> String? {
        switch (item.content, item.waiting.subject) {
        case (.talk(_, let part, let subject), .messages(let talk, _, _, _)):
            try key.open(subject, in: part, at: .subject(of: talk, in: key.family))
        case (.promise(let stored), _): try stored.opened(key)
        case (.talk, .promise), (.outside, _), (.invited, _): nil
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
    /// What a reader owes, and what lies in the inbox of the organisation on whose behalf they work now.
    fileprivate func promisesWaiting(for reader: TodayReader, on day: Day) throws -> [StoredPromise] {
        let own = try openPromises(of: reader.account)
        guard reader.isProfessional,
            let organisation = try organisation(behind: reader.behalf, of: reader.account, on: day)
        else { return own }
        let inbox = try openPromises(of: organisation)
        // What somebody found not right may have been written by a colleague: their team lead hears of it, and names who
        // stands in.
        let leads: Set<PromiseKind> = [.hearConcern, .nameStandIn, .answerObjection]
        return own + inbox.filter { !leads.contains($0.promise.kind) }
    }

    /// What lies in the inbox of the organisation whose team lead somebody is now: what and until when, not of whom.
    ///
    /// Nothing of a family of their own, or from which anything is held from them or hidden.
    fileprivate func inbox(ledBy reader: TodayReader, on day: Day) throws -> [Waiting] {
        let led = try work(behind: reader.behalf, of: reader.account, on: day).first { $0.function == .teamLead }
        let lying = try led.map { try openPromises(of: $0.organisation) } ?? []
        guard !lying.isEmpty else { return [] }
        let kept = try familiesKept(from: reader.account)
        let about = try objectionPromises(about: reader.account)
        return lying.compactMap { stored in
            guard let family = stored.family, !kept.contains(family), !about.contains(stored.promise.id) else {
                return nil
            }
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

    fileprivate func unreadTalks(of reader: ID<Account>) throws -> [FoundToday] {
        let rows = try rows(
            """
            SELECT c.family_id, c.id, c.part_id, c.subject, c.last_number, p.read_number, m.at, o.person_id
            FROM participant p
            JOIN conversation c ON c.family_id = p.family_id AND c.id = p.conversation_id
            JOIN message m ON m.family_id = c.family_id AND m.conversation_id = c.id AND m.number = p.read_number + 1
            JOIN conversation_person o ON o.family_id = c.family_id AND o.conversation_id = c.id
            WHERE p.account_id = \(reader) AND c.last_number > p.read_number
            ORDER BY c.family_id, c.id, o.person_id
            """, UnreadTalk.init(row:))
        return rows.reduce(into: [UnreadTalk]()) { talks, row in
            guard let last = talks.last, last.id == row.id else { return talks.append(row) }
            talks[talks.count - 1].about.formUnion(row.about)
        }.map(\.found)
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
        case (.talk, .promise), (.outside, _), (.invited, _): return false
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

    var found: FoundToday {
        (
            Waiting(family: family, subject: .messages(id, count: last - read, first: read + 1, since: since)),
            .talk(about: about, part: part, subject: subject)
        )
    }
}

/// Something that waits, in no order yet.
private typealias FoundToday = (waiting: Waiting, content: SealedToday.Content)
