// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// `POST /language`: reads on in another language, on the page where it was chosen.
package struct LanguageChoice: Sendable {
    static let cookie = "language"

    private let isSecure: Bool

    package init(_ cookies: CookieSettings) { isSecure = cookies.isSecure }

    package func addRoutes(to router: some RouterMethods<some RequestContext>) {
        router.post("language") { request, _ in try await choose(request) }
    }

    /// It changes nothing but this browser's language: the browser's word on where it came from is enough.
    private func choose(_ request: Request) async throws -> Response {
        guard request.comesFromOwnPage else { throw Problem(.formExpired) }
        let form = try await FormBody.read(request, limit: 4_096)
        guard let language = Language(rawValue: form.text("language")) else { throw Problem.malformed }
        var response = Response.seeOther(Link(local: form.text("back")) ?? "/")
        response.setCookie(Self.cookie(language, isSecure: isSecure))
        return response
    }

    /// The cookie that keeps a language for a year.
    package static func cookie(_ language: Language, isSecure: Bool) -> Cookie {
        Cookie(
            name: cookie, value: language.rawValue, maxAge: 365 * 86_400, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax
        )
    }
}
