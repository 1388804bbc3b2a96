// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// What the page of today says.
protocol TodayWords: Sendable {
    var title: String { get }
    func greeting(hour: Int, _ name: String) -> String
    func lead(_ count: Int, cannotWait: Int) -> String
    func title(_ group: Waiting.Group) -> String
    func messages(_ count: Int) -> String
    func since(_ moment: String) -> String
    func late(_ day: String) -> String
    func family(_ name: String) -> String
    /// Where thousands lie at the desk of the organisation.
    var moreAtDesk: String { get }
    var read: String { get }
    /// What a promise of a kind is, where nothing else says so.
    func what(_ kind: PromiseKind) -> String
    /// The verb on the button that leads to where it is kept.
    func act(_ kind: PromiseKind) -> String
    /// Beside what lies in the inbox, of a family in whose circle the reader is not.
    var outside: String { get }
    /// Beside an invitation for the reader.
    var invited: String { get }
    var emptyTitle: String { get }
    var emptyText: String { get }
    var emptyFamilyText: String { get }
    var toFamilies: String { get }
    var toCircle: String { get }
    var wholeCircle: String { get }
    var owed: String { get }
    /// What the reader kept today.
    var done: String { get }
    var doors: String { get }
    func receiver(_ name: String) -> String
}

extension TodayWords {
    /// The part of the page's address that leads to a group; the same in each language.
    func anchor(_ group: Waiting.Group) -> String { "g-\(group)" }

    /// With how many there are, where the others stand on another page.
    func title(_ group: Waiting.Group, _ count: Int, shown: Int) -> String {
        count > shown ? "\(title(group)) (\(count))" : title(group)
    }
}

extension Language {
    var today: any TodayWords {
        switch self {
        case .nl: DutchToday()
        case .en: EnglishToday()
        }
    }
}
