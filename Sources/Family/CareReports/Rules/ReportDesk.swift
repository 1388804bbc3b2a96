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

    /// Whether somebody is on duty now; if not, no acute report is taken: who reports is told whom to call.
    package func isStaffed(at now: Moment) -> Bool {
        duties.contains { $0.until.isRunning(DeskDuty.longest, at: now) && crew.contains($0.account) }
    }

    /// Whether it takes a report that can wait so long.
    package func takes(_ urgency: CareReport.Urgency, at now: Moment) -> Bool {
        urgency != .acute || isStaffed(at: now)
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
