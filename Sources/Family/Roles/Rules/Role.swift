// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody usually is around a family (*rol*): a beginning for who invites them, and never a right.
package enum Role: String, Sendable, CaseIterable {
    case grandparent, neighbour, coach, newPartner, fosterParent, familyFriend
    case teacher, schoolCareCoordinator, generalPractitioner, practiceNurse, youthDoctor
    case areaTeamWorker, individualProvision, welfareWorker
    case specialistTherapist, familySupport, psychiatricNurse, adultMentalHealth
    case youthProtection
    case debtCounsellor, housingAssociation
}

/// What a role usually covers, sees, and for how long.
package struct RolePreset: Hashable, Sendable {
    /// About whom.
    package enum Covers: Hashable, Sendable { case child, adults, household }

    package let kind: Membership.Kind
    package let covers: Covers
    package let share: Share
    /// After how many days it ends unless somebody asks again; nil for who belongs here by themself.
    package let term: Int?
    /// The parts of life of which goals and actions are shown; nil for all, empty for none.
    ///
    /// By the names of ``LifeDomain``.
    package let lifeDomains: Set<String>?
    /// It rests on the law instead of on consent, while a measure of a judge runs (Jeugdwet 7.3.11 lid 4).
    package let isByLaw: Bool

    init(
        _ kind: Membership.Kind, _ covers: Covers, _ share: Share, term: Int?, domains: Set<String>? = nil,
        isByLaw: Bool = false
    ) {
        self.kind = kind
        self.covers = covers
        self.share = share
        self.term = term
        lifeDomains = domains
        self.isByLaw = isByLaw
    }
}

extension Role {
    /// Half a year, a school year, and as long as a measure runs.
    private static let (half, year) = (183, 365)

    /// What it usually covers and sees: as little as it needs.
    package var preset: RolePreset {
        switch self {
        case .grandparent: RolePreset(.relative, .child, .plan, term: nil)
        case .neighbour, .coach, .familyFriend: RolePreset(.relative, .child, .contact, term: nil)
        case .newPartner: RolePreset(.relative, .child, .plan, term: nil)
        case .fosterParent: RolePreset(.relative, .child, .all, term: nil)
        case .teacher: RolePreset(.professional, .child, .plan, term: Self.year, domains: ["school"])
        case .schoolCareCoordinator:
            RolePreset(.professional, .child, .plan, term: Self.year, domains: ["school", "upbringing", "support"])
        case .generalPractitioner, .practiceNurse, .youthDoctor:
            RolePreset(.professional, .child, .plan, term: Self.year)
        case .areaTeamWorker: RolePreset(.professional, .household, .all, term: Self.year)
        case .individualProvision: RolePreset(.professional, .child, .plan, term: Self.half)
        case .welfareWorker:
            RolePreset(.professional, .household, .plan, term: Self.half, domains: ["freeTime", "support", "work"])
        case .specialistTherapist: RolePreset(.professional, .child, .plan, term: Self.half)
        case .familySupport: RolePreset(.professional, .household, .all, term: Self.half)
        case .psychiatricNurse: RolePreset(.professional, .adults, .plan, term: Self.half)
        case .adultMentalHealth: RolePreset(.professional, .adults, .contact, term: Self.half)
        case .youthProtection: RolePreset(.professional, .household, .all, term: Self.year, isByLaw: true)
        case .debtCounsellor:
            RolePreset(.professional, .adults, .plan, term: Self.half, domains: ["money", "housing", "work"])
        case .housingAssociation: RolePreset(.professional, .adults, .plan, term: Self.half, domains: ["housing"])
        }
    }

    /// Of those whom somebody may ask for, whom it usually covers.
    ///
    /// - Parameters:
    ///   - adults: who of them is an adult.
    package func covers(of persons: Set<ID<Person>>, adults: Set<ID<Person>>) -> Set<ID<Person>> {
        switch preset.covers {
        case .household, .adults: return covers(ofChosen: persons, adults: adults)
        case .child:
            let children = covers(ofChosen: persons, adults: adults)
            // Of several children only who asks knows which one it is.
            return children.count == 1 ? children : []
        }
    }

    /// Of those for whom a whole list of people is asked, whom somebody in this role usually covers; nobody where none of
    /// them is such a person.
    package func covers(ofChosen persons: Set<ID<Person>>, adults: Set<ID<Person>>) -> Set<ID<Person>> {
        switch preset.covers {
        case .household: persons
        case .adults: persons.intersection(adults)
        case .child: persons.subtracting(adults)
        }
    }
}
