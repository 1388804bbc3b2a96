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
        /// Somebody whose yes it takes has not said it.
        case notAllAgreed
        /// No organisation was ever here that could decide.
        case nobodyDecides
    }

    /// Why nothing goes now, whatever was decided.
    package enum Obstacle: String, Sendable, CaseIterable {
        /// A complaint, a court case, an inspection.
        case keeping
        /// Something is held from somebody.
        case held
        /// Safety is directed.
        case safety
        /// Somebody does not read about somebody.
        case refusal
        /// A court ordered something.
        case order
        /// A consent ended, and what safety asks is not weighed yet.
        case weighing
        /// A second professional was asked something, and has not answered.
        case decision
        /// Nobody looked yet whether opening in an emergency was right.
        case emergency
        /// Not everyone agrees who must by now: somebody else holds authority, or the child turned 12.
        case agreement
        /// A child's safety was assessed: it is never by itself that such a dossier goes.
        case indication
    }

    /// How far those are whose yes it takes: of a young child everyone who holds authority.
    package enum Agreement: Hashable, Sendable {
        case complete
        case waits(for: Set<ID<Person>>)
        /// One said no.
        case refused
        /// Nobody may be assumed to decide.
        case nobody
    }

    /// How many months there are to decide.
    package static let months = 3
    /// How many days those have to answer who must agree.
    package static let daysToAgree = 14

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
        // A clock that went back makes nothing happen before it was asked.
        (decided.state, decided.changed) = (next, max(now, asked))
        return decided
    }

    /// How far those are whose yes it takes.
    ///
    /// - Parameters:
    ///   - asker: as whom the one who asked stands in the family: asking is their yes.
    ///   - answers: what others said, true for a yes.
    package func agreement(
        of mustAgree: WhoMustAgree, asker: ID<Person>?, answers: [ID<Person>: Bool]
    ) -> Agreement {
        guard !mustAgree.persons.isEmpty else { return .nobody }
        guard !mustAgree.persons.contains(where: { answers[$0] == false }) else { return .refused }
        let waiting = mustAgree.persons.filter { $0 != asker && answers[$0] != true }
        return waiting.isEmpty ? .complete : .waits(for: waiting)
    }

    /// Whether it is somebody's to decide: as a professional of the circle to whom it was promised, or as team lead of
    /// the organisation it was promised to.
    ///
    /// - Parameter owners: who promised to decide, and nothing else that is owed about it.
    package func isDecided(by who: SecondProfessional.Onlooker, owners: Set<Promise.Owner>) -> Bool {
        guard who.reader != asker, !who.isOfFamily else { return false }
        if let led = who.led, owners.contains(.organisation(led)) { return true }
        return who.isMember && owners.contains(.account(who.reader))
    }

    /// Whether somebody finds it: who decides, who wants to refuse it and who was asked as the second.
    package func isSeen(
        by who: SecondProfessional.Onlooker, owners: Set<Promise.Owner>, seconds: [SecondProfessional]
    ) -> Bool {
        isDecided(by: who, owners: owners) || who.reader != asker && seconds.contains { $0.isSeen(by: who) }
    }
}
