// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Reading {
    /// Whether the reader may have a professional shown to the family by their function instead of their name: the
    /// professional themself, and a director who is a professional, too.
    package func mayShowAsFunction(_ member: Membership, director: ID<Account>?) -> Bool {
        guard member.kind == .professional, membership?.kind == .professional else { return false }
        return member.account == reader || director == reader
    }
}
