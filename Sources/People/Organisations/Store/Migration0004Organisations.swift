// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// Organisations, the areas they work in, the professionals who work for them and the teams these form.
package let migration0004Organisations = Migration(4, "Organisations") { d in
    [
        """
        CREATE TABLE organisation (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind IN (
                'areaTeam', 'municipality', 'school', 'generalPractice', 'careProvider', 'youthProtection',
                'healthService', 'other')),
            name TEXT NOT NULL CHECK (name <> '')
        ) \(d.clustered)
        """,
        """
        CREATE TABLE area (
            code TEXT NOT NULL PRIMARY KEY,
            level TEXT NOT NULL CHECK (level IN ('region', 'municipality', 'district', 'neighbourhood')),
            name TEXT NOT NULL CHECK (name <> ''),
            within TEXT REFERENCES area (code)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE team (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            area TEXT NOT NULL REFERENCES area (code)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE professional (
            id TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL REFERENCES account (id),
            organisation TEXT NOT NULL REFERENCES organisation (id),
            function TEXT NOT NULL,
            title TEXT NOT NULL,
            from_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day >= from_day)
        ) \(d.clustered)
        """,
        "CREATE INDEX professional_of_account ON professional (account)",
        "CREATE INDEX professional_of_organisation ON professional (organisation)",
        """
        CREATE TABLE team_membership (
            team TEXT NOT NULL REFERENCES team (id),
            professional TEXT NOT NULL REFERENCES professional (id),
            from_day TEXT NOT NULL,
            until_day TEXT CHECK (until_day >= from_day),
            PRIMARY KEY (team, professional, from_day)
        ) \(d.clustered)
        """,
        "CREATE INDEX team_of_professional ON team_membership (professional)",
    ]
}
