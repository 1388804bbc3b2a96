// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

/// What stands at the head of each message of the StUF standard.
enum StufHead {
    /// What this system calls itself.
    static let application = "Rondom"

    static func party(_ name: String, _ party: ReportMessage.Party) -> WrittenElement {
        WrittenElement(
            "StUF:" + name,
            [
                WrittenElement("StUF:organisatie", cut(party.organisation, 200)),
                WrittenElement("StUF:applicatie", cut(party.application, 50)),
            ])
    }

    /// By the clock on the wall, without seconds: nobody needs them.
    static func time(_ moment: Moment) -> String {
        let (day, hour, minute) = moment.local
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return day.iso.filter { $0 != "-" } + two(hour) + two(minute)
    }

    /// The standard counts letters.
    static func cut(_ text: String, _ most: Int) -> String {
        text.unicodeScalars.count <= most
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
    }
}
