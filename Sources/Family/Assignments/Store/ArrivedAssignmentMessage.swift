// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Crypto
import FamilyRules
import Foundation

/// A message as it arrived.
package struct ArrivedAssignmentMessage: Hashable, Sendable {
    package let message: AssignmentMessage
    /// Of the file: by which another one with the same number is told.
    package let digest: String

    package init(_ message: AssignmentMessage, file: [UInt8]) {
        self.message = message
        digest = SHA256.hash(data: file).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

/// What became of a message: all of it is taken over, or nothing.
package enum AssignmentMessageOutcome: Hashable, Sendable {
    /// What it told, by line.
    case read([AssignmentEntry.Kind])
    /// It was read before.
    case readBefore
    case refused([AssignmentMessageFault])
}

/// What is wrong with a message beside what is known.
package struct AssignmentMessageFault: Hashable, Sendable {
    package enum Reason: Error, Hashable, Sendable {
        /// It is of or to a provider that is not this organisation.
        case otherProvider
        /// Its sender sent another one with this number.
        case sameNumber
        /// Nothing was assigned by this number.
        case unknownNumber
        /// What it tells of was assigned to another young person.
        case otherClient
        case refused(Assignment.Refusal)
    }

    /// Which of its products; nil for the message as a whole.
    package let line: Int?
    package let reason: Reason

    package init(_ reason: Reason, line: Int? = nil) { (self.line, self.reason) = (line, reason) }
}
