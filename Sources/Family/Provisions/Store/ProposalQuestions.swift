// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// What a proposal says in words: which help, by whom where that is nobody known here, and what it should bring.
package struct ProposalText: Hashable, Sendable {
    package let help: String
    package let helper: String
    package let brings: String

    package init(help: String, helper: String, brings: String) {
        (self.help, self.helper, self.brings) = (help, helper, brings)
    }

    var sealed: String { FieldText.joined(["1", help, helper, brings]) }

    init?(sealed: String) {
        let fields = FieldText.fields(of: sealed, atMost: 4).map(String.init)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(help: fields[1], helper: fields[2], brings: fields[3])
    }
}

/// A proposal of help as its reader finds it.
package struct ProposalSight: Hashable, Sendable {
    package let proposal: HelpProposal
    /// nil when it was erased.
    package let text: ProposalText?
    /// The organisation that would help, where it is known here.
    package let helper: ID<Organisation>?
    /// Whether the reader may know where the young person is helped.
    package let isPlaceKnown: Bool
    package let mustAgree: WhoMustAgree
    /// Why somebody said no, by the place of the answer, as far as the reader reads it.
    package let reasons: [Int: String]
    let version: Int

    package var standing: HelpProposal.Standing { proposal.standing(mustAgree) }
}

extension Connection {
    /// The proposals of help of a family that the reader knows of, latest first.
    package func proposals(_ key: borrowing DossierKey) throws -> [ProposalSight] { try proposals(nil, key) }

    /// One of them; nil where the reader does not know of it.
    package func proposal(_ id: ID<HelpProposal>, _ key: borrowing DossierKey) throws -> ProposalSight? {
        try proposals(id, key).first
    }

    private func proposals(
        _ id: ID<HelpProposal>?, _ key: borrowing DossierKey
    ) throws -> [ProposalSight] {
        let hidden = try accountsHidden(key)
        let kept = try keptProposals(in: key.family, only: id).filter {
            key.reading.maySee($0.proposal, hidden: hidden)
        }
        guard !kept.isEmpty else { return [] }
        let mustAgree = try whoMustAgree(to: .help, key)
        return try kept.map { one in
            try opened(one, mustAgree[one.proposal.person] ?? .nobody(.authorityNotNoted), hidden, key)
        }
    }

    private func opened(
        _ kept: KeptProposal, _ mustAgree: WhoMustAgree, _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey
    ) throws -> ProposalSight {
        let id = kept.proposal.id
        let isPlaceKnown = try !hidesPlaces(of: kept.proposal.person, key)
        let text = try key.open(kept.body, in: kept.part, at: .proposal(id, in: key.family))
            .flatMap(ProposalText.init(sealed:))
        var reasons: [Int: String] = [:]
        for (place, sealed) in kept.reasons.enumerated() {
            let answer = kept.proposal.answers[place]
            guard key.reading.readsReason(of: answer, to: kept.proposal), !answer.isBy(hidden) else { continue }
            reasons[place] = try key.open(sealed, in: kept.part, at: .proposalReason(id, place + 1, in: key.family))
        }
        return ProposalSight(
            proposal: kept.proposal.without(notedBy: hidden),
            text: text.map { isPlaceKnown ? $0 : ProposalText(help: $0.help, helper: "", brings: $0.brings) },
            helper: isPlaceKnown ? kept.helper : nil, isPlaceKnown: isPlaceKnown, mustAgree: mustAgree,
            reasons: reasons, version: kept.version)
    }

    /// Whoever asks.
    func keptProposals(in family: ID<Family>, only id: ID<HelpProposal>? = nil) throws -> [KeptProposal] {
        let answers = Dictionary(grouping: try proposalAnswers(in: family, only: id), by: \.proposal)
        return try rows(
            """
            SELECT id, person_id, part_id, by_id, organisation_id, helper_id, made_at, starts_day, body, outcome, version
            FROM help_proposal
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY made_at DESC, id DESC
            """
        ) { row in
            let given = answers[row.id(0)] ?? []
            return KeptProposal(
                proposal: HelpProposal(
                    id: row.id(0), person: row.id(1), by: row.id(3), organisation: row.id(4), made: row.moment(6),
                    starts: try row.day(7), answers: given.map(\.answer),
                    outcome: row.ifAny(9) { $0.text($1) }.flatMap(HelpProposal.Outcome.init(rawValue:))),
                part: row.id(2), helper: row.idIfAny(5), body: row.bytesIfAny(8), reasons: given.map(\.reason),
                version: row.int(10))
        }
    }

    private func proposalAnswers(in family: ID<Family>, only id: ID<HelpProposal>?) throws -> [KeptAnswer] {
        try rows(
            """
            SELECT proposal_id, by_person_id, by_account_id, is_yes, how, at, noted_by, reason FROM help_proposal_answer
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR proposal_id = \(id))
            ORDER BY proposal_id, number
            """
        ) { row in
            guard let how = Consent.How(rawValue: row.text(4)) else {
                throw DatabaseError.damaged("answer given \(row.text(4))")
            }
            let person: ID<Person>? = row.idIfAny(1)
            return KeptAnswer(
                proposal: row.id(0),
                answer: HelpProposal.Answer(
                    by: person.map { .person($0) } ?? .adviser(row.id(2)), isYes: row.bool(3), how, at: row.moment(5),
                    notedBy: row.idIfAny(6)),
                reason: row.bytesIfAny(7))
        }
    }
}

/// A proposal as it is kept, still sealed.
struct KeptProposal {
    let proposal: HelpProposal
    let part: ID<Part>
    let helper: ID<Organisation>?
    let body: [UInt8]?
    let reasons: [[UInt8]?]
    let version: Int
}

private struct KeptAnswer {
    let proposal: ID<HelpProposal>
    let answer: HelpProposal.Answer
    let reason: [UInt8]?
}

extension HelpProposal.Answer {
    /// Whether it is advice of somebody who leaves no trace for the reader.
    func isBy(_ hidden: Set<ID<Account>>) -> Bool {
        if case .adviser(let account) = by { hidden.contains(account) } else { false }
    }
}

extension SealedPlace {
    static func proposal(_ id: ID<HelpProposal>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("help_proposal", "body", row: id.text, owner: family.text)
    }
    static func proposalReason(_ id: ID<HelpProposal>, _ number: Int, in family: ID<Family>) -> SealedPlace {
        SealedPlace("help_proposal_answer", "reason", row: "\(id)/\(number)", owner: family.text)
    }
}
