// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// How far something is: a ring that fills.
///
/// It always stands beside words that say the same.
package enum Mark: Component {
    case open
    case begun
    case done
    case late
    case acute
    /// The part of the time that has passed, in hundredths.
    case part(Int)
    /// The same for what is nearly due.
    case near(Int)

    package var html: HTML {
        """
        <svg class="mark\(tone)" viewBox="0 0 24 24" aria-hidden="true">\(drawing)</svg>
        """
    }

    private var tone: HTML {
        switch self {
        case .late, .near: " mark--near"
        case .acute: " mark--acute"
        case .open, .begun, .done, .part: ""
        }
    }

    private var drawing: HTML {
        switch self {
        case .open: Self.track
        case .begun: "\(Self.track)<path class=\"mark__fill\" d=\"M12 5.5a6.5 6.5 0 0 1 0 13Z\"/>"
        case .done: "\(Self.full)<path class=\"mark__check\" d=\"m7.5 12.3 3 3 6-6.5\"/>"
        case .late, .acute: "\(Self.full)<path class=\"mark__check\" d=\"M12 6.5V13M12 16.8v.2\"/>"
        case .part(let hundredths), .near(let hundredths): "\(Self.track)\(Self.ring(hundredths))"
        }
    }

    private static let track: HTML = "<circle class=\"mark__track\" cx=\"12\" cy=\"12\" r=\"9.5\"/>"
    private static let full: HTML = "<circle class=\"mark__fill\" cx=\"12\" cy=\"12\" r=\"10.5\"/>"

    private static func ring(_ hundredths: Int) -> HTML {
        """
        <circle class="mark__part" cx="12" cy="12" r="9.5" pathLength="100" \
        stroke-dasharray="\(min(max(hundredths, 0), 100)) 100" transform="rotate(-90 12 12)"/>
        """
    }

    package static let examples: [(name: String, value: Mark)] = [
        (name: "open", value: .open),
        (name: "begun", value: .begun),
        (name: "done", value: .done),
        (name: "late", value: .late),
        (name: "acute", value: .acute),
        (name: "part", value: .part(70)),
        (name: "near", value: .near(100)),
    ]
}

/// A mark with its word.
package struct StateWord: Component {
    package let mark: Mark
    package let word: String

    package init(_ mark: Mark, _ word: String) {
        self.mark = mark
        self.word = word
    }

    package var html: HTML { "<span class=\"state\">\(mark)\(word)</span>" }

    package static let examples = [
        (name: "begun", value: StateWord(.begun, "Bezig")),
        (name: "late", value: StateWord(.late, "Te laat")),
    ]
}
