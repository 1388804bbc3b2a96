// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Signing in with a passkey.
package struct PasskeyPages: Sendable {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("sign-in/passkeys", use: enter)
        OwnPasskeyPages(installation).addRoutes(to: router)
    }

    @Sendable private func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 32_768)
        guard let asking = PasskeyAsking(installation), let (answer, question) = asking.answer(form, request) else {
            return refused(visit)
        }
        let (vault, now) = (installation.vault, visit.now)
        let entrance = Entrance(installation, by: .passkey, request, visit)
        let entered = try await installation.database.write { connection -> Entrance.Entered? in
            try vault.refresh()
            return try asking.used(answer, to: question, at: now, connection).map {
                try entrance.enter($0, connection)
            }
        }
        guard let entered else { return refused(visit) }
        return await entrance.response(entered, to: Link(local: form.text("back")))
    }

    /// The same page whatever was wrong.
    private func refused(_ visit: Visit) -> Response {
        let words = visit.language.passkeys
        var frame = installation.frame(visit, title: words.refusedTitle)
        frame.isError = true
        let html = PageHead(
            words.refusedTitle, lead: words.refusedText, actions: [Button(words.toSignIn, .link(.signIn))]
        ).html
        return .page(Layout(frame, html).html, status: .badRequest)
    }
}
