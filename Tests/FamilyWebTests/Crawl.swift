// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestClient

/// All pages that somebody reaches by following links from the front page, breadth first.
struct Crawl: Sendable {
    struct Page: Sendable {
        let path: String
        let answer: Answer
        /// The page as it came and as it is read, to be searched.
        private let all: Data

        init(_ path: String, _ answer: Answer) {
            self.path = path
            self.answer = answer
            all = Data(answer.bytes) + Data("\n\(answer.shown.onOneLine)".utf8)
        }

        func holds(_ text: String) -> Bool { all.range(of: Data(text.utf8)) != nil }
    }

    private(set) var pages: [Page] = []

    /// Assets and the guide are the same for everybody, and choosing another person of the town is not reading as this one.
    private static let left = ["/assets/", "/help/", "/demo", "/storybook"]

    /// - Parameter most: more pages than that is a circle of links that never ends.
    init(_ browser: TownBrowser, from start: [String] = ["/"], most: Int = 400) async throws {
        var waiting = start
        var seen = Set(start)
        while !waiting.isEmpty, pages.count < most {
            let path = waiting.removeFirst()
            let answer = try await browser.get(path)
            pages.append(Page(path, answer))
            for link in [answer.location].compactMap(\.self) + answer.links where seen.insert(link).inserted {
                guard !Self.left.contains(where: link.hasPrefix), !Self.isLongAgo(link), !Self.isOneOfMany(link)
                else { continue }
                waiting.append(link)
            }
        }
    }

    /// Months before the town was there, of which there are hundreds.
    private static func isLongAgo(_ link: String) -> Bool {
        link.firstRange(of: "month=").map { link[$0.upperBound...] < "2026-06" } ?? false
    }

    /// What can be done with each of many messages, on a page that shows what the conversation shows: one is enough.
    private static func isOneOfMany(_ link: String) -> Bool {
        link.contains("/copy?message=") && !link.hasSuffix("=1")
    }

    /// The pages on which something stands: shown, or in an address or a field.
    func pages(with text: String) -> [String] {
        let line = text.onOneLine
        return pages.filter { $0.holds(line) || $0.holds(text) }.map(\.path)
    }
}

/// What those of the demo reach in the town that tests only read, gone through once for each of them.
actor Crawls {
    private static let all = Crawls()
    private var made: [String: Task<Crawl, any Error>] = [:]

    static func of(_ person: String) async throws -> Crawl { try await all.crawl(person) }

    private func crawl(_ person: String) async throws -> Crawl {
        let crawling = made[person] ?? Task { try await Crawl(try await WebTown.toRead.browser(of: person)) }
        made[person] = crawling
        return try await crawling.value
    }
}
