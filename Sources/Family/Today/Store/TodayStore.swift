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
        let inbox =
            account.kind == .professional
            ? try await database.read { try $0.inbox(ledBy: account.id, for: look.behalf, on: look.at.day) } : []
        let list = { (families: [TodayOfFamily]) in
            TodayList(families, inbox, page: number, size: size, look.at).sight
        }
        let first = list(try await waiting(for: account, look, opening: likely))
        guard first.shown.contains(where: { $0.words == nil }) else { return first }
        return list(try await waiting(for: account, look, opening: 0..<Int.max))
    }

    private func waiting(
        for account: Account, _ look: Look, opening places: Range<Int>
    ) async throws -> [TodayOfFamily] {
        let reader = TodayReader(
            account: account.id, isProfessional: account.kind == .professional, behalf: look.behalf)
        let now = look.at
        return try await list(
            look, namingKnown: !reader.isProfessional,
            among: { connection in try connection.familiesWaiting(for: reader, on: now.day) },
            prepare: { families, connection in try SealedToday(families, for: reader, at: now, connection) },
            { key, sealed, connection in
                let sights = try sealed.sights(opening: places, key, connection)
                let home = reader.isProfessional ? nil : try connection.home(key)
                return sights.isEmpty && home == nil ? nil : TodayOfFamily(waiting: sights, home: home)
            })
    }
}

/// What waits in one family.
struct TodayOfFamily: Sendable {
    let waiting: [WaitingSight]
    let home: TodayHome?
}

/// What waits in all families, put in order and cut to a page.
private struct TodayList {
    let sight: TodaySight

    init(_ families: [TodayOfFamily], _ inbox: [Waiting], page number: Int?, size: Int, _ now: Moment) {
        let own = families.flatMap(\.waiting)
        let known = Set(own.map(\.waiting))
        let outside = inbox.filter { !known.contains($0) }.map { waiting in
            WaitingSight(waiting: waiting, words: .init(familyName: nil, text: nil), isOutside: true)
        }
        let all = (own + outside).sorted { $0.waiting.comesBefore($1.waiting, at: now) }
        let pages = max(1, (all.count + size - 1) / size)
        let page = min(max(1, number ?? 1), pages)
        sight = TodaySight(
            shown: Array(all.dropFirst((page - 1) * size).prefix(size)),
            counts: all.reduce(into: [:]) { $0[$1.waiting.group(at: now), default: 0] += 1 },
            homes: families.compactMap(\.home), page: page, pages: pages)
    }
}

extension Connection {
    fileprivate func home(_ key: borrowing DossierKey) throws -> TodayHome {
        let circle = try circle(key)
        let owed = try openPromises(key, among: circle).filter { $0.promise.isOwed(to: key.reading) }
        return TodayHome(family: key.family, reading: key.reading, circle: circle, owed: owed)
    }
}
