// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@testable import Site

@Suite struct `A link` {
    @Test func `is made of fixed parts, identifiers, numbers, days and encoded text`() {
        let id = ID<Disc>(stored: "0197c2f0-0000-7000-8000-000000000001")
        let day: Day = "2026-11-23"
        let link: Link = "/families/\(id)/days/\(day)/\(3)/\("a b/c?d#é")"
        #expect(
            link.text == "/families/0197c2f0-0000-7000-8000-000000000001/days/2026-11-23/3/a%20b%2Fc%3Fd%23%C3%A9"
        )
    }

    @Test(arguments: [".", ".."])
    func `does not climb out of its path`(step: String) {
        #expect(("/a/\(step)/b" as Link).text == "/a/-/b")
    }

    @Test func `takes a query and a fragment`() {
        #expect(("/a" as Link).with(query: ["x": "1&2", "y": nil]).with(fragment: "m 1").text == "/a?x=1%262#m%201")
        #expect(("/a?x=1" as Link).with(query: ["y": "2"]).text == "/a?x=1&y=2")
        #expect(("/a" as Link).with(query: ["y": nil]).text == "/a")
    }

    @Test func `calls a number by its digits`() {
        #expect(Link.phone("+31 (0)30-123\"45").text == "tel:+3103012345")
    }

    @Test(arguments: ["/", "/families", "/families/x?day=2026-11-23#m1", "/a//b"])
    func `goes back to a path on this site`(path: String) {
        #expect(Link(local: path)?.text == path)
    }

    @Test(arguments: [
        "", "families", "//example.org", "/\\example.org", "/a\\b", "https://example.org", "javascript:alert(1)",
        "/\t/example.org", "/a\nb", "/\r\nSet-Cookie:x", "/a b", "/é", "/\u{0}",
        "/" + String(repeating: "a", count: 1_000),
    ])
    func `does not go back elsewhere`(path: String) {
        #expect(Link(local: path) == nil)
    }
}
