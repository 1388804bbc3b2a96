// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import Site

/// A form as it was sent, looked at before its handler reads it: whose page it was on.
///
/// A form in several parts is read ahead as far as its token only: its files go past, and are kept by nobody before the
/// token was found good.
struct SentForm {
    /// What is ours in a form, not typed; and what nobody may find again, such as a password.
    static let ours: Set<String> = [
        "token", "form", "page", "back", "password", "new-password", "code", "pin", "answer",
    ]

    let token: String?
    private let content: Content

    private enum Content {
        case fields(FormBody, ByteBuffer)
        case parts(Request)
    }

    /// Looks at the form in a request, and leaves a request in which it can be read from the beginning.
    init(_ request: inout Request, limit: Int = 256 * 1_024) async throws {
        if MultipartForm.isIn(request) {
            let beginning = try await FormBeginning(of: request)
            request = beginning.request
            token = beginning.token
            content = .parts(request)
            return
        }
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Problem(.tooLarge) }
        let bytes = try await request.collectBody(upTo: limit)
        let body = try await FormBody.read(Request(head: request.head, body: RequestBody(buffer: bytes)), limit: limit)
        token = body.token
        content = .fields(body, bytes)
    }

    /// What was typed, as a browser sends it, and the page on which the form stands: the one it names, else the one
    /// whose act it is (an act's address is its page's with a noun behind it).
    ///
    /// Files are not kept.
    func typed(sentTo path: String) async throws -> (fields: String, page: String) {
        switch content {
        case .fields(let body, let bytes):
            let typed = String(buffer: bytes).split(separator: "&").filter { pair in
                let name = String(pair.prefix { $0 != "=" })
                return !Self.ours.contains(name.removingPercentEncoding ?? name)
            }
            return (typed.joined(separator: "&"), page(of: body, sentTo: path))
        case .parts(let request):
            var fields: [String: [String]] = [:]
            do {
                _ = try await MultipartForm.read(request) { piece in
                    if case .field(let name, let text) = piece { fields[name, default: []].append(text) }
                }
            } catch is FormPartFlaw {
                // A file too large costs nobody what they typed before it.
            }
            let body = FormBody(fields: fields)
            return (body.encoded(without: Self.ours), page(of: body, sentTo: path))
        }
    }

    private func page(of body: FormBody, sentTo path: String) -> String {
        if let page = Link(local: body.text("page")) { return page.text }
        return "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    }
}
