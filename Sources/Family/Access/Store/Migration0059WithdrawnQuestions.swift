// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// That who asked why somebody looked no longer waits for an answer; they can ask another thing then.
package let migration0059WithdrawnQuestions = Migration(59, "WithdrawnQuestions") { d in
    [
        "ALTER TABLE log_question ADD COLUMN withdrawn_at \(d.int)",
        "DROP INDEX log_question_open",
        """
        CREATE UNIQUE INDEX log_question_open ON log_question (family_id, asker_id, who_id)
        WHERE answered_at IS NULL AND withdrawn_at IS NULL
        """,
    ]
}
