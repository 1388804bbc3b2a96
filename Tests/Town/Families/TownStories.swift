// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What the people of the town told in their own words.
enum TownStories {
    static func deWitYildiz(_ days: TownCalendar) -> [TownStory] {
        [
            TownStory(
                ["aylin"],
                [
                    days.tells("aylin", 40, "Ik ben de moeder van Sem en Noor. Het is veel, sinds Joost weg is."),
                    days.tells(
                        "aylin", 12,
                        """
                        Ik ben de moeder van Sem en Noor. Sinds de zomer wonen we in twee huizen.

                        Vraag mij niet waarom we uit elkaar gingen. Vraag liever wat er deze week lukte. \
                        's Ochtends kan ik niet bellen, dan werk ik.
                        """),
                ]),
            TownStory(
                ["noor"],
                [
                    TownStoryVersion(
                        "aylin", at: Moment(days.workday(ago: 9), hour: 19), isWrittenDown: true, yeses: ["noor"],
                        """
                        Ik ben Noor en ik ben acht. Ik vind het te hard in de klas. Met mijn koptelefoon gaat het beter.

                        Als ik stil word, wil ik niet dat iemand vraagt wat er is. Ik wil dat iemand naast me komt zitten.
                        """)
                ]),
            TownStory(
                ["sem"],
                [
                    days.tells(
                        "sem", 7,
                        "Ik praat pas als ik iemand ken. Liever wandelen dan aan een tafel. Niet over papa beginnen.")
                ]),
        ]
    }

    /// Debby and Winston tell one together: he has not said yes to the new version yet.
    static func jansen(_ days: TownCalendar) -> [TownStory] {
        [
            TownStory(
                ["debby", "winston"],
                [
                    TownStoryVersion(
                        "debby", at: Moment(days.workday(ago: 30), hour: 21), yeses: ["debby", "winston"],
                        "Wij zorgen samen voor Quinten en Isa. Isa woont door de week bij Ria."),
                    TownStoryVersion(
                        "debby", at: Moment(days.workday(ago: 3), hour: 21), yeses: ["debby"],
                        """
                        Wij zorgen samen voor Quinten en Isa. Isa woont door de week bij Ria, en dat gaat goed.

                        We willen graag horen hoe haar week was voordat ze thuiskomt.
                        """),
                ])
        ]
    }
}
