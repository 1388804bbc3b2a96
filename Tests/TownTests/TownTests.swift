// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing
import Town

/// The days on which the town is tried: a Monday, a Sunday, a leap day, Christmas.
let days: [Day] = ["2026-11-23", "2026-11-22", "2028-02-29", "2026-12-25"]

@Suite struct `The town` {
    @Test(arguments: days) func `is the same when told twice`(today: Day) {
        #expect(Town.zuilenOndiep(today: today).families == Town.zuilenOndiep(today: today).families)
    }

    @Test func `has forty families and twenty-seven professionals`() {
        let town = Town.zuilenOndiep(today: days[0])
        #expect(town.families.count == 40)
        #expect(town.professionals.count == 27)
        #expect(Town.zuilenOndiep(today: days[0], families: 3).families.map(\.slug).count == 3)
    }

    @Test(arguments: days) func `calls nobody by a slug that is taken`(today: Day) {
        let town = Town.zuilenOndiep(today: today)
        var slugs = town.professionals.map(\.slug) + town.families.flatMap { $0.persons.map(\.slug) }
        for case .relative(let slug, _, _) in town.families.flatMap({ $0.memberships.map(\.member) }) {
            slugs.append(slug)
        }
        #expect(Set(slugs).count == slugs.count)
        #expect(Set(town.families.map(\.slug)).count == town.families.count)
        #expect(
            slugs.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 } })
    }

    @Test func `puts each professional in an organisation and each team together from several`() {
        let town = Town.zuilenOndiep(today: days[0])
        #expect(town.professionals.allSatisfy { town.organisation($0.organisation) != nil })
        for team in town.teams {
            let members = team.members.compactMap(town.professional)
            #expect(members.count == team.members.count)
            #expect(Set(members.map(\.organisation)).count > 2)
        }
    }

    @Test(arguments: Town.demoPeople) func `knows the people of the demo`(demo: DemoPerson) {
        let town = Town.zuilenOndiep(today: days[0])
        let person = town.families.lazy.compactMap { $0.person(demo.slug) }.first
        let relatives = town.families.flatMap(\.memberships).filter { !$0.isProfessional && $0.slug == demo.slug }
        #expect(town.professional(demo.slug) != nil || person?.account == true || !relatives.isEmpty)
    }

    @Test func `has a professional who shares no family with the others of the demo`() {
        let town = Town.zuilenOndiep(today: days[0])
        let his = town.families(of: "thijs", on: days[0])
        // Who is there for many families is there for some of his, too.
        let others = Town.demoPeople.map(\.slug).filter { !["thijs", "fatma"].contains($0) }
        #expect(!his.isEmpty)
        for family in his {
            #expect(others.allSatisfy { family.membership($0) == nil && family.person($0) == nil })
        }
    }

    @Test func `has a helper who is in no circle any more`() {
        let town = Town.zuilenOndiep(today: days[0])
        #expect(town.families.contains { $0.membership("esmee") != nil })
        #expect(town.families(of: "esmee", on: days[0]).isEmpty)
    }

    @Test func `shows every page what it must be able to print`() {
        let town = Town.zuilenOndiep(today: days[0])
        let texts = town.families.flatMap { $0.conversations.flatMap { $0.messages.map(\.text) } }
        for sign in ["&", "<", "'", "\"", "\n"] { #expect(texts.contains { $0.contains(sign) }) }
        let names = town.families.flatMap { $0.persons.map(\.name) }
        #expect(names.contains { $0.count > 50 })
        #expect(names.contains { $0.unicodeScalars.contains { $0.value > 0x2FF } })
    }

    @Test func `writes only what a person could have typed`() throws {
        for family in Town.zuilenOndiep(today: days[0]).families {
            for message in family.conversations.flatMap(\.messages) {
                #expect(try PlainText.paragraphs(message.text).text == message.text)
            }
            for name in family.persons.map(\.name) + family.conversations.map(\.subject) {
                #expect(try PlainText.line(name).text == name)
            }
        }
    }
}

@Suite struct `A large town` {
    @Test func `has its own people for every fifty families`() {
        let town = Town.large(families: 120, today: days[0], messages: 3...5)
        let professionals = Set(town.professionals.map(\.slug))
        #expect(professionals.count == 12)
        let families = Array(town.families)
        #expect(families.count == 120)
        #expect(Set(families.map(\.slug)).count == 120)
        let members = families.flatMap(\.memberships).filter(\.isProfessional).map(\.slug)
        #expect(Set(members).isSubset(of: professionals))
        #expect(families.filter { $0.membership("werker-1") != nil }.count == 50)
        #expect(Set(families.map(\.team)).isSubset(of: Set(town.teams.map(\.slug))))
    }

    @Test func `keeps what its families keep in the small town`() {
        for family in Town.large(families: 60, today: days[0]).families { expectSound(family, today: days[0]) }
    }
}
