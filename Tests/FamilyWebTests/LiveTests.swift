// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite(.timeLimit(.minutes(2))) struct `A page that stays open` {
    private static let talk = "de-wit-yildiz/noor-op-school"

    @Test(arguments: Engine.all)
    func `hears that somebody wrote, and not what`(engine: Engine) async throws {
        let web = try await WebTown(engine)
        let path = try web.conversation(Self.talk)
        let (aylin, joost) = (try await web.browser(of: "aylin"), try await web.browser(of: "joost"))
        try await ServedTown.serve(web) { served in
            try await served.listen(path + "/events", as: joost) { line in
                #expect(try await line.hears("retry: 3000"))
                #expect(line.heard.lowercased().contains("content-type: text/event-stream"))
                #expect(line.heard.lowercased().contains("x-content-type-options: nosniff"))
                try await web.write("Een geheimpje.", in: path, by: aylin)
                #expect(try await line.hears("event: changed"))
                #expect(!line.heard.contains("geheimpje") && !line.heard.contains("Aylin"))
                #expect(try await joost.get(path + "/messages").text.contains("Een geheimpje."))
            }
        }
    }

    /// Robert hears only of what he may read: when his own conversation goes on, nothing came before it.
    @Test func `hears nothing of a held conversation, or of any other`() async throws {
        let web = try await WebTown()
        let robert = try await web.browser(of: "robert")
        let eline = try await web.browser(of: "eline")
        let own = try web.conversation("van-dongen/bezoek")
        try await ServedTown.serve(web) { served in
            try await served.listen(own + "/events", as: robert) { line in
                #expect(try await line.hears("retry: 3000"))
                for other in ["veiligheid", "fleur-in-de-klas", "de-verhuizing"] {
                    try await web.write("Niet voor Robert.", in: try web.conversation("van-dongen/\(other)"), by: eline)
                }
                // Long enough for a line that should not come to come on its own.
                try await Task.sleep(for: .milliseconds(300))
                try await web.write("Tot zaterdag.", in: own, by: eline)
                #expect(try await line.hears("event: changed"))
                #expect(line.heard.ranges(of: "event: changed").count == 1)
                // No number either: from those that are missing one could count what is held.
                #expect(line.heard.contains("data: news\n"))
            }
        }
    }

    /// What was told is told by the time the writer has their answer, so nothing has to be waited for.
    @Test(arguments: [
        (["veiligheid", "fleur-in-de-klas", "de-verhuizing"], []), (["bezoek"], [LiveFeed.News.changed]),
    ])
    func `is told of its own conversation alone`(written: [String], expected: [LiveFeed.News]) async throws {
        let web = try await WebTown()
        let eline = try await web.browser(of: "eline")
        let own = ItemName(.conversation, try web.filled.conversation("van-dongen/bezoek"))
        let family = try web.filled.family("van-dongen")
        let news = try #require(try await web.live.listen(to: own, in: family, session: "a session"))
        for talk in written { try await web.write("Hoi.", in: try web.conversation("van-dongen/\(talk)"), by: eline) }
        await web.live.end(session: "a session")
        var heard: [LiveFeed.News] = []
        for await item in news { heard.append(item) }
        #expect(heard == expected)
    }

    @Test func `says that it is alive while nothing happens`() async throws {
        let web = try await WebTown.toRead
        let live = LiveFeed(web.database, silence: .milliseconds(5))
        let item = ItemName(.conversation, try web.filled.conversation(Self.talk))
        let family = try web.filled.family("de-wit-yildiz")
        let news = try #require(try await live.listen(to: item, in: family, session: "a session"))
        let running = Task { await live.run() }
        var heard: [LiveFeed.News] = []
        for await item in news {
            heard.append(item)
            if heard.count == 2 { break }
        }
        running.cancel()
        #expect(heard == [.alive, .alive])
    }

    @Test func `is let go of when its reader leaves`() async throws {
        let web = try await WebTown.toRead
        let live = LiveFeed(web.database)
        let item = ItemName(.conversation, try web.filled.conversation(Self.talk))
        let family = try web.filled.family("de-wit-yildiz")
        let news = try #require(try await live.listen(to: item, in: family, session: "a session"))
        let reading = Task { for await _ in news {} }
        #expect(await live.count == 1)
        reading.cancel()
        while await live.count > 0 { try await Task.sleep(for: .milliseconds(5)) }
    }

    @Test func `ends when the membership ends`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let sanne = try await web.browser(of: "sanne")
        let joost = try await web.browser(of: "joost")
        try await ServedTown.serve(web) { served in
            try await served.listen(path + "/events", as: sanne) { line in
                #expect(try await line.hears("retry: 3000"))
                try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
                #expect(try await line.hears("event: ended"))
                try await web.write("Zonder Sanne.", in: path, by: joost)
                #expect(!line.heard.contains("event: changed"))
            }
            #expect(try await sanne.get(path + "/events").status == .notFound)
        }
    }

    @Test func `ends when its session is ended`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let joost = try await web.browser(of: "joost")
        let token = try #require(try await joost.get("/account").token)
        try await ServedTown.serve(web) { served in
            try await served.listen(path + "/events", as: joost) { line in
                #expect(try await line.hears("retry: 3000"))
                _ = try await joost.post("/session/end", form(["token": token]))
                // Nothing more comes: the line is closed.
                let goesOn = try await line.hears("event: changed")
                #expect(!goesOn)
            }
        }
        #expect(await web.live.count == 0)
    }

    @Test func `is one of four at most for a session, and others are not in the way`() async throws {
        let web = try await WebTown()
        let path = try web.conversation(Self.talk)
        let joost = try await web.browser(of: "joost")
        let aylin = try await web.browser(of: "aylin")
        try await ServedTown.serve(web) { served in
            try await served.stay(4, at: path + "/events", as: joost) {
                let fifth = try await joost.get(path + "/events")
                #expect(fifth.status == .tooManyRequests)
                #expect(fifth["retry-after"] == "30")
                try await served.stay(1, at: path + "/events", as: aylin) {}
            }
            // Whoever left makes room.
            while await web.live.count > 0 { try await Task.sleep(for: .milliseconds(20)) }
            try await served.stay(1, at: path + "/events", as: joost) {}
        }
    }
}

extension ServedTown {
    /// Keeps so many streams open while the test goes on.
    fileprivate func stay(
        _ count: Int, at path: String, as browser: TownBrowser, _ test: () async throws -> Void
    ) async throws {
        guard count > 0 else { return try await test() }
        try await listen(path, as: browser) { line in
            let isOpen = try await line.hears("retry: 3000")
            #expect(isOpen)
            try await stay(count - 1, at: path, as: browser, test)
        }
    }
}
