// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Where something stands on its way.
package struct Steps: Component {
    package enum Place: Hashable, Sendable { case done, current, later }

    package struct Step: Hashable, Sendable {
        package let title: String
        package let place: Place

        package init(_ title: String, _ place: Place) {
            self.title = title
            self.place = place
        }
    }

    package let language: Language
    package let steps: [Step]

    package init(_ language: Language, _ steps: [Step]) {
        self.language = language
        self.steps = steps
    }

    package var html: HTML {
        """
        <ol class="steps">
        \(steps, step)</ol>
        """
    }

    private func step(_ step: Step) -> HTML {
        switch step.place {
        case .done:
            """
            <li class="steps__item">\(Mark.done)<span>\(step.title)<span class="hidden-visually">, \
            \(language.site.done)</span></span></li>

            """
        case .current:
            "<li class=\"steps__item\" aria-current=\"step\">\(Mark.begun)<span>\(step.title)</span></li>\n"
        case .later:
            "<li class=\"steps__item steps__item--later\">\(Mark.open)<span>\(step.title)</span></li>\n"
        }
    }

    package static let examples = [
        (
            name: "three",
            value: Steps(
                .nl,
                [Step("Verstuurd", .done), Step("Het Anker leest je vraag", .current), Step("Eerste gesprek", .later)]
            )
        )
    ]
}
