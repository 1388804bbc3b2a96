// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// The day on which everything is asked unless a test says otherwise.
let today: Day = "2026-11-23"

/// An identifier that holds the (end of the) name itself, in hexadecimal digits.
func id<Subject>(_ name: String) -> ID<Subject> {
    let bytes = Array(name.utf8.suffix(16))
    let digits = (0..<16).map { $0 < bytes.count ? bytes[$0] : 0 }
        .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    let groups = [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
    return ID(stored: groups.map { $0.joined() }.joined(separator: "-"))
}

extension ID {
    /// What ``id(_:)`` made it of.
    var name: String {
        let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "-") })
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
        return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
    }
}

/// A family of two parents in two houses, a new partner, and children on both sides of each line the law draws.
enum Household {
    static let mother = person("mother", "1985-02-01")
    static let father = person("father", "1983-06-11")
    static let stepfather = person("stepfather", "1980-09-30")
    static let eleven = person("eleven", "2015-01-10")
    static let thirteen = person("thirteen", "2013-05-05")
    static let seventeen = person("seventeen", "2009-04-04")

    static let all = [mother, father, stepfather, eleven, thirteen, seventeen]
    static let minors = [eleven, thirteen, seventeen]

    static func person(_ name: String, _ birth: String, account: Bool = true) -> Person {
        Person(id: id(name), account: account ? id(name) : nil, birth: BirthDate(birth) ?? .notTold)
    }

    static let ties =
        minors.flatMap { [Tie(mother.id, .parent, of: $0.id), Tie(father.id, .parent, of: $0.id)] }
        + [Tie(stepfather.id, .newPartner, of: mother.id), Tie(eleven.id, .sibling, of: thirteen.id)]

    static func authorities(
        _ kind: Authority.Kind = .jointByParents, _ holders: [Person] = [mother, father], investigated: Bool = false
    ) -> [Authority] {
        minors.map {
            Authority(
                child: $0.id, kind: kind, holders: Set(holders.map(\.id)), isUnderInvestigation: investigated)
        }
    }

    /// How somebody stands in this family.
    static func standing(
        of reader: String, authorities: [Authority] = authorities(), memberships: [Membership] = [],
        letIn: [(child: Person, reader: Person)] = [], held: Standing.Held = .init(),
        hidden: Set<ID<Membership>> = [], onBehalfOf: Set<ID<Organisation>> = [office]
    ) -> Standing {
        Standing(
            reader: id(reader), persons: all, ties: ties, authorities: authorities, memberships: memberships,
            letIn: Set(letIn.map { Standing.LetIn(child: $0.child.id, reader: $0.reader.id) }), held: held,
            hiddenMembers: hidden, onBehalfOf: onBehalfOf)
    }

    /// Where the professionals of these examples work.
    static let office: ID<Organisation> = id("office")

    static func membership(
        of account: String, covers persons: [Person], share: Share = .all, from: Day = "2026-01-01",
        until: Day? = nil, ended: Moment? = nil, kind: Membership.Kind = .professional,
        at organisation: ID<Organisation> = office
    ) -> Membership {
        Membership(
            id: id("membership of \(account)"), account: id(account), kind: kind,
            organisation: kind == .professional ? organisation : nil, covers: Set(persons.map(\.id)), share: share,
            term: Period(from: from, until: until), ended: ended)
    }

    /// What a professional reads who was let in.
    static func helper(
        _ persons: [Person], share: Share = .all, held: Standing.Held = .init(), hidden: Set<ID<Membership>> = []
    ) throws -> Reading {
        try standing(
            of: "helper", memberships: [membership(of: "helper", covers: persons, share: share)], held: held,
            hidden: hidden
        ).reading(on: today)
    }
}

extension Reading {
    /// The names of those covered, in their order.
    var names: [String] { covered.keys.map(\.name).sorted() }

    func ground(about person: Person) -> ReadingGround? { covered[person.id]?.ground }
}
