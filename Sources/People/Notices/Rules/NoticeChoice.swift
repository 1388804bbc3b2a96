// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody chose about mail: where to, and whether at all.
///
/// The address was confirmed with a code; without one nothing is sent.
package struct NoticeChoice: Hashable, Sendable {
    package let address: MailAddress
    package let isWanted: Bool
    /// When the last letter went.
    package let sent: Moment?
    /// When a mail server refused the address, unless a letter arrived since.
    package let refused: Moment?

    package init(address: MailAddress, isWanted: Bool, sent: Moment?, refused: Moment?) {
        self.address = address
        self.isWanted = isWanted
        self.sent = sent
        self.refused = refused
    }
}
