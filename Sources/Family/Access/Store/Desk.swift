// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The right to read and write in one item at a desk, as one worker, during one transaction.
///
/// Made in this file only, after the item's rule said yes.
package struct DeskKey<Item: DeskItem>: ~Copyable {
    package let item: Item
    package let worker: Worker
    private let key: PartKey?

    fileprivate init(_ item: Item, _ worker: Worker, _ key: PartKey?) {
        self.item = item
        self.worker = worker
        self.key = key
    }

    /// Whether what is in it was erased: nothing can be read or written any more.
    package var isErased: Bool { key == nil }

    /// The text of a sealed value; nil when it was erased.
    ///
    /// - Throws: ``VaultError/damaged`` when it was tampered with.
    package func open(_ sealed: [UInt8]?, at place: SealedPlace) throws -> String? {
        guard let sealed, let key else { return nil }
        return try key.open(sealed, at: place)
    }

    /// The bytes that were sealed; nil when they were erased.
    ///
    /// - Throws: ``VaultError/damaged`` when they were tampered with.
    package func openBytes(_ sealed: [UInt8]?, at place: SealedPlace) throws -> [UInt8]? {
        guard let sealed, let key else { return nil }
        return try key.openBytes(sealed, at: place)
    }

    /// A text sealed under the item's key.
    ///
    /// - Throws: ``ErasedPart`` when there is nothing left to seal with.
    package func seal(_ text: String, at place: SealedPlace) throws -> [UInt8] {
        guard let key else { throw ErasedPart() }
        return key.seal(text, at: place)
    }
}

/// The one door to what lies outside every circle.
///
/// As with ``Dossiers``: the rule decides, the access record is on disk before the answer leaves, and who is refused
/// gets what is given for an item that does not exist: nil.
package struct Desk: Sendable {
    let dossiers: Dossiers

    package init(_ dossiers: Dossiers) { self.dossiers = dossiers }

    /// Answers a question about one item; nil when there is nothing the reader may read.
    package func read<Item: DeskItem, Value: Sendable>(
        _ id: ID<Item>, _ look: Look,
        _ question: @escaping @Sendable (borrowing DeskKey<Item>, Connection) throws -> Value?
    ) async throws -> Value? {
        let vault = dossiers.vault
        let answer = try await dossiers.database.answer(inTurn: dossiers.ownChain) { connection in
            try connection.withDeskKey(of: id, look, vault) { key in
                try question(key, connection).map { (value: $0, told: key.item.told) }
            }
        } noting: { answer, connection in
            try dossiers.recordAtDesk(look, isGranted: answer != nil, in: answer?.told, connection)
        }
        return answer?.value
    }

    /// Answers one question about each of some items, with one access record; nil for who works for nobody.
    ///
    /// `find` tells which, with what is needed of all of them at once, still sealed; the question opens it with each key.
    /// Items the reader may not open are left out; the record names all whom the others are about, and their families.
    package func list<List: DeskList, Value: Sendable>(
        _ look: Look, _ find: @escaping @Sendable (Worker, Connection) throws -> List,
        _ question: @escaping @Sendable (borrowing DeskKey<List.Item>, List) throws -> Value?
    ) async throws -> (list: List, values: [Value])? {
        let vault = dossiers.vault
        let answer = try await dossiers.database.answer(inTurn: dossiers.ownChain) {
            connection -> DeskAnswer<List, Value>? in
            guard let worker = try connection.worker(look) else { return nil }
            try vault.refresh()
            let list = try find(worker, connection)
            let kept = try connection.familiesKept(from: worker.account)
            let items = list.items.filter { $0.isOpen(to: worker, keptFrom: kept) }
            let keys = try vault.keys(items.map(\.id.text))
            let told = items.compactMap(\.told)
            let families = Set(told.map(\.family)).sorted()
            return DeskAnswer(
                list: list,
                values: try items.compactMap { try question(DeskKey($0, worker, keys[$0.id.text]), list) },
                unmentioned: try connection.unmentioned(families, to: worker.account, on: look.at.day),
                persons: told.reduce(into: []) { $0.formUnion($1.persons) })
        } noting: { answer, connection in
            let record = try dossiers.atDesk(look, isGranted: answer != nil, about: answer?.persons ?? [], connection)
            let number = try connection.append(record, to: dossiers.ownChain, vault)
            try connection.mention(record, in: answer?.unmentioned ?? [], chain: dossiers.ownChain, number: number)
        }
        return answer.map { ($0.list, $0.values) }
    }

    /// Lays down a new item, with its key, and tells where to go then; nil for who works for nobody.
    package func begin<Item: DeskItem>(
        _ look: Look, form: ID<Submission>, _ item: @escaping @Sendable (Worker, Connection) throws -> Item,
        _ act: @escaping @Sendable (borrowing DeskKey<Item>, Connection) throws -> String
    ) async throws -> String? {
        try await once(look, form) { [vault = dossiers.vault] before, connection in
            guard let worker = try connection.worker(look) else { return nil }
            if let before { return before }
            let item = try item(worker, connection)
            // Made before by this act's earlier run, perhaps: keys are written elsewhere, and at once.
            if try vault.key(item.id.text) == nil { try vault.makeKeys([item.id.text]) }
            return try act(DeskKey(item, worker, try vault.key(item.id.text)), connection)
        }
    }

    /// Carries out one act on an item and tells where to go then; nil when the actor may not.
    ///
    /// Change, access record and the form's own number are one transaction; a form that was sent before is not carried
    /// out again.
    ///
    /// - Throws: a rule's `Refusal`, thrown by the act: then nothing was changed, and the attempt is on record.
    package func act<Item: DeskItem>(
        _ id: ID<Item>, _ look: Look, form: ID<Submission>,
        _ act: @escaping @Sendable (borrowing DeskKey<Item>, Connection) throws -> String?
    ) async throws -> String? {
        try await once(look, form) { [vault = dossiers.vault] before, connection in
            // Who handed it on with the same form may not open it any more, and need not.
            if let before { return before }
            return try connection.withDeskKey(of: id, look, vault) { try act($0, connection) }
        }
    }

    /// - Parameter act: given where the form led the first time, if it was sent before.
    private func once(
        _ look: Look, _ form: ID<Submission>, _ act: @escaping @Sendable (String?, Connection) throws -> String?
    ) async throws -> String? {
        do {
            return try await dossiers.database.write(
                inTurn: dossiers.ownChain, settled: { try $0.submitted(form, by: look.reader) }
            ) { connection in
                let before = try connection.submitted(form, by: look.reader)
                let outcome = try act(before, connection)
                try dossiers.recordAtDesk(look, isGranted: outcome != nil, connection)
                guard let outcome, before == nil else { return outcome }
                try connection.record(Submission(form: form, account: look.reader, at: look.at, outcome: outcome))
                return outcome
            }
        } catch let refusal as any Refusal {
            try await recordRefused(look)
            throw refusal
        } catch is ErasedPart {
            try await recordRefused(look)
            return nil
        }
    }

    private func recordRefused(_ look: Look) async throws {
        try await dossiers.database.write(inTurn: dossiers.ownChain, settled: { _ in nil }) { connection in
            try dossiers.recordAtDesk(look, isGranted: false, connection)
        }
    }
}

/// What a list at a desk found, and what its access record says.
private struct DeskAnswer<List: DeskList, Value: Sendable>: Sendable {
    let list: List
    let values: [Value]
    /// Those of the families whose access log does not tell of a list of this reader today.
    let unmentioned: [ID<Family>]
    let persons: Set<ID<Person>>
}

extension Dossiers {
    /// Notes that somebody opened, or tried to open, what lies at a desk.
    ///
    /// - Parameter told: the dossier it is of, whose family sees who read it; else it belongs to no dossier's chain.
    func recordAtDesk(
        _ look: Look, isGranted: Bool, in told: (family: ID<Family>, persons: Set<ID<Person>>)? = nil,
        _ connection: Connection
    ) throws {
        let record = try atDesk(look, isGranted: isGranted, about: told?.persons ?? [], connection)
        try connection.append(record, to: told?.family.text ?? ownChain, vault)
    }

    fileprivate func atDesk(
        _ look: Look, isGranted: Bool, about persons: Set<ID<Person>>, _ connection: Connection
    ) throws -> AccessRecord {
        AccessRecord(
            at: look.at, who: look.reader, role: isGranted ? .professional : .stranger,
            onBehalfOf: try connection.worker(look)?.organisation, action: look.action, item: look.item,
            persons: persons, ground: isGranted ? .asked : .none, outcome: isGranted ? .granted : .refused,
            from: look.from)
    }
}

extension Connection {
    /// Who looks, at their work for the organisation on whose behalf they ask; nil for who works for none.
    func worker(_ look: Look) throws -> Worker? {
        try organisation(behind: look.behalf, of: look.reader, on: look.at.day).map { Worker(look.reader, for: $0) }
    }

    /// Lays down a new item, with its key, in an act that takes elsewhere what goes into it.
    func withNewDeskKey<Item: DeskItem, Value>(
        for item: Item, by worker: Worker, _ vault: Vault, _ body: (borrowing DeskKey<Item>) throws -> Value
    ) throws -> Value {
        // Made before by this act's earlier run, perhaps: keys are written elsewhere, and at once.
        if try vault.key(item.id.text) == nil { try vault.makeKeys([item.id.text]) }
        return try body(DeskKey(item, worker, try vault.key(item.id.text)))
    }

    fileprivate func withDeskKey<Item: DeskItem, Value>(
        of id: ID<Item>, _ look: Look, _ vault: Vault, _ body: (borrowing DeskKey<Item>) throws -> Value?
    ) throws -> Value? {
        try vault.refresh()
        guard let worker = try worker(look), let item = try Item.found(id, on: look.at.day, self),
            item.isOpen(to: worker, keptFrom: try familiesKept(from: worker.account))
        else { return nil }
        return try body(DeskKey(item, worker, try vault.key(id.text)))
    }
}
