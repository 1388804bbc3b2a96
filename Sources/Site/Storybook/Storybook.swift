// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

/// All components in all their states on one page, at `/storybook` in the demo.
package struct Storybook: Sendable {
    /// A component's examples, printed.
    package struct Story: Hashable, Sendable {
        package let component: String
        package let examples: [Example]
    }

    package struct Example: Hashable, Sendable {
        package let name: String
        package let html: HTML
    }

    private static let components: [any Component.Type] = [
        PageHead.self, Section.self, Button.self, Actions.self, More.self, ActForm.self, Disc.self, Discs.self,
        Tag.self,
        Mark.self, StateWord.self, PromiseRow.self, PromiseList.self, PersonCard.self, PersonGroup.self,
        CirclePicture.self,
        Paragraphs.self, Voice.self, Field.self, FileField.self, FileLink.self, Choices.self, ErrorSummary.self,
        Notice.self, Empty.self, Card.self,
        Entry.self, Entries.self, Pager.self, Message.self, TalkDay.self, TalkEvent.self, Talk.self, Readers.self,
        Composer.self, Unreached.self, LookedRow.self, LookedSaid.self, LookedDay.self, Table.self, Facts.self,
        Details.self,
        Steps.self, QRCode.self, HelpPicture.self, Filters.self, ScoreRing.self,
    ]

    package static var stories: [Story] { components.map(story) }

    package init() {}

    package func addRoutes(to router: some RouterMethods<some RequestContext>) {
        router.get("storybook") { request, _ in Response.page(Self.page(request.language)) }
    }

    /// The page; rows that belong in a list stand in one here.
    package static func page(_ language: Language) -> HTML {
        var frame = Frame(language, title: "Storybook")
        frame.path = "/storybook"
        frame.isDemo = true
        return Layout(frame, "\(PageHead("Storybook"))\n\(icons)\n\(stories, section)").html
    }

    private static func story(_ type: any Component.Type) -> Story {
        func examples<Part: Component>(_ type: Part.Type) -> [Example] {
            type.examples.map { Example(name: $0.name, html: $0.value.html) }
        }
        return Story(component: "\(type)", examples: examples(type))
    }

    private static var icons: HTML {
        Section("icons", "Icon", "<p class=\"actions\">\(Icon.allCases, { "\($0.html())" })</p>").html
    }

    private static func section(_ story: Story) -> HTML {
        "\(Section("story-\(story.component)", story.component, "\(story.examples, example)"))\n"
    }

    private static func example(_ example: Example) -> HTML {
        let isRow = example.html.bytes.starts(with: "<li".utf8)
        return """
            <h3 class="soft small">\(example.name)</h3>
            \(if: isRow, "<ul class=\"flow\">\(example.html)</ul>", else: example.html)

            """
    }
}
