// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Hummingbird
import Site

/// A form as it was sent, read before its handler reads it once more.
struct SentForm {
    /// What is ours in a form, not typed; and what nobody may find again, such as a password.
    private static let ours = ["token", "form", "page", "back", "password", "new-password", "code"]

    let body: FormBody
    private let bytes: ByteBuffer

    init(_ request: inout Request, limit: Int = 256 * 1_024) async throws {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limit { throw Problem(.tooLarge) }
        bytes = try await request.collectBody(upTo: limit)
        body = try await FormBody.read(Request(head: request.head, body: RequestBody(buffer: bytes)), limit: limit)
    }

    /// What was typed, as the browser sent it.
    var typed: String {
        String(buffer: bytes).split(separator: "&").filter { pair in
            let name = String(pair.prefix { $0 != "=" })
            return !Self.ours.contains(name.removingPercentEncoding ?? name)
        }
        .joined(separator: "&")
    }

    /// The page on which the form stands: the one it names, else the one whose act it is (an act's address is its
    /// page's with a noun behind it).
    func page(sentTo path: String) -> String {
        if let page = Link(local: body.text("page")) { return page.text }
        return "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    }
}
