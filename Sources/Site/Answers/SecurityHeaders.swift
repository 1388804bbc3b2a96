// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// What every answer tells the browser to refuse.
///
/// Nothing inline, nothing from elsewhere, no frame, no guessing of types, no address handed on to other sites.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let headers: [(name: HTTPFields.Element.Name, value: String)]

    /// - Parameter isSecure: whether browsers reach this site over https, and should never try otherwise (two years).
    /// - Parameter leavesTo: where "Snel weg" may lead: browsers hold a form's redirect to the same rule as the form.
    package init(isSecure: Bool, leavesTo site: NeutralSite = .usual) {
        let all =
            Self.always(site) + (isSecure ? [("Strict-Transport-Security", "max-age=63072000; includeSubDomains")] : [])
        headers = all.compactMap { name, value in HTTPFields.Element.Name(name).map { ($0, value) } }
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in headers where response.headers[name] == nil { response.headers[name] = value }
        return response
    }

    private static func always(_ site: NeutralSite) -> [(String, String)] {
        [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self' \(site.origin); frame-ancestors 'none'; base-uri 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
            ),
        ]
    }
}
