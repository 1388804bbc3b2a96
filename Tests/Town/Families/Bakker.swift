// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// A family under a measure: youth protection directs safety.
    package static func bakker(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "bakker", "Bakker", team: "team-zuilen", opened: days.ago(345),
            persons: Bakker.persons(days),
            ties: ["thomas", "julie"].flatMap { [TownTie("linda", .parent, of: $0), TownTie("gijs", .parent, of: $0)] }
                + [TownTie("thomas", .sibling, of: "julie")],
            authority: ["thomas", "julie"].map { TownAuthority(over: $0, .jointByParents, ["linda", "gijs"]) },
            memberships: Bakker.memberships(days),
            directions: [
                TownDirection("jeroen", .careCoordination, from: days.ago(345), because: "Linda vroeg om hulp."),
                TownDirection(
                    "ilse", .safetyCoordination, from: days.ago(210), because: "De kinderrechter gaf een maatregel."),
            ],
            firstContact: "ilse",
            conversations: [Bakker.atHome(days), Bakker.julie(days), Bakker.lindaAlone(days)],
            promises: Bakker.promises(days),
            measures: ["thomas", "julie"].map {
                TownMeasure(
                    over: $0, by: "jeugdbescherming",
                    Period(from: days.ago(210), until: days.ago(210).adding(years: 1)))
            })
    }
}

/// The parts of the family Bakker.
enum Bakker {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Molenpad 12, Zuilen-Ondiep"
        return [
            TownPerson(
                "linda", "Linda Bakker-d'Hondt", born: days.born(34, birthdayIn: 99), account: true,
                details: [.address: home]),
            TownPerson(
                "gijs", "Gijs Bakker", born: days.born(36, birthdayIn: 280), account: true, details: [.address: home]),
            TownPerson(
                "thomas", "Thomas Bakker", born: days.born(10, birthdayIn: 41),
                details: [.address: home, .school: "Basisschool De Schakel, groep 7"]),
            TownPerson(
                "julie", "Julie Bakker", born: days.born(7, birthdayIn: 244),
                details: [.address: home, .school: "Basisschool De Schakel, groep 4"]),
        ]
    }

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        let all = ["linda", "gijs", "thomas", "julie"]
        return [
            TownMembership(
                .professional("jeroen"), "gezinswerker, gebiedsteam Zuilen-Ondiep", covers: all, .all,
                from: days.ago(345), ended: days.ago(205), expect: "Kwam elke week."),
            TownMembership(
                .professional("ilse"), "jeugdbeschermer, Jeugdbescherming Vechtstreek", covers: all, .all,
                from: days.ago(212),
                expect: "Maakt met jullie afspraken over veiligheid. Jullie lezen eerst wat zij opschrijft.",
                notMyTask: "Beslist niet over de maatregel: dat doet de kinderrechter."),
            TownMembership(
                .professional("marieke"), "gezinswerker, gebiedsteam Zuilen-Ondiep", covers: all, .all,
                from: days.ago(30), expect: "Leert jullie kennen. Neemt het straks over van Ilse."),
            TownMembership(
                .professional("sanne"), "intern begeleider, basisschool De Schakel", covers: ["thomas", "julie"], .plan,
                from: days.ago(250), expect: "Belt dezelfde dag als een van de kinderen er niet is."),
            TownMembership(
                .relative(slug: "corrie", name: "Corrie d'Hondt", account: true), "oma van Thomas en Julie",
                covers: ["thomas", "julie"], .plan, from: days.ago(300),
                expect: "Bij haar kunnen de kinderen altijd terecht, ook midden in de nacht."),
        ]
    }

    static func atHome(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "veilig-thuis", "Onze afspraken thuis", about: ["thomas", "julie"],
            with: ["linda", "gijs", "ilse", "marieke", "corrie"], readUpTo: ["gijs": 4, "marieke": 5],
            [
                days.says(
                    "ilse", 19, 10, 0,
                    """
                    Dit spraken we af: als het thuis te hard gaat, belt Linda Corrie. De kinderen gaan dan een \
                    nacht naar oma. Niemand hoeft uit te leggen waarom.
                    """),
                days.says("corrie", 19, 11, 30, "De bedden staan hier altijd klaar."),
                days.says("gijs", 18, 19, 40, "Ik vond het eerst een straf. Nu snap ik dat het rust geeft."),
                days.says("ilse", 10, 15, 15, "Twee weken zonder één keer bellen. Hoe is dat jullie gelukt?"),
                days.says(
                    "linda", 10, 20, 5,
                    """
                    Gijs gaat een blokje om als hij het voelt komen. Thomas loopt soms mee met de hond.
                    """),
                days.says("marieke", 3, 9, 45, "Mooi om te lezen. Ik kom volgende week samen met Ilse kennismaken."),
            ])
    }

    static func julie(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "julie-op-school", "Julie op school", about: ["julie"], with: ["linda", "sanne", "ilse"],
            [
                days.says("sanne", 25, 15, 10, "Julie was vanmiddag stil. Ze wilde haar jas aanhouden."),
                days.says("linda", 25, 16, 0, "Ze heeft slecht geslapen, het onweerde. Verder was er niets, echt."),
                days.says("sanne", 25, 16, 20, "Dank je, dan weet ik dat. Ik vraag het liever te vaak dan te weinig."),
            ])
    }

    static func lindaAlone(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "linda-met-ilse", "Van Linda", about: ["linda"], with: ["linda", "ilse"],
            [
                days.says(
                    "linda", 15, 13, 5,
                    """
                    Ik durf dit niet te zeggen waar Gijs bij is. Soms ben ik bang dat de kinderen worden \
                    weggehaald.
                    """),
                days.says(
                    "ilse", 15, 13, 40,
                    """
                    Dat is een grote angst. Er is nu geen reden voor. Als dat ooit verandert, hoor jij het van \
                    mij als eerste.
                    """),
            ])
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "marieke", to: "ilse", .answer, about: ["thomas", "julie"], made: 6, due: 0,
                "De overdracht aannemen of teruggeven; tot dan blijft Ilse regisseur"),
            days.promise(
                "ilse", to: "linda", .review, about: ["thomas", "julie"], made: 19, due: 7,
                "Met het gezin terugkijken op de afspraken over veiligheid"),
            days.promise(
                "sanne", to: "ilse", .feedback, about: ["julie"], made: 24, due: -1,
                "Schrijven hoe het met Julie in de klas gaat"),
        ]
    }
}
