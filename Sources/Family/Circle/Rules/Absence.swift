// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody is away for a while, ill or on holiday, and colleagues do their work meanwhile: one for all families, or
/// another one for some of them.
///
/// Arranged by a team lead of both, who learns of no family thereby. Why somebody is away is written down nowhere.
package struct Absence: Hashable, Sendable {
    package enum Refusal: Kernel.Refusal {
        /// Only a team lead of the organisation arranges it; who is away and a team lead end it.
        case notYours
        /// They do not both work there, are one and the same, or who stands in is the one who arranges it.
        case notPossible
        /// The colleague is away as well then.
        case standInIsAway
        /// Somebody stands in for them already.
        case changed
        /// It begins before today, or too far ahead.
        case beginsOutside
        /// It ends before it begins, or is longer than somebody stands in.
        case endsOutside
    }

    package let id: ID<Absence>
    package let organisation: ID<Organisation>
    package let who: ID<Account>
    package let standIn: ID<Account>
    package let by: ID<Account>
    package let from: Day
    /// The first day on which they are back.
    package let until: Day
    /// Who does it in some families, by the membership of who is away, where that is not the one for all.
    package private(set) var divided: [ID<Membership>: ID<Account>] = [:]

    /// How far ahead it is arranged at most.
    package static let ahead = 92

    package init(
        id: ID<Absence>, organisation: ID<Organisation>, who: ID<Account>, standIn: ID<Account>, by lead: ID<Account>,
        from: Day, until: Day, divided: [ID<Membership>: ID<Account>] = [:]
    ) {
        self.id = id
        self.organisation = organisation
        self.who = who
        self.standIn = standIn
        by = lead
        self.from = from
        self.until = until
        self.divided = divided
    }

    /// Who stands in for one membership of who is away.
    package func standIn(for membership: ID<Membership>) -> ID<Account> { divided[membership] ?? standIn }

    /// All who stand in.
    package var standIns: Set<ID<Account>> { Set(divided.values).union([standIn]) }

    /// The absence, when it may be arranged so.
    ///
    /// - Parameters:
    ///   - colleagues: who works for the organisation.
    ///   - others: what runs or is arranged there already.
    /// - Throws: ``Refusal``
    package func arranged(
        among colleagues: [Professional], others: [Absence], on today: Day
    ) throws(Refusal) -> Absence {
        let works = { account in colleagues.filter { $0.account == account && $0.organisation == organisation } }
        guard works(by).contains(where: { $0.function == .teamLead }) else { throw .notYours }
        // Nobody lets themself in to what a colleague reads.
        guard who != standIn, standIn != by, !works(who).isEmpty, !works(standIn).isEmpty else { throw .notPossible }
        guard today <= from, from - today <= Self.ahead else { throw .beginsOutside }
        guard from < until, until - from <= StandIn.longest else { throw .endsOutside }
        let meanwhile = others.filter { $0.organisation == organisation && $0.from < until && from < $0.until }
        guard !meanwhile.contains(where: { $0.who == who }) else { throw .changed }
        // Nobody is left without work to fall back on by two who stand in for each other.
        guard !meanwhile.contains(where: { $0.who == standIn || $0.standIns.contains(who) }) else {
            throw .standInIsAway
        }
        return self
    }

    /// The absence, when its families may be divided so among colleagues.
    ///
    /// - Parameters:
    ///   - choices: by the membership of who is away; of those that are missing stays who stands in for all.
    ///   - lead: who divides them, who lets in neither themself nor who is away.
    ///   - others: what runs or is arranged there already.
    /// - Throws: ``Refusal``
    package func divided(
        _ choices: [ID<Membership>: ID<Account>], by lead: ID<Account>, among colleagues: [Professional],
        others: [Absence]
    ) throws(Refusal) -> Absence {
        let working = colleagues.filter { $0.organisation == organisation }
        guard working.contains(where: { $0.account == lead && $0.function == .teamLead }) else { throw .notYours }
        let meanwhile = others.filter {
            $0.id != id && $0.organisation == organisation && $0.from < until && from < $0.until
        }
        for colleague in Set(choices.filter { standIn(for: $0.key) != $0.value }.values) {
            guard colleague != who, colleague != lead, working.contains(where: { $0.account == colleague }) else {
                throw .notPossible
            }
            guard !meanwhile.contains(where: { $0.who == colleague }) else { throw .standInIsAway }
        }
        var absence = self
        absence.divided = divided.merging(choices) { $1 }.filter { $0.value != standIn }
        return absence
    }

    /// The same, as carried out by another lead than who arranged it.
    package func carriedOut(by lead: ID<Account>) -> Absence {
        Absence(
            id: id, organisation: organisation, who: who, standIn: standIn, by: lead, from: from, until: until,
            divided: divided)
    }

    /// The same, as far as it may be told to who learns nothing of some memberships.
    package func without(_ untold: Set<ID<Membership>>) -> Absence {
        Absence(
            id: id, organisation: organisation, who: who, standIn: standIn, by: by, from: from, until: until,
            divided: divided.filter { !untold.contains($0.key) })
    }

    /// What somebody owes because it is their work there, and another can do as well.
    private static let work: Set<PromiseKind> = [
        .callBack, .feedback, .startHelp, .planMeeting, .fixPlan, .evaluate, .weighWithdrawal, .takeAction, .mendFamily,
        .reviewDirection, .closeCircle, .decideForgetting, .reviewKeeping, .askInPerson, .answerInspection,
        .renewIndication, .weighIndication, .talkAboutMatch, .askAboutProposal, .concludeProposal, .followProvision,
    ]

    /// Whether a promise moves to who stands in: not what was asked of somebody in person or said in private, nor what
    /// they owe for another organisation.
    ///
    /// - Parameter isElsewhere: whether who is away is in the circle for another organisation, too.
    package static func moves(_ promise: Promise, of membership: Membership, isElsewhere: Bool) -> Bool {
        work.contains(promise.kind) && (!isElsewhere || promise.fallback == membership.organisation)
    }

    /// Whether somebody may say that it is over.
    package func mayEnd(_ account: ID<Account>, work: [Professional]) -> Bool {
        account == who
            || work.contains {
                $0.account == account && $0.organisation == organisation && $0.function == .teamLead
            }
    }
}
