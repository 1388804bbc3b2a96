// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What municipalities assigned to providers, by the messages between them: each sealed under a key of its own, with which
/// messages were read, and the codes by which providers are known in them.
package let migration0170Assignments = Migration(170, "Assignments") { d in
    [
        """
        CREATE TABLE provider_code (
            code TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL REFERENCES organisation(id)
        ) \(d.clustered)
        """,
        "CREATE INDEX provider_code_organisation ON provider_code (organisation)",
        """
        CREATE TABLE assignment (
            id TEXT NOT NULL PRIMARY KEY,
            organisation TEXT NOT NULL REFERENCES organisation(id),
            holder TEXT REFERENCES account(id),
            municipality TEXT NOT NULL,
            number_digest TEXT,
            reference_digest TEXT,
            state TEXT NOT NULL CHECK (state IN ('asked', 'waiting', 'helping', 'over')),
            category TEXT,
            asked_day TEXT,
            assigned_day TEXT,
            from_day TEXT,
            until_day TEXT,
            began_day TEXT,
            paused_day TEXT,
            went_on_day TEXT,
            went_on_after TEXT,
            ended_day TEXT,
            reason TEXT,
            is_withdrawn \(d.bool) NOT NULL,
            is_lapsed \(d.bool) NOT NULL,
            heard_day TEXT NOT NULL,
            number \(d.bytes),
            name \(d.bytes),
            birth \(d.bytes),
            citizen_number \(d.bytes),
            over_at \(d.int),
            version \(d.int) NOT NULL DEFAULT 1,
            UNIQUE (organisation, number_digest),
            CHECK (number_digest IS NOT NULL OR reference_digest IS NOT NULL),
            CHECK ((went_on_day IS NULL) = (went_on_after IS NULL)),
            CHECK ((assigned_day IS NULL) = (from_day IS NULL)),
            CHECK (asked_day IS NOT NULL OR assigned_day IS NOT NULL),
            CHECK ((ended_day IS NULL) = (reason IS NULL))
        ) \(d.clustered)
        """,
        "CREATE INDEX assignment_reference ON assignment (organisation, reference_digest)",
        "CREATE INDEX assignment_waits ON assignment (organisation, state, assigned_day, id)",
        "CREATE INDEX assignment_holder ON assignment (holder) WHERE holder IS NOT NULL",
        "CREATE INDEX assignment_over ON assignment (over_at) WHERE over_at IS NOT NULL",
        "CREATE INDEX assignment_open ON assignment (state, organisation) WHERE over_at IS NULL",
        """
        CREATE TABLE assignment_entry (
            assignment_id TEXT NOT NULL REFERENCES assignment(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'asked', 'assigned', 'withdrawn', 'started', 'startTakenBack', 'paused', 'stopped', 'stopTakenBack',
                'passed', 'lapsed')),
            about_day TEXT,
            by_account TEXT REFERENCES account(id),
            to_account TEXT REFERENCES account(id),
            at \(d.int) NOT NULL,
            PRIMARY KEY (assignment_id, number)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE assignment_message (
            organisation TEXT NOT NULL REFERENCES organisation(id),
            sender TEXT NOT NULL,
            identification TEXT NOT NULL,
            kind TEXT NOT NULL,
            digest TEXT NOT NULL,
            read_at \(d.int) NOT NULL,
            PRIMARY KEY (organisation, sender, kind, identification)
        ) \(d.clustered)
        """,
    ]
}
