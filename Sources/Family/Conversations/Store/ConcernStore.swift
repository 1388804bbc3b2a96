// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A message that somebody found not right, as who must hear of it reads it.
package struct ToldConcern: Sendable, Hashable {
    package let id: ID<Promise>
    package let teller: ID<Account>
    package let at: Moment
    package let author: ID<Account>
    package let writtenAt: Moment
    package let withdrawnAt: Moment?
    /// nil when it was erased, or the reader may not read about those it is about.
    package let text: String?
    package let about: Set<ID<Person>>
    package let isOpen: Bool
}

extension Connection {
    /// Tells the professional in charge that a message is not right: a promise to hear it, within a day.
    ///
    /// Who wrote it, and everybody else in it, finds no trace of that.
    ///
    /// - Throws: ``Concern/Refusal``
    /// - Returns: false where there is no such message.
    package func tell(
        ofMessage number: Int, in summary: ConversationSummary, as id: ID<Promise>, saying text: String, at: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        let conversation = summary.conversation.id
        let teller = key.reading.reader
        guard let message = try writtenMessage(number, in: summary, key), message.withdrawnAt == nil else {
            return false
        }
        let isTold = try concernsTold(in: conversation, key).contains(number)
        let inCharge = try professionalInCharge(key)
        let owner = try Concern.hearer(of: inCharge, author: message.author, teller: teller, isTold: isTold)
        let promise = Promise(
            id: id, kind: .hearConcern, owner: owner, receiver: .account(teller),
            subject: Promise.Subject(kind: ItemName.Kind.concern.rawValue, id: id.text), urgency: .day, made: at,
            fallback: inCharge.desk)
        try make(promise, about: summary.conversation.about, saying: text, by: teller, key, vault)
        try execute(
            """
            INSERT INTO concern (family_id, id, conversation_id, message_number, teller_id, at)
            VALUES (\(key.family), \(id), \(conversation), \(number), \(teller), \(at))
            """)
        return true
    }

    /// The messages of a conversation of which the reader told that they are not right.
    package func concernsTold(
        in conversation: ID<Conversation>, _ key: borrowing DossierKey
    ) throws -> Set<Int> {
        Set(
            try rows(
                """
                SELECT message_number FROM concern
                WHERE family_id = \(key.family) AND conversation_id = \(conversation)
                    AND teller_id = \(key.reading.reader)
                ORDER BY message_number
                """
            ) { $0.int(0) })
    }

    /// The open concerns that the reader must hear.
    package func concernsToHear(_ key: borrowing DossierKey) throws -> [Promise] {
        try openPromises(in: ID<PromiseSpace>(as: key.family)).map(\.promise).filter { promise in
            guard promise.kind == .hearConcern, key.reading.mustHear(promise) else { return false }
            return try concern(promise.id, key) != nil
        }
    }

    /// One concern, for who must hear it.
    package func concern(_ id: ID<Promise>, _ key: borrowing DossierKey) throws -> ToldConcern? {
        guard let promise = try promise(id, in: ID(as: key.family))?.promise, promise.kind == .hearConcern,
            key.reading.mustHear(promise)
        else { return nil }
        let found = try row(
            """
            SELECT c.teller_id, c.at, m.author_id, m.at, m.withdrawn_at, m.body, m.number, t.part_id, t.id
            FROM concern c
            JOIN message m ON m.family_id = c.family_id AND m.conversation_id = c.conversation_id
                AND m.number = c.message_number
            JOIN conversation t ON t.family_id = c.family_id AND t.id = c.conversation_id
            WHERE c.family_id = \(key.family) AND c.id = \(id)
            """
        ) { row in
            let (author, at, conversation) = (row.id(2, Account.self), row.moment(3), row.id(8, Conversation.self))
            let place = SealedPlace.body(of: row.int(6), by: author, at: at, in: conversation, key.family)
            let sealed = row.ifAny(5) { $0.bytes($1) }
            return (
                ToldConcern(
                    id: id, teller: row.id(0), at: row.moment(1), author: author, writtenAt: at,
                    withdrawnAt: row.ifAny(4) { $0.moment($1) }, text: try key.open(sealed, in: row.id(7), at: place),
                    about: [], isOpen: promise.isOpen), conversation
            )
        }
        // Their own message is nobody's to judge, whoever the desk is.
        guard let (concern, conversation) = found, concern.author != key.reading.reader else { return nil }
        return concern.about(try persons(of: conversation, key))
    }

    /// Settles a concern: it was heard, and is taken from here.
    package func settle(
        _ concern: ToldConcern, at: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard concern.isOpen else { return }
        try settle(concern.id, by: key.reading.reader, at: at, key, vault)
    }

    /// Who is in charge of safety around the family, whoever asks: hidden from them or not, it is the same one.
    func professionalInCharge(_ key: borrowing DossierKey) throws -> ProfessionalInCharge {
        let members = try rows(
            """
            SELECT id, account_id, organisation_id, from_day, until_day FROM membership
            WHERE family_id = \(key.family) AND kind = 'professional' AND ended_at IS NULL ORDER BY id
            """
        ) { row in
            Membership(
                id: row.id(0), account: row.id(1), kind: .professional, organisation: row.ifAny(2) { $0.id($1) },
                covers: [], share: .contact,
                term: Period(from: try row.day(3), until: try row.ifAny(4) { try $0.day($1) }))
        }
        return ProfessionalInCharge(
            direction: try directionNow(key), firstContact: try firstContactNow(key), members: members, on: key.today)
    }
}

extension Reading {
    /// Whether a concern is the reader's to hear: theirs by name, or by the desk of the organisation they are here for.
    fileprivate func mustHear(_ promise: Promise) -> Bool {
        switch promise.owner {
        case .account(let account): account == reader
        case .organisation(let desk): membership?.organisation == desk && promise.receiver != .account(reader)
        }
    }
}

extension ToldConcern {
    fileprivate func about(_ persons: Set<ID<Person>>) -> ToldConcern {
        ToldConcern(
            id: id, teller: teller, at: at, author: author, writtenAt: writtenAt, withdrawnAt: withdrawnAt, text: text,
            about: persons, isOpen: isOpen)
    }
}
