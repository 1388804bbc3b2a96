// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Reading {
    /// Whether the reader chooses who of those who bring them up reads with them: at 16 and 17.
    ///
    /// A parent's own right to read ends at 16, as their consent to help is not required any more (Jeugdwet 7.3.11 lid 2
    /// b); younger it is the law's to say, and an adult is read by no other adult.
    package func choosesReaders(on day: Day) -> Bool {
        guard let own = persons.first(where: { $0.id == ownPerson }) else { return false }
        return AgeBand(own.birth, on: day) == .from16
    }
}
