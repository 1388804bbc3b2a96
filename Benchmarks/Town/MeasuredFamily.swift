// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Town

extension TownFamily {
    /// The family whose pages are measured, the same in each town: ten members, ten open promises, and one
    /// conversation of fifty messages.
    ///
    /// Nobody in it works for the first fifty families, so that their worker's list holds fifty.
    static func measured(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "meting", "Van der Meting", team: "team-0", opened: days.ago(200), persons: Measured.persons(days),
            ties: ["vader", "moeder"].flatMap { parent in
                Measured.children.map { TownTie(parent, .parent, of: $0) }
            },
            authority: Measured.children.map { TownAuthority(over: $0, .jointByParents, ["moeder", "vader"]) },
            memberships: Measured.memberships(days),
            directions: [
                TownDirection("moeder", .contact, from: days.ago(200), because: "Het gezin regelt het zelf."),
                TownDirection("werker-1", .careCoordination, from: days.ago(120), because: "Het gezin vroeg dit zelf."),
            ],
            firstContact: "werker-1", conversations: [Measured.conversation(days)], promises: Measured.promises(days))
    }
}

/// The parts of the family that is measured.
private enum Measured {
    static let children = ["kind-een", "kind-twee"]
    static let professionals = ["werker", "school", "huisarts", "therapeut"].flatMap { ["\($0)-1", "\($0)-2"] }

    static func persons(_ days: TownCalendar) -> [TownPerson] {
        [
            TownPerson("moeder", "Mirjam van der Meting", born: days.born(38, birthdayIn: 90), account: true),
            TownPerson("vader", "Victor van der Meting", born: days.born(40, birthdayIn: 33), account: true),
            TownPerson("kind-een", "Kim van der Meting", born: days.born(11, birthdayIn: 200)),
            TownPerson("kind-twee", "Karel van der Meting", born: days.born(8, birthdayIn: 140)),
        ]
    }

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        let professionals = professionals.map { slug in
            TownMembership(
                .professional(slug), "denkt mee, gebiedsteam Zuilen-Ondiep", covers: children, .all,
                from: days.ago(120), expect: "Antwoordt dezelfde week.", notMyTask: "Beslist niet voor jullie.")
        }
        let relatives = [("oma-meting", "Olga Meting"), ("oom-meting", "Otto Meting")].map { slug, name in
            TownMembership(
                .relative(slug: slug, name: name, account: true), "familie", covers: children, .plan,
                from: days.ago(120), expect: "Past op dinsdag op.")
        }
        return professionals + relatives
    }

    static func conversation(_ days: TownCalendar) -> TownConversation {
        let authors = ["moeder", "werker-1", "vader", "school-1"]
        let messages = (0..<50).map { number in
            TownMessage(
                authors[number % authors.count],
                at: Moment(days.workday(ago: 25 - number / 2), hour: 9 + number % 2 * 4, minute: number),
                """
                Vandaag ging het weer een stukje beter dan gisteren. Kim vertelde zelf wat er op het plein gebeurde, \
                en samen bedachten we wat ze morgen kan doen. Ik laat het weten als er iets verandert. (\(number + 1))
                """)
        }
        return TownConversation(
            "gesprek", "Hoe het op school gaat", about: children, with: authors, messages)
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        (0..<10).map { number in
            days.promise(
                professionals[number % professionals.count], to: "moeder", .call, about: [children[number % 2]],
                made: 12, due: number - 2, "Terugbellen over stap \(number + 1) van wat we afspraken")
        }
    }
}
