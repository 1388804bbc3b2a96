// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A request to erase, as one of its readers sees it.
package struct ForgettingSight: Hashable, Sendable {
    package let forgetting: Forgetting
    /// What the asker wrote with it; nil where nothing, or erased.
    package let words: String?
    /// Why it was refused, once two professionals did; nil before, and where it was erased.
    package let refusal: String?
    /// Whether others must still agree.
    package let waitsForOthers: Bool
    /// Whether it is the reader who must say yes or no.
    package let waitsForReader: Bool
    /// Whether it was granted, and takes a yes by now that nobody was asked for.
    package var lacksYes = false
}

extension ForgettingSight {
    /// That it was asked and how it stands, and nothing that was written about it.
    fileprivate var withoutWords: ForgettingSight {
        ForgettingSight(
            forgetting: forgetting, words: nil, refusal: nil, waitsForOthers: waitsForOthers,
            waitsForReader: waitsForReader, lacksYes: lacksYes)
    }
}

/// A request as it is kept.
struct StoredForgetting {
    let forgetting: Forgetting
    let part: ID<Part>
    let words: [UInt8]?

    init(row: borrowing Row) throws {
        forgetting = Forgetting(
            id: row.id(0), person: row.id(1), asker: row.id(3), asked: row.moment(4), due: try row.day(5),
            state: Forgetting.State(rawValue: row.text(7)) ?? .refused, changed: row.moment(8))
        part = row.id(2)
        words = row.bytesIfAny(6)
    }

    static let columns: SQL = "id, person_id, part_id, account_id, asked_at, due_day, words, state, state_at"
}

extension Connection {
    /// What the reader asked, and what was asked about those for whom they speak, latest first.
    ///
    /// That a young person asked something is theirs alone. What one of two parents wrote with it, and why it was refused
    /// to them, is not the other's to read.
    package func forgettings(_ key: borrowing DossierKey) throws -> [ForgettingSight] {
        guard let own = key.reading.ownPerson else { return [] }
        let mustAgree = try whoMustAgree(to: .share, key)
        let stored = try storedForgettings(in: key.family).filter {
            key.reading.covered[$0.forgetting.person] != nil
                && ($0.forgetting.asker == key.reading.reader
                    || mustAgree[$0.forgetting.person]?.persons.contains(own) == true)
        }
        return try stored.map { stored in
            var sight = try sight(stored, key)
            sight.lacksYes = try lacksYes(stored.forgetting, mustAgree[stored.forgetting.person], key)
            return stored.forgetting.asker == key.reading.reader ? sight : sight.withoutWords
        }
    }

    /// Somebody else holds authority since it was granted, or the child turned 12: it does not go as it is.
    private func lacksYes(
        _ forgetting: Forgetting, _ mustAgree: WhoMustAgree?, _ key: borrowing DossierKey
    ) throws -> Bool {
        guard forgetting.state == .granted else { return false }
        let mustAgree = mustAgree ?? .nobody(.authorityNotNoted)
        return try agreement(on: forgetting, of: mustAgree, in: key.family) != .complete
    }

    func storedForgettings(in family: ID<Family>, only id: ID<Forgetting>? = nil) throws -> [StoredForgetting] {
        try rows(
            """
            SELECT \(StoredForgetting.columns) FROM forgetting
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id)) ORDER BY asked_at DESC, id
            """, StoredForgetting.init(row:))
    }

    func sight(_ stored: StoredForgetting, _ key: borrowing DossierKey) throws -> ForgettingSight {
        let forgetting = stored.forgetting
        let seconds = try seconds(about: ItemName.Kind.forgetting.rawValue, forgetting.id.text, key).map(\.sight)
        let agreed = seconds.last { $0.second.given?.answer == .yes }
        let answers = try openPromises(in: ID(as: key.family), about: forgetting.id.promised).map(\.promise)
            .filter { $0.kind == .answerForgetting }
        return ForgettingSight(
            forgetting: forgetting,
            words: try key.open(stored.words, in: stored.part, at: .words(of: forgetting.id, in: key.family)),
            refusal: forgetting.state == .refused ? agreed?.reason : nil,
            waitsForOthers: answers.contains { $0.owner != .account(key.reading.reader) },
            waitsForReader: answers.contains { $0.owner == .account(key.reading.reader) })
    }

    /// Asks it: who is in charge promises to decide within three months, once all agree who must.
    ///
    /// - Throws: ``Forgetting/Refusal``
    package func askForgetting(
        as id: ID<Forgetting>, about person: ID<Person>, saying words: PlainText?, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let mustAgree = try whoMustAgree(to: .share, key)[person] ?? .nobody(.authorityNotNoted)
        let before = try storedForgettings(in: key.family).first { $0.forgetting.person == person }?.forgetting
        let forgetting = try Forgetting.asked(
            id, about: person, by: key.reading, mustAgree: mustAgree, before: before, at: now)
        let inCharge = try professionalInCharge(key)
        let desk = try inCharge.desk ?? lastDesk(of: key.family)
        let isThere = try inCharge.account.map { try self.isThere($0, for: person, key) } ?? false
        guard let owner = (isThere ? inCharge.owner : nil) ?? desk.map({ .organisation($0) }) else {
            throw Forgetting.Refusal.nobodyDecides
        }
        try insert(forgetting, words, key)
        let owed = Promise(
            id: ids.next(at: now), kind: .decideForgetting, owner: owner, receiver: .account(forgetting.asker),
            subject: id.promised, urgency: .agreed(Moment(forgetting.due, hour: 17)), made: now, fallback: desk)
        try make(owed, about: [], saying: "", by: forgetting.asker, key, vault)
        try askOthers(whoMustAgree: mustAgree, to: forgetting, at: now, ids: ids, key, vault)
        try journal(.forgettingAsked, forgetting, at: now, key, vault)
    }

    /// Whether a member of the circle is there for a person now.
    private func isThere(_ account: ID<Account>, for person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        try memberships(of: account, in: [key.family]).map(\.membership)
            .contains { $0.isActive(on: key.today) && $0.covers.contains(person) }
    }

    private func insert(_ forgetting: Forgetting, _ words: PlainText?, _ key: borrowing DossierKey) throws {
        let (id, person) = (forgetting.id, forgetting.person)
        let part = key.part(about: [person])
        let sealed = try words.map { try key.seal($0.text, in: part, at: .words(of: id, in: key.family)) }
        try execute(
            """
            INSERT INTO forgetting (family_id, id, person_id, part_id, account_id, asked_at, due_day, words, state,
                state_at)
            VALUES (\(key.family), \(id), \(person), \(part), \(forgetting.asker), \(forgetting.asked),
                \(forgetting.due), \(sealed), 'asked', \(forgetting.changed))
            """)
    }

    /// Takes it back, by who asked.
    ///
    /// - Throws: ``Forgetting/Refusal``
    package func withdrawForgetting(
        _ id: ID<Forgetting>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let stored = try storedForgettings(in: key.family, only: id).first,
            stored.forgetting.asker == key.reading.reader
        else { throw Forgetting.Refusal.notYours }
        try save(try stored.forgetting.becoming(.withdrawn, at: now), key, vault)
    }

    // MARK: What the acts share

    /// Writes down what became of it; what is owed about it is settled.
    func save(_ forgetting: Forgetting, _ key: borrowing DossierKey, _ vault: Vault) throws {
        let changed = try execute(
            """
            UPDATE forgetting SET state = \(forgetting.state.rawValue), state_at = \(forgetting.changed)
            WHERE family_id = \(key.family) AND id = \(forgetting.id) AND state IN ('asked', 'granted')
            """)
        guard changed == 1 else { throw Forgetting.Refusal.changed }
        for stored in try openPromises(in: ID(as: key.family), about: forgetting.id.promised) {
            try save(try stored.promise.settled(at: forgetting.changed), of: stored)
        }
        try journal(.forgettingDecided, forgetting, at: forgetting.changed, key, vault)
    }

    func journal(
        _ kind: JournalEntry.Kind, _ forgetting: Forgetting, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.forgetting, forgetting.id),
                persons: [forgetting.person]), key, vault)
    }

    /// The organisation that was here last, where the circle is over.
    private func lastDesk(of family: ID<Family>) throws -> ID<Organisation>? {
        try row(
            """
            SELECT organisation_id FROM membership
            WHERE family_id = \(family) AND kind = 'professional' AND organisation_id IS NOT NULL
            ORDER BY COALESCE(ended_at, 0) DESC, id LIMIT 1
            """
        ) { $0.id(0) }
    }

    /// Empties what was written with requests in these parts: what was asked is done.
    func emptyForgettings(in parts: [ID<Part>], of family: ID<Family>, at now: Moment) throws -> Int {
        try execute(
            """
            UPDATE forgetting SET state = 'done', state_at = \(now)
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND state IN ('asked', 'granted')
            """)
        return try execute(
            """
            UPDATE forgetting SET words = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND words IS NOT NULL
            """)
    }
}

extension ID<Forgetting> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.forgetting.rawValue, id: text) }
}

extension SealedPlace {
    fileprivate static func words(of id: ID<Forgetting>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("forgetting", "words", row: id.text, owner: family.text)
    }
}
