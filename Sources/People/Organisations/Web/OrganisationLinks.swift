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
    /// Within how many working days things are done here, for the same.
    package static let norms: Link = "/norms"

    static func organisation(_ id: ID<Organisation>) -> Link { "/organisations/\(id)" }
    static func organisationPhone(_ id: ID<Organisation>) -> Link { "/organisations/\(id)/phone" }
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
        case .youth: "/organisations/\(id)/people/\(professional)/youth"
        case .youthEnded: "/organisations/\(id)/people/\(professional)/youth/end"
        case .reporter: "/organisations/\(id)/people/\(professional)/reporter"
        case .reporterEnded: "/organisations/\(id)/people/\(professional)/reporter/end"
        }
    }
}

/// What an administrator can do about somebody's account.
package enum PersonAct: String, CaseIterable, Sendable {
    case card, sessions, lost, work
    /// That somebody was trained to open a closed track, or is not any more.
    case trained, untrained
    /// That somebody has the skill for youth, or not any more.
    case youth, youthEnded = "youth-ended"
    /// That somebody reports to the regional index, or not any more.
    case reporter, reporterEnded = "reporter-ended"

    /// The skill that it notes or takes back; nil where it is about something else.
    package var skill: (skill: Professional.Skill, isTrained: Bool)? {
        switch self {
        case .card, .sessions, .lost, .work: nil
        case .trained: (.closedTrack, true)
        case .untrained: (.closedTrack, false)
        case .youth: (.youth, true)
        case .youthEnded: (.youth, false)
        case .reporter: (.indexReporter, true)
        case .reporterEnded: (.indexReporter, false)
        }
    }

    /// What can be said of somebody's skills, by those they have.
    package static func training(_ skills: Set<Professional.Skill>) -> [PersonAct] {
        allCases.filter { act in act.skill.map { $0.isTrained != skills.contains($0.skill) } ?? false }
    }
}
