// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Logging
import NIOEmbedded
import Testing

@testable import Site

extension Request {
    /// A form as a browser sends it.
    static func post(
        _ path: String, body: String, type: String = "application/x-www-form-urlencoded",
        headers: [String: String] = [:]
    ) -> Request {
        var fields: HTTPFields = [.contentType: type]
        for (name, value) in headers {
            if let name = HTTPFields.Element.Name(name) { fields[name] = value }
        }
        let head = HTTPRequest(
            method: .post, scheme: "https", authority: "rondom.example", path: path, headerFields: fields)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    }

    static func get(_ path: String, headers: HTTPFields = [:]) -> Request {
        let head = HTTPRequest(
            method: .get, scheme: "https", authority: "rondom.example", path: path, headerFields: headers)
        return Request(head: head, body: RequestBody(buffer: ByteBuffer()))
    }
}

extension Response {
    func text() async throws -> String {
        let page = Collected()
        try await body.write(page)
        return page.text
    }
}

private final class Collected: ResponseBodyWriter {
    var text = ""

    func write(_ buffer: ByteBuffer) async throws { text += String(buffer: buffer) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

@Suite struct `The site's own routes` {
    private func answer(_ request: Request) async throws -> Response {
        let router = Router()
        router.addMiddleware {
            SecurityHeaders(isSecure: true)
            ErrorPages()
        }
        AssetRoutes().addRoutes(to: router)
        LanguageChoice(CookieSettings(isSecure: true)).addRoutes(to: router)
        Storybook().addRoutes(to: router)
        router.get("broken") { _, _ -> Response in throw CocoaFault() }
        router.get("busy") { _, _ -> Response in throw Problem.busy }
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
        return try await router.buildResponder().respond(to: request, context: BasicRequestContext(source: source))
    }

    private struct CocoaFault: Error { let secret = "Noor" }

    @Test func `give an asset for a year`() async throws {
        let response = try await answer(.get(Assets.style.link.text))
        #expect(response.status == .ok)
        #expect(response.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(response.headers[.contentType] == "text/css; charset=utf-8")
        #expect(response.headers[.vary] == "Accept-Encoding")
        #expect(try await response.text() == Assets.style.content.description)
    }

    @Test(arguments: [
        ("gzip, br", true), ("br, gzip;q=0.5", true), ("gzip;q=0", false), ("br", false), ("x-gzip", false),
    ])
    func `compress an asset when asked`(accepted: String, isCompressed: Bool) async throws {
        let response = try await answer(.get(Assets.style.link.text, headers: [.acceptEncoding: accepted]))
        #expect((response.headers[.contentEncoding] == "gzip") == isCompressed)
    }

    @Test(arguments: ["/assets/rondom.000000000000.css", "/assets/..%2f..%2fetc%2fpasswd", "/assets/", "/nowhere"])
    func `know nothing else`(path: String) async throws {
        let response = try await answer(.get(path))
        #expect(response.status == .notFound)
        #expect(try await response.text().contains("Deze bladzijde is er niet"))
    }

    @Test func `refuse everything inline and from elsewhere`() async throws {
        let response = try await answer(.get("/nowhere"))
        let headers = Dictionary(response.headers.map { ($0.name.canonicalName, $0.value) }) { first, _ in first }
        #expect(headers["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        #expect(headers["x-content-type-options"] == "nosniff")
        #expect(headers["referrer-policy"] == "no-referrer")
        #expect(headers["strict-transport-security"] == "max-age=63072000; includeSubDomains")
        #expect(headers["cache-control"] == "no-store")
    }

    @Test func `say nothing of an error that nobody foresaw`() async throws {
        let response = try await answer(.get("/broken", headers: [.acceptLanguage: "en"]))
        #expect(response.status == .internalServerError)
        let text = try await response.text()
        #expect(text.contains("Something went wrong on our side") && !text.contains("Noor"))
    }

    @Test func `say when to try again`() async throws {
        let response = try await answer(.get("/busy"))
        #expect(response.status == .serviceUnavailable)
        #expect(response.headers[.retryAfter] == "5")
    }

    @Test func `change the language and go back`() async throws {
        let response = try await answer(.post("/language", body: "language=en&back=%2Fcircle%3Fx%3D1"))
        #expect(response.status == .seeOther)
        #expect(response.headers[.location] == "/circle?x=1")
        #expect(response.headers[.setCookie]?.hasPrefix("language=en; ") == true)
    }

    @Test func `do not go back to another site`() async throws {
        let response = try await answer(.post("/language", body: "language=nl&back=%2F%2Fevil.example"))
        #expect(response.headers[.location] == "/")
    }

    @Test func `do not change the language for another site`() async throws {
        let request = Request.post("/language", body: "language=en", headers: ["Sec-Fetch-Site": "cross-site"])
        #expect(try await answer(request).status == .forbidden)
    }

    @Test func `show all components in both languages`() async throws {
        let text = try await answer(.get("/storybook", headers: [.acceptLanguage: "en"])).text()
        #expect(text.contains("CirclePicture") && text.contains("<html lang=\"en\">"))
    }
}

@Suite struct `A cookie` {
    @Test func `is out of reach of scripts and other sites`() {
        let cookie = CookieSettings(isSecure: true).cookie("session", "abc", lasting: .hours(1)).description
        #expect(cookie.hasPrefix("__Host-session=abc; "))
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=3600"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains("Domain"))
    }

    @Test func `has its bare name where there is no https`() {
        let settings = CookieSettings(isSecure: false)
        #expect(settings.expired("session").description.contains("Max-Age=0"))
        #expect(settings.value("session", in: .get("/", headers: [.cookie: "session=x"])) == "x")
        #expect(CookieSettings(isSecure: true).value("session", in: .get("/", headers: [.cookie: "session=x"])) == nil)
    }
}

@Suite struct `News on an open line` {
    @Test func `says that something changed, and nothing else`() {
        #expect(ServerEvent.changed.line == "event: changed\ndata: news\n\n")
        #expect(ServerEvent.ended.line == "event: ended\ndata: \n\n")
        #expect(ServerEvent.alive.line == ":\n\n")
    }
}
