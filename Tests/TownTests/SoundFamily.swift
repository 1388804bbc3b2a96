// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing
import Town

/// What holds for every family of a town: all it names is there, and nothing happens outside its time.
func expectSound(_ family: TownFamily, today: Day) {
    expectTiesAndAuthority(family)
    expectCircle(family, today: today)
    for talk in family.conversations { expectSound(talk, in: family, today: today) }
    for promise in family.promises { expectSound(promise, in: family, today: today) }
    expectPrivacy(family)
    expectAsked(family, today: today)
}

private func expectTiesAndAuthority(_ family: TownFamily) {
    let place = Comment(rawValue: family.slug)
    for tie in family.ties {
        #expect(family.name(of: tie.from) != nil && family.person(tie.to) != nil, place)
    }
    for measure in family.measures { #expect(family.person(measure.child) != nil, place) }
    for yes in family.readingYes { #expect(family.person(yes.young) != nil && family.person(yes.parent) != nil, place) }
    for authority in family.authority { #expect(family.person(authority.child) != nil, place) }
}

private func expectCircle(_ family: TownFamily, today: Day) {
    let place = Comment(rawValue: family.slug)
    #expect(today - family.opened <= 365 && family.opened < today, place)
    let children = family.persons.filter { $0.isMinor(on: today) }.map(\.slug)
    #expect(!children.isEmpty && children.sorted() == family.authority.map(\.child).sorted(), place)
    for member in family.memberships {
        #expect(!member.covers.isEmpty && member.covers.allSatisfy { family.person($0) != nil }, place)
        #expect(family.opened <= member.period.from && member.period.from < today, place)
        #expect(member.period.until.map { member.period.from < $0 && $0 <= today } ?? true, place)
        if case .person(let slug) = member.member { #expect(family.person(slug) != nil, place) }
    }
    #expect(!family.directions.isEmpty && family.directions[0].from == family.opened, place)
    #expect(family.directions.map(\.from) == family.directions.map(\.from).sorted(), place)
    let director = family.director?.holder ?? ""
    #expect(family.person(director) != nil || family.professionals(on: today).contains(director), place)
    #expect(family.professionals(on: today).contains(family.firstContact), place)
    for direction in family.directions where family.person(direction.holder) == nil {
        #expect(family.membership(direction.holder)?.period.contains(direction.from) == true, place)
    }
}

private func expectSound(_ talk: TownConversation, in family: TownFamily, today: Day) {
    let place = Comment(rawValue: "\(family.slug)/\(talk.slug)")
    #expect(family.conversations.count { $0.slug == talk.slug } == 1, place)
    #expect(!talk.messages.isEmpty && talk.participants.count > 1, place)
    #expect(Set(talk.participants).count == talk.participants.count, place)
    #expect(talk.participants.allSatisfy { mayTakePart($0, in: talk, of: family) }, place)
    #expect(talk.messages.map(\.at) == talk.messages.map(\.at).sorted(), place)
    for message in talk.messages {
        #expect(talk.participants.contains(message.author), place)
        #expect(family.opened <= message.at.day && message.at.day < today, place)
        #expect(family.membership(message.author)?.period.contains(message.at.day) ?? true, place)
    }
    for (reader, count) in talk.readUpTo {
        #expect(talk.participants.contains(reader) && (0...talk.messages.count).contains(count), place)
    }
}

/// A person about oneself, who holds authority about a child, a member about whom the membership covers.
private func mayTakePart(_ slug: String, in talk: TownConversation, of family: TownFamily) -> Bool {
    talk.about.allSatisfy { person in
        person == slug || family.holdsAuthority(slug, over: person)
            || family.membership(slug)?.covers.contains(person) == true
    }
}

private func expectSound(_ promise: TownPromise, in family: TownFamily, today: Day) {
    let place = Comment(rawValue: "\(family.slug): \(promise.text)")
    for slug in [promise.owner, promise.receiver] {
        let membership = family.membership(slug)
        #expect(family.person(slug) != nil || membership != nil, place)
        #expect(membership?.period.contains(promise.made.day) ?? true, place)
    }
    #expect(promise.about.allSatisfy { family.person($0) != nil }, place)
    #expect(promise.made < promise.due && promise.made.day < today && family.opened <= promise.made.day, place)
    #expect(promise.settled.map { promise.made < $0 && $0.day < today } ?? true, place)
}

private func expectAsked(_ family: TownFamily, today: Day) {
    let place = Comment(rawValue: family.slug)
    for asked in family.invitations {
        #expect(family.holdsAuthority(asked.by, over: asked.child), place)
        #expect(family.opened < asked.made && asked.made < today && today - asked.made < 14, place)
    }
    if let start = family.start {
        #expect(family.membership(start.by) != nil, place)
        #expect(start.confirmed.allSatisfy { family.person($0)?.account == true }, place)
    }
}

private func expectPrivacy(_ family: TownFamily) {
    let place = Comment(rawValue: family.slug)
    let privacy = family.privacy
    let isThere = { (slug: String) in family.person(slug) != nil || family.membership(slug) != nil }
    for hidden in privacy.hiddenDetails { #expect(isThere(hidden.of) && hidden.letIn.allSatisfy(isThere), place) }
    for hidden in privacy.hiddenMembers {
        #expect(family.membership(hidden.member) != nil && hidden.from.allSatisfy(isThere), place)
    }
    for hold in privacy.holds {
        #expect(hold.from.allSatisfy(isThere) && hold.review - hold.since <= 14, place)
        if case .conversation(let slug) = hold.subject { #expect(family.conversation(slug) != nil, place) }
    }
}
