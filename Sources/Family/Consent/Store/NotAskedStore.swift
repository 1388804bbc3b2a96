// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who is not asked, why, and who decides it with whoever asks.
package struct LeavingOut: Sendable {
    package let who: Set<ID<Person>>
    package let reason: PlainText
    package let asking: Promise.Owner

    package init(_ who: Set<ID<Person>>, because reason: PlainText, asking: Promise.Owner) {
        self.who = who
        self.reason = reason
        self.asking = asking
    }
}

extension Connection {
    /// Does not ask somebody who must agree; they owe no answer any more, and hear nothing of it.
    ///
    /// - Throws: ``NotAsked/Refusal``, ``SecondProfessional/Refusal``
    package func leaveOut(
        _ leaving: LeavingOut, of consent: Consent, _ mustAgree: [ID<Person>: WhoMustAgree], at now: Moment,
        ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let before = try notAsked(in: consent.id, key)
        for who in leaving.who.sorted() where mustAgree.values.contains(where: { $0.persons.contains(who) }) {
            let proposed = try NotAsked(ids.next(at: now), who, in: consent, mustAgree, by: key.reading, at: now)
            guard !before.contains(where: { $0.who == who && $0.isKept }) else { throw NotAsked.Refusal.before }
            let second = try SecondProfessional(
                ids.next(at: now), asking: leaving.asking, about: Decided.notAsked.subject(proposed.id),
                by: proposed.by, among: Set(try secondProfessionals(about: proposed.about, key).map(\.asked)), at: now)
            try insert(proposed, because: leaving.reason, key)
            try ask(
                second, because: nil, in: key.part(about: proposed.about), promise: ids.next(at: now), key, vault)
            try dropAnswer(owedBy: who, to: consent, at: now, key)
        }
    }

    private func insert(
        _ notAsked: NotAsked, because reason: PlainText, _ key: borrowing DossierKey
    ) throws {
        let part = key.part(about: notAsked.about)
        let sealed = try key.seal(reason.text, in: part, at: .reason(ofNotAsked: notAsked.id, in: key.family))
        try execute(
            """
            INSERT INTO not_asked (family_id, id, consent_id, who_id, by_id, made_at, part_id, reason)
            VALUES (\(key.family), \(notAsked.id), \(notAsked.consent), \(notAsked.who), \(notAsked.by),
                \(notAsked.made), \(part), \(sealed))
            """)
        for person in notAsked.about.sorted() {
            try execute(
                """
                INSERT INTO not_asked_about (family_id, not_asked_id, person_id)
                VALUES (\(key.family), \(notAsked.id), \(person))
                """)
        }
    }

    private func dropAnswer(
        owedBy who: ID<Person>, to consent: Consent, at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let accounts = try accounts(ofPersons: [who], key).values
        for stored in try openPromises(in: ID(as: key.family), about: consent.subject)
        where stored.promise.kind == .answerConsent {
            guard case .account(let owner) = stored.promise.owner, accounts.contains(owner) else { continue }
            try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
        }
    }

    /// Who is not asked in a consent, or in any of the family; first proposed first.
    func notAsked(
        in consent: ID<Consent>?, only id: ID<NotAsked>? = nil, _ key: borrowing DossierKey
    ) throws -> [NotAsked] {
        let rows = try rows(
            """
            SELECT n.id, n.consent_id, n.who_id, n.by_id, n.made_at, n.answer, a.person_id FROM not_asked n
            JOIN not_asked_about a ON a.family_id = n.family_id AND a.not_asked_id = n.id
            WHERE n.family_id = \(key.family) AND (CAST(\(consent) AS TEXT) IS NULL OR n.consent_id = \(consent))
                AND (CAST(\(id) AS TEXT) IS NULL OR n.id = \(id))
            ORDER BY n.made_at, n.id, a.person_id
            """
        ) { row in
            NotAsked(
                id: row.id(0), consent: row.id(1), who: row.id(2), about: [row.id(6)], by: row.id(3),
                made: row.moment(4), answer: row.ifAny(5) { $0.text($1) }.flatMap(SecondProfessional.Answer.init))
        }
        return Dictionary(grouping: rows, by: \.id).values.compactMap { rows in
            rows.first.map { first in
                NotAsked(
                    id: first.id, consent: first.consent, who: first.who,
                    about: rows.reduce(into: []) { $0.formUnion($1.about) }, by: first.by, made: first.made,
                    answer: first.answer)
            }
        }.sorted { ($0.made, $0.id) < ($1.made, $1.id) }
    }

    /// One, with the question and why they are not asked, for who holds a key to decide about it.
    func notAsked(
        _ id: ID<NotAsked>, _ key: borrowing DossierKey
    ) throws -> (NotAsked, letter: ConsentLetter?, reason: String?)? {
        guard let found = try notAsked(in: nil, only: id, key).first else { return nil }
        let sealed = try row(
            """
            SELECT n.part_id, n.reason, c.part_id, c.letter FROM not_asked n
            JOIN consent c ON c.family_id = n.family_id AND c.id = n.consent_id
            WHERE n.family_id = \(key.family) AND n.id = \(id)
            """
        ) { ($0.id(0, Part.self), $0.bytesIfAny(1), $0.id(2, Part.self), $0.bytesIfAny(3)) }
        guard let (part, reason, letterPart, letter) = sealed else { return nil }
        let opened = try key.open(letter, in: letterPart, at: .letter(of: found.consent, in: key.family))
        return (
            found, opened.flatMap(ConsentLetter.init(text:)),
            try key.open(reason, in: part, at: .reason(ofNotAsked: id, in: key.family))
        )
    }

    /// The second professional answered: their answer is done without, or they are asked after all.
    ///
    /// It is written with the key of who asked. Did they leave, or is the question over, then nothing more follows.
    func follow(
        _ notAsked: NotAsked, _ second: SecondProfessional, at now: Moment, ids: IDSource, _ vault: Vault,
        in family: ID<Family>
    ) throws {
        guard let given = second.given else { return }
        try execute(
            """
            UPDATE not_asked SET answer = \(given.answer.rawValue)
            WHERE family_id = \(family) AND id = \(notAsked.id) AND answer IS NULL
            """)
        _ = try withKey(of: family, for: notAsked.by, .all, on: now.day, by: nil, vault) { key -> Bool? in
            guard var kept = try consent(notAsked.consent, key) else { return nil }
            guard given.answer == .yes else {
                try askThose(whoWaitIn: kept.consent, kept.mustAgree, at: now, ids: ids, key, vault)
                return true
            }
            for person in notAsked.about.sorted() where kept.consent.isOpen(for: person, at: now) {
                let answer = Consent.Given(
                    about: person, by: notAsked.who, .notAsked, at: now, notedBy: notAsked.by, second: given.by)
                do { try note(answer, in: kept, saying: nil, ids: ids, key, vault) } catch {
                    guard error is Consent.Refusal else { throw error }
                    return nil
                }
                kept = try consent(notAsked.consent, key) ?? kept
            }
            return true
        }
    }

    /// Empties why somebody was not asked, in these parts.
    func emptyNotAsked(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE not_asked SET reason = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND reason IS NOT NULL
            """)
    }
}

extension SealedPlace {
    fileprivate static func reason(ofNotAsked id: ID<NotAsked>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("not_asked", "reason", row: id.text, owner: family.text)
    }
}
