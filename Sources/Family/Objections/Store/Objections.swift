// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension PromiseKind {
    /// To answer somebody who does not agree.
    package static let answerObjection = PromiseKind(rawValue: "answerObjection")
}

/// What somebody sends who does not agree.
package struct ObjectionToSend: Sendable {
    package let id: ID<Objection>
    package let promise: ID<Promise>
    package let kind: Objection.Kind
    package let about: ID<Account>?
    package let text: PlainText
    /// What is owed, in words.
    package let asking: String

    package init(
        id: ID<Objection>, promise: ID<Promise>, kind: Objection.Kind, about: ID<Account>?, text: PlainText,
        asking: String
    ) {
        self.id = id
        self.promise = promise
        self.kind = kind
        self.about = about
        self.text = text
        self.asking = asking
    }
}

/// What somebody sent, with what was answered.
package struct ObjectionSight: Hashable, Sendable {
    package let objection: Objection
    /// nil when it was erased.
    package let text: String?
    package let answer: ObjectionAnswer?
    /// The name of the organisation that answers.
    package let organisation: String?
}

/// An answer, by whom.
package struct ObjectionAnswer: Hashable, Sendable {
    /// nil when it was erased.
    package let text: String?
    package let name: String?
    package let at: Moment
}

/// Somebody it can be about, and where it would go.
package struct ObjectionHearer: Hashable, Sendable {
    /// nil for what is about nobody.
    package let about: ID<Account>?
    package let organisation: String
}

extension Connection {
    /// What the reader sent in this family, the latest first.
    package func objections(_ key: borrowing DossierKey) throws -> [ObjectionSight] {
        let stored = try rows(
            """
            SELECT \(StoredObjection.columns) FROM objection
            WHERE family_id = \(key.family) AND writer_id = \(key.reading.reader) ORDER BY sent_at DESC, id DESC
            """, StoredObjection.init(row:))
        return try stored.map { stored in
            try sight(stored, key)
        }
    }

    /// Whom it can be about, and who answers then: nobody first.
    package func objectionHearers(_ key: borrowing DossierKey, among circle: CircleSight) throws -> [ObjectionHearer] {
        let workers = circle.members.map(\.membership).filter { $0.kind == .professional }
        let context = try hearing(key)
        let names = try organisations(among: context)
        return try ([nil] + workers.map { $0 as Membership? }).compactMap { worker in
            let about = try worker.flatMap { try work(of: $0.account, key) }
            let hearer = try? Objection.hearer(about: about, others: context.others, leads: context.leads)
            return hearer.flatMap { names[$0] }.map { ObjectionHearer(about: worker?.account, organisation: $0) }
        }
    }

    /// Sends it: what is written, the promise to answer it, and what the journal tells of it, to nobody.
    ///
    /// - Throws: ``Objection/Refusal``
    package func send(
        _ toSend: ObjectionToSend, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let person = key.reading.ownPerson else { throw Objection.Refusal.notYours }
        let known = try circle(key).members.map(\.membership.account)
        let about = try toSend.about.flatMap { known.contains($0) ? try work(of: $0, key) : nil }
        guard toSend.about == nil || about != nil else { throw Objection.Refusal.nobodyToHear }
        let context = try hearing(key)
        let organisation = try Objection.hearer(about: about, others: context.others, leads: context.leads)
        let objection = Objection(
            id: toSend.id, kind: toSend.kind, writer: key.reading.reader, person: person, about: about?.account,
            organisation: organisation, promise: toSend.promise, sent: now)
        try keep(objection, saying: toSend.text, asking: toSend.asking, key, vault)
        try removeObjectionDraft(of: objection.writer, in: key.family)
    }

    /// Keeps what was sent, with the promise to answer it and what the journal tells of it.
    package func keep(
        _ objection: Objection, saying text: PlainText, asking: String, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try keep(objection, saying: text, key)
        let promise = Promise(
            id: objection.promise, kind: .answerObjection, owner: .organisation(objection.organisation),
            receiver: .account(objection.writer),
            subject: Promise.Subject(kind: ItemName.Kind.objection.rawValue, id: objection.id.text),
            urgency: .regular(workingDays: Objection.norm), made: objection.sent, fallback: objection.organisation)
        try make(promise, about: [objection.person], saying: asking, by: objection.writer, key, vault)
        try journal(
            JournalEntry(
                at: objection.sent, kind: .objectionSent, who: objection.writer,
                item: ItemName(.objection, objection.id), persons: [objection.person]), key, vault)
    }

    private func keep(_ objection: Objection, saying text: PlainText, _ key: borrowing DossierKey) throws {
        let part = key.part(about: [objection.person])
        let sealed = try key.seal(text.text, in: part, at: .objection(objection.id, in: key.family))
        try execute(
            """
            INSERT INTO objection (family_id, id, kind, writer_id, person_id, part_id, about_id, organisation_id,
                promise_id, sent_at, body)
            VALUES (\(key.family), \(objection.id), \(objection.kind.rawValue), \(objection.writer),
                \(objection.person), \(part), \(objection.about), \(objection.organisation), \(objection.promise),
                \(objection.sent), \(sealed))
            """)
    }

    private func sight(_ stored: StoredObjection, _ key: borrowing DossierKey) throws -> ObjectionSight {
        let opened = try stored.opened(key)
        return ObjectionSight(
            objection: stored.objection, text: opened.text, answer: opened.answer,
            organisation: try organisation(stored.objection.organisation)?.name)
    }

    // MARK: Who could answer

    /// The organisations that may be asked, in their order, with who leads there and may know the family.
    private func hearing(
        _ key: borrowing DossierKey
    ) throws -> (others: [ID<Organisation>], leads: [ID<Organisation>: Set<ID<Account>>]) {
        let desk = try professionalInCharge(key).desk
        let all = try rows(
            """
            SELECT organisation_id FROM membership
            WHERE family_id = \(key.family) AND kind = 'professional' AND ended_at IS NULL
                AND organisation_id IS NOT NULL
            ORDER BY from_day, id
            """
        ) { $0.id(0, Organisation.self) }
        var others: [ID<Organisation>] = []
        for organisation in [desk].compactMap(\.self) + all where !others.contains(organisation) {
            others.append(organisation)
        }
        let out = try accountsKeptOut(of: key.family)
        var leads: [ID<Organisation>: Set<ID<Account>>] = [:]
        for organisation in others {
            let people = try professionals(in: organisation, on: key.today).filter { $0.function == .teamLead }
            leads[organisation] = Set(people.map(\.account)).subtracting(out)
        }
        return (others, leads)
    }

    private func work(of account: ID<Account>, _ key: borrowing DossierKey) throws -> Membership? {
        try memberships(of: account, in: [key.family]).map(\.membership)
            .first { $0.kind == .professional && $0.isActive(on: key.today) }
    }

    private func organisations(
        among context: (others: [ID<Organisation>], leads: [ID<Organisation>: Set<ID<Account>>])
    ) throws -> [ID<Organisation>: String] {
        var names: [ID<Organisation>: String] = [:]
        for id in context.others { names[id] = try organisation(id)?.name }
        return names
    }

    /// Empties what was sent and answered in these parts; that somebody did not agree stays.
    func emptyObjections(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE objection SET body = NULL, answer = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
    }
}

/// One as it is kept.
struct StoredObjection {
    let objection: Objection
    let part: ID<Part>
    private let body: [UInt8]?
    private let answer: [UInt8]?

    static let columns: SQL = """
        id, kind, writer_id, person_id, about_id, organisation_id, promise_id, sent_at, answered_at, part_id, body,
        answer
        """

    init(row: borrowing Row) throws {
        guard let kind = Objection.Kind(rawValue: row.text(1)) else {
            throw DatabaseError.damaged("objection \(row.text(0))")
        }
        objection = Objection(
            id: row.id(0), kind: kind, writer: row.id(2), person: row.id(3), about: row.idIfAny(4),
            organisation: row.id(5), promise: row.id(6), sent: row.moment(7),
            answered: row.ifAny(8) { $0.moment($1) })
        part = row.id(9)
        body = row.bytesIfAny(10)
        answer = row.bytesIfAny(11)
    }

    func opened(_ key: borrowing DossierKey) throws -> (text: String?, answer: ObjectionAnswer?) {
        let text = try key.open(body, in: part, at: .objection(objection.id, in: key.family))
        guard let at = objection.answered else { return (text, nil) }
        let opened = try key.open(answer, in: part, at: .objectionAnswer(objection.id, in: key.family))
        let fields = FieldText.fields(of: opened ?? "", atMost: 3).map(String.init)
        let isWhole = fields.count == 3
        return (text, ObjectionAnswer(text: isWhole ? fields[2] : nil, name: isWhole ? fields[1] : nil, at: at))
    }
}

extension SealedPlace {
    static func objection(_ id: ID<Objection>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("objection", "body", row: id.text, owner: family.text)
    }
    static func objectionAnswer(_ id: ID<Objection>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("objection", "answer", row: id.text, owner: family.text)
    }
}
