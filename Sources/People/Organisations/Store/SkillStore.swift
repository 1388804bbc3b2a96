// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules

extension Connection {
    /// What somebody was trained for, in one work.
    package func skills(of professional: ID<Professional>) throws -> Set<Professional.Skill> {
        Set(
            try rows("SELECT skill FROM professional_skill WHERE professional = \(professional) ORDER BY skill") {
                Professional.Skill(rawValue: $0.text(0))
            }.compactMap(\.self))
    }

    /// Notes that somebody was trained for something, or takes it back.
    package func note(_ skill: Professional.Skill, of professional: ID<Professional>, isTrained: Bool) throws {
        try execute(
            """
            DELETE FROM professional_skill WHERE professional = \(professional) AND skill = \(skill.rawValue)
            """)
        guard isTrained else { return }
        try execute(
            "INSERT INTO professional_skill (professional, skill) VALUES (\(professional), \(skill.rawValue))")
    }
}
