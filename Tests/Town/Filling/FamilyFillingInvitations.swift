// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// Who was asked in and waits, and what the family said of how it was started.
    func invitations() throws -> [Happening] {
        try told.invitations.map(invitation) + (try told.start.map { [try beginning($0)] } ?? [])
    }

    private func invitation(_ told: TownInvitation) throws -> Happening {
        let at = Moment(told.made, hour: 16)
        let (by, child, inviter) = (try account(told.by), try person(told.child), try person(told.by))
        let holders = self.told.authority.first { $0.child == told.child }?.holders ?? []
        let agreements: [ID<Person>: WhoMustAgree] = [child: .all(try persons(holders))]
        let invitation = Invitation(
            id: ids.next(at: at), kind: .professional, by: by, invited: .account(try account(told.invited)),
            organisation: names[told.invited]?.organisation?.id, persons: [child], share: .plan, made: at,
            given: [Invitation.Given(about: child, by: inviter, .yes)])
        let face = MemberFace(
            name: names[told.invited]?.name ?? "", function: told.function,
            organisation: names[told.invited]?.organisation?.name,
            expectation: told.expectation)
        let letter = InvitationLetter(face: face, inviter: self.told.name(of: told.by) ?? "")
        let toSend = InvitationToSend(invitation, letter, asking: "Antwoord geven op een uitnodiging")
        return Happening(at) { [ids] key, connection, vault in
            try connection.keep(invitation, toSend, agreements, at: at, ids: ids, key, vault)
        }
    }

    private func beginning(_ beginning: TownStart) throws -> Happening {
        let starter = try account(beginning.by)
        guard let organisation = names[beginning.by]?.organisation?.id else {
            throw FilledTown.Unknown(slug: beginning.by)
        }
        let said = try beginning.confirmed.flatMap { slug in
            let children = told.authority.filter { $0.holders.contains(slug) }.map(\.child)
            return try ([slug] + children).map { (try person(slug), try person($0)) }
        }
        let at = start + .days(2)
        return Happening(at) { key, connection, _ in
            try connection.noteStart(
                by: starter, for: organisation, parentsDirect: true, familyKnows: true, confirmed: at, key)
            for (by, about) in said { try connection.noteConfirmed(about, by: by, at: at, key) }
        }
    }
}
