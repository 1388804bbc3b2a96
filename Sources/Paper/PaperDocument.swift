// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What stands on paper, in order: headings, paragraphs, small lines.
///
/// Where each lands, and on which page, is for the ``PaperPress`` to say. Title, language and moment stand in the
/// file besides; nothing else does.
package struct PaperDocument: Hashable, Sendable {
    /// Words in a row: plain, or an address of the web to follow.
    package enum Run: Hashable, Sendable {
        case text(String)
        /// What is read, and where it leads: an address in printable ASCII.
        case link(String, to: String)
    }

    package enum Part: Hashable, Sendable {
        /// Once, on top.
        case title(String)
        /// Stays on one page with what comes behind it.
        case heading(String)
        /// Stands above several headings; used with ``entry(_:)`` instead of ``heading(_:)``.
        case chapter(String)
        /// A heading within a chapter.
        case entry(String)
        /// A small line, such as who made it and when.
        case note(String)
        case paragraph([Run])
    }

    package let title: String
    /// As BCP 47 writes it: `nl`, `en`.
    package let language: String
    package let made: Moment
    package let parts: [Part]
    /// What is said at the end, before a list of letters that could only be drawn as a box with their number.
    package let undrawn: String

    package init(title: String, language: String, made: Moment, undrawn: String, _ parts: [Part]) {
        self.title = title
        self.language = language
        self.made = made
        self.undrawn = undrawn
        self.parts = parts
    }

    /// How many bytes of text it holds, by which it is told beforehand whether it is too long to print.
    package var size: Int { parts.reduce(0) { $0 + $1.text.utf8.count } }
}

extension PaperDocument.Part {
    var runs: [PaperDocument.Run] {
        switch self {
        case .title(let text), .heading(let text), .chapter(let text), .entry(let text), .note(let text): [.text(text)]
        case .paragraph(let runs): runs
        }
    }

    /// All that is read, without where it leads.
    package var text: String { runs.map(\.text).joined() }
}

extension PaperDocument.Run {
    var text: String {
        switch self {
        case .text(let text), .link(let text, _): text
        }
    }
}
