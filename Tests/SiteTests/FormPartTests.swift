// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import TestFiles
import Testing

@testable import Site

@Suite struct `A form in several parts` {
    static let boundary = "----WebKitFormBoundaryAbc123"

    static func part(_ head: String, _ content: String) -> String {
        "--\(boundary)\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    static let whole =
        part("name=\"token\"", "t.1") + part("name=\"message\"", "Hoi\r\n--\(boundary.dropLast())\r\ndaar")
        + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"een %22foto%22.jpg\"\r\n"
        + "Content-Type: image/jpeg\r\n\r\n\r\n-\r\n--\r\n\r\r\n--\(boundary.dropLast(2))X\r\n"
        + part("name=\"file\"; filename=\"\"", "") + "--\(boundary)--\r\n"

    static let understood: [FormPartParser.Event] = [
        .began(FormPart(name: "token")), .bytes(Array("t.1".utf8)), .ended,
        .began(FormPart(name: "message")), .bytes(Array("Hoi\r\n--\(boundary.dropLast())\r\ndaar".utf8)), .ended,
        .began(FormPart(name: "file", filename: "een \"foto\".jpg", type: "image/jpeg")),
        .bytes(Array("\r\n-\r\n--\r\n\r\r\n--\(boundary.dropLast(2))X".utf8)), .ended,
        .began(FormPart(name: "file", filename: "")), .ended,
    ]

    /// What is understood, with the pieces of one part put together.
    static func events(
        _ pieces: [[UInt8]], limits: FormPartLimits = FormPartLimits()
    ) throws -> [FormPartParser.Event] {
        var parser = try FormPartParser(boundary: boundary, limits: limits)
        var events: [FormPartParser.Event] = []
        for piece in pieces {
            try parser.take(piece) { event in
                if case .bytes(let more) = event, case .bytes(let before)? = events.last {
                    events[events.count - 1] = .bytes(before + more)
                } else {
                    events.append(event)
                }
            }
        }
        try parser.finish()
        return events
    }

    static func events(_ text: String, limits: FormPartLimits = FormPartLimits()) throws -> [FormPartParser.Event] {
        try events([Array(text.utf8)], limits: limits)
    }

    @Test func `is understood wherever its bytes are split`() throws {
        let bytes = Array(Self.whole.utf8)
        for place in 0...bytes.count {
            #expect(
                try Self.events([Array(bytes[..<place]), Array(bytes[place...])]) == Self.understood, "at \(place)")
        }
        for size in 1...40 {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(try Self.events(pieces) == Self.understood, "by \(size)")
        }
    }

    @Test func `that is cut off anywhere is refused`() {
        let bytes = Array(Self.whole.utf8)
        for count in 0..<bytes.count - 2 {
            #expect(throws: FormPartFlaw.cutOff, "after \(count)") { try Self.events([Array(bytes[..<count])]) }
        }
        #expect(throws: FormPartFlaw.cutOff) { try Self.events([bytes.dropLast()]) }
    }

    @Test func `may end without a line end`() throws {
        #expect(try Self.events(String(Self.whole.dropLast())) == Self.understood)
        #expect(try Self.events("--\(Self.boundary)--").isEmpty)
    }

    @Test(arguments: [
        "\r\n" + whole, "preamble\r\n" + whole, whole + "x", whole + "\r\n", whole.replacing("\r\n", with: "\n"),
        whole.replacing("Abc123\r\n", with: "Abc123 \r\n"), whole.replacing("Abc123\r\n", with: "Abc1234\r\n"),
        "--\(boundary)-\r\n", "--other\r\n",
    ])
    func `with anything but its boundaries around the parts is refused`(text: String) {
        #expect(throws: FormPartFlaw.boundary) { try Self.events(text) }
    }

    @Test(arguments: [
        "", "Content-Type: text/plain", "Content-Disposition: attachment; name=\"a\"", "Content-Disposition: form-data",
        "Content-Disposition: form-data; name=a", "Content-Disposition: form-data; name=\"a\" x",
        "Content-Disposition: form-data; name=\"a\"; name=\"b\"", "Content-Disposition: form-data; name=\"a",
        "Content-Disposition: form-data; name=\"a\"; filename*=UTF-8''x.jpg",
        "Content-Disposition: form-data; name=\"a\"; filename=\"x\"; filename=\"y\"",
        "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"",
        "Content-Disposition: form-data; name=\"\"", "Content-Disposition: form-data; name=\"a b\"",
        "Content-Disposition: form-data; name=\"é\"", "Content-Disposition: form-data; name=\"a\"\nX: y",
        "Content-Disposition: form-data; name=\"a\"\r\n folded", "Content-Disposition: form-data;; name=\"a\"",
        "Content-Disposition : form-data; name=\"a\"", "Content-Disposition: form-data; name=\"a\0\"",
        "Content-Disposition: form-data; name=\"\(String(repeating: "a", count: 65))\"", "bare",
        "Content-Disposition: form-data; name=\"a\"\r\nX: \(String(repeating: "a", count: 4_100))",
    ])
    func `with headers that no browser sends is refused`(headers: String) {
        let text = "--\(Self.boundary)\r\n\(headers)\r\n\r\nx\r\n--\(Self.boundary)--\r\n"
        let flaw = #expect(throws: FormPartFlaw.self) { try Self.events(text) }
        #expect(flaw == .header || flaw == .name)
    }

    @Test func `passes over headers that mean nothing here`() throws {
        let text = "--\(Self.boundary)\r\nX-Other: 1\r\ncontent-disposition: FORM-DATA; NAME=\"a\"\r\n\r\nx\r\n"
        #expect(try Self.events(text + "--\(Self.boundary)--").first == .began(FormPart(name: "a")))
    }

    @Test func `gives names of all scripts as they are`() throws {
        let name = "Çocuğum 写真 فاتورة 100%.jpg"
        let events = try Self.events(Self.part("name=\"file\"; filename=\"\(name)\"", "x") + "--\(Self.boundary)--")
        #expect(events.first == .began(FormPart(name: "file", filename: name)))
        let bytes = Array(Self.part("name=\"file\"; filename=\"x?\"", "x").utf8).map { $0 == 63 ? 0xFF : $0 }
        #expect(throws: FormPartFlaw.header) { try Self.events([bytes]) }
    }

    @Test func `is taken in up to its limits`() throws {
        let limits = FormPartLimits(parts: 3, files: 1, fieldBytes: 10, fileBytes: 20)
        let field = { Self.part("name=\"a\"", String(repeating: "x", count: $0)) }
        let file = { Self.part("name=\"f\"; filename=\"x\"", String(repeating: "x", count: $0)) }
        let end = "--\(Self.boundary)--"
        _ = try Self.events(field(5) + field(5) + file(20) + end, limits: limits)
        for (text, flaw) in [
            (field(5) + field(6), FormPartFlaw.fieldTooLarge), (file(21), .fileTooLarge),
            (file(1) + file(1), .tooManyFiles),
            (field(1) + field(1) + field(1) + field(1), .tooManyParts),
        ] {
            #expect(throws: flaw) { try Self.events(text + end, limits: limits) }
            let bytes = Array((text + end).utf8)
            #expect(throws: flaw) { try Self.events(bytes.map { [$0] }, limits: limits) }
        }
    }

    @Test(arguments: ["", "a b", "a\"", "é", String(repeating: "a", count: 71), "a\r\n"])
    func `needs a boundary that can be one`(boundary: String) {
        #expect(throws: FormPartFlaw.boundary) { try FormPartParser(boundary: boundary) }
    }

    /// Whatever comes: it ends in a flaw or is understood, in the same way however it is split, and parts do not nest.
    @Test func `that was spoiled is refused or understood in one way`() throws {
        var dice = SameDice(3)
        let bytes = Array(Self.whole.utf8)
        for _ in 0..<4_000 {
            let spoiled = dice.spoiled(bytes)
            let whole = Result { try Self.events([spoiled]) }
            let size = Int.random(in: 1...50, using: &dice)
            let pieces = stride(from: 0, to: spoiled.count, by: size).map {
                Array(spoiled[$0..<min($0 + size, spoiled.count)])
            }
            let split = Result { try Self.events(pieces) }
            switch (whole, split) {
            case (.success(let one), .success(let other)):
                #expect(one == other)
                #expect(one.count { if case .began = $0 { true } else { false } } == one.count { $0 == .ended })
            case (.failure, .failure): break
            default: Issue.record("\(String(decoding: spoiled, as: UTF8.self)) by \(size)")
            }
        }
    }
}

@Suite struct `Reading a form in several parts` {
    private static let type = "multipart/form-data; boundary=\(`A form in several parts`.boundary)"

    private func request(_ text: String, type: String = type, length: Int? = nil) -> Request {
        var fields: HTTPFields = [.contentType: type]
        if let length { fields[.contentLength] = String(length) }
        let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/", headerFields: fields)
        let pieces = Array(text.utf8).chunks(of: 20).map { ByteBuffer(bytes: $0) }
        let body = AsyncStream { stream in
            for piece in pieces { stream.yield(piece) }
            stream.finish()
        }
        return Request(head: head, body: RequestBody(asyncSequence: body))
    }

    @Test func `gives fields whole and files in pieces`() async throws {
        var file: [UInt8] = []
        var began: [FormPart] = []
        let form = try await MultipartForm.read(request(`A form in several parts`.whole)) { piece in
            switch piece {
            case .fileBegan(let part): began.append(part)
            case .fileBytes(let bytes): file += bytes
            case .field, .fileEnded: break
            }
        }
        #expect(form.token == "t.1" && form.text("message").hasSuffix("\r\ndaar"))
        #expect(began.count == 2 && file.count > 20)
        #expect(form.texts("file").count == 2)
    }

    @Test func `tells one sending from another by its files, too`() async throws {
        func sending(_ file: String, _ name: String = "a.jpg") async throws -> String? {
            let form = `A form in several parts`.part("name=\"form\"", "0192f3a0-0000-7000-8000-0000000000f0")
            let part = `A form in several parts`.part("name=\"file\"; filename=\"\(name)\"", file)
            let end = "--\(`A form in several parts`.boundary)--"
            return try await MultipartForm.read(request(form + part + end)) { _ in }.sending?.text
        }
        let first = try await sending("een")
        #expect(first != nil)
        #expect(try await sending("een") == first)
        #expect(try await sending("twee") != first)
        #expect(try await sending("een", "b.jpg") != first)
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "text/plain",
        "multipart/form-data; boundary=a; boundary=b", "multipart/mixed; boundary=a",
    ])
    func `needs to know the boundary`(type: String) async {
        await #expect(throws: Problem.malformed) { try await MultipartForm.read(request("", type: type)) { _ in } }
    }

    @Test func `takes no more than all limits together`() async {
        let limit = FormPartLimits().bodyBytes
        await #expect(throws: Problem(.tooLarge)) {
            try await MultipartForm.read(request("", length: limit + 1)) { _ in }
        }
    }

    @Test func `looks ahead for the token, and leaves the form whole`() async throws {
        let whole = `A form in several parts`.whole
        let beginning = try await FormBeginning(of: request(whole))
        #expect(beginning.token == "t.1")
        var read = ""
        for try await piece in beginning.request.body { read += String(buffer: piece) }
        #expect(read == whole)
    }

    @Test(arguments: [
        `A form in several parts`.part("name=\"message\"", "x")
            + `A form in several parts`.part("name=\"token\"", "t.1"),
        `A form in several parts`.part("name=\"token\"; filename=\"x\"", "t.1"), "rommel", "",
        `A form in several parts`.part("name=\"token\"", String(repeating: "t", count: 20_000)),
    ])
    func `finds no token where it is not first`(text: String) async throws {
        let form = text + "--\(`A form in several parts`.boundary)--"
        #expect(try await FormBeginning(of: request(form)).token == nil)
    }
}

extension [UInt8] {
    fileprivate func chunks(of size: Int) -> [[UInt8]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
