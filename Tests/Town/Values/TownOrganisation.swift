// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// An organisation that helps in Zuilen-Ondiep.
package struct TownOrganisation: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case municipality, areaTeam, primarySchool, secondarySchool, generalPractice, careProvider
        /// A certified institution (gecertificeerde instelling): it carries out what a children's judge ordered.
        case youthProtection
        case healthService
        /// A refuge whose address nobody outside it may know.
        case shelter
    }

    package let slug: String
    package let kind: Kind
    package let name: String

    package init(_ slug: String, _ kind: Kind, _ name: String) {
        self.slug = slug
        self.kind = kind
        self.name = name
    }
}

/// A virtual team: people of several organisations who work for the same district.
package struct TownTeam: Hashable, Sendable {
    package let slug: String
    package let name: String
    /// The organisation that runs the team.
    package let organisation: String
    /// Slugs of the professionals in it.
    package let members: [String]

    package init(_ slug: String, _ name: String, organisation: String, members: [String]) {
        self.slug = slug
        self.name = name
        self.organisation = organisation
        self.members = members
    }
}

/// Somebody who works with families, or for those who do.
package struct TownProfessional: Hashable, Sendable {
    /// What the account may do in the installation, apart from any family.
    package enum Role: String, CaseIterable, Sendable {
        case worker, teamLead, manager, administrator, privacyOfficer
    }

    /// What somebody was trained for besides.
    package enum Skill: String, CaseIterable, Sendable {
        case youth, indexReporter
    }

    package let slug: String
    package let name: String
    /// The slug of the organisation.
    package let organisation: String
    /// What people call the work, in Dutch.
    package let function: String
    package let role: Role
    package let skills: [Skill]

    package init(
        _ slug: String, _ name: String, _ organisation: String, _ function: String, role: Role = .worker,
        skills: [Skill] = []
    ) {
        self.slug = slug
        self.name = name
        self.organisation = organisation
        self.function = function
        self.role = role
        self.skills = skills
    }
}
