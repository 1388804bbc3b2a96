// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// A request that gets no page of its own: refused, not found, or gone wrong.
///
/// Not found and not allowed are one and the same, so that nobody learns what exists. The ``ErrorPages`` middleware
/// turns a problem into a page in the reader's language.
package struct Problem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// There is no such thing, or this reader may not know of it.
        case notFound
        case malformed
        /// The form's token is missing or of another session.
        case formExpired
        /// The address exists, but not for this method.
        case notAllowedHere
        case tooLarge
        case wrongType
        case tooOften
        case broken
        /// Too many writes wait already.
        case busy
    }

    package let kind: Kind
    /// Seconds after which trying again makes sense.
    package let retryAfter: Int?

    package init(_ kind: Kind, retryAfter: Int? = nil) {
        self.kind = kind
        self.retryAfter = retryAfter
    }

    package static let notFound = Problem(.notFound)
    package static let malformed = Problem(.malformed)
    package static let busy = Problem(.busy, retryAfter: 5)

    package var status: HTTPResponse.Status {
        switch kind {
        case .notFound: .notFound
        case .malformed: .badRequest
        case .formExpired: .forbidden
        case .notAllowedHere: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .wrongType: .unsupportedMediaType
        case .tooOften: .tooManyRequests
        case .broken: .internalServerError
        case .busy: .serviceUnavailable
        }
    }
}
