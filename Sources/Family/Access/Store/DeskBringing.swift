// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The right to seal what somebody without an account brings to a desk, each item under its own key, or to open what is
/// said back to them; no more than that, and during one transaction.
///
/// Made in this file only.
package struct BroughtKeys: ~Copyable {
    private let keys: [String: PartKey]

    fileprivate init(_ keys: [String: PartKey]) { self.keys = keys }

    /// Whether there is a key of an item.
    func has<Item>(_ item: ID<Item>) -> Bool { keys[item.text] != nil }

    /// A text sealed under the key of an item.
    ///
    /// - Throws: ``ErasedPart`` when there is nothing to seal with.
    package func seal<Item>(_ text: String, at place: SealedPlace, of item: ID<Item>) throws -> [UInt8] {
        guard let key = keys[item.text] else { throw ErasedPart() }
        return key.seal(text, at: place)
    }

    /// Bytes sealed in the same way.
    ///
    /// - Throws: ``ErasedPart`` when there is nothing to seal with.
    package func seal<Item>(_ bytes: [UInt8], at place: SealedPlace, of item: ID<Item>) throws -> [UInt8] {
        guard let key = keys[item.text] else { throw ErasedPart() }
        return key.seal(bytes, at: place)
    }

    /// What is said back; nil when nothing is, and when it was erased.
    package func open<Item>(_ sealed: [UInt8]?, at place: SealedPlace, of item: ID<Item>) throws -> String? {
        guard let sealed, let key = keys[item.text] else { return nil }
        return try key.open(sealed, at: place)
    }
}

/// What arrives in numbers: about which items, and how they hang together.
package struct DeskIntake<Item: DeskItem, Plan> {
    let plan: Plan
    let known: [ID<Item>]
    let new: [ID<Item>]

    init(plan: Plan, known: [ID<Item>] = [], new: [ID<Item>] = []) {
        (self.plan, self.known, self.new) = (plan, known, new)
    }
}

extension Desk {
    /// Lays down what somebody without an account brings, with the keys of its items.
    ///
    /// Nobody reads anything by it, so there is no access record, but of who reads it in for another. Keys are made only
    /// once it is accepted: whoever sends a form a thousand times leaves no keys behind.
    /// - Parameter accept: nil for what is kept already.
    /// - Returns: whether it was laid down now.
    @discardableResult
    package func bring<Item: DeskItem, Other: DeskItem, Accepted>(
        _ item: ID<Item>, _ other: ID<Other>, by look: Look? = nil,
        accepting accept: @escaping @Sendable (Connection) throws -> Accepted?,
        _ keep: @escaping @Sendable (Accepted, borrowing BroughtKeys, Connection) throws -> Void
    ) async throws -> Bool {
        let (vault, ids) = (dossiers.vault, [item.text, other.text])
        let lay = { @Sendable (connection: Connection) throws -> Bool in
            let accepted = try accept(connection)
            if let look { try dossiers.recordAtDesk(look, isGranted: true, connection) }
            guard let accepted else { return false }
            try vault.refresh()
            try vault.makeKeys(ids)
            try keep(accepted, BroughtKeys(try vault.keys(ids)), connection)
            return true
        }
        guard look != nil else { return try await dossiers.database.write { try lay($0) } }
        return try await dossiers.database.write(inTurn: dossiers.ownChain, settled: { _ in nil }) { try lay($0) }
    }

    /// Takes in what arrives in numbers at the desk of an organisation: much of it new, some about what is there.
    ///
    /// - Parameters:
    ///   - look: by whom, or nil for who runs the machine.
    ///   - plan: which items it is about and which are new; nil when the reader may not.
    package func takeIn<Item: DeskItem, Plan, Value: Sendable>(
        _ look: Look?, _ plan: @escaping @Sendable (Connection, Vault) throws -> DeskIntake<Item, Plan>?,
        _ act: @escaping @Sendable (Plan, borrowing BroughtKeys, Connection) throws -> Value
    ) async throws -> Value? {
        let vault = dossiers.vault
        return try await dossiers.database.write(inTurn: dossiers.ownChain, settled: { _ in nil }) { connection in
            let intake = try plan(connection, vault)
            if let look { try dossiers.recordAtDesk(look, isGranted: intake != nil, connection) }
            guard let intake else { return nil }
            try vault.refresh()
            try vault.makeKeys(intake.new.map(\.text))
            let ids = (intake.known + intake.new).map(\.text)
            return try act(intake.plan, BroughtKeys(try vault.keys(ids)), connection)
        }
    }

    /// Answers who shows the code of what they brought, with what is said back to them; nil for any other code.
    ///
    /// It tells nothing of a family, and to nobody with an account, so there is no access record.
    package func answer<Item: DeskItem, Value: Sendable>(
        to find: @escaping @Sendable (Connection) throws -> ID<Item>?,
        _ question: @escaping @Sendable (borrowing BroughtKeys, ID<Item>, Connection) throws -> Value?
    ) async throws -> Value? {
        let vault = dossiers.vault
        return try await dossiers.database.read { connection in
            try vault.refresh()
            guard let item = try find(connection) else { return nil }
            return try question(BroughtKeys(try vault.keys([item.text])), item, connection)
        }
    }

    /// Does for a guest what the code of their practice lets them, in one transaction; nil where it opens nothing.
    ///
    /// What they read is on record in the item itself, by their name: they have no account.
    /// - Parameters:
    ///   - new: an item that comes to be by it.
    ///   - find: by what they come in; the rule of the code is looked at in it.
    package func admit<Value: Sendable>(
        making new: ID<OutsideReferral>? = nil, by find: @escaping @Sendable (Connection) throws -> GuestDoor?,
        _ act: @escaping @Sendable (GuestDoor, borrowing BroughtKeys, Connection) throws -> Value?
    ) async throws -> Value? {
        let vault = dossiers.vault
        return try await dossiers.database.write(settled: { _ in nil }) { connection in
            guard let door = try find(connection) else { return nil }
            try vault.refresh()
            if let new, try vault.key(new.text) == nil { try vault.makeKeys([new.text]) }
            let ids = [door.request.text] + [door.item?.text, new?.text].compactMap(\.self)
            return try act(door, BroughtKeys(try vault.keys(ids)), connection)
        }
    }
}
