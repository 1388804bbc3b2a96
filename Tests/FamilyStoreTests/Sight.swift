// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Town

/// All that one account gets to know of one dossier, by every question there is.
struct Sight: Sendable {
    let name: String?
    let circle: CircleSight
    let details: [DetailSight]
    let promises: [FamilyPromise]
    let talks: [ConversationSummary]
    let messages: [ID<Conversation>: [OpenedMessage]]
    let marks: [ID<Conversation>: [ReadMark]]
    let looked: [Looked]
    let happenings: [JournalEntry]

    init(_ key: borrowing DossierKey, _ connection: Connection, _ vault: Vault) throws {
        name = try key.familyName()
        circle = try connection.circle(key, withEnded: true)
        details = try connection.details(key)
        promises = try connection.openPromises(key, among: try connection.circle(key))
        talks = try connection.conversations(key)
        var messages: [ID<Conversation>: [OpenedMessage]] = [:]
        var marks: [ID<Conversation>: [ReadMark]] = [:]
        for talk in talks {
            messages[talk.conversation.id] = try connection.messages(of: talk, before: nil, limit: 1_000, key)
            marks[talk.conversation.id] = try connection.readMarks(of: talk, key)
        }
        self.messages = messages
        self.marks = marks
        looked = try connection.looked(
            key, from: Moment(FilledDatabase.today + -400), until: Moment(FilledDatabase.today + 1), among: circle,
            vault)
        happenings = try connection.happenings(
            key, takesPartIn: Set(talks.map(\.conversation.id.text)), limit: 1_000)
    }

    /// Every word and identifier in it.
    var text: String {
        var text = ""
        dump(self, to: &text)
        return text
    }
}

/// A question about a dossier; nil is what is given for a dossier that does not exist.
enum Question: String, CaseIterable, Sendable {
    case circle, conversations, conversation, messages, promises, details, looked, happenings, name, everything

    /// Whether it is answered to somebody.
    func isAnswered(
        _ who: ID<Account>, _ family: ID<Family>, _ talk: ID<Conversation>, _ town: FilledDatabase
    ) async throws -> Bool {
        let look = Look(
            reader: who, at: FilledDatabase.now, from: "192.0.2.9", action: .read, item: ItemName(.conversation, talk))
        let vault = town.vault
        let answer = try await town.dossiers.read(family, look) { key, connection -> Found<Bool>? in
            try self.answer(key, connection, talk, vault).map { Found($0, about: []) }
        }
        return answer != nil
    }

    private func answer(
        _ key: borrowing DossierKey, _ connection: Connection, _ talk: ID<Conversation>, _ vault: Vault
    ) throws -> Bool? {
        switch self {
        case .circle: _ = try connection.circle(key)
        case .conversations: _ = try connection.conversations(key)
        case .conversation: return try connection.conversation(talk, key).map { _ in true }
        case .messages:
            return try connection.conversation(talk, key).map { summary in
                try !connection.messages(of: summary, before: nil, limit: 50, key).isEmpty
            }
        case .promises: _ = try connection.openPromises(key, among: try connection.circle(key))
        case .details: _ = try connection.details(key)
        case .looked:
            let circle = try connection.circle(key, withEnded: true)
            _ = try connection.looked(key, from: Moment(key.today), until: Moment(key.today), among: circle, vault)
        case .happenings: _ = try connection.happenings(key, takesPartIn: [], limit: 8)
        case .name: _ = try key.familyName()
        case .everything: _ = try Sight(key, connection, vault)
        }
        return true
    }
}

extension FilledDatabase {
    /// What somebody of the town gets to know of a family; nil when that is nothing.
    func sight(of slug: String, in family: String, at moment: Moment = now) async throws -> Sight? {
        let id = try filled.family(family)
        let look = Look(
            reader: try filled.account(slug), at: moment, from: "192.0.2.9", action: .read,
            item: ItemName(.circle, id))
        let vault = vault
        return try await dossiers.read(id, look) { key, connection in
            Found(try Sight(key, connection, vault), about: Set(key.reading.covered.keys))
        }
    }

    /// The slugs of the families in somebody's list.
    func listed(for slug: String) async throws -> [String] {
        let account = try filled.account(slug)
        let look = Look(
            reader: account, at: Self.now, from: "192.0.2.9", action: .read, item: ItemName(.family, account))
        let ids = Set(try await dossiers.families(look).map(\.family))
        return filled.families.filter { ids.contains($0.value) }.keys.sorted()
    }

    /// Writes a message as somebody; the number of the message, or nil where they may not.
    func write(
        _ text: String, as slug: String, in talk: String, form: ID<Submission>? = nil
    ) async throws -> String? {
        let family = try filled.family(String(talk.prefix { $0 != "/" }))
        let id = try filled.conversation(talk)
        let ids = IDSource.unguessable
        let message: ID<Message> = ids.next(at: Self.now)
        let look = Look(
            reader: try filled.account(slug), at: Self.now, from: "192.0.2.9", action: .create,
            item: ItemName(.conversation, id))
        let text = try PlainText.paragraphs(text)
        let vault = vault
        return try await dossiers.act(family, look, form: form ?? ids.next(at: Self.now)) { key, connection in
            guard let talk = try connection.conversation(id, key) else { return nil }
            let number = try connection.write(
                text, as: message, in: talk.conversation, by: key.reading.reader, at: look.at, key, vault)
            return Found(String(number), about: talk.conversation.about)
        }
    }

    /// All lines of the access log, latest first.
    func log() async throws -> [LogLine] {
        let officer = try await dossiers.database.read { [vault, filled] connection in
            try connection.account(try filled.account("geert-jan"), vault)
        }
        guard let officer else { return [] }
        let look = Look(
            reader: officer.id, at: Self.now, from: "192.0.2.9", action: .read, item: ItemName(.accessLog, officer.id))
        return try await dossiers.accessLog(
            of: officer, look, before: LogPlace(until: Self.now + .days(9)), limit: 100_000) ?? []
    }
}
