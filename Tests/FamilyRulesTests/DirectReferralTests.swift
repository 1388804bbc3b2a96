// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A direct referral` {
    private static let now = Moment("2026-11-23", hour: 9)
    private static let provider: ID<Organisation> = id("anker")
    private static let team: ID<Organisation> = id("team")
    private static let helper = Worker(id("helper"), for: provider)
    private static let areaWorker = Worker(id("area-worker"), for: team)

    private static func asked(
        _ state: OutsideReferral.State = .accepted, telling team: ID<Organisation>? = nil,
        _ direction: OutsideDirection? = nil, keptFrom: Set<ID<Account>> = []
    ) -> OutsideReferral {
        OutsideReferral(
            id: id("asked"), aim: .help, source: .guest, practice: id("practice"),
            receiver: Side(provider, helper.account), keptFrom: keptFrom, state: state, since: now,
            wait: Referral.Waiting(asked: now.day), areaTeam: team, direction: direction)
    }

    @Test func `is seen by the team that was told, and by nobody else`() {
        let told = DirectReferral(Self.asked(telling: Self.team))
        #expect(told.isOpen(to: Self.areaWorker))
        for other in [Worker(Self.areaWorker.account, for: id("other-team")), Self.helper] {
            #expect(!told.isOpen(to: other))
        }
        #expect(!DirectReferral(Self.asked()).isOpen(to: Self.areaWorker))
        let apart = Self.asked(telling: Self.team, keptFrom: [Self.areaWorker.account])
        #expect(!DirectReferral(apart).isOpen(to: Self.areaWorker))
        // Seeing it is not having it.
        #expect(!Self.asked(telling: Self.team).isOpen(to: Self.areaWorker))
        for outcome in [OutsideReferral.Outcome.finished(.withoutHelp), .withdrawn, .declined] {
            let over = Self.asked(.over(outcome), telling: Self.team)
            #expect(!DirectReferral(over).isOpen(to: Self.areaWorker))
        }
    }

    @Test(arguments: [OutsideDirection.family, .practice, .provider])
    func `says at its start who directs, and owes an area team nothing then`(direction: OutsideDirection) throws {
        let started = try Self.asked().after(.start(direction), by: Self.helper, at: Self.now)
        #expect(started.direction == direction && started.areaTeam == nil)
        #expect(DirectReferral(started).isOver)
    }

    /// Nobody is made to direct: whichever is chosen, the team says yes itself.
    @Test(arguments: [OutsideDirection.offered(to: team), .areaTeam(team)])
    func `is directed by an area team once it said yes`(chosen: OutsideDirection) throws {
        let offered = try Self.asked().after(.start(chosen), by: Self.helper, at: Self.now)
        #expect(offered.direction == .offered(to: Self.team) && offered.areaTeam == Self.team)
        let direct = DirectReferral(offered)
        #expect(direct.debts.map(\.kind) == [.answerDirection])
        #expect(direct.debts.map(\.owner) == [.organisation(Self.team)])
        #expect(try direct.after(.direct, by: Self.areaWorker).direction == .areaTeam(Self.team))
        #expect(try direct.after(.leave, by: Self.areaWorker).direction == .provider)
        #expect(throws: OutsideReferral.Refusal.notYours) { try direct.after(.direct, by: Self.helper) }
        let answered = DirectReferral(try direct.after(.leave, by: Self.areaWorker))
        #expect(answered.debts.isEmpty && answered.isOver)
        #expect(throws: OutsideReferral.Refusal.notNow) { try answered.after(.direct, by: Self.areaWorker) }
    }

    @Test func `is never offered to who helps`() {
        #expect(throws: OutsideReferral.Refusal.noAreaTeam) {
            try Self.asked().after(.start(.offered(to: Self.provider)), by: Self.helper, at: Self.now)
        }
    }

    @Test(arguments: [
        (OutsideDirection.areaTeam(team), OutsideDirection.provider), (.offered(to: team), .provider),
        (.family, .family), (.practice, .practice),
    ])
    func `is seen no more once the family says so, and is directed still`(
        before: OutsideDirection, then: OutsideDirection
    ) throws {
        let hidden = try Self.asked(.started, telling: Self.team, before).after(.hide, by: Self.helper, at: Self.now)
        #expect(hidden.areaTeam == nil && hidden.direction == then)
        #expect(!DirectReferral(hidden).isOpen(to: Self.areaWorker) && DirectReferral(hidden).isOver)
        #expect(!hidden.allows(.hide, by: Self.helper, at: Self.now))
    }

    @Test func `leaves nobody an answer to owe once the help is over`() throws {
        let offered = Self.asked(.started, telling: Self.team, .offered(to: Self.team))
        let over = try offered.after(.finish(.withoutHelp), by: Self.helper, at: Self.now)
        #expect(DirectReferral(over).debts.isEmpty && over.direction == .provider)
    }

    @Test func `is told to nobody twice: who is asked knows of it anyway`() throws {
        let sent = try OutsideReferral(
            sending: id("sent"), .help, from: id("practice"), by: .guest, to: Side(Self.team), telling: Self.team,
            keptFrom: [], at: Self.now)
        #expect(sent.areaTeam == nil)
    }
}
