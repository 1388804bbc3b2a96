// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Site

@Suite struct `The assets` {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/Site/Assets").standardized

    @Test(arguments: [("css", "css", Assets.style), ("js", "js", Assets.script)])
    func `are made of the files as they are now`(folder: String, ending: String, asset: Asset) throws {
        let folder = Self.sources.appending(path: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".\(ending)")
        }
        let texts = try files.sorted().map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
        let lines = texts.flatMap {
            $0.trimmingCharacters(in: .newlines).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let joined = lines.filter { !$0.contains("SPDX-") }.joined(separator: "\n").trimmingCharacters(in: .newlines)
        #expect(asset.content.description == joined, "Run `make assets`.")
    }

    @Test func `hold the icon`() throws {
        let icon = try String(contentsOf: Self.sources.appending(path: "icon.svg"), encoding: .utf8)
        #expect(Assets.icon.content.description == icon.trimmingCharacters(in: .newlines))
    }

    @Test func `stay within their budget`() {
        #expect(Assets.style.content.utf8CodeUnitCount < 60_000)
        #expect(Assets.script.content.utf8CodeUnitCount < 30_000)
    }

    @Test func `have scripts of at most forty lines`() throws {
        let folder = Self.sources.appending(path: "js")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 41, "\(file)")
        }
    }

    @Test func `ask nothing of other sites and set no style from script`() {
        #expect(!Assets.style.content.description.contains("url("))
        #expect(!Assets.script.content.description.contains("http"))
    }
}
