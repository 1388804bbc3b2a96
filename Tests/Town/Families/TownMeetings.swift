// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// When people of the town sit together around a family.
enum TownMeetings {
    static func deWitYildiz(_ days: TownCalendar) -> [TownMeeting] {
        let before = days.workday(ago: 30)
        return [
            TownMeeting(
                by: "sanne", about: ["noor"], "Rust in de klas", place: "Basisschool De Schakel, kamer 2",
                made: Moment(days.workday(ago: 36), hour: 14), starts: Moment(before, hour: 15, minute: 15),
                invited: ["aylin": .can, "joost": .can, "marieke": .can, "tom": .cannot],
                minutes: TownMeeting.Minutes(
                    by: "sanne", at: Moment(before, hour: 16, minute: 40),
                    came: ["sanne", "aylin", "joost", "marieke"],
                    """
                    Noor vindt het druk in de kring. Onder de tafel wordt ze rustig, en dat mag.

                    We proberen een koptelefoon in de klas. Sanne legt er een klaar.
                    """)),
            TownMeeting(
                by: "marieke", about: ["noor"], "Hoe gaat het met Noor?", place: "Basisschool De Schakel, kamer 2",
                made: Moment(days.workday(ago: 3), hour: 11),
                starts: Moment(WorkingDays.after(days.today, 7), hour: 15, minute: 30),
                invited: ["aylin": .can, "joost": .ifNeeded, "sanne": .can, "truus": .can, "tom": .cannot]),
        ]
    }
}
