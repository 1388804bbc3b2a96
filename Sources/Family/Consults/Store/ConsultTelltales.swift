// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Dossiers {
    /// What the writer knows of the families around them, by which a text without names could tell of whom it is.
    ///
    /// Nothing of it leaves but what the writer typed themself, so nothing is recorded.
    package func telltales(known look: Look) async throws -> Telltales {
        let vault = vault
        return try await database.read { connection in
            var (names, births) = ([String](), [BirthDate]())
            let families = try connection.families(around: look.reader, on: look.at.day)
            try connection.withKeys(of: families, for: look, naming: .covered, vault) { key in
                if let family = try key.familyName() { names.append(family) }
                for person in key.reading.persons where key.reading.covered[person.id] != nil {
                    if let name = try key.name(of: person.id) { names.append(name) }
                    births.append(person.birth)
                }
            }
            return Telltales(names: names, births: births)
        }
    }
}
