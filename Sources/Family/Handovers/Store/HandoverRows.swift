// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

extension Connection {
    func insert(
        _ handover: Handover, because reason: PlainText, offersSupport: Bool, _ key: borrowing DossierKey
    ) throws {
        var direction: (kind: Direction.Kind, review: Day)?
        if case .direction(let kind, let review) = handover.responsibility { direction = (kind, review) }
        let (family, id) = (key.family, handover.id)
        let sealed = try key.seal(reason.text, in: key.sharedPart, at: .handover("reason", of: id, in: family))
        try execute(
            """
            INSERT INTO handover (family_id, id, what, kind, review_day, from_id, to_id, proposer_id, made_at, leaves,
                offers_support, state, state_at, talk_day, story_confirmed, introduced, reason)
            VALUES (\(family), \(id), \(handover.responsibility.word), \(direction?.kind.rawValue), \(direction?.review),
                \(handover.from), \(handover.to),
                \(handover.proposer), \(handover.made), \(handover.leaves), \(offersSupport),
                \(handover.state.rawValue), \(handover.made), \(handover.talk?.day), \(handover.talk?.storyConfirmed),
                \(handover.talk?.introduced), \(sealed))
            """)
        try insertPersons(of: handover, key)
    }

    /// Writes down what became of it.
    ///
    /// - Throws: ``Handover/Refusal/changed`` when somebody changed it meanwhile.
    func save(
        _ handover: Handover, after kept: KeptHandover, answer: PlainText? = nil, coldReason: PlainText? = nil,
        at now: Moment, _ key: borrowing DossierKey
    ) throws {
        let (family, id) = (key.family, handover.id)
        let said = try answer.map {
            try key.seal($0.text, in: key.sharedPart, at: .handover("answer", of: id, in: family))
        }
        let cold = try coldReason.map {
            try key.seal($0.text, in: key.sharedPart, at: .handover("cold_reason", of: id, in: family))
        }
        let isColdNow = handover.cold != nil
        let count = try execute(
            """
            UPDATE handover SET state = \(handover.state.rawValue), state_at = \(now), talk_day = \(handover.talk?.day),
                story_confirmed = \(handover.talk?.storyConfirmed), introduced = \(handover.talk?.introduced),
                cold = \(handover.cold?.rawValue), answer = COALESCE(\(said), answer),
                cold_reason = CASE WHEN \(isColdNow) THEN COALESCE(\(cold), cold_reason) ELSE NULL END,
                version = version + 1
            WHERE family_id = \(family) AND id = \(id) AND version = \(kept.version)
            """)
        guard count == 1 else { throw Handover.Refusal.changed }
        guard handover.talk != kept.handover.talk else { return }
        try execute("DELETE FROM handover_person WHERE family_id = \(family) AND handover_id = \(id)")
        try insertPersons(of: handover, key)
    }

    private func insertPersons(of handover: Handover, _ key: borrowing DossierKey) throws {
        for person in handover.talk?.present.sorted() ?? [] {
            try execute(
                """
                INSERT INTO handover_person (family_id, handover_id, person_id, agreed)
                VALUES (\(key.family), \(handover.id), \(person), \(handover.talk?.agreed.contains(person) == true))
                """)
        }
    }

    /// Empties what was written about handovers, where the shared part was erased.
    func emptyHandovers(in parts: [ID<Part>], of family: ID<Family>) throws -> Int {
        try execute(
            """
            UPDATE handover SET reason = NULL, answer = NULL, cold_reason = NULL, version = version + 1
            WHERE family_id = \(family) AND reason IS NOT NULL AND family_id IN (
                SELECT family_id FROM dossier_part WHERE id IN \(list: parts) AND kind = 'shared'
            )
            """)
    }
}
