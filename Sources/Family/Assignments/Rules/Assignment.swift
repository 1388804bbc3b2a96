// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Help that a municipality assigned to a provider, or that a provider asked it to (*toewijzing*, *verzoek om toewijzing*; iJw
/// 3.2), as the messages between the two tell it.
///
/// It belongs to no circle: the provider's team leads see it, and the colleague who has it in hand.
package struct Assignment: Hashable, Sendable {
    package enum State: String, CaseIterable, Sendable {
        /// The provider asked for it, and the municipality has not answered.
        case asked
        /// Assigned; the young person waits for help to start.
        case waiting
        case helping
        case over
    }

    /// What the municipality assigned.
    package struct Terms: Hashable, Sendable {
        /// The day on which it was decided (*toewijzingsdatum*).
        package let assigned: Day
        /// From and until when help may be given.
        package let from: Day
        package let until: Day?

        package init(assigned: Day, from: Day, until: Day?) {
            (self.assigned, self.from, self.until) = (assigned, from, until)
        }
    }

    /// Help that went on after it had stood still.
    package struct WentOn: Hashable, Sendable {
        package let day: Day
        package let after: Day

        package init(_ day: Day, after: Day) { (self.day, self.after) = (day, after) }
    }

    /// How long one is kept after it is over.
    package static let kept = Duration.days(365)
    /// How many days a request waits: an answer that was no comes in a message that is not read.
    package static let unanswered = 365
    /// How many days after its time a stop is waited for: not every kind of help is told to have stopped.
    package static let unstopped = 92
    /// After so many days without an end it is over.
    package static let endless = 3 * 365

    package let id: ID<Assignment>
    package let organisation: ID<Organisation>
    /// Who has it in hand; nil where only team leads see it.
    package var holder: ID<Account>?
    /// The team leads of the provider.
    package let leads: Set<ID<Account>>
    /// The municipality, by its four figures.
    package let municipality: String
    /// The category of the help (iJw, JZ020), such as 45 for help at home.
    package private(set) var category: String?
    package private(set) var asked: Day?
    package private(set) var terms: Terms?
    package private(set) var began: Day?
    /// Since when it stands still, or stood still when it stopped (reason 20).
    package private(set) var paused: Day?
    /// When it went on last, and since when it had stood still then.
    package private(set) var wentOn: WentOn?
    package private(set) var ended: Day?
    package private(set) var reason: StopReason?
    /// The municipality took it back.
    package private(set) var isWithdrawn: Bool
    /// Its time was over before help began, as far as was told.
    package var isLapsed: Bool
    /// The day of the latest message about what is assigned.
    package private(set) var heard: Day

    /// An assignment as it was written down.
    package init(
        id: ID<Assignment>, organisation: ID<Organisation>, holder: ID<Account>? = nil, leads: Set<ID<Account>> = [],
        municipality: String, category: String? = nil, asked: Day? = nil, terms: Terms? = nil, began: Day? = nil,
        paused: Day? = nil, wentOn: WentOn? = nil, ended: Day? = nil, reason: StopReason? = nil,
        isWithdrawn: Bool = false,
        isLapsed: Bool = false, heard: Day
    ) {
        (self.id, self.organisation, self.holder, self.leads) = (id, organisation, holder, leads)
        (self.municipality, self.category, self.asked, self.terms) = (municipality, category, asked, terms)
        (self.began, self.paused, self.wentOn) = (began, paused, wentOn)
        (self.ended, self.reason) = (ended, reason)
        (self.isWithdrawn, self.isLapsed, self.heard) = (isWithdrawn, isLapsed, heard)
    }

    package var state: State {
        if isWithdrawn || isLapsed || ended != nil { return .over }
        if began != nil { return .helping }
        return terms == nil ? .asked : .waiting
    }

    /// The assignment on a day: over, when its time was and help had not begun, or nobody told that it stopped, or nobody
    /// answered for a year.
    ///
    /// What began in time and was told late makes it true no more.
    package func lapsed(on today: Day) -> Assignment {
        var next = self
        switch state {
        case .asked: next.isLapsed = asked.map { $0 + Self.unanswered < today } ?? false
        case .waiting: next.isLapsed = (terms?.until ?? heard + Self.endless) < today
        case .helping:
            let last = max(heard, wentOn?.day ?? began ?? heard)
            next.isLapsed = (terms?.until.map { max($0, last) + Self.unstopped } ?? last + Self.endless) < today
        case .over: break
        }
        return next
    }

    /// Whether somebody at the provider may open it.
    package func isOpen(to worker: Worker) -> Bool {
        organisation == worker.organisation && (holder == worker.account || leads.contains(worker.account))
    }

    /// How many days the young person waits, or waited, from the assignment to the start of help (*administratieve
    /// wachttijd*); nil where nothing is assigned.
    ///
    /// The day on which the family asked is not in the messages.
    package func daysWaited(until today: Day) -> Int? {
        terms.map { terms in
            let last = isWithdrawn ? heard : isLapsed ? terms.until ?? heard : today
            return max(0, (began ?? last) - terms.assigned)
        }
    }
}

// MARK: What a message changes

extension Assignment {
    package enum Event: Hashable, Sendable {
        /// The provider asked for it (JW315).
        case asked
        /// Assigned, or assigned anew with other terms (JW301).
        case assigned(Terms)
        /// The municipality took it back (JW301, reason 13).
        case withdrawn(Terms)
        /// Help began (JW305), or went on after a pause.
        case started(Day)
        case startTakenBack(Day)
        /// Help stopped (JW307).
        case stopped(Day, StopReason)
        case stopTakenBack(Day)
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// A newer message about what is assigned was read before.
        case older
        /// Nothing was assigned yet, or it was taken back.
        case notAssigned
        case alreadyAsked
        case alreadyStarted, notStarted
        case alreadyStopped, notStopped
        /// It stops before it began.
        case stopsBeforeItBegan
        /// It began or stopped on a day to come.
        case dayToCome
        /// What is taken back was not said so.
        case saidOtherwise
    }

    /// The assignment after what a message says of it.
    ///
    /// - Parameters:
    ///   - told: the day of the message.
    ///   - category: of the help, where the message tells it.
    /// - Throws: ``Refusal`` when that can't be true beside what was said before.
    package func after(
        _ event: Event, category: String? = nil, told: Day, on today: Day
    ) throws(Refusal) -> Assignment {
        var next = self
        switch event {
        case .asked:
            guard asked == nil, terms == nil else { throw .alreadyAsked }
            (next.asked, next.category) = (told, category)
        case .assigned(let terms), .withdrawn(let terms):
            guard told <= today, terms.assigned <= today else { throw .dayToCome }
            guard told >= heard || self.terms == nil else { throw .older }
            if event == .withdrawn(terms), began != nil { throw .alreadyStarted }
            // The wait runs from when it was assigned first.
            let first = min(self.terms?.assigned ?? terms.assigned, terms.assigned)
            next.terms = Terms(assigned: first, from: terms.from, until: terms.until)
            (next.isWithdrawn, next.isLapsed) = (event == .withdrawn(terms), false)
            (next.heard, next.category) = (told, category ?? self.category)
        case .started(let day):
            guard terms != nil, !isWithdrawn else { throw .notAssigned }
            guard ended == nil else { throw .alreadyStopped }
            guard began == nil || paused != nil else { throw .alreadyStarted }
            guard day <= today else { throw .dayToCome }
            try next.start(day)
        case .startTakenBack(let day): try next.takeBackStart(day)
        case .stopped(let day, let reason): try next.stop(day, reason, on: today)
        case .stopTakenBack(let day): try next.takeBackStop(day)
        }
        return next
    }

    private mutating func start(_ day: Day) throws(Refusal) {
        if let paused {
            guard day >= paused else { throw .stopsBeforeItBegan }
            wentOn = WentOn(day, after: paused)
        }
        (began, paused, isLapsed) = (began ?? day, nil, false)
    }

    private mutating func takeBackStart(_ day: Day) throws(Refusal) {
        guard let began else { throw .notStarted }
        guard ended == nil, paused == nil else { throw .alreadyStopped }
        if let wentOn {
            guard wentOn.day == day else { throw .saidOtherwise }
            (paused, self.wentOn) = (wentOn.after, nil)
        } else {
            guard began == day else { throw .saidOtherwise }
            self.began = nil
        }
    }

    private mutating func takeBackStop(_ day: Day) throws(Refusal) {
        guard let stopped = ended ?? paused else { throw .notStopped }
        guard stopped == day else { throw .saidOtherwise }
        if ended != nil { (ended, reason) = (nil, nil) } else { paused = nil }
    }

    private mutating func stop(_ day: Day, _ reason: StopReason, on today: Day) throws(Refusal) {
        guard let began else { throw .notStarted }
        guard ended == nil else { throw .alreadyStopped }
        guard day >= max(began, paused ?? began, wentOn?.day ?? began) else { throw .stopsBeforeItBegan }
        guard day <= today else { throw .dayToCome }
        if reason == .forNow {
            guard paused == nil else { throw .alreadyStopped }
            paused = day
        } else {
            (ended, self.reason, isLapsed) = (day, reason, false)
        }
    }
}
