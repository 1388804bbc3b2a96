// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// A question for a device to sign, good in the browser whose cookie holds its other half.
struct DeviceQuestion: Hashable, Sendable {
    private static let cookie = "asked"

    let askedAt: Moment
    private let token: SessionToken

    /// A new question.
    init(from secrets: SecretSource, at now: Moment) {
        token = SessionToken(from: secrets)
        askedAt = now
    }

    /// The question that this browser was asked last.
    init?(in request: Request, _ cookies: CookieSettings) {
        let halves = cookies.value(Self.cookie, in: request)?.split(separator: ".") ?? []
        guard halves.count == 2, let token = SessionToken(cookie: halves[0]), let asked = Int64(halves[1]) else {
            return nil
        }
        self.token = token
        askedAt = Moment(milliseconds: asked)
    }

    /// What the device signs.
    func bytes(_ vault: Vault) -> [UInt8] { vault.question(for: token, askedAt: askedAt) }

    func cookie(_ cookies: CookieSettings) -> Cookie {
        cookies.cookie(Self.cookie, "\(token.cookie).\(askedAt.milliseconds)", lasting: PasskeyQuestion.term)
    }
}
