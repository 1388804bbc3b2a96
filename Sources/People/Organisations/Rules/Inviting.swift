// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Somebody whom an organisation invites: how they are called and what they do there.
package struct InvitedProfessional: Hashable, Sendable {
    package let name: PlainText
    package let title: PlainText
    package let function: Professional.Function

    package init(name: PlainText, title: PlainText, function: Professional.Function) {
        self.name = name
        self.title = title
        self.function = function
    }
}

extension Account.Kind {
    /// Whether an administrator may hand its owner a card, or end their ways to sign in, from a page.
    ///
    /// Not of family members: theirs is given back by whoever helps them. Nor of those who watch over the administrator:
    /// that is done on the server, where more than one person looks.
    package var isHandedOutByAdministrators: Bool { self == .professional || self == .manager }
}
