// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What lies in an organisation's inbox at its desk, kind by kind: who is not at the desk passes by thousands of reports.
package let migration0184InboxKinds = Migration(184, "InboxKinds") { _ in
    [
        """
        CREATE INDEX open_promise_at_desk_of_kind ON promise (owner_organisation, urgency, subject_kind, due_at, id)
        WHERE space = '' AND settled_at IS NULL AND closed_at IS NULL
        """,
        "DROP INDEX open_promise_at_desk",
    ]
}
