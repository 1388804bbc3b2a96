// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Referrals between organisations: each sealed under a key of its own, with what was shared, why, and what was said.
package let migration0140Referrals = Migration(140, "Referrals") { d in
    [
        """
        CREATE TABLE referral (
            id TEXT NOT NULL PRIMARY KEY,
            family_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            bundle_id TEXT NOT NULL,
            sender_organisation TEXT NOT NULL REFERENCES organisation(id),
            sender_account TEXT REFERENCES account(id),
            receiver_organisation TEXT NOT NULL REFERENCES organisation(id),
            receiver_account TEXT REFERENCES account(id),
            director_account TEXT REFERENCES account(id),
            state TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'waiting', 'started', 'answered', 'closed')),
            outcome TEXT CHECK (outcome IN ('declined', 'returned', 'redirected', 'finished', 'forsaken')),
            redirected_to TEXT REFERENCES organisation(id),
            result TEXT,
            closing TEXT CHECK (closing IN ('helped', 'helpedPartly', 'notHelped', 'noLongerNeeded', 'sentOn',
                'startedElsewhere', 'unheard')),
            since_at \(d.int) NOT NULL,
            asked_day TEXT NOT NULL,
            met_day TEXT,
            started_day TEXT,
            ended_day TEXT,
            paused_until_met \(d.int) NOT NULL DEFAULT 0 CHECK (paused_until_met >= 0),
            paused_until_start \(d.int) NOT NULL DEFAULT 0 CHECK (paused_until_start >= 0),
            paused_day TEXT,
            keeper TEXT NOT NULL CHECK (keeper IN ('sender', 'receiver')),
            is_bridged \(d.bool) NOT NULL,
            part_id TEXT NOT NULL,
            question \(d.bytes),
            elsewhere \(d.bytes),
            version \(d.int) NOT NULL DEFAULT 1,
            FOREIGN KEY (family_id, person_id) REFERENCES person(family_id, id),
            CHECK (sender_organisation <> receiver_organisation),
            CHECK (sender_account IS NULL OR receiver_account IS NULL OR sender_account <> receiver_account),
            CHECK ((state = 'closed') = (closing IS NOT NULL)),
            CHECK (state <> 'answered' OR outcome IS NOT NULL),
            CHECK ((outcome = 'redirected') = (redirected_to IS NOT NULL)),
            CHECK ((outcome = 'finished') = (result IS NOT NULL))
        ) \(d.clustered)
        """,
        "CREATE INDEX referral_sender ON referral (sender_organisation, sender_account, since_at)",
        "CREATE INDEX referral_receiver ON referral (receiver_organisation, state, asked_day)",
        "CREATE INDEX referral_family ON referral (family_id, asked_day)",
        "CREATE INDEX referral_bundle ON referral (bundle_id)",
        "CREATE INDEX referral_open ON referral (since_at) WHERE state <> 'closed'",
        """
        CREATE TABLE referral_part (
            referral_id TEXT NOT NULL REFERENCES referral(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN ('question', 'story', 'goal', 'helpSoFar')),
            consent_id TEXT,
            use_id TEXT,
            party \(d.bytes),
            title \(d.bytes),
            body \(d.bytes),
            PRIMARY KEY (referral_id, number),
            CHECK ((consent_id IS NULL) <> (use_id IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE referral_part_person (
            referral_id TEXT NOT NULL,
            number \(d.int) NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (referral_id, number, person_id),
            FOREIGN KEY (referral_id, number) REFERENCES referral_part(referral_id, number)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE referral_entry (
            referral_id TEXT NOT NULL REFERENCES referral(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL CHECK (kind IN (
                'sent', 'taken', 'passed', 'accepted', 'declined', 'redirected', 'met', 'returned', 'started',
                'paused', 'resumed', 'bridged', 'finished', 'helped', 'helpedPartly', 'notHelped', 'noLongerNeeded',
                'sentOn', 'startedElsewhere', 'unheard', 'late', 'left', 'inbox', 'forsaken')),
            by_account TEXT REFERENCES account(id),
            by_organisation TEXT REFERENCES organisation(id),
            at \(d.int) NOT NULL,
            body \(d.bytes),
            PRIMARY KEY (referral_id, number)
        ) \(d.clustered)
        """,
    ]
}
