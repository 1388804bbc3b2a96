// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// The one plan of a family: goals, actions, what they said before, who agreed, and how it went.
///
/// All that was written is sealed in the part of those it is about; each change of a goal or an action is a row of its
/// own, so that the plan can be read as it was.
package let migration0075Plans = Migration(75, "Plans") { d in
    [
        """
        CREATE TABLE plan (
            family_id TEXT NOT NULL REFERENCES family(id),
            id TEXT NOT NULL UNIQUE,
            begun_at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            evaluate_on TEXT,
            ended_at \(d.int) CHECK (ended_at >= begun_at),
            PRIMARY KEY (family_id, id)
        ) \(d.clustered)
        """,
        "CREATE UNIQUE INDEX plan_now ON plan (family_id) WHERE ended_at IS NULL",
        """
        CREATE TABLE group_plan_offer (
            family_id TEXT NOT NULL,
            plan_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('offered', 'wanted', 'declined', 'threat', 'harm')),
            by_id TEXT NOT NULL REFERENCES account(id),
            at \(d.int) NOT NULL,
            part_id TEXT NOT NULL,
            reason \(d.bytes),
            PRIMARY KEY (family_id, plan_id, number),
            FOREIGN KEY (family_id, plan_id) REFERENCES plan(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE goal (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            plan_id TEXT NOT NULL,
            part_id TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'stopped')),
            begun_at \(d.int) NOT NULL,
            version \(d.int) NOT NULL CHECK (version > 0),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, plan_id) REFERENCES plan(family_id, id),
            FOREIGN KEY (family_id, part_id) REFERENCES dossier_part(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE goal_person (
            family_id TEXT NOT NULL,
            goal_id TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person(id),
            PRIMARY KEY (family_id, goal_id, person_id),
            FOREIGN KEY (family_id, goal_id) REFERENCES goal(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE goal_version (
            family_id TEXT NOT NULL,
            goal_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'stopped')),
            body \(d.bytes),
            PRIMARY KEY (family_id, goal_id, number),
            FOREIGN KEY (family_id, goal_id) REFERENCES goal(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE plan_action (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            goal_id TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'stopped')),
            begun_at \(d.int) NOT NULL,
            version \(d.int) NOT NULL CHECK (version > 0),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, goal_id) REFERENCES goal(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE plan_action_version (
            family_id TEXT NOT NULL,
            action_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            state TEXT NOT NULL CHECK (state IN ('open', 'done', 'stopped')),
            body \(d.bytes),
            PRIMARY KEY (family_id, action_id, number),
            FOREIGN KEY (family_id, action_id) REFERENCES plan_action(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE plan_action_tick (
            family_id TEXT NOT NULL,
            action_id TEXT NOT NULL,
            day TEXT NOT NULL,
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, action_id, day),
            FOREIGN KEY (family_id, action_id) REFERENCES plan_action(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE plan_agreement (
            family_id TEXT NOT NULL,
            plan_id TEXT NOT NULL,
            number \(d.int) NOT NULL CHECK (number > 0),
            person_id TEXT REFERENCES person(id),
            account_id TEXT REFERENCES account(id),
            agrees \(d.int) NOT NULL CHECK (agrees IN (0, 1)),
            how TEXT NOT NULL CHECK (how IN ('here', 'spoken', 'paper')),
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, plan_id, number),
            FOREIGN KEY (family_id, plan_id) REFERENCES plan(family_id, id),
            CHECK ((person_id IS NULL) <> (account_id IS NULL))
        ) \(d.clustered)
        """,
        """
        CREATE TABLE plan_evaluation (
            family_id TEXT NOT NULL,
            id TEXT NOT NULL UNIQUE,
            plan_id TEXT NOT NULL,
            on_day TEXT NOT NULL,
            next_day TEXT CHECK (next_day > on_day),
            at \(d.int) NOT NULL,
            by_id TEXT NOT NULL REFERENCES account(id),
            PRIMARY KEY (family_id, id),
            FOREIGN KEY (family_id, plan_id) REFERENCES plan(family_id, id)
        ) \(d.clustered)
        """,
        """
        CREATE TABLE goal_evaluation (
            family_id TEXT NOT NULL,
            goal_id TEXT NOT NULL,
            evaluation_id TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('goOn', 'change', 'reached', 'stop')),
            scores \(d.bytes),
            PRIMARY KEY (family_id, goal_id, evaluation_id),
            FOREIGN KEY (family_id, goal_id) REFERENCES goal(family_id, id),
            FOREIGN KEY (family_id, evaluation_id) REFERENCES plan_evaluation(family_id, id)
        ) \(d.clustered)
        """,
    ]
}
