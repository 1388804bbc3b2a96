// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// A family with a helper who has left: Esmée's membership ended, and with it all she could read.
    package static func osei(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        return TownFamily(
            "osei", "Osei-Mensah", team: "team-zuilen", opened: days.ago(310),
            persons: Osei.persons(days),
            ties: ["kofi", "ama"].flatMap { [TownTie("abena", .parent, of: $0), TownTie("kwame", .parent, of: $0)] }
                + [TownTie("kofi", .sibling, of: "ama")],
            authority: ["kofi", "ama"].map { TownAuthority(over: $0, .jointByParents, ["abena", "kwame"]) },
            memberships: Osei.memberships(days),
            directions: [
                TownDirection("abena", .contact, from: days.ago(310), because: "De ouders regelen het zelf."),
                TownDirection(
                    "lotte", .monitoring, from: days.ago(58), because: "Esmée vertrok. Lotte let nu op de afspraken."),
            ],
            firstContact: "lotte",
            conversations: [Osei.withEsmee(days), Osei.withDaniel(days), Osei.kofiInClass(days)],
            promises: Osei.promises(days))
    }
}

/// The parts of the family Osei-Mensah.
enum Osei {
    static func persons(_ days: TownCalendar) -> [TownPerson] {
        let home = "Vlinderstraat 88, Zuilen-Ondiep"
        return [
            TownPerson(
                "abena", "Abena Osei", born: days.born(38, birthdayIn: 144), account: true, details: [.address: home]),
            TownPerson(
                "kwame", "Kwame Mensah", born: days.born(40, birthdayIn: 12), account: true, details: [.address: home]),
            TownPerson(
                "kofi", "Kofi Mensah", born: days.born(11, birthdayIn: 50),
                details: [.address: home, .school: "Basisschool De Schakel, groep 8"]),
            TownPerson("ama", "Ama Mensah", born: days.born(4, birthdayIn: 222), details: [.address: home]),
        ]
    }

    static func memberships(_ days: TownCalendar) -> [TownMembership] {
        [
            TownMembership(
                .professional("lotte"), "jeugdconsulent, gebiedsteam Zuilen-Ondiep",
                covers: ["abena", "kwame", "kofi", "ama"], .all, from: days.ago(310),
                expect: "Let op of afspraken lukken. Antwoordt binnen twee werkdagen."),
            TownMembership(
                .professional("esmee"), "therapeut, Het Anker", covers: ["kofi", "abena"], .all, from: days.ago(240),
                ended: days.ago(60), expect: "Praat elke week met Kofi."),
            TownMembership(
                .professional("daniel"), "gezinsbehandelaar, Het Anker", covers: ["kofi"], .plan, from: days.ago(66),
                expect: "Gaat verder waar Esmée en Kofi waren.", notMyTask: "Begint niet opnieuw met vragen."),
            TownMembership(
                .professional("bart"), "leraar van Kofi", covers: ["kofi"], .plan, from: days.ago(200),
                expect: "Kijkt elke maandag met Kofi vooruit naar de week."),
            TownMembership(
                .relative(slug: "efua", name: "Efua Osei", account: true), "tante van Kofi en Ama",
                covers: ["kofi", "ama"], .plan, from: days.ago(280),
                expect: "Kookt op woensdag. Kofi mag altijd bellen."),
        ]
    }

    static func withEsmee(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "kofi-en-esmee", "Kofi's nachten", about: ["kofi"], with: ["abena", "kwame", "esmee", "lotte"],
            [
                days.says(
                    "abena", 120, 8, 20,
                    """
                    Kofi is vannacht drie keer wakker geweest. Hij wil niet zeggen waarvan.
                    """),
                days.says(
                    "esmee", 120, 10, 30,
                    """
                    Dank je, Abena. Ik vraag er niet naar, ik laat hem tekenen. Dat werkte vorige keer ook.
                    """),
                days.says(
                    "esmee", 118, 16, 0,
                    """
                    Hij tekende het huis in brand van twee jaar terug. Met iedereen erbuiten, en de kat. Hij \
                    wilde dat jullie dat weten.
                    """),
                days.says(
                    "kwame", 118, 19, 45,
                    """
                    We hebben het er nooit meer over gehad. We dachten dat hij het vergeten was.
                    """),
                days.says(
                    "lotte", 116, 9, 15,
                    """
                    Mooi dat Kofi dit zelf wilde delen. Zullen we het in het verhaal zetten, als hij dat goed \
                    vindt?
                    """),
                days.says(
                    "esmee", 55, 11, 0,
                    """
                    Ik ga bij Het Anker weg. Kofi weet het sinds gisteren. Daniël komt kennismaken als ik er nog \
                    ben.
                    """),
                days.says("abena", 55, 12, 10, "Jammer. Wij danken je heel erg. Kofi heeft een kaart gemaakt."),
            ])
    }

    static func withDaniel(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "kofi-en-daniel", "Verder met Daniël", about: ["kofi"], with: ["abena", "kwame", "daniel", "lotte"],
            readUpTo: ["kwame": 3],
            [
                days.says(
                    "daniel", 28, 9, 0,
                    """
                    Hallo Abena en Kwame. Ik heb het verhaal gelezen dat jullie met Esmée schreven. Jullie \
                    hoeven het mij niet opnieuw te vertellen.
                    """),
                days.says("abena", 28, 18, 20, "Dat is precies wat we hoopten."),
                days.says("daniel", 21, 15, 30, "Kofi en ik hebben gevoetbald. Daarna liet hij zijn tekening zien."),
                days.says(
                    "lotte", 3, 10, 10,
                    """
                    Kofi wordt bijna twaalf. Dan beslist hij zelf mee over hulp. Ik praat daar eerst met hem \
                    alleen over.
                    """),
            ])
    }

    static func kofiInClass(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "kofi-op-school", "Naar de brugklas", about: ["kofi"], with: ["abena", "bart"],
            [
                days.says(
                    "bart", 14, 15, 45,
                    """
                    Kofi wil naar het Oeverlyceum. Ik denk dat dat kan. Hij moet dan wel durven vragen als iets \
                    te snel gaat.
                    """),
                days.says(
                    "abena", 14, 20, 0,
                    """
                    Hij oefent thuis met vragen. Gisteren vroeg hij waarom het heelal er is. Kwame had geen \
                    antwoord.
                    """),
                days.says("bart", 13, 8, 15, "Ik ook niet :-) We houden het bij breuken."),
            ])
    }

    static func promises(_ days: TownCalendar) -> [TownPromise] {
        [
            days.promise(
                "lotte", to: "abena", .task, about: ["kofi"], made: 55, due: -15,
                "Een zwemclub voor Kofi zoeken, zoals Esmée had beloofd"),
            days.promise(
                "lotte", to: "kofi", .appointment, about: ["kofi"], made: 3, due: 6,
                "Kofi alleen vertellen wat er verandert als hij twaalf is"),
            days.promise(
                "daniel", to: "lotte", .feedback, about: ["kofi"], made: 20, due: 3, "Schrijven hoe de start ging"),
        ]
    }
}
