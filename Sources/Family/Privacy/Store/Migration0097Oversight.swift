// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What a privacy officer looks at month by month is found by when it was.
package let migration0097Oversight = Migration(97, "Oversight") { _ in
    [
        "CREATE INDEX hold_made ON hold (made_at)",
        "CREATE INDEX second_professional_made ON second_professional (made_at)",
        "CREATE INDEX dossier_part_erased ON dossier_part (erased_at) WHERE erased_at IS NOT NULL",
        """
        CREATE INDEX consent_person_exception ON consent_person (family_id, consent_id, person_id)
        WHERE exception IS NOT NULL
        """,
    ]
}
