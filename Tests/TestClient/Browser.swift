// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Logging
import NIOEmbedded
import Site

/// A browser of one person: it keeps cookies and sends forms, straight into the built responder.
package actor Browser<Responder: HTTPResponder>
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    private let responder: Responder
    package private(set) var cookies: [String: String] = [:]

    package init(_ responder: Responder) { self.responder = responder }

    package func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers.merging(["Sec-Fetch-Site": "none"]) { own, _ in own })
    }

    package func post(
        _ path: String, _ body: String, site: String = "same-origin",
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        try await post(path, bytes: Array(body.utf8), site: site, type: type)
    }

    package func post(
        _ path: String, bytes: [UInt8], site: String = "same-origin",
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> Answer {
        try await send(.post, path, bytes, headers: ["Sec-Fetch-Site": site, "Content-Type": type])
    }

    /// A form whose body comes in its own time, or not to its end.
    package func post(_ path: String, body: RequestBody, type: String) async throws -> Answer {
        try await send(.post, path, body: body, headers: ["Sec-Fetch-Site": "same-origin", "Content-Type": type])
    }

    package func set(_ name: String, _ value: String?) { cookies[name] = value }

    /// Any request, with these headers besides the cookies.
    package func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8] = [], headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(method, path, body: RequestBody(buffer: ByteBuffer(bytes: body)), headers: headers)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: RequestBody, headers: [String: String]
    ) async throws -> Answer {
        var fields: HTTPFields = [:]
        for (name, value) in headers { if let name = HTTPFields.Element.Name(name) { fields[name] = value } }
        if !cookies.isEmpty { fields[.cookie] = cookieHeader }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: path, headerFields: fields)
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test"))
        let response = try await responder.respond(
            to: Request(head: head, body: body),
            context: Responder.Context(source: source))
        keep(response)
        let page = Collected()
        try await response.body.write(page)
        return Answer(
            status: response.status, headers: response.headers.map { ($0.name.canonicalName, $0.value) },
            bytes: page.bytes)
    }

    /// All cookies, as they go over the line.
    package var cookieHeader: String { cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }

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
    var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws { bytes.append(contentsOf: buffer.readableBytesView) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
