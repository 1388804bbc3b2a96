// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// That somebody stands in the circle around a family.
package struct TownMembership: Hashable, Sendable {
    package enum Member: Hashable, Sendable {
        /// The slug of a professional.
        case professional(String)
        /// The slug of a person of the family who is let in to a child: a step-parent, a foster parent.
        case person(String)
        /// Somebody of the family's own people.
        case relative(slug: String, name: String, account: Bool)
    }

    /// How much a member sees of the persons covered.
    package enum Share: String, CaseIterable, Sendable {
        case contact, plan, all
    }

    package let member: Member
    /// What the member is to the family, in Dutch.
    package let role: String
    /// Slugs of the persons covered.
    package let covers: [String]
    package let share: Share
    /// From the first day in the circle; with an end, without that day.
    package let period: Period
    /// What the family may expect.
    package let expectation: String
    /// What is not this member's task.
    package let notMyTask: String

    package init(
        _ member: Member, _ role: String, covers: [String], _ share: Share, from: Day, ended: Day? = nil,
        expect expectation: String = "", notMyTask: String = ""
    ) {
        self.member = member
        self.role = role
        self.covers = covers
        self.share = share
        period = Period(from: from, until: ended)
        self.expectation = expectation
        self.notMyTask = notMyTask
    }

    /// Whose membership it is.
    package var slug: String {
        switch member {
        case .professional(let slug), .person(let slug), .relative(let slug, _, _): slug
        }
    }

    /// The membership belongs to a professional.
    package var isProfessional: Bool {
        switch member {
        case .professional: true
        case .person, .relative: false
        }
    }
}

/// Who directs (regie) a family, since when, and in which of the four senses.
package struct TownDirection: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case contact, monitoring, careCoordination, safetyCoordination
    }

    /// The slug of a parent or of a professional in the circle.
    package let holder: String
    package let kind: Kind
    package let from: Day
    /// Why it came to this holder.
    package let reason: String

    package init(_ holder: String, _ kind: Kind, from: Day, because reason: String) {
        self.holder = holder
        self.kind = kind
        self.from = from
        self.reason = reason
    }
}
