// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who was asked to call when nobody else would see it is asked alone: nobody else comes to see it once it is late.
package let migration0112CallBacks = Migration(112, "CallBacks") { _ in
    [
        """
        UPDATE promise SET fallback = NULL
        WHERE kind = 'callBack' AND subject_kind = 'callBack' AND owner_account IS NOT NULL
            AND settled_at IS NULL AND closed_at IS NULL
        """
    ]
}
