// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// What the pages with stories say.
protocol StoryWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var readerLead: String { get }
    /// Beside the door on the circle's page.
    var door: String { get }
    var own: String { get }
    func of(_ names: String) -> String
    var notBegun: String { get }
    func writeDown(for name: String) -> String
    func lastChanged(_ day: String) -> String
    var waitsForYes: String { get }
    var nothing: String { get }
    var nothingText: String { get }
    var together: String { get }
    var togetherText: String { get }
    var togetherWith: String { get }
    var togetherMissing: String { get }
    var togetherButton: String { get }
    var all: String { get }

    var ownLead: String { get }
    func tellsLead(_ name: String) -> String
    var jointLead: String { get }
    func version(_ day: String, by name: String) -> String
    func toldBy(_ child: String, writtenBy name: String) -> String
    var erased: String { get }
    var earlier: String { get }
    var versions: String { get }
    func versionLink(_ number: Int, _ day: String) -> String
    var counts: String { get }
    var files: String { get }

    var write: String { get }
    var writeFirst: String { get }
    var label: String { get }
    var hint: String { get }
    func childHint(_ name: String) -> String
    var save: String { get }
    var propose: String { get }
    var keep: String { get }
    var kept: String { get }
    var empty: String { get }
    var tooLong: String { get }
    var unprintable: String { get }
    var changedMeanwhile: String { get }
    var changedText: String { get }
    var asking: String { get }

    var proposed: String { get }
    func proposedText(_ names: String) -> String
    var youSaidYes: String { get }
    var yes: String { get }

    var confirm: String { get }
    var confirmText: String { get }
    func confirmed(_ day: String) -> String
    var confirmedText: String { get }
    var confirmations: String { get }
    var nobodyConfirmed: String { get }
    func confirmedBy(_ name: String, _ day: String) -> String

    var readers: String { get }
    var readersText: String { get }
    var nobodyReads: String { get }
    var readsCurrent: String { get }
    func readsVersion(_ number: Int) -> String
    var readsNothing: String { get }
    var letRead: String { get }
    var onlyThis: String { get }
    var stopReading: String { get }
}

extension Language {
    var stories: any StoryWords {
        switch self {
        case .nl: DutchStories()
        case .en: EnglishStories()
        }
    }
}
