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
    /// Keeps a proposal, and asks all who answer it.
    ///
    /// - Parameter helper: the organisation that would help, where it is known here.
    package func propose(
        _ proposal: HelpProposal, _ text: ProposalText, by helper: ID<Organisation>?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: [proposal.person])
        let body = try key.seal(text.sealed, in: part, at: .proposal(proposal.id, in: key.family))
        try execute(
            """
            INSERT INTO help_proposal (family_id, id, person_id, part_id, by_id, organisation_id, helper_id, made_at,
                starts_day, body)
            VALUES (\(key.family), \(proposal.id), \(proposal.person), \(part), \(proposal.by),
                \(proposal.organisation), \(helper), \(proposal.made), \(proposal.starts), \(body))
            """)
        try journal(.proposalMade, proposal, at: proposal.made, key, vault)
        let mustAgree = try whoMustAgree(to: .help, key)[proposal.person] ?? .nobody(.authorityNotNoted)
        try owe(proposal, mustAgree, at: proposal.made, ids: ids, key, vault)
    }

    /// Writes down what the reader answers, or what somebody answered in a talk or on paper.
    ///
    /// - Throws: ``HelpProposal/Refusal``
    package func answer(
        _ sight: ProposalSight, _ answer: HelpProposal.Answer, because reason: PlainText?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let answered = try sight.proposal.answered(
            answer, by: key.reading, sight.mustAgree, hasReason: reason != nil)
        try bump(sight, key)
        let number = answered.answers.count
        let part = key.part(about: [answered.person])
        let sealed = try reason.map {
            try key.seal($0.text, in: part, at: .proposalReason(answered.id, number, in: key.family))
        }
        let (person, account): (ID<Person>?, ID<Account>?) =
            switch answer.by {
            case .person(let id): (id, nil)
            case .adviser(let id): (nil, id)
            }
        try execute(
            """
            INSERT INTO help_proposal_answer (family_id, proposal_id, number, by_person_id, by_account_id, is_yes, how,
                at, noted_by, reason)
            VALUES (\(key.family), \(answered.id), \(number), \(person), \(account), \(answer.isYes),
                \(answer.how.rawValue), \(answer.at), \(answer.notedBy), \(sealed))
            """)
        try journal(.proposalAnswered, answered, at: answer.at, key, vault)
        try owe(answered, sight.mustAgree, at: answer.at, ids: ids, key, vault)
    }

    /// Writes down what follows from the answers.
    ///
    /// - Parameter seen: what followed from them on the page of who does.
    /// - Throws: ``HelpProposal/Refusal``
    package func conclude(
        _ sight: ProposalSight, seeing seen: HelpProposal.Outcome?, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let concluded = try sight.proposal.concluded(by: key.reading, sight.mustAgree, seeing: seen)
        try close(sight, concluded, at: now, ids: ids, key, vault)
        try record(
            try Fact(
                kind: .proposalWentOn, organisation: concluded.organisation, month: Month(of: now.day),
                shape: .verdict(concluded.outcome == .goesOn), ids: ids))
    }

    /// Takes a proposal back.
    ///
    /// - Throws: ``HelpProposal/Refusal``
    package func withdraw(
        _ sight: ProposalSight, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        try close(sight, try sight.proposal.withdrawn(by: key.reading), at: now, ids: ids, key, vault)
    }

    private func close(
        _ sight: ProposalSight, _ closed: HelpProposal, at now: Moment, ids: IDSource, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try bump(sight, key)
        try execute(
            """
            UPDATE help_proposal
            SET outcome = \(closed.outcome?.rawValue), closed_at = \(now), closed_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(closed.id)
            """)
        try journal(.proposalClosed, closed, at: now, key, vault)
        try owe(closed, sight.mustAgree, at: now, ids: ids, key, vault)
    }

    /// - Throws: ``HelpProposal/Refusal/over`` when somebody changed it since it was read.
    private func bump(_ sight: ProposalSight, _ key: borrowing DossierKey) throws {
        let changed = try execute(
            """
            UPDATE help_proposal SET version = version + 1
            WHERE family_id = \(key.family) AND id = \(sight.proposal.id) AND version = \(sight.version)
            """)
        guard changed == 1 else { throw HelpProposal.Refusal.over }
    }

    private func journal(
        _ kind: JournalEntry.Kind, _ proposal: HelpProposal, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.proposal, proposal.id),
                persons: [proposal.person]), key, vault)
    }
}

extension FactKind {
    /// A verdict: whether all who must agree to proposed help did.
    package static let proposalWentOn = FactKind(rawValue: "proposalWentOn")
    /// A verdict: whether a municipality decided in time on what it was asked for.
    package static let decidedInTime = FactKind(rawValue: "decidedInTime")
}
