// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// What guests refer and ask, each sealed under a key of its own, with all that was said and done with it, who read it, and
/// the links by which its practice hears.
package let migration0182OutsideReferrals = Migration(182, "OutsideReferrals") { d in
    [
        """
        CREATE TABLE outside_referral (
            id TEXT NOT NULL PRIMARY KEY,
            aim TEXT NOT NULL CHECK (aim IN ('help', 'question')),
            source TEXT NOT NULL CHECK (source IN ('guest', 'letter')),
            practice TEXT NOT NULL REFERENCES organisation(id),
            receiver_organisation TEXT NOT NULL REFERENCES organisation(id),
            receiver_account TEXT REFERENCES account(id),
            state TEXT NOT NULL CHECK (state IN ('sent', 'accepted', 'waiting', 'started', 'over')),
            outcome TEXT CHECK (outcome IN (
                'declined', 'returned', 'finished', 'answered', 'withdrawn', 'forsaken')),
            result TEXT,
            verdict TEXT CHECK (verdict IN ('helped', 'helpedPartly', 'notHelped')),
            since_at \(d.int) NOT NULL,
            asked_day TEXT NOT NULL,
            met_day TEXT,
            started_day TEXT,
            ended_day TEXT,
            paused_until_met \(d.int) NOT NULL DEFAULT 0,
            paused_until_start \(d.int) NOT NULL DEFAULT 0,
            paused_day TEXT,
            is_bridged \(d.bool) NOT NULL,
            is_guest_waiting \(d.bool) NOT NULL,
            is_untold \(d.bool) NOT NULL,
            over_at \(d.int),
            form_digest TEXT NOT NULL UNIQUE,
            body \(d.bytes) NOT NULL,
            version \(d.int) NOT NULL DEFAULT 1,
            CHECK ((state = 'over') = (outcome IS NOT NULL)),
            CHECK ((state = 'over') >= (over_at IS NOT NULL)),
            CHECK (result IS NULL OR outcome = 'finished')
        ) \(d.clustered)
        """,
        "CREATE INDEX outside_referral_receiver ON outside_referral (receiver_organisation, state, asked_day)",
        "CREATE INDEX outside_referral_hand ON outside_referral (receiver_account) WHERE over_at IS NULL",
        "CREATE INDEX outside_referral_open ON outside_referral (since_at) WHERE over_at IS NULL",
        "CREATE INDEX outside_referral_old ON outside_referral (over_at) WHERE over_at IS NOT NULL",
        """
        CREATE TABLE outside_referral_kept_from (
            referral_id TEXT NOT NULL REFERENCES outside_referral(id),
            account TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (referral_id, account)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE outside_referral_entry (
            referral_id TEXT NOT NULL REFERENCES outside_referral(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            kind TEXT NOT NULL,
            by_account TEXT REFERENCES account(id),
            guest \(d.bytes),
            at \(d.int) NOT NULL,
            form_digest TEXT UNIQUE,
            body \(d.bytes),
            PRIMARY KEY (referral_id, number)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE outside_referral_link (
            referral_id TEXT NOT NULL REFERENCES outside_referral(id),
            number \(d.int) NOT NULL CHECK (number > 0),
            token_digest TEXT NOT NULL UNIQUE,
            made_at \(d.int) NOT NULL,
            next_at \(d.int),
            tries \(d.int) NOT NULL DEFAULT 0,
            PRIMARY KEY (referral_id, number)
        ) \(d.clustered)
        """,
        "CREATE INDEX outside_referral_letter ON outside_referral_link (next_at) WHERE next_at IS NOT NULL",
    ]
}
