// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

/// No direction is ever taken away: one that is over stays as what was, and the only one of a family stays until another
/// comes after it.
///
/// A direction that is over points at the next; the first of a family is pointed at by none, so that without this it could
/// be deleted, and nobody would direct.
package let migration0107DirectionStays = Migration(107, "DirectionStays") { d in
    switch d.engine {
    case .sqlite:
        [
            """
            CREATE TRIGGER direction_stays BEFORE DELETE ON direction
            BEGIN SELECT RAISE(ABORT, 'a direction is never taken away'); END
            """
        ]
    case .postgres:
        [
            """
            CREATE FUNCTION direction_stays() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''a direction is never taken away'' USING ERRCODE = ''restrict_violation''; END'
            """,
            """
            CREATE TRIGGER direction_stays BEFORE DELETE ON direction
            FOR EACH ROW EXECUTE FUNCTION direction_stays()
            """,
        ]
    }
}
