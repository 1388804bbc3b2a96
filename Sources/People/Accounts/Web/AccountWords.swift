// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the pages about signing in say.
package protocol AccountWords: Sendable {
    var signInTitle: String { get }
    var signInLead: String { get }
    var familyDoor: String { get }
    var familyWay: String { get }
    var workDoor: String { get }
    var workWay: String { get }
    var townDoor: String { get }
    var townText: String { get }
    var toTown: String { get }
    var dangerTitle: String { get }
    var dangerText: String { get }
    var demoTitle: String { get }
    var demoLead: String { get }
    var signIn: String { get }
    var accountTitle: String { get }
    func signedInAs(_ name: String) -> String
    var signOut: String { get }
}

extension Language {
    package var accounts: any AccountWords {
        switch self {
        case .nl: DutchAccounts()
        case .en: EnglishAccounts()
        }
    }
}
