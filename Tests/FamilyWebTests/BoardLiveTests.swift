// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestClient
import TestDatabases
import Testing
import Town

@Suite(.timeLimit(.minutes(2))) struct `A board that stays open` {
    @Test(arguments: Engine.all)
    func `hears that a report came, was taken and was judged, and not what`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (mirjam, lotte) = (try await web.worker("mirjam"), try await web.worker("lotte"))
        try await ServedTown.serve(web) { served in
            try await served.listen("/desk/events", as: lotte) { line in
                #expect(try await line.hears("retry: 3000"))
                _ = try await web.report()
                #expect(try await line.hears("event: changed"))
                let path = try await web.onlyReport(mirjam)
                _ = try await web.send(path + "/taking", [:], by: mirjam)
                #expect(try await line.hears("event: changed", times: 2))
                _ = try await web.send(path + "/triage", ["urgency": "week", "reason": "x"], by: mirjam)
                #expect(try await line.hears("event: changed", times: 3))
                #expect(!line.heard.contains("Joost") && !line.heard.contains("0192"))
                #expect(try await lotte.get("/desk").shown.contains("Mirjam van Es heeft deze melding."))
            }
        }
    }

    /// Who is named in a report hears nothing of it, nor of what is done with it.
    @Test(arguments: Engine.all)
    func `hears nothing of a report that is kept from its reader`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        try await web.openDesk("de-brug", ["chidi", "thijs"])
        let brug = try web.filled.organisation("de-brug").text
        let (chidi, thijs) = (try await web.worker("chidi"), try await web.worker("thijs"))
        _ = try await web.report(["name-1": "Thijs Nauta"])
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        try await ServedTown.serve(web) { served in
            try await served.listen("/desk/events", as: thijs) { line in
                #expect(try await line.hears("retry: 3000"))
                _ = try await web.send(path + "/sending", ["desk": brug], by: mirjam)
                _ = try await web.send(path + "/taking", [:], by: chidi)
                try await Task.sleep(for: .milliseconds(300))
                #expect(!line.heard.contains("changed"))
                _ = try await web.report(["desk": brug])
                #expect(try await line.hears("event: changed"))
                #expect(line.heard.ranges(of: "event: changed").count == 1)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `hears nothing any more once its reader is taken off the desk`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let lotte = try await web.worker("lotte")
        try await ServedTown.serve(web) { served in
            try await served.listen("/desk/events", as: lotte) { line in
                #expect(try await line.hears("retry: 3000"))
                try await web.atDesk(["mirjam"])
                _ = try await web.report()
                try await Task.sleep(for: .milliseconds(300))
                #expect(!line.heard.contains("changed"))
            }
        }
    }

    /// Before they are asked whether they still may: what is told already can't be taken back.
    @Test(arguments: Engine.all)
    func `is told nothing from the moment at which its reader is taken off the desk`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let feed = LiveFeed(web.database, web.reading)
        let organisation = try web.filled.organisation("gebiedsteam")
        var heard: [String: AsyncStream<LiveFeed.News>] = [:]
        for who in ["lotte", "mirjam"] {
            heard[who] = try await feed.listen(atDesk: organisation, try web.filled.account(who), session: who)
        }
        try await web.atDesk(["mirjam"])
        _ = try await web.report()
        await feed.wroteAtDesks()
        for (who, news) in [("lotte", []), ("mirjam", [LiveFeed.News.changed])] {
            await feed.end(session: who)
            var told: [LiveFeed.News] = []
            for await item in try #require(heard[who]) { told.append(item) }
            #expect(told == news, "\(who)")
        }
    }

    @Test(arguments: ["marieke", "ilse", "sanne", "joost"])
    func `is not for who is not at a desk`(who: String) async throws {
        let web = try await WebTown(.sqlite)
        let stranger = who == "joost" ? try await web.browser(of: who) : try await web.worker(who)
        #expect(try await stranger.get("/desk/events").status == .notFound)
        #expect(try await web.browser().get("/desk/events").status != .ok)
    }
}
