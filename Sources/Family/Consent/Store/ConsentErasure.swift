// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel

extension Connection {
    /// Empties what was written of consents, orders, grounds and weighings in these parts; that they were stays.
    func emptyConsents(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let notes = try execute(
            """
            UPDATE consent_answer SET note = NULL
            WHERE family_id = \(family) AND note IS NOT NULL AND consent_id IN (
                SELECT id FROM consent WHERE family_id = \(family) AND part_id IN \(list: parts))
            """)
        let reasons = try execute(
            """
            UPDATE consent_person SET exception_reason = NULL
            WHERE family_id = \(family) AND exception_reason IS NOT NULL AND consent_id IN (
                SELECT id FROM consent WHERE family_id = \(family) AND part_id IN \(list: parts))
            """)
        let letters = try execute(
            """
            UPDATE consent SET letter = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND letter IS NOT NULL
            """)
        let orders = try execute(
            """
            UPDATE protection_order SET institution = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND institution IS NOT NULL
            """)
        let uses = try execute(
            """
            UPDATE ground_use SET letter = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND letter IS NOT NULL
            """)
        let weighings = try execute(
            """
            UPDATE weighing SET body = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
        return notes + reasons + letters + orders + uses + weighings
    }
}
