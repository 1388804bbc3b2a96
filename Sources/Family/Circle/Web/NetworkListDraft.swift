// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyExchange
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// The people of a list that was read in, on their way to an invitation each, as they were found or typed.
struct NetworkListDraft: Equatable {
    struct Row: Equatable {
        /// From 1, as the list is read.
        let place: Int
        var isChosen: Bool
        var name: String
        /// As a form names it; empty where it is not sure.
        var role: String
        var function: String
        var organisation: String

        static let fields = ["name", "role", "function", "organisation"]

        func field(_ name: String) -> String { "\(name)-\(place)" }
    }

    var rows: [Row]
    var persons: Set<ID<Person>>
    var errors: [FieldError] = []
    var wasKept = false

    /// Whoever takes part or was asked before is left out until the reader chooses them.
    init(_ list: NetworkList, known: Set<String>, persons: Set<ID<Person>>) {
        rows = list.rows.enumerated().map { place, row in
            let isKnown = known.contains(row.name.lowercased())
            return Row(
                place: place + 1, isChosen: !isKnown && row.role != nil, name: row.name,
                role: row.role?.rawValue ?? "", function: row.function, organisation: row.organisation)
        }
        self.persons = persons
    }

    /// nil where the form holds no list.
    init?(_ form: FormBody) {
        guard let count = Int(form.text("rows")), (1...NetworkList.most).contains(count) else { return nil }
        let chosen = Set(form.texts("chosen"))
        rows = (1...count).map { place in
            Row(
                place: place, isChosen: chosen.contains(String(place)), name: form.text("name-\(place)"),
                role: form.text("role-\(place)"), function: form.text("function-\(place)"),
                organisation: form.text("organisation-\(place)"))
        }
        persons = Set(form.ids("persons"))
    }

    /// What can't be sent as it was read is left out until it is mended.
    mutating func leaveOut(_ errors: [FieldError]) {
        self.errors = errors
        for index in rows.indices {
            let fields = Row.fields.map(rows[index].field)
            if fields.contains(where: { errors[$0] != nil }) { rows[index].isChosen = false }
        }
    }
}

extension NetworkListDraft.Row {
    /// As the form would be sent in which one person of this role is asked, with what is usual for it and for these
    /// persons; nil with the error where there is no role, or nobody it is for.
    ///
    /// - Parameter isNamed: whether a helper is looked for by name, or the work says who is meant.
    func form(
        for persons: Set<ID<Person>>, _ reading: Reading, _ visit: Visit, isNamed: Bool = true,
        _ errors: inout [FieldError]
    ) -> FormBody? {
        let (language, words) = (visit.language, visit.language.networkLists)
        guard let role = Role(rawValue: role) else {
            errors.append(FieldError(field("role"), words.roleMissing))
            return nil
        }
        let usual = InvitationDraft(role, reading, on: visit.today, language.roles)
        let covered = role.covers(ofChosen: persons, adults: reading.adults)
        guard !covered.isEmpty else {
            errors.append(FieldError(field("role"), words.forNobody))
            return nil
        }
        let widest = covered.compactMap { reading.covered[$0]?.share }.min() ?? .contact
        let work = function.contains { !$0.isWhitespace } ? function : usual.function
        return FormBody(fields: [
            "kind": [role.preset.kind.rawValue], "role": [role.rawValue], "name": [name],
            "colleague": isNamed ? [name] : [], "function": [isNamed ? work : words.work(work, of: name)],
            "organisation": [organisation], "persons": covered.map(\.text).sorted(),
            "share": [String(min(widest, role.preset.share).rawValue)], "until": [usual.until],
            "expectation": [usual.expectation], "notTheirTask": [usual.notTheirTask],
        ])
    }

    /// At which field of the row something is wrong that was said of one person alone.
    func error(_ error: FieldError) -> FieldError {
        let name =
            ["colleague": "name", "persons": "role", "share": "role", "until": "role"][error.field] ?? error.field
        return FieldError(field(name), error.text)
    }
}
