// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

extension Link {
    /// All organisations, for administrators.
    package static let organisations: Link = "/organisations"
    /// On what grounds something may be shared here, for who administers the installation.
    package static let groundList: Link = "/grounds"

    static func organisation(_ id: ID<Organisation>) -> Link { "/organisations/\(id)" }
    static func people(_ id: ID<Organisation>) -> Link { "/organisations/\(id)/people" }
    static func invite(_ id: ID<Organisation>) -> Link { "/organisations/\(id)/people/new" }

    static func administrators(_ id: ID<Organisation>) -> Link { "/organisations/\(id)/administrators" }
    static func administratorCards(_ id: ID<Organisation>, _ account: ID<Account>) -> Link {
        "/organisations/\(id)/administrators/\(account)/cards"
    }
    static func administratorEnd(_ id: ID<Organisation>, _ account: ID<Account>) -> Link {
        "/organisations/\(id)/administrators/\(account)/end"
    }

    static func person(_ id: ID<Organisation>, _ professional: ID<Professional>) -> Link {
        "/organisations/\(id)/people/\(professional)"
    }

    static func act(_ act: PersonAct, _ id: ID<Organisation>, _ professional: ID<Professional>) -> Link {
        switch act {
        case .card: "/organisations/\(id)/people/\(professional)/cards"
        case .sessions: "/organisations/\(id)/people/\(professional)/sessions/end"
        case .lost: "/organisations/\(id)/people/\(professional)/ways-in/end"
        case .work: "/organisations/\(id)/people/\(professional)/work/end"
        case .trained: "/organisations/\(id)/people/\(professional)/training"
        case .untrained: "/organisations/\(id)/people/\(professional)/training/end"
        }
    }
}

/// What an administrator can do about somebody's account.
package enum PersonAct: String, CaseIterable, Sendable {
    case card, sessions, lost, work
    /// That somebody was trained to open a closed track, or is not any more.
    case trained, untrained
}
