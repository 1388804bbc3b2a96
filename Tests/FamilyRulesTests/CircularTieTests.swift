// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Testing

/// What nobody can be, in a form or from elsewhere.
@Suite struct `Ties and authority that contradict each other` {
    private func member(
        _ name: String, _ role: FamilyOutline.Role, _ birth: String, of children: [String] = []
    ) throws -> FamilyOutline.Member {
        FamilyOutline.Member(
            id: id(name), name: try PlainText.line(name), role: role, birth: BirthDate(birth) ?? .notTold,
            children: Set(children.map { id($0) }))
    }

    private func refusal(_ members: [FamilyOutline.Member], holders: [String] = ["ada"]) -> FamilyOutline.Refusal? {
        let authority = Authority(child: id("kind"), kind: .byOneParent, holders: Set(holders.map { id($0) }))
        do {
            _ = try FamilyOutline(members, [authority], on: today)
            return nil
        } catch { return error }
    }

    /// Each line: the ties of Ada, of Bo, and of the child, and who is refused.
    @Test(
        arguments: [
            (["kind"], ["kind"], [], nil), (["ada"], [], [], "ada"), (["kind", "ada"], [], [], "ada"),
            (["bo"], ["ada"], [], "ada"), (["kind"], ["ada"], [], "bo"), (["kind"], ["kind"], ["ada"], "kind"),
            (["bo"], ["kind"], ["ada"], "ada"), (["kind"], ["kind"], ["kind"], "kind"),
        ] as [([String], [String], [String], String?)])
    func `are refused of oneself, of each other and in a ring of three`(
        ada: [String], bo: [String], child: [String], refused: String?
    ) throws {
        let members = [
            try member("ada", .parent, "1988-01-01", of: ada), try member("bo", .guardian, "1960-01-01", of: bo),
            try member("kind", .child, "2019-06-03", of: child),
        ]
        #expect(refusal(members) == refused.map { .tieToNobody(id($0)) })
    }

    @Test(arguments: [
        ("1988-01-01", "2019-06-03", true), ("2019-06-03", "2019-06-03", false), ("2020-01-01", "2019-06-03", false),
        ("2019-00-00", "2019-06-03", true), ("2020-00-00", "2019-06-03", false), ("0000-00-00", "2019-06-03", true),
        ("1988-01-01", "0000-00-00", true), ("2010-01-01", "2010-02-00", true),
    ])
    func `are refused of a parent who is no older than the child`(parent: String, child: String, fits: Bool) throws {
        let members = [
            try member("ada", .parent, parent, of: ["kind"]), try member("kind", .child, child),
        ]
        #expect(refusal(members) == (fits ? nil : .notOlder(id("ada"))))
        // A new partner may be younger than a child of the other.
        let partner = [
            try member("ada", .newPartner, parent, of: ["kind"]), try member("kind", .child, child),
        ]
        #expect(refusal(partner) == nil)
    }

    @Test func `are refused of who is told twice, and of a child as guardian of itself`() throws {
        let ada = try member("ada", .parent, "1988-01-01", of: ["kind"])
        let child = try member("kind", .child, "2019-06-03")
        #expect(refusal([ada, child, ada]) == .toldTwice(id("ada")))
        #expect(refusal([ada, child], holders: ["kind"]) == .holderCannotHold(id("kind")))
        #expect(refusal([ada, child], holders: ["ada", "kind"]) == .holderCannotHold(id("kind")))
    }

    // MARK: Where such data stand all the same

    @Test(arguments: Authority.Kind.allCases)
    func `let nobody decide for themself who is too young, nor an adult beside them`(kind: Authority.Kind) {
        let child = Household.eleven
        for holders in [[child], [child, Household.mother], [child, Household.mother, Household.father]] {
            let authority = Authority(child: child.id, kind: kind, holders: Set(holders.map(\.id)))
            #expect(WhoMustAgree(about: child, authority: authority, on: today).persons.isEmpty)
            for holder in holders { #expect(!authority.isHeld(by: holder.id)) }
        }
    }

    /// The children hold authority over each other in a ring, and each is noted as parent of the next and of a parent.
    @Test(arguments: ["eleven", "thirteen", "mother", "father", "stepfather"])
    func `give nobody more to read, and the reading ends`(reader: String) throws {
        let ring = [Household.eleven, Household.thirteen]
        let authorities = zip(ring, ring.reversed()).map { child, holder in
            Authority(child: child.id, kind: .byOneParent, holders: [holder.id])
        }
        let ties =
            zip(ring, ring.reversed()).map { Tie($0.id, .parent, of: $1.id) }
            + ring.flatMap {
                [Tie($0.id, .parent, of: Household.mother.id), Tie(Household.mother.id, .parent, of: $0.id)]
            }
        let standing = Standing(
            reader: id(reader), persons: Household.all, ties: ties, authorities: authorities, memberships: [])
        #expect(try standing.reading(on: today).names == [reader])
    }
}
