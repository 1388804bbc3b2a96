// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// The access log of all dossiers, for the privacy officer.
struct AccessLogPage: Equatable {
    let language: Language
    let lines: [LogLine]
    let older: Link?
    let newest: Link?

    static let size = 50

    init(_ lines: [LogLine], isLatest: Bool, language: Language) {
        self.language = language
        self.lines = lines
        older =
            lines.count == Self.size
            ? lines.last.map { Link.accessLog.with(query: ["before": LogPlace(behind: $0).text]) } : nil
        newest = isLatest ? nil : .accessLog
    }

    private var words: any AccessWords { language.access }

    var html: HTML {
        """
        \(PageHead(words.fullTitle, lead: words.fullLead, actions: [
            Button(words.newest, .link(.accessLog), icon: .eye), Button(words.takeAlong, .print, .quiet, icon: .print),
        ]))
        \(Section("log", words.caption, isTitleHidden: true, table.html))
        \(Pager(language, newer: newest, older: older))
        """
    }

    private var table: Table {
        Table(
            words.caption,
            [
                words.when, words.who, words.role, words.action, words.dossier, words.ground, words.outcome, words.from,
            ].map { Table.Column($0) }, lines.map(row), isStacked: true, isDense: true)
    }

    private func row(_ line: LogLine) -> [HTML] {
        let record = line.record
        let when: HTML =
            "\(language.dateInside(record.at.day)), <span class=\"nowrap\">\(language.clock(record.at))</span>"
        let rest = [
            line.who ?? words.erasedAccount,
            [words.role(record.role), line.organisation].compactMap(\.self).joined(separator: ", "),
            words.action(record.action, record.item.kind),
            line.family.map { String($0.text.suffix(8)) } ?? words.noDossier, words.ground(record.ground),
            words.outcome(record.outcome), record.from,
        ]
        return [when] + rest.map { "\($0)" }
    }
}
