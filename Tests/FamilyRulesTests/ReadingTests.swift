// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `A parent` {
    @Test func `reads about themself and about their children under sixteen`() throws {
        let reading = try Household.standing(of: "mother").reading(on: today)
        #expect(reading.names == ["eleven", "mother", "thirteen"])
        #expect(reading.ground(about: Household.mother) == .ownPerson)
        #expect(reading.ground(about: Household.eleven) == .authority)
        #expect(reading.covered.values.allSatisfy { $0.share == .all })
    }

    @Test func `does not read about the other parent, in one house or two`() throws {
        let mothers = try Household.standing(of: "mother").reading(on: today)
        let fathers = try Household.standing(of: "father").reading(on: today)
        #expect(mothers.covered[Household.father.id] == nil)
        #expect(fathers.covered[Household.mother.id] == nil)
    }

    @Test(arguments: [
        ("2029-05-04" as Day, ReadingGround.authority as ReadingGround?),  // the day before the sixteenth birthday
        ("2029-05-05", nil),
    ])
    func `stops reading on the sixteenth birthday`(day: Day, ground: ReadingGround?) throws {
        let reading = try Household.standing(of: "mother").reading(on: day)
        #expect(reading.ground(about: Household.thirteen) == ground)
    }

    @Test func `reads from sixteen with the young person's yes, and only the parent it was given to`() throws {
        let yes = [(child: Household.seventeen, reader: Household.mother)]
        let mothers = try Household.standing(of: "mother", letIn: yes).reading(on: today)
        let fathers = try Household.standing(of: "father", letIn: yes).reading(on: today)
        #expect(mothers.ground(about: Household.seventeen) == .letInByChild)
        #expect(fathers.ground(about: Household.seventeen) == nil)
    }

    @Test func `reads nothing of a child of eighteen, whatever was said before`() throws {
        let yes = [(child: Household.seventeen, reader: Household.mother)]
        let reading = try Household.standing(of: "mother", letIn: yes).reading(on: "2027-04-04")
        #expect(reading.ground(about: Household.seventeen) == nil)
    }

    @Test(arguments: [
        (Authority.Kind.byOneParent, false), (.jointByParents, true), (.temporarilyNone, false),
        (.undeterminable, false), (.guardianship, false),
    ])
    func `without certain authority reads about themself only`(kind: Authority.Kind, isInvestigated: Bool) throws {
        let holders = kind == .guardianship || kind == .byOneParent ? [Household.mother] : Household.all
        let authorities = Household.authorities(kind, holders, investigated: isInvestigated)
        let reading = try Household.standing(of: "father", authorities: authorities).reading(on: today)
        #expect(reading.names == ["father"])
    }

    @Test func `knows the names of children they may not read about, and of who brings up those they may`() throws {
        let reading = try Household.standing(of: "mother").reading(on: today)
        #expect(reading.known.contains(Household.seventeen.id))
        #expect(reading.known.contains(Household.father.id))
        #expect(reading.known.isDisjoint(with: reading.covered.keys))
    }
}

@Suite struct `Others of the family` {
    @Test(arguments: ["eleven", "thirteen", "seventeen"]) func `read about themselves`(reader: String) throws {
        #expect(try Household.standing(of: reader).reading(on: today).names == [reader])
    }

    @Test func `as a step-parent read their own items and what they are let in to`() throws {
        let alone = try Household.standing(of: "stepfather").reading(on: today)
        #expect(alone.names == ["stepfather"])
        let letIn = Household.membership(of: "stepfather", covers: [Household.thirteen], share: .plan, kind: .relative)
        let reading = try Household.standing(of: "stepfather", memberships: [letIn]).reading(on: today)
        #expect(reading.names == ["stepfather", "thirteen"])
        #expect(reading.ground(about: Household.thirteen) == .membership)
        #expect(reading.covered[Household.thirteen.id]?.share == .plan)
        #expect(reading.lookerRole == .family)
    }

    @Test func `as a step-parent who is out again keep their own items`() throws {
        let over = Household.membership(of: "stepfather", covers: [Household.thirteen], ended: Moment("2026-11-22"))
        let reading = try Household.standing(of: "stepfather", memberships: [over]).reading(on: today)
        #expect(reading.names == ["stepfather"])
    }
}

@Suite struct `A member` {
    @Test(arguments: Share.allCases) func `reads about those covered, as far as the share goes`(share: Share) throws {
        let reading = try Household.helper([Household.eleven, Household.mother], share: share)
        #expect(reading.names == ["eleven", "mother"])
        #expect(reading.covered.values.allSatisfy { $0.share == share && $0.ground == .membership })
    }

    @Test func `with two memberships reads as far as the widest`() throws {
        let narrow = Household.membership(of: "helper", covers: [Household.eleven], share: .contact)
        let wide = Household.membership(of: "helper", covers: [Household.eleven], share: .plan)
        for memberships in [[narrow, wide], [wide, narrow]] {
            let reading = try Household.standing(of: "helper", memberships: memberships).reading(on: today)
            #expect(reading.covered[Household.eleven.id]?.share == .plan)
        }
    }

    @Test func `covers nobody who is not of this family`() throws {
        let stranger = Household.person("child of others", "2016-01-01")
        #expect(try Household.helper([stranger, Household.eleven]).names == ["eleven"])
    }

    @Test(arguments: [
        ("2026-11-22" as Day, Day?.none, Moment?.none, true),
        ("2026-11-23", nil, nil, true),
        ("2026-11-24", nil, nil, false),  // begins tomorrow
        ("2026-01-01", "2026-11-24", nil, true),
        ("2026-01-01", "2026-11-23", nil, false),  // the last day was yesterday
        ("2026-01-01", nil, Moment("2026-11-23", hour: 8), false),  // ended an hour ago
        ("2026-01-01", "2027-01-01", Moment("2026-11-23", hour: 8), false),
    ])
    func `reads while the membership lasts`(from: Day, until: Day?, ended: Moment?, reads: Bool) throws {
        let membership = Household.membership(
            of: "helper", covers: [Household.eleven], from: from, until: until, ended: ended)
        let standing = Household.standing(of: "helper", memberships: [membership])
        guard !reads else {
            #expect(try standing.reading(on: today).names == ["eleven"])
            return
        }
        #expect(throws: AccessRefusal.ended) { try standing.reading(on: today) }
    }

    @Test func `who never was one reads nothing`() {
        #expect(throws: AccessRefusal.notInThisFamily) { try Household.standing(of: "stranger").reading(on: today) }
    }

    @Test func `reads nothing of a family that is held from them, nor does anybody of it`() {
        let held = Standing.Held(wholeFamily: true)
        let letIn = [Household.membership(of: "helper", covers: Household.all)]
        for reader in ["helper", "mother", "eleven"] {
            #expect(throws: AccessRefusal.held) {
                try Household.standing(of: reader, memberships: letIn, held: held).reading(on: today)
            }
        }
    }

    @Test(arguments: [(Membership.Kind.professional, LookerRole.professional), (.relative, .relative)])
    func `looks in the role of their membership`(kind: Membership.Kind, role: LookerRole) throws {
        let membership = Household.membership(of: "helper", covers: [Household.eleven], kind: kind)
        let reading = try Household.standing(of: "helper", memberships: [membership]).reading(on: today)
        #expect(reading.lookerRole == role)
    }
}

@Suite struct `A professional of two organisations` {
    private static let school: ID<Organisation> = id("school")

    private func standing(for organisations: Set<ID<Organisation>>) -> Standing {
        let atSchool = Household.membership(
            of: "helper", covers: [Household.eleven], share: .contact, at: Self.school)
        let atOffice = Household.membership(of: "helper", covers: [Household.thirteen])
        return Household.standing(of: "helper", memberships: [atSchool, atOffice], onBehalfOf: organisations)
    }

    @Test func `reads on behalf of each what was entrusted to that one`() throws {
        let school = try standing(for: [Self.school]).reading(on: today)
        #expect(school.names == ["eleven"])
        #expect(school.onBehalfOf == Self.school)
        let office = try standing(for: [Household.office]).reading(on: today)
        #expect(office.names == ["thirteen"])
        #expect(office.onBehalfOf == Household.office)
    }

    @Test func `reads nothing on behalf of a third, or of none`() {
        for organisations: Set<ID<Organisation>> in [[], [id("third")]] {
            #expect(throws: AccessRefusal.onBehalfOfAnother) {
                try standing(for: organisations).reading(on: today)
            }
        }
    }

    @Test func `does not answer for what they read on behalf of the other`() {
        let question = LogQuestion(
            id: id("question"), asker: id("mother"), person: Household.mother.id,
            line: LookedLine(who: id("helper"), day: today, action: .read, item: nil), organisation: Self.school,
            promise: id("promise"), asked: Moment(today))
        for (organisation, may) in [(Self.school, true), (Household.office, false)] {
            let answers = question.mayBeAnswered(
                by: id("helper"), owner: .account(id("helper")), standing: standing(for: [organisation]), work: [],
                on: today)
            #expect(answers == may)
        }
    }

    @Test func `of the own network reads whatever their work`() throws {
        let neighbour = Household.membership(of: "neighbour", covers: [Household.eleven], kind: .relative)
        for organisations: Set<ID<Organisation>> in [[], [Self.school]] {
            let standing = Household.standing(of: "neighbour", memberships: [neighbour], onBehalfOf: organisations)
            #expect(try standing.reading(on: today).names == ["eleven"])
        }
    }
}
