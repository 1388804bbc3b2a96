// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import PeopleRules
import PeopleStore
import TestMail
import Testing
import Town

/// By the real loop, to a real mail server.
@Suite struct `Mail about something new` {
    private static let talk = "de-wit-yildiz/noor-op-school"
    private static let readers = ["aylin", "joost", "sanne", "marieke", "truus", "priya"]

    private func written() async throws -> NoticeTown {
        let town = try await NoticeTown(Self.readers)
        for reader in ["joost", "sanne", "marieke"] {
            _ = try await town.web.browser(of: reader).get(town.web.conversation(Self.talk))
        }
        try await write(town)
        town.web.clock.wait(.minutes(5))
        return town
    }

    private func write(_ town: NoticeTown) async throws {
        let browser = try await town.web.browser(of: "aylin")
        let answer = try await town.web.write("Zullen we bellen?", in: town.web.conversation(Self.talk), by: browser)
        #expect(answer.status == .seeOther)
    }

    @Test func `goes to all who can read it but the one who wrote, once an hour`() async throws {
        let town = try await written()
        try await town.send()
        #expect(town.receivers == ["joost", "marieke", "sanne"])
        try await write(town)
        town.web.clock.wait(.minutes(30))
        try await town.send()
        #expect(town.receivers.count == 3)
        town.web.clock.wait(.minutes(30))
        try await town.send()
        #expect(town.receivers.count == 6)
    }

    /// What comes between writing and sending, and who still gets mail then.
    enum Between: String, CaseIterable, Sendable {
        case nothing, joostReads, sanneEnds, sanneHiddenFromJoost, heldFromJoost, familyHeldFromJoost, joostTurnsOff,
            aylinTakesItBack

        var receivers: [String] {
            switch self {
            case .nothing: ["joost", "marieke", "sanne"]
            case .sanneEnds: ["joost", "marieke"]
            case .aylinTakesItBack: []
            case .joostReads, .sanneHiddenFromJoost, .heldFromJoost, .familyHeldFromJoost, .joostTurnsOff:
                ["marieke", "sanne"]
            }
        }
    }

    @Test(arguments: Between.allCases)
    func `is decided when it goes, as each may read then`(between: Between) async throws {
        let town = try await written()
        try await happen(between, town)
        try await town.send()
        #expect(town.receivers == between.receivers)
        // Nothing is left that could go later.
        town.web.clock.wait(.hours(2))
        try await town.send()
        #expect(town.receivers == between.receivers)
    }

    private func happen(_ between: Between, _ town: NoticeTown) async throws {
        let (web, vault) = (town.web, town.web.vault)
        let (joost, noor) = (try web.filled.account("joost"), try web.filled.person("noor"))
        switch between {
        case .nothing: break
        case .joostReads: #expect(try await web.browser(of: "joost").get(web.conversation(Self.talk)).status == .ok)
        case .sanneEnds: try await web.end("sanne", in: "de-wit-yildiz", by: "marieke")
        case .sanneHiddenFromJoost:
            let sanne = try web.filled.membership("de-wit-yildiz/sanne")
            try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, look in
                try connection.hide(sanne, covering: [noor], from: joost, by: look.reader, at: look.at, key, vault)
            }
        case .heldFromJoost: try await hold(.conversation, try web.filled.conversation(Self.talk).text, town)
        case .familyHeldFromJoost: try await hold(.family, try web.filled.family("de-wit-yildiz").text, town)
        case .aylinTakesItBack:
            let talk = try web.filled.conversation(Self.talk)
            try await town.act(as: "aylin", in: "de-wit-yildiz") { key, connection, look in
                let summary = try #require(try connection.conversation(talk, key))
                let isBack = try connection.withdraw(
                    summary.lastNumber, in: summary, by: look.reader, at: look.at, key, vault)
                #expect(isBack)
            }
        case .joostTurnsOff: try await web.database.write { try $0.endNotices(of: joost) }
        }
    }

    private func hold(_ kind: ItemName.Kind, _ item: String, _ town: NoticeTown) async throws {
        let filled = town.web.filled
        let (joost, noor, sanne) = (try filled.account("joost"), try filled.person("noor"), try filled.account("sanne"))
        let vault = town.web.vault
        try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, look in
            let hold = try Hold(
                IDSource.unguessable.next(at: look.at), of: ItemName(kind, stored: item), about: [noor],
                from: [joost], by: look.reader, asking: .account(sanne), at: look.at, reviewBy: look.at.day + 7)
            let reason = try PlainText.line("Eerst bespreken")
            try connection.hold(hold, because: reason, confirmedBy: sanne, ids: .unguessable, key, vault)
        }
    }

    @Test func `goes to who owes something now, unless it was settled`() async throws {
        let town = try await NoticeTown(Self.readers)
        let (filled, vault) = (town.web.filled, town.web.vault)
        let noor = try filled.person("noor")
        let owners = try ["joost", "truus", "marieke"].map(filled.account)
        try await town.act(as: "marieke", in: "de-wit-yildiz") { key, connection, look in
            for (place, owner) in owners.enumerated() {
                let promise = Promise(
                    id: IDSource.unguessable.next(at: look.at), kind: .takeAction, owner: .account(owner),
                    receiver: .account(look.reader),
                    subject: Promise.Subject(kind: "family", id: key.family.text), urgency: .week, made: look.at)
                try connection.make(promise, about: [noor], saying: "Bel de school", by: look.reader, key, vault)
                if place == 1 { try connection.settle(promise.id, by: look.reader, at: look.at, key, vault) }
            }
        }
        town.web.clock.wait(.minutes(5))
        try await town.send()
        #expect(town.receivers == ["joost"])
    }

    @Test func `names nobody, and tells nothing that anybody wrote`() async throws {
        let everybody = Town.demoPeople.map(\.slug)
        let town = try await NoticeTown(everybody)
        for family in town.web.town.families {
            for talk in family.conversations {
                let readers = everybody.filter {
                    WhoReads.conversations[$0]?[family.slug]?.contains(talk.slug) == true
                }
                guard let writer = readers.first else { continue }
                let browser = try await town.web.browser(of: writer)
                let place = try town.web.conversation("\(family.slug)/\(talk.slug)")
                try await town.web.write("Heel geheim nieuws over \(family.name)", in: place, by: browser)
            }
        }
        town.web.clock.wait(.minutes(5))
        try await town.send()
        let mails = town.sink.mails
        #expect(mails.count > 5)
        let secrets =
            town.web.town.written + town.web.town.families.map(\.name)
            + (try town.web.town.families.map { try town.web.filled.family($0.slug).text })
            + ["geheim", "jeugd", "kind", "gezin", "zorg", "Zuilen"]
        for mail in Set(mails.map { $0.data.replacing($0.to[0], with: "") }) {
            for secret in secrets { #expect(!mail.localizedCaseInsensitiveContains(secret), "\(secret)") }
        }
        #expect(Set(mails.map { $0.header("Subject") }) == ["Er staat iets nieuws voor je klaar"])
        #expect(mails.allSatisfy { $0.header("From") == "<post@rondom.example>" && $0.to.count == 1 })
    }
}
