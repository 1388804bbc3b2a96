// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Who does an action: somebody who signs in and so owes it, or somebody who is known by name alone (grandmother).
package enum Doer: Hashable, Sendable {
    case account(ID<Account>)
    case named(String)

    /// The account, of who has one.
    package var account: ID<Account>? {
        switch self {
        case .account(let account): account
        case .named: nil
        }
    }

    /// To be sealed.
    package var text: String {
        switch self {
        case .account(let account): "a" + account.text
        case .named(let name): "n" + name
        }
    }

    /// Reads what ``text`` wrote.
    package init?(text: some StringProtocol) {
        switch text.first {
        case "a":
            guard let account = ID<Account>(text.dropFirst()) else { return nil }
            self = .account(account)
        case "n": self = .named(String(text.dropFirst()))
        default: return nil
        }
    }
}

/// Somebody of the circle, and how they are called there.
package struct KnownDoer: Hashable, Sendable {
    package let account: ID<Account>
    package let names: [String]

    package init(_ account: ID<Account>, names: [String]) {
        self.account = account
        self.names = names
    }
}

/// Whom a name means in a circle.
package enum WhoIsMeant: Hashable, Sendable {
    case one(ID<Account>)
    /// More than one is called so; the form asks which.
    case several
    /// Nobody who signs in.
    case nobody

    /// The full name goes before the name people call each other by, and that before what somebody is here ("oma").
    package init(_ name: String, among known: [KnownDoer], reader: ID<Account>) {
        let typed = name.lowercased()
        if Self.oneself.contains(typed) {
            self = .one(reader)
            return
        }
        let depth = known.map(\.names.count).max() ?? 0
        for rank in 0..<depth {
            let found = known.filter { $0.names.count > rank && $0.names[rank].lowercased() == typed }
            guard found.isEmpty else {
                self = found.count == 1 ? .one(found[0].account) : .several
                return
            }
        }
        self = .nobody
    }

    private static let oneself: Set<String> = ["ik", "ikzelf", "ik zelf", "i", "me", "myself"]
}
