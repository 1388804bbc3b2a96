// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// One time that somebody comes in: the session that begins, and what the browser gets of it.
///
/// Made before the act, as its secrets must be the same when the act runs again.
package struct Entrance: Sendable {
    static let deviceCookie = "device"
    static let begunCookie = "begun"

    private let installation: Installation
    private let way: SignInWay
    private let device: Device
    private let before: Session?
    private let begun: SessionToken?
    private let token: SessionToken
    private let deviceToken: SessionToken?
    private let deviceID: ID<RememberedDevice>
    private let now: Moment

    /// - Parameter remember: whether this device is to be remembered for a month; for family members only.
    package init(
        _ installation: Installation, by way: SignInWay, remember: Bool = false, _ request: Request, _ visit: Visit
    ) {
        self.installation = installation
        self.way = way
        device = Device(userAgent: request.headers[.userAgent])
        before = visit.signedIn?.session
        begun = installation.cookies.value(Self.begunCookie, in: request).flatMap { SessionToken(cookie: $0) }
        token = SessionToken(from: installation.secrets)
        deviceToken = remember ? SessionToken(from: installation.secrets) : nil
        deviceID = installation.ids.next(at: visit.now)
        now = visit.now
    }

    /// What came of it.
    package struct Entered: Sendable {
        fileprivate let isLimited: Bool
        fileprivate let mustChoose: Bool
        fileprivate let isRemembered: Bool
    }

    /// Begins the session, in the act's transaction; the one before in this browser ends.
    ///
    /// Who needs a second factor and came in without one gets a session that serves to set one up, and nothing else.
    package func enter(
        _ account: Account, on remembered: RememberedDevice? = nil, _ connection: Connection
    ) throws -> Entered {
        let vault = installation.vault
        if let before { try connection.end(before) }
        if let begun { try connection.endBegunSignIn(begun, vault) }
        var known = remembered?.id
        let isRemembered = deviceToken != nil && RememberedDevice.isFor(account.kind)
        if isRemembered, let deviceToken {
            known = deviceID
            try connection.remember(
                RememberedDevice(
                    id: deviceID, account: account.id, device: device, began: now, seen: now,
                    ends: now + RememberedDevice.term),
                by: deviceToken, vault)
        }
        let isLimited = account.kind.needsSecondFactor && !way.isStrong
        let session = Session(
            digest: vault.digest(of: token), account: account.id, kind: account.kind, at: now, device: device,
            isLimited: isLimited, remembered: known)
        try connection.start(session)
        try connection.record(
            SignInRecord(at: now, way: way, device: device), session: session.digest, of: account.id)
        let mustChoose =
            try account.kind == .professional && connection.organisations(of: account.id, on: now.day).count > 1
        return Entered(isLimited: isLimited, mustChoose: mustChoose, isRemembered: isRemembered)
    }

    /// The answer after it: on to where they wanted to go, with the cookies.
    package func response(_ entered: Entered, to link: Link?) async -> Response {
        if let before { await installation.sessionEnded(before.digest) }
        let goal: Link =
            if entered.isLimited {
                .secondFactor
            } else if entered.mustChoose {
                .behalf.with(query: ["back": link?.text])
            } else { link ?? "/" }
        var response = Response.seeOther(goal)
        response.setCookie(installation.cookies.cookie(Sessions.cookie, token.cookie))
        if begun != nil { response.setCookie(installation.cookies.expired(Self.begunCookie)) }
        if entered.isRemembered, let deviceToken {
            response.setCookie(
                installation.cookies.cookie(Self.deviceCookie, deviceToken.cookie, lasting: RememberedDevice.term))
        }
        return response
    }
}

extension Sessions {
    /// Begins a session for an account and goes on to a page; for who does nothing else in the same transaction.
    package func begin(
        for account: Account, by way: SignInWay, remember: Bool = false, _ request: Request, _ visit: Visit,
        to link: Link?
    ) async throws -> Response {
        let entrance = Entrance(installation, by: way, remember: remember, request, visit)
        let entered = try await installation.database.write { try entrance.enter(account, $0) }
        return await entrance.response(entered, to: link)
    }
}
