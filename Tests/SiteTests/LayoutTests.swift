// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Testing

@testable import Site

@Suite struct `The layout` {
    @Test func `holds what every page needs`() {
        var frame = Frame(.nl, title: "Jullie kring")
        frame.navigation = [Frame.Entry("/circle", "Kring", .circle, isCurrent: true)]
        frame.reader = Frame.Reader(name: "Aylin", disc: Disc("AY", .family), link: "/me")
        frame.installation = "Rondom van Zuilen-Ondiep"
        frame.token = "dG9rZW4="
        frame.path = "/circle"
        frame.isDemo = true
        frame.leavesQuickly = true
        let page = Layout(frame, "<h1>Kring</h1>").html.description
        for part in [
            "<html lang=\"nl\">", "<title>Jullie kring – Rondom</title>", "href=\"#main\"",
            "<main class=\"page\" id=\"main\"",
            "Dit is een oefenomgeving.", "aria-current=\"page\"", "name=\"back\" value=\"/circle\"",
            "value=\"dG9rZW4=\"",
            "lang=\"en\">English</button>", "data-leave", Assets.style.link.text, Assets.script.link.text,
        ] {
            #expect(page.contains(part), "\(part)")
        }
        #expect(!page.contains("rings--none"))
    }

    @Test func `says in the title that something is wrong`() {
        var frame = Frame(.en, title: "New conversation")
        frame.isError = true
        frame.hasCircle = true
        let page = Layout(frame, .empty).html.description
        #expect(page.contains("<title>Error: New conversation – Rondom</title>"))
        #expect(page.contains("<body class=\"rings--none\">"))
        #expect(!page.contains("<nav") && !page.contains("masthead__who"))
    }
}
