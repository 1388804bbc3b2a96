// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A line with the day, between messages of different days.
package struct TalkDay: Component {
    package let day: String

    package init(_ day: String) { self.day = day }

    package var html: HTML { "<li class=\"talk__day\">\(day)</li>" }

    package static let examples = [(name: "day", value: TalkDay("Donderdag 19 november"))]
}

/// Something that happened around a conversation: somebody joined, or left.
package struct TalkEvent: Component {
    package let icon: Icon
    package let text: String

    package init(_ icon: Icon, _ text: String) {
        self.icon = icon
        self.text = text
    }

    package var html: HTML { "<li class=\"talk__event\">\(icon.html())<span>\(text)</span></li>" }

    package static let examples = [(name: "director", value: TalkEvent(.circle, "Marieke werd regisseur."))]
}

/// A conversation, oldest first, that stays up to date by itself where the browser can.
package struct Talk: Component {
    package enum Part: Hashable, Sendable {
        case day(TalkDay)
        case event(TalkEvent)
        case message(Message)
    }

    /// Where news is told, and where the list itself can be had again.
    package struct Live: Hashable, Sendable {
        package let events: Link
        package let fragment: Link
        package let page: Link

        package init(events: Link, fragment: Link, page: Link) {
            self.events = events
            self.fragment = fragment
            self.page = page
        }
    }

    package let language: Language
    package let parts: [Part]
    package let live: Live?

    package init(_ language: Language, _ parts: [Part], live: Live? = nil) {
        self.language = language
        self.parts = parts
        self.live = live
    }

    /// The list with what keeps it up to date.
    package var html: HTML {
        """
        \(list)
        \(live.map(lines))
        """
    }

    /// The list alone: what the fragment's address answers.
    package var list: HTML {
        """
        <ol class="talk" id="talk"\(attribute: "data-live", live?.events.text)\
        \(attribute: "data-fragment", live?.fragment.text)>
        \(parts, part)</ol>
        """
    }

    private func part(_ part: Part) -> HTML {
        switch part {
        case .day(let day): "\(day)\n"
        case .event(let event): "\(event)\n"
        case .message(let message): "\(message)\n"
        }
    }

    /// Said politely when a message arrives; and what to do when the line is down.
    private func lines(_ live: Live) -> HTML {
        let words = language.site
        return """
            <p class="hidden-visually" role="status" data-live-said="\(words.newMessage)"></p>
            <p class="talk__event" role="status" data-live-stopped hidden>\(Icon.attention.html())<span>\
            \(words.liveStopped) <a href="\(live.page)">\(words.reload)</a></span></p>
            """
    }

    package static let examples = [
        (
            name: "live",
            value: Talk(
                .nl,
                [
                    .day(TalkDay("Donderdag 19 november")), .message(Message.examples[0].value),
                    .message(Message.examples[1].value), .event(TalkEvent(.circle, "Marieke werd regisseur.")),
                    .message(Message.examples[2].value),
                ],
                live: Live(events: "/stream", fragment: "/talk", page: "/conversation")
            )
        )
    ]
}
