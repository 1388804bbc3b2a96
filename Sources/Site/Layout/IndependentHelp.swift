// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Whom a family can turn to that is independent of everybody who helps them: chosen by the installation.
package struct IndependentHelp: Hashable, Sendable {
    /// A name and a phone number.
    package struct Contact: Hashable, Sendable {
        package let name: String
        package let phone: String

        package init(name: String, phone: String) {
            self.name = name
            self.phone = phone
        }

        /// Reads `Jeugdstem, 088 555 10 00`; nil for anything else.
        package init?(checked text: String) {
            let parts = text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
            guard parts.count == 2, (1...80).contains(parts[0].count), (3...20).contains(parts[1].count),
                parts[1].allSatisfy({ $0.isASCII && ($0.isNumber || " +-".contains($0)) })
            else { return nil }
            self.init(name: String(parts[0]), phone: String(parts[1]))
        }
    }

    /// The confidential adviser (*vertrouwenspersoon*; Jeugdwet 2.6, 4.1.9).
    package let adviser: Contact
    /// Free support beside the family (*cliëntondersteuning*; Wmo 2.2.4); nil where only the municipality tells.
    package let support: Contact?

    package init(adviser: Contact, support: Contact? = nil) {
        self.adviser = adviser
        self.support = support
    }

    /// The confidential advisers of the whole country, and support by way of the municipality.
    package static let usual = IndependentHelp(adviser: Contact(name: "Jeugdstem", phone: "088 555 10 00"))
}
