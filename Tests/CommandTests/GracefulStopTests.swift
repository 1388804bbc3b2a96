// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel
import TestDatabases
import Testing

@Suite(.serialized) struct `A server told to stop` {
    @Test func `answers what was asked, ends live streams and exits with 0`() async throws {
        let town = try await DemoTown.fresh()
        let server = try town.serve()
        let aylin = try Visitor("aylin", port: server.port)
        let family = try town.filled.family("de-wit-yildiz")
        let talk = try town.filled.conversation("de-wit-yildiz/noor-op-school")
        let stream = try Wire(port: server.port)
        stream.say(
            "GET /families/\(family)/conversations/\(talk)/events HTTP/1.1\r\nHost: localhost\r\n"
                + "Cookie: \(aylin.cookie)\r\n\r\n")
        #expect(try stream.hear(until: "retry: 3000").contains("200 OK"))
        let (idle, asked) = (try Wire(port: server.port), try Wire(port: server.port))
        idle.say("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(try idle.hear(until: "ok\n").contains("200 OK"))
        asked.say(
            "POST /demo/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 14\r\n\r\nperson=")
        // So that the request is under way.
        try await Task.sleep(for: .milliseconds(300))
        let begun = ContinuousClock.now
        server.tellToStop()
        _ = try stream.hearAll()
        #expect(try idle.hearAll().isEmpty)
        asked.say("marieke")
        #expect(try asked.hearAll().contains("303 See Other"))
        #expect(server.ended() == 0)
        #expect(ContinuousClock.now - begun < .seconds(10))
        let log = try? Data(contentsOf: URL(filePath: town.folder + "/town.sqlite-wal"))
        #expect((log ?? Data()).isEmpty)
        #expect(try town.run(["verify"]).code == 0)
    }
}
