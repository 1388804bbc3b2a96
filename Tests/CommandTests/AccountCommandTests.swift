// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `rondom account` {
    @Test(arguments: Engine.all) func `makes accounts and shows names only when asked`(engine: Engine) async throws {
        let place = try await InstalledPlace.ready(engine)
        let made = try place.run(["account", "create", "privacy-officer", "Geert-Jan Prins", "--language", "en"])
        let id = try #require(ID<Account>(made.output.trimmed))
        #expect(try place.run(["account", "list"]).output == "\(id)\tprivacyOfficer\t0\n")
        #expect(try place.run(["account", "list", "--names"]).output == "\(id)\tprivacyOfficer\t0\tGeert-Jan Prins\n")
    }

    @Test(arguments: Engine.all) func `makes a card that opens an account, for the first administrator too`(
        engine: Engine
    ) async throws {
        let place = try await InstalledPlace.ready(engine)
        let id = try place.run(["account", "create", "administrator", "Ravi Soekhoe"]).output.trimmed
        let card = try place.run(["account", "card", id])
        #expect(card.code == 0)
        let printed = try #require(card.output.wholeMatch(of: /Code: ([A-Z0-9-]+)\nFigures: ([0-9]{4})\n/))
        #expect(CardCode(typed: String(printed.1)) != nil)
        #expect(try place.run(["account", "card", id]).output != card.output)
    }

    @Test func `ends the sessions of one account`() async throws {
        let town = try await DemoTown.fresh()
        let server = try town.serve()
        let (aylin, marieke) = (try Visitor("aylin", port: server.port), try Visitor("marieke", port: server.port))
        #expect(try aylin.get("/account").status == 200)
        let ended = try town.run(["account", "end-sessions", try town.filled.account("aylin").text])
        #expect(ended.output == "Sessions ended: 1.\n")
        #expect(try aylin.get("/account").status == 303)
        #expect(try marieke.get("/account").status == 200)
    }

    @Test(arguments: [
        (["account", "create", "boss", "Wim Smit"], 64), (["account", "create", "manager", " "], 64),
        (["account", "end-sessions", "x"], 64), (["account", "card", "x"], 64),
        (["account", "card", "01a20300-54ea-7822-9f88-86c6f393780a"], 2),
        (["account", "end-sessions", "01a20300-54ea-7822-9f88-86c6f393780a"], 2),
    ])
    func `refuses what can't be`(command: [String], code: Int) async throws {
        #expect(try await InstalledPlace.ready().run(command).code == Int32(code))
    }
}

extension String {
    var trimmed: String { String(split(whereSeparator: \.isNewline).first ?? "") }
}
