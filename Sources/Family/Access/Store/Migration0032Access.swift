// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

package let migration0032Access = Migration(32, "Access") { d in
    [
        """
        CREATE TABLE let_in (
            family_id TEXT NOT NULL REFERENCES family(id),
            child_id TEXT NOT NULL REFERENCES person(id),
            reader_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, child_id, reader_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE hidden_member (
            family_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            membership_id TEXT NOT NULL,
            PRIMARY KEY (family_id, account_id, membership_id),
            FOREIGN KEY (family_id, membership_id) REFERENCES membership(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE hold (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            item_kind TEXT NOT NULL
                CHECK (item_kind IN ('circle', 'conversation', 'promise', 'accessLog', 'family')),
            item_id TEXT NOT NULL,
            reason \(d.bytes),
            part_id TEXT NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            second_id TEXT NOT NULL REFERENCES account(id),
            made_at \(d.int) NOT NULL,
            review_day TEXT NOT NULL,
            released_at \(d.int),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id),
            CHECK (by_id <> second_id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE hold_reader (
            family_id TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            hold_id TEXT NOT NULL,
            PRIMARY KEY (family_id, account_id, hold_id),
            FOREIGN KEY (family_id, hold_id) REFERENCES hold(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE access_record (
            chain TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            body \(d.bytes) NOT NULL,
            digest \(d.bytes) NOT NULL,
            link \(d.bytes) NOT NULL,
            PRIMARY KEY (chain, number)
        ) \(d.clustered)
        """,
        "CREATE INDEX access_record_at ON access_record (at)",
        "CREATE INDEX access_record_chain_at ON access_record (chain, at)",
        """
        CREATE TABLE access_mention (
            family_id TEXT NOT NULL REFERENCES family(id),
            day TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            chain TEXT NOT NULL,
            number \(d.int) NOT NULL,
            PRIMARY KEY (family_id, day, account_id)
        ) \(d.clustered)
        """,
    ]
}
