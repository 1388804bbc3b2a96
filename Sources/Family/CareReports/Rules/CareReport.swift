// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// A worry about a child that somebody reported (*zorgmelding*), as it lies at the desk that received it.
///
/// It lies outside every circle: linking it to a family shows it to nobody there. It is judged, gets somebody who has
/// it in hand, and is over only when who reported it got an answer.
package struct CareReport: Hashable, Sendable {
    /// How long it can wait: before it was judged as who reported says, after that as the desk does.
    package enum Urgency: String, CaseIterable, Sendable {
        case acute, day, week, regular

        /// Its place on the board: what is lower goes first, whatever it is due.
        package var rank: Int {
            switch self {
            case .acute: 0
            case .day: 1
            case .week: 2
            case .regular: 3
            }
        }

        /// How long the first talk may take; the usual one ten working days, which is the local norm until an agreement
        /// says otherwise.
        package var untilTalk: PromiseUrgency {
            switch self {
            case .acute: .acute
            case .day: .day
            case .week: .week
            case .regular: .regular(workingDays: 10)
            }
        }

        /// How long judging may take: never longer than the next working day.
        package var untilTriage: PromiseUrgency {
            switch self {
            case .acute: .acute
            case .day: .day
            case .week, .regular: .regular(workingDays: 1)
            }
        }
    }

    /// Where it goes after it was judged.
    package enum Place: Hashable, Sendable {
        /// The desk has the first talk itself.
        case desk
        /// To those around a family that is known here: one of them at the desk has the talk.
        case circle(ID<Family>)
        /// Reported on (Jeugdwet 4.1.7, step five of the reporting code).
        case veiligThuis
    }

    package enum State: Hashable, Sendable {
        case received
        case triaged
        case assigned(Place)
        /// The first talk was held.
        case talked
        case closed(Closing)
    }

    /// How it ended: who reported got advice, or heard that it was seen and who watches.
    package enum Closing: String, CaseIterable, Sendable {
        case advice, answered

        /// How long it is kept then: without help a year, else as all of youth care (twenty years, Jeugdwet 7.3.8).
        package var kept: Duration {
            switch self {
            case .advice: .days(365)
            case .answered: .days(365 * 20 + 5)
            }
        }
    }

    /// How soon who reported hears something after the first talk, or after it was reported on.
    package static let untilFeedback = PromiseUrgency.regular(workingDays: 10)

    package let id: ID<CareReport>
    package private(set) var desk: Side
    /// Who is at that desk now.
    package private(set) var crew: DeskCrew
    /// Who never opens it, wherever they work: it may be about them.
    package let keptFrom: Set<ID<Account>>
    /// The desk that must not get it: who reported says that it is about somebody there.
    package let avoids: ID<Organisation>?
    package private(set) var urgency: Urgency
    package private(set) var state: State
    /// Whether several parties are around the child, so that somebody has to direct.
    package private(set) var hasSeveralParties: Bool
    package private(set) var direction: Direction.Kind?
    package let received: Moment
    /// When it was judged first.
    package private(set) var judged: Moment?
    /// The family that it was linked to last, wherever it went then.
    package private(set) var family: ID<Family>?

    /// A report as it was written down.
    package init(
        id: ID<CareReport>, desk: Side, crew: DeskCrew, keptFrom: Set<ID<Account>> = [],
        avoids: ID<Organisation>? = nil, urgency: Urgency, state: State = .received, hasSeveralParties: Bool = false,
        direction: Direction.Kind? = nil, received: Moment, judged: Moment? = nil, family: ID<Family>? = nil
    ) {
        (self.id, self.desk, self.crew, self.keptFrom, self.avoids) = (id, desk, crew, keptFrom, avoids)
        (self.urgency, self.state, self.received, self.judged) = (urgency, state, received, judged)
        (self.hasSeveralParties, self.direction, self.family) = (hasSeveralParties, direction, family)
    }
}

// MARK: What is done with it

extension CareReport {
    package enum Act: Hashable, Sendable {
        /// From the inbox of the desk into one's own hands; a team lead also takes over what another has.
        case take
        /// To a colleague at the desk, or back into its inbox.
        case pass(to: ID<Account>?)
        /// To the desk of another organisation.
        case send(to: ID<Organisation>)
        case judge(Urgency, hasSeveralParties: Bool, direction: Direction.Kind?)
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
        state = .closed(.advice)
    }

    private mutating func answer() throws(Refusal) {
        guard state == .talked || state == .assigned(.veiligThuis) else { throw .notTalked }
        state = .closed(.answered)
    }
}
