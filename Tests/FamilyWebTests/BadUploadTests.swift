// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Hummingbird
import Kernel
import TestClient
import TestDatabases
import TestFiles
import Testing
import Town

/// Half of a body, and then the line is gone: with an error, or silent until whoever waits gives up.
private struct HalfBody: AsyncSequence, Sendable {
    struct Gone: Error {}

    let bytes: [UInt8]
    let isSilent: Bool

    struct AsyncIterator: AsyncIteratorProtocol {
        var left: ArraySlice<UInt8>
        let isSilent: Bool

        mutating func next() async throws -> ByteBuffer? {
            guard left.isEmpty else {
                let piece = left.prefix(64 * 1_024)
                left = left.dropFirst(piece.count)
                return ByteBuffer(bytes: piece)
            }
            guard isSilent else { throw Gone() }
            try await Task.sleep(for: .seconds(60))
            return nil
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(left: bytes[...], isSilent: isSilent) }
}

@Suite struct `A bad day for a file` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let large =
        Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 65, count: 20 * 1_024 * 1_024 - 100) + Array("\n%%EOF".utf8)

    private func form(_ browser: TownBrowser, _ path: String, _ text: String) async throws -> PartsForm {
        let open = try await OpenForm(browser, path)
        return PartsForm(["token": open.token, "form": open.form, "message": text]).with("rapport.pdf", Self.large)
    }

    @Test(arguments: Engine.all)
    func `of twenty megabytes that is cut off half-way leaves nothing, and comes whole later`(
        engine: Engine
    ) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let (before, traces) = (try await web.fileRows(), try await web.traces("de-wit-yildiz").messages)
        let body = try await form(aylin, path, "Hier is het.").body
        let half = HalfBody(bytes: Array(body[..<(body.count / 2)]), isSilent: false)
        await #expect(throws: Never.self) {
            let answer = try await aylin.post(
                path + "/messages", body: RequestBody(asyncSequence: half), type: PartsForm.type)
            #expect(answer.status != .seeOther)
        }
        #expect(try await web.fileRows() == before)
        let silent = HalfBody(bytes: Array(body[..<(body.count / 2)]), isSilent: true)
        let waiting = Task {
            try await aylin.post(path + "/messages", body: RequestBody(asyncSequence: silent), type: PartsForm.type)
        }
        while try await web.fileRows() == before { try await Task.sleep(for: .milliseconds(50)) }
        waiting.cancel()
        _ = try? await waiting.value
        #expect(try await web.fileRows() == before)
        #expect(try await web.traces("de-wit-yildiz").messages == traces)
        let sent = try await aylin.post(path + "/messages", bytes: body, type: PartsForm.type)
        #expect(sent.location == path + "#m14")
        let link = try #require(try await aylin.get(path).links.first { $0.contains("/attachments/") })
        #expect(try await aylin.get(link).bytes == Self.large)
    }

    /// The file of the database may not grow any further: SQLite answers as for a full disk.
    @Test func `when the disk is full is said, leaves nothing, and comes later`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let aylin = try await web.browser(of: "aylin")
        let before = try await web.fileRows()
        let form = try await form(aylin, path, "Hier is het.")
        // What is thrown away leaves room for half of it.
        _ = try await aylin.post(
            path + "/messages", bytes: Array(form.body[..<(form.body.count / 2)]), type: PartsForm.type)
        try await web.database.write { connection in
            // No fewer than there are.
            _ = try connection.row("PRAGMA max_page_count = 1") { $0.int(0) }
        }
        let full = try await aylin.post(path + "/messages", bytes: form.body, type: PartsForm.type)
        #expect(full.status == .serviceUnavailable && full["retry-after"] == "5")
        #expect(try await web.fileRows() == before)
        try await web.database.write { connection in
            _ = try connection.row("PRAGMA max_page_count = 1000000") { $0.int(0) }
        }
        #expect(try await aylin.post(path + "/messages", bytes: form.body, type: PartsForm.type).status == .seeOther)
        #expect(try await web.fileRows() == FileRows(conversations: before.conversations, files: 1, pieces: 80))
        #expect(try await web.browser(of: "joost").get(path).shown.contains("Hier is het."))
    }
}
