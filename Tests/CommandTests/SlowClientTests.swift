// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct `A slow client` {
    private static let patience = ["--first-head-seconds", "2", "--idle-seconds", "3", "--body-seconds", "2"]

    @Test func `that dribbles its headers is shown out, and 64 of them hold nobody up`() async throws {
        let server = try await DemoTown.fresh().serve(Self.patience)
        let slow = try (0..<64).map { _ in try Wire(port: server.port) }
        for wire in slow { wire.say("GET /demo HTTP/1.1\r\nHost: localhost\r\nX-Slow: ") }
        for _ in 0..<5 {
            for wire in slow { wire.say("a") }
            #expect(try Visitor(port: server.port).get("/demo").status == 200)
            try await Task.sleep(for: .milliseconds(200))
        }
        for wire in slow { #expect(try wire.hearAll().isEmpty) }
        #expect(try Visitor(port: server.port).get("/demo").status == 200)
    }

    @Test func `that dribbles a body is shown out`() async throws {
        let server = try await DemoTown.fresh().serve(Self.patience)
        let wire = try Wire(port: server.port)
        wire.say(
            "POST /demo/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\n")
        while wire.say("a") { try await Task.sleep(for: .milliseconds(200)) }
    }

    /// The rest of what is too large is not waited for: it could go on for ever.
    @Test(arguments: ["Content-Length: 9000000", "Transfer-Encoding: chunked"])
    func `that sends too much is told so, and its connection is closed`(how: String) async throws {
        let server = try await DemoTown.fresh().serve(["--body-seconds", "60", "--idle-seconds", "60"])
        let wire = try Wire(port: server.port)
        wire.say(
            "POST /demo/sessions HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\(how)\r\n\r\n")
        let piece = String(repeating: "a", count: 65_536)
        for _ in 0..<6 { wire.say(how.hasPrefix("T") ? "10000\r\n\(piece)\r\n" : piece) }
        let heard = try wire.hearAll()
        #expect(heard.hasPrefix("HTTP/1.1 413"))
        #expect(heard.lowercased().contains("connection: close"))
    }

    @Test func `that asks again in time keeps its connection, and then loses it`() async throws {
        let server = try await DemoTown.fresh().serve(
            ["--first-head-seconds", "30", "--idle-seconds", "8", "--body-seconds", "30"])
        let wire = try Wire(port: server.port)
        for _ in 0..<3 {
            wire.say("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try wire.hear(until: "ok\n").contains("200 OK"))
            try await Task.sleep(for: .milliseconds(500))
        }
        #expect(try wire.hearAll().isEmpty)
    }
}
