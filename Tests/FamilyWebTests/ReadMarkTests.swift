// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestClient
import TestDatabases
import Testing
import Town

@Suite struct `Who read a message` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    /// What stands under somebody's own message about who read it, after all read it.
    private func note(under text: String, by writer: String, _ web: WebTown) async throws -> String {
        let path = try web.conversation(Self.talk)
        let browser = try await web.browser(of: writer)
        #expect(try await web.write(text, in: path, by: browser).status == .seeOther)
        for person in ["aylin", "joost", "sanne", "marieke"] where person != writer {
            #expect(try await web.browser(of: person).get(path).status == .ok)
        }
        let page = try await browser.get(path)
        let message = try #require(page.text.between(">" + text, "</li>"))
        return Answer.shown(message)
    }

    @Test(arguments: Engine.all)
    func `is told to who wrote it, and never between parents`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        for (parent, other) in [("aylin", "Joost"), ("joost", "Aylin")] {
            let note = try await note(under: "Van \(parent).", by: parent, web)
            #expect(note.contains("Sanne Kuipers") && note.contains("Marieke Postma"), "\(note)")
            #expect(!note.contains(other), "\(note)")
        }
        let note = try await note(under: "Van school.", by: "sanne", web)
        #expect(note.contains("Aylin") && note.contains("Joost"), "\(note)")
    }
}
