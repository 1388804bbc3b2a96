// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import PeopleRules

/// Somebody about whom a worry is.
package struct ReportedPerson: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case child, unborn, sibling, parent, other, unknown
    }

    package let kind: Kind
    /// Empty for somebody whose name is not known.
    package let name: String
    /// nil for a child that is not born yet, and when it is not known.
    package let birth: Day?

    package init(kind: Kind, name: String, birth: Day?) {
        self.kind = kind
        self.name = name
        self.birth = birth
    }

    /// By what another report about the same person is known: the name as people type it and the day of birth; nil when
    /// one of them lacks, for then it would point at too many.
    package var likeness: String? {
        let folded = Self.folded(name)
        guard !folded.isEmpty, let birth else { return nil }
        return folded + "\n" + birth.iso
    }

    /// Whether they are called like somebody who works at the desk.
    package func isCalled(_ other: String) -> Bool {
        let own = Self.folded(name)
        return !own.isEmpty && own == Self.folded(other)
    }

    private static func folded(_ name: String) -> String {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
            .split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
    }
}

/// What somebody reported, in their own words: what they saw apart from what they make of it.
package struct ReportedWorry: Hashable, Sendable {
    package static let mostPersons = 3

    package var persons: [ReportedPerson]
    /// Where the child is to be found.
    package var place: String
    package var facts: String
    package var interpretation: String
    package var incident: String
    /// Who knows that it is reported.
    package var told: String
    /// What nobody but who reports can know: told on, it tells who reported.
    package var onlyReporter: String

    package init(
        persons: [ReportedPerson], place: String = "", facts: String, interpretation: String = "",
        incident: String = "", told: String = "", onlyReporter: String = ""
    ) {
        (self.persons, self.place, self.facts) = (persons, place, facts)
        (self.interpretation, self.incident) = (interpretation, incident)
        (self.told, self.onlyReporter) = (told, onlyReporter)
    }

    /// As it is sealed.
    package var text: String {
        FieldText.joined(
            ["1", place, facts, interpretation, incident, told, onlyReporter]
                + persons.flatMap { [$0.kind.rawValue, $0.name, $0.birth?.iso ?? ""] })
    }

    /// What was sealed; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count >= 7, fields[0] == "1" else { return nil }
        let rest = Array(fields[7...])
        self.init(
            persons: stride(from: 0, to: rest.count - 2, by: 3).map { place in
                ReportedPerson(
                    kind: ReportedPerson.Kind(rawValue: rest[place]) ?? .unknown, name: rest[place + 1],
                    birth: Day(rest[place + 2]))
            }, place: fields[1], facts: fields[2], interpretation: fields[3], incident: fields[4], told: fields[5],
            onlyReporter: fields[6])
    }
}

/// Who reported: kept apart from what they reported, and told to who has it in hand alone.
package struct ReportOrigin: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case family, neighbour, school, generalPractice, police, professional, other

        /// Whether somebody reports by their profession: named to the family, unless that endangers anyone.
        package var isProfessional: Bool {
            switch self {
            case .school, .generalPractice, .police, .professional: true
            case .family, .neighbour, .other: false
            }
        }
    }

    package let kind: Kind
    package let name: String
    /// Phone or mail, where they may be asked more.
    package let reach: String
    /// Whether they say that the family may hear who reported; a private person is named with their yes alone.
    package let mayBeNamed: Bool

    package init(kind: Kind, name: String, reach: String, mayBeNamed: Bool) {
        (self.kind, self.name, self.reach, self.mayBeNamed) = (kind, name, reach, mayBeNamed)
    }

    /// As it is sealed.
    package var text: String { FieldText.joined(["1", kind.rawValue, name, reach, mayBeNamed ? "yes" : "no"]) }

    /// What was sealed; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count == 5, fields[0] == "1", let kind = Kind(rawValue: fields[1]) else { return nil }
        self.init(kind: kind, name: fields[2], reach: fields[3], mayBeNamed: fields[4] == "yes")
    }
}

/// What who reported gets to hear.
package enum ReportReply: Hashable, Sendable {
    /// A private person: received and looked at, and nothing about the family.
    case seen
    /// A professional with a ground: who keeps sight of safety, and whom to call.
    case watched(by: String)
    case advice(String)

    /// As it is sealed.
    package var text: String {
        switch self {
        case .seen: FieldText.joined(["seen", ""])
        case .watched(let watcher): FieldText.joined(["watched", watcher])
        case .advice(let advice): FieldText.joined(["advice", advice])
        }
    }

    /// What was sealed; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 2).map(String.init)
        guard fields.count == 2 else { return nil }
        switch fields[0] {
        case "seen": self = .seen
        case "watched": self = .watched(by: fields[1])
        case "advice": self = .advice(fields[1])
        default: return nil
        }
    }
}
