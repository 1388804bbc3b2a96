// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

extension Connection {
    /// The installation whose key store these data belong to; nil in a database that was never used.
    package func installation() throws -> String? {
        try row("SELECT id FROM installation ORDER BY singleton") { $0.text(0) }
    }

    /// Writes down whose these data are from now on; who came first stays.
    package func claim(for installation: String) throws {
        try execute(
            "INSERT INTO installation (singleton, id) VALUES (1, \(installation)) ON CONFLICT (singleton) DO NOTHING")
    }
}
