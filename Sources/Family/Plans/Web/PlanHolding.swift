// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension PlanNames {
    /// The way to hold something of the plan from somebody, for professionals.
    func holding(_ item: ItemName, in family: ID<Family>) -> HTML {
        guard reading.decidesWithSecond else { return "" }
        return "<p>\(More(.newHold(family, of: item), language.holds.hold))</p>"
    }
}
