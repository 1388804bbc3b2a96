// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// Who belongs to the family, who is whose, and who holds authority.
    func beginnings(by starter: ID<Account>) throws -> [Happening] {
        let newcomers = try told.persons.map { person in
            PersonToAdd(
                id: try self.person(person.slug), account: person.account ? try account(person.slug) : nil,
                name: person.name, birth: BirthDate(person.born))
        }
        let ties = try told.ties.compactMap(tie)
        let authorities = try told.authority.map(authority)
        return [
            Happening(start) { [start] key, connection, vault in
                for person in newcomers { try connection.add(person, by: starter, at: start, key, vault) }
                for tie in ties { try connection.add(tie, by: starter, at: start, key, vault) }
                for authority in authorities {
                    try connection.add(authority, by: starter, at: start, key, vault)
                }
            }
        ] + (try told.persons.flatMap { try details(of: $0, by: starter) })
    }

    /// Nil for somebody of the circle: only persons of the family are tied.
    private func tie(_ tie: TownTie) throws -> Tie? {
        guard let from = persons[tie.from] else { return nil }
        return Tie(from, Tie.Kind(rawValue: tie.kind.rawValue) ?? .other, of: try person(tie.to))
    }

    /// An institution that is guardian is nobody of the family.
    private func authority(_ authority: TownAuthority) throws -> Authority {
        Authority(
            child: try person(authority.child),
            kind: Authority.Kind(rawValue: authority.kind.rawValue) ?? .undeterminable,
            holders: Set(authority.holders.compactMap { persons[$0] }),
            isUnderInvestigation: authority.underInvestigation)
    }

    private func details(of person: TownPerson, by starter: ID<Account>) throws -> [Happening] {
        let id = try self.person(person.slug)
        return try person.details.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { detail, value in
            guard let kind = PersonalDetail(rawValue: detail.rawValue) else { return nil }
            let hidden = told.privacy.hiddenDetails.first { $0.of == person.slug && $0.detail == detail }
            let letIn = try accounts.known(hidden?.letIn ?? [])
            return Happening(start) { [start] key, connection, vault in
                try connection.note(
                    kind, of: id, value, isHidden: hidden != nil, letIn: letIn, by: starter, at: start, key, vault)
            }
        }
    }

    /// Who came into the circle and left it, who directed, and whom to call first.
    func circle(by starter: ID<Account>) throws -> [Happening] {
        var happenings: [Happening] = []
        for (member, id) in zip(told.memberships, memberships) {
            happenings += try comings(of: member, as: id, by: starter)
        }
        for (place, direction) in told.directions.enumerated() {
            let at = Moment(direction.from, hour: 10)
            let moved = Direction(
                kind: Direction.Kind(rawValue: direction.kind.rawValue) ?? .contact,
                holder: try account(direction.holder), since: direction.from)
            let change = try change(to: moved, direction, isFirst: place == 0, by: starter)
            happenings.append(
                Happening(at) { key, connection, vault in
                    try connection.move(change, at: at, key, vault)
                })
        }
        return happenings + [try firstContact(by: starter)]
    }

    /// A professional directs as the parents agreed.
    private func change(
        to direction: Direction, _ told: TownDirection, isFirst: Bool, by starter: ID<Account>
    ) throws -> DirectionChange {
        let isFamilys = self.told.person(told.holder) != nil
        let parents = Set(self.told.authority.flatMap(\.holders)).filter { persons[$0] != nil }
        return DirectionChange(
            direction, isFirst ? .start : isFamilys ? .parents : .handover, by: starter,
            agreedBy: isFirst || isFamilys ? [] : try self.persons(parents.sorted()), offersSupport: !isFamilys,
            reason: try PlainText.paragraphs(told.reason))
    }

    private func comings(
        of member: TownMembership, as id: ID<Membership>, by starter: ID<Account>
    ) throws -> [Happening] {
        let at = Moment(member.period.from, hour: 9, minute: 30)
        let name = names[member.slug]
        let membership = Membership(
            id: id, account: try account(member.slug), kind: member.isProfessional ? .professional : .relative,
            organisation: name?.organisation?.id, covers: try persons(member.covers), share: Share(member.share),
            term: Period(from: member.period.from))
        let face = MemberFace(
            name: name?.name ?? "", function: member.function, organisation: name?.organisation?.name,
            expectation: member.expectation, notTheirTask: member.notMyTask)
        let coming = Happening(at) { key, connection, vault in
            try connection.letIn(membership, face: face, by: starter, at: at, key, vault)
        }
        guard let until = member.period.until.map({ Moment($0) }) else { return [coming] }
        let heir = try account(told.directions.last { $0.holder != member.slug }?.holder ?? told.firstContact)
        let leaving = Happening(until) { key, connection, vault in
            try connection.end(membership, heir: heir, by: starter, at: until, key, vault)
        }
        return [coming, leaving]
    }

    private func firstContact(by starter: ID<Account>) throws -> Happening {
        let since = max(told.opened, told.membership(told.firstContact)?.period.from ?? told.opened)
        let holder = try account(told.firstContact)
        let at = Moment(since, hour: 10, minute: 30)
        return Happening(at) { key, connection, vault in
            try connection.moveFirstContact(to: holder, since: since, by: starter, at: at, key, vault)
        }
    }
}

extension TownMembership {
    /// The function without the organisation, which has a place of its own.
    fileprivate var function: String {
        isProfessional ? role.split(separator: ",").first.map(String.init) ?? role : role
    }
}

extension Share {
    fileprivate init(_ told: TownMembership.Share) {
        self =
            switch told {
            case .contact: .contact
            case .plan: .plan
            case .all: .all
            }
    }
}
