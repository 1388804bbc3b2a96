// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Desk {
    /// Reads messages for a provider, in the order in which they can follow from each other; what became of each, in the order
    /// given.
    ///
    /// A message is one step: each of its products is taken over, or none.
    /// - Parameter look: by whom: a team lead there; nil for who runs the machine.
    /// - Returns: nil when the reader is no team lead of the organisation.
    package func read(
        _ arrived: [ArrivedAssignmentMessage], for organisation: ID<Organisation>, by look: Look?, at now: Moment,
        _ ids: IDSource
    ) async throws -> [AssignmentMessageOutcome]? {
        try await takeIn(look) { connection, vault -> DeskIntake<Assignment, AssignmentReading>? in
            if let look {
                guard try connection.leads(of: organisation, on: now.day).contains(look.reader) else { return nil }
            }
            return try AssignmentReading(arrived, for: organisation, at: now, connection, vault, ids).intake
        } _: { reading, keys, connection in
            var reading = reading
            return try reading.read(arrived, by: look?.reader, keys, connection, ids)
        }
    }
}

/// The assignments that some messages are about, as they become known by them.
struct AssignmentReading {
    private let organisation: ID<Organisation>
    private let now: Moment
    private let codes: Set<String>
    private let keyedBy: Vault
    /// By the digest of its number at the municipality, and of what the provider calls it.
    private var numbered: [String: ID<Assignment>]
    private var referred: [String: ID<Assignment>]
    private var known: [ID<Assignment>: Assignment]
    /// A place for each assignment that may be new, by the digest it will be found by.
    private let places: [String: ID<Assignment>]

    init(
        _ arrived: [ArrivedAssignmentMessage], for organisation: ID<Organisation>, at now: Moment,
        _ connection: Connection,
        _ vault: Vault, _ ids: IDSource
    ) throws {
        (self.organisation, self.now, keyedBy) = (organisation, now, vault)
        codes = Set(try connection.providerCodes(of: organisation))
        let codes = codes
        let fresh = try arrived.filter { one in
            try codes.contains(one.message.provider) && connection.digest(of: one.message, for: organisation) == nil
        }
        let (numbers, references) = Self.digests(of: fresh.map(\.message), organisation, vault)
        numbered = try connection.assignments(by: "number_digest", numbers.all, of: organisation)
        referred = try connection.assignments(by: "reference_digest", references.all, of: organisation)
        let found = Set(numbered.values).union(referred.values)
        known = Dictionary(
            uniqueKeysWithValues: try connection.assignments(found.sorted(), ledBy: []).map { ($0.id, $0) })
        let new = numbers.new.subtracting(numbered.keys).union(references.new.subtracting(referred.keys))
        places = Dictionary(uniqueKeysWithValues: new.sorted().map { ($0, ids.next(at: now)) })
    }

    var intake: DeskIntake<Assignment, AssignmentReading> {
        DeskIntake(plan: self, known: known.keys.sorted(), new: places.values.sorted())
    }

    /// What messages call assignments, and by which of it a new one may come to be.
    private struct Digests {
        var all: Set<String> = []
        var new: Set<String> = []
    }

    private static func digests(
        of messages: [AssignmentMessage], _ organisation: ID<Organisation>, _ vault: Vault
    ) -> (numbers: Digests, references: Digests) {
        var (numbers, references) = (Digests(), Digests())
        for message in messages {
            for line in message.lines {
                if let number = line.number.map({ digest("number", $0, message, organisation, vault) }) {
                    numbers.all.insert(number)
                    if message.kind == .assignment { numbers.new.insert(number) }
                }
                if let reference = line.reference.map({ digest("reference", $0, message, organisation, vault) }) {
                    references.all.insert(reference)
                    if message.kind == .request { references.new.insert(reference) }
                }
            }
        }
        return (numbers, references)
    }

    private static func digest(
        _ what: String, _ text: String, _ message: AssignmentMessage, _ organisation: ID<Organisation>, _ vault: Vault
    ) -> String {
        vault.digest("\(organisation)/\(message.municipality)/\(what)/\(text)", for: .assignment)
    }

    // MARK: Reading

    /// The oldest first: what can follow from what was told before.
    mutating func read(
        _ arrived: [ArrivedAssignmentMessage], by account: ID<Account>?, _ keys: borrowing BroughtKeys,
        _ connection: Connection,
        _ ids: IDSource
    ) throws -> [AssignmentMessageOutcome] {
        let order = arrived.indices.sorted {
            (arrived[$0].message.turn, $0) < (arrived[$1].message.turn, $1)
        }
        var outcomes: [Int: AssignmentMessageOutcome] = [:]
        for place in order {
            outcomes[place] = try read(arrived[place], by: account, keys, connection, ids)
        }
        return arrived.indices.compactMap { outcomes[$0] }
    }

    private mutating func read(
        _ arrived: ArrivedAssignmentMessage, by account: ID<Account>?, _ keys: borrowing BroughtKeys,
        _ connection: Connection,
        _ ids: IDSource
    ) throws -> AssignmentMessageOutcome {
        let message = arrived.message
        guard codes.contains(message.provider) else { return .refused([AssignmentMessageFault(.otherProvider)]) }
        let digest = keyedBy.digest(arrived.digest, for: .assignment)
        if let known = try connection.digest(of: message, for: organisation) {
            return known == digest ? .readBefore : .refused([AssignmentMessageFault(.sameNumber)])
        }
        var (changes, faults) = ([ID<Assignment>: Change](), [AssignmentMessageFault]())
        for (place, line) in message.lines.enumerated() {
            do {
                let change = try change(by: line, of: message, after: changes, keys, connection)
                changes[change.after.id] = change
            } catch let reason as AssignmentMessageFault.Reason {
                faults.append(AssignmentMessageFault(reason, line: place + 1))
            }
        }
        guard faults.isEmpty else { return .refused(faults) }
        for change in changes.values.sorted(by: { $0.after.id < $1.after.id }) {
            try keep(change, of: message, by: account, keys, connection, ids)
        }
        try connection.keep(message, digest: digest, for: organisation, at: now)
        return .read(message.lines.map { AssignmentEntry.Kind($0.event) })
    }

    /// An assignment before and after a message; nothing before for a new one.
    private struct Change {
        let before: Assignment?
        let after: Assignment
        let events: [Assignment.Event]
        let number: (text: String, digest: String)?
        let reference: String?
    }

    private func change(
        by line: AssignmentMessage.Line, of message: AssignmentMessage, after changes: [ID<Assignment>: Change],
        _ keys: borrowing BroughtKeys, _ connection: Connection
    ) throws -> Change {
        let digest = { Self.digest($0, $1, message, organisation, keyedBy) }
        let number = line.number.map { (text: $0, digest: digest("number", $0)) }
        let reference = line.reference.map { digest("reference", $0) }
        let place = (number?.digest ?? reference).flatMap { places[$0] }
        // What an earlier line of the same message laid down is not known yet.
        let id =
            try number.flatMap { numbered[$0.digest] }
            ?? reference.flatMap { try asked(by: $0, changes, message.client, keys, connection) }
            ?? place.flatMap { changes[$0] == nil ? nil : $0 }
        let before = id.flatMap { changes[$0]?.after ?? known[$0] }
        let first = id.flatMap { changes[$0] }
        if let before, known[before.id] != nil {
            guard try same(message.client, as: before.id, keys, connection) else {
                throw AssignmentMessageFault.Reason.otherClient
            }
        }
        let start = try before ?? new(line, message, place: place)
        let next: Assignment
        do {
            next = try start.after(line.event, category: line.category, told: message.day, on: now.day)
        } catch { throw AssignmentMessageFault.Reason.refused(error) }
        return Change(
            before: first.map(\.before) ?? before, after: next, events: (first?.events ?? []) + [line.event],
            number: number ?? first?.number, reference: reference ?? first?.reference)
    }

    /// What the provider asked for by this name for this young person, and was not assigned yet.
    private func asked(
        by reference: String, _ changes: [ID<Assignment>: Change], _ client: AssignedClient,
        _ keys: borrowing BroughtKeys, _ connection: Connection
    ) throws -> ID<Assignment>? {
        guard let id = referred[reference], let found = changes[id]?.after ?? known[id], found.terms == nil,
            try same(client, as: id, keys, connection)
        else { return nil }
        return id
    }

    private func new(
        _ line: AssignmentMessage.Line, _ message: AssignmentMessage, place: ID<Assignment>?
    ) throws -> Assignment {
        switch line.event {
        case .asked, .assigned: break
        case .withdrawn, .started, .startTakenBack, .stopped, .stopTakenBack:
            throw AssignmentMessageFault.Reason.unknownNumber
        }
        // A request is told from the next by what the provider calls it.
        guard let place else { throw AssignmentMessageFault.Reason.refused(.alreadyAsked) }
        return Assignment(
            id: place, organisation: organisation, municipality: message.municipality, heard: message.day)
    }

    private func same(
        _ client: AssignedClient, as id: ID<Assignment>, _ keys: borrowing BroughtKeys, _ connection: Connection
    ) throws -> Bool {
        let sealed = try connection.row("SELECT citizen_number FROM assignment WHERE id = \(id) ORDER BY id") {
            $0.bytesIfAny(0)
        }
        let place = SealedPlace.assignment("citizen_number", of: id)
        return try keys.open(sealed ?? nil, at: place, of: id) == client.citizenNumber.digits
    }

    private mutating func keep(
        _ change: Change, of message: AssignmentMessage, by account: ID<Account>?, _ keys: borrowing BroughtKeys,
        _ connection: Connection, _ ids: IDSource
    ) throws {
        let next = change.after
        if known[next.id] == nil {
            try connection.add(next, client: message.client, reference: change.reference, keys)
        }
        try connection.save(next, at: now)
        if let number = change.number, numbered[number.digest] == nil {
            try connection.number(next.id, number.text, digest: number.digest, keys)
            numbered[number.digest] = next.id
        }
        if let reference = change.reference { referred[reference] = next.id }
        for event in change.events {
            try connection.note(
                AssignmentEntry.Kind(event), about: event.day, by: account, at: now, of: next.id)
        }
        try connection.count(from: change.before, to: next, ids)
        known[next.id] = next
    }
}

extension Assignment.Event {
    /// The day it tells of.
    fileprivate var day: Day? {
        switch self {
        case .asked: nil
        case .assigned(let terms), .withdrawn(let terms): terms.assigned
        case .started(let day), .startTakenBack(let day), .stopped(let day, _), .stopTakenBack(let day): day
        }
    }
}
