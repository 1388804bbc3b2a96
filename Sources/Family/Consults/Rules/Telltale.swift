// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Kernel

/// What in a text tells of whom it is.
package enum Telltale: Hashable, Sendable {
    /// A name of somebody the writer knows, as it stands in the text.
    case name(String)
    /// The day of birth of somebody the writer knows, as it stands in the text.
    case birth(String)
    /// A number that passes the eleven test of citizen service numbers (BSN; Regeling Jeugdwet): nobody's needs to be
    /// known for it.
    case citizenNumber(String)
}

/// The names and days of birth that a writer knows from their families, to find them in what is meant to be without.
///
/// It warns, and decides nothing: *Roos* is a flower, too. What it does not find may still tell of whom it is.
package struct Telltales: Sendable {
    private let names: Set<String>
    private let births: Set<Day>
    private let takesAnyDay: Bool

    /// Too short to tell anybody by, or standing before many surnames.
    private static let usual: Set<String> = [
        "van", "von", "den", "der", "het", "ten", "ter", "aan", "bij", "uit", "voor", "onder", "over", "the",
        "and",
    ]

    /// What tells of somebody whom nobody here knows: any day may be one of birth.
    package static let ofStrangers = Telltales(names: [String](), births: [BirthDate](), takesAnyDay: true)

    package init(
        names: some Sequence<String>, births: some Sequence<BirthDate>, takesAnyDay: Bool = false
    ) {
        self.takesAnyDay = takesAnyDay
        self.names = Set(
            names.flatMap { Self.words(in: $0) }.map { Self.folded($0) }
                .filter { $0.count >= 3 && !Self.usual.contains($0) })
        self.births = Set(
            births.compactMap { birth in
                birth.day.flatMap { day in birth.month.flatMap { Day(birth.year, $0, day) } }
            })
    }

    /// What a text tells, each once, in the order of the text.
    package func found(in text: String) -> [Telltale] {
        var found: [Telltale] = []
        for telltale in namesFound(in: text) + datesFound(in: text) + Self.citizenNumbers(in: text)
        where !found.contains(telltale) {
            found.append(telltale)
        }
        return found
    }

    // MARK: Names

    private func namesFound(in text: String) -> [Telltale] {
        Self.words(in: text).filter { word in
            let folded = Self.folded(word)
            return names.contains(folded) || folded.hasSuffix("s") && names.contains(String(folded.dropLast()))
        }
        .map { .name($0) }
    }

    private static func words(in text: String) -> [String] {
        text.split(whereSeparator: { !$0.isLetter }).map(String.init)
    }

    /// Without accents and in small letters: how names are compared that people type.
    private static func folded(_ word: String) -> String {
        word.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    // MARK: Days of birth

    /// Days written in figures in either order, and with the month in words.
    private func datesFound(in text: String) -> [Telltale] {
        let figures = text.matches(of: /(\d{1,4})[-\/. ]{1,2}(\d{1,2})[-\/. ]{1,2}(\d{2,4})/).compactMap { match in
            Self.days(Int(match.1), Int(match.2), Int(match.3)).contains(where: isTelling)
                ? String(match.0) : nil
        }
        let words = text.matches(of: /(\d{1,2})\s+(\p{L}{3,10})\.?\s+(\d{4})/).compactMap { match -> String? in
            guard let month = Self.month(String(match.2)) else { return nil }
            return Self.days(Int(match.1), month, Int(match.3)).contains(where: isTelling)
                ? String(match.0) : nil
        }
        return (figures + words).map { .birth($0) }
    }

    private func isTelling(_ day: Day) -> Bool { takesAnyDay || births.contains(day) }

    /// The days that three numbers can mean: the year first, or last and perhaps in two figures.
    private static func days(_ first: Int?, _ month: Int?, _ last: Int?) -> [Day] {
        guard let first, let month, let last else { return [] }
        let years = last < 100 ? [1900 + last, 2000 + last] : [last]
        return ([Day(first, month, last)] + years.map { Day($0, month, first) }).compactMap(\.self)
    }

    /// By the first three letters, of which no two months share any in either language.
    private static func month(_ word: String) -> Int? {
        let starts = [
            ["jan"], ["feb"], ["maa", "mrt", "mar"], ["apr"], ["mei", "may"], ["jun"], ["jul"], ["aug"], ["sep"],
            ["okt", "oct"], ["nov"], ["dec"],
        ]
        let start = String(folded(word).prefix(3))
        return starts.firstIndex { $0.contains(start) }.map { $0 + 1 }
    }

    // MARK: Citizen service numbers

    private static func citizenNumbers(in text: String) -> [Telltale] {
        // Letters may stand against it, as in BSN123456782; other figures may not.
        let number = /(?:^|\D)(\d{9}|\d{3}[. -]\d{3}[. -]\d{3}|\d{4}[. -]\d{2}[. -]\d{3})(?!\d)/
        return text.matches(of: number).compactMap { match in
            let digits = match.1.compactMap(\.wholeNumberValue)
            return CitizenNumber.passes(digits) ? .citizenNumber(String(match.1)) : nil
        }
    }
}
