// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// A match as its reader finds it; texts are nil where they were erased.
package struct MatchSight: Hashable, Sendable {
    package let match: IndexMatch
    /// Who reported, too, and how they are reached; nil for who is no professional, too.
    package let parties: String?
    package let outcome: IndexMatch.Outcome?
    /// What was agreed.
    package let talk: String?
}

extension Connection {
    /// The matches that the reader may read, the latest first.
    package func matches(_ key: borrowing DossierKey) throws -> [MatchSight] {
        try keptMatches(in: key.family).filter { key.reading.mayRead($0.match) }.map { try opened($0, key) }
    }

    /// One of them, when the reader may read it.
    package func match(_ id: ID<IndexMatch>, _ key: borrowing DossierKey) throws -> MatchSight? {
        guard let kept = try keptMatches(in: key.family, only: id).first, key.reading.mayRead(kept.match) else {
            return nil
        }
        return try opened(kept, key)
    }

    /// Whether there are matches for the reader, or they write them down.
    package func findsMatches(_ key: borrowing DossierKey) throws -> Bool {
        if !key.reading.matched(on: key.today).isEmpty, try hasSkill(.indexReporter, key) { return true }
        return try keptMatches(in: key.family).contains { key.reading.mayRead($0.match) }
    }

    /// Keeps a match: its reporter promises to talk with the others within five working days.
    package func keep(
        _ match: IndexMatch, with parties: PlainText, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: [match.person])
        let sealed = try key.seal(parties.text, in: part, at: .matched("parties", match.id, in: key.family))
        try execute(
            """
            INSERT INTO index_match (family_id, id, person_id, part_id, reporter_id, received_day, made_at, parties,
                is_told)
            VALUES (\(key.family), \(match.id), \(match.person), \(part), \(match.reporter), \(match.received),
                \(match.made), \(sealed), \(false))
            """)
        let organisation = key.reading.onBehalfOf
        let promise = Promise(
            id: ids.next(at: match.made), kind: .talkAboutMatch, owner: .account(match.reporter),
            receiver: organisation.map { .organisation($0) } ?? .account(match.reporter), subject: match.id.promised,
            urgency: .week, made: match.made, fallback: organisation)
        try make(promise, about: [], saying: "", by: nil, key, vault)
        try journal(.matchReceived, match, at: match.made, key, vault)
        try record(
            try Fact(
                kind: .indexMatches, organisation: organisation, month: Month(of: match.made.day), shape: .count(1),
                ids: ids))
    }

    /// Writes down what came of the talk; it is owed no more.
    ///
    /// - Throws: ``IndexMatch/Refusal``
    package func talk(
        about id: ID<IndexMatch>, on day: Day, _ outcome: IndexMatch.Outcome, saying text: PlainText, isTold: Bool,
        at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try match(id, key) else { throw IndexMatch.Refusal.notYours }
        let talked = try sight.match.talked(
            on: day, isTold: isTold, by: key.reading, isAuthorised: try hasSkill(.indexReporter, key), at: now)
        let sealed = try key.seal(
            FieldText.joined(["1", outcome.rawValue, text.text]), in: key.part(about: [talked.person]),
            at: .matched("talk", id, in: key.family))
        let changed = try execute(
            """
            UPDATE index_match SET talked_day = \(day), talked_by = \(key.reading.reader), is_told = \(isTold),
                talk = \(sealed)
            WHERE family_id = \(key.family) AND id = \(id) AND talked_day IS NULL
            """)
        guard changed == 1 else { throw IndexMatch.Refusal.talkedBefore }
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) {
            try save(try stored.promise.settled(at: now), of: stored)
        }
        try journal(.matchTalked, talked, at: now, key, vault)
    }

    /// Notes that it was told after the talk.
    ///
    /// - Throws: ``IndexMatch/Refusal``
    package func tell(
        about id: ID<IndexMatch>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let sight = try match(id, key) else { throw IndexMatch.Refusal.notYours }
        let told = try sight.match.told(by: key.reading, isAuthorised: try hasSkill(.indexReporter, key))
        let changed = try execute(
            """
            UPDATE index_match SET is_told = \(true)
            WHERE family_id = \(key.family) AND id = \(id) AND talked_day IS NOT NULL AND NOT is_told
            """)
        guard changed == 1 else { throw IndexMatch.Refusal.toldBefore }
        try journal(.matchTalked, told, at: now, key, vault)
    }

    private func journal(
        _ kind: JournalEntry.Kind, _ match: IndexMatch, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.match, match.id),
                persons: [match.person]), key, vault)
    }

    private func keptMatches(in family: ID<Family>, only id: ID<IndexMatch>? = nil) throws -> [KeptMatch] {
        try rows(
            """
            SELECT id, person_id, reporter_id, received_day, made_at, talked_day, is_told, part_id, parties, talk
            FROM index_match
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY received_day DESC, made_at DESC, id DESC
            """, KeptMatch.init(row:))
    }

    private func opened(_ kept: KeptMatch, _ key: borrowing DossierKey) throws -> MatchSight {
        let id = kept.match.id
        let talk = try key.open(kept.talk, in: kept.part, at: .matched("talk", id, in: key.family))
        let fields = talk.map { FieldText.fields(of: $0, atMost: 3).map(String.init) } ?? []
        let parties = key.reading.mayReadParties(of: kept.match) ? kept.parties : nil
        return MatchSight(
            match: kept.match,
            parties: try key.open(parties, in: kept.part, at: .matched("parties", id, in: key.family)),
            outcome: fields.count == 3 ? IndexMatch.Outcome(rawValue: fields[1]) : nil,
            talk: fields.count == 3 ? fields[2] : nil)
    }

    /// Empties who else reported and what was agreed, in these parts; that there was a match stays.
    func emptyMatches(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE index_match SET parties = NULL, talk = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (parties IS NOT NULL OR talk IS NOT NULL)
            """)
    }
}

/// A match as it is kept, still sealed.
private struct KeptMatch {
    let match: IndexMatch
    let part: ID<Part>
    let parties: [UInt8]?
    let talk: [UInt8]?

    init(row: borrowing Row) throws {
        match = IndexMatch(
            id: row.id(0), person: row.id(1), reporter: row.id(2), received: try row.day(3), made: row.moment(4),
            talked: try row.ifAny(5) { try $0.day($1) }, isTold: row.bool(6))
        (part, parties, talk) = (row.id(7), row.bytesIfAny(8), row.bytesIfAny(9))
    }
}

extension ID<IndexMatch> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: ItemName.Kind.match.rawValue, id: text) }
}

extension FactKind {
    /// A count: matches received from the regional index.
    package static let indexMatches = FactKind(rawValue: "indexMatches")
}

extension SealedPlace {
    fileprivate static func matched(
        _ column: StaticString, _ id: ID<IndexMatch>, in family: ID<Family>
    ) -> SealedPlace {
        SealedPlace("index_match", column, row: id.text, owner: family.text)
    }
}
