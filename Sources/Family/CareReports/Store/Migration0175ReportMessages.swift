// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Reports that came as messages from other systems: what an answer needs, what holds for safety, the files that came
/// along, and the messages that could not be taken in, each sealed.
package let migration0175ReportMessages = Migration(175, "ReportMessages") { d in
    [
        "ALTER TABLE care_report ADD COLUMN has_safety \(d.bool)",
        "ALTER TABLE care_report ADD COLUMN safety_until TEXT",
        "ALTER TABLE care_report ADD COLUMN safety_keeper \(d.bytes)",
        """
        CREATE TABLE care_report_message (
            report_id TEXT NOT NULL PRIMARY KEY REFERENCES care_report(id),
            head \(d.bytes) NOT NULL
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report_file (
            id TEXT NOT NULL PRIMARY KEY,
            report_id TEXT NOT NULL REFERENCES care_report(id),
            place \(d.int) NOT NULL,
            about \(d.bytes) NOT NULL,
            UNIQUE (report_id, place)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report_piece (
            file_id TEXT NOT NULL REFERENCES care_report_file(id),
            number \(d.int) NOT NULL,
            body \(d.bytes) NOT NULL,
            PRIMARY KEY (file_id, number)
        )
        """,
        """
        CREATE TABLE report_message (
            id TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL REFERENCES organisation(id),
            at \(d.int) NOT NULL,
            digest TEXT NOT NULL,
            flaw TEXT NOT NULL,
            element TEXT,
            line \(d.int),
            body \(d.bytes) NOT NULL,
            UNIQUE (organisation, digest)
        )
        """,
        """
        CREATE TABLE report_message_kept_from (
            message_id TEXT NOT NULL REFERENCES report_message(id) ON DELETE CASCADE,
            account TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (message_id, account)
        ) \(d.clustered)
        """,
        "CREATE INDEX report_message_latest ON report_message (organisation, at DESC, id)",
        "CREATE INDEX report_message_old ON report_message (at)",
    ]
}
