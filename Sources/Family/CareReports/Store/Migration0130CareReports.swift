// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Worries that somebody reported, each sealed under a key of its own, who reported them under another, and the desks
/// at which they lie.
package let migration0130CareReports = Migration(130, "CareReports") { d in
    [
        """
        CREATE TABLE report_desk (
            organisation TEXT NOT NULL PRIMARY KEY REFERENCES organisation(id),
            since_at \(d.int) NOT NULL
        ) \(d.clustered)
        """,
        """
        CREATE TABLE report_desk_member (
            organisation TEXT NOT NULL REFERENCES report_desk(organisation),
            account TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (organisation, account)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE report_desk_duty (
            organisation TEXT NOT NULL REFERENCES report_desk(organisation),
            account TEXT NOT NULL REFERENCES account(id),
            until_at \(d.int) NOT NULL,
            PRIMARY KEY (organisation, account)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report (
            id TEXT NOT NULL PRIMARY KEY,
            number TEXT NOT NULL,
            desk_organisation TEXT NOT NULL REFERENCES organisation(id),
            desk_account TEXT REFERENCES account(id),
            urgency TEXT NOT NULL CHECK (urgency IN ('acute', 'day', 'week', 'regular')),
            rank \(d.int) NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('received', 'triaged', 'assigned', 'talked', 'closed')),
            place TEXT CHECK (place IN ('desk', 'circle', 'veiligThuis')),
            family_id TEXT,
            closing TEXT CHECK (closing IN ('advice', 'answered')),
            several_parties \(d.bool) NOT NULL,
            direction TEXT,
            avoids_organisation TEXT REFERENCES organisation(id),
            received_at \(d.int) NOT NULL,
            judged_at \(d.int),
            due_at \(d.int),
            kept_until \(d.int),
            form_digest TEXT NOT NULL UNIQUE,
            content_digest TEXT NOT NULL,
            is_public \(d.bool) NOT NULL,
            worry \(d.bytes) NOT NULL,
            version \(d.int) NOT NULL DEFAULT 1,
            CHECK ((state = 'assigned') <= (place IS NOT NULL)),
            CHECK (place <> 'circle' OR family_id IS NOT NULL),
            CHECK ((state = 'closed') = (closing IS NOT NULL)),
            CHECK ((state = 'closed') = (kept_until IS NOT NULL)),
            CHECK ((state = 'closed') = (due_at IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE INDEX care_report_board ON care_report (desk_organisation, rank, due_at, id) WHERE state <> 'closed'
        """,
        "CREATE INDEX care_report_over ON care_report (desk_organisation, kept_until) WHERE state = 'closed'",
        "CREATE INDEX care_report_lately ON care_report (desk_organisation, received_at)",
        "CREATE INDEX care_report_old ON care_report (kept_until) WHERE kept_until IS NOT NULL",
        "CREATE INDEX care_report_hand ON care_report (desk_account) WHERE state <> 'closed'",
        """
        CREATE TABLE care_report_kept_from (
            report_id TEXT NOT NULL REFERENCES care_report(id),
            account TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (report_id, account)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report_likeness (
            report_id TEXT NOT NULL REFERENCES care_report(id),
            digest TEXT NOT NULL,
            PRIMARY KEY (report_id, digest)
        ) \(d.clustered)
        """,
        "CREATE INDEX care_report_like ON care_report_likeness (digest, report_id)",
        """
        CREATE TABLE care_report_origin (
            id TEXT NOT NULL PRIMARY KEY,
            report_id TEXT NOT NULL UNIQUE REFERENCES care_report(id),
            code_digest TEXT NOT NULL UNIQUE,
            body \(d.bytes) NOT NULL,
            reply \(d.bytes)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report_entry (
            report_id TEXT NOT NULL REFERENCES care_report(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL,
            by_account TEXT REFERENCES account(id),
            by_organisation TEXT REFERENCES organisation(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (report_id, number)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE care_report_sender (
            digest TEXT NOT NULL,
            form_digest TEXT NOT NULL,
            at \(d.int) NOT NULL,
            PRIMARY KEY (digest, form_digest)
        ) \(d.clustered)
        """,
        """
        CREATE INDEX care_report_ringing ON care_report (id)
        WHERE urgency = 'acute' AND state <> 'closed'
        """,
        """
        CREATE TABLE care_report_ring (
            report_id TEXT NOT NULL REFERENCES care_report(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            PRIMARY KEY (report_id, number)
        ) \(d.clustered)
        """,
        "CREATE INDEX care_report_sender_at ON care_report_sender (at)",
    ]
}
