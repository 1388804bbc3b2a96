// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// The work of one account for one organisation, in one function, for a time.
package struct Professional: Hashable, Sendable {
    /// What somebody is trained and appointed for, as far as rules ask for it.
    package enum Function: String, CaseIterable, Sendable {
        /// Helps families: area team, provider.
        case familyWorker
        case teamLead
        /// Guards safety under a measure of the court (jeugdbeschermer).
        case youthProtectionWorker
        case therapist
        case generalPractitioner
        /// Praktijkondersteuner jeugd.
        case practiceCounsellor
        case youthHealthNurse
        case teacher
        /// Intern begeleider.
        case schoolCounsellor
        /// May open a family in an emergency: one of the duty desk.
        case dutyWorker
        case policyAdviser
        case other
    }

    /// What somebody was trained for besides, and may do by that alone.
    package enum Skill: String, CaseIterable, Sendable {
        /// Opens a closed track: honour violence, forced marriage, trafficking, abduction.
        case closedTrack
        /// Assesses how safe children are (*kennis van jeugd*).
        case youth
        /// Reports to the regional index, and hears of its matches (*meldingsbevoegd*; Jeugdwet 7.1.1.2).
        case indexReporter
    }

    package let id: ID<Professional>
    package let account: ID<Account>
    package let organisation: ID<Organisation>
    package let function: Function
    /// The function as the organisation itself calls it.
    package let title: String
    package let period: Period

    package init(
        id: ID<Professional>, account: ID<Account>, organisation: ID<Organisation>, function: Function,
        title: String, period: Period
    ) {
        self.id = id
        self.account = account
        self.organisation = organisation
        self.function = function
        self.title = title
        self.period = period
    }
}

/// That a professional belongs to a team, for a time.
package struct TeamMembership: Hashable, Sendable {
    package let team: ID<Team>
    package let professional: ID<Professional>
    package let period: Period

    package init(team: ID<Team>, professional: ID<Professional>, period: Period) {
        self.team = team
        self.professional = professional
        self.period = period
    }
}
