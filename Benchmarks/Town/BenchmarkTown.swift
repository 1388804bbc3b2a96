// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyRules
import FamilyStore
import Foundation
import Kernel
import NetworkStore
import PeopleRules
import PeopleStore
import Town

/// Fills a database with a town of any size, and prints where in it the workloads are.
@main
struct BenchmarkTown: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark-town", abstract: "Fill an empty database with a town to be measured."
    )

    @Option(help: "The folder for the data; the key store always lies there.")
    var data: String

    @Option(help: "A PostgreSQL database instead of a file in the folder.")
    var database: String?

    @Option(help: "How many families the town has.")
    var families = 200

    func run() async throws {
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let vault = try Vault.create(at: .sqlite(path: data + "/town.keys"), isDemo: true)
        let location = database.flatMap(DatabaseLocation.init) ?? .sqlite(path: data + "/town.sqlite")
        let opened = try await Database.open(location)
        try await opened.migrate(peopleMigrations + networkMigrations + familyMigrations)
        let today = Clock.machine.now().day
        let town = Town.large(
            families: families, today: today, conversations: 1...2, messages: 3...12,
            besides: [.measured(today: today), .ofLongPast(today: today)] + TownFamily.ofBusyWorker(today: today),
            with: [.busy])
        let dossiers = Dossiers(database: opened, vault: vault, process: "town")
        let filled = try await town.fill(dossiers, ids: .unguessable)
        try await TownPlan.measured(today: today).fill(in: "meting", filled, dossiers, ids: .unguessable)
        try await MeasuredConsents(filled, dossiers).fill(today: today)
        try await MeasuredDesks(filled, dossiers, today: today).fill()
        let writers = try await signUp(filled, in: opened)
        print(try await Places(filled, writer: writers, in: opened).json)
        await opened.close()
    }

    /// Those by whom pages are measured sign in with one click.
    private func signUp(_ filled: FilledTown, in database: Database) async throws -> ID<Account> {
        let worker = try filled.account("werker-0")
        let people = [
            ("moeder", try filled.account("moeder")), ("werker", worker),
            ("moeder-verleden", try filled.account("moeder-verleden")),
            ("drukke-werker", try filled.account("drukke-werker")),
            ("hulpverlener", try filled.account("therapeut-0")),
        ].enumerated().map { place, person in
            PeopleRules.DemoPerson(
                slug: person.0, account: person.1, positionNL: "Wordt gemeten.", positionEN: "Is measured.",
                place: place)
        }
        try await database.write { connection in for person in people { try connection.add(person) } }
        return worker
    }
}

/// Where the workloads are, for the program that measures.
private struct Places: Encodable {
    let circle: String
    let conversation: String
    let plan: String
    let consents: String
    /// Of the family with a long past.
    let timeline: String
    /// The conversations in which the worker can write.
    let writing: [String]

    init(_ filled: FilledTown, writer: ID<Account>, in database: Database) async throws {
        let family = try filled.family("meting")
        circle = "/families/\(family)"
        conversation = "/families/\(family)/conversations/\(try filled.conversation("meting/gesprek"))"
        plan = "/families/\(family)/plan"
        consents = "/families/\(family)/consents"
        timeline = "/families/\(try filled.family("verleden"))/timeline"
        writing = try await database.read { connection in
            try connection.rows(
                """
                SELECT family_id, conversation_id FROM participant WHERE account_id = \(writer)
                ORDER BY family_id, conversation_id
                """
            ) { "/families/\($0.text(0))/conversations/\($0.text(1))" }
        }
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
