// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Testing
import Town

@Suite struct `A family of the town` {
    @Test(arguments: days) func `keeps to itself, to its circle and to the year`(today: Day) {
        for family in Town.zuilenOndiep(today: today).families { expectSound(family, today: today) }
    }

    @Test func `keeps so on whichever day of two years the town is told`() {
        for later in stride(from: 0, to: 730, by: 5) {
            for family in TownFamily.told(today: days[0] + later) { expectSound(family, today: days[0] + later) }
        }
    }

    @Test(arguments: days) func `knows only professionals, teams and organisations that are there`(today: Day) {
        let town = Town.zuilenOndiep(today: today)
        for family in town.families {
            #expect(town.teams.contains { $0.slug == family.team })
            for member in family.memberships where member.isProfessional {
                #expect(town.professional(member.slug) != nil, "\(family.slug): \(member.slug)")
            }
            for measure in family.measures { #expect(town.organisation(measure.institution) != nil) }
            for hold in family.privacy.holds {
                #expect(town.professional(hold.by) != nil && town.professional(hold.second) != nil)
                #expect(hold.by != hold.second)
            }
            for holder in family.authority.flatMap(\.holders) where family.person(holder) == nil {
                #expect(town.organisation(holder)?.kind == .youthProtection)
            }
        }
    }

    @Test func `is not always on time`() {
        let now = Moment(days[0])
        let promises = Town.zuilenOndiep(today: days[0]).families.flatMap(\.promises)
        #expect(promises.contains { $0.isLate(at: now) })
        #expect(promises.contains { $0.settled != nil })
        #expect(Set(promises.map(\.kind)).count == TownPromise.Kind.allCases.count)
    }

    @Test(arguments: days) func `has the ages that the demo speaks of`(today: Day) {
        #expect(TownFamily.deWitYildiz(today: today).person("sem")?.age(on: today) == 15)
        #expect(TownFamily.deWitYildiz(today: today).person("noor")?.age(on: today) == 8)
        #expect(TownFamily.vanLeeuwen(today: today).person("mila")?.age(on: today) == 17)
        #expect(TownFamily.osei(today: today).person("kofi")?.age(on: today) == 11)
    }

    @Test func `keeps a young person's own line from every parent`() {
        for family in Town.zuilenOndiep(today: days[0]).families {
            for line in family.conversations where line.ownLine {
                #expect(line.participants.count == 2)
                #expect(line.participants.contains(line.about[0]))
                #expect(line.participants.contains { family.membership($0)?.isProfessional == true })
            }
        }
    }
}

@Suite struct `The family with a secret address` {
    private let family = TownFamily.vanDongen(today: days[0])

    /// What Robert may come to read: what he takes part in, what is about him, and what is about his children and
    /// not held from him.
    private func reads(_ slug: String) -> [TownConversation] {
        let held = family.privacy.holds.filter { $0.from.contains(slug) }.map(\.subject)
        return family.conversations.filter { talk in
            guard !held.contains(.conversation(talk.slug)), !held.contains(.family) else { return false }
            return talk.participants.contains(slug)
                || talk.about.allSatisfy { $0 == slug || family.holdsAuthority(slug, over: $0) }
        }
    }

    @Test func `tells the father nothing of where they are`() {
        let secrets = ["Lindehof", "Schakel", "Luwte", "Nadia", "Bart", "achterpoort", "Plantage", "02 36"]
        let read = reads("robert").flatMap { $0.messages.map(\.text) + [$0.subject] }
        #expect(reads("robert").map(\.slug) == ["bezoek", "robert-met-fatma"])
        for secret in secrets { #expect(!read.contains { $0.contains(secret) }) }
    }

    @Test func `hides every detail that leads to them`() {
        for person in ["eline", "fleur", "jip"].compactMap(family.person) {
            for detail in person.details.keys {
                let hidden = family.privacy.hiddenDetails.first { $0.of == person.slug && $0.detail == detail }
                #expect(hidden != nil, "\(person.slug): \(detail)")
                #expect(hidden?.letIn.contains("robert") == false && hidden?.letIn.contains("wilma") == false)
            }
        }
    }

    @Test func `hides the helpers who would tell`() {
        #expect(family.privacy.hiddenMembers.map(\.member) == ["nadia", "bart"])
        #expect(family.privacy.hiddenMembers.allSatisfy { $0.from == ["robert", "wilma"] })
        let promises = family.promises.filter { !$0.about.contains("eline") }
        #expect(!promises.contains { ["nadia", "bart"].contains($0.owner) })
    }
}
