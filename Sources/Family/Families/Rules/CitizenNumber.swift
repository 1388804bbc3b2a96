// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A citizen service number (BSN): for those alone who must use it by law (Jeugdwet 7.2.1), and on nobody's screen.
package struct CitizenNumber: Hashable, Sendable {
    package let digits: String

    /// nil for what fails the test.
    package init?(_ text: String) {
        let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard digits.count == text.count, Self.passes(digits) else { return nil }
        self.digits = text
    }

    /// The eleven test: 9, 8, … 2 times the first eight figures less the ninth is a multiple of eleven.
    static func passes(_ digits: [Int]) -> Bool {
        guard digits.count == 9, digits.contains(where: { $0 != 0 }) else { return false }
        let sum = zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0
    }
}
