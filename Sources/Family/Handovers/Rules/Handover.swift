// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A responsibility moves from one to another, with the family at the table (*warme overdracht*).
///
/// Proposed by the holder or by who asks for it; agreed by the other of the two; talked about with the family; completed.
/// Everything moves when it is completed, and nothing before. Without the talk it takes a reason, and counts as cold.
package struct Handover: Hashable, Sendable {
    /// What moves.
    package enum Responsibility: Hashable, Sendable {
        /// Direction, of a kind, until somebody looks whether it is still needed so.
        case direction(Direction.Kind, review: Day)
        /// To be called first (*vast aanspreekpunt*).
        case contact
        /// All that a professional does in this family: who hands that over leaves the circle with it.
        case help
    }

    /// The talk with the family.
    package struct Talk: Hashable, Sendable {
        package let day: Day
        /// Who of the family was there.
        package let present: Set<ID<Person>>
        /// Those who said yes.
        package let agreed: Set<ID<Person>>
        /// The family told whether its story is right, so that it need not tell it again.
        package let storyConfirmed: Bool
        /// The new helper was introduced by the one who leaves.
        package let introduced: Bool

        package init(
            day: Day, present: Set<ID<Person>>, agreed: Set<ID<Person>>, storyConfirmed: Bool, introduced: Bool
        ) {
            self.day = day
            self.present = present
            self.agreed = agreed.intersection(present)
            self.storyConfirmed = storyConfirmed
            self.introduced = introduced
        }
    }

    /// Why there was no talk.
    package enum Cold: String, Sendable, CaseIterable {
        /// It would be dangerous: this is not counted against a team.
        case safety
        /// The family did not want it, or could not be reached.
        case family
        /// The holder is not there any more.
        case holder
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case proposed, agreed, completed, declined, withdrawn
        /// One of the two left, or what was to move is not the holder's any more.
        case lapsed

        package var isOpen: Bool { self == .proposed || self == .agreed }
    }

    package let id: ID<Handover>
    package let responsibility: Responsibility
    package let from: ID<Account>
    package let to: ID<Account>
    package let proposer: ID<Account>
    package let made: Moment
    /// Whether the one before leaves the circle with it; then all they owe moves, too.
    package let leaves: Bool
    /// Whether it is somebody of the family who hands it over: what is left to do is the helper's then.
    package let isFromFamily: Bool
    package private(set) var state: State
    package private(set) var talk: Talk?
    package private(set) var cold: Cold?

    package init(
        id: ID<Handover>, _ responsibility: Responsibility, from: ID<Account>, to: ID<Account>, proposer: ID<Account>,
        made: Moment, leaves: Bool = false, isFromFamily: Bool = false, state: State = .proposed, talk: Talk? = nil,
        cold: Cold? = nil
    ) {
        self.id = id
        self.responsibility = responsibility
        self.from = from
        self.to = to
        self.proposer = proposer
        self.made = made
        self.leaves = responsibility.leaves ?? leaves
        self.isFromFamily = isFromFamily
        self.state = state
        self.talk = talk
        self.cold = cold
    }

    /// Who is asked: the other of the two.
    package var asked: ID<Account> { proposer == from ? to : from }

    package func concerns(_ account: ID<Account>) -> Bool { account == from || account == to }

    /// Whether it was warm; nil before it is completed, and when it was cold by safety, which is not counted.
    package var isWarm: Bool? {
        guard state == .completed, cold != .safety else { return nil }
        return talk.map { !$0.present.isEmpty } ?? false
    }
}

extension Handover {
    package var isOfDirection: Bool {
        if case .direction = responsibility { true } else { false }
    }
}

extension Handover.Responsibility {
    /// Whether who hands it over leaves the circle; nil where they choose.
    fileprivate var leaves: Bool? {
        switch self {
        case .direction: nil
        case .contact: false
        case .help: true
        }
    }
}

extension Handover {
    package enum Refusal: Kernel.Refusal {
        /// It waits for another one of the two, or is nobody's business but theirs.
        case notYours
        /// It was answered, completed or stopped before.
        case over
        /// Not agreed yet.
        case notAgreed
        /// Neither talked about with the family, nor said why not.
        case notTalked
        /// There was a talk on a day that is still to come, or with nobody of the family.
        case noSuchTalk
        /// Nobody of the family said yes.
        case nobodyAgreed
        /// There is another one that waits, or what is to move is not the holder's any more.
        case changed
        /// Who would take it over can't: not in the circle, or the family's and it is safety.
        case notPossible
        /// Who directs hands over their help with direction, and not apart from it.
        case directs
    }

    /// The handover once the one who was asked agrees.
    ///
    /// - Throws: ``Refusal``
    package func agreed(by who: ID<Account>) throws(Refusal) -> Handover {
        try waits(for: who)
        return become(.agreed)
    }

    /// The handover once the one who was asked does not want it.
    ///
    /// - Throws: ``Refusal``
    package func declined(by who: ID<Account>) throws(Refusal) -> Handover {
        try waits(for: who)
        return become(.declined)
    }

    /// The handover once one of the two stops it: who proposed it while it waits, either of them once both agreed.
    ///
    /// - Throws: ``Refusal``
    package func withdrawn(by who: ID<Account>) throws(Refusal) -> Handover {
        guard concerns(who) else { throw .notYours }
        switch state {
        case .proposed: guard who == proposer else { throw .notYours }
        case .agreed: break
        case .completed, .declined, .withdrawn, .lapsed: throw .over
        }
        return become(.withdrawn)
    }

    /// The handover once it was talked about with the family; told again, the later talk counts.
    ///
    /// - Throws: ``Refusal``
    package func talked(_ talk: Talk, by who: ID<Account>, on today: Day) throws(Refusal) -> Handover {
        guard concerns(who) else { throw .notYours }
        guard state.isOpen else { throw .over }
        guard talk.day <= today, !talk.present.isEmpty else { throw .noSuchTalk }
        var handover = self
        handover.talk = talk
        handover.cold = nil
        return handover
    }

    /// The handover once one of the two says why there is no talk.
    ///
    /// - Throws: ``Refusal``
    package func withoutTalk(_ cold: Cold, by who: ID<Account>) throws(Refusal) -> Handover {
        guard concerns(who) else { throw .notYours }
        guard state.isOpen else { throw .over }
        var handover = self
        handover.talk = nil
        handover.cold = cold
        return handover
    }

    /// The handover once all moved.
    ///
    /// - Throws: ``Refusal``
    package func completed(by who: ID<Account>) throws(Refusal) -> Handover {
        guard concerns(who) else { throw .notYours }
        switch state {
        case .agreed: break
        case .proposed: throw .notAgreed
        case .completed, .declined, .withdrawn, .lapsed: throw .over
        }
        guard talk != nil || cold != nil else { throw .notTalked }
        return become(.completed)
    }

    /// The handover once one of the two is gone; nobody's act, and nothing where it is over already.
    package func lapsed() -> Handover { state.isOpen ? become(.lapsed) : self }

    private func waits(for who: ID<Account>) throws(Refusal) {
        guard concerns(who) else { throw .notYours }
        guard state == .proposed else { throw .over }
        guard who == asked else { throw .notYours }
    }

    private func become(_ state: State) -> Handover {
        var handover = self
        handover.state = state
        return handover
    }
}
