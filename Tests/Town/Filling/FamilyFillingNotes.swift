// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// What was noted of calls and visits, at its own moment.
    func notes() throws -> [Happening] { try told.notes.map(happening) }

    private func happening(_ told: TownNote) throws -> Happening {
        let noted = told.at + .minutes(40)
        let note = ContactNote(
            id: ids.next(at: noted), author: try account(told.author), about: try persons(told.about),
            with: ContactNote.Parties(persons: try persons(told.with)))
        let kind = ContactNote.Kind(rawValue: told.kind.rawValue) ?? .other
        let contact = NotedContact(kind, happened: told.at, try PlainText.paragraphs(told.text).text)
        return Happening(noted) { key, connection, vault in
            try connection.keep(note, saying: contact, at: noted, key, vault)
        }
    }
}
