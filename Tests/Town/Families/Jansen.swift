// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// A father without authority, a step-father who was let in, and a foster mother.
    package static func jansen(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "jansen", "Jansen", team: "team-ondiep", opened: days.ago(330),
            persons: Jansen.persons(days), ties: Jansen.ties,
            authority: ["quinten", "isa"].map { TownAuthority(over: $0, .byOneParent, ["debby"]) },
            memberships: Jansen.memberships(days),
            directions: [
                TownDirection("debby", .contact, from: days.ago(330), because: "Debby regelt het zelf."),
                TownDirection(
                    "zofia", .careCoordination, from: days.ago(180), because: "Isa ging tijdelijk bij Ria wonen."),
            ],
            firstContact: "chidi",
            conversations: [
                Jansen.isaAtRias(days), Jansen.quinten(days), Jansen.martijnAsks(days), Jansen.winston(days),
            ],
            promises: Jansen.promises(days), stories: TownStories.jansen(days),
            notes: TownNotes.jansen(days), objections: [TownNotes.debbyObjects(days)])
    }
}

/// The parts of the family Jansen.
enum Jansen {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Ringweg 301, Zuilen-Ondiep"
        return [
            TownPerson(
                "debby", "Debby Jansen", born: days.born(35, birthdayIn: 61), account: true, details: [.address: home]),
            TownPerson(
                "martijn", "Martijn Pols", born: days.born(37, birthdayIn: 170), account: true,
                details: [.address: "Boterdiep 40, Zuilen-Ondiep"]),
            TownPerson(
                "winston", "Winston Pinas", born: days.born(44, birthdayIn: 9), account: true, details: [.address: home]
            ),
            TownPerson(
                "ria", "Ria Oudshoorn", born: days.born(58, birthdayIn: 260), account: true,
                details: [.address: "Achterom 6, Zuilen-Ondiep"]),
            TownPerson(
                "quinten", "Quinten Pols", born: days.born(13, birthdayIn: 110), account: true,
                details: [.address: home, .school: "Oeverlyceum, klas 1"]),
            TownPerson(
                "isa", "Isa Pols", born: days.born(5, birthdayIn: 330),
                details: [.placeOfCare: "Bij Ria, Achterom 6", .school: "Basisschool De Schakel, groep 2"]),
        ]
    }

    static let ties: [TownTie] = [
        TownTie("debby", .parent, of: "quinten"), TownTie("debby", .parent, of: "isa"),
        TownTie("martijn", .parent, of: "quinten"), TownTie("martijn", .parent, of: "isa"),
        TownTie("winston", .newPartner, of: "debby"), TownTie("ria", .fosterParent, of: "isa"),
        TownTie("quinten", .sibling, of: "isa"),
    ]

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        [
            TownMembership(
                .professional("zofia"), "jeugdconsulent, gebiedsteam Zuilen-Ondiep",
                covers: ["debby", "martijn", "winston", "ria", "quinten", "isa"], .all, from: days.ago(330),
                expect: "Zorgt dat Debby en Ria van elkaar weten wat Isa nodig heeft."),
            TownMembership(
                .professional("chidi"), "gezinsbegeleider, De Brug", covers: ["debby", "quinten", "isa"], .all,
                from: days.ago(175), expect: "Komt elke donderdag thuis.",
                notMyTask: "Beslist niet wanneer Isa thuiskomt."),
            TownMembership(
                .person("ria"), "pleegmoeder van Isa", covers: ["isa"], .all, from: days.ago(178),
                expect: "Zorgt voor Isa van zondagavond tot vrijdagmiddag."),
            TownMembership(
                .person("winston"), "stiefvader van Quinten", covers: ["quinten"], .plan, from: days.ago(140),
                expect: "Helpt Quinten met wiskunde en brengt hem naar judo."),
            TownMembership(
                .professional("tom"), "jeugdarts, GGD", covers: ["isa"], .contact, from: days.ago(120),
                expect: "Kijkt met Debby en Ria mee hoe Isa groeit."),
        ]
    }

    static func isaAtRias(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "isa-bij-ria", "Isa deze week", about: ["isa"], with: ["debby", "ria", "zofia"],
            readUpTo: ["zofia": 4],
            [
                days.says(
                    "ria", 11, 19, 20,
                    """
                    Isa heeft vandaag zelf haar veters gestrikt. Eén schoen, de andere bleef dicht van gisteren.
                    """),
                days.says("debby", 11, 19, 45, "O wat knap! Zeg maar dat ik vrijdag wil kijken hoe ze het doet."),
                days.says(
                    "ria", 7, 20, 10,
                    """
                    Ze vroeg waar jij slaapt. Ik heb de foto van jullie huis naast haar bed gezet.
                    """),
                days.says(
                    "debby", 7, 20, 30,
                    """
                    Dank je Ria. Ik vond het eerst moeilijk dat ze bij jou is. Nu ben ik blij dat jij het bent.
                    """),
                days.says("ria", 2, 18, 55, "Morgen zwemles. Ik stuur haar badpak mee terug in de blauwe tas."),
            ])
    }

    static func quinten(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "quinten", "Quinten en de brugklas", about: ["quinten"], with: ["debby", "quinten", "winston", "chidi"],
            [
                days.says(
                    "chidi", 19, 16, 0,
                    """
                    Quinten, je wilde hier zelf meeschrijven. Wat moet er volgens jou anders?
                    """),
                days.says("quinten", 19, 16, 20, "dat niet iedereen elke dag vraagt of ik huiswerk heb"),
                days.says(
                    "winston", 19, 18, 5,
                    """
                    Oké. Ik vraag het één keer, op zondag. De rest van de week zwijg ik als een vis.
                    """),
                days.says("debby", 19, 18, 30, "Dan doe ik mee met de vissen."),
                days.says("quinten", 18, 8, 1, "deal"),
            ])
    }

    /// A parent without authority reads nothing of the children; he asks, and a professional answers (BW 1:377c).
    static func martijnAsks(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "martijn-vraagt", "Hoe is het met de kinderen?", about: ["martijn"], with: ["martijn", "zofia"],
            [
                days.says(
                    "martijn", 13, 12, 0,
                    """
                    Ik heb geen gezag, dat weet ik. Maar ik wil wel weten hoe het met Quinten en Isa gaat.
                    """),
                days.says(
                    "zofia", 12, 10, 30,
                    """
                    Dat mag je vragen, Martijn. Ik vertel je de belangrijke dingen. Ik overleg eerst met Debby \
                    en antwoord je deze week.
                    """),
                days.says("martijn", 12, 10, 41, "Goed. Ik wacht het af."),
            ])
    }

    static func winston(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "winston", "Mijn plek in huis", about: ["winston"], with: ["winston", "zofia"],
            [
                days.says(
                    "winston", 31, 21, 15,
                    """
                    Ik weet soms niet of ik iets mag zeggen van Quinten. Ik ben z'n vader niet.
                    """),
                days.says(
                    "zofia", 30, 9, 20,
                    """
                    Daar zitten veel mensen mee. Zullen we het er met Debby over hebben? Dan weet Quinten ook \
                    waar hij aan toe is.
                    """),
            ])
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "zofia", to: "martijn", .answer, about: ["martijn"], made: 12, due: -3,
                "Martijn vertellen hoe het met Quinten en Isa gaat"),
            days.promise(
                "chidi", to: "debby", .visit, about: ["isa"], made: 4, due: 3, "Met Debby het weekend met Isa oefenen"),
            days.promise(
                "tom", to: "ria", .feedback, about: ["isa"], made: 30, due: 12, "De groeikaart van Isa sturen"),
        ]
    }
}
