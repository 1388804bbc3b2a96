// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Which reports changed lately at a desk, for those whose board stays up to date: never what changed.
package let migration0176DeskNews = Migration(176, "DeskNews") { d in
    [
        """
        CREATE TABLE report_desk_news (
            organisation TEXT NOT NULL REFERENCES organisation(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            report_id TEXT NOT NULL,
            PRIMARY KEY (organisation, number)
        ) \(d.clustered)
        """
    ]
}
