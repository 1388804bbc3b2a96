// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// The organisations that are called so, by name.
    ///
    /// Compared here and not in the database, whose engines fold letters in different ways. Exactly, for who may not
    /// look around in the list: a family types a name it knows.
    package func organisations(called typed: String, exactly: Bool) throws -> [Organisation] {
        let wanted = typed.folded
        guard !wanted.isEmpty else { return [] }
        let all = try rows("SELECT id, kind, name FROM organisation ORDER BY name, id") { row in
            Organisation(id: row.id(0), kind: try row.kept(1), name: row.text(2))
        }
        let same = all.filter { $0.name.folded == wanted }
        return exactly || !same.isEmpty ? same : all.filter { $0.name.folded.contains(wanted) }
    }

    /// Those who work for an organisation on a day and are called exactly so.
    package func colleagues(
        called typed: String, in organisation: ID<Organisation>, on day: Day, _ vault: Vault
    ) throws -> [Account] {
        let wanted = typed.folded
        let work = try professionals(in: organisation, on: day)
        return try accounts(Set(work.map(\.account)).sorted(), vault).filter {
            $0.kind == .professional && $0.profile.name.folded == wanted
        }
    }
}

extension String {
    /// In small letters, with single spaces: how names are compared that people type.
    fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
