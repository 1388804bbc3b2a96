// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The one door to what is kept about families.
///
/// Whoever reads or writes comes through here: the rule decides, the access record is on disk before the answer
/// leaves, and who is refused gets what is given for a family that does not exist: nil.
package struct Dossiers: Sendable {
    package let database: Database
    package let vault: Vault
    /// The chain of this process, for records that belong to no dossier: refused attempts and lists.
    let ownChain: String

    package init(database: Database, vault: Vault, process: String) {
        self.database = database
        self.vault = vault
        ownChain = "process:" + process
    }

    /// Begins the chain of this process; once, before anything is asked, and harmless after.
    package func begin(at moment: Moment) async throws {
        try await database.write { [ownChain] in try $0.startChain("access:" + ownChain, at: moment) }
    }

    /// Answers a question about one dossier; nil when there is nothing the reader may read.
    ///
    /// Decision and question see one state of the data. A refusal costs what an answer costs: both end in one record.
    package func read<Value>(
        _ family: ID<Family>, _ look: Look,
        _ question: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<Value>?
    ) async throws -> Value? {
        let vault = vault
        let answer = try await database.answer(inTurn: family.text) { connection in
            try connection.withKey(of: family, look, vault) { key in
                try question(key, connection).map { (found: $0, reading: key.reading) }
            }
        } noting: { answer, connection in
            try record(look, family, answer.map { ($0.reading, $0.found.about) }, connection)
            if let note = answer?.found.note { try connection.note(note, in: family, by: look.reader) }
        }
        return answer?.found.value
    }

    /// Carries out one act in one dossier and tells where to go then; nil when the actor may not.
    ///
    /// The decision, the change, its journal entry, the access record and the form's own number are one transaction.
    /// A form that was sent before is not carried out again: its answer is that of the first time. In a part that was
    /// erased nothing can be written any more: that is refused like what the actor may not do.
    ///
    /// Who opened the family in an emergency only reads: no act is theirs but those of the emergency itself.
    ///
    /// - Throws: a rule's `Refusal`, thrown by the act: then nothing was changed, and the attempt is on record.
    package func act(
        _ family: ID<Family>, _ look: Look, form: ID<Submission>, inEmergency: Bool = false,
        _ asked: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<String>?
    ) async throws -> String? {
        let act: @Sendable (borrowing DossierKey, Connection) throws -> Found<String>? = { key, connection in
            guard inEmergency || !key.reading.isEmergency else { return nil }
            return try asked(key, connection)
        }
        if let outcome = try await firstTime(act, in: family, look, form) { return outcome }
        do {
            return try await database.write(
                inTurn: family.text, settled: { try $0.submitted(form, by: look.reader) }
            ) { connection in try carryOut(act, in: family, look, form, connection) }
        } catch let refusal as any Refusal {
            try await recordRefused(look, family)
            throw refusal
        } catch is ErasedPart {
            try await recordRefused(look, family)
            return nil
        }
    }

    private func recordRefused(_ look: Look, _ family: ID<Family>) async throws {
        try await database.write(inTurn: ownChain, settled: { _ in nil }) { try record(look, family, nil, $0) }
    }

    /// Carries out an act whose form is most likely sent for the first time, and finds that out by writing its number.
    ///
    /// Nothing is kept and nil returned when it was sent before, or when anything speaks against the act: then it is
    /// looked first. To look each time would, on PostgreSQL, make everybody who sends a form at once do it again.
    private func firstTime(
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<String>?, in family: ID<Family>,
        _ look: Look, _ form: ID<Submission>
    ) async throws -> String? {
        let vault = vault
        do {
            return try await database.write(
                inTurn: family.text, settled: { try $0.submitted(form, by: look.reader) }
            ) { connection in
                let done = try connection.withKey(of: family, look, vault) { key in
                    try act(key, connection).map { (found: $0, reading: key.reading) }
                }
                guard let done else { throw LookFirst() }
                let outcome = done.found.value
                let sent = Submission(form: form, account: look.reader, at: look.at, outcome: outcome)
                guard try connection.recordIfFirst(sent) else { throw LookFirst() }
                try record(look, family, (done.reading, done.found.about), connection)
                return outcome
            }
        } catch let error as DatabaseError {
            guard case .constraint = error else { throw error }
            return nil
        } catch let error as VaultError {
            throw error
        } catch { return nil }
    }

    /// Whoever may not act any more does not hear either where the form led to before.
    private func carryOut(
        _ act: (borrowing DossierKey, Connection) throws -> Found<String>?, in family: ID<Family>, _ look: Look,
        _ form: ID<Submission>, _ connection: Connection
    ) throws -> String? {
        let before = try connection.submitted(form, by: look.reader)
        let done = try connection.withKey(of: family, look, vault) { key in
            if let before { return (found: Found(before, about: []), reading: key.reading) }
            return try act(key, connection).map { (found: $0, reading: key.reading) }
        }
        try record(look, family, done.map { ($0.reading, $0.found.about) }, connection)
        if let done, before == nil {
            try connection.record(
                Submission(form: form, account: look.reader, at: look.at, outcome: done.found.value))
        }
        return done?.found.value
    }

    /// Answers one question about each of some dossiers, with one decision and one access record that names all.
    ///
    /// `find` tells which, with what is needed of all of them at once, still sealed; the question opens it with each key.
    package func list<List: SealedList, Value: Sendable>(
        _ look: Look, naming: Named, _ find: @escaping @Sendable (Connection) throws -> List,
        _ question: @escaping @Sendable (borrowing DossierKey, List, Connection) throws -> Value?
    ) async throws -> (list: List, values: [Value]) {
        let vault = vault
        let answer = try await database.answer(inTurn: ownChain) { connection in
            let list = try find(connection)
            var answer = ListAnswer<List, Value>(list: list)
            try connection.withKeys(
                of: list.families, for: look, naming: naming, vault
            ) { key in
                guard let value = try question(key, list, connection) else { return }
                answer.values.append(value)
                answer.families.append(key.family)
                answer.persons.formUnion(key.reading.covered.keys)
                answer.reading = answer.reading ?? key.reading
            }
            answer.unmentioned = try connection.unmentioned(answer.families, to: look.reader, on: look.at.day)
            return answer
        } noting: { answer, connection in
            let record = look.record(answer.reading, about: answer.persons)
            let number = try connection.append(record, to: ownChain, vault)
            try connection.mention(record, in: answer.unmentioned, chain: ownChain, number: number)
        }
        return (answer.list, answer.values)
    }

    /// Whether an account may still read a conversation it was let in to read before: nothing of it is opened, and
    /// nothing leaves, so nothing is recorded.
    package func mayRead(
        _ conversation: ID<Conversation>, in family: ID<Family>, _ reader: ID<Account>, for behalf: Behalf,
        on day: Day
    ) async throws -> Bool {
        let vault = vault
        return try await database.read { connection in
            try connection.withKey(of: family, for: reader, .only(behalf), on: day, by: nil, vault) { key in
                try connection.conversation(conversation, key).map { _ in true }
            } ?? false
        }
    }

    /// Notes that the privacy officer read the log, or that somebody else tried.
    func recordReadingOfLog(_ look: Look, isGranted: Bool) async throws {
        let record = AccessRecord(
            at: look.at, who: look.reader, role: isGranted ? .privacyOfficer : .stranger, onBehalfOf: nil,
            action: look.action, item: look.item, persons: [], ground: isGranted ? .privacyOfficer : .none,
            outcome: isGranted ? .granted : .refused, from: look.from)
        try await database.write(inTurn: ownChain, settled: { _ in nil }) { connection in
            _ = try connection.append(record, to: ownChain, vault)
        }
    }

    func record(
        _ look: Look, _ family: ID<Family>, _ granted: (reading: Reading, about: Set<ID<Person>>)?,
        _ connection: Connection
    ) throws {
        let record = look.record(granted?.reading, about: granted?.about ?? [])
        try connection.append(record, to: granted == nil ? ownChain : family.text, vault)
    }
}

/// A form was sent before, or may not do what it asks.
private struct LookFirst: Error {}

/// What is needed of some dossiers to answer a question about each of them.
package protocol SealedList: Sendable {
    /// Which they are, each once.
    var families: [ID<Family>] { get }
}

/// What a list found, and what its access record says.
private struct ListAnswer<List: SealedList, Value: Sendable>: Sendable {
    let list: List
    var values: [Value] = []
    var families: [ID<Family>] = []
    /// Those of the families whose access log does not tell of a list of this reader today.
    var unmentioned: [ID<Family>] = []
    var persons: Set<ID<Person>> = []
    var reading: Reading?
}

extension Look {
    /// The access record of this look: granted on the ground of a reading, or refused without one.
    func record(_ reading: Reading?, about persons: Set<ID<Person>>) -> AccessRecord {
        AccessRecord(
            at: at, who: reader, role: role(reading),
            onBehalfOf: reading?.onBehalfOf, action: action, item: item, persons: persons,
            ground: reading.map(ground(about: persons)) ?? .none, outcome: reading == nil ? .refused : .granted,
            from: from)
    }

    /// Who answers a question does so for their work, whether they stand in the circle or not.
    private func role(_ reading: Reading?) -> LookerRole {
        let isAnswered = item.kind == .question || item.kind == .objection || item.kind.isDecided
        if isAnswered, reading?.ownPerson == nil, reading != nil { return .professional }
        return reading?.lookerRole ?? .stranger
    }

    private func ground(about persons: Set<ID<Person>>) -> (Reading) -> ReadingGround {
        { reading in
            if item.kind.isDecided, reading.covered.isEmpty { return .second }
            return persons.sorted().compactMap { reading.covered[$0]?.ground }.first { $0 != .ownPerson }
                ?? reading.ground
        }
    }
}

extension ItemName.Kind {
    /// What professionals decide among themselves, of whom some stand in no circle.
    fileprivate var isDecided: Bool { self == .hold || self == .emergency || self == .decision }
}
