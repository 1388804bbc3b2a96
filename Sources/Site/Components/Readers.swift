// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Who can read this: said before anybody writes.
package struct Readers: Component {
    package let language: Language
    package let discs: [Disc]
    /// The readers by part: "Aylin en Joost", "ouders".
    package let lines: [Line]
    /// Who in the circle can't read it, in a sentence.
    package let cannot: String?

    package struct Line: Hashable, Sendable {
        package let names: String
        package let part: String

        package init(_ names: String, _ part: String) {
            self.names = names
            self.part = part
        }
    }

    /// The readers; the discs show everybody, the reader of the page too.
    package init(_ language: Language, _ discs: [Disc], _ lines: [Line], cannot: String? = nil) {
        self.language = language
        self.discs = discs
        self.lines = lines
        self.cannot = cannot
    }

    package var html: HTML {
        """
        <details class="readers">
        <summary class="readers__summary">\(Discs(discs.prefix(8).map(\.small)))<span class="readers__more">\
        \(language.site.readers(discs.count))</span></summary>
        <div class="readers__list"><ul class="flow">
        \(lines, { "<li><strong>\($0.names)</strong>, \($0.part)</li>\n" })</ul>
        \(cannot.map { "<p class=\"soft small\">\($0)</p>\n" as HTML })</div>
        </details>
        """
    }

    package static let examples = [
        (
            name: "four",
            value: Readers(
                .nl,
                [Disc("AY", .family), Disc("JW", .family), Disc("SK", .professional), Disc("MP", .professional)],
                [
                    Line("Aylin en Joost", "ouders"), Line("Sanne Kuipers", "basisschool De Schakel"),
                    Line("Marieke Postma", "gebiedsteam"),
                ],
                cannot: "Sem, oma Truus en de huisarts kunnen dit niet lezen."
            )
        )
    ]
}
