// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Connection {
    /// Keeps an indication, which counts from now on, unless somebody is asked to sign along: then from their yes.
    ///
    /// - Parameter cosigner: who is asked to sign along, where that is needed.
    /// - Throws: ``SecondProfessional/Refusal``
    package func keep(
        _ indication: RiskIndication, _ assessed: AssessedRisk, asking cosigner: Promise.Owner?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let now = indication.made
        let part = key.part(about: [indication.person])
        let body = try key.seal(assessed.sealed, in: part, at: .assessed(indication.id, in: key.family))
        try execute(
            """
            INSERT INTO risk_indication (family_id, id, person_id, part_id, assessor_id, assessed_day, until_day,
                made_at, replaces_id, signature, body)
            VALUES (\(key.family), \(indication.id), \(indication.person), \(part), \(indication.assessor),
                \(indication.assessed), \(indication.until), \(now), \(indication.replaces),
                \(indication.signature.rawValue), \(body))
            """)
        try journal(.indicationMade, indication, at: now, key, vault)
        try countIndication(at: now, key, ids)
        guard indication.signature == .asked else {
            return try takeEffect(indication, assessed, at: now, ids: ids, key, vault)
        }
        guard let cosigner else { throw SecondProfessional.Refusal.notPossible }
        let second = try SecondProfessional(
            ids.next(at: now), asking: cosigner, about: Decided.indication.subject(indication.id),
            by: indication.assessor,
            among: Set(try cosigners(about: indication.person, renewing: indication.replaces, key).map(\.asked)),
            at: now)
        try ask(second, because: nil, in: part, promise: ids.next(at: now), key, vault)
    }

    /// Who can be asked to sign along: of those who decide as second professionals who have the skill for youth, and from
    /// whom the one that is renewed is not held.
    package func cosigners(
        about person: ID<Person>, renewing before: ID<RiskIndication>? = nil, _ key: borrowing DossierKey
    ) throws -> [SecondCandidate] {
        // Of one that the reader does not read they learn nothing by it either.
        let known = try before.flatMap { try indication($0, key)?.indication.id }
        let out = try known.map { try accountsHeld(from: $0, in: key.family) } ?? []
        return try secondProfessionals(about: [person], besides: out, key).filter { candidate in
            switch candidate.asked {
            case .account(let account): try isTrained(.youth, account, for: nil, on: key.today)
            case .organisation(let organisation):
                try professionals(in: organisation, on: key.today)
                    .filter {
                        $0.function == .teamLead && $0.account != key.reading.reader && !out.contains($0.account)
                    }
                    .contains { try skills(of: $0.id).contains(.youth) }
            }
        }
    }

    /// Whether the reader has a skill in the work by which they are in the circle.
    package func hasSkill(_ skill: Professional.Skill, _ key: borrowing DossierKey) throws -> Bool {
        try isTrained(skill, key.reading.reader, for: key.reading.onBehalfOf, on: key.today)
    }

    private func isTrained(
        _ skill: Professional.Skill, _ account: ID<Account>, for organisation: ID<Organisation>?, on day: Day
    ) throws -> Bool {
        try professionals(of: account, on: day).filter { organisation == nil || $0.organisation == organisation }
            .contains { try skills(of: $0.id).contains(skill) }
    }

    /// What follows from the answer of who was asked to sign along: after a yes the indication counts.
    ///
    /// - Throws: ``SecondProfessional/Refusal/notPossible`` for a yes of somebody without the skill.
    func follow(
        _ indication: RiskIndication, _ second: SecondProfessional, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        guard let answer = second.given?.answer else { return }
        if answer == .yes, try !hasSkill(.youth, key) { throw SecondProfessional.Refusal.notPossible }
        let signed = indication.signed(answer)
        try execute(
            """
            UPDATE risk_indication SET signature = \(signed.signature.rawValue)
            WHERE family_id = \(key.family) AND id = \(indication.id) AND signature = 'asked'
            """)
        try journal(.indicationMade, indication, at: now, key, vault)
        guard signed.stands, let kept = try keptIndications(in: key.family, only: indication.id).first,
            let assessed = try opened(kept, key).assessed
        else { return }
        try takeEffect(signed, assessed, at: now, ids: ids, key, vault)
    }

    /// Lets the family read it, as it was discussed.
    ///
    /// - Throws: ``RiskIndication/Refusal``
    package func release(
        _ id: ID<RiskIndication>, discussed: Day, saying talk: PlainText, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        guard let sight = try indication(id, key) else { throw RiskIndication.Refusal.notYours }
        let released = try sight.indication.released(by: key.reading, discussed: discussed, at: now)
        let sealed = try key.seal(
            talk.text, in: key.part(about: [released.person]), at: .discussed(id, in: key.family))
        let changed = try execute(
            """
            UPDATE risk_indication
            SET released_at = \(now), released_by = \(key.reading.reader), discussed_day = \(discussed), talk = \(sealed)
            WHERE family_id = \(key.family) AND id = \(id) AND released_at IS NULL
            """)
        guard changed == 1 else { throw RiskIndication.Refusal.releasedBefore }
        try journal(.indicationReleased, released, at: now, key, vault)
    }

    func journal(
        _ kind: JournalEntry.Kind, _ indication: RiskIndication, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.indication, indication.id),
                persons: [indication.person]), key, vault)
    }

    private func countIndication(at now: Moment, _ key: borrowing DossierKey, _ ids: IDSource) throws {
        try record(
            try Fact(
                kind: .indications, organisation: key.reading.onBehalfOf, month: Month(of: now.day), shape: .count(1),
                ids: ids))
    }

    /// Empties what was assessed, discussed and weighed in these parts; that it was stays.
    func emptyIndications(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        let weighed = try execute(
            """
            UPDATE risk_weighing SET body = NULL
            WHERE family_id = \(family) AND body IS NOT NULL AND indication_id IN (
                SELECT id FROM risk_indication WHERE family_id = \(family) AND part_id IN \(list: parts)
            )
            """)
        let assessed = try execute(
            """
            UPDATE risk_indication SET body = NULL, talk = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (body IS NOT NULL OR talk IS NOT NULL)
            """)
        return weighed + assessed
    }
}

extension FactKind {
    /// A count: how often a child's safety was assessed.
    package static let indications = FactKind(rawValue: "indications")
}
