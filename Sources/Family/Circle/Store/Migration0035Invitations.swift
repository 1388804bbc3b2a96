// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Who was asked into a circle, for whom, and what those who must agree said.
package let migration0035Invitations = Migration(35, "Invitations") { d in
    [
        """
        CREATE TABLE invitation (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('relative', 'professional')),
            by_id TEXT NOT NULL REFERENCES account(id),
            account_id TEXT REFERENCES account(id),
            organisation_id TEXT REFERENCES organisation(id),
            function TEXT,
            share \(d.int) NOT NULL CHECK (share BETWEEN 1 AND 3),
            until_day TEXT,
            made_at \(d.int) NOT NULL,
            ends_at \(d.int) NOT NULL CHECK (ends_at > made_at),
            accepted_at \(d.int),
            ended_at \(d.int),
            membership_id TEXT,
            letter \(d.bytes),
            reason \(d.bytes),
            reason_part TEXT,
            second_id TEXT REFERENCES account(id),
            version \(d.int) NOT NULL DEFAULT 1,
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id),
            CHECK (kind = 'professional' OR organisation_id IS NULL),
            CHECK (kind = 'relative' OR organisation_id IS NOT NULL),
            CHECK (accepted_at IS NULL OR account_id IS NOT NULL),
            CHECK ((reason IS NULL AND second_id IS NULL) OR second_id IS NOT NULL)
        ) \(d.clustered)
        """,
        "CREATE INDEX invitation_account ON invitation (account_id, ends_at)",
        "CREATE INDEX invitation_organisation ON invitation (organisation_id, ends_at)",
        "CREATE INDEX invitation_ends ON invitation (ends_at)",
        """
        CREATE TABLE invitation_person (
            family_id TEXT NOT NULL,
            invitation_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            agreed_at \(d.int),
            refused_at \(d.int),
            PRIMARY KEY (family_id, invitation_id, person_id),
            FOREIGN KEY (family_id, invitation_id) REFERENCES invitation(family_id, id),
            CHECK (agreed_at IS NULL OR refused_at IS NULL)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE invitation_answer (
            family_id TEXT NOT NULL,
            invitation_id TEXT NOT NULL,
            person_id TEXT NOT NULL,
            by_person_id TEXT NOT NULL REFERENCES person(id),
            answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'notAsked')),
            given_at \(d.int) NOT NULL,
            PRIMARY KEY (family_id, invitation_id, person_id, by_person_id),
            FOREIGN KEY (family_id, invitation_id, person_id)
                REFERENCES invitation_person(family_id, invitation_id, person_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE invitation_apart (
            family_id TEXT NOT NULL,
            invitation_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, invitation_id, person_id),
            FOREIGN KEY (family_id, invitation_id) REFERENCES invitation(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE invitation_apart_member (
            family_id TEXT NOT NULL,
            invitation_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, invitation_id, account_id),
            FOREIGN KEY (family_id, invitation_id) REFERENCES invitation(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
