// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// How long others waited somewhere: until half of them had got there (*mediaan*).
///
/// Who still waits counts for as long as they do (Kaplan and Meier, 1958): to leave them out would make a long queue look
/// short. Of few nothing is said.
package struct ExpectedWait: Hashable, Sendable {
    /// One wait that was counted, of nobody in particular.
    package struct Counted: Hashable, Sendable {
        package let days: Int
        package let isOver: Bool

        package init(_ days: Int, isOver: Bool) { (self.days, self.isOver) = (days, isOver) }
    }

    /// Of fewer than ten nothing is shown.
    package static let fewest = 10

    package let median: Int
    /// On how many it rests, rounded to five.
    package let about: Int

    /// nil where it rests on too few, or where less than half of them got there.
    package init?(of counted: [Counted]) {
        guard counted.count >= Self.fewest else { return nil }
        var (share, atRisk) = (1.0, counted.count)
        for (days, group) in Dictionary(grouping: counted, by: \.days).sorted(by: { $0.key < $1.key }) {
            let over = group.count(where: \.isOver)
            share *= 1 - Double(over) / Double(atRisk)
            atRisk -= group.count
            guard share > 0.5 + 1e-9 else {
                (median, about) = (days, (counted.count + 2) / 5 * 5)
                return
            }
        }
        return nil
    }
}
