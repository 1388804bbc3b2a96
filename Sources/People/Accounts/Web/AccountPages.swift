// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Signing in and out.
package struct AccountPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        SignInPages(installation).addRoutes(to: router)
        CodePages(installation).addRoutes(to: router)
        OwnPages(installation).addRoutes(to: router)
        PasswordPages(installation).addRoutes(to: router)
        SecondFactorPages(installation).addRoutes(to: router)
        BehalfPages(installation).addRoutes(to: router)
        router.post("session/end", use: endSession)
        router.post("session/leave", use: leave)
        guard installation.isDemo else { return }
        router.get("demo", use: demo)
        router.post("demo/sessions", use: startDemoSession)
    }

    @Sendable private func endSession(_ request: Request, _ visit: Visit) async throws -> Response {
        if let session = visit.signedIn?.session {
            try await installation.database.write { try $0.end(session) }
            await installation.sessionEnded(session.digest)
        }
        await endGuest(request)
        var response = Response.seeOther(.signIn)
        response.setCookie(installation.cookies.expired(Sessions.cookie))
        response.setCookie(installation.cookies.expired(Installation.guestCookie))
        return response
    }

    /// Whatever else is wrong, somebody who has to get away gets away; a script that goes there itself hears nothing.
    @Sendable private func leave(_ request: Request, _ visit: Visit) async throws -> Response {
        if let session = visit.signedIn?.session {
            try? await installation.database.write { try $0.end(session) }
            await installation.sessionEnded(session.digest)
        }
        await endGuest(request)
        let isQuiet = (try? await FormBody.read(request))?.text("quiet") == "yes"
        var response = isQuiet ? Response.bare(.noContent) : .elsewhere(installation.neutralSite)
        response.setCookie(installation.cookies.expired(Sessions.cookie))
        response.setCookie(installation.cookies.expired(Installation.guestCookie))
        return response
    }

    /// Who leaves is no guest any more either, whoever kept the cookie.
    private func endGuest(_ request: Request) async {
        guard let guest = installation.cookies.value(Installation.guestCookie, in: request) else { return }
        await installation.guestLeft(guest)
    }

    @Sendable private func demo(_ request: Request, _ visit: Visit) async throws -> Response {
        let vault = installation.vault
        let (people, accounts) = try await installation.database.read { connection in
            try vault.refresh()
            let people = try connection.demoPeople()
            return (people, try connection.accounts(people.map(\.account), vault))
        }
        let page = DemoPage(people, accounts, visit.language, token: visit.token, back: Self.back(from: request))
        return .page(Layout(installation.frame(visit, title: visit.language.accounts.demoTitle), page.html).html)
    }

    @Sendable private func startDemoSession(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let vault = installation.vault
        let entrance = Entrance(installation, by: .demo, request, visit)
        let entered = try await installation.database.write { connection in
            try vault.refresh()
            guard let person = try connection.demoPerson(form.text("person")),
                let account = try connection.account(person.account, vault)
            else { throw Problem.notFound }
            return try entrance.enter(account, connection)
        }
        return await entrance.response(entered, to: Link(local: form.text("back")))
    }

    private static func back(from request: Request) -> Link? {
        request.uri.queryParameters["back"].flatMap { Link(local: String($0)) }
    }
}

extension Installation {
    /// That of a guest, never of an account: it ends after an hour, with the code, and for who leaves.
    package static let guestCookie = "guest"
}
