// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Testing

@Suite struct `Directing a family` {
    private static let soon: Day = "2027-01-11"

    private func direction(_ kind: Direction.Kind = .careCoordination, of holder: String = "helper") -> Direction {
        Direction(kind: kind, holder: id(holder), since: "2026-10-01")
    }

    private func reading(of who: String) throws -> Reading { try Household.standing(of: who).reading(on: today) }

    @Test func `has expected acts of its own for each kind`() {
        for kind in Direction.Kind.allCases { #expect(!kind.acts.isEmpty, "\(kind)") }
        #expect(Set(Direction.Kind.allCases.map(\.acts)).count == 4)
        #expect(Set(Direction.Kind.allCases.flatMap(\.acts)) == Set(Direction.Act.allCases))
    }

    @Test(arguments: [
        ("mother", Direction.Kind.careCoordination, "helper", true), ("father", .monitoring, "helper", true),
        ("mother", .safetyCoordination, "helper", false), ("mother", .contact, "mother", false),
        ("mother", .contact, "father", false), ("stepfather", .monitoring, "helper", false),
        ("thirteen", .monitoring, "helper", false),
    ])
    func `is taken back by a parent at once, unless it is safety or a parent's already`(
        who: String, kind: Direction.Kind, holder: String, may: Bool
    ) throws {
        let reader = try reading(of: who)
        let back = {
            try direction(kind, of: holder).takenBack(by: reader, parents: [id("mother"), id("father")], on: today)
        }
        guard may else {
            #expect(throws: DirectionRefusal.self) { try back() }
            return
        }
        let taken = try back()
        #expect(taken.holder == id(who) && taken.kind == .contact && taken.since == today)
    }

    /// Each line: from what to what, with a second professional or not, and whether it may.
    @Test(arguments: [
        (Direction.Kind.contact, Direction.Kind.monitoring, nil as String?, true),
        (.monitoring, .monitoring, nil, false),
        (.careCoordination, .safetyCoordination, nil, false), (.careCoordination, .safetyCoordination, "second", true),
        (.safetyCoordination, .contact, nil, false),
        (.safetyCoordination, .contact, "second", true),
    ])
    func `becomes of another kind by its holder, to safety and back with a second professional`(
        from: Direction.Kind, to: Direction.Kind, second: String?, may: Bool
    ) throws {
        let helper = try Household.helper([Household.eleven])
        let become = {
            try direction(from).become(
                to, review: Self.soon, by: helper, with: second.map { professional("helper", asking: $0) }, on: today)
        }
        guard may else {
            #expect(throws: DirectionRefusal.self) { try become() }
            return
        }
        #expect(try become().kind == to)
    }

    private func professional(_ first: String, asking second: String) -> SecondProfessional {
        SecondProfessional(
            id: id("asked"), subject: Promise.Subject(kind: Decided.direction.rawValue, id: "d"), first: id(first),
            asked: .account(id(second)), made: Moment(today), given: nil)
    }

    @Test func `of safety is never the family's`() throws {
        let mother = try reading(of: "mother")
        #expect(throws: DirectionRefusal.notForFamily) {
            try direction(.contact, of: "mother")
                .become(
                    .safetyCoordination, review: Self.soon, by: mother, with: professional("mother", asking: "second"),
                    on: today)
        }
    }

    @Test(arguments: [(today, false), (today + 1, true), (today + 183, true), (today + 184, false)])
    func `is looked at again from tomorrow, within half a year`(day: Day, may: Bool) throws {
        let helper = try Household.helper([Household.eleven])
        guard may else {
            #expect(throws: DirectionRefusal.reviewOutside) {
                try direction().reviewed(until: day, by: helper, on: today)
            }
            return
        }
        let reviewed = try direction().reviewed(until: day, by: helper, on: today)
        #expect(reviewed.review == day && reviewed.since == "2026-10-01")
    }

    @Test func `is taken without its holder by a professional and another one`() throws {
        let helper = try Household.helper([Household.eleven], share: .plan)
        let taken = try direction(.contact, of: "mother").takenWithoutHolder(
            as: .safetyCoordination, review: Self.soon, by: helper, with: professional("helper", asking: "second"),
            on: today)
        #expect(taken.holder == id("helper") && taken.kind == .safetyCoordination)
        let refused: [(Reading, String, String)] = [
            (helper, "somebody", "mother"), (try reading(of: "father"), "father", "mother"),
            (try Household.helper([Household.eleven], share: .contact), "helper", "mother"),
            (helper, "helper", "helper"),
        ]
        for (reader, first, holder) in refused {
            #expect(throws: DirectionRefusal.self) {
                try direction(.contact, of: holder).takenWithoutHolder(
                    as: .monitoring, review: Self.soon, by: reader, with: professional(first, asking: "second"),
                    on: today)
            }
        }
    }
}
