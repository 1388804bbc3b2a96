// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// How each kind of part looks, in points.
struct PaperStyle {
    let size: Double
    let isBold: Bool
    /// From black, 0, to white, 1.
    let grey: Double
    let above: Double
    /// What a screen reader hears it as (ISO 32000-1, 14.8.4).
    let tag: String
    /// Room that must be left under it on the page, so that what it heads stands with it.
    let keptWith: Double

    static let title = PaperStyle(size: 20, isBold: true, grey: 0.1, above: 0, tag: "H1", keptWith: 60)
    static let heading = PaperStyle(size: 11, isBold: true, grey: 0.1, above: 14, tag: "H2", keptWith: 34)
    static let chapter = PaperStyle(size: 15, isBold: true, grey: 0.1, above: 22, tag: "H2", keptWith: 70)
    static let entry = PaperStyle(size: 11, isBold: true, grey: 0.1, above: 12, tag: "H3", keptWith: 34)
    static let note = PaperStyle(size: 9.5, isBold: false, grey: 0.3, above: 3, tag: "P", keptWith: 0)
    static let paragraph = PaperStyle(size: 11, isBold: false, grey: 0.1, above: 3, tag: "P", keptWith: 0)
    /// At the foot of each page; not part of what is read.
    static let foot = PaperStyle(size: 9, isBold: false, grey: 0.3, above: 0, tag: "", keptWith: 0)
}

extension PaperDocument.Part {
    var style: PaperStyle {
        switch self {
        case .title: .title
        case .heading: .heading
        case .chapter: .chapter
        case .entry: .entry
        case .note: .note
        case .paragraph: .paragraph
        }
    }
}

/// A sheet of paper, in points: 72 to an inch.
enum Sheet {
    /// A4 (ISO 216).
    static let (width, height) = (595.28, 841.89)
    static let margin = 62.0
    static let (top, bottom) = (margin, height - margin)
    static let foot = height - 40
    static let measure = width - 2 * margin
}
