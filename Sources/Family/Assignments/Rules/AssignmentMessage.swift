// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A message between a municipality and a provider of youth care about one young person (iJw 3.2), as far as it is needed here.
///
/// Addresses, relatives and remarks are not taken over.
package struct AssignmentMessage: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Toewijzing.
        case assignment = "JW301"
        /// Start.
        case start = "JW305"
        /// Stop.
        case stop = "JW307"
        /// Verzoek om toewijzing.
        case request = "JW315"

        /// What the message calls itself in its head (*berichtcode*).
        package var code: String {
            switch self {
            case .assignment: "436"
            case .start: "438"
            case .stop: "440"
            case .request: "446"
            }
        }

        package var isFromMunicipality: Bool { self == .assignment }
    }

    /// Of one product (*toewijzing*), in the order of the message.
    package struct Line: Hashable, Sendable {
        /// Its number at the municipality; nil in a request, which has none yet.
        package let number: String?
        /// What the provider calls it.
        package let reference: String?
        package let category: String?
        package let event: Assignment.Event

        package init(number: String?, reference: String?, category: String?, event: Assignment.Event) {
            (self.number, self.reference, self.category, self.event) = (number, reference, category, event)
        }
    }

    package let kind: Kind
    /// The four figures of the municipality.
    package let municipality: String
    /// The eight figures of the provider (AGB).
    package let provider: String
    package let identification: String
    package let day: Day
    package let client: AssignedClient
    package let lines: [Line]

    package init(
        _ kind: Kind, municipality: String, provider: String, identification: String, day: Day, client: AssignedClient,
        lines: [Line]
    ) {
        (self.kind, self.municipality, self.provider) = (kind, municipality, provider)
        (self.identification, self.day, self.client, self.lines) = (identification, day, client, lines)
    }

    /// When it is read among others: by day, and on one day in the order in which messages can follow from each other.
    package var turn: Turn {
        let place =
            switch kind {
            case .request: 0
            case .assignment: 1
            case .start: 2
            case .stop: 3
            }
        return Turn(day: day, place: place)
    }

    package struct Turn: Hashable, Comparable, Sendable {
        let day: Day
        let place: Int

        package static func < (one: Turn, other: Turn) -> Bool { (one.day, one.place) < (other.day, other.place) }
    }

    /// Whose message it is: with its number that tells it from all others.
    package var sender: String { kind.isFromMunicipality ? municipality : provider }
}

/// The young person an assignment is about.
package struct AssignedClient: Hashable, Sendable {
    package let name: String
    package let birth: BirthDate
    /// By which two messages are seen to be about the same young person; shown to nobody.
    package let citizenNumber: CitizenNumber

    package init(name: String, birth: BirthDate, citizenNumber: CitizenNumber) {
        (self.name, self.birth, self.citizenNumber) = (name, birth, citizenNumber)
    }
}
