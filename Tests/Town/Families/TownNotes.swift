// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What professionals of the town noted of calls and visits, over some months.
enum TownNotes {
    static func deWitYildiz(_ days: TownCalendar) -> [TownNote] {
        [
            days.notes(
                "marieke", .visit, 48, with: ["aylin"], about: ["noor"],
                "Aylin vertelt dat Noor na school vaak onder de tafel gaat zitten. Daar wordt ze rustig."),
            days.notes(
                "marieke", .visit, 33, with: ["joost"], about: ["joost"],
                "Joost slaapt slecht sinds hij alleen woont. Hij wil dat niet met iedereen delen."),
            days.notes(
                "sanne", .call, 21, with: ["aylin", "joost"], about: ["noor"],
                "Samen gebeld over de koptelefoon. Iedereen vindt het een goed idee. Ik leg er een klaar."),
            days.notes(
                "marieke", .call, 14, with: ["aylin", "joost"], about: ["aylin", "joost"],
                "Afgesproken dat de wissel voortaan op vrijdag na school is, niet op zondagavond."),
            days.notes(
                "marieke", .noShow, 10, with: ["joost"], about: ["noor"],
                "Joost was er niet. Hij belde later: de trein reed niet."),
            days.notes(
                "marieke", .call, 2, with: ["aylin"], about: ["noor"],
                "Noor slaapt beter nu het licht op de gang aan blijft."),
        ]
    }

    /// Debby wants somebody else than Chidi; who leads the area team answers.
    static func debbyObjects(_ days: TownCalendar) -> TownObjection {
        TownObjection(
            by: "debby", about: "chidi", to: "gebiedsteam", at: Moment(days.workday(ago: 2), hour: 22),
            "Chidi is aardig, maar hij komt altijd als ik moet werken. Ik wil graag iemand anders.")
    }

    static func jansen(_ days: TownCalendar) -> [TownNote] {
        [
            days.notes(
                "zofia", .visit, 60, with: ["ria"], about: ["isa"],
                "Isa laat haar kamer zien. Ze noemt het haar doordeweekse kamer."),
            days.notes(
                "chidi", .visit, 26, with: ["debby"], about: ["quinten"],
                "Debby en Quinten koken samen op donderdag. Het lukt nu elke week."),
        ]
    }
}
