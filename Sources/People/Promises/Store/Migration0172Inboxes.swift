// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What lies in an organisation's inbox: in dossiers, and at its desk, where it may be thousands.
package let migration0172Inboxes = Migration(172, "Inboxes") { _ in
    [
        """
        CREATE INDEX open_promise_in_inbox ON promise (owner_organisation, due_at)
        WHERE space <> '' AND settled_at IS NULL AND closed_at IS NULL
        """,
        """
        CREATE INDEX open_promise_at_desk ON promise (owner_organisation, urgency, due_at, id)
        WHERE space = '' AND settled_at IS NULL AND closed_at IS NULL
        """,
        "DROP INDEX open_promise_of_organisation",
    ]
}
