// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// Mila is seventeen: a parent reads about her only with her yes, which her mother has and her father does not.
    package static func vanLeeuwen(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "van-leeuwen", "Van Leeuwen", team: "team-zuilen", opened: days.ago(200),
            persons: VanLeeuwen.persons(days),
            ties: ["mila", "bram"].flatMap { [TownTie("saskia", .parent, of: $0), TownTie("peter", .parent, of: $0)] }
                + [TownTie("mila", .sibling, of: "bram")],
            authority: ["mila", "bram"].map { TownAuthority(over: $0, .jointByParents, ["saskia", "peter"]) },
            memberships: VanLeeuwen.memberships(days),
            directions: [
                TownDirection("saskia", .contact, from: days.ago(200), because: "De ouders regelen het zelf."),
                TownDirection(
                    "youssef", .careCoordination, from: days.ago(196), because: "Saskia en Peter vroegen dit zelf."),
            ],
            firstContact: "anouk",
            conversations: [VanLeeuwen.milaAndAnouk(days), VanLeeuwen.milaAndHome(days), VanLeeuwen.bram(days)],
            promises: VanLeeuwen.promises(days),
            readingYes: [TownReadingYes(of: "mila", to: "saskia", given: days.ago(120))])
    }
}

/// The parts of the family Van Leeuwen.
enum VanLeeuwen {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Sluisje 1-bis, Zuilen-Ondiep"
        return [
            TownPerson(
                "saskia", "Saskia van Leeuwen-Brandsma", born: days.born(47, birthdayIn: 300), account: true,
                details: [.address: home]),
            TownPerson(
                "peter", "Peter van Leeuwen", born: days.born(52, birthdayIn: 20), account: true,
                details: [.address: home]),
            TownPerson(
                "mila", "Mila van Leeuwen", born: days.born(17, birthdayIn: 54), account: true,
                details: [.address: home, .school: "Oeverlyceum, klas 5", .phone: "06 00 00 04 17"]),
            TownPerson(
                "bram", "Bram van Leeuwen", born: days.born(13, birthdayIn: 188),
                details: [.address: home, .school: "Oeverlyceum, klas 2"]),
        ]
    }

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        [
            TownMembership(
                .professional("youssef"), "gezinswerker, gebiedsteam Zuilen-Ondiep",
                covers: ["saskia", "peter", "mila", "bram"], .all, from: days.ago(200),
                expect: "Zorgt dat de hulp bij elkaar past.", notMyTask: "Vertelt Mila's ouders niets zonder haar ja."),
            TownMembership(
                .professional("anouk"), "zorgcoördinator, Oeverlyceum", covers: ["mila", "bram"], .plan,
                from: days.ago(190), expect: "Is elke schooldag in kamer 0.12. Mila mag zo binnenlopen."),
            TownMembership(
                .professional("kees"), "praktijkondersteuner, Praktijk aan de Vecht", covers: ["mila"], .plan,
                from: days.ago(90), expect: "Ziet Mila elke drie weken."),
            TownMembership(
                .relative(slug: "bilal", name: "Bilal Achterberg", account: true), "vriend van Bram",
                covers: ["bram"], .contact, from: days.ago(100), expect: "Fietst elke dag met Bram naar school."),
        ]
    }

    static func milaAndAnouk(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "mila-met-anouk", "Ik en school", about: ["mila"], with: ["mila", "anouk"], ownLine: true,
            [
                days.says("mila", 20, 8, 5, "Ik kom vandaag niet. Ik trek die aula niet."),
                days.says(
                    "anouk", 20, 8, 20,
                    """
                    Dank je dat je het zegt, Mila. Kom je morgen om negen uur naar mijn kamer? Dan is de aula \
                    leeg.
                    """),
                days.says("mila", 20, 8, 22, "Oké. Moet mijn vader dit weten?"),
                days.says(
                    "anouk", 20, 8, 31,
                    """
                    Nee. Jij bent zeventien. Hij leest alleen mee als jij ja zegt. Ik meld je wel ziek, met jouw \
                    woorden.
                    """),
                days.says("mila", 12, 15, 30, "Negen uur werkt. Kan dat elke dag?"),
                days.says("anouk", 12, 15, 55, "Ja, tot de kerst. Daarna kijken we samen."),
            ])
    }

    static func milaAndHome(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "mila-en-thuis", "Achttien worden", about: ["mila"], with: ["mila", "saskia", "youssef"],
            [
                days.says(
                    "youssef", 9, 13, 0,
                    """
                    Mila, over een paar weken word je achttien. Dan beslis je alles zelf. Wat wil je dat je \
                    moeder nog leest?
                    """),
                days.says("mila", 9, 16, 40, "Gewoon dit gesprek. En het plan. De rest vertel ik zelf wel."),
                days.says("saskia", 9, 21, 10, "Dat vind ik fijn, Mila. En als je niks vertelt is het ook goed."),
                days.says("mila", 8, 7, 45, "<3"),
            ])
    }

    static func bram(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "bram-en-gamen", "Bram en de avonden", about: ["bram"], with: ["saskia", "peter", "anouk", "youssef"],
            [
                days.says(
                    "peter", 33, 20, 50,
                    """
                    Bram zit tot één uur 's nachts achter dat ding. Afpakken werkt niet, praten ook niet.
                    """),
                days.says("anouk", 32, 10, 20, "Op school zien we dat ook: hij is moe tot de pauze. Daarna gaat het."),
                days.says(
                    "youssef", 32, 14, 5,
                    """
                    Wat zou Bram zelf een eerlijke tijd vinden? Vraag het hem eens als er niets aan staat.
                    """),
                days.says(
                    "peter", 27, 18, 30,
                    """
                    Gevraagd. Hij zei: half elf, en in het weekend twaalf uur. Ik had erger verwacht.
                    """),
                days.says("saskia", 27, 19, 0, "We proberen het twee weken. Met een kookwekker, dat wilde hij zelf."),
            ])
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "youssef", to: "mila", .visit, about: ["mila"], made: 8, due: 10,
                "Langskomen om te horen wat Mila na haar verjaardag wil"),
            days.promise(
                "kees", to: "mila", .answer, about: ["mila"], made: 25, due: -4,
                "Uitzoeken of Mila na haar achttiende bij Kees kan blijven"),
            days.promise(
                "peter", to: "bram", .task, about: ["bram"], made: 27, due: -12, settled: 13,
                "Samen met Bram zijn fiets repareren"),
        ]
    }
}
