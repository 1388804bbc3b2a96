// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the people of a plan are called by its reader.
struct PlanNames {
    let circle: CircleSight
    let reading: Reading
    let language: Language
    private let accounts: CircleNames

    init(_ content: PlanContent, _ language: Language) {
        self.init(circle: content.circle, reading: content.reading, language)
    }

    init(circle: CircleSight, reading: Reading, _ language: Language) {
        self.circle = circle
        self.reading = reading
        self.language = language
        accounts = CircleNames(circle: circle, reading: reading, language: language)
    }

    /// The name by which people call a person of the family.
    func called(_ person: ID<Person>) -> String {
        circle.name(of: person).map(CircleNames.firstName) ?? language.plan.erased
    }

    func called(_ persons: Set<ID<Person>>) -> String { language.list(inOrder(persons).map(called)) }

    /// The children among some persons, or all where there is none.
    func children(_ persons: Set<ID<Person>>) -> [String] {
        let children = inOrder(persons).filter { !reading.adults.contains($0) }
        return (children.isEmpty ? inOrder(persons) : children).map(called)
    }

    func childrenCalled(_ persons: Set<ID<Person>>) -> String { language.list(children(persons)) }

    private func inOrder(_ persons: Set<ID<Person>>) -> [ID<Person>] {
        circle.persons.filter { persons.contains($0.person.id) }
            .sorted { $0.person.birth.latest < $1.person.birth.latest }.map(\.person.id)
    }

    /// Who does an action; of somebody of an organisation its name, where that is told instead.
    func doers(_ action: ActionSight, asOrganisation: Bool = false) -> String {
        let names = action.doers.map { doer in
            switch doer {
            case .named(let name): name
            case .account(let account):
                asOrganisation ? face(account)?.organisation ?? accounts.calledName(account) : name(account)
            }
        }
        return language.list(names)
    }

    func name(_ account: ID<Account>) -> String {
        account == reading.reader ? language.site.you : accounts.calledName(account)
    }

    private func face(_ account: ID<Account>) -> MemberFace? {
        circle.member(with: account)?.face
    }

    func isProfessional(_ account: ID<Account>) -> Bool {
        circle.member(with: account)?.membership.kind == .professional
    }

    func party(_ party: PlanAgreement.Party) -> String {
        switch party {
        case .person(let person): called(person)
        case .director(let account): "\(accounts.name(account)), \(language.plan.director)"
        }
    }

    // MARK: To whom they belong

    func parties(_ action: ActionSight) -> Set<WhoWorksOnGoal.Party> {
        Set(
            action.doers.map { doer in
                guard let account = doer.account, isProfessional(account) else { return .own }
                let member = circle.member(with: account)
                return member?.membership.organisation.map { .organisation($0) } ?? .professional(account)
            })
    }

    func name(_ party: WhoWorksOnGoal.Party) -> String? {
        switch party {
        case .own: nil
        case .organisation(let id):
            circle.members.last { $0.membership.organisation == id }?.face?.organisation
        case .professional(let account): accounts.name(account)
        }
    }

    // MARK: Whom a typed name means

    /// Those of the circle who can do something, and how they are called: all of the name, the first, what they are.
    var known: [KnownDoer] {
        let family = circle.persons.compactMap { person in
            person.person.account.flatMap { account in
                person.name.map { KnownDoer(account, names: [$0, CircleNames.firstName($0)]) }
            }
        }
        let members = circle.members.filter { $0.membership.ended == nil }.compactMap { member -> KnownDoer? in
            guard let face = member.face else { return nil }
            let function = face.function.split(separator: " ").first.map(String.init) ?? face.function
            return KnownDoer(
                member.membership.account,
                names: [face.name, CircleNames.firstName(face.name), function, face.function])
        }
        return family + members
    }
}
