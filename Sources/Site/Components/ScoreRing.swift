// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A score from 1 to 10 as a ring, with what it says in words beside it.
package struct ScoreRing: Component {
    package let score: Double
    /// The score as it is written in the reader's language.
    package let shown: String
    package let title: String
    /// Who gave it, and when.
    package let given: String

    package init(_ score: Double, shown: String, _ title: String, given: String) {
        self.score = score
        self.shown = shown
        self.title = title
        self.given = given
    }

    package var html: HTML {
        """
        <div class="score__item"><svg class="score__ring" viewBox="0 0 60 60" aria-hidden="true">\
        <circle class="score__track" cx="30" cy="30" r="25"/><circle class="score__part" cx="30" cy="30" r="25" \
        pathLength="100" stroke-dasharray="\(Int(score * 10)) 100" transform="rotate(-90 30 30)"/>\
        <text x="30" y="36">\(shown)</text></svg><p><strong>\(title)</strong><br>\
        <span class="soft small">\(given)</span></p></div>
        """
    }

    package static let examples = [
        (
            name: "first",
            value: ScoreRing(6, shown: "6", "Nu een 6.", given: "Dit cijfer gaven zij op 9 november: Aylin en Noor.")
        ),
        (
            name: "better than before, with a decimal",
            value: ScoreRing(
                7.5, shown: "7,5", "Nu een 7,5, was een 5.", given: "Dit cijfer gaven zij op 23 november: Marieke.")
        ),
    ]
}
