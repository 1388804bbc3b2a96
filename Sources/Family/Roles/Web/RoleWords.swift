// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

/// How roles are called, and what may be expected of who has one.
protocol RoleWords: Sendable {
    var ownPeople: String { get }
    var professionals: String { get }
    var somebodyElse: String { get }
    func name(_ role: Role) -> String
    /// What they usually do for a family.
    func expectation(_ role: Role) -> String
    func notTheirTask(_ role: Role) -> String
    /// What it usually sees, as it stands on the door to the form.
    func door(_ preset: RolePreset) -> String
    var prefilled: String { get }
    func prefilledText(_ preset: RolePreset) -> String
}

extension Language {
    var roles: any RoleWords {
        switch self {
        case .nl: DutchRoles()
        case .en: EnglishRoles()
        }
    }
}
