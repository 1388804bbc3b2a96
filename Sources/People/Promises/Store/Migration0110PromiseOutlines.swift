// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What an account owes, in the order in which it is due, with all that decides on its place: hundreds are put in order of
/// which fifty are read whole.
package let migration0110PromiseOutlines = Migration(110, "PromiseOutlines") { _ in
    [
        """
        CREATE INDEX open_promise_outline ON promise (
            owner_account, due_at, space, id, kind, receiver_kind, receiver, subject_kind, subject, urgency, working_days,
            settled_at, closed_at)
        WHERE settled_at IS NULL AND closed_at IS NULL
        """,
        "DROP INDEX open_promise_of_account",
    ]
}
