// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

@Suite struct `A family that is told` {
    private func member(
        _ name: String, _ role: FamilyOutline.Role, _ birth: String = "0000-00-00", children: [String] = []
    ) throws -> FamilyOutline.Member {
        FamilyOutline.Member(
            id: id(name), name: try PlainText.line(name), role: role, birth: BirthDate(birth) ?? .notTold,
            children: Set(children.map { id($0) }))
    }

    private func authority(
        over child: String, _ kind: Authority.Kind = .byOneParent, _ holders: [String] = ["ada"]
    ) -> Authority {
        Authority(child: id(child), kind: kind, holders: Set(holders.map { id($0) }))
    }

    @Test func `ties parents to their children, and children who share one to each other`() throws {
        let outline = try FamilyOutline(
            [
                member("ada", .parent, "1988-00-00", children: ["kind", "baby"]),
                member("bo", .newPartner, "1985-01-01", children: ["kind"]), member("kind", .child, "2019-06-03"),
                member("baby", .child), member("gast", .child, "2018-01-01"),
            ], ["kind", "baby", "gast"].map { authority(over: $0) }, on: today)
        let told = Set(outline.ties.map { "\($0.person.name) \($0.kind.rawValue) \($0.other.name)" })
        #expect(told.isSuperset(of: ["ada parent kind", "ada parent baby", "bo newPartner kind"]))
        #expect(told.count == 4)
        #expect(told.contains("baby sibling kind") || told.contains("kind sibling baby"))
    }

    @Test(
        arguments: [
            (Authority.Kind.guardianship, [], true), (.temporarilyNone, [], true), (.undeterminable, [], true),
            (.jointByParents, [], false), (.byOneParent, [], false), (.jointWithThirdParty, ["ada"], true),
            (.byOneParent, ["kind"], false), (.byOneParent, ["nobody"], false),
        ] as [(Authority.Kind, [String], Bool)])
    func `says who of it holds authority over each child`(kind: Authority.Kind, holders: [String], isTold: Bool) throws
    {
        let members = [
            try member("ada", .parent, "1988-00-00", children: ["kind"]), try member("kind", .child, "2019-06-03"),
        ]
        let outline = try? FamilyOutline(members, [authority(over: "kind", kind, holders)], on: today)
        #expect((outline != nil) == isTold)
        #expect(throws: FamilyOutline.Refusal.authorityMissing(of: id("kind"))) {
            try FamilyOutline(members, [], on: today)
        }
    }

    @Test func `has a child under eighteen, born or not`() throws {
        let grown = [try member("ada", .parent, "1988-00-00"), try member("kind", .child, "2000-01-01")]
        #expect(throws: FamilyOutline.Refusal.noChild) { try FamilyOutline(grown, [], on: today) }
        let unborn = try FamilyOutline(
            [member("ada", .parent, "1988-00-00", children: ["baby"]), member("baby", .child)],
            [authority(over: "baby")], on: today)
        #expect(unborn.members.count == 2)
    }

    @Test func `ties nobody to whom it does not hold`() throws {
        #expect(throws: FamilyOutline.Refusal.tieToNobody(id("ada"))) {
            try FamilyOutline(
                [member("ada", .parent, children: ["bo"]), member("bo", .other), member("kind", .child)],
                [authority(over: "kind")], on: today)
        }
    }
}
