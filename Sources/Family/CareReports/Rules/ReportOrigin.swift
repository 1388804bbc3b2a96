// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Who reported: kept apart from what they reported, and told to who has it in hand alone.
package struct ReportOrigin: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case family, neighbour, school, generalPractice, police, veiligThuis, professional, other

        /// Whether somebody reports by their profession: named to the family, unless that endangers anyone.
        package var isProfessional: Bool {
            switch self {
            case .school, .generalPractice, .police, .veiligThuis, .professional: true
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

    /// With those of the named who made the report or told of it: then nobody may be named to the family, and
    /// none counts as a professional, for of who told it is not known.
    package func joined(by named: [ReportedPerson]) -> ReportOrigin {
        let told = named.filter(\.tells)
        guard !told.isEmpty else { return self }
        return ReportOrigin(
            kind: .other, name: ([name] + told.map(\.name)).filter { !$0.isEmpty }.joined(separator: ", "),
            reach: reach,
            mayBeNamed: false)
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
