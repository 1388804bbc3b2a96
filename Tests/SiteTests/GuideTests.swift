// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Testing

@testable import Site

@Suite struct `The guide in the program` {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs")
        .standardized

    @Test func `is made of the files as they are now`() throws {
        let folder = Self.docs.appending(path: "handleiding")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        #expect(GuideFiles.all.map { $0.name + ".md" }.sorted() == names.sorted(), "Run `make assets`.")
        for (name, text) in GuideFiles.all {
            let file = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
            #expect(text.description == file.trimmingCharacters(in: .newlines), "\(name): run `make assets`.")
        }
    }

    @Test func `has its pictures as they are now`() throws {
        let folder = Self.docs.appending(path: "handleiding/beelden")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".webp") }
        #expect(GuidePicture.all.map { $0.name + ".webp" }.sorted() == names.sorted(), "Run `make assets`.")
        for picture in GuidePicture.all {
            let file = try Data(contentsOf: folder.appending(path: "\(picture.name).webp"))
            #expect(file.base64EncodedString() == picture.base64.description, "\(picture.name): run `make assets`.")
        }
    }

    @Test func `shows on a page the pictures that it names`() throws {
        let page = try #require(GuidePage(.plan, in: .nl)).html.description
        #expect(page.contains(/<img src="\/assets\/guide-plan\.[0-9a-f]{12}\.webp" alt="[^"]+" width="390"/))
    }

    @Test(arguments: GuideTopic.allCases)
    func `has each page that is pointed to`(topic: GuideTopic) throws {
        let page = try #require(GuidePage(topic, in: .nl))
        #expect(!page.title.isEmpty)
        #expect(page.html.description.contains("<h1>"))
        #expect(!page.html.description.contains("]("))
    }

    @Test func `has no page that nobody points to`() {
        let topics = Set(GuideTopic.allCases.map(\.rawValue))
        #expect(GuideFiles.all.map { $0.name.replacing(".en", with: "") }.filter { !topics.contains($0) } == [])
    }

    @Test func `explains each page that people meet with a page of its own`() throws {
        let routes = try String(contentsOf: Self.docs.appending(path: "routes.md"), encoding: .utf8)
        let pages = routes.matches(of: /\| GET \| `([^`]+)` \|/).map { String($0.1) }
        let without = [
            "/", "/accessibility", "/demo", "/storybook", "/metrics", "/assets/{name}", "/help", "/help/{page}",
        ]
        for page in pages where !without.contains(page) && !page.hasPrefix("/health") && !page.hasPrefix("/.") {
            let address = page.replacing(/\{[a-z]+\}/, with: "0190")
            let link = try #require(Link(local: address))
            #expect(GuideTopic.explaining(link) != .index, "\(page)")
        }
    }

    @Test(arguments: [
        ("/", GuideTopic.index), ("/families", .circle), ("/families/new", .familyStart), ("/families/0190", .circle),
        ("/families/0190/persons/0191/orders", .askingConsent), ("/families/0190/persons/0191", .familyStart),
        ("/families/0190/nothing", .index), ("/families/0190/plan/goals/0191?x=1", .plan), ("/today/quiet", .notes),
        ("/today?page=2", .today), ("/nowhere", .index), ("/families/0190/consents/0192#answer", .consent),
    ])
    func `explains a page by where it stands`(address: String, topic: GuideTopic) throws {
        #expect(GuideTopic.explaining(try #require(Link(local: address))) == topic)
    }

    @Test func `tells who works with families how to ask, and families how to answer`() {
        #expect(GuideTopic.explaining("/families/0190/consents", isProfessional: true) == .askingConsent)
        #expect(GuideTopic.explaining("/families/0190/plan", isProfessional: true) == .plan)
    }

    @Test func `is read from Markdown`() {
        let text = GuideText(
            "<!-- Family/Circle -->\n\n# Titel\n\nEen zin\ndie doorgaat.\n\n## Kop\n\n- een\n  twee\n- **drie** [vier](kring.md)\n\n"
                + "1. vijf\n\n![Zes](beelden/zes.webp)\n\n[zeven](https://elders.example)")
        #expect(text.title == "Titel")
        #expect(
            text.blocks == [
                .paragraph([.plain("Een zin die doorgaat.")]), .heading("Kop"),
                .list(
                    [
                        [.plain("een twee")],
                        [.strong("drie"), .plain(" "), .link("vier", to: "/help/kring")],
                    ], isNumbered: false),
                .list([[.plain("vijf")]], isNumbered: true), .picture(name: "zes", shows: "Zes"),
                .paragraph([.plain("zeven")]),
            ])
    }

    @Test func `says to readers of another language in which it is written`() throws {
        let page = try #require(GuidePage(.plan, in: .en)).html.description
        #expect(page.contains("<div class=\"guide\" lang=\"nl\">"))
        #expect(page.contains(Language.en.guide.inDutch))
        let first = try #require(GuidePage(.index, in: .en)).html.description
        #expect(!first.contains(" lang="))
    }

    @Test(arguments: Language.allCases)
    func `is linked from every page, before all else at its foot`(language: Language) throws {
        var frame = Frame(language, title: "")
        frame.installation = "Rondom van Zuilen-Ondiep"
        frame.help = .plan
        frame.footer = [Frame.Entry("/accessibility", "A", .about)]
        let page = Layout(frame, .empty).html.description
        let foot = try #require(page.firstRange(of: "<footer"))
        let links = page[foot.upperBound...].matches(of: /href="([^"]+)"/).map { String($0.1) }
        #expect(links == ["/help/plan", "/accessibility"])
    }
}
