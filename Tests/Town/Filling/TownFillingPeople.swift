// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

extension TownFilling {
    private static let municipality = Area(code: "GM9344", level: .municipality, name: "Zuilen-Ondiep")

    mutating func fill(organisations: [TownOrganisation], teams: [TownTeam]) async throws {
        for told in organisations { filled.organisations[told.slug] = ids.next(at: start) }
        for told in teams { filled.teams[told.slug] = ids.next(at: start) }
        let known = filled
        try await dossiers.database.write { connection in
            try connection.add(Self.municipality)
            for told in organisations {
                try connection.add(
                    Organisation(
                        id: try known.organisation(told.slug), kind: Organisation.Kind(told.kind), name: told.name))
            }
            for told in teams {
                try connection.add(
                    Team(id: try known.teams.known(told.slug), name: told.name, area: Self.municipality.code))
            }
        }
        for told in organisations { names[told.slug] = MemberName(name: told.name) }
    }

    /// The professionals with their accounts and their work.
    mutating func fill(_ professionals: [TownProfessional]) async throws {
        for told in professionals {
            filled.professionals[told.slug] = ids.next(at: start)
            names[told.slug] = MemberName(
                name: told.name,
                organisation: (
                    try filled.organisation(told.organisation), names[told.organisation]?.name ?? told.organisation
                ))
        }
        try await fill(accounts: professionals.map { ($0.slug, Account.Kind($0.role), $0.name) })
        let known = filled
        let period = Period(from: start.day)
        try await dossiers.database.write { connection in
            for told in professionals {
                try connection.add(
                    Professional(
                        id: try known.professionals.known(told.slug), account: try known.account(told.slug),
                        organisation: try known.organisation(told.organisation),
                        function: Professional.Function(told), title: told.function, period: period))
                for skill in told.skills.compactMap({ Professional.Skill(rawValue: $0.rawValue) }) {
                    try connection.note(skill, of: try known.professionals.known(told.slug), isTrained: true)
                }
            }
        }
    }

    func fillTeams(_ teams: [TownTeam]) async throws {
        let known = filled
        let period = Period(from: start.day)
        try await dossiers.database.write { connection in
            for team in teams {
                for member in team.members {
                    try connection.add(
                        TeamMembership(
                            team: try known.teams.known(team.slug),
                            professional: try known.professionals.known(member), period: period))
                }
            }
        }
    }

    /// Accounts for the people of families and their relatives.
    ///
    /// A relative who never signs in has one as well: a membership is an account's, and nobody can sign in with this
    /// one.
    mutating func fillAccounts(around families: [TownFamily]) async throws {
        var people: [(slug: String, kind: Account.Kind, name: String)] = []
        for family in families {
            people += family.persons.filter(\.account).map { ($0.slug, .familyMember, $0.name) }
            for case .relative(let slug, let name, _) in family.memberships.map(\.member) {
                people.append((slug, .familyMember, name))
            }
        }
        for person in people { names[person.slug] = MemberName(name: person.name) }
        try await fill(accounts: people)
    }

    /// All keys are on disk before the first account is.
    private mutating func fill(accounts: [(slug: String, kind: Account.Kind, name: String)]) async throws {
        let made = accounts.map { person in
            Account(
                id: ids.next(at: start), kind: person.kind, profile: AccountProfile(name: person.name))
        }
        for (person, account) in zip(accounts, made) { filled.accounts[person.slug] = account.id }
        let vault = dossiers.vault
        try vault.makeKeys(made.map(\.id.text))
        try await dossiers.database.write { connection in
            _ = try vault.keys(made.map(\.id.text))
            for account in made { try connection.create(account, vault) }
        }
    }

    func fillDemoPeople() async throws {
        let accounts = filled.accounts
        try await dossiers.database.write { connection in
            for (place, told) in Town.demoPeople.enumerated() {
                // A town of fewer families has fewer people to be.
                guard let account = accounts[told.slug] else { continue }
                try connection.add(
                    PeopleRules.DemoPerson(
                        slug: told.slug, account: account, positionNL: told.nl, positionEN: told.en, place: place))
            }
        }
    }
}

extension Organisation.Kind {
    fileprivate init(_ told: TownOrganisation.Kind) {
        self =
            switch told {
            case .municipality: .municipality
            case .areaTeam: .areaTeam
            case .primarySchool, .secondarySchool: .school
            case .generalPractice: .generalPractice
            case .careProvider: .careProvider
            case .youthProtection: .youthProtection
            case .healthService: .healthService
            case .shelter: .other
            }
    }
}

extension Account.Kind {
    fileprivate init(_ told: TownProfessional.Role) {
        self =
            switch told {
            case .worker, .teamLead: .professional
            case .manager: .manager
            case .administrator: .administrator
            case .privacyOfficer: .privacyOfficer
            }
    }
}

extension Professional.Function {
    fileprivate init(_ told: TownProfessional) {
        let functions: [String: Self] = [
            "gezinswerker": .familyWorker, "jeugdconsulent": .familyWorker, "gezinsbegeleider": .familyWorker,
            "ambulant begeleider": .familyWorker, "begeleider": .familyWorker, "therapeut": .therapist,
            "gezinsbehandelaar": .therapist, "huisarts": .generalPractitioner,
            "praktijkondersteuner": .practiceCounsellor, "intern begeleider": .schoolCounsellor,
            "zorgcoördinator": .schoolCounsellor, "leraar": .teacher, "mentor": .teacher,
            "jeugdbeschermer": .youthProtectionWorker, "manager jeugd": .policyAdviser, "crisisdienst": .dutyWorker,
        ]
        self = told.role == .teamLead ? .teamLead : functions[told.function] ?? .other
    }
}
