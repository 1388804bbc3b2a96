// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// Noor and Sem, in two houses: the family by which most pages and tests are told.
    package static func deWitYildiz(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "de-wit-yildiz", "De Wit-Yildiz", team: "team-zuilen", opened: days.ago(265),
            persons: DeWitYildiz.persons(days), ties: DeWitYildiz.ties,
            authority: ["sem", "noor"].map { TownAuthority(over: $0, .jointByParents, ["aylin", "joost"]) },
            memberships: DeWitYildiz.ownPeople(days) + DeWitYildiz.helpers(days),
            directions: [
                TownDirection("aylin", .contact, from: days.ago(265), because: "De ouders regelen het zelf."),
                TownDirection(
                    "marieke", .careCoordination, from: days.ago(4), because: "Aylin en Joost vroegen dit zelf."),
            ],
            firstContact: "sanne",
            conversations: [
                DeWitYildiz.noorAtSchool(days), DeWitYildiz.aylinAlone(days), DeWitYildiz.joostAlone(days),
                DeWitYildiz.semsOwnLine(days), DeWitYildiz.withTruus(days), DeWitYildiz.football(days),
            ],
            promises: DeWitYildiz.promises(days),
            invitations: [
                TownInvitation(
                    by: "aylin", to: "kees", "praktijkondersteuner", for: "noor", made: days.ago(2),
                    expect: "Praat elke maand even met Noor over hoe het thuis gaat.")
            ],
            start: TownStart(by: "marieke", confirmed: ["aylin", "joost"]),
            stories: TownStories.deWitYildiz(days), notes: TownNotes.deWitYildiz(days),
            meetings: TownMeetings.deWitYildiz(days))
    }
}

/// The parts of the family De Wit-Yildiz.
enum DeWitYildiz {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Prins Bernhardplein 14, Zuilen-Ondiep"
        return [
            TownPerson(
                "aylin", "Aylin Yildiz", born: days.born(41, birthdayIn: 75), account: true,
                details: [.address: home, .phone: "06 00 00 01 41"]),
            TownPerson(
                "joost", "Joost de Wit", born: days.born(43, birthdayIn: 201), account: true,
                details: [.address: "Kade 3 & 5, Zuilen-Ondiep", .phone: "06 00 00 01 43"]),
            TownPerson(
                "sem", "Sem de Wit-Yildiz", born: days.born(15, birthdayIn: 118), account: true,
                details: [.address: home, .school: "Oeverlyceum, klas 3b", .phone: "06 00 00 01 15"]),
            TownPerson(
                "noor", "Noor de Wit-Yildiz", born: days.born(8, birthdayIn: 160),
                details: [
                    .address: home, .school: "Basisschool De Schakel, groep 5",
                    .pickUpTimes: "14.15 uur, op dinsdag en donderdag door oma Truus",
                ]),
        ]
    }

    static let ties: [TownTie] = [
        TownTie("aylin", .parent, of: "sem"), TownTie("aylin", .parent, of: "noor"),
        TownTie("joost", .parent, of: "sem"), TownTie("joost", .parent, of: "noor"),
        TownTie("sem", .sibling, of: "noor"),
        TownTie("truus", .grandparent, of: "noor"), TownTie("truus", .grandparent, of: "sem"),
    ]

    static func ownPeople(_ days: TownCalendar) -> [TownMembership] {
        [
            TownMembership(
                .relative(slug: "truus", name: "Truus de Wit", account: true), "oma van Noor en Sem",
                covers: ["noor", "sem"], .plan, from: days.ago(265),
                expect: "Haalt Noor op dinsdag en donderdag van school. Sem mag er altijd blijven slapen.",
                notMyTask: "Kiest niet tussen papa en mama."),
            TownMembership(
                .relative(slug: "khadija", name: "Khadija Amrani", account: true), "buurvrouw", covers: ["noor"],
                .contact, from: days.ago(217), expect: "Let op Noor als Aylin laat werkt."),
            TownMembership(
                .relative(slug: "dave", name: "Dave Mulder", account: true), "voetbaltrainer van Sem",
                covers: ["sem"], .contact, from: days.ago(76),
                expect: "Belt Aylin als Sem twee keer niet komt trainen.",
                notMyTask: "Vraagt Sem niet uit over thuis."),
        ]
    }

    static func helpers(_ days: TownCalendar) -> [TownMembership] {
        [
            TownMembership(
                .professional("marieke"), "gezinswerker, gebiedsteam Zuilen-Ondiep",
                covers: ["aylin", "joost", "sem", "noor"], .all, from: days.ago(70),
                expect: "Zorgt dat alle hulp bij elkaar past. Belt Aylin elke twee weken.",
                notMyTask: "Beslist niet voor jullie. Doet zelf geen behandeling."),
            TownMembership(
                .professional("sanne"), "intern begeleider, basisschool De Schakel", covers: ["noor"], .all,
                from: days.ago(265), expect: "Haar bel je het eerst, met elke vraag. Ze antwoordt dezelfde schooldag.",
                notMyTask: "Hoort niet wat Sem met zijn therapeut bespreekt."),
            TownMembership(
                .professional("priya"), "therapeut, Het Anker", covers: ["sem"], .plan, from: days.ago(40),
                expect: "Begint over drie weken met gesprekken met Sem.",
                notMyTask: "Vertelt niet door wat Sem haar vertelt, tenzij iemand gevaar loopt."),
            TownMembership(
                .professional("hanna"), "huisarts, Praktijk aan de Vecht", covers: ["sem", "noor"], .plan,
                from: days.ago(188), expect: "Hoort van Het Anker hoe het gaat. Jullie hoeven dat niet te doen.",
                notMyTask: "Regelt geen hulp op school."),
            TownMembership(
                .professional("tom"), "jeugdarts, GGD", covers: ["noor"], .plan, from: days.ago(188),
                expect: "Ziet Noor één keer per half jaar. De volgende keer is over drie maanden.",
                notMyTask: "Schrijft geen medicijnen voor."),
        ]
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "marieke", to: "aylin", .call, about: ["noor"], made: 1, due: 1,
                "Aylin bellen over Noors nieuwe dagritme"),
            days.promise(
                "priya", to: "sem", .answer, about: ["sem"], made: 15, due: -2,
                "Sem laten weten wanneer hij kan beginnen"),
            days.promise(
                "aylin", to: "sanne", .appointment, about: ["noor"], made: 6, due: 8,
                "Meepraten over het plan, op school met Sanne, Marieke en Joost"),
            days.promise(
                "truus", to: "aylin", .task, about: ["noor"], made: 5, due: 8,
                "Met Noor een nieuwe bril uitzoeken"),
            days.promise(
                "marieke", to: "hanna", .feedback, about: ["sem"], made: 9, due: 0,
                "De huisarts vertellen wat er met haar vraag is gedaan"),
            days.promise(
                "sanne", to: "aylin", .task, about: ["noor"], made: 20, due: -10, settled: 11,
                "Een koptelefoon klaarleggen in de klas"),
            days.promise(
                "marieke", to: "joost", .visit, about: ["joost"], made: 8, due: 4,
                "Bij Joost langskomen om de week door te nemen"),
        ]
    }
}
