// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where the data lie.
package enum DatabaseLocation: Sendable, Hashable {
    /// A file.
    case sqlite(path: String)
    /// A connection string of libpq, several hosts allowed (`postgres://a,b/rondom?target_session_attrs=read-write`).
    case postgres(String)

    /// Reads `sqlite:PATH` or `postgres://…`; nil for anything else.
    package init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.utf8.count > "sqlite:".utf8.count {
            self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(text)
        } else {
            return nil
        }
    }
}
