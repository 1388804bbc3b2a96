// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A right that one process has at a time.
package struct Lease: Sendable {
    /// Looks whether the right is still ours: a connection can be lost, a file thrown away.
    package let isHeld: @Sendable () async -> Bool
    /// Gives it back.
    package let release: @Sendable () async -> Void
}
