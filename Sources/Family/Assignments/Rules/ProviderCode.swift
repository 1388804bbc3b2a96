// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The code of a provider in the messages of care (AGB): eight figures.
package struct ProviderCode: Hashable, Sendable {
    package let text: String

    /// nil for anything but eight figures, with or without spaces and dashes between them.
    package init?(_ typed: String) {
        let figures = typed.filter { !$0.isWhitespace && $0 != "-" }
        guard figures.count == 8, figures.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        text = figures
    }
}
