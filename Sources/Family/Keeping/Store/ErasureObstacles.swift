// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    /// Why nothing goes now: of one person, or of a whole family.
    func obstacles(
        in family: ID<Family>, about person: ID<Person>? = nil, on day: Day
    ) throws -> Set<Forgetting.Obstacle> {
        Set(try Forgetting.Obstacle.allCases.filter { try stands($0, in: family, about: person, on: day) })
    }

    private func stands(
        _ obstacle: Forgetting.Obstacle, in family: ID<Family>, about person: ID<Person>?, on day: Day
    ) throws -> Bool {
        let found: SQL? =
            switch obstacle {
            case .keeping: "SELECT 1 FROM keeping_hold WHERE family_id = \(family) AND ended_at IS NULL"
            case .held: "SELECT 1 FROM hold WHERE family_id = \(family) AND released_at IS NULL"
            case .safety:
                """
                SELECT 1 FROM direction WHERE family_id = \(family) AND until_day IS NULL AND kind = 'safetyCoordination'
                """
            case .refusal, .order, .weighing: ofPerson(obstacle, in: family, about: person, on: day)
            case .decision:
                """
                SELECT 1 FROM second_professional s WHERE s.family_id = \(family) AND s.answer IS NULL AND EXISTS (
                    SELECT 1 FROM promise p WHERE p.space = s.family_id AND p.subject_kind = s.subject_kind
                        AND p.subject = s.subject_id AND p.kind = 'confirmDecision' AND p.settled_at IS NULL
                        AND p.closed_at IS NULL)
                """
            case .emergency: "SELECT 1 FROM emergency WHERE family_id = \(family) AND reviewed_at IS NULL"
            // Of a dossier whose time is over alone: what was asked for, two people looked at.
            case .indication:
                person == nil ? "SELECT 1 FROM risk_indication WHERE family_id = \(family)" : nil
            // Of a request alone, with the births that tell who must agree.
            case .agreement: nil
            }
        guard let found else { return false }
        return try row("SELECT CASE WHEN EXISTS (\(found)) THEN 1 ELSE 0 END", { $0.int(0) }) == 1
    }

    private func ofPerson(
        _ obstacle: Forgetting.Obstacle, in family: ID<Family>, about person: ID<Person>?, on day: Day
    ) -> SQL {
        switch obstacle {
        case .refusal:
            """
            SELECT 1 FROM reading_refusal WHERE family_id = \(family) AND ended_at IS NULL
                AND (CAST(\(person) AS TEXT) IS NULL OR child_id = \(person) OR parent_id = \(person))
            """
        case .order:
            """
            SELECT 1 FROM protection_order WHERE family_id = \(family) AND ended_at IS NULL
                AND (until_day IS NULL OR until_day > \(day))
                AND (CAST(\(person) AS TEXT) IS NULL OR person_id = \(person))
            """
        default:
            """
            SELECT 1 FROM weighing w WHERE w.family_id = \(family) AND w.weighed_at IS NULL
                AND (CAST(\(person) AS TEXT) IS NULL OR EXISTS (
                    SELECT 1 FROM weighing_person p WHERE p.family_id = w.family_id AND p.weighing_id = w.id
                        AND p.person_id = \(person)))
            """
        }
    }
}
