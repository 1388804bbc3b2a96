// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

extension FamilyFilling {
    /// What is kept from whom, and whom a young person lets read.
    func secrets() throws -> [Happening] {
        try told.privacy.hiddenDetails.compactMap(hiddenOrganisation) + told.privacy.hiddenMembers.flatMap(hiding)
            + zip(told.privacy.holds, holds).map(holding) + told.readingYes.map(letting)
    }

    /// Nil for the other details: those were hidden when they were noted.
    private func hiddenOrganisation(_ hidden: TownHiddenDetail) throws -> Happening? {
        guard hidden.detail == .organisation, let (member, id) = member(hidden.of) else { return nil }
        let letIn = try accounts.known(hidden.letIn)
        let (at, covered) = (cameIn(member), try persons(member.covers))
        let director = try account(told.directions.last?.holder ?? told.firstContact)
        return Happening(at) { key, connection, vault in
            try connection.hideOrganisation(
                of: id, covering: covered, exceptFrom: letIn, by: director, at: at, key, vault)
        }
    }

    private func hiding(_ hidden: TownHiddenMember) throws -> [Happening] {
        guard let (member, id) = member(hidden.member) else { return [] }
        let at = cameIn(member)
        let covered = try persons(member.covers)
        let director = try account(told.directions.last?.holder ?? told.firstContact)
        return try hidden.from.map { slug in
            let reader = try account(slug)
            return Happening(at) { key, connection, vault in
                try connection.hide(id, covering: covered, from: reader, by: director, at: at, key, vault)
            }
        }
    }

    private func holding(_ told: TownHold, _ id: ID<Hold>) throws -> Happening {
        let (item, about, began) = try item(of: told.subject)
        let at = max(Moment(told.since, hour: 11), began)
        let (second, ids, reason) = (try account(told.second), ids, try PlainText.paragraphs(told.reason))
        let hold = try Hold(
            id, of: item, about: about, from: try accounts.known(told.from), by: try account(told.by),
            asking: .account(second), organisation: names[told.by]?.organisation?.id, at: at, reviewBy: told.review)
        return Happening(at) { key, connection, vault in
            try connection.hold(hold, because: reason, confirmedBy: second, ids: ids, key, vault)
        }
    }

    private func item(of subject: TownHold.Subject) throws -> (ItemName, Set<ID<Person>>, Moment) {
        switch subject {
        case .family: return (ItemName(.family, founding.family), Set(persons.values), start)
        case .conversation(let slug):
            for (talk, id) in zip(told.conversations, conversations) where talk.slug == slug {
                return (ItemName(.conversation, id), try persons(talk.about), talk.messages.first?.at ?? start)
            }
            throw FilledTown.Unknown(slug: slug)
        }
    }

    private func letting(_ yes: TownReadingYes) throws -> Happening {
        let letIn = Standing.LetIn(child: try person(yes.young), reader: try person(yes.parent))
        let (at, who) = (Moment(yes.given, hour: 12), try account(yes.young))
        return Happening(at) { key, connection, vault in
            try connection.letRead(letIn, by: who, at: at, key, vault)
        }
    }

    private func member(_ slug: String) -> (TownMembership, ID<Membership>)? {
        zip(told.memberships, memberships).reversed().first { $0.0.slug == slug }
    }

    /// Right after the member was let in.
    private func cameIn(_ member: TownMembership) -> Moment { Moment(member.period.from, hour: 9, minute: 30) }
}
