// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody is told of by mail, without saying what it is: only its kind and its identifier are kept.
package struct NoticeSubject: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Something was written there.
        case conversation
        /// Something is asked of them.
        case promise
        /// A card was made that opens their account.
        case card
    }

    package let kind: Kind
    package let id: String

    package init(_ kind: Kind, id: String) {
        self.kind = kind
        self.id = id
    }

    package static func conversation<Subject>(_ id: ID<Subject>) -> NoticeSubject {
        NoticeSubject(.conversation, id: id.text)
    }

    /// A card for their own account: one notice, however many cards are made.
    package static func card(of account: ID<Account>) -> NoticeSubject { NoticeSubject(.card, id: account.text) }

    package static func promise(_ id: ID<Promise>) -> NoticeSubject { NoticeSubject(.promise, id: id.text) }
}

/// Where the subject of a notice lies: a dossier, whose key decides who reads it.
///
/// Opaque in this storey.
package enum NoticeSpace {}

/// Something to be told, waiting until it may be.
package struct WaitingNotice: Hashable, Sendable {
    package let account: ID<Account>
    package let space: ID<NoticeSpace>
    package let subject: NoticeSubject
    /// When it came about.
    package let at: Moment
    /// How often a letter that told of it could not be sent.
    package let tries: Int

    package init(account: ID<Account>, space: ID<NoticeSpace>, subject: NoticeSubject, at: Moment, tries: Int) {
        self.account = account
        self.space = space
        self.subject = subject
        self.at = at
        self.tries = tries
    }
}
