// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Somebody of a practice who acts without an account (*gast*): bound to their name and to the practice.
package struct Guest: Hashable, Sendable {
    package let name: String
    package let function: String
    /// For whom they act (*namens*), such as an assistant for the doctor; empty for themself.
    package let behalf: String

    package init(name: String, function: String, behalf: String = "") {
        (self.name, self.function, self.behalf) = (name, function, behalf)
    }

    /// As one text, to be sealed.
    package var text: String { FieldText.joined(["1", name, function, behalf]) }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(name: fields[1], function: fields[2], behalf: fields[3])
    }

    /// How long somebody who showed the code acts before it is asked again.
    package static let visit = Duration.hours(1)
    /// How long a link in a mail opens what it is about.
    package static let link = Duration.days(14)
}
