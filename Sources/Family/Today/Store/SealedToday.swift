// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What waits for a reader in all families, before any of it is opened: all that decides on its order is in the clear.
///
/// Five hundred things may wait of which a page shows fifty: all are put in order and asked for by their outlines, and only
/// those near the page are read whole.
struct SealedToday: SealedList {
    /// One thing that waits, in its place.
    struct Item: Sendable {
        let order: TodayOrder.Place
        let content: Content

        var group: Waiting.Group { order.group }
    }

    /// Kept apart from its place, as hundreds are put in order of which fifty are looked into.
    indirect enum Content: Sendable {
        case talk(UnreadTalk)
        case promise(StoredOutline)
        /// It lies in an inbox that the reader leads; what it says is not theirs to read.
        case outside(StoredOutline)
        /// An invitation for the reader, who reads nothing of the family yet.
        case invited(StoredOutline)
        /// It lies at a desk: who may open it there knows by that alone what it is.
        case desk(StoredOutline)
    }

    /// Those in which something waits, and the reader's own.
    let families: [ID<Family>]
    /// All that was found, what can't wait first.
    let items: [Item]
    /// The places of what waits in each family.
    private let places: [ID<Family>: [Int]]
    /// The places of what is of no family that the reader reads in: in the inbox of the organisation whose team lead they
    /// are, invitations for them, and what lies at a desk.
    let outside: [Int]
    /// The promises that stand near the page, whole.
    private let near: [ID<Promise>: StoredPromise]
    private let nearPlaces: Range<Int>
    /// What the reader kept today.
    private let kept: [ID<Family>: [StoredPromise]]
    private let meetings: [ID<Family>: [SealedMeetingToday]]
    /// The families with which the reader had no contact for a while, and for how long that is.
    let quiet: SealedQuiet
    let absence: AbsenceDoor?
    /// Whether the reader is at the desk that takes care reports.
    let isAtDesk: Bool
    /// Whether more may lie at the desk of the organisation than is looked into here.
    let isCutAtDesk: Bool
    private let receivers: SealedReceivers

    /// - Parameter places: what stands there is read whole, with for whom it is.
    init(for reader: TodayReader, at now: Moment, opening near: Range<Int>, _ connection: Connection) throws {
        kept = try connection.keptToday(by: reader.account, at: now)
        let until = Moment(now.day + (reader.isProfessional ? 1 : MeetingToday.ahead))
        meetings = Dictionary(
            grouping: try connection.meetings(of: reader.account, from: Moment(now.day), until: until), by: \.family)
        quiet = try connection.quietToday(of: reader, at: now)
        let work =
            reader.isProfessional
            ? try connection.work(behind: reader.behalf, of: reader.account, on: now.day) : []
        absence = reader.isProfessional ? try connection.absenceDoor(of: reader.account, doing: work) : nil
        isAtDesk =
            try work.first.map {
                try connection.deskCrew($0.organisation, on: now.day).contains(reader.account)
            } ?? false
        let promised = try connection.promisesWaiting(for: reader, doing: work, isAtDesk: isAtDesk)
        let atDesk = promised.filter { $0.space == nil && $0.promise.owner.account == nil }
        isCutAtDesk = Dictionary(grouping: atDesk) { $0.promise.urgency.word }
            .contains { $0.value.count >= Waiting.mostAtDesk }
        items = try Self.found(promised, for: reader, doing: work, at: now, connection)
        (places, outside) = Self.places(of: items)
        families =
            reader.isProfessional
            ? Set(places.keys).union(kept.keys).union(meetings.keys).union(quiet.families).sorted()
            : try connection.families(around: reader.account, on: now.day)
        nearPlaces = near.clamped(to: items.indices)
        self.near = try connection.promises(items[nearPlaces].compactMap(\.outline))
        receivers = try SealedReceivers(of: self.near.values, connection)
    }

    private static func places(of items: [Item]) -> (inFamilies: [ID<Family>: [Int]], outside: [Int]) {
        var (places, outside) = ([ID<Family>: [Int]](), [Int]())
        for (place, item) in items.enumerated() {
            switch item.content {
            case .talk(let talk): places[talk.family, default: []].append(place)
            case .promise(let stored):
                guard let family = stored.family else { continue }
                places[family, default: []].append(place)
            case .outside, .invited, .desk: outside.append(place)
            }
        }
        return (places, outside)
    }

    /// All of it, in order.
    private static func found(
        _ promised: [StoredOutline], for reader: TodayReader, doing work: [Professional], at now: Moment,
        _ connection: Connection
    ) throws -> [Item] {
        let order = TodayOrder(at: now)
        var found = try connection.unreadTalks(of: reader.account).map { talk in
            Item(order: order.place(of: talk.id, since: talk.since), content: .talk(talk))
        }
        let invited = try connection.invitationsWaiting(for: reader, doing: work, at: now)
        let invitations = Set(invited.map(\.promise.id))
        found += try connection.atDesk(promised, for: reader, doing: work, at: now).map {
            Item(order: order.place(of: $0.promise), content: .desk($0))
        }
        // Who is invited does not read in the family yet: it is theirs by the invitation, and by nothing else.
        for stored in promised
        where stored.space != nil && !invitations.contains(stored.promise.id) {
            found.append(Item(order: order.place(of: stored.promise), content: .promise(stored)))
        }
        if reader.isProfessional {
            found += try connection.inbox(ledBy: reader, doing: work).filter { !invitations.contains($0.promise.id) }
                .map { Item(order: order.place(of: $0.promise), content: .outside($0)) }
        }
        found += invited.map { Item(order: order.place(of: $0.promise), content: .invited($0)) }
        return found.indices.sorted { found[$0].order < found[$1].order }.map { found[$0] }
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

    /// What the reader may know of in one family: where it stands, and in words what stands near the page.
    func sights(_ key: borrowing DossierKey, _ connection: Connection) throws -> SeenToday {
        guard let places = places[key.family] else { return SeenToday() }
        let seen = try seen(places, key, connection)
        let near = seen.filter(nearPlaces.contains)
        guard !near.isEmpty else { return SeenToday(places: seen) }
        let name = try key.familyName()
        return SeenToday(places: seen, near: try near.compactMap { try sight($0, in: name, key) })
    }

    /// What lies outside the families that the reader reads in, as far as it stands near the page.
    func outsideSights() -> [WaitingSight] {
        outside.filter(nearPlaces.contains).compactMap { place in
            guard let waiting = waiting(at: place) else { return nil }
            let way: WaitingSight.Way =
                switch items[place].content {
                case .invited: .invited
                case .desk: .desk
                case .outside, .talk, .promise: .outside
                }
            return WaitingSight(waiting, items[place].group, .init(familyName: nil, text: nil), place, way)
        }
    }

    private func seen(
        _ places: [Int], _ key: borrowing DossierKey, _ connection: Connection
    ) throws -> [Int] {
        let hidden = try connection.accountsHidden(key)
        let promises = try PromisesSeen(places.lazy.compactMap { items[$0].outline?.promise }, hidden, key, connection)
        return try places.filter { place in
            switch items[place].content {
            case .talk(let talk): try connection.sees(talk, hidden, key)
            case .promise(let stored): try promises.contains(stored.promise, about: stored.persons, key, connection)
            case .outside, .invited, .desk: false
            }
        }
    }

    private func sight(_ place: Int, in name: String?, _ key: borrowing DossierKey) throws -> WaitingSight? {
        guard let waiting = waiting(at: place) else { return nil }
        let words = WaitingSight.Words(
            familyName: name, text: try text(of: items[place], key), receiver: try receivers.name(of: waiting, key))
        return WaitingSight(waiting, items[place].group, words, place)
    }

    private func waiting(at place: Int) -> Waiting? {
        if case .talk(let talk) = items[place].content { return talk.waiting }
        guard let stored = items[place].outline.flatMap({ near[$0.promise.id] }) else { return nil }
        return Waiting(family: stored.family, subject: .promise(stored.promise))
    }

    private func text(of item: Item, _ key: borrowing DossierKey) throws -> String? {
        switch item.content {
        case .talk(let talk): try key.open(talk.subject, in: talk.part, at: .subject(of: talk.id, in: key.family))
        case .promise(let stored): try near[stored.promise.id]?.opened(key)
        case .outside, .invited, .desk: nil
        }
    }
}

extension SealedToday.Item {
    /// The promise that it is, before it is read whole; nil for a talk.
    var outline: StoredOutline? {
        switch content {
        case .talk: nil
        case .promise(let stored), .outside(let stored), .invited(let stored), .desk(let stored): stored
        }
    }
}

/// What of one family a reader may know of.
struct SeenToday: Sendable {
    /// Where it stands among all that was found.
    var places: [Int] = []
    /// In words, what stands near the page.
    var near: [WaitingSight] = []
}
