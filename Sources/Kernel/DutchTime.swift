// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// How far the clock in the Netherlands is ahead of UTC: the law on youth care works by it, wherever the server stands.
///
/// The changes are asked of Foundation's time zone once and kept as a table, as a page asks for hundreds of moments and
/// the zone itself needs a microsecond for each.
enum DutchTime {
    private static let zone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    /// When the clock changed and how many seconds it is ahead from then, in seconds since 1970: to the year 2100.
    private static let changes: [(from: Int, ahead: Int)] = {
        var changes = [(from: 0, ahead: zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))]
        var last = Date(timeIntervalSince1970: 0)
        while let next = zone.nextDaylightSavingTimeTransition(after: last), next > last, next < tableEnd {
            changes.append((Int(next.timeIntervalSince1970), zone.secondsFromGMT(for: next)))
            last = next
        }
        return changes
    }()

    private static let tableEnd = Date(timeIntervalSince1970: 4_102_444_800)

    /// Seconds ahead of UTC at a moment, itself in seconds since 1970, 0.00 hours UTC.
    static func ahead(at seconds: Int) -> Int {
        guard seconds >= 0, seconds < Int(tableEnd.timeIntervalSince1970) else {
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        }
        var (low, high) = (0, changes.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= seconds { low = middle } else { high = middle }
        }
        return changes[low].ahead
    }
}
