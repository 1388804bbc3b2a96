// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Site

@Suite struct `An address in a text` {
    private func links(_ text: String) -> [String] {
        LinkedText(text).pieces.compactMap { if case .link(_, let address) = $0 { address.text } else { nil } }
    }

    @Test(arguments: [
        ("zie https://voorbeeld.example", ["https://voorbeeld.example"]),
        ("(https://voorbeeld.example/a_(b)).", ["https://voorbeeld.example/a_(b)"]),
        ("https://voorbeeld.example/a, en http://b.example!", ["https://voorbeeld.example/a", "http://b.example"]),
        ("„https://voorbeeld.example/a”", ["https://voorbeeld.example/a"]),
        ("HTTPS://VOORBEELD.example/A?b=C#d", ["https://voorbeeld.example/A?b=C#d"]),
        ("https://voorbeeld.example:8443/x", ["https://voorbeeld.example:8443/x"]),
        ("https://voorbeeld.example/é\"x", ["https://voorbeeld.example/%C3%A9"]),
        ("https://bücher.example/", ["https://xn--bcher-kva.example/"]),
        ("https://аpple.example", ["https://xn--pple-43d.example"]),
        ("regel\nhttps://a.example\nregel", ["https://a.example"]),
    ])
    func `becomes a link as far as it goes`(text: String, found: [String]) {
        #expect(links(text) == found)
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,<script>", "ftp://voorbeeld.example", "file:///etc/passwd", "https://",
        "https:///x", "https://localhost/x", "https://10.0.0.1/", "https://[::1]/", "https://a.example@b.example/",
        "https://naam:geheim@b.example/", "https://a.example\\@b.example/", "https://a.example:99999/", "https://a..b/",
        "https://-a.example", "xhttps://a.example", "mailto:a@b.example", "www.voorbeeld.example", "https://a b",
        "https://a\u{202E}b.example", "https://a%2eb.example/", "https://\(String(repeating: "a", count: 64)).example",
        "https://a.example/" + String(repeating: "a", count: 2_000), "https://💩.example",
    ])
    func `that is none stays text`(text: String) {
        #expect(links(text).isEmpty)
        #expect(Paragraphs(text).html.description == "<p>\(HTML("\(text)"))</p>")
    }

    @Test func `leaves each character where it was`() {
        for text in [
            "a https://a.example, b", "https://a.example", "geen", "http://x en https://b.example/c.",
            "hhttp://a.example http:",
        ] {
            let shown = LinkedText(text).pieces.map { piece in
                switch piece {
                case .text(let text): text
                case .link(let typed, _): typed
                }
            }
            #expect(shown.joined() == text)
        }
    }

    @Test func `shows whose it is where that does not stand there`() {
        #expect(Paragraphs("https://аpple.example").html.description.contains("</a> (xn--pple-43d.example)"))
        #expect(!Paragraphs("https://apple.example").html.description.contains("("))
    }

    @Test func `tells the other site nothing and is escaped`() {
        let html = Paragraphs("https://a.example/?a&b='c").html.description
        #expect(html.contains("<a href=\"https://a.example/?a&amp;b=&#39;c\" rel=\"noopener noreferrer nofollow\">"))
    }
}
