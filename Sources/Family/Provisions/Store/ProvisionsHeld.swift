// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What becomes of proposals and provisions when something is held, somebody leaves, or somebody is forgotten.
extension Connection {
    /// What is owed about what is held now by somebody from whom it is held: an answer is not waited for any more, and the
    /// rest lies with the organisation.
    func leaveProvisions(_ hold: Hold, _ key: borrowing DossierKey) throws {
        guard hold.isWholeFamily || hold.item.kind == .proposal || hold.item.kind == .provision else { return }
        for stored in try openPromises(in: ID(as: key.family)) where stored.promise.subject.isOfProvisions {
            guard case .account(let owner) = stored.promise.owner, hold.from.contains(owner),
                hold.isWholeFamily || stored.promise.subject.id == hold.item.id
            else { continue }
            if stored.promise.kind == .answerProposal {
                try end(stored, at: hold.made)
            } else if let organisation = stored.promise.fallback {
                try save(try stored.promise.handedOver(to: .organisation(organisation)), of: stored)
            }
        }
    }

    /// Who leaves the circle advises on no proposal any more.
    func lapseProposals(of account: ID<Account>, at now: Moment, _ key: borrowing DossierKey) throws {
        for stored in try openPromises(in: ID(as: key.family))
        where stored.promise.kind == .answerProposal && stored.promise.owner == .account(account) {
            try end(stored, at: now)
        }
    }

    private func end(_ stored: StoredPromise, at now: Moment) throws {
        try save(try stored.promise.closed(by: stored.promise.receiver, .noLongerNeeded, at: now), of: stored)
    }

    /// Which proposals and provisions of the family the reader knows of.
    func provisionsSeen(_ key: borrowing DossierKey) throws -> Set<ItemName> {
        let hidden = try accountsHidden(key)
        let proposals = try keptProposals(in: key.family).map(\.proposal)
            .filter { key.reading.maySee($0, hidden: hidden) }.map { ItemName(.proposal, $0.id) }
        let provisions = try keptProvisions(in: key.family).map(\.provision)
            .filter { key.reading.maySee($0, hidden: hidden) }.map { ItemName(.provision, $0.id) }
        return Set(proposals + provisions)
    }

    /// Empties what was proposed, answered, asked and decided in these parts; that it was stays, and nobody owes anything of
    /// it any more.
    func emptyProvisions(in parts: [ID<Part>], of family: ID<Family>, at now: Moment) throws -> Int {
        let gone = try rows(
            """
            SELECT id FROM help_proposal WHERE family_id = \(family) AND part_id IN \(list: parts)
            UNION ALL SELECT id FROM provision_request WHERE family_id = \(family) AND part_id IN \(list: parts)
            ORDER BY id
            """
        ) { $0.text(0) }
        for stored in try openPromises(in: ID(as: family)) where gone.contains(stored.promise.subject.id) {
            try end(stored, at: now)
        }
        let reasons = try execute(
            """
            UPDATE help_proposal_answer SET reason = NULL
            WHERE family_id = \(family) AND reason IS NOT NULL AND proposal_id IN (
                SELECT id FROM help_proposal WHERE family_id = \(family) AND part_id IN \(list: parts))
            """)
        let proposals = try execute(
            """
            UPDATE help_proposal SET body = NULL, version = version + 1
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND body IS NOT NULL
            """)
        let provisions = try execute(
            """
            UPDATE provision_request SET body = NULL, letter = NULL
            WHERE family_id = \(family) AND part_id IN \(list: parts) AND (body IS NOT NULL OR letter IS NOT NULL)
            """)
        return reasons + proposals + provisions
    }
}

extension Promise.Subject {
    /// What it is about, where that is a proposal of help or a provision.
    var provision: ItemName? {
        switch kind {
        case ItemName.Kind.proposal.rawValue: ItemName(.proposal, stored: id)
        case ItemName.Kind.provision.rawValue: ItemName(.provision, stored: id)
        default: nil
        }
    }

    var isOfProvisions: Bool { provision != nil }
}

extension JournalEntry {
    /// Whether it tells of a proposal or a provision.
    var isOfProvisions: Bool { item.kind == .proposal || item.kind == .provision }
}
