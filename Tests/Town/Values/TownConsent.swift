// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Something was asked of those who must agree, and what they said.
package struct TownConsent: Hashable, Sendable {
    package enum Asked: String, Sendable { case share, help }

    /// The slug of who asked.
    package let by: String
    package let asked: Asked
    /// With whom, what, and what for, in Dutch.
    package let words: [String]
    package let about: String
    /// Slugs of those who must agree.
    package let mustAgree: [String]
    /// Slugs of those who said yes, and no.
    package let yes: [String]
    package let no: [String]
    package let made: Day
    package let until: Day
    /// When one of them took it back.
    package let ended: Day?

    package init(
        by: String, _ asked: Asked, _ words: [String], about: String, of mustAgree: [String], yes: [String] = [],
        no: [String] = [], made: Day, until: Day, ended: Day? = nil
    ) {
        self.by = by
        self.asked = asked
        self.words = words
        self.about = about
        self.mustAgree = mustAgree
        self.yes = yes
        self.no = no
        self.made = made
        self.until = until
        self.ended = ended
    }
}

extension TownConsent {
    /// What was asked in the families told by hand, by the slug of the family.
    package static func told(in family: String, today: Day) -> [TownConsent] {
        let days = TownCalendar(today: today)
        switch family {
        case "de-wit-yildiz": return deWitYildiz(days)
        case "van-leeuwen": return vanLeeuwen(days)
        default: return []
        }
    }

    private static func deWitYildiz(_ days: TownCalendar) -> [TownConsent] {
        [
            TownConsent(
                by: "marieke", .share,
                ["de naschoolse opvang", "Dat drukte Noor moe maakt, en wat dan helpt", "Rust na schooltijd"],
                about: "noor", of: ["aylin", "joost"], yes: ["aylin", "joost"], made: days.ago(60),
                until: days.ago(-120)),
            TownConsent(
                by: "marieke", .share, ["de zwemles", "Dat Noor schrikt van harde geluiden", "Veilig leren zwemmen"],
                about: "noor", of: ["aylin", "joost"], yes: ["aylin", "joost"], made: days.ago(200),
                until: days.ago(-30), ended: days.ago(90)),
            TownConsent(
                by: "sem", .share, ["zijn mentor", "Dat Sem met iemand gaat praten", "Ruimte als het even niet gaat"],
                about: "sem", of: ["sem"], yes: ["sem"], made: days.ago(30), until: days.ago(-150)),
        ]
    }

    private static func vanLeeuwen(_ days: TownCalendar) -> [TownConsent] {
        [
            TownConsent(
                by: "youssef", .help, ["een coach", "Elke week een uur samen sporten", "Bram wil weer naar buiten"],
                about: "bram", of: ["bram", "saskia", "peter"], yes: ["saskia"], made: days.ago(6),
                until: days.ago(-180)),
            TownConsent(
                by: "youssef", .help, ["de huiswerkklas", "Twee middagen per week", "Bram loopt achter op school"],
                about: "bram", of: ["bram", "saskia", "peter"], yes: ["saskia"], no: ["peter"], made: days.ago(9),
                until: days.ago(-180)),
        ]
    }
}
