// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestClient
import Testing

/// What the pages of the town say, against the file that shows how it was; `RONDOM_RECORD=1` writes the files anew.
///
/// The text in its order, not the markup: that stands in the snapshots of the components.
@Suite struct `A page of the town` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    private static let isRecording = ProcessInfo.processInfo.environment["RONDOM_RECORD"] == "1"

    enum Place: String, CaseIterable, Sendable {
        case circle, conversation, conversations, families, start, access, today

        func path(in web: WebTown) throws -> String {
            switch self {
            case .circle: try web.circle("de-wit-yildiz")
            case .conversation: try web.conversation("de-wit-yildiz/ophalen")
            case .conversations: try web.conversations("de-wit-yildiz")
            case .families: "/families"
            case .today: "/today"
            case .start: try web.conversations("de-wit-yildiz") + "/new"
            case .access: try web.circle("van-dongen") + "/access"
            }
        }

        var reader: String {
            switch self {
            case .families, .today: "marieke"
            case .access: "eline"
            default: "aylin"
            }
        }
    }

    @Test(arguments: Place.allCases, ["nl", "en"])
    func `says what its snapshot shows`(place: Place, language: String) async throws {
        let web = try await Self.town.value
        let browser = try await web.browser(of: place.reader)
        await browser.set("language", language)
        let page = try await browser.get(try place.path(in: web))
        let main = try #require(page.between("<main", "</main>"))
        let said = Self.lines(of: "<main" + main)
        let file = Self.folder.appending(path: "\(place.rawValue).\(language).txt")
        if Self.isRecording { try said.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try said == String(contentsOf: file, encoding: .utf8))
        #expect(said.split(separator: "\n").count < 100)
    }

    @Test func `has a snapshot only as long as it exists`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let expected = Place.allCases.flatMap { place in ["nl", "en"].map { "\(place.rawValue).\($0).txt" } }
        #expect(Set(files) == Set(expected))
    }

    /// A town of its own: nobody else looks, so that who looked and what is unread stay as they were told.
    private static let town = Task { try await WebTown() }

    /// One line for each block, with what links and fields stand in it.
    private static func lines(of markup: String) -> String {
        let noPicture = markup.replacing(/<svg[\s\S]*?<\/svg>/, with: "")
        let blocks = noPicture.replacing(
            /<\/?(p|h1|h2|h3|li|ul|ol|div|section|form|dt|dd|tr|summary|legend|label)\b[^>]*>/, with: "\u{1}")
        let lines = blocks.split(separator: "\u{1}").map { Answer.shown(String($0)).onOneLine }
        // The initials in a disc stand beside the name they are of.
        return lines.filter { !$0.isEmpty && !($0.count == 2 && $0 == $0.uppercased()) }.joined(separator: "\n") + "\n"
    }
}
