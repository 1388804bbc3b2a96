// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension DeWitYildiz {
    static func noorAtSchool(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "noor-op-school", "Noor op school", about: ["noor"], with: ["aylin", "joost", "sanne", "marieke"],
            readUpTo: ["sanne": 12, "joost": 11],
            [
                days.says(
                    "sanne", 24, 15, 40,
                    """
                    Hoi Aylin en Joost. Noor kwam vandaag binnen en ging meteen zitten. Dat was vorige maand nog \
                    anders. Ik wil graag met jullie afspreken wat we doen als het te druk wordt in de klas.
                    """),
                days.says(
                    "joost", 24, 20, 5,
                    """
                    Fijn om te horen. Bij mij thuis helpt het als ze even alleen mag zijn. Niet op haar kamer, \
                    dat voelt als straf. Gewoon op de trap.
                    """),
                days.says(
                    "aylin", 23, 7, 50,
                    """
                    Bij mij is het de tuin. Ze zegt zelf: "In mijn hoofd staat de radio te hard."
                    """),
                days.says(
                    "sanne", 23, 12, 30,
                    """
                    Dat is een mooie zin. Mag ik die aan de juf vertellen? Dan hoeft Noor het niet zelf uit te \
                    leggen.
                    """),
                days.says("aylin", 23, 12, 41, "Ja, dat mag. Noor vindt het ook goed, ik heb het gevraagd."),
                days.says(
                    "marieke", 20, 9, 15,
                    """
                    Ik lees mee. Goed dat jullie dit samen doen. Zal ik de koptelefoon in het plan zetten?
                    """),
                days.says("sanne", 20, 11, 0, "Graag. De koptelefoon ligt vanaf volgende week klaar."),
                days.says(
                    "sanne", 3, 11, 20,
                    """
                    Hoi Aylin en Joost. Noor had vandaag een fijne ochtend. Ze werkte een half uur alleen, met \
                    de koptelefoon op.

                    Om half elf werd het te druk. Ze kroop onder de tafel. We zijn samen naar buiten gegaan en \
                    dat hielp.
                    """),
                days.says(
                    "aylin", 3, 12, 5,
                    """
                    Dankjewel. Thuis helpt buiten zijn ook. Zullen we dat elke dag om half elf doen?
                    """),
                days.says("joost", 2, 8, 31, "Goed plan. Dan doe ik dat in het weekend ook, dan blijft het hetzelfde."),
                days.says(
                    "sanne", 2, 15, 12,
                    """
                    Goed idee van dat buiten zijn. Vanaf nu gaat Noor elke dag om half elf een rondje met de \
                    conciërge. Ik heb het in het plan gezet.
                    """),
                days.says("marieke", 1, 9, 2, "Mooi om te lezen. Ik bel je om te horen hoe de eerste dag ging, Aylin."),
                days.says("aylin", 1, 9, 40, "Ze wilde vanochtend zelf naar school. Dat is lang geleden!"),
            ])
    }

    /// What Aylin tells Marieke about herself: Joost never finds that it exists.
    static func aylinAlone(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "aylin-met-marieke", "Even over mezelf", about: ["aylin"], with: ["aylin", "marieke"],
            [
                days.says(
                    "aylin", 12, 22, 48,
                    """
                    Ik slaap al weken slecht. Overdag ben ik kortaf tegen de kinderen en daar schaam ik me voor. \
                    Ik heb dit nog aan niemand verteld.
                    """),
                days.says(
                    "marieke", 11, 8, 45,
                    """
                    Wat goed dat je het opschrijft, Aylin. Je hoeft je niet te schamen. Dit blijft tussen jou en \
                    mij. Joost leest dit niet.
                    """),
                days.says(
                    "aylin", 11, 9, 10,
                    """
                    Dank je. Ik ben vroeger opgenomen geweest omdat het niet meer ging. Ik ben bang dat dat \
                    terugkomt. En dat iemand dan zegt dat de kinderen niet bij mij kunnen zijn.
                    """),
                days.says(
                    "marieke", 11, 9, 32,
                    """
                    Die angst snap ik. Hulp vragen is juist goed zorgen. Zullen we samen bedenken wie je kan \
                    helpen? Ik kan morgen bij je langskomen, als de kinderen op school zijn.
                    """),
                days.says("aylin", 11, 9, 35, "Morgen om tien uur is goed. De koffie staat klaar."),
                days.says(
                    "marieke", 9, 16, 20,
                    """
                    Fijn dat ik mocht komen. We spraken af: jij belt je eigen huisarts, en je vraagt Khadija of \
                    zij één avond op de kinderen past. Klopt dat zo?
                    """),
                days.says("aylin", 9, 21, 3, "Ja. De huisarts heb ik gebeld. Khadija komt op woensdag."),
            ])
    }

    static func joostAlone(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "joost-met-marieke", "Mijn werk en de weekenden", about: ["joost"], with: ["joost", "marieke"],
            readUpTo: ["joost": 4],
            [
                days.says(
                    "joost", 16, 19, 12,
                    """
                    Hoi Marieke. Mijn baas wil dat ik in de weekenden ga werken. Dan raak ik mijn tijd met de \
                    kinderen kwijt. Ik weet niet goed hoe ik dat moet zeggen.
                    """),
                days.says("marieke", 15, 10, 4, "Goed dat je het vroeg laat weten. Wat zou je zelf het liefst willen?"),
                days.says(
                    "joost", 15, 12, 50,
                    """
                    Om het weekend werken. En dan de woensdagmiddag erbij met Noor & Sem. Dat is 2 < 3 dagen, \
                    maar wel vast.
                    """),
                days.says(
                    "marieke", 14, 9, 30,
                    """
                    Dat klinkt als een goed voorstel. Bespreek het met je baas. Daarna bespreken we het samen \
                    met Aylin. Ik zeg haar nu nog niets.
                    """),
                days.says(
                    "marieke", 8, 11, 15,
                    """
                    Hoe ging het gesprek? Ik kom graag bij je langs om de week door te nemen.
                    """),
            ])
    }

    /// Sem's line to Priya: his parents find no trace of it.
    static func semsOwnLine(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "sem-met-priya", "Vraagje", about: ["sem"], with: ["sem", "priya"], ownLine: true,
            [
                days.says("sem", 10, 23, 14, "hoi, moet ik als ik kom over vroeger praten? heb ik geen zin in"),
                days.says(
                    "priya", 9, 9, 0,
                    """
                    Hoi Sem. Nee, dat hoeft niet. Jij kiest waar we over praten. We kunnen ook eerst een rondje \
                    lopen.
                    """),
                days.says("sem", 9, 16, 32, "ok. lezen mijn ouders dit"),
                days.says(
                    "priya", 9, 16, 50,
                    """
                    Nee. Alleen jij en ik lezen dit. Eén ding moet je weten: als jij of iemand anders groot \
                    gevaar loopt, moet ik hulp halen. Dan vertel ik jou dat eerst.
                    """),
                days.says(
                    "sem", 8, 22, 40,
                    """
                    snap ik. ik slaap gewoon niet goed en op school val ik dan in slaap. en dan denkt iedereen \
                    dat ik lui ben
                    """),
                days.says(
                    "priya", 7, 8, 55,
                    """
                    Dat klinkt vermoeiend. Lui hoor ik er niet in. Zal ik je een paar dingen sturen die andere \
                    jongens hielp? Geen werkblad, beloofd.
                    """),
                days.says("sem", 7, 15, 59, "haha ja is goed"),
                days.says("priya", 3, 12, 10, "Gestuurd. Begin met één ding. En zaterdag gewoon voetballen."),
            ])
    }

    static func withTruus(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "ophalen", "Ophalen en logeren", about: ["noor"], with: ["aylin", "joost", "truus"],
            readUpTo: ["joost": 4],
            [
                days.says(
                    "truus", 30, 14, 50,
                    """
                    Lieve allemaal, ik leer het wel hoor, dit typen. Noor is hier. We hebben pannenkoeken \
                    gegeten.
                    """),
                days.says("aylin", 30, 17, 30, "Wat lief, Truus. Ik haal haar om zes uur op."),
                days.says(
                    "joost", 29, 8, 10,
                    """
                    Ma, donderdag moet Noor naar de tandarts. Kun jij haar om kwart over twee ophalen en \
                    meenemen?
                    """),
                days.says("truus", 29, 9, 45, "Ja jongen. De tandarts aan de kade toch? Ik neem mijn breiwerk mee."),
                days.says(
                    "truus", 5, 15, 20,
                    """
                    Noor knijpt haar ogen dicht bij het lezen. Zal ik een bril met haar gaan uitzoeken? Ik \
                    betaal het montuur, dat vind ik leuk.
                    """),
                days.says("aylin", 5, 18, 2, "Dat zou heel fijn zijn. Ze zegt dat het een groene moet worden."),
            ])
    }

    static func football(_ days: TownCalendar) -> TownConversation {
        TownConversation(
            "voetbal", "Voetbal op zaterdag", about: ["sem"], with: ["aylin", "sem", "dave"],
            [
                days.says("dave", 26, 20, 30, "Ha Aylin en Sem. Zaterdag spelen we uit. Wie kan er rijden?"),
                days.says("aylin", 26, 20, 58, "Ik kan drie jongens meenemen."),
                days.says("sem", 25, 16, 5, "ik ga wel op de fiets met Bilal"),
                days.says("dave", 25, 19, 0, "Top. Tien over negen bij het veld. Sem, jij begint op links."),
            ])
    }
}
