// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A connection to a server on this machine, as plain as it gets: what is said is sent at once, what comes is read.
final class Wire {
    private let socket: Int32

    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameter patience: seconds after which waiting for an answer is an error.
    init(port: Int, patience: Int = 20) throws {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var term = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &term, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Broken(description: "no connection: \(String(cString: strerror(errno)))") }
    }

    deinit { close(socket) }

    /// No when the other side closed.
    @discardableResult
    func say(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Some of what came; empty when the other side closed.
    func hear() throws -> String {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &bytes, bytes.count, 0)
        if count < 0, errno == ECONNRESET { return "" }
        guard count >= 0 else { throw Broken(description: "nothing came: \(String(cString: strerror(errno)))") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// All that came until these words.
    func hear(until words: String) throws -> String {
        var heard = ""
        while !heard.contains(words) {
            let more = try hear()
            guard !more.isEmpty else { throw Broken(description: "closed after: \(heard)") }
            heard += more
        }
        return heard
    }

    /// All that came until the other side closed.
    func hearAll() throws -> String {
        var heard = ""
        while case let more = try hear(), !more.isEmpty { heard += more }
        return heard
    }
}

/// Somebody with a session, who asks one thing a connection.
struct Visitor: Sendable {
    let port: Int
    var cookie = ""

    struct Answer: Sendable {
        let status: Int
        let head: String
        let body: String

        init(_ text: String) throws {
            let halves = text.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
            guard let head = halves.first, let status = Int(head.dropFirst(9).prefix(3)) else {
                throw Wire.Broken(description: "no answer: \(text.prefix(200))")
            }
            self.status = status
            self.head = head
            body = halves.count > 1 ? halves[1] : ""
        }
    }

    init(port: Int) { self.port = port }

    /// One of the town's people.
    init(_ person: String, port: Int) throws {
        self.init(port: port)
        let answer = try post("/demo/sessions", "person=\(person)")
        guard let start = answer.head.range(of: "session=") else {
            throw Wire.Broken(description: "no session for \(person): \(answer.status)")
        }
        cookie = "session=" + answer.head[start.upperBound...].prefix { $0 != ";" && !$0.isNewline }
    }

    func get(_ path: String) throws -> Answer { try ask("GET \(path) HTTP/1.1\r\n\(headers)\r\n") }

    func post(_ path: String, _ body: String) throws -> Answer {
        try ask(
            "POST \(path) HTTP/1.1\r\n\(headers)Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    var headers: String {
        "Host: localhost\r\nConnection: close\r\n" + (cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n")
    }

    private func ask(_ request: String) throws -> Answer {
        let wire = try Wire(port: port)
        wire.say(request)
        return try Answer(try wire.hearAll())
    }
}
