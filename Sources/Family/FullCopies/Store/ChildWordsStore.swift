// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// Whether a person's own words stay when the reader takes along what is about them.
    package func keepsChildWords(of person: ID<Person>, _ key: borrowing DossierKey) throws -> Bool {
        guard let child = key.reading.persons.first(where: { $0.id == person }) else { return true }
        let decider = ChildWords.decider(of: child, for: key.reading, on: key.today)
        guard decider != .nobody else { return false }
        let said = try row(
            """
            SELECT is_yes, answered_at FROM own_words
            WHERE family_id = \(key.family) AND child_id = \(person) AND account_id = \(key.reading.reader)
            """
        ) { (isYes: $0.ifAny(0) { $0.bool($1) }, at: $0.ifAny(1) { $0.moment($1) }) }
        guard let said, said.isYes == true, let at = said.at else { return true }
        // What a professional said when the child was younger is not the child's own yes.
        return decider == .child && ChildWords.decider(of: child, for: key.reading, on: at.day) != .child
    }

    /// The children whose own words stay when the reader takes something along, and with what they sign in; whether the
    /// reader knows of that or not.
    package func childrenWhoseWordsStay(
        _ key: borrowing DossierKey
    ) throws -> (persons: Set<ID<Person>>, accounts: Set<ID<Account>>) {
        let children = key.reading.persons.map(\.id).filter {
            $0 != key.reading.ownPerson && !key.reading.adults.contains($0)
        }
        let kept = Set(try children.filter { try keepsChildWords(of: $0, key) })
        return (kept, Set(try accounts(ofPersons: kept, key).values))
    }

    /// Who is asked: from 12 the child where the reader knows that they sign in, else who is in charge.
    ///
    /// They ask the child in a talk. Whether there is an account is told by nothing.
    private func owner(
        of question: ChildWords.Decider, about child: Person, _ key: borrowing DossierKey
    ) throws -> Promise.Owner? {
        if question == .child, let account = child.account, try !accountsUntold(key).contains(account) {
            return .account(account)
        }
        return try professionalInCharge(key).owner
    }
}

extension Reading {
    /// A digest of all that decides what the reader may read here: a copy that was made while they stood otherwise is
    /// made anew before it is handed out.
    package func stands(_ vault: Vault) -> String {
        let covers = covered.map { "\($0.key):\($0.value.share.rawValue):\($0.value.ground.rawValue)" }.sorted()
        let kept = held.items.map { "\($0.kind.rawValue):\($0.id)" }.sorted()
        let hidden = hiddenMembers.map(\.text).sorted()
        return vault.digest(FieldText.joined(covers + ["-"] + kept + ["-"] + hidden), for: .copy)
    }
}

extension Connection {
    /// Asks whether a child's own words may leave with the reader: from 12 the child, under 12 who is in charge.
    ///
    /// - Throws: ``ChildWords/Refusal``
    package func askChildWords(
        as id: ID<ChildWords>, of child: ID<Person>, promise: ID<Promise>, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard key.reading.takesAlong.contains(child), try keepsChildWords(of: child, key),
            let person = key.reading.persons.first(where: { $0.id == child })
        else { throw ChildWords.Refusal.notYours }
        if let before = try ownWords(of: child, key), before.isYes == nil { throw ChildWords.Refusal.askedBefore }
        let decider = ChildWords.decider(of: person, for: key.reading, on: key.today)
        let owner = try owner(of: decider, about: person, key)
        guard let owner, owner != .account(key.reading.reader) else { throw ChildWords.Refusal.nobodyAnswers }
        try execute(
            """
            DELETE FROM own_words
            WHERE family_id = \(key.family) AND child_id = \(child) AND account_id = \(key.reading.reader)
            """)
        try execute(
            """
            INSERT INTO own_words (family_id, id, child_id, account_id, asked_at)
            VALUES (\(key.family), \(id), \(child), \(key.reading.reader), \(now))
            """)
        let owed = Promise(
            id: promise, kind: .answerChildWords, owner: owner, receiver: .account(key.reading.reader),
            subject: id.promised, urgency: .week, made: now)
        try make(owed, about: [], saying: "", by: key.reading.reader, key, vault)
        try journal(.ownWordsAsked, id, child, at: now, key, vault)
    }

    /// The last that the reader asked about a child's words.
    package func ownWords(of child: ID<Person>, _ key: borrowing DossierKey) throws -> ChildWords? {
        try row(
            """
            SELECT \(ChildWords.columns) FROM own_words
            WHERE family_id = \(key.family) AND child_id = \(child) AND account_id = \(key.reading.reader)
            """, ChildWords.init(row:))
    }

    /// One question for who is asked it; nil for anybody else.
    package func ownWordsToAnswer(_ id: ID<ChildWords>, _ key: borrowing DossierKey) throws -> ChildWords? {
        let found = try row(
            "SELECT \(ChildWords.columns) FROM own_words WHERE family_id = \(key.family) AND id = \(id)",
            ChildWords.init(row:))
        guard let found, found.isYes == nil, found.reader != key.reading.reader,
            key.reading.covered[found.child] != nil,
            found.child == key.reading.ownPerson || key.reading.membership?.kind == .professional
        else { return nil }
        // By name, or in the inbox of the organisation on whose behalf they are here.
        let owners =
            [Promise.Owner.account(key.reading.reader)]
            + [key.reading.onBehalfOf].compactMap(\.self).map { .organisation($0) }
        let isOwed = try openPromises(in: ID(as: key.family), about: id.promised)
            .contains { owners.contains($0.promise.owner) }
        return isOwed ? found : nil
    }

    /// Answers it: a yes lets the words leave with that parent from the next copy on.
    ///
    /// - Throws: ``ChildWords/Refusal``
    package func answerChildWords(
        _ id: ID<ChildWords>, isYes: Bool, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let asked = try ownWordsToAnswer(id, key) else { throw ChildWords.Refusal.answeredBefore }
        try execute(
            """
            UPDATE own_words SET answered_at = \(max(now, asked.asked)), is_yes = \(isYes), answered_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(id) AND answered_at IS NULL
            """)
        for stored in try openPromises(in: ID(as: key.family), about: id.promised) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        try journal(.ownWordsAnswered, id, asked.child, at: now, key, vault)
    }

    private func journal(
        _ kind: JournalEntry.Kind, _ id: ID<ChildWords>, _ child: ID<Person>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(at: now, kind: kind, who: key.reading.reader, item: ItemName(.copy, id), persons: [child]),
            key, vault)
    }
}

extension ChildWords {
    fileprivate static let columns: SQL = "id, child_id, account_id, asked_at, is_yes"

    /// Reads the columns.
    fileprivate init(row: borrowing Row) {
        self.init(
            id: row.id(0), child: row.id(1), reader: row.id(2), asked: row.moment(3),
            isYes: row.ifAny(4) { $0.bool($1) })
    }
}

extension ID<ChildWords> {
    /// What is promised about it.
    package var promised: Promise.Subject { Promise.Subject(kind: "ownWords", id: text) }
}
