// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Something that the reader can hold from others.
package struct HoldableItem: Hashable, Sendable {
    package let item: ItemName
    package let about: Set<ID<Person>>
    /// What it is called, where it has a name of its own; nil as well when that was erased.
    package let title: String?
    /// Who is a member of the circle themself: nothing is held from them about themselves.
    package let member: ID<Account>?

    package init(_ item: ItemName, about: Set<ID<Person>>, title: String? = nil, member: ID<Account>? = nil) {
        self.item = item
        self.about = about
        self.title = title
        self.member = member
    }
}

extension Connection {
    /// An item as the reader can hold it: what they can read themself, as a professional of the circle; nil for anything
    /// else, and for anybody else.
    ///
    /// The whole family is held by who was trained for it. A kind of item that can be held has a line here.
    package func holdable(_ item: ItemName, _ look: Look, _ key: borrowing DossierKey) throws -> HoldableItem? {
        guard key.reading.decidesWithSecond else { return nil }
        switch item.kind {
        case .conversation:
            guard let talk = try conversation(ID(stored: item.id), key), !talk.conversation.isPrivateLine else {
                return nil
            }
            return HoldableItem(item, about: talk.conversation.about, title: talk.subject)
        case .promise:
            guard let found = try promise(ID(stored: item.id), key, among: try circle(key)), !found.about.isEmpty else {
                return nil
            }
            return HoldableItem(item, about: found.about, title: found.text)
        case .meeting:
            guard let found = try meeting(ID(stored: item.id), key), found.isInvited else { return nil }
            return HoldableItem(item, about: found.meeting.about, title: found.text?.subject)
        case .circle:
            guard let member = try member(ID(stored: item.id), key)?.member else { return nil }
            return HoldableItem(
                item, about: member.membership.covers, title: member.face?.name, member: member.membership.account)
        case .family:
            guard item.id == key.family.text, try isTrained(.closedTrack, behind: look) else { return nil }
            return HoldableItem(item, about: Set(key.reading.covered.keys), title: try key.familyName())
        case .indication:
            return try indication(ID(stored: item.id), key).map { HoldableItem(item, about: [$0.indication.person]) }
        case .match:
            return try match(ID(stored: item.id), key).map { HoldableItem(item, about: [$0.match.person]) }
        case .referral:
            return try referrals(key).first { $0.referral.id.text == item.id }.map {
                HoldableItem(item, about: [$0.referral.person])
            }
        case .proposal:
            return try proposal(ID(stored: item.id), key).map { HoldableItem(item, about: [$0.proposal.person]) }
        case .provision:
            return try provision(ID(stored: item.id), key).map { HoldableItem(item, about: [$0.provision.person]) }
        case .goal:
            return try goal(ID(stored: item.id), key).map {
                HoldableItem(item, about: $0.goal.about, title: $0.text?.title)
            }
        case .action:
            return try action(ID(stored: item.id), key).map {
                HoldableItem(item, about: $0.about, title: $0.text?.what)
            }
        default: return nil
        }
    }

    /// Whether the reader has a skill in their work for the organisation on whose behalf they ask.
    func isTrained(_ skill: Professional.Skill, behind look: Look) throws -> Bool {
        try work(behind: look.behalf, of: look.reader, on: look.at.day).contains {
            try skills(of: $0.id).contains(skill)
        }
    }
}
