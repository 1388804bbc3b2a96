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
        // What leaves no trace pushes the rest forward, mostly by nothing at all; a little more is room enough.
        let near = (asked - 1) * size..<asked * size + size / 4
        let first = try await waiting(for: account, look, page: asked, size, opening: near)
        guard let missed = first.missed else { return first.sight }
        return try await waiting(for: account, look, page: asked, size, opening: missed).sight
    }

    private func waiting(
        for account: Account, _ look: Look, page number: Int, _ size: Int, opening near: Range<Int>
    ) async throws -> (sight: TodaySight, missed: Range<Int>?) {
        let reader = TodayReader(
            account: account.id, isProfessional: account.kind == .professional, behalf: look.behalf)
        let found = try await list(
            look, naming: reader.isProfessional ? .nobody : .known,
            { connection in try SealedToday(for: reader, at: look.at, opening: near, connection) },
            { key, sealed, connection -> TodayOfFamily? in
                let waiting = try sealed.sights(key, connection)
                let home = reader.isProfessional ? nil : try connection.home(key)
                let done = try sealed.done(key, connection)
                let meetings = try sealed.meetings(key, connection)
                let quiet = try sealed.quiet.named(key)
                let found = TodayOfFamily(waiting: waiting, home: home, done: done, meetings: meetings, quiet: quiet)
                return found.isEmpty ? nil : found
            })
        let page = TodayCut(found.values, found.list, page: number, size: size)
        let quiet = QuietToday(days: found.list.quiet.days, found.values.compactMap(\.quiet))
        return (TodaySight(found.values, quiet, found.list, page), page.missed)
    }
}

/// What waits in one family.
struct TodayOfFamily: Sendable {
    let waiting: SeenToday
    let home: TodayHome?
    let done: [DoneSight]
    let meetings: [MeetingToday]
    let quiet: QuietToday.Named?

    var isEmpty: Bool {
        waiting.places.isEmpty && done.isEmpty && meetings.isEmpty && home == nil && quiet == nil
    }
}

/// What waits in all families, put in order and cut to a page.
private struct TodayCut {
    let shown: [WaitingSight]
    let counts: [Waiting.Group: Int]
    let page: Int
    let pages: Int
    /// Where those stand that belong on the page, when not all of them were opened.
    let missed: Range<Int>?

    init(_ families: [TodayOfFamily], _ list: SealedToday, page number: Int, size: Int) {
        var places = families.flatMap(\.waiting.places)
        if !list.outside.isEmpty {
            let known = Set(places.compactMap { list.items[$0].outline?.promise.id })
            places += list.outside.filter { list.items[$0].outline.map { !known.contains($0.promise.id) } ?? false }
        }
        places.sort()
        counts = places.reduce(into: [:]) { $0[list.items[$1].group, default: 0] += 1 }
        pages = max(1, (places.count + size - 1) / size)
        page = min(number, pages)
        let cut = places.dropFirst((page - 1) * size).prefix(size)
        let near = Dictionary(
            uniqueKeysWithValues: (families.flatMap(\.waiting.near) + list.outsideSights()).map { ($0.place, $0) })
        shown = cut.compactMap { near[$0] }
        missed = shown.count == cut.count ? nil : cut.first.flatMap { first in cut.last.map { first..<$0 + 1 } }
    }
}

extension TodaySight {
    fileprivate init(
        _ families: [TodayOfFamily], _ quiet: QuietToday, _ list: SealedToday, _ cut: TodayCut
    ) {
        self.init(
            shown: cut.shown, counts: cut.counts, homes: families.compactMap(\.home),
            done: families.flatMap(\.done).sorted { ($1.at, $1.promise.id) < ($0.at, $0.promise.id) },
            meetings: families.flatMap(\.meetings).sorted { ($0.time, $0.meeting) < ($1.time, $1.meeting) },
            quiet: quiet, absence: list.absence, isAtDesk: list.isAtDesk,
            isCutAtDesk: list.isCutAtDesk, page: cut.page, pages: cut.pages)
    }
}

extension Connection {
    fileprivate func home(_ key: borrowing DossierKey) throws -> TodayHome {
        let circle = try circle(key)
        let owed = try openPromises(key, among: circle).filter { $0.promise.isOwed(to: key.reading) }
        return TodayHome(family: key.family, reading: key.reading, circle: circle, owed: owed)
    }
}
