// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That somebody at a desk is on duty, by the clock (*bereikbaarheidsdienst*, Jeugdwet 2.6 lid 1 b).
package struct DeskDuty: Hashable, Sendable {
    /// Nobody is on duty longer than a day without saying so again.
    package static let longest = Duration.hours(24)

    package let account: ID<Account>
    package let until: Moment

    package init(_ account: ID<Account>, until: Moment) {
        self.account = account
        self.until = until
    }

    /// A duty that begins now; nil when it is over already, or longer than one may be.
    package init?(of account: ID<Account>, from now: Moment, hours: Int) {
        guard hours > 0, .hours(hours) <= Self.longest else { return nil }
        self.init(account, until: now + .hours(hours))
    }
}

/// Who is at a desk: those who were named, and the team leads of its organisation, so that it is never nobody's.
package struct DeskCrew: Hashable, Sendable {
    package let members: Set<ID<Account>>
    package let leads: Set<ID<Account>>

    package init(members: Set<ID<Account>> = [], leads: Set<ID<Account>> = []) {
        self.members = members
        self.leads = leads
    }

    package var all: Set<ID<Account>> { members.union(leads) }

    package func contains(_ account: ID<Account>) -> Bool { members.contains(account) || leads.contains(account) }

    /// Whether there is anybody besides these.
    package func hasAnybody(besides kept: Set<ID<Account>> = []) -> Bool { !all.isSubset(of: kept) }
}

/// An organisation that takes reports (*meldpunt*).
package struct ReportDesk: Hashable, Sendable {
    package let organisation: ID<Organisation>
    package let crew: DeskCrew
    package let duties: [DeskDuty]

    package init(organisation: ID<Organisation>, crew: DeskCrew, duties: [DeskDuty] = []) {
        self.organisation = organisation
        self.crew = crew
        self.duties = duties
    }

    /// Whether somebody is on duty now who may read it; if not, no acute report is taken: who reports is told whom to
    /// call.
    package func isStaffed(at now: Moment, keptFrom: Set<ID<Account>> = []) -> Bool {
        duties.contains {
            $0.until.isRunning(DeskDuty.longest, at: now) && crew.contains($0.account) && !keptFrom.contains($0.account)
        }
    }

    /// Whether it takes a report that can wait so long: never one that nobody there may read.
    ///
    /// - Parameter hasPhone: whether who is on duty can be rung; else nothing acute is taken.
    package func takes(
        _ urgency: CareReport.Urgency, keptFrom: Set<ID<Account>> = [], hasPhone: Bool, at now: Moment
    ) -> Bool {
        crew.hasAnybody(besides: keptFrom)
            && (urgency != .acute || hasPhone && isStaffed(at: now, keptFrom: keptFrom))
    }
}

/// What comes to desks at once, and how it is kept from drowning what is urgent.
package enum ReportFlood {
    /// So many reports from one network in an hour.
    package static let perAddress = 5
    /// So many reports without an account at one desk in an hour; what comes above is kept, and stands last.
    package static let perDesk = 30
    package static let span = Duration.hours(1)

    /// Whether a report stands last on the board until somebody looked at it; never one that is acute.
    package static func standsLast(_ urgency: CareReport.Urgency, lately count: Int) -> Bool {
        urgency != .acute && count >= perDesk
    }

    /// Nobody fills the form faster than this, and no page stands open longer.
    package static let fastest = Duration.seconds(3)
    package static let longestOpen = Duration.hours(24)

    /// Whether a form that was given out then can be sent now.
    package static func isOnTime(made: Moment, at now: Moment) -> Bool {
        made + fastest <= now && now <= made + longestOpen
    }
}
