// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

/// One row of the matrix of the law: of whom, what is asked, who must say yes, and where that is written.
struct ConsentCase: Sendable, CustomTestStringConvertible {
    enum Answer: Sendable {
        case all([String])
        case nobody(WhoMustAgree.Reason)
        case notNeeded
    }

    let birth: String
    var isAble = true
    var representatives: [String: Representative] = [:]
    var authority: Authority.Kind? = .jointByParents
    var holders = ["mother", "father"]
    var isInvestigated = false
    var order: ProtectionOrder.Kind?
    let asked: Asked
    let answer: Answer
    let article: String

    var testDescription: String {
        "\(birth) \(isAble ? "able" : "not able") \(authority?.rawValue ?? "none") \(asked.rawValue): \(article)"
    }

    var decided: WhoMustAgree {
        let child = Household.person("child", birth)
        let authority = authority.map {
            Authority(
                child: child.id, kind: $0, holders: Set(holders.map { id($0) }), isUnderInvestigation: isInvestigated)
        }
        let noted = Dictionary(uniqueKeysWithValues: representatives.map { (id($0.key) as ID<Person>, $0.value) })
        let order = order.map {
            ProtectionOrder(
                id: id("order"), child: child.id, kind: $0, from: today, until: today + 90, by: id("helper"),
                recorded: Moment(today))
        }
        return WhoMustAgree(
            to: asked, about: child, authority: authority,
            ability: isAble ? .able : .notAble(representatives: Representative.deciding(noted)), order: order,
            on: today)
    }

    var expected: WhoMustAgree {
        switch answer {
        case .all(let names): .all(Set(names.map { id($0) }))
        case .nobody(let reason): .nobody(reason)
        case .notNeeded: .notNeeded
        }
    }
}

private let parents = ["mother", "father"]
private let born = (
    eleven: "2014-11-24", twelve: "2014-11-23", fifteen: "2010-11-24", sixteen: "2010-11-23", seventeen: "2008-11-24",
    eighteen: "2008-11-23"
)

@Suite struct `The matrix of consent` {
    static let byAge: [ConsentCase] = [
        ConsentCase(birth: born.eleven, asked: .help, answer: .all(parents), article: "7.3.15 lid 1"),
        ConsentCase(birth: born.eleven, asked: .share, answer: .all(parents), article: "7.3.11 lid 1, 7.3.15 lid 1"),
        ConsentCase(birth: born.twelve, asked: .help, answer: .all(parents + ["child"]), article: "7.3.4 lid 2"),
        ConsentCase(birth: born.twelve, asked: .share, answer: .all(["child"]), article: "7.3.11 lid 1"),
        ConsentCase(birth: born.fifteen, asked: .help, answer: .all(parents + ["child"]), article: "7.3.4 lid 2"),
        ConsentCase(birth: born.fifteen, asked: .share, answer: .all(["child"]), article: "7.3.11 lid 1"),
        ConsentCase(birth: born.sixteen, asked: .help, answer: .all(["child"]), article: "7.3.5 lid 1"),
        ConsentCase(birth: born.sixteen, asked: .share, answer: .all(["child"]), article: "7.3.5, 7.3.11"),
        ConsentCase(birth: born.eighteen, asked: .help, answer: .all(["child"]), article: "BW 1:233"),
        ConsentCase(birth: born.eighteen, asked: .share, answer: .all(["child"]), article: "7.3.11 lid 1"),
        // An incomplete date counts as the latest day it can be.
        ConsentCase(birth: "2014-11-00", asked: .share, answer: .all(parents), article: "7.3.15 lid 1"),
        ConsentCase(birth: "2014-00-00", asked: .help, answer: .all(parents), article: "7.3.15 lid 1"),
        ConsentCase(birth: "2014-10-00", asked: .help, answer: .all(parents + ["child"]), article: "7.3.4 lid 2"),
        ConsentCase(birth: "2010-11-00", asked: .help, answer: .all(parents + ["child"]), article: "7.3.4 lid 2"),
        ConsentCase(birth: "2010-10-00", asked: .help, answer: .all(["child"]), article: "7.3.5 lid 1"),
        ConsentCase(birth: "0000-00-00", asked: .help, answer: .all(parents), article: "7.3.15 lid 1"),
        ConsentCase(birth: "0000-00-00", asked: .share, answer: .all(parents), article: "7.3.15 lid 1"),
    ]

    static let byAbility: [ConsentCase] = [
        ConsentCase(
            birth: born.eleven, isAble: false, asked: .help, answer: .all(parents), article: "7.3.15 lid 1"),
        ConsentCase(birth: born.twelve, isAble: false, asked: .help, answer: .all(parents), article: "7.3.15 lid 2"),
        ConsentCase(birth: born.twelve, isAble: false, asked: .share, answer: .all(parents), article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.seventeen, isAble: false, asked: .help, answer: .all(parents), article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.seventeen, isAble: false, asked: .share, answer: .all(parents), article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.eighteen, isAble: false, asked: .help, answer: .nobody(.noRepresentative),
            article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.eighteen, isAble: false,
            representatives: ["mentor": .appointed, "friend": .authorised, "partner": .partner, "mother": .kin],
            asked: .help, answer: .all(["mentor"]), article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.eighteen, isAble: false,
            representatives: ["friend": .authorised, "partner": .partner, "mother": .kin], asked: .share,
            answer: .all(["friend"]), article: "7.3.15 lid 2"),
        ConsentCase(
            birth: born.eighteen, isAble: false, representatives: ["partner": .partner, "mother": .kin], asked: .help,
            answer: .all(["partner"]), article: "7.3.15 lid 3"),
        ConsentCase(
            birth: born.eighteen, isAble: false, representatives: ["mother": .kin, "sister": .kin], asked: .share,
            answer: .all(["mother", "sister"]), article: "7.3.15 lid 3"),
    ]

    /// By kind of authority: who holds it, and what that gives under 12 and, for help, from 12.
    static let kinds: [(Authority.Kind?, [String], Bool, WhoMustAgree.Reason?)] = [
        (.jointByParents, parents, false, nil), (.byOneParent, ["mother"], false, nil),
        (.jointWithThirdParty, ["mother", "stepfather"], false, nil), (.guardianship, ["stepfather"], false, nil),
        (.temporarilyNone, [], false, .authorityAbsent), (.temporarilyNone, parents, false, .authorityAbsent),
        (.undeterminable, parents, false, .authorityUndeterminable), (nil, [], false, .authorityNotNoted),
        (.jointByParents, parents, true, .authorityUnderInvestigation),
        (.byOneParent, ["mother"], true, .authorityUnderInvestigation),
        (.jointWithThirdParty, ["mother", "stepfather"], true, .authorityUnderInvestigation),
        (.guardianship, ["stepfather"], true, .authorityUnderInvestigation),
        (.jointByParents, ["mother"], false, .authorityElsewhere),
        (.jointWithThirdParty, ["mother"], false, .authorityElsewhere), (.guardianship, [], false, .authorityElsewhere),
    ]

    static let byAuthority: [ConsentCase] = kinds.flatMap { kind, holders, isInvestigated, reason -> [ConsentCase] in
        func row(_ birth: String, _ asked: Asked, _ people: [String], _ article: String) -> ConsentCase {
            ConsentCase(
                birth: birth, authority: kind, holders: holders, isInvestigated: isInvestigated, asked: asked,
                answer: reason.map { .nobody($0) } ?? .all(people), article: article)
        }
        func alone(_ birth: String, _ asked: Asked, _ article: String) -> ConsentCase {
            ConsentCase(
                birth: birth, authority: kind, holders: holders, isInvestigated: isInvestigated, asked: asked,
                answer: .all(["child"]), article: article)
        }
        return [
            row(born.eleven, .help, holders, "7.3.15 lid 1"), row(born.eleven, .share, holders, "7.3.15 lid 1"),
            row(born.twelve, .help, holders + ["child"], "7.3.4 lid 2"), alone(born.twelve, .share, "7.3.11 lid 1"),
            alone(born.sixteen, .help, "7.3.5 lid 1"), alone(born.sixteen, .share, "7.3.11 lid 1"),
            alone(born.eighteen, .help, "7.3.4"), alone(born.eighteen, .share, "7.3.11 lid 1"),
        ]
    }

    static let byOrder: [ConsentCase] =
        ProtectionOrder.Kind.allCases.flatMap { kind -> [ConsentCase] in
            [
                ConsentCase(
                    birth: born.eleven, order: kind, asked: .measure, answer: .notNeeded, article: "7.3.4 lid 1"),
                ConsentCase(
                    birth: born.twelve, order: kind, asked: .measure, answer: .notNeeded, article: "7.3.4 lid 1"),
                ConsentCase(
                    birth: born.sixteen, order: kind, asked: .measure, answer: .notNeeded, article: "7.3.4 lid 1"),
                ConsentCase(
                    birth: born.eleven, order: kind, asked: .help, answer: .all(parents), article: "7.3.15 lid 1"),
                ConsentCase(
                    birth: born.twelve, order: kind, asked: .help, answer: .all(parents + ["child"]),
                    article: "7.3.4 lid 2"),
                ConsentCase(birth: born.twelve, order: kind, asked: .share, answer: .all(["child"]), article: "7.3.11"),
                ConsentCase(birth: born.sixteen, order: kind, asked: .help, answer: .all(["child"]), article: "7.3.5"),
            ]
        } + [
            // What nobody ordered is help like any other.
            ConsentCase(birth: born.eleven, asked: .measure, answer: .all(parents), article: "7.3.15 lid 1"),
            ConsentCase(birth: born.twelve, asked: .measure, answer: .all(parents + ["child"]), article: "7.3.4 lid 2"),
            // Authority that is not certain does not stop what a court ordered.
            ConsentCase(
                birth: born.eleven, authority: .temporarilyNone, holders: [], order: .supervision, asked: .measure,
                answer: .notNeeded, article: "7.3.4 lid 1"),
        ]

    @Test(arguments: byAge + byAbility + byAuthority + byOrder)
    func `says who must agree`(row: ConsentCase) { #expect(row.decided == row.expected) }

    @Test(arguments: [(-1, false), (0, true), (89, true), (90, false)])
    func `counts an order on its days alone`(shift: Int, isOrdered: Bool) {
        let child = Household.person("child", born.twelve)
        let order = ProtectionOrder(
            id: id("order"), child: child.id, kind: .supervision, from: today, until: today + 90, by: id("helper"),
            recorded: Moment(today))
        let who = WhoMustAgree(
            to: .measure, about: child, authority: nil, order: order, on: today + shift)
        #expect((who == .notNeeded) == isOrdered)
    }

    /// Who asks, about whom, and whether they may.
    @Test(arguments: [
        ("mother", "eleven", true), ("mother", "thirteen", true), ("mother", "seventeen", false),
        ("mother", "father", false), ("mother", "mother", true), ("father", "eleven", true),
        ("stepfather", "eleven", false), ("thirteen", "thirteen", true), ("thirteen", "eleven", false),
        ("seventeen", "seventeen", true), ("eleven", "eleven", false), ("helper", "eleven", true),
        ("helper", "seventeen", true), ("visitor", "eleven", false), ("neighbour", "eleven", false),
    ])
    func `says who may ask`(who: String, about: String, may: Bool) throws {
        let people = [Household.eleven, Household.thirteen, Household.seventeen]
        let memberships: [Membership] =
            switch who {
            case "helper": [Household.membership(of: who, covers: people)]
            case "visitor": [Household.membership(of: who, covers: people, share: .contact)]
            case "neighbour": [Household.membership(of: who, covers: people, kind: .relative)]
            default: []
            }
        let reading = try Household.standing(of: who, memberships: memberships).reading(on: today)
        let draft = Consent(
            id: id("consent"), asked: .share, by: id(who), persons: [id(about)], made: Moment(today),
            until: today + 90)
        let all = Dictionary(uniqueKeysWithValues: Household.all.map { ($0.id, WhoMustAgree.all([$0.id])) })
        guard !may else {
            #expect(try draft.asked(by: reading, all).persons.map(\.name) == [about])
            return
        }
        #expect(throws: ConsentRefusal.notYoursToAsk) { try draft.asked(by: reading, all) }
    }
}
