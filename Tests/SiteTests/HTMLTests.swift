// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing

@testable import Site

@Suite struct `An HTML literal` {
    @Test(arguments: [
        ("Noor & Sem", "Noor &amp; Sem"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onclick=\"x", "&quot; onclick=&quot;x"),
        ("' autofocus '", "&#39; autofocus &#39;"),
        ("&amp;", "&amp;amp;"),
        ("Zoë zegt: ’t gaat 👩‍👧", "Zoë zegt: ’t gaat 👩‍👧"),
        ("", ""),
    ])
    func `escapes text`(text: String, markup: String) {
        #expect(("<p title=\"\(text)\">\(text)</p>" as HTML).description == "<p title=\"\(markup)\">\(markup)</p>")
    }

    @Test func `puts in markup, components and what is optional`() {
        let none: HTML? = nil
        let tag: Site.Tag? = Site.Tag("Acuut", .acute)
        let page: HTML = "<b>\("a" as HTML)</b>\(none)\(tag)\(3)"
        #expect(page.description == "<b>a</b><span class=\"tag tag--acute\">Acuut</span>3")
    }

    @Test func `repeats and decides`() {
        let names = ["A", "<B>"]
        let page: HTML =
            "\(names, { "<li>\($0)</li>" })\(if: true, "ja")\(if: false, "nee")\(if: false, "x", else: "y")"
        #expect(page.description == "<li>A</li><li>&lt;B&gt;</li>jay")
    }

    @Test func `leaves out an attribute without a value`() {
        let value: String? = nil
        #expect(
            ("<a\(attribute: "id", value)\(attribute: "name", "\"x\"")>" as HTML).description
                == "<a name=\"&quot;x&quot;\">")
    }

    @Test func `writes links escaped, and identifiers`() {
        let link = ("/search" as Link).with(query: ["q": "a&b", "page": "2"])
        #expect(("<a href=\"\(link)\">" as HTML).description == "<a href=\"/search?q=a%26b&amp;page=2\">")
        let id = "0197c2f0-0000-7000-8000-000000000001"
        #expect(("\(ID<Disc>(stored: id))" as HTML).description == "\(id)")
    }
}
