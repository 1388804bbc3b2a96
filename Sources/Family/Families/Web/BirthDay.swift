// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

extension Language {
    /// A day of birth as far as it is known: the day, the month or the year.
    func birthDay(_ birth: BirthDate) -> String {
        guard let month = birth.month, let first = Day(birth.year, month, birth.day ?? 1) else {
            return String(birth.year)
        }
        return birth.day == nil ? self.month(first).lowercased() : dateInside(first)
    }
}
