// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

private let now = Moment(today, hour: 9)
private let mother = Household.mother.id
private let father = Household.father.id

/// Both parents for the child of eleven, the young person alone from twelve.
private let agreements: [ID<Person>: WhoMustAgree] = Dictionary(
    uniqueKeysWithValues: Household.all.map { person in
        let authority = Household.authorities().first { $0.child == person.id }
        return (person.id, WhoMustAgree(about: person, authority: authority, on: today))
    })

private func drafted(
    for persons: [Person] = [Household.eleven], _ invited: Invitation.Invited = .account(id("therapist")),
    share: Share = .plan, until: Day? = nil, apart: [Person] = [], by who: String = "mother"
) -> Invitation {
    Invitation(
        id: id("invitation"), kind: .professional, by: id(who), invited: invited, persons: Set(persons.map(\.id)),
        share: share, until: until, apart: Set(apart.map(\.id)), made: now)
}

@Suite struct `An invitation` {
    private func mothers() throws -> Reading { try Household.standing(of: "mother").reading(on: today) }

    @Test func `has the yes of the parent who sends it, and waits for the other`() throws {
        let sent = try drafted().sent(by: mothers(), mustAgree: agreements, notAsking: nil)
        #expect(sent.outcome(for: Household.eleven.id, .all([mother, father])) == .waits(for: [father]))
        let both = try sent.answered(
            .yes, about: Household.eleven.id, by: father, .all([mother, father]), at: now)
        #expect(both.outcome(for: Household.eleven.id, .all([mother, father])) == .agreed)
    }

    @Test func `for a young person waits for them alone, whoever sends it`() throws {
        let sent = try drafted(for: [Household.thirteen]).sent(
            by: mothers(), mustAgree: agreements, notAsking: nil)
        let asked = WhoMustAgree.all([Household.thirteen.id])
        #expect(sent.outcome(for: Household.thirteen.id, asked) == .waits(for: [Household.thirteen.id]))
    }

    @Test func `refused for one child stands for the other`() throws {
        let sent = try drafted(for: [Household.eleven, Household.thirteen]).sent(
            by: mothers(), mustAgree: agreements, notAsking: nil)
        let asked = WhoMustAgree.all([mother, father])
        let refused = try sent.answered(.no, about: Household.eleven.id, by: father, asked, at: now)
        #expect(refused.outcome(for: Household.eleven.id, asked) == .refused)
        let own = WhoMustAgree.all([Household.thirteen.id])
        let agreed = try refused.answered(
            .yes, about: Household.thirteen.id, by: Household.thirteen.id, own, at: now)
        #expect(agreed.outcome(for: Household.thirteen.id, own) == .agreed)
        #expect(agreed.outcome(for: Household.eleven.id, asked) == .refused)
    }

    @Test func `counts no yes of who need not agree any more`() throws {
        let sent = try drafted().sent(by: mothers(), mustAgree: agreements, notAsking: nil)
        let both = try sent.answered(.yes, about: Household.eleven.id, by: father, .all([mother, father]), at: now)
        let twelve = WhoMustAgree.all([Household.eleven.id])
        #expect(both.outcome(for: Household.eleven.id, twelve) == .waits(for: [Household.eleven.id]))
        #expect(both.outcome(for: Household.eleven.id, .nobody(.authorityAbsent)) == .stopped(.authorityAbsent))
    }

    @Test(arguments: [
        ("stepfather", Household.eleven, Duration.hours(1), Invitation.Refusal.notYoursToAnswer),
        ("father", Household.seventeen, .hours(1), .notYoursToAnswer),  // not one of those it is for
        ("mother", Household.eleven, .hours(1), .answeredBefore),
        ("father", Household.eleven, .days(14), .over),
    ])
    func `is not answered`(who: String, about: Person, later: Duration, refusal: Invitation.Refusal) throws {
        let sent = try drafted().sent(by: mothers(), mustAgree: agreements, notAsking: nil)
        #expect(throws: refusal) {
            try sent.answered(.yes, about: about.id, by: id(who), .all([mother, father]), at: now + later)
        }
        #expect(throws: Invitation.Refusal.notYoursToAnswer) {
            try sent.answered(.notAsked, about: Household.eleven.id, by: father, .all([mother, father]), at: now)
        }
    }

    @Test func `is accepted by the one it is for, once, and within fourteen days`() throws {
        let sent = drafted()
        let accepted = try sent.accepted(by: id("therapist"), at: now + .days(13))
        #expect(accepted.accepted == now + .days(13))
        #expect(throws: Invitation.Refusal.acceptedBefore) { try accepted.accepted(by: id("therapist"), at: now) }
        #expect(throws: Invitation.Refusal.notForYou) { try sent.accepted(by: id("stranger"), at: now) }
        #expect(throws: Invitation.Refusal.over) { try sent.accepted(by: id("therapist"), at: now + .days(14)) }
        #expect(throws: Invitation.Refusal.notForYou) {
            try drafted(for: [Household.eleven], .nobodyYet).accepted(by: id("therapist"), isTheirs: true, at: now)
        }
    }

    @Test func `for whoever does it is taken by one of the organisation, and is that one's then`() throws {
        let sent = drafted(for: [Household.eleven], .whoeverDoesIt)
        #expect(throws: Invitation.Refusal.notForYou) { try sent.accepted(by: id("stranger"), at: now) }
        let taken = try sent.accepted(by: id("colleague"), isTheirs: true, at: now)
        #expect(taken.invited == .account(id("colleague")))
        #expect(throws: Invitation.Refusal.notForYou) {
            try taken.accepted(by: id("another"), isTheirs: true, at: now)
        }
    }

    @Test func `refused by the one invited, or withdrawn, is over`() throws {
        let refused = try drafted().refused(by: id("therapist"), at: now)
        let withdrawn = try drafted().withdrawn(by: mothers(), at: now)
        for over in [refused, withdrawn] {
            #expect(!over.isOpen(at: now))
            #expect(throws: Invitation.Refusal.over) { try over.accepted(by: id("therapist"), at: now) }
            #expect(throws: Invitation.Refusal.over) {
                try over.answered(.yes, about: Household.eleven.id, by: father, .all([mother, father]), at: now)
            }
            #expect(throws: Invitation.Refusal.over) { try over.withdrawn(by: mothers(), at: now) }
        }
    }

    @Test(arguments: [("father", true), ("stepfather", false), ("thirteen", false)])
    func `is withdrawn by who sent it or decides about all it is for`(who: String, may: Bool) throws {
        let reader = try Household.standing(of: who).reading(on: today)
        let withdrawn = try? drafted().withdrawn(by: reader, at: now)
        #expect((withdrawn != nil) == may)
    }
}

@Suite struct `Inviting` {
    private func send(
        _ draft: Invitation, by who: String, covering: [Person] = [], share: Share = .plan,
        kind: Membership.Kind = .professional, _ notAsking: NotAsking? = nil,
        _ agreements: [ID<Person>: WhoMustAgree] = agreements
    ) throws -> Invitation {
        let letIn = covering.isEmpty ? [] : [Household.membership(of: who, covers: covering, share: share, kind: kind)]
        let reader = try Household.standing(of: who, memberships: letIn).reading(on: today)
        return try draft.sent(by: reader, mustAgree: agreements, notAsking: notAsking)
    }

    @Test(arguments: [
        ("mother", Household.eleven, true), ("mother", Household.mother, true), ("mother", Household.father, false),
        ("mother", Household.seventeen, false),  // from 16 only with their yes
        ("stepfather", Household.eleven, false), ("thirteen", Household.thirteen, true),
        ("thirteen", Household.eleven, false), ("eleven", Household.eleven, false),  // asks a grown-up
    ])
    func `is for who is of the family and decides or reads in their own right`(
        who: String, about: Person, may: Bool
    ) throws {
        let sent = try? send(drafted(for: [about]), by: who)
        #expect((sent != nil) == may)
    }

    @Test(arguments: [
        (Membership.Kind.professional, Share.plan, Share.plan, nil as InvitationRefusal?),
        (.professional, .all, .plan, nil), (.professional, .plan, .all, .moreThanYourOwn),
        (.professional, .contact, .contact, .notYoursToInvite), (.relative, .all, .contact, .notYoursToInvite),
    ])
    func `is for professionals who see the plan, up to what they see themselves`(
        kind: Membership.Kind, own: Share, given: Share, refusal: InvitationRefusal?
    ) throws {
        let draft = drafted(share: given)
        guard let refusal else {
            _ = try send(draft, by: "helper", covering: [Household.eleven], share: own, kind: kind)
            return
        }
        #expect(throws: refusal) {
            try send(draft, by: "helper", covering: [Household.eleven], share: own, kind: kind)
        }
    }

    @Test func `is for somebody, from today on`() throws {
        #expect(throws: InvitationRefusal.forNobody) { try send(drafted(for: []), by: "mother") }
        #expect(throws: InvitationRefusal.termIsOver) { try send(drafted(until: today), by: "mother") }
        #expect(try send(drafted(until: "2026-11-24"), by: "mother").until == "2026-11-24")
    }

    @Test func `stops where nobody may be assumed to decide`() {
        let nobody: [ID<Person>: WhoMustAgree] = [Household.eleven.id: .nobody(.authorityUnderInvestigation)]
        #expect(throws: InvitationRefusal.nobodyDecides(Household.eleven.id, .authorityUnderInvestigation)) {
            try send(drafted(), by: "helper", covering: [Household.eleven], nil, nobody)
        }
    }

    @Test func `somebody whom a parent must not meet is decided by two professionals`() throws {
        let hidden = drafted(apart: [Household.father])
        let why = NotAsking(reason: try PlainText.line("Gevaar voor moeder"), asking: .account(id("second")))
        #expect(throws: InvitationRefusal.mustKnow(father)) { try send(hidden, by: "mother") }
        #expect(throws: InvitationRefusal.mustKnow(father)) { try send(hidden, by: "mother", why) }
        #expect(throws: InvitationRefusal.mustKnow(father)) {
            try send(hidden, by: "helper", covering: [Household.eleven])
        }
        #expect(throws: InvitationRefusal.secondIsFirst) {
            let alone = NotAsking(reason: why.reason, asking: .account(id("helper")))
            return try send(hidden, by: "helper", covering: [Household.eleven], alone)
        }
        let sent = try send(hidden, by: "helper", covering: [Household.eleven], why)
        let all = WhoMustAgree.all([mother, father])
        #expect(
            sent.leftOut == [father] && sent.outcome(for: Household.eleven.id, all) == .waits(for: [mother, father]))
        #expect(sent.confirmed().outcome(for: Household.eleven.id, all) == .waits(for: [mother]))
    }

    @Test func `a helper of one's own keeps parents apart who need not agree`() throws {
        let own = drafted(for: [Household.thirteen], apart: [Household.mother, Household.father], by: "thirteen")
        let sent = try send(own, by: "thirteen")
        #expect(sent.outcome(for: Household.thirteen.id, .all([Household.thirteen.id])) == .agreed)
    }
}

@Suite struct `An invitation for what stands already` {
    private func isDone(
        askedUntil: Day? = nil, covers: [Person] = [Household.eleven], share: Share = .plan,
        until: Day? = nil, ended: Moment? = nil, kind: Membership.Kind = .professional
    ) -> Bool {
        let member = Household.membership(
            of: "therapist", covers: covers, share: share, until: until, ended: ended, kind: kind)
        let asked = Invitation(
            id: id("invitation"), kind: .professional, by: id("mother"), invited: .account(id("therapist")),
            organisation: member.organisation ?? Household.office, persons: [Household.eleven.id], share: .plan,
            until: askedUntil, made: now)
        return asked.isDone(by: member, for: [Household.eleven.id], on: today)
    }

    @Test func `lets nobody in a second time`() {
        #expect(isDone())
        #expect(isDone(covers: [Household.eleven, Household.thirteen], share: .all))
        #expect(isDone(askedUntil: "2027-01-01", until: "2027-01-01"))
        #expect(isDone(askedUntil: "2027-01-01"))
    }

    @Test func `lets in for more persons, more to see, longer, or as somebody else`() {
        #expect(!isDone(covers: [Household.thirteen]))
        #expect(!isDone(share: .contact))
        #expect(!isDone(until: "2027-01-01"))
        #expect(!isDone(askedUntil: "2027-01-02", until: "2027-01-01"))
        #expect(!isDone(kind: .relative))
        #expect(!isDone(ended: now))
    }
}
