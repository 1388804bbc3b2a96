// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// An introduction as its reader finds it beside who follows.
package struct IntroductionSight: Hashable, Sendable {
    package let introduction: Introduction
    /// nil when it was erased.
    package let text: String?
}

extension Connection {
    /// The latest introduction of each helper whom the reader may know, by who follows.
    package func introductions(
        _ key: borrowing DossierKey, among circle: CircleSight
    ) throws -> [ID<Account>: IntroductionSight] {
        let known = Set(circle.members.map(\.membership.account))
        let hidden = try accountsHidden(key)
        let kept = try rows(
            """
            SELECT id, by_id, follower_id, part_id, at, body FROM introduction
            WHERE family_id = \(key.family) ORDER BY at, id
            """
        ) { row in
            (
                id: row.id(0, Introduction.self), by: row.id(1, Account.self), follower: row.id(2, Account.self),
                part: row.id(3, Part.self), at: row.moment(4), body: row.bytesIfAny(5)
            )
        }
        var found: [ID<Account>: IntroductionSight] = [:]
        for row in kept where known.contains(row.follower) && !hidden.contains(row.by) {
            let text = try key.open(row.body, in: row.part, at: .introduction(row.id, in: key.family))
            let fields = FieldText.fields(of: text ?? "", atMost: 3)
            guard fields.count == 3, let about: Set<ID<Person>> = FieldText.ids(of: fields[1]) else { continue }
            let introduction = Introduction(
                id: row.id, by: row.by, follower: row.follower, about: about, at: row.at)
            guard key.reading.mayRead(introduction) else { continue }
            found[row.follower] = IntroductionSight(introduction: introduction, text: String(fields[2]))
        }
        return found
    }

    /// Introduces who follows the reader.
    ///
    /// - Throws: ``Introduction/Refusal``
    package func introduce(
        _ account: ID<Account>, saying text: PlainText, as id: ID<Introduction>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> Set<ID<Person>> {
        let follower = try circle(key).members.map(\.membership).first { $0.account == account }
        let introduction = try Introduction.written(id, by: key.reading, of: follower, at: now)
        let part = key.part(about: introduction.about)
        let sealed = try key.seal(
            FieldText.joined(["1", FieldText.joined(introduction.about), text.text]), in: part,
            at: .introduction(id, in: key.family))
        try execute(
            """
            INSERT INTO introduction (family_id, id, by_id, follower_id, part_id, at, body)
            VALUES (\(key.family), \(id), \(introduction.by), \(account), \(part), \(now), \(sealed))
            """)
        try journal(
            JournalEntry(
                at: now, kind: .helperIntroduced, who: introduction.by, item: ItemName(.circle, key.family),
                persons: introduction.about, detail: account.text), key, vault)
        return introduction.about
    }

    /// Empties what was said in these parts.
    func emptyIntroductions(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE introduction SET body = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
    }
}

extension SealedPlace {
    fileprivate static func introduction(_ id: ID<Introduction>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("introduction", "body", row: id.text, owner: family.text)
    }
}
