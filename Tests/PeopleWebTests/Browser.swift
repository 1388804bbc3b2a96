// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Logging
import NIOEmbedded
import Site

/// A browser of one person: it keeps cookies and sends forms, straight into the built responder.
actor Browser<Responder: HTTPResponder>
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    struct Answer {
        let status: HTTPResponse.Status
        let location: String?
        let text: String

        /// The form token on the page.
        var token: String? { field("token") }

        func field(_ name: String) -> String? {
            guard let start = text.range(of: "name=\"\(name)\" value=\"")?.upperBound,
                let end = text[start...].firstIndex(of: "\"")
            else { return nil }
            return String(text[start..<end])
        }
    }

    private let responder: Responder
    private(set) var cookies: [String: String] = [:]

    init(_ responder: Responder) { self.responder = responder }

    func get(_ path: String) async throws -> Answer { try await ask(.get, path) }

    func post(_ path: String, _ body: String, site: String = "same-origin") async throws -> Answer {
        try await ask(.post, path, body: body, site: site)
    }

    func set(_ name: String, _ value: String?) { cookies[name] = value }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, body: String = "", site: String = "none"
    ) async throws -> Answer {
        var headers: HTTPFields = [:]
        if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
        if let name = HTTPFields.Element.Name("Sec-Fetch-Site") { headers[name] = site }
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))),
            context: Responder.Context(source: source))
        keep(response)
        let page = Collected()
        try await response.body.write(page)
        return Answer(status: response.status, location: response.headers[.location], text: page.text)
    }

    private func keep(_ response: Response) {
        for header in response.headers[values: .setCookie] {
            let parts = header.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isOver = header.contains("Max-Age=0")
            cookies[String(parts[0])] = isOver ? nil : String(parts[1])
        }
    }
}

private final class Collected: ResponseBodyWriter {
    var text = ""

    func write(_ buffer: ByteBuffer) async throws { text += String(buffer: buffer) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
