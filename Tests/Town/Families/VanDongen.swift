// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// A mother whose address is secret, and the father of her children, who must not find it.
    ///
    /// Both hold authority and both sign in. What Robert may read never tells where the others live, go to school or
    /// are helped; his sister Wilma is let in to the children and must not find it either.
    package static func vanDongen(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "van-dongen", "Van Dongen-Kessels", team: "team-ondiep", opened: days.ago(150),
            persons: VanDongen.persons(days), ties: VanDongen.ties,
            authority: ["fleur", "jip"].map { TownAuthority(over: $0, .jointByParents, ["eline", "robert"]) },
            memberships: VanDongen.memberships(days),
            directions: [
                TownDirection("fatma", .careCoordination, from: days.ago(150), because: "Eline vroeg om hulp."),
                TownDirection(
                    "fatma", .safetyCoordination, from: days.ago(96),
                    because: "De veiligheid van Eline, Fleur en Jip gaat nu voor."),
            ],
            firstContact: "fatma",
            conversations: [
                VanDongen.visits(days), VanDongen.move(days), VanDongen.safety(days), VanDongen.fleurInClass(days),
                VanDongen.robertAlone(days),
            ],
            promises: VanDongen.promises(days), privacy: VanDongen.privacy(days))
    }
}

/// The parts of the family Van Dongen-Kessels.
enum VanDongen {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Lindehof 7, Ondiep-Noord"
        return [
            TownPerson(
                "eline", "Eline van Dongen", born: days.born(36, birthdayIn: 250), account: true,
                details: [.address: home, .phone: "06 00 00 02 36", .meetingPlace: "Bibliotheek aan de Plantage"]),
            TownPerson(
                "robert", "Robert Kessels", born: days.born(39, birthdayIn: 33), account: true,
                details: [.address: "Oude Haven 22, Zuilen-Ondiep", .phone: "06 00 00 02 39"]),
            TownPerson(
                "fleur", "Fleur Kessels", born: days.born(9, birthdayIn: 301),
                details: [
                    .address: home, .school: "Basisschool De Schakel, groep 6",
                    .pickUpTimes: "14.00 uur, door de poort aan de achterkant",
                ]),
            TownPerson(
                "jip", "Jip Kessels", born: days.born(6, birthdayIn: 90),
                details: [.address: home, .school: "Basisschool De Schakel, groep 3"]),
        ]
    }

    static let ties: [TownTie] = [
        TownTie("eline", .parent, of: "fleur"), TownTie("eline", .parent, of: "jip"),
        TownTie("robert", .parent, of: "fleur"), TownTie("robert", .parent, of: "jip"),
        TownTie("fleur", .sibling, of: "jip"),
    ]

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        let children = ["fleur", "jip"]
        return [
            TownMembership(
                .professional("fatma"), "gezinswerker, gebiedsteam Zuilen-Ondiep",
                covers: ["eline", "robert"] + children, .all, from: days.ago(150),
                expect: "Let op dat iedereen veilig is. Belt Eline en Robert elke week, ieder apart.",
                notMyTask: "Kiest geen kant. Geeft geen boodschappen door."),
            TownMembership(
                .professional("nadia"), "begeleider", covers: ["eline"] + children, .all, from: days.ago(95),
                expect: "Is er elke dag, ook in het weekend."),
            TownMembership(
                .professional("bart"), "leraar van Fleur", covers: ["fleur"], .contact, from: days.ago(80),
                expect: "Zegt het dezelfde dag als er iets was in de klas.", notMyTask: "Praat niet over thuis."),
            TownMembership(
                .relative(slug: "wilma", name: "Wilma Kessels", account: true), "tante van Fleur en Jip",
                covers: children, .contact, from: days.ago(60), expect: "Is erbij als Robert de kinderen ziet."),
        ]
    }

    static func privacy(_ days: TownCalendar) -> TownPrivacy {
        let close = ["eline", "fatma", "nadia"]
        let hidden = ["eline", "fleur", "jip"].map { TownHiddenDetail(.address, of: $0, letIn: close) }
        let atSchool = ["fleur", "jip"].map { TownHiddenDetail(.school, of: $0, letIn: close + ["bart"]) }
        return TownPrivacy(
            hiddenDetails: hidden + atSchool + [
                TownHiddenDetail(.pickUpTimes, of: "fleur", letIn: close + ["bart"]),
                TownHiddenDetail(.phone, of: "eline", letIn: close),
                TownHiddenDetail(.meetingPlace, of: "eline", letIn: close),
                TownHiddenDetail(.organisation, of: "nadia", letIn: close),
            ],
            hiddenMembers: ["nadia", "bart"].map { TownHiddenMember($0, from: ["robert", "wilma"]) },
            holds: ["veiligheid", "fleur-in-de-klas"].map { item in
                TownHold(
                    .conversation(item), from: ["robert", "wilma"],
                    because: "Wie dit leest kan te weten komen waar Eline en de kinderen zijn.",
                    by: "fatma", second: "carla", since: days.ago(9), review: days.today + 5)
            })
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "fatma", to: "robert", .call, about: ["robert"], made: 6, due: 2,
                "Robert bellen over het volgende bezoek"),
            days.promise(
                "fatma", to: "eline", .call, about: ["eline"], made: 4, due: 1,
                "Eline bellen als Robert heeft gereageerd"),
            days.promise(
                "nadia", to: "eline", .appointment, about: ["eline"], made: 3, due: 5,
                "Meegaan naar het gesprek met de advocaat"),
            days.promise(
                "fatma", to: "eline", .review, about: ["eline"], made: 7, due: 4,
                "Samen met Carla besluiten of de gesprekken nog verborgen moeten blijven"),
        ]
    }
}
