// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A page of the guide as it is read here.
package struct GuidePage: Hashable, Sendable {
    package let language: Language
    package let topic: GuideTopic
    private let text: GuideText
    /// The language that the page is written in.
    private let written: Language

    /// - Returns: nil where that page is not written.
    package init?(_ topic: GuideTopic, in language: Language) {
        let first = language == .nl ? nil : GuideBook.pages["\(topic.rawValue).\(language.rawValue)"]
        guard let text = first ?? GuideBook.pages[topic.rawValue] else { return nil }
        self.language = language
        self.topic = topic
        self.text = text
        written = first == nil ? .nl : language
    }

    package var title: String { text.title }

    package var html: HTML {
        let isForeign = written != language
        return """
            \(if: isForeign, Notice(.about, language.guide.inDutch).html)
            <div class="guide"\(attribute: "lang", isForeign ? written.rawValue : nil)>
            \(head)
            \(text.blocks.dropFirst(lead == nil ? 0 : 1), block)
            </div>
            """
    }

    private var head: HTML {
        let above = topic == .index ? nil : More(.help, written.guide.allPages)
        return PageHead(title, lead: lead, above: above).html
    }

    /// The first paragraph, where it is nothing but text.
    private var lead: String? {
        guard case .paragraph(let pieces) = text.blocks.first, case .plain(let lead) = pieces.first, pieces.count == 1
        else { return nil }
        return lead
    }

    private func block(_ block: GuideText.Block) -> HTML {
        switch block {
        case .heading(let title): "<h2>\(title)</h2>\n"
        case .paragraph(let pieces): "<p>\(pieces, piece)</p>\n"
        case .list(let items, isNumbered: true): "<ol>\n\(items, item)</ol>\n"
        case .list(let items, isNumbered: false): "<ul>\n\(items, item)</ul>\n"
        case .picture(let name, let shows): "\(GuidePicture.all.first { $0.name == name }.map { picture($0, shows) })"
        }
    }

    private func picture(_ picture: GuidePicture, _ shows: String) -> HTML {
        """
        <p class="guide__picture"><img src="\(picture.link)" alt="\(shows)" width="\(picture.width)" \
        height="\(picture.height)" loading="lazy"></p>

        """
    }

    private func item(_ pieces: [GuideText.Piece]) -> HTML { "<li>\(pieces, piece)</li>\n" }

    private func piece(_ piece: GuideText.Piece) -> HTML {
        switch piece {
        case .plain(let text): "\(text)"
        case .strong(let text): "<strong>\(text)</strong>"
        case .link(let text, let link): "<a href=\"\(link)\">\(text)</a>"
        }
    }
}

/// All pages of the guide, read once.
enum GuideBook {
    static let pages = Dictionary(
        GuideFiles.all.map { ($0.name, GuideText($0.text.description)) }, uniquingKeysWith: { first, _ in first })
}
