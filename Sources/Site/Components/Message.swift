// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What somebody wrote in a conversation.
///
/// One's own lies on a warm field, on the other side.
package struct Message: Component {
    package enum Kind: Hashable, Sendable {
        case other
        case own
        /// Taken back by its writer; only that it was there remains.
        case withdrawn
    }

    package let kind: Kind
    /// The part of the page's address that leads here.
    package let anchor: String
    package let disc: Disc
    package let from: String
    /// What part the writer has: "vader", "school".
    package let role: String?
    package let at: String
    package let text: String
    /// Who read it, in a sentence.
    package let read: String?
    /// Something to do with it, such as taking it back.
    package let act: ActForm?
    package let files: [FileLink]
    /// Where something about it can be done that asks for more, such as telling that it is not right.
    package let more: [More]

    package init(
        _ kind: Kind, anchor: String, disc: Disc, from: String, role: String? = nil, at: String, text: String,
        read: String? = nil, act: ActForm? = nil, files: [FileLink] = [], more: [More] = []
    ) {
        self.kind = kind
        self.anchor = anchor
        self.disc = disc
        self.from = from
        self.role = role
        self.at = at
        self.text = text
        self.read = read
        self.act = act
        self.files = files
        self.more = more
    }

    package var html: HTML {
        """
        <li class="message\(kindClass)" id="\(anchor)">
        \(if: kind != .own, disc.html)
        <article class="message__box"><h3 class="message__from"><strong>\(from)</strong>\(role.map { ", \($0)" as HTML }), \
        \(at)</h3>
        \(if: kind == .withdrawn, "<p class=\"soft\">\(text)</p>", else: Paragraphs(text).html)\(files)</article>
        \(if: read != nil || act != nil || !more.isEmpty, foot)
        </li>
        """
    }

    private var foot: HTML {
        """
        <div class="message__read">\(read.map { "\(Icon.eye.html())<span>\($0)</span>" as HTML })\(act)\(more)</div>
        """
    }

    private var kindClass: HTML {
        switch kind {
        case .other: ""
        case .own: " message--own"
        case .withdrawn: " message--withdrawn"
        }
    }

    package static let examples = [
        (
            name: "other",
            value: Message(
                .other, anchor: "m1", disc: Disc("SK", .professional), from: "Sanne Kuipers", role: "school",
                at: "11.20 uur", text: "Hoi Aylin en Joost.\n\nNoor had vandaag een fijne ochtend."
            )
        ),
        (
            name: "own",
            value: Message(
                .own, anchor: "m2", disc: Disc("AY", .family), from: "Jij", at: "12.05 uur",
                text: "Dankjewel. Thuis helpt buiten zijn ook.", read: "Gelezen door Sanne. Nog niet door Marieke.",
                act: ActForm("#", token: "dG9rZW4=", title: "Trek in", about: "bericht van 12.05 uur")
            )
        ),
        (
            name: "withdrawn",
            value: Message(
                .withdrawn, anchor: "m3", disc: Disc("JW", .family), from: "Joost", role: "vader", at: "8.31 uur",
                text: "Joost heeft dit bericht ingetrokken. Sanne had het al gelezen."
            )
        ),
        (
            name: "with a link, a file and more to do",
            value: Message(
                .other, anchor: "m4", disc: Disc("SK", .professional), from: "Sanne Kuipers", role: "school",
                at: "13.02 uur", text: "Kijk op https://www.voorbeeld.example/noor, daar staat het.",
                files: [FileLink.examples[0].value],
                more: [More("#", "Dit is niet oké"), More("#", "Kopie", about: "bericht van 13.02 uur")]
            )
        ),
    ]
}
