// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What the program says about the guide; the guide itself stands in `docs/handleiding`.
package protocol GuideWords: Sendable {
    /// The link on each page to the page of the guide that explains it.
    var help: String { get }
    var allPages: String { get }
    /// Above a page that is written in Dutch alone.
    var inDutch: String { get }
}

extension Language {
    package var guide: any GuideWords {
        switch self {
        case .nl: DutchGuide()
        case .en: EnglishGuide()
        }
    }
}

private struct DutchGuide: GuideWords {
    let help = "Hulp bij deze bladzijde"
    let allPages = "Alle uitleg"
    let inDutch = "Deze uitleg is in het Nederlands."
}

private struct EnglishGuide: GuideWords {
    let help = "Help with this page"
    let allPages = "The whole guide"
    let inDutch = "This page of the guide is in Dutch."
}
