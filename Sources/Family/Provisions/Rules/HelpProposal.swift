// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What a professional proposes to do for somebody (*hulpvoorstel*): for whom, which help, by whom, from when.
///
/// Each of those who must agree to help says yes or no (``WhoMustAgree``, Jeugdwet 7.3.4 and 7.3.5), and professionals who
/// plan with them advise. Silence is no yes, and advice neither. Who proposed it writes down what came of it, and that
/// follows from the answers alone.
package struct HelpProposal: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// Only a professional who plans with them proposes, and notes; who must agree answers, or advises.
        case notYours
        /// It was closed before.
        case over
        /// It begins before today, or more than a year from now.
        case notThen
        /// A no is said with its reason.
        case reasonMissing
        /// Who said it in Rondom themself is not spoken for.
        case saidThemself
        /// The answers decide nothing yet.
        case undecided
        /// They decide something else than who closes it saw.
        case changed
    }

    /// Who answers: one of the family who must agree, or a professional who advises.
    package enum Party: Hashable, Sendable {
        case person(ID<Person>)
        case adviser(ID<Account>)
    }

    /// What one of them said, last said last.
    package struct Answer: Hashable, Sendable {
        package let by: Party
        package let isYes: Bool
        package let how: Consent.How
        package let at: Moment
        /// The professional who wrote it down, where it was not said in Rondom.
        package let notedBy: ID<Account>?

        package init(
            by party: Party, isYes: Bool, _ how: Consent.How = .inRondom, at: Moment, notedBy: ID<Account>? = nil
        ) {
            (by, self.isYes, self.how, self.at, self.notedBy) = (party, isYes, how, at, notedBy)
        }
    }

    /// What came of it.
    package enum Outcome: String, CaseIterable, Sendable {
        case goesOn, doesNotGoOn
        /// By who proposed it.
        case withdrawn
    }

    /// How it stands.
    package enum Standing: Hashable, Sendable {
        case waits(for: Set<ID<Person>>)
        /// All who must agree said yes.
        case agreed
        /// One no is a no.
        case refused(by: Set<ID<Person>>)
        /// Nobody may be assumed to decide.
        case stopped(WhoMustAgree.Reason)
        case over(Outcome)
    }

    /// Within how many working days an answer is owed.
    package static let norm = 10
    /// How far ahead help can begin, in days.
    package static let ahead = 366

    package let id: ID<HelpProposal>
    package let person: ID<Person>
    package let by: ID<Account>
    package let organisation: ID<Organisation>
    package let made: Moment
    package let starts: Day
    package private(set) var answers: [Answer]
    package private(set) var outcome: Outcome?

    package init(
        id: ID<HelpProposal>, person: ID<Person>, by: ID<Account>, organisation: ID<Organisation>, made: Moment,
        starts: Day, answers: [Answer] = [], outcome: Outcome? = nil
    ) {
        (self.id, self.person, self.by, self.organisation) = (id, person, by, organisation)
        (self.made, self.starts, self.answers, self.outcome) = (made, starts, answers, outcome)
    }

    /// One that is made now.
    ///
    /// - Throws: ``Refusal``
    package static func made(
        _ id: ID<HelpProposal>, for person: ID<Person>, by reader: Reading, starts: Day, at now: Moment
    ) throws(Refusal) -> HelpProposal {
        guard reader.mayRefer(person), let organisation = reader.onBehalfOf else { throw .notYours }
        guard now.day <= starts, starts - now.day <= ahead else { throw .notThen }
        return HelpProposal(
            id: id, person: person, by: reader.reader, organisation: organisation, made: now, starts: starts)
    }

    package var isOpen: Bool { outcome == nil }

    /// What each said last.
    package var latest: [Party: Answer] {
        answers.reduce(into: [:]) { $0[$1.by] = $1 }
    }

    /// The same, where these wrote nothing down: what was said stays said.
    package func without(notedBy hidden: Set<ID<Account>>) -> HelpProposal {
        guard !hidden.isEmpty else { return self }
        var proposal = self
        proposal.answers = answers.map { answer in
            guard let noter = answer.notedBy, hidden.contains(noter) else { return answer }
            return Answer(by: answer.by, isYes: answer.isYes, answer.how, at: answer.at)
        }
        return proposal
    }

    /// How it stands, as those who must agree now have answered.
    package func standing(_ mustAgree: WhoMustAgree) -> Standing {
        if let outcome { return .over(outcome) }
        switch mustAgree {
        case .nobody(let reason): return .stopped(reason)
        // What a court ordered is no proposal: help is agreed to.
        case .notNeeded: return .waits(for: [])
        case .all(let all):
            let said = latest
            let refusing = all.filter { said[.person($0)]?.isYes == false }
            guard refusing.isEmpty else { return .refused(by: refusing) }
            let missing = all.filter { said[.person($0)] == nil }
            return missing.isEmpty && !all.isEmpty ? .agreed : .waits(for: missing)
        }
    }
}

extension HelpProposal {
    /// The proposal once somebody answered, or changed their answer.
    ///
    /// - Parameter hasReason: whether it says why.
    /// - Throws: ``Refusal``
    package func answered(
        _ answer: Answer, by reader: Reading, _ mustAgree: WhoMustAgree, hasReason: Bool
    ) throws(Refusal) -> HelpProposal {
        if answer.notedBy == nil {
            guard reader.party(in: self, mustAgree) == answer.by, answer.how == .inRondom else { throw .notYours }
        } else {
            guard reader.mayRefer(person), answer.notedBy == reader.reader, answer.how != .inRondom,
                case .person(let who) = answer.by, mustAgree.persons.contains(who)
            else { throw .notYours }
            if let said = latest[answer.by], said.how == .inRondom { throw .saidThemself }
        }
        guard isOpen else { throw .over }
        guard answer.isYes || hasReason else { throw .reasonMissing }
        var proposal = self
        proposal.answers.append(answer)
        return proposal
    }

    /// What follows from the answers; nil where they decide nothing.
    package func following(_ mustAgree: WhoMustAgree) -> Outcome? {
        switch standing(mustAgree) {
        case .agreed: .goesOn
        case .refused: .doesNotGoOn
        case .waits, .stopped, .over: nil
        }
    }

    /// The proposal with what follows from the answers, as who proposed it writes down.
    ///
    /// - Parameter seen: what followed from them on the page of who closes it.
    /// - Throws: ``Refusal``
    package func concluded(
        by reader: Reading, _ mustAgree: WhoMustAgree, seeing seen: Outcome?
    ) throws(Refusal) -> HelpProposal {
        guard reader.mayConclude(self) else { throw .notYours }
        guard isOpen else { throw .over }
        guard let outcome = following(mustAgree) else { throw .undecided }
        guard outcome == seen else { throw .changed }
        return ended(outcome)
    }

    /// The proposal once it was withdrawn.
    ///
    /// - Throws: ``Refusal``
    package func withdrawn(by reader: Reading) throws(Refusal) -> HelpProposal {
        guard reader.mayConclude(self) else { throw .notYours }
        guard isOpen else { throw .over }
        return ended(.withdrawn)
    }

    private func ended(_ outcome: Outcome) -> HelpProposal {
        var proposal = self
        proposal.outcome = outcome
        return proposal
    }
}

extension Reading {
    /// Whether the reader knows of a proposal: the young person, who reads about them by authority or was let in by them,
    /// and members who plan with them.
    ///
    /// - Parameter hidden: the accounts of who is hidden from the reader.
    package func maySee(_ proposal: HelpProposal, hidden: Set<ID<Account>>) -> Bool {
        !held.items.contains(ItemName(.proposal, proposal.id)) && !hidden.contains(proposal.by)
            && covered[proposal.person].map { $0.share >= .plan } ?? false
    }

    /// As whom the reader answers; nil for who only reads it.
    package func party(in proposal: HelpProposal, _ mustAgree: WhoMustAgree) -> HelpProposal.Party? {
        if let ownPerson { return mustAgree.persons.contains(ownPerson) ? .person(ownPerson) : nil }
        return mayRefer(proposal.person) && reader != proposal.by ? .adviser(reader) : nil
    }

    /// Whether the reader writes down what came of it: who proposed it, or a colleague who plans with them, too.
    package func mayConclude(_ proposal: HelpProposal) -> Bool {
        mayRefer(proposal.person) && (reader == proposal.by || onBehalfOf == proposal.organisation)
    }

    /// Whether the reader reads who said what: those of the family, and professionals who plan with them.
    ///
    /// The own network knows how it stands, and no more.
    package func seesAnswers(to proposal: HelpProposal) -> Bool {
        ownPerson != nil || membership?.kind == .professional || isEmergency
    }

    /// Whether the reader reads why somebody said no: who said it, and professionals who plan with them; why a professional
    /// advises against it, the family, too.
    package func readsReason(of answer: HelpProposal.Answer, to proposal: HelpProposal) -> Bool {
        switch answer.by {
        case .person(let person): mayRefer(proposal.person) || ownPerson == person
        case .adviser: mayRefer(proposal.person) || ownPerson != nil
        }
    }
}
