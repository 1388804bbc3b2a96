// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Challenges that were answered, until they would be too old anyway: no answer counts twice.
package let migration0014PasskeyAnswers = Migration(14, "Passkey answers") { d in
    [
        """
        CREATE TABLE passkey_answer (
            digest TEXT NOT NULL PRIMARY KEY,
            until \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        "CREATE INDEX passkey_answer_by_time ON passkey_answer (until)",
    ]
}
