// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Who says a line of a stock conversation.
enum TownVoice: Sendable {
    /// A parent or who cares for the child; the professional; whoever else takes part.
    case parent, helper, other
}

/// What a stock conversation is about, and how it goes.
///
/// `{kind}` stands for the child's name.
struct TownTopic: Sendable {
    let subject: String
    let ages: ClosedRange<Int>
    let lines: [(TownVoice, String)]
}

extension TownTopic {
    static let all: [TownTopic] = [
        TownTopic(
            subject: "{kind} en slapen", ages: 0...11,
            lines: [
                (.parent, "{kind} komt elke nacht twee keer uit bed. Wij zijn op."),
                (.helper, "Dat is zwaar. Hoe laat gaat het licht uit?"),
                (.parent, "Om acht uur. Maar vóór negenen slaapt {kind} nooit."),
                (.other, "{kind} vertelde dat zelf de lamp uitdoen fijn is. Misschien helpt dat."),
                (.helper, "Zullen we een week opschrijven hoe het gaat? Eén regel per nacht is genoeg."),
                (.parent, "Goed. De eerste regel is: vannacht maar één keer."),
            ]),
        TownTopic(
            subject: "Ochtenden", ages: 4...14,
            lines: [
                (.parent, "De ochtend is bij ons altijd ruzie. Schoenen, tas, tanden. Dan is de dag al bedorven."),
                (.helper, "Welke ochtend ging het wel goed? Wat was er toen anders?"),
                (.parent, "Dinsdag. Toen lag alles de avond ervoor klaar en stond de radio aan."),
                (.helper, "Dan weten jullie al wat werkt. Mag {kind} de muziek kiezen?"),
                (.parent, "We hebben nu elke ochtend trompet. Maar iedereen is op tijd."),
            ]),
        TownTopic(
            subject: "{kind} op school", ages: 4...17,
            lines: [
                (.other, "{kind} vertelde het zelf: deze week drie keer doorgewerkt tot de pauze."),
                (.parent, "Dat hoorde ik thuis ook, met trots."),
                (.helper, "Wat helpt het meest, denken jullie?"),
                (.other, "Een vaste plek bij het raam, zegt {kind}. En van tevoren weten wat er komt."),
                (.parent, "Thuis hangt nu ook een lijst voor de week. {kind} zet zelf de kruisjes."),
                (.helper, "Mooi. Ik zet het in het plan, dan weet de volgende juf of meester het ook."),
            ]),
        TownTopic(
            subject: "Zwemles en geld", ages: 4...10,
            lines: [
                (.parent, "{kind} mag van ons op zwemles, maar we kunnen het nu niet betalen."),
                (.helper, "Daar is een potje voor. Ik vraag het aan, jullie hoeven alleen te tekenen."),
                (.parent, "Moet ik dan uitleggen waarom het niet lukt?"),
                (.helper, "Nee. Alleen je naam en de naam van {kind}."),
                (.helper, "Het is rond. De eerste les is over twee weken."),
                (.parent, "{kind} slaapt al met de badmuts op."),
            ]),
        TownTopic(
            subject: "Weer naar buiten", ages: 10...17,
            lines: [
                (.parent, "{kind} zit hele dagen boven. Aan tafel wordt niets gezegd."),
                (.helper, "Wat vond {kind} vroeger leuk?"),
                (.parent, "Vissen. Met opa. Dat is al twee jaar niet gebeurd."),
                (.other, "Mijn hengel mag {kind} lenen. Praten hoeft niet, dan bijten ze niet."),
                (.parent, "Ze zijn geweest. Drie uur. Niets gevangen en toch vrolijk."),
            ]),
        TownTopic(
            subject: "Twee huizen", ages: 3...15,
            lines: [
                (.parent, "Het wisselen op zondag gaat niet goed. {kind} heeft dan buikpijn."),
                (.helper, "Zou een andere dag rustiger zijn? Uit school bijvoorbeeld?"),
                (.parent, "Dan hoeven wij elkaar ook niet bij de deur te zien. Dat scheelt."),
                (.other, "{kind} vertelde dat de tas zwaar is. Kan er in elk huis een pyjama liggen?"),
                (.helper, "We proberen vier weken de vrijdag. Daarna vragen we {kind} hoe het was."),
                (.parent, "Na twee weken: geen buikpijn meer gehad."),
            ]),
        TownTopic(
            subject: "Boos", ages: 2...12,
            lines: [
                (.parent, "Als {kind} boos is vliegt er van alles door de kamer. Ik schrik daar zelf van."),
                (.helper, "Wat doe jij op dat moment?"),
                (.parent, "Eerlijk? Ik ga harder praten."),
                (.helper, "Dat doen de meeste mensen. Zullen we samen oefenen met zachter?"),
                (.parent, "Geoefend. Ik fluisterde. {kind} keek zo verbaasd dat het over was."),
            ]),
        TownTopic(
            subject: "De stap naar hulp", ages: 0...17,
            lines: [
                (.helper, "Ik heb gebeld over de wachttijd. Het duurt nog ongeveer vijf weken."),
                (.parent, "En wat doen we tot die tijd?"),
                (.helper, "Ik kom om de week langs. En jullie kunnen mij altijd schrijven."),
                (.parent, "Dat is fijn. Wachten is makkelijker als iemand weet dát je wacht."),
                (.helper, "Er is plek. Het eerste gesprek is bij jullie thuis, met mij erbij."),
            ]),
    ]

    /// A few lines that can come up in any conversation.
    static let smallTalk: [[(TownVoice, String)]] = [
        [
            (.helper, "Hoe gaat het vandaag met {kind}?"),
            (.parent, "Beter dan vorige week. We hebben gelachen aan tafel."),
            (.helper, "Dat lees ik graag."),
        ],
        [
            (.parent, "Donderdag kan ik toch niet. Ik moet werken. Kan het ook vrijdag?"),
            (.helper, "Vrijdag om tien uur kan ook. Ik zet het in de agenda."), (.parent, "Top, tot dan."),
        ],
        [
            (.other, "Ik zag {kind} vanmiddag met een vriendje lopen. Dat viel me op."),
            (.parent, "Dat is Sami. Die komt nu elke woensdag."),
        ],
        [
            (.helper, "Mag ik wat jullie hier schreven ook in het plan zetten?"), (.parent, "Ja, dat is goed."),
            (.helper, "Gedaan. Kijk gerust of ik het goed heb opgeschreven."),
        ],
        [
            (.parent, "Vandaag was een slechte dag. Morgen weer een nieuwe."),
            (.helper, "Dank je dat je het laat weten. Zal ik vanavond even bellen?"),
            (.parent, "Niet nodig. Het schrijven helpt al."),
        ],
        [(.other, "Ik heb de spullen klaargelegd."), (.parent, "Lief, dank je. We halen ze morgen op.")],
        [
            (.helper, "Het formulier van de gemeente is binnen. Het is kort: vraag 1 & 2 zijn genoeg."),
            (.parent, "Ik heb het ingevuld. Klopt het dat je bij \"inkomen < 2.000\" een kruisje zet?"),
            (.helper, "Ja, dat klopt."),
        ],
        [
            (.parent, "{kind} vroeg wie dit allemaal leest."), (.helper, "Goede vraag. Bovenaan staat het, met namen."),
            (.parent, "Laten zien. {kind} vond het oké."),
        ],
        [
            (.other, "Het was gezellig vandaag. {kind} heeft gekookt: soep uit een pakje, met extra kaas."),
            (.parent, "Dat is al drie keer deze week!"),
        ],
        [
            (.helper, "Ik ben volgende week vrij. Mijn collega leest dan mee als er iets is."),
            (.parent, "Goed dat je het zegt. Fijne vakantie."),
        ],
        [
            (.parent, "De dokter zegt dat alles goed is."), (.helper, "Wat een opluchting. Dank je voor het delen."),
        ],
        [
            (.parent, "Ik wilde nog zeggen: jullie luisteren echt. Dat is anders dan eerst."),
            (.helper, "Dat doet me goed om te horen."), (.other, "Mij ook."),
        ],
    ]
}
