// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who signs in.
///
/// Name and language are sealed under the account's own key: that somebody is in youth care is a secret.
package let migration0001Accounts = Migration(1, "Accounts") { d in
    [
        """
        CREATE TABLE account (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL
                CHECK (kind IN ('familyMember', 'professional', 'manager', 'administrator', 'privacyOfficer')),
            name \(d.bytes) NOT NULL,
            language \(d.bytes) NOT NULL
        ) \(d.clustered)
        """
    ]
}
