// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// People around a family who sit together (*overleg*): proposed with times, answered, held, written down.
package struct Meeting: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Several times were proposed, and none is chosen yet.
        case proposed
        case planned
        /// There are minutes of it.
        case held
        case cancelled
    }

    /// When it could be.
    package struct Time: Hashable, Sendable, Comparable {
        package let starts: Moment
        package let minutes: Int

        package init(_ starts: Moment, minutes: Int) {
            self.starts = starts
            self.minutes = minutes
        }

        package var ends: Moment { starts + .minutes(minutes) }

        package static func < (one: Self, other: Self) -> Bool {
            (one.starts, one.minutes) < (other.starts, other.minutes)
        }
    }

    /// Whether somebody can be there.
    package enum Answer: String, Sendable, CaseIterable {
        case can, ifNeeded, cannot
    }

    package let id: ID<Meeting>
    package let about: Set<ID<Person>>
    /// Goals of the plan that it is about.
    package let goals: Set<ID<Goal>>
    /// Who asked for it, chooses the time and can call it off.
    package let convener: ID<Account>
    /// Everybody who was asked, the convener among them.
    package let invited: Set<ID<Account>>
    package let made: Moment
    package private(set) var times: [Time]
    package private(set) var state: State
    /// Which of the times was chosen.
    package private(set) var chosen: Int?
    /// Counts its changes, so that two people who change it at once notice.
    package let version: Int

    package init(
        id: ID<Meeting>, about: Set<ID<Person>>, goals: Set<ID<Goal>> = [], convener: ID<Account>,
        invited: Set<ID<Account>>, made: Moment, times: [Time], state: State = .proposed, chosen: Int? = nil,
        version: Int = 1
    ) {
        self.id = id
        self.about = about
        self.goals = goals
        self.convener = convener
        self.invited = invited
        self.made = made
        self.times = times
        self.state = state
        self.chosen = chosen
        self.version = version
    }

    /// The time that was chosen.
    package var time: Time? { chosen.flatMap { times.indices.contains($0) ? times[$0] : nil } }

    /// Whether it is still to come, or goes on; while no time is chosen, whether the last one proposed is.
    package func isComing(at now: Moment) -> Bool {
        switch state {
        case .held, .cancelled: false
        case .planned: time.map { now < $0.ends } ?? false
        case .proposed: true
        }
    }

    /// Whether minutes can be written: it was planned, and began.
    package func hasBegun(at now: Moment) -> Bool {
        switch state {
        case .proposed, .cancelled: false
        case .held: true
        case .planned: time.map { $0.starts <= now } ?? false
        }
    }
}

extension Meeting {
    package enum Refusal: Kernel.Refusal {
        /// Who may not know of it, or may not do this.
        case notYours
        case aboutNobody
        case nobodyInvited
        /// Somebody may not read about a person it is about, or must not meet another who was asked.
        case cannotCome(ID<Account>)
        case noTime
        case tooManyTimes
        /// That time is past, too far away, twice there, or no length for a meeting.
        case notThen(Int)
        /// It was held or called off.
        case over
        /// There is no such time.
        case noSuchTime
        /// It did not begin yet.
        case notBegun
        /// Somebody else changed it since it was read.
        case changedMeanwhile
    }

    /// More times than people look at.
    package static let mostTimes = 5
    /// No meeting takes longer than a working day.
    package static let longest = 480
    private static let farthest = 366

    /// One that is proposed now; with one time that time is planned at once.
    ///
    /// `readings` holds what each who is asked may read now; who has none may read nothing. Whoever must not meet one of
    /// the others is refused like anybody who may not read.
    ///
    /// - Throws: ``Refusal``
    package static func proposed(
        _ id: ID<Meeting>, by proposer: Reading, about: Set<ID<Person>>, goals: Set<ID<Goal>> = [],
        inviting: Set<ID<Account>>, times: [Time], readings: [ID<Account>: Reading],
        mustNotMeet: (ID<Account>, ID<Account>) -> Bool, at now: Moment
    ) throws(Refusal) -> Meeting {
        guard !about.isEmpty else { throw .aboutNobody }
        guard proposer.mayPropose(about: about) else { throw .notYours }
        let everybody = inviting.union([proposer.reader])
        try check(everybody, of: proposer.reader, about: about, readings, mustNotMeet)
        try check(times, at: now)
        return Meeting(
            id: id, about: about, goals: goals, convener: proposer.reader, invited: everybody, made: now, times: times,
            state: times.count == 1 ? .planned : .proposed, chosen: times.count == 1 ? 0 : nil)
    }

    /// The meeting at other times, with others; everybody is asked anew.
    ///
    /// - Throws: ``Refusal``
    package func changed(
        inviting: Set<ID<Account>>, times: [Time], readings: [ID<Account>: Reading],
        mustNotMeet: (ID<Account>, ID<Account>) -> Bool, at now: Moment
    ) throws(Refusal) -> Meeting {
        guard state == .proposed || state == .planned else { throw .over }
        let everybody = inviting.union([convener])
        try Self.check(everybody, of: convener, about: about, readings, mustNotMeet)
        try Self.check(times, at: now)
        return Meeting(
            id: id, about: about, goals: goals, convener: convener, invited: everybody, made: made, times: times,
            state: times.count == 1 ? .planned : .proposed, chosen: times.count == 1 ? 0 : nil, version: version)
    }

    /// The meeting once a time was chosen.
    ///
    /// - Throws: ``Refusal``
    package func planned(at number: Int) throws(Refusal) -> Meeting {
        guard state == .proposed || state == .planned else { throw .over }
        guard times.indices.contains(number) else { throw .noSuchTime }
        var meeting = self
        (meeting.state, meeting.chosen) = (.planned, number)
        return meeting
    }

    /// The meeting once it was called off.
    ///
    /// - Throws: ``Refusal``
    package func cancelled() throws(Refusal) -> Meeting {
        guard state == .proposed || state == .planned else { throw .over }
        var meeting = self
        meeting.state = .cancelled
        return meeting
    }

    /// The meeting once there are minutes of it.
    ///
    /// - Throws: ``Refusal``
    package func held(at now: Moment) throws(Refusal) -> Meeting {
        guard state != .cancelled else { throw .over }
        guard hasBegun(at: now) else { throw .notBegun }
        var meeting = self
        meeting.state = .held
        return meeting
    }

    private static func check(
        _ everybody: Set<ID<Account>>, of convener: ID<Account>, about: Set<ID<Person>>,
        _ readings: [ID<Account>: Reading], _ mustNotMeet: (ID<Account>, ID<Account>) -> Bool
    ) throws(Refusal) {
        let others = everybody.subtracting([convener])
        guard !others.isEmpty else { throw .nobodyInvited }
        for other in others.sorted() {
            guard readings[other]?.mayTakePart(about: about) == true,
                !everybody.contains(where: { $0 != other && mustNotMeet($0, other) })
            else { throw .cannotCome(other) }
        }
    }

    private static func check(_ times: [Time], at now: Moment) throws(Refusal) {
        guard !times.isEmpty else { throw .noTime }
        guard times.count <= mostTimes else { throw .tooManyTimes }
        for (number, time) in times.enumerated() {
            guard now < time.starts, time.starts < now + .days(farthest), (5...longest).contains(time.minutes),
                !times[..<number].contains(where: { $0.starts == time.starts })
            else { throw .notThen(number) }
        }
    }
}
