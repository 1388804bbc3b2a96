// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension VanDongen {
    static func visits(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "bezoek", "Fleur en Jip zien papa", about: ["fleur", "jip"], with: ["eline", "robert", "fatma"],
            [
                days.says(
                    "fatma", 22, 9, 30,
                    """
                    Dag Eline en Robert. Hier schrijven we alleen over het bezoek van Fleur en Jip aan Robert. \
                    De rest bespreek ik met ieder van jullie apart.
                    """),
                days.says("robert", 22, 11, 2, "Ik mis ze. Ik wil graag elke week."),
                days.says(
                    "eline", 21, 20, 15,
                    """
                    Om de week, op zaterdag, met Wilma erbij. Dat voelt nu goed voor de kinderen.
                    """),
                days.says(
                    "fatma", 20, 10, 0,
                    """
                    Dan beginnen we met om de week, van twee tot vijf bij Wilma thuis. Ik breng de kinderen en \
                    haal ze op.
                    """),
                days.says("robert", 20, 12, 45, "Goed. Ik heb de houten trein van zolder gehaald voor Jip."),
                days.says(
                    "fatma", 5, 14, 10,
                    """
                    Het ging fijn, hoorde ik van Wilma. Jip vertelde de hele weg over de trein.
                    """),
            ])
    }

    /// About Eline, so hers alone: Robert took no part in it.
    static func move(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "de-verhuizing", "De verhuizing", about: ["eline"], with: ["eline", "fatma", "nadia"],
            [
                days.says(
                    "nadia", 15, 10, 20,
                    """
                    Eline, de sleutel van Lindehof 7 ligt klaar. Je kunt vrijdag verhuizen. Mijn collega rijdt \
                    de bus.
                    """),
                days.says(
                    "eline", 15, 10, 48,
                    """
                    Ik kan het nog niet geloven. Een eigen voordeur. Hoe zorgen we dat Robert het niet hoort?
                    """),
                days.says(
                    "fatma", 15, 11, 30,
                    """
                    Alleen Nadia en ik weten het. Je adres staat in Rondom verborgen. Zet op je telefoon ook de \
                    locatie uit, ook bij de foto's van Fleur.
                    """),
                days.says("eline", 14, 9, 5, "Gedaan. Fleur heeft haar kamer al getekend, met een bed aan het raam."),
                days.says("nadia", 10, 17, 40, "Jullie zijn over. Ik ben trots op jullie alle drie."),
            ])
    }

    static func safety(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "veiligheid", "Veilig in en uit", about: ["fleur", "jip"], with: ["eline", "fatma", "nadia"],
            [
                days.says(
                    "nadia", 6, 16, 30,
                    """
                    Robert heeft gisteren bij twee scholen gevraagd of Fleur daar zit. De school waar ze wél zit \
                    weet ervan. Daar krijgt niemand antwoord.
                    """),
                days.says("eline", 6, 16, 52, "Moet ik ze thuishouden?"),
                days.says(
                    "fatma", 6, 17, 15,
                    """
                    Nee. De school laat ze door de achterpoort gaan. Zie je hem toch? Bel 112 en daarna mij.
                    """),
                days.says(
                    "eline", 5, 8, 40,
                    """
                    Vanochtend ging het rustig. Jip vond de achterpoort "een geheime gang".
                    """),
            ])
    }

    static func fleurInClass(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "fleur-in-de-klas", "Fleur in groep 6", about: ["fleur"], with: ["eline", "bart", "fatma"],
            [
                days.says(
                    "bart", 40, 15, 5,
                    """
                    Hallo Eline. Fleur zit naast een meisje dat ook van paarden houdt. Ze lacht weer. Rekenen \
                    gaat vlot. Bij lezen droomt ze weg.
                    """),
                days.says(
                    "eline", 40, 19, 30,
                    """
                    Dank je, meester Bart. 's Avonds lezen we samen, dan droomt ze ook weg. Dat mag.
                    """),
                days.says("bart", 18, 15, 20, "Voor de schoolfoto: zal ik Fleur er niet op zetten?"),
                days.says(
                    "eline", 18, 15, 48,
                    """
                    Graag niet op de foto van de klas. Een foto van haar alleen wil ik wel.
                    """),
            ])
    }

    static func robertAlone(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "robert-met-fatma", "Hoe het met mij gaat", about: ["robert"], with: ["robert", "fatma"],
            [
                days.says("robert", 17, 21, 40, "Ik wil gewoon weten waar mijn kinderen wonen. Dat is toch normaal?"),
                days.says(
                    "fatma", 16, 9, 10,
                    """
                    Ik snap dat je ze mist. Dat vertel ik je niet, en dat blijft zo. Wat ik wel kan: zorgen dat \
                    je ze op een veilige plek ziet.
                    """),
                days.says("robert", 16, 12, 20, "Ik ben boos. Maar ik wil het niet verpesten."),
                days.says(
                    "fatma", 16, 13, 0,
                    """
                    Dank je dat je dat opschrijft. De Brug heeft gesprekken voor mensen die van hun boosheid af \
                    willen. Zal ik je aanmelden?
                    """),
                days.says("robert", 12, 18, 30, "Doe maar."),
            ])
    }
}
