// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension CareReport {
    package enum Act: Hashable, Sendable {
        /// From the inbox of the desk into one's own hands; a team lead also takes over what another has.
        case take
        /// To a colleague at the desk, or back into its inbox.
        case pass(to: ID<Account>?)
        /// To the desk of another organisation.
        case send(to: ID<Organisation>)
        case judge(Urgency, hasSeveralParties: Bool, direction: Direction.Kind?)
        /// Somebody keeps the conditions for safety, and looks at them again by a day.
        case keepSafety(until: Day)
        /// The conditions hold no more, or another keeps them from now on.
        case endSafety
        case assign(Place)
        /// The first talk was held.
        case talk
        /// It needs no more than advice, which who reported gets.
        case advise
        /// Who reported hears that it was seen, and a professional with a ground who watches.
        case answer
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// It is over.
        case closed
        /// Somebody else has it in hand.
        case taken
        /// It is not this worker's desk.
        case notYours
        /// Who is to have it is not at this desk, or it may be about them.
        case notAtDesk
        case notJudged, alreadyJudged
        /// Several parties are around the child, and nobody chose who directs.
        case noDirection
        /// It came with conditions for safety, and nobody keeps them.
        case noKeeper
        /// Somebody here keeps the conditions for safety until a day.
        case keeper
        case notAssigned, notTalked
        /// The talk is with Veilig Thuis.
        case notHere
    }

    /// The report after an act.
    ///
    /// What lies in the inbox is in the hands of who does something with it.
    ///
    /// - Throws: ``Refusal`` when it is not this worker's to do, or not now.
    package func after(_ act: Act, by worker: Worker) throws(Refusal) -> CareReport {
        guard isAtDesk(worker) else { throw .notYours }
        guard !isOver else { throw .closed }
        let isTakenOver = act == .take && crew.leads.contains(worker.account)
        guard desk.account == nil || desk.account == worker.account || isTakenOver else { throw .taken }
        var next = self
        next.desk.account = worker.account
        switch act {
        case .take: break
        case .pass(let colleague):
            if let colleague, !mayHave(colleague) { throw .notAtDesk }
            next.desk.account = colleague
        case .send(let organisation):
            guard state == .received else { throw .alreadyJudged }
            guard organisation != desk.organisation, organisation != avoids else { throw .notAtDesk }
            next = sent(to: organisation)
        case .judge(let urgency, let several, let direction): try next.judge(urgency, several, direction)
        case .keepSafety(let day): try next.keepSafety(until: day)
        case .endSafety: try next.endSafety()
        case .assign(let place): try next.assign(place)
        case .talk: try next.talk()
        case .advise: try next.advise()
        case .answer: try next.answer()
        }
        return next
    }

    /// The report once it lies in the inbox of another desk.
    package func sent(to organisation: ID<Organisation>) -> CareReport {
        var next = self
        (next.desk, next.crew) = (Side(organisation), DeskCrew())
        return next
    }

    /// The report once nobody has it in hand.
    package var inInbox: CareReport {
        var next = self
        next.desk.account = nil
        return next
    }

    /// The report with the moment at which it was judged, where this is the first time.
    package func dated(_ now: Moment) -> CareReport {
        var next = self
        if state != .received, judged == nil { next.judged = now }
        return next
    }

    private mutating func judge(
        _ urgency: Urgency, _ hasSeveralParties: Bool, _ direction: Direction.Kind?
    ) throws(Refusal) {
        guard state != .talked else { throw .alreadyJudged }
        // What left triage stays with somebody who directs.
        if case .assigned = state, hasSeveralParties, direction == nil { throw .noDirection }
        (self.urgency, self.hasSeveralParties, self.direction) = (urgency, hasSeveralParties, direction)
        if state == .received { state = .triaged }
    }

    private mutating func assign(_ place: Place) throws(Refusal) {
        guard state != .received else { throw .notJudged }
        guard state != .talked else { throw .alreadyJudged }
        guard !hasSeveralParties || direction != nil else { throw .noDirection }
        guard safety != .nobody else { throw .noKeeper }
        if case .circle(let family) = place { self.family = family }
        state = .assigned(place)
    }

    private mutating func talk() throws(Refusal) {
        guard case .assigned(let place) = state else { throw state == .talked ? .alreadyJudged : .notAssigned }
        guard place != .veiligThuis else { throw .notHere }
        state = .talked
    }

    private mutating func advise() throws(Refusal) {
        guard state != .received else { throw .notJudged }
        guard state == .triaged else { throw .alreadyJudged }
        guard safety != .nobody else { throw .noKeeper }
        guard !keepsSafety else { throw .keeper }
        state = .closed(.advice)
    }

    private mutating func keepSafety(until day: Day) throws(Refusal) {
        guard safety != nil, state != .received else { throw .notJudged }
        safety = .until(day)
    }

    private mutating func endSafety() throws(Refusal) {
        guard keepsSafety else { throw .noKeeper }
        safety = .over
    }

    private mutating func answer() throws(Refusal) {
        guard state == .talked || state == .assigned(.veiligThuis) else { throw .notTalked }
        guard !keepsSafety else { throw .keeper }
        state = .closed(.answered)
    }
}
