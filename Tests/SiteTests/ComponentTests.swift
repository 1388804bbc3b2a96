// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Site

/// Every example of every component, against the file that shows how it was; `RONDOM_RECORD=1` writes the files anew.
@Suite struct `A component` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    private static let isRecording = ProcessInfo.processInfo.environment["RONDOM_RECORD"] == "1"

    @Test(arguments: Storybook.stories)
    func `prints as its snapshot shows`(story: Storybook.Story) throws {
        let printed = story.examples.map { "<!-- \($0.name) -->\n\($0.html)\n" }.joined(separator: "\n")
        let file = Self.folder.appending(path: "\(story.component).html")
        if Self.isRecording { try printed.write(to: file, atomically: true, encoding: .utf8) }
        #expect(try printed == String(contentsOf: file, encoding: .utf8))
        #expect(printed.split(separator: "\n").count < 100)
    }

    @Test(arguments: Storybook.stories)
    func `closes what it opens and uses no inline style or script`(story: Storybook.Story) {
        for example in story.examples {
            let markup = example.html.description
            #expect(Self.unclosed(in: markup) == [], "\(example.name)")
            #expect(
                !markup.contains(" style=") && !markup.contains("<script") && !markup.contains(" on"), "\(example.name)"
            )
        }
    }

    @Test func `has a snapshot only as long as it exists`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
            $0.hasSuffix(".html")
        }
        #expect(Set(files) == Set(Storybook.stories.map { "\($0.component).html" }))
    }

    /// The elements that are opened and not closed, or closed and not opened.
    private static func unclosed(in markup: String) -> [String] {
        var open: [String] = []
        for match in markup.matches(of: /<(\/?)([a-z0-9]+)(?:\s[^>]*?)?(\/?)>/) {
            let name = String(match.2)
            if match.3 == "/" || ["input", "br", "meta", "link"].contains(name) { continue }
            if match.1 == "" { open.append(name) } else if open.popLast() != name { return ["</\(name)>"] }
        }
        return open
    }
}

@Suite struct `The picture of the circle` {
    @Test(arguments: 0...20, 0...20)
    func `seats any number of people without two in one place`(near: Int, far: Int) {
        let member = { (number: Int) in
            CirclePicture.Member("P\(number)", "P", link: "#", isDirector: number == 1, isFirstContact: number == 2)
        }
        let seats = CircleSeats(
            near: (0..<near).map(member), professionals: (0..<far).map(member), hasInvite: near.isMultiple(of: 2)
        )
        for ring in [seats.inner, seats.outer] {
            let places = ring.map(\.point)
            for (place, a) in places.enumerated() {
                for b in places[(place + 1)...] { #expect(abs(a.x - b.x) + abs(a.y - b.y) > 60) }
            }
        }
        #expect(Self.people(in: seats.inner) == near)
        #expect(Self.people(in: seats.outer) == far)
    }

    private static func people(in ring: [CircleSeats.Seat]) -> Int {
        ring.reduce(0) { count, seat in
            switch seat.sitter {
            case .member: count + 1
            case .others(let others): count + others
            case .invite: count
            }
        }
    }

    @Test(arguments: [
        ("Oma Truus", "Oma Truus"), ("Sanne Kuipers-van Dam", "Sanne"), ("Maximiliaan-Alexander", "Maximiliaa…"),
    ])
    func `shortens a name`(name: String, short: String) {
        #expect(CircleNames.short(name) == short)
    }
}
