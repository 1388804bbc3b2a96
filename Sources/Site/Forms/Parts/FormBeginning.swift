// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// The beginning of a form in several parts, read ahead as far as its token, before anything of it is kept.
package struct FormBeginning: Sendable {
    /// More than a token and its part have.
    private static let limit = 8 * 1_024

    /// The token, which must be the first field; nil when it isn't.
    package let token: String?
    /// The request with the whole form in it, to be read from its beginning.
    package let request: Request

    package init(of request: Request) async throws {
        var parser = try MultipartForm.parser(of: request, FormPartLimits(fieldBytes: 64 * 1_024))
        let rest = RestOfBody(request.body)
        var read: [ByteBuffer] = []
        var finding = TokenFinding()
        var count = 0
        while !finding.isDone, count < Self.limit, let buffer = try await rest.next() {
            read.append(buffer)
            count += buffer.readableBytes
            do {
                try parser.take(buffer.readableBytesView.prefix(Self.limit)) { finding.next($0) }
            } catch is FormPartFlaw { break }
        }
        token = finding.token
        self.request = Request(head: request.head, body: RequestBody(asyncSequence: WholeBody(read: read, rest: rest)))
    }
}

/// Looks for the token in the first part.
private struct TokenFinding {
    private(set) var token: String?
    private(set) var isDone = false
    private var text: [UInt8] = []

    mutating func next(_ event: FormPartParser.Event) {
        guard !isDone else { return }
        switch event {
        case .began(let part): isDone = part.name != "token" || part.isFile
        case .bytes(let bytes): text += bytes
        case .ended:
            token = String(validating: text, as: UTF8.self)
            isDone = true
        }
    }
}

/// What is left of a body: read by one after another, never by two at once, as a body can be gone through once only.
private final class RestOfBody: @unchecked Sendable {
    private var iterator: RequestBody.AsyncIterator

    init(_ body: RequestBody) { iterator = body.makeAsyncIterator() }

    func next() async throws -> ByteBuffer? { try await iterator.next() }
}

/// What was read ahead, and then the rest.
private struct WholeBody: AsyncSequence, Sendable {
    let read: [ByteBuffer]
    let rest: RestOfBody

    struct AsyncIterator: AsyncIteratorProtocol {
        var read: ArraySlice<ByteBuffer>
        let rest: RestOfBody

        mutating func next() async throws -> ByteBuffer? {
            if let first = read.popFirst() { return first }
            return try await rest.next()
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(read: read[...], rest: rest) }
}
