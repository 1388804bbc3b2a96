// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import TestDatabases
import Testing
import Town

/// What one person of the demo reads in one family, by the town's own names.
struct Expected: Sendable, CustomTestStringConvertible {
    let who: String
    let family: String
    let covered: Set<String>
    /// Known by name only.
    let known: Set<String>
    let members: Set<String>
    let talks: Set<String>
    /// Places in the family's list of promises.
    let promises: Set<Int>

    init(
        _ who: String, _ family: String, covers covered: Set<String>, knows known: Set<String>,
        members: Set<String>, talks: Set<String>, promises: Set<Int>
    ) {
        self.who = who
        self.family = family
        self.covered = covered
        self.known = known
        self.members = members
        self.talks = talks
        self.promises = promises
    }

    var testDescription: String { "\(who) in \(family)" }

    private static let aroundNoor: Set = ["truus", "khadija", "marieke", "sanne", "hanna", "tom"]
    private static let aroundSem: Set = ["truus", "dave", "marieke", "priya", "hanna"]
    private static let aroundBakker: Set = ["ilse", "marieke", "sanne", "corrie"]
    private static let wit = "de-wit-yildiz"

    static let all = [
        Expected(
            "aylin", wit, covers: ["aylin", "sem", "noor"], knows: ["joost"], members: aroundNoor.union(aroundSem),
            talks: ["noor-op-school", "aylin-met-marieke", "ophalen", "voetbal"], promises: [0, 1, 2, 3, 4]),
        Expected(
            "joost", wit, covers: ["joost", "sem", "noor"], knows: ["aylin"], members: aroundNoor.union(aroundSem),
            talks: ["noor-op-school", "joost-met-marieke", "ophalen"], promises: [0, 1, 2, 3, 4, 6]),
        Expected(
            "sem", wit, covers: ["sem"], knows: ["aylin", "joost", "noor"], members: aroundSem,
            talks: ["sem-met-priya", "voetbal"], promises: [1, 4]),
        Expected(
            "truus", wit, covers: ["noor", "sem"], knows: ["aylin", "joost"], members: aroundNoor.union(aroundSem),
            talks: ["ophalen"], promises: [0, 1, 2, 3, 4]),
        Expected(
            "marieke", wit, covers: ["aylin", "joost", "sem", "noor"], knows: [],
            members: aroundNoor.union(aroundSem),
            talks: ["noor-op-school", "aylin-met-marieke", "joost-met-marieke"], promises: [0, 1, 2, 3, 4, 6]),
        Expected(
            "marieke", "bakker", covers: ["linda", "gijs", "thomas", "julie"], knows: [], members: aroundBakker,
            talks: ["veilig-thuis"], promises: [0, 1, 2]),
        Expected(
            "sanne", wit, covers: ["noor"], knows: ["aylin", "joost"], members: aroundNoor,
            talks: ["noor-op-school"], promises: [0, 2, 3]),
        Expected(
            "sanne", "bakker", covers: ["thomas", "julie"], knows: ["linda", "gijs"], members: aroundBakker,
            talks: ["julie-op-school"], promises: [0, 1, 2]),
        Expected(
            "bart", "van-dongen", covers: ["fleur"], knows: ["eline", "robert"],
            members: ["fatma", "nadia", "bart", "wilma"], talks: ["fleur-in-de-klas"], promises: []),
        Expected(
            "bart", "osei", covers: ["kofi"], knows: ["abena", "kwame"],
            members: ["lotte", "daniel", "bart", "efua"], talks: ["kofi-op-school"], promises: [0, 1, 2]),
        Expected(
            "hanna", wit, covers: ["sem", "noor"], knows: ["aylin", "joost"], members: aroundNoor.union(aroundSem),
            talks: [], promises: [0, 1, 2, 3, 4]),
        Expected(
            "priya", wit, covers: ["sem"], knows: ["aylin", "joost"], members: aroundSem, talks: ["sem-met-priya"],
            promises: [1, 4]),
        Expected(
            "eline", "van-dongen", covers: ["eline", "fleur", "jip"], knows: ["robert"],
            members: ["fatma", "nadia", "bart", "wilma"],
            talks: ["bezoek", "de-verhuizing", "veiligheid", "fleur-in-de-klas"], promises: [1, 2, 3]),
        Expected(
            "robert", "van-dongen", covers: ["robert", "fleur", "jip"], knows: ["eline"],
            members: ["fatma", "wilma"], talks: ["bezoek", "robert-met-fatma"], promises: [0]),
        // Not of the demo, but each in a position of their own.
        Expected(
            "wilma", "van-dongen", covers: ["fleur", "jip"], knows: ["eline", "robert"],
            members: ["fatma", "wilma"], talks: [], promises: []),
        Expected(
            "mila", "van-leeuwen", covers: ["mila"], knows: ["saskia", "peter", "bram"],
            members: ["youssef", "anouk", "kees"], talks: ["mila-met-anouk", "mila-en-thuis"], promises: [0, 1]),
        Expected(
            "saskia", "van-leeuwen", covers: ["saskia", "mila", "bram"], knows: ["peter"],
            members: ["youssef", "anouk", "kees", "bilal"], talks: ["mila-en-thuis", "bram-en-gamen"],
            promises: [0, 1]),
        Expected(
            "peter", "van-leeuwen", covers: ["peter", "bram"], knows: ["mila", "saskia"],
            members: ["youssef", "anouk", "bilal"], talks: ["bram-en-gamen"], promises: []),
        Expected(
            "fatma", "van-dongen", covers: ["eline", "robert", "fleur", "jip"], knows: [],
            members: ["fatma", "nadia", "bart", "wilma"],
            talks: ["bezoek", "de-verhuizing", "veiligheid", "fleur-in-de-klas", "robert-met-fatma"],
            promises: [0, 1, 2, 3]),
        Expected(
            "martijn", "jansen", covers: ["martijn"], knows: ["quinten", "isa"], members: ["zofia"],
            talks: ["martijn-vraagt"], promises: [0]),
        Expected(
            "winston", "jansen", covers: ["winston", "quinten"], knows: ["debby", "martijn"],
            members: ["zofia", "chidi", "winston"], talks: ["winston", "quinten"], promises: []),
        Expected(
            "ria", "jansen", covers: ["ria", "isa"], knows: ["debby", "martijn"],
            members: ["zofia", "chidi", "ria", "tom"], talks: ["isa-bij-ria"], promises: [1, 2]),
    ]
}

@Suite struct `Each person of the town` {
    @Test(arguments: Engine.all, Expected.all)
    func `reads what the rules give them, and nothing else`(engine: Engine, expected: Expected) async throws {
        let town = try await FilledDatabase.shared(engine)
        let sight = try #require(try await town.sight(of: expected.who, in: expected.family))
        let names = Slugs(town.filled, expected.family)
        #expect(names.persons(sight.circle.persons.filter(\.isCovered)) == expected.covered)
        #expect(names.persons(sight.circle.persons.filter { !$0.isCovered }) == expected.known)
        #expect(names.members(sight.circle.members.filter { $0.membership.ended == nil }) == expected.members)
        #expect(names.talks(sight.talks) == expected.talks)
        #expect(names.promises(sight.promises) == expected.promises)
        #expect(sight.promises.allSatisfy { $0.text != nil })
        #expect(sight.talks.allSatisfy { $0.subject != nil })
        #expect(sight.messages.values.joined().allSatisfy { $0.text != nil })
        #expect(Set(sight.details.map(\.person)).isSubset(of: try expected.covered.map(town.filled.person)))
    }

    @Test(arguments: Engine.all)
    func `finds in the list the families around them`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        for demo in Town.demoPeople.map(\.slug) {
            let expected = Expected.all.filter { $0.who == demo }.map(\.family).sorted()
            let listed = try await town.listed(for: demo)
            #expect(listed == expected, "\(demo)")
        }
    }

    @Test(arguments: Engine.all)
    func `finds no other family, by no question`(engine: Engine) async throws {
        let town = try await FilledDatabase.shared(engine)
        for demo in Town.demoPeople.map(\.slug) {
            let own = Expected.all.filter { $0.who == demo }.map(\.family)
            for family in town.town.families where !own.contains(family.slug) {
                let talk = try town.filled.conversation("\(family.slug)/\(family.conversations[0].slug)")
                for question in Question.allCases {
                    let isAnswered = try await question.isAnswered(
                        try town.filled.account(demo), try town.filled.family(family.slug), talk, town)
                    #expect(!isAnswered, "\(demo) asked for \(question) of \(family.slug)")
                }
            }
        }
    }
}

/// The town's names of what a reader got.
struct Slugs {
    private let filled: FilledTown
    private let family: String

    init(_ filled: FilledTown, _ family: String) {
        self.filled = filled
        self.family = family
    }

    func persons(_ persons: [CirclePerson]) -> Set<String> {
        let ids = Set(persons.map(\.person.id))
        return Set(filled.persons.filter { ids.contains($0.value) }.keys)
    }

    func members(_ members: [CircleMember]) -> Set<String> {
        let ids = Set(members.map(\.membership.id))
        return ofFamily(filled.memberships.filter { ids.contains($0.value) }.keys)
    }

    func talks(_ talks: [ConversationSummary]) -> Set<String> {
        let ids = Set(talks.map(\.conversation.id))
        return ofFamily(filled.conversations.filter { ids.contains($0.value) }.keys)
    }

    func promises(_ promises: [FamilyPromise]) -> Set<Int> {
        let ids = Set(promises.map(\.promise.id))
        return Set(ofFamily(filled.promises.filter { ids.contains($0.value) }.keys).compactMap { Int($0) })
    }

    private func ofFamily(_ keys: some Sequence<String>) -> Set<String> {
        Set(keys.map { $0.hasPrefix(family + "/") ? String($0.dropFirst(family.utf8.count + 1)) : $0 })
    }
}
