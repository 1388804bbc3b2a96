// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody asks that what is kept about one person is destroyed (*verzoek om te wissen*; Jeugdwet 7.3.9, AVG 17).
///
/// Decided within three months. It is done unless the law or another's interest forbids: that two professionals decide,
/// with a reason. Nothing goes by itself.
package struct Forgetting: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case asked, granted, refused, withdrawn, done
    }

    package enum Refusal: Kernel.Refusal, CaseIterable {
        /// The young person asks, or who stands for a child under 12.
        case notYours
        /// It was asked, and is not over.
        case askedBefore
        /// It was decided, or taken back.
        case changed
        /// A second professional was asked, and has not answered.
        case secondIsAsked
    }

    /// Why nothing goes now, whatever was decided.
    package enum Obstacle: String, Sendable, CaseIterable {
        /// A complaint, a court case, an inspection.
        case keeping
        /// Something is held from somebody.
        case held
        /// Safety is directed.
        case safety
    }

    /// What a professional decides.
    package enum Decision: String, Sendable, CaseIterable {
        case erase, refuse
    }

    /// How many months there are to decide.
    package static let months = 3

    package let id: ID<Forgetting>
    package let person: ID<Person>
    package let asker: ID<Account>
    package let asked: Moment
    package let due: Day
    package private(set) var state: State
    /// When it became what it is.
    package private(set) var changed: Moment

    package init(
        id: ID<Forgetting>, person: ID<Person>, asker: ID<Account>, asked: Moment, due: Day, state: State = .asked,
        changed: Moment
    ) {
        (self.id, self.person, self.asker, self.asked) = (id, person, asker, asked)
        (self.due, self.state, self.changed) = (due, state, changed)
    }

    /// One that is asked now.
    ///
    /// - Parameters:
    ///   - mustAgree: whose yes sharing takes, by which it is told who speaks for the person.
    ///   - before: the last that was asked about the same person.
    /// - Throws: ``Refusal``
    package static func asked(
        _ id: ID<Forgetting>, about person: ID<Person>, by reading: Reading, mustAgree: WhoMustAgree?,
        before: Forgetting?, at now: Moment
    ) throws(Refusal) -> Forgetting {
        guard let own = reading.ownPerson, mustAgree?.persons.contains(own) == true else { throw .notYours }
        if let before, before.isOpen { throw .askedBefore }
        return Forgetting(
            id: id, person: person, asker: reading.reader, asked: now, due: monthsLater(now.day), changed: now)
    }

    /// Three months later, or the last day of that month.
    private static func monthsLater(_ day: Day) -> Day {
        let (year, month, dayOfMonth) = day.civil
        let later = month + months
        let (nextYear, nextMonth) = later > 12 ? (year + 1, later - 12) : (year, later)
        let days = (0...3).lazy.compactMap { Day(nextYear, nextMonth, dayOfMonth - $0) }
        return days.first ?? day + 90
    }

    package var isOpen: Bool { state == .asked || state == .granted }

    /// What it becomes: decided, taken back by who asked, or done.
    ///
    /// - Throws: ``Refusal/changed`` when it is something else already.
    package func becoming(_ next: State, at now: Moment) throws(Refusal) -> Forgetting {
        let mayCome: [State: Set<State>] = [.asked: [.granted, .refused, .withdrawn], .granted: [.done, .withdrawn]]
        guard mayCome[state]?.contains(next) == true else { throw .changed }
        var decided = self
        (decided.state, decided.changed) = (next, now)
        return decided
    }

    /// Whether it is somebody's to decide: it was promised to them or to the organisation they lead, or they decided
    /// about it before.
    package func mayBeDecided(
        by reader: ID<Account>, leading led: ID<Organisation>?, owners: Set<Promise.Owner>, before: Set<ID<Account>>
    ) -> Bool {
        reader != asker
            && (owners.contains(.account(reader)) || led.map { owners.contains(.organisation($0)) } ?? false
                || before.contains(reader))
    }
}
