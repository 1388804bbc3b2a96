// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

extension Connection {
    /// What an act counts for, of the organisation that was asked: waits, help, and whether it was in time; with no person in
    /// it.
    func recordFacts(
        of act: Referral.Act, from before: Referral, to next: Referral, at now: Moment, _ ids: IDSource
    ) throws {
        var shapes: [(FactKind, Fact.Shape)] = []
        if let feedback = Feedback(of: act), let due = try due(feedback.owed, of: before) {
            shapes.append((.feedbackOnTime, .verdict(due >= now)))
        }
        switch act {
        case .accept: shapes.append((.rightDoor, .verdict(true)))
        case .redirect: shapes.append((.rightDoor, .verdict(false)))
        case .meet, .start: shapes += next.wait.counted(since: before.wait)
        case .finish(let result): shapes += next.wait.counted(endingWith: result)
        case .hear(let closing):
            if case .answered(.finished) = before.state {
                shapes.append((.referralHelped, .verdict(closing == .helped)))
            }
        case .take, .pass, .decline, .giveBack, .pause, .resume, .bridge, .withdraw: break
        }
        for (kind, shape) in shapes {
            try record(
                try Fact(
                    kind: kind, organisation: before.receiver.organisation, month: Month(of: now.day), shape: shape,
                    ids: ids))
        }
    }

    private func due(_ kind: PromiseKind, of referral: Referral) throws -> Moment? {
        try openPromises(about: referral.subject).map(\.promise).first { $0.kind == kind }?.due
    }

    /// How long others waited at an organisation, from the asking to the start, in the year before: what was counted and who
    /// waits now; nil of few.
    package func expectedWait(at organisation: ID<Organisation>, on today: Day) throws -> ExpectedWait? {
        let over = try spells(.waitInAll, of: organisation, from: Month(of: today + -365)).compactMap { spell in
            spell.ended.map { ExpectedWait.Counted($0 - spell.began, isOver: true) }
        }
        let running = try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE receiver_organisation = \(organisation) AND state IN ('sent', 'accepted', 'waiting')
            ORDER BY asked_day, id
            """
        ) { ExpectedWait.Counted(try Referral(row: $0).waitInAll.days(until: today), isOver: false) }
        let outside = try outsideWaits(at: organisation).map {
            ExpectedWait.Counted($0.days(until: today), isOver: false)
        }
        return ExpectedWait(of: over + running + outside)
    }
}
