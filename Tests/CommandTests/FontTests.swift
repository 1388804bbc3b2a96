// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases
import Testing
import Town

/// The real program on a machine with other fonts, or none.
@Suite(.serialized) struct `A server` {
    /// Where fonts are looked for, and nowhere else.
    private func fonts(in folder: String) throws -> [String: String] {
        let path = TestFolder.path("fonts.conf")
        let text = """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>\(folder)</dir><cachedir>\(TestFolder.path("fontcache"))</cachedir></fontconfig>
            """
        try Data(text.utf8).write(to: URL(filePath: path))
        return ["FONTCONFIG_FILE": path]
    }

    private func serve(_ town: DemoTown, _ environment: [String: String]) throws -> RunningServer {
        try RunningServer(["demo", "--data", town.folder], environment)
    }

    private func copy(_ kind: String, _ town: DemoTown, _ server: RunningServer) throws -> Visitor.Answer {
        let aylin = try Visitor("aylin", port: server.port)
        let talk = try town.filled.conversation("de-wit-yildiz/noor-op-school")
        let path = "/families/\(try town.filled.family("de-wit-yildiz"))/conversations/\(talk)/copy"
        let page = try aylin.get(path).body
        let token = try #require(page.firstMatch(of: /name="token" value="([^"]*)"/)).1
        let encoded = token.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        return try aylin.post(path, "token=\(encoded)&what=all&as=\(kind)")
    }

    @Test func `without fonts says so when it starts, and answers with the form instead of boxes`() async throws {
        let town = try await DemoTown.fresh()
        let server = try serve(town, fonts(in: "/nowhere"))
        #expect(try await server.says("No PDF can be made here, as no fonts are installed."))
        let refused = try copy("pdf", town, server)
        #expect(refused.status == 503 && refused.body.contains("Een PDF maken kan nu niet."))
        #expect(refused.body.contains("value=\"all\" checked"))
        let text = try copy("text", town, server)
        #expect(text.status == 200 && text.body.contains("13 berichten"))
        #expect(server.isRunning)
    }

    @Test func `with few fonts names the scripts that they lack, and prints`() async throws {
        let town = try await DemoTown.fresh()
        let server = try serve(town, fonts(in: "/usr/share/fonts/truetype/liberation"))
        #expect(try await server.says("PDFs made here lack letters"))
        let said = try #require(server.said.split(separator: "\n").first { $0.contains("PDFs made here lack letters") })
        #expect(said.contains("Chinese") && said.contains("emoji") && !said.contains("Latin"))
        #expect(try copy("pdf", town, server).status == 200)
    }
}
