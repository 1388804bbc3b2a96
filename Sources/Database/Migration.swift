// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// One step of the schema, forward only.
///
/// Safe with the release before it still running: it adds (expand); what is no longer used goes in a later release
/// (contract). Never edited after a release.
package struct Migration: Sendable {
    /// Its place in the order of all migrations of all features.
    package let number: Int
    /// What it is for, as its file is named.
    package let name: String
    package let statements: @Sendable (Dialect) -> [SQL]

    package init(_ number: Int, _ name: String, statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}

/// The schema of the database does not fit this program.
package enum SchemaError: Error, Equatable {
    /// The database has a step that this release doesn't know.
    case newer(step: Int)
    /// The database lacks steps of this release.
    case older(missing: Int)
}
