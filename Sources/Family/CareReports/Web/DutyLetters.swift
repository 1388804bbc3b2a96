// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What a letter says that rings the phone of who is on duty: which desk, and nothing of a report.
package struct DutyLetters: Sendable {
    private let language: Language

    package init(_ language: Language = .nl) { self.language = language }

    package func subject(_ desk: String) -> PlainText? { try? .line(language.dutyLetters.subject(desk)) }

    package func text(_ desk: String, times: Int, isEscalated: Bool) -> PlainText? {
        let words = language.dutyLetters
        let lines = [words.waits(desk), times > 1 ? words.rang(times) : nil, isEscalated ? words.escalated : nil]
        return try? .paragraphs(lines.compactMap(\.self).joined(separator: "\n"))
    }
}
