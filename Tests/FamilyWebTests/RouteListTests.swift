// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@Suite struct `The list of routes` {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../docs/routes.md")

    /// `GET /families/{family}` of each line of the table.
    private func listed() throws -> [String] {
        try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^\| ([A-Z]+) \| `([^`]+)` \|/).map { "\($0.1) \($0.2)" }
        }
    }

    @Test func `names each route there is, and no other`() async throws {
        let routes = try await WebTown.toRead.routes.map { route in
            let path = route.replacing(/:([a-z]+)|\{([a-z]+)\}/) { "{\($0.1 ?? $0.2 ?? "")}" }
            return path.contains(" /") ? path : path.replacing(" ", with: " /")
        }
        #expect(try listed().sorted() == routes.sorted())
    }
}
