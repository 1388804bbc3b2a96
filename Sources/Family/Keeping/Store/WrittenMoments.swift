// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel

/// A time in which nothing was written: a clock that was set far ahead leaves one.
package struct Silence: Hashable, Sendable {
    package let from: Moment
    package let until: Moment

    package init(from: Moment, until: Moment) { (self.from, self.until) = (from, until) }
}

extension Dossiers {
    /// The moment of what was written last in any dossier or list, not after now.
    package func lastWritten(by now: Moment) async throws -> Moment? {
        try await database.read { try $0.written(last: true, from: nil, before: now + .milliseconds(1)) }
    }

    /// The last silence of more than so long that ended in the year before a moment.
    ///
    /// A server that itself ran on a wrong clock wrote by that clock: what it wrote stands beyond a silence. After a year
    /// of what was written since, nobody asks any more.
    package func silence(of length: Duration, before last: Moment) async throws -> Silence? {
        try await database.read { connection in
            var until = last
            while last - until <= .days(365) {
                if let before = try connection.written(last: false, from: until - length, before: until) {
                    until = before
                    continue
                }
                return try connection.written(last: true, from: nil, before: until).map {
                    Silence(from: $0, until: until)
                }
            }
            return nil
        }
    }
}

extension Connection {
    /// The first or the last moment in a time at which something was written, by the access log and the heads of the chains.
    ///
    /// All that anybody reads or does is in the access log; what a server does by itself moves the head of a chain.
    fileprivate func written(last: Bool, from: Moment?, before end: Moment) throws -> Moment? {
        let order: SQL = last ? "DESC" : "ASC"
        let sources: [SQL] = ["access_record", "chain"]
        let found = try sources.compactMap { source in
            try row(
                """
                SELECT at FROM \(source) WHERE at >= \(from ?? Moment(milliseconds: 0)) AND at < \(end)
                ORDER BY at \(order) LIMIT 1
                """
            ) { $0.moment(0) }
        }
        return last ? found.max() : found.min()
    }
}
