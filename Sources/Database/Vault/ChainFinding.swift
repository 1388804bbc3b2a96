// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What a look along a chain found.
package enum ChainFinding: Equatable, Sendable {
    /// The record is not what was written, or the one right before it is not.
    case changed(Int)
    /// These records are gone.
    case removed(ClosedRange<Int>)
    /// The record was put in by somebody without the key.
    case inserted(Int)
    /// There were records after this one.
    case cutOff(after: Int)
    /// The head in the database is not the end of the chain.
    case brokenHead
    /// The record is not the one whose link was copied to the key store: an older state was put back, and written on.
    case differsFromCopy(Int)
    /// No damage: from this record on only the database itself tells that nothing was cut off.
    case unproven(from: Int, since: Moment)

    package var isDamage: Bool {
        if case .unproven = self { false } else { true }
    }
}
