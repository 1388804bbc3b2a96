// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody reported, in their own words: what they saw apart from what they make of it.
package struct ReportedWorry: Hashable, Sendable {
    /// So many are typed on a form; a message from another system may name more.
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
    /// Who helps already.
    package var help: String
    /// What holds for safety when it is handed over, as Veilig Thuis and the police hand over.
    package var safety: [SafetyCondition]

    package init(
        persons: [ReportedPerson], place: String = "", facts: String, interpretation: String = "",
        incident: String = "", told: String = "", onlyReporter: String = "", help: String = "",
        safety: [SafetyCondition] = []
    ) {
        (self.persons, self.place, self.facts) = (persons, place, facts)
        (self.interpretation, self.incident) = (interpretation, incident)
        (self.told, self.onlyReporter) = (told, onlyReporter)
        (self.help, self.safety) = (help, safety)
    }

    /// As it is sealed: where nothing needs more, as versions before this one read it too.
    package var text: String {
        guard !help.isEmpty || !safety.isEmpty || persons.contains(where: { $0.role != nil }) else {
            return FieldText.joined(
                ["1", place, facts, interpretation, incident, told, onlyReporter]
                    + persons.flatMap { [$0.kind.rawValue, $0.name, $0.birth?.iso ?? ""] })
        }
        return FieldText.joined(
            ["2", place, facts, interpretation, incident, told, onlyReporter, help, String(persons.count)]
                + persons.flatMap { [$0.kind.rawValue, $0.name, $0.birth?.iso ?? "", $0.role?.rawValue ?? ""] }
                + safety.flatMap { [$0.kind.rawValue, $0.text] })
    }

    /// What was sealed, now or before safety conditions were kept; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count >= 7 else { return nil }
        let persons: [ReportedPerson]
        var (help, safety) = ("", [SafetyCondition]())
        switch fields[0] {
        case "1": persons = Self.groups(of: fields[7...], 3).map { ReportedPerson(fields: $0) }
        case "2":
            guard fields.count >= 9, let count = Int(fields[8]), count >= 0, fields.count >= 9 + 4 * count else {
                return nil
            }
            help = fields[7]
            persons = Self.groups(of: fields[9..<9 + 4 * count], 4).map { ReportedPerson(fields: $0) }
            safety = Self.groups(of: fields[(9 + 4 * count)...], 2).compactMap { SafetyCondition(fields: $0) }
        default: return nil
        }
        self.init(
            persons: persons, place: fields[1], facts: fields[2], interpretation: fields[3], incident: fields[4],
            told: fields[5], onlyReporter: fields[6], help: help, safety: safety)
    }

    private static func groups(of fields: ArraySlice<String>, _ size: Int) -> [[String]] {
        stride(from: fields.startIndex, through: fields.endIndex - size, by: size).map { Array(fields[$0..<$0 + size]) }
    }
}

extension ReportedPerson {
    fileprivate init(fields: [String]) {
        self.init(
            kind: Kind(rawValue: fields[0]) ?? .unknown, name: fields[1], birth: Day(fields[2]),
            role: fields.count > 3 ? YouthCareRole(rawValue: fields[3]) : nil)
    }
}

/// Something that holds for the safety of those whom a report is about, until somebody decides otherwise.
package struct SafetyCondition: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// What was agreed with the family (*veiligheidsafspraken*).
        case agreed
        /// How far stalking is feared (SASH: Screening Assessment for Stalking and Harassment).
        case stalking
        /// Somebody may not come home (*tijdelijk huisverbod*).
        case banned
        case arrested
        /// The police was asked to act (*aangifte*).
        case charged
        /// Violence for the sake of honour.
        case honour
        /// What stood on record before.
        case recorded
    }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }

    fileprivate init?(fields: [String]) {
        guard let kind = Kind(rawValue: fields[0]) else { return nil }
        self.init(kind, fields[1])
    }
}
