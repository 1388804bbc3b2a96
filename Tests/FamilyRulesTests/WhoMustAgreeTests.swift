// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `Who must agree` {
    private static let parents: Set<ID<Person>> = [Household.mother.id, Household.father.id]

    private func asked(
        _ birth: String, _ kind: Authority.Kind = .jointByParents, _ holders: Set<ID<Person>> = parents,
        investigated: Bool = false, able: Bool = true, on day: Day = today
    ) -> WhoMustAgree {
        let child = Household.person("child", birth)
        let authority = Authority(child: child.id, kind: kind, holders: holders, isUnderInvestigation: investigated)
        return WhoMustAgree(
            about: child, authority: authority, ability: able ? .able : .notAble(representatives: []), on: day)
    }

    @Test(arguments: [
        ("2014-11-24", true, ["father", "mother"]),  // 12 tomorrow
        ("2014-11-23", true, ["child"]),  // 12 today
        ("2014-11-23", false, ["father", "mother"]),
        ("2010-11-23", true, ["child"]),  // 16 today
        ("2010-11-23", false, ["father", "mother"]),
        ("2008-11-24", false, ["father", "mother"]),  // 18 tomorrow
        ("2008-11-23", true, ["child"]),  // 18 today
        ("1980-01-01", true, ["child"]),
        ("2014-11-00", true, ["father", "mother"]),  // 12 on the last day of this month at the latest
        ("2014-10-00", true, ["child"]),
        ("2014-00-00", true, ["father", "mother"]),
        ("2013-00-00", true, ["child"]),
        ("0000-00-00", true, ["father", "mother"]),  // not born, or nobody knows
    ])
    func `follows from age and judgement`(birth: String, able: Bool, names: [String]) {
        #expect(asked(birth, able: able).persons.map(\.name).sorted() == names)
    }

    @Test(arguments: [
        (Authority.Kind.jointByParents, ["mother", "father"], false, nil as WhoMustAgree.Reason?),
        (.byOneParent, ["mother"], false, nil),
        (.jointWithThirdParty, ["mother", "stepfather"], false, nil),
        (.guardianship, ["stepfather"], false, nil),
        (.temporarilyNone, ["mother"], false, .authorityAbsent),
        (.undeterminable, ["mother", "father"], false, .authorityUndeterminable),
        (.jointByParents, ["mother", "father"], true, .authorityUnderInvestigation),
        (.byOneParent, ["mother"], true, .authorityUnderInvestigation),
        (.jointByParents, ["mother"], false, .authorityElsewhere),
        (.jointWithThirdParty, ["mother"], false, .authorityElsewhere),
        (.guardianship, [], false, .authorityElsewhere),  // an institution is guardian
    ])
    func `for a child is everyone who certainly holds authority, or nobody`(
        kind: Authority.Kind, holders: [String], investigated: Bool, reason: WhoMustAgree.Reason?
    ) {
        let holders = Set(holders.map { id($0, Person.self) })
        let expected = reason.map { WhoMustAgree.nobody($0) } ?? .all(holders)
        #expect(asked("2018-01-01", kind, holders, investigated: investigated) == expected)
        // A young person who can judge is asked, whoever holds authority.
        #expect(asked("2012-01-01", kind, holders, investigated: investigated).persons.map(\.name) == ["child"])
    }

    @Test func `for a child without noted authority is nobody`() {
        #expect(WhoMustAgree(about: Household.eleven, authority: nil, on: today) == .nobody(.authorityNotNoted))
    }

    @Test func `for an adult who can't judge is who was noted as deciding`() {
        let sister: ID<Person> = id("sister")
        let noted = WhoMustAgree(
            about: Household.mother, authority: nil, ability: .notAble(representatives: [sister]), on: today)
        #expect(noted == .all([sister]))
        let nobody = WhoMustAgree(
            about: Household.mother, authority: nil, ability: .notAble(representatives: []), on: today)
        #expect(nobody == .nobody(.noRepresentative))
    }
}

private func id<Subject>(_ name: String, _: Subject.Type) -> ID<Subject> { FamilyRulesTests.id(name) }
