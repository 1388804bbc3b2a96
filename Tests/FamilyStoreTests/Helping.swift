// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing
import Town

/// Daniël was let in for Noor and Sem, and hands his help over to Priya, a colleague who was there for Sem alone.
struct Helping: Sendable {
    static let family = "de-wit-yildiz"
    static let now = FilledDatabase.now

    let town: FilledDatabase
    let id: ID<Handover> = IDSource.unguessable.next(at: now)
    let inviting: Inviting

    var consent: Asking { Asking(town, in: Self.family, id: ID(as: inviting.id)) }

    /// - Parameter isAgreed: whether Sem said yes, too.
    init(_ engine: Engine, isAgreed: Bool = true) async throws {
        town = try await FilledDatabase.told(engine)
        inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor", "sem"], "daniel"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: "daniel")
        if isAgreed { _ = try await inviting.answer(["sem": .yes], by: "sem") }
    }

    /// Another helper was let in for Noor alone, by the area team.
    init(_ engine: Engine, _ helper: String) async throws {
        town = try await FilledDatabase.told(engine)
        inviting = try #require(
            try await Inviting(town, by: "aylin", in: Self.family, for: ["noor"], helper, at: "gebiedsteam"))
        _ = try await inviting.answer(["noor": .yes], by: "joost")
        _ = try await inviting.accept(by: helper)
    }

    func propose(
        _ what: Handover.Responsibility = .help, from: String = "daniel", to: String = "priya"
    ) async throws {
        let draft = Handover(
            id: id, what, from: try town.filled.account(from), to: try town.filled.account(to),
            proposer: try town.filled.account(from), made: Self.now)
        let reason = try PlainText.paragraphs("Daniël gaat ergens anders werken.")
        try await town.act(as: from, in: Self.family) { key, connection, vault in
            try connection.propose(
                draft, because: reason, talk: nil, offersSupport: false, at: Self.now, ids: .unguessable, key, vault)
        }
    }

    func agree(by who: String = "priya", with persons: [String] = ["sem"]) async throws {
        let id = id
        let there = Set(try persons.map { try town.filled.person($0) })
        let talk = Handover.Talk(
            day: FilledDatabase.today, present: there, agreed: [], storyConfirmed: true, introduced: true)
        try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.agree(to: id, at: Self.now, ids: .unguessable, key, vault)
            try connection.note(talk, in: id, at: Self.now, key, vault)
        }
    }

    @discardableResult
    func complete(by who: String = "daniel", ids: IDSource = .unguessable) async throws -> String? {
        let id = id
        return try await town.act(as: who, in: Self.family) { key, connection, vault in
            try connection.complete(id, at: Self.now, ids: ids, key, vault)
        }
    }

    func owed(by who: String) async throws -> Set<ID<Promise>> {
        let (family, account) = (try town.filled.family(Self.family), try town.filled.account(who))
        return Set(
            try await town.dossiers.database.read { connection in
                try connection.openPromises(in: ID(as: family)).map(\.promise)
                    .filter { $0.owner == .account(account) && $0.kind != .answerMeeting }.map(\.id)
            })
    }

    /// Hides a member of the circle from somebody.
    func hide(_ member: String, from reader: String) async throws {
        let (account, from) = (try town.filled.account(member), try town.filled.account(reader))
        try await town.act(as: "marieke", in: Self.family) { key, connection, vault in
            for one in try connection.circle(key).members.map(\.membership) where one.account == account {
                try connection.hide(one.id, covering: one.covers, from: from, by: nil, at: Self.now, key, vault)
            }
        }
    }

    /// Daniël promises something.
    func promise() async throws {
        let (daniel, aylin) = (try town.filled.account("daniel"), try town.filled.account("aylin"))
        let noor = try town.filled.person("noor")
        try await town.act(as: "daniel", in: Self.family) { key, connection, vault in
            let promise = Promise(
                id: IDSource.unguessable.next(at: Self.now), kind: .callBack, owner: .account(daniel),
                receiver: .account(aylin), subject: Promise.Subject(kind: "family", id: key.family.text),
                urgency: .week, made: Self.now)
            try connection.make(promise, about: [noor], saying: "Aylin bellen", by: daniel, key, vault)
        }
    }

    /// All that a handover could move, as the database has it.
    func rows() async throws -> [String] {
        let family = try town.filled.family(Self.family)
        let questions: [SQL] = [
            "SELECT id, account_id FROM membership WHERE family_id = \(family) AND ended_at IS NULL ORDER BY id",
            "SELECT membership_id, person_id FROM membership_person WHERE family_id = \(family) ORDER BY 1, 2",
            """
            SELECT id, COALESCE(owner_account, owner_organisation) FROM promise
            WHERE space = \(family) AND settled_at IS NULL AND closed_at IS NULL ORDER BY id
            """,
            "SELECT meeting_id, account_id FROM meeting_invited WHERE family_id = \(family) ORDER BY 1, 2",
            "SELECT id, COALESCE(membership_id, '') FROM consent WHERE family_id = \(family) ORDER BY id",
            "SELECT holder_id, since_day FROM first_contact WHERE family_id = \(family) ORDER BY number",
            "SELECT holder_id, since_day FROM direction WHERE family_id = \(family) ORDER BY number",
            "SELECT id, state FROM handover WHERE family_id = \(family) ORDER BY id",
        ]
        return try await town.dossiers.database.read { connection in
            try questions.flatMap { question in
                try connection.rows(question) { "\($0.text(0)) \($0.text(1))" } + ["–"]
            }
        }
    }
}
