// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A code as who made it sees it.
package struct CircleCodeSight: Hashable, Sendable {
    package let circleCode: CircleCode
    /// As it is handed on; nil once it was used, ended or erased.
    package let code: String?
    /// What is expected of who comes; nil when it was erased.
    package let expectation: String?
}

/// What came of a code that somebody typed.
package enum CircleCodeFound: Hashable, Sendable {
    /// Too many tries: so long until the next.
    case waits(Duration)
    /// Wrong, used, over, or for somebody else: it is the same.
    case nothing
    /// They are invited now, and answer that as any invitation.
    case invited
}

extension Connection {
    /// The codes that the reader made and nobody used yet, the latest first.
    package func circleCodes(at now: Moment, _ key: borrowing DossierKey) throws -> [CircleCodeSight] {
        let found = try rows(
            """
            SELECT \(KeptCode.columns) FROM circle_code
            WHERE family_id = \(key.family) AND by_id = \(key.reading.reader) ORDER BY made_at DESC, id DESC
            """, KeptCode.init(row:))
        return try found.filter { $0.isOpen(at: now) }.map { kept in
            let text = try key.open(kept.body, in: key.sharedPart, at: .circleCode(kept.id, in: key.family))
            let fields = text.map { FieldText.fields(of: $0, atMost: 3).map(String.init) } ?? []
            return CircleCodeSight(
                circleCode: try circleCode(kept), code: fields.count == 3 ? fields[1] : nil,
                expectation: fields.count == 3 ? fields[2] : nil)
        }
    }

    /// Makes a code.
    ///
    /// - Returns: whether an older one was ended, as there were as many as somebody has at once.
    /// - Throws: ``InvitationRefusal``
    package func makeCircleCode(
        _ code: CardCode, as id: ID<CircleCode>, for persons: Set<ID<Person>>, _ share: Share,
        expecting expectation: PlainText, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Bool {
        let agreements = try whoMustAgree(for: persons, key)
        let made = try CircleCode.made(
            id, by: key.reading, for: persons, share: share, mustAgree: agreements, at: now)
        let tooMany = try circleCodes(at: now, key).dropFirst(CircleCode.most - 1)
        for older in tooMany { try endCircleCode(older.circleCode.id, at: now, key, vault) }
        let text = FieldText.joined(["1", code.description, expectation.text])
        let sealed = try key.seal(text, in: key.sharedPart, at: .circleCode(id, in: key.family))
        try execute(
            """
            INSERT INTO circle_code (family_id, id, digest, by_id, share, made_at, ends_at, body)
            VALUES (\(key.family), \(id), \(vault.digest(code.text, for: .circleCode)), \(made.by),
                \(share.rawValue), \(now), \(made.ends), \(sealed))
            """)
        for person in persons.sorted() {
            try execute(
                """
                INSERT INTO circle_code_person (family_id, code_id, person_id)
                VALUES (\(key.family), \(id), \(person))
                """)
        }
        try journal(.codeMade, id, at: now, key, vault)
        return !tooMany.isEmpty
    }

    /// Ends a code that nobody used, by who made it.
    ///
    /// - Throws: ``CircleCode/Refusal``
    package func endCircleCode(
        _ id: ID<CircleCode>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let changed = try execute(
            """
            UPDATE circle_code SET ended_at = \(now), body = NULL
            WHERE family_id = \(key.family) AND id = \(id) AND by_id = \(key.reading.reader)
                AND used_at IS NULL AND ended_at IS NULL
            """)
        guard changed == 1 else { throw CircleCode.Refusal.notYours }
        try journal(.codeEnded, id, at: now, key, vault)
    }

    /// Shown to nobody: whom a code is for, only who made it knows.
    private func journal(
        _ kind: JournalEntry.Kind, _ id: ID<CircleCode>, at now: Moment, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(at: now, kind: kind, who: key.reading.reader, item: ItemName(.circle, id), persons: []), key,
            vault)
    }

    func circleCode(_ kept: KeptCode) throws -> CircleCode {
        let persons = try rows(
            """
            SELECT person_id FROM circle_code_person
            WHERE family_id = \(kept.family) AND code_id = \(kept.id) ORDER BY person_id
            """
        ) { $0.id(0, Person.self) }
        return CircleCode(
            id: kept.id, by: kept.by, persons: Set(persons), share: kept.share, made: kept.made, used: kept.used,
            ended: kept.ended)
    }

    func keptCode(_ code: CardCode, _ vault: Vault) throws -> KeptCode? {
        try row(
            """
            SELECT \(KeptCode.columns) FROM circle_code
            WHERE digest = \(vault.digest(code.text, for: .circleCode))
            """, KeptCode.init(row:))
    }

    /// Empties what was said with codes, where the part that all share is erased: nobody uses them any more.
    func emptyCircleCodes(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE circle_code SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND family_id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
    }
}

/// A code as it is kept, still sealed.
struct KeptCode {
    static let columns: SQL = "family_id, id, by_id, share, made_at, used_at, ended_at, used_by, body"

    let family: ID<Family>
    let id: ID<CircleCode>
    let by: ID<Account>
    let share: Share
    let made: Moment
    let used: Moment?
    let ended: Moment?
    let usedBy: ID<Account>?
    let body: [UInt8]?

    init(row: borrowing Row) {
        (family, id, by) = (row.id(0), row.id(1), row.id(2))
        (share, made) = (Share(rawValue: row.int(3)) ?? .contact, row.moment(4))
        (used, ended) = (row.ifAny(5) { $0.moment($1) }, row.ifAny(6) { $0.moment($1) })
        (usedBy, body) = (row.idIfAny(7), row.bytesIfAny(8))
    }

    func isOpen(at now: Moment) -> Bool {
        CircleCode(id: id, by: by, persons: [], share: share, made: made, used: used, ended: ended).isOpen(at: now)
    }
}

extension SealedPlace {
    static func circleCode(_ id: ID<CircleCode>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("circle_code", "body", row: id.text, owner: family.text)
    }
}
