// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension HelpProposal {
    package var subject: Promise.Subject { Promise.Subject(kind: ItemName.Kind.proposal.rawValue, id: id.text) }
}

extension Connection {
    /// Makes what is owed about a proposal be what follows from how it stands.
    func owe(
        _ proposal: HelpProposal, _ mustAgree: WhoMustAgree, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let wanted = try owed(of: proposal, mustAgree, key, vault)
        var missing = wanted
        for stored in try openPromises(in: ID(as: key.family), about: proposal.subject) {
            let promise = stored.promise
            // What a professional owes may lie with another by now.
            if let place = missing.firstIndex(where: {
                $0.kind == promise.kind && ($0.owner == promise.owner || promise.kind != .answerProposal)
            }) {
                missing.remove(at: place)
            } else if proposal.isOpen || promise.owner == .account(key.reading.reader) {
                try settle(promise.id, by: key.reading.reader, at: now, key, vault)
            } else {
                try save(try promise.closed(by: promise.receiver, .noLongerNeeded, at: now), of: stored)
            }
        }
        for debt in missing {
            let isAnswer = debt.kind == .answerProposal
            let promise = Promise(
                id: ids.next(at: now), kind: debt.kind, owner: debt.owner,
                receiver: isAnswer ? .account(proposal.by) : .person(ID(as: proposal.person)),
                subject: proposal.subject, urgency: .regular(workingDays: HelpProposal.norm), made: now,
                fallback: isAnswer ? nil : proposal.organisation)
            // Who owes an answer is between them and who asked.
            let about: Set<ID<Person>> = isAnswer ? [] : [proposal.person]
            try make(promise, about: about, saying: "", by: key.reading.reader, key, vault)
        }
    }

    private struct Debt {
        let kind: PromiseKind
        let owner: Promise.Owner
    }

    private func owed(
        of proposal: HelpProposal, _ mustAgree: WhoMustAgree, _ key: borrowing DossierKey, _ vault: Vault
    ) throws -> [Debt] {
        let accounts = try accounts(ofPersons: mustAgree.persons, key)
        let apart = try accountsApart(from: proposal, key)
        var (signing, outside): (Set<ID<Person>>, Set<ID<Person>>) = ([], [])
        for person in mustAgree.persons.sorted() {
            guard let account = accounts[person] else {
                outside.insert(person)
                continue
            }
            // From whom it is held nobody asks by it: that is for professionals to decide.
            guard !apart.contains(account) else { continue }
            let finds = try reading(of: key.family, by: account, on: key.today, vault)?.maySee(proposal, hidden: [])
            if finds == true { signing.insert(person) } else { outside.insert(person) }
        }
        let debts = ProposalDebts(
            of: proposal, mustAgree, signing: signing, outside: outside,
            advisers: try advisers(of: proposal, on: key.today, in: key.family).subtracting(apart))
        let mayConclude = try reading(of: key.family, by: proposal.by, on: key.today, vault)?.mayConclude(proposal)
        let professional: Promise.Owner =
            mayConclude == true ? .account(proposal.by) : .organisation(proposal.organisation)
        return debts.answers.sorted().compactMap { accounts[$0] }.map {
            Debt(kind: .answerProposal, owner: .account($0))
        }
            + debts.advice.sorted().map { Debt(kind: .answerProposal, owner: .account($0)) }
            + (debts.isAsked ? [Debt(kind: .askAboutProposal, owner: professional)] : [])
            + (debts.isConcluded ? [Debt(kind: .concludeProposal, owner: professional)] : [])
    }

    /// From whom it, or all of the family, is held, and who must not know of who proposed it.
    private func accountsApart(
        from proposal: HelpProposal, _ key: borrowing DossierKey
    ) throws -> Set<ID<Account>> {
        let held = try rows(
            """
            SELECT r.account_id FROM hold h
            JOIN hold_reader r ON r.family_id = h.family_id AND r.hold_id = h.id
            WHERE h.family_id = \(key.family) AND h.released_at IS NULL
                AND (h.item_kind = 'family' OR h.item_kind = 'proposal' AND h.item_id = \(proposal.id))
            ORDER BY r.account_id
            """
        ) { $0.id(0, Account.self) }
        let hidden = try hiddenFrom(key).filter { $0.member == proposal.by }.map(\.reader)
        return Set(held + hidden)
    }

    /// The professionals who plan with whom it is for, besides who proposed it.
    private func advisers(
        of proposal: HelpProposal, on day: Day, in family: ID<Family>
    ) throws -> Set<ID<Account>> {
        Set(
            try rows(
                """
                SELECT DISTINCT m.account_id FROM membership m
                JOIN membership_person p ON p.family_id = m.family_id AND p.membership_id = m.id
                WHERE m.family_id = \(family) AND p.person_id = \(proposal.person) AND m.kind = 'professional'
                    AND m.share >= \(Share.plan.rawValue) AND m.ended_at IS NULL AND m.from_day <= \(day)
                    AND (m.until_day IS NULL OR m.until_day > \(day)) AND m.account_id <> \(proposal.by)
                ORDER BY m.account_id
                """
            ) { $0.id(0) })
    }
}
