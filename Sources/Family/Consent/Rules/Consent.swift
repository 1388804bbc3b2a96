// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody may know something, or may help, for certain persons and a time, as those who must agree said
/// (*toestemming*).
///
/// It stands for each person apart, once all who must agree for them said yes. It ends on its day, or at once when one
/// of those who must agree takes the yes back; what was shared before stays where it went.
package struct Consent: Hashable, Sendable {
    /// How one required yes stands.
    package enum Answer: String, Hashable, Sendable, CaseIterable {
        case yes, no
        /// They were tried and not found; it waits for them.
        case notReached
        /// Not asked, because asking is dangerous: decided by two professionals (Jeugdwet 7.3.15 lid 4).
        case notAsked
    }

    /// How it was given.
    package enum How: String, Hashable, Sendable, CaseIterable {
        case inRondom, onPaper, spoken
    }

    /// What one who must agree said about one person, last said last.
    package struct Given: Hashable, Sendable {
        package let about: ID<Person>
        package let by: ID<Person>
        package let answer: Answer
        package let how: How
        package let at: Moment
        /// The professional who wrote it down, where it was not said in Rondom.
        package let notedBy: ID<Account>?
        /// The second professional, of what counts only with one.
        package let second: ID<Account>?

        package init(
            about: ID<Person>, by: ID<Person>, _ answer: Answer, _ how: How = .inRondom, at: Moment,
            notedBy: ID<Account>? = nil, second: ID<Account>? = nil
        ) {
            (self.about, self.by, self.answer, self.how) = (about, by, answer, how)
            (self.at, self.notedBy, self.second) = (at, notedBy, second)
        }

        /// Whether it counts: that somebody was not asked only once a second professional confirmed it.
        package var counts: Bool { answer != .notAsked || second != nil }
    }

    package let id: ID<Consent>
    package let asked: Asked
    package let by: ID<Account>
    package let persons: Set<ID<Person>>
    /// How far a member sees by it; nil for who is no member.
    package let share: Share?
    /// The membership that rests on it.
    package let membership: ID<Membership>?
    package let made: Moment
    /// The first day on which it no longer stands; nil while nobody ends it.
    package let until: Day?
    package private(set) var given: [Given]
    /// For whom all agreed, and when.
    package private(set) var agreed: [ID<Person>: Moment]
    /// For whom it was taken back, or what rested on it ended.
    package private(set) var ended: [ID<Person>: Moment]
    /// The last birthday that gave each of the persons more to decide, where they can judge.
    package let lines: [ID<Person>: Birthday]
    /// Help that was decided on without a yes that is missing.
    package private(set) var decided: [ID<Person>: HelpException]

    package init(
        id: ID<Consent>, asked: Asked, by: ID<Account>, persons: Set<ID<Person>>, share: Share? = nil,
        membership: ID<Membership>? = nil, made: Moment, until: Day? = nil, given: [Given] = [],
        agreed: [ID<Person>: Moment] = [:], ended: [ID<Person>: Moment] = [:],
        decided: [ID<Person>: HelpException] = [:], lines: [ID<Person>: Birthday] = [:]
    ) {
        (self.id, self.asked, self.by, self.persons, self.share) = (id, asked, by, persons, share)
        (self.membership, self.made, self.until, self.given) = (membership, made, until, given)
        (self.agreed, self.ended, self.decided, self.lines) = (agreed, ended, decided, lines)
    }

    /// How long those who must agree are asked.
    package static let term = Duration.days(28)

    package var closes: Moment { made + Self.term }
}

extension Consent {
    package enum Refusal: Kernel.Refusal {
        /// Somebody who need not agree answered, or took back.
        case notYours
        /// It was agreed, ended, or asked too long ago.
        case over
        /// Nobody withheld the yes that is to be done without, or the young person did not say yes.
        case noException
        /// The second professional must be another one, of this circle.
        case noSecond
    }

    /// How it stands for one person.
    package enum Outcome: Hashable, Sendable {
        case waits(for: Set<ID<Person>>)
        case agreed
        case refused(by: Set<ID<Person>>)
        case decided(HelpException)
        /// Not needed for what a court ordered.
        case notNeeded
        /// Its last day is over.
        case past
        /// It was taken back, or what rested on it ended.
        case ended
        /// Nobody answered in time.
        case unanswered
        case stopped(WhoMustAgree.Reason)

        /// Whether it may be shared, or helped, now.
        package var stands: Bool {
            switch self {
            case .agreed, .decided, .notNeeded: true
            case .waits, .refused, .past, .ended, .unanswered, .stopped: false
            }
        }
    }

    /// How it stands for a person, as those who must agree now have answered.
    package func outcome(for person: ID<Person>, _ mustAgree: WhoMustAgree, at now: Moment) -> Outcome {
        guard ended[person] == nil else { return .ended }
        let isPast = until.map { $0 <= now.day } ?? false
        if agreed[person] != nil {
            let hasRunOut = runsOut(for: person, at: now).map { $0 <= now.day } ?? false
            return isPast || hasRunOut ? .past : .agreed
        }
        if let exception = decided[person] { return isPast ? .past : .decided(exception) }
        switch mustAgree {
        case .nobody(let reason): return .stopped(reason)
        case .notNeeded: return .notNeeded
        case .all(let all): return outcome(for: person, askedOf: all, at: now)
        }
    }

    private func outcome(for person: ID<Person>, askedOf all: Set<ID<Person>>, at now: Moment) -> Outcome {
        let said = latest(about: person).filter { all.contains($0.key) && $0.value.counts }
        let refusing = said.filter { $0.value.answer == .no }.keys
        guard refusing.isEmpty else { return .refused(by: Set(refusing)) }
        let missing = all.filter { said[$0].map { $0.answer == .notReached } ?? true }
        // That all others need not be asked is no yes: somebody must have said it.
        guard missing.isEmpty, said.values.contains(where: { $0.answer == .yes }) else {
            return now < closes ? .waits(for: missing) : .unanswered
        }
        return .agreed
    }

    /// What each said last about a person.
    package func latest(about person: ID<Person>) -> [ID<Person>: Given] {
        given.reduce(into: [:]) { latest, given in
            guard given.about == person else { return }
            latest[given.by] = given
        }
    }

    /// How often somebody was tried in vain about a person.
    package func attempts(of who: ID<Person>, about person: ID<Person>) -> Int {
        given.count { $0.about == person && $0.by == who && $0.answer == .notReached }
    }

    /// Whether somebody may still say yes or no about a person: until all agreed, a no can become a yes.
    package func isOpen(for person: ID<Person>, at now: Moment) -> Bool {
        asksAnew(person, at: now)
            || persons.contains(person) && agreed[person] == nil && ended[person] == nil && decided[person] == nil
                && now < closes && until.map { now.day < $0 } ?? true
    }
}

extension Consent {
    /// The consent once somebody who must agree answered about one person.
    ///
    /// - Throws: ``Refusal``
    package func answered(_ given: Given, _ mustAgree: WhoMustAgree, at now: Moment) throws(Refusal) -> Consent {
        guard persons.contains(given.about), mustAgree.persons.contains(given.by) else { throw .notYours }
        guard isOpen(for: given.about, at: now) else { throw .over }
        guard given.answer != .notAsked || given.notedBy != nil else { throw .notYours }
        guard given.second == nil || given.second != given.notedBy else { throw .noSecond }
        var consent = self
        consent.given.append(given)
        if asksAnew(given.about, at: now) {
            if given.answer == .no { consent.ended[given.about] = now }
        } else if consent.outcome(for: given.about, mustAgree, at: now) == .agreed {
            consent.agreed[given.about] = now
        }
        return consent
    }

    /// The consent once help is given without a yes that is missing, as a professional who plans with them decided.
    ///
    /// - Throws: ``Refusal``
    package func decided(
        _ exception: HelpException, about person: ID<Person>, by reader: Reading, _ mustAgree: WhoMustAgree,
        at now: Moment
    ) throws(Refusal) -> Consent {
        guard reader.mayHandCard(to: person) else { throw .notYours }
        guard isOpen(for: person, at: now) else { throw .over }
        let birth = reader.persons.first { $0.id == person }?.birth
        let band = birth.map { AgeBand($0, on: now.day) } ?? .adult
        guard asked == .help, exception.isOpen(to: self, about: person, band, mustAgree) else { throw .noException }
        var consent = self
        consent.decided[person] = exception
        return consent
    }

    /// The consent once somebody who must agree took it back for some persons: it is gone, whoever else still agrees.
    ///
    /// Where nobody may be assumed to decide any more, whoever said yes can still take that back.
    ///
    /// - Throws: ``Refusal``
    package func withdrawn(
        for persons: Set<ID<Person>>, by reader: Reading, _ mustAgree: [ID<Person>: WhoMustAgree], at now: Moment
    ) throws(Refusal) -> Consent {
        guard !persons.isEmpty, let own = reader.ownPerson else { throw .notYours }
        for person in persons {
            guard mayWithdraw(own, for: person, mustAgree[person]) else { throw .notYours }
            guard agreed[person] != nil, ended[person] == nil else { throw .over }
        }
        var consent = self
        for person in persons { consent.ended[person] = now }
        return consent
    }

    /// Whether somebody of the family may take it back for a person, alone.
    package func mayWithdraw(_ own: ID<Person>, for person: ID<Person>, _ mustAgree: WhoMustAgree?) -> Bool {
        switch mustAgree {
        case .all(let all): all.contains(own)
        case .nobody: latest(about: person)[own]?.answer == .yes
        case .notNeeded, nil: false
        }
    }
}
