// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import PeopleRules
import Site

/// What is said about passkeys.
package protocol PasskeyWords: Sendable {
    var use: String { get }
    var make: String { get }
    var makeText: String { get }
    /// Cancelled, or no such passkey on this device.
    var failedText: String { get }
    var refusedTitle: String { get }
    var refusedText: String { get }
    var toSignIn: String { get }

    var title: String { get }
    var lead: String { get }
    var list: String { get }
    var none: String { get }
    var add: String { get }
    func made(_ day: String) -> String
    func used(_ day: String) -> String
    var neverUsed: String { get }
    var rename: String { get }
    var label: String { get }
    var labelMissing: String { get }
    var save: String { get }
    var remove: String { get }
    var lastTitle: String { get }
    var lastText: String { get }
    var againTitle: String { get }
    var againText: String { get }
    var again: String { get }
    var addedTitle: String { get }
    var noneMade: String { get }
    var elsewhere: String { get }
    /// What a new one is called, by the device it was made on.
    func name(_ device: Device.System) -> String
}

extension Language {
    package var passkeys: any PasskeyWords {
        switch self {
        case .nl: DutchPasskeys()
        case .en: EnglishPasskeys()
        }
    }
}
