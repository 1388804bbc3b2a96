// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Dossiers {
    /// All that waits for an account over all its families, most harm from waiting first: one page of it.
    ///
    /// One decision and one access record for all families in which something waits, or which are the reader's own.
    /// Only what stands on the page is opened. What is held, hidden, or of an ended membership is not counted either.
    ///
    /// - Parameter number: the page asked for; there is always one.
    package func today(of account: Account, _ look: Look, page number: Int?, size: Int = 50) async throws -> TodaySight
    {
        let asked = max(1, min(number ?? 1, 1_000))
        // What leaves no trace pushes the rest forward, mostly by nothing at all; a page more is room enough.
        let likely = (asked - 1) * size..<(asked + 1) * size
        let first = try await waiting(for: account, look, page: number, size, opening: likely)
        guard first.shown.contains(where: { $0.words == nil }) else { return first }
        return try await waiting(for: account, look, page: number, size, opening: 0..<Int.max)
    }

    private func waiting(
        for account: Account, _ look: Look, page number: Int?, _ size: Int, opening places: Range<Int>
    ) async throws -> TodaySight {
        let reader = TodayReader(
            account: account.id, isProfessional: account.kind == .professional, behalf: look.behalf)
        let found = try await list(
            look, naming: reader.isProfessional ? .nobody : .known,
            { connection in try SealedToday(for: reader, at: look.at, naming: places, connection) },
            { key, sealed, connection -> TodayOfFamily? in
                let sights = try sealed.sights(opening: places, key, connection)
                let home = reader.isProfessional ? nil : try connection.home(key)
                let done = try sealed.done(key, connection)
                let meetings = try sealed.meetings(key, connection)
                guard !sights.isEmpty || !done.isEmpty || !meetings.isEmpty || home != nil else { return nil }
                return TodayOfFamily(waiting: sights, home: home, done: done, meetings: meetings)
            })
        return TodaySight(found.values, found.list.outside, page: number, size: size)
    }
}

/// What waits in one family.
struct TodayOfFamily: Sendable {
    let waiting: [WaitingSight]
    let home: TodayHome?
    let done: [DoneSight]
    let meetings: [MeetingToday]
}

extension TodaySight {
    /// What waits in all families, put in order and cut to a page.
    fileprivate init(_ families: [TodayOfFamily], _ outside: [SealedToday.Item], page number: Int?, size: Int) {
        var all = families.flatMap(\.waiting)
        if !outside.isEmpty {
            let known = Set(all.map(\.waiting))
            all += outside.filter { !known.contains($0.waiting) }.map { item in
                WaitingSight(item, .init(familyName: nil, text: nil), isOutside: true)
            }
        }
        all.sort { $0.place < $1.place }
        let pages = max(1, (all.count + size - 1) / size)
        let page = min(max(1, number ?? 1), pages)
        self.init(
            shown: Array(all.dropFirst((page - 1) * size).prefix(size)),
            counts: all.reduce(into: [:]) { $0[$1.group, default: 0] += 1 },
            homes: families.compactMap(\.home),
            done: families.flatMap(\.done).sorted { ($1.at, $1.promise.id) < ($0.at, $0.promise.id) },
            meetings: families.flatMap(\.meetings).sorted { ($0.time, $0.meeting) < ($1.time, $1.meeting) }, page: page,
            pages: pages)
    }
}

extension Connection {
    fileprivate func home(_ key: borrowing DossierKey) throws -> TodayHome {
        let circle = try circle(key)
        let owed = try openPromises(key, among: circle).filter { $0.promise.isOwed(to: key.reading) }
        return TodayHome(family: key.family, reading: key.reading, circle: circle, owed: owed)
    }
}
