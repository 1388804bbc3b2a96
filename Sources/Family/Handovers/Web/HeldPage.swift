// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// All families of a helper who leaves: what they hold in each, and who could go on with it.
struct HeldPage: Equatable {
    struct Row: Equatable {
        let name: String
        let link: Link
        let holds: [String]
        let underWay: Link?
        let more: Link
        let asks: [Ask]

        static func == (one: Self, other: Self) -> Bool {
            one.name == other.name && one.holds == other.holds && one.underWay == other.underWay
        }
    }

    /// To ask one colleague, in one press.
    struct Ask {
        let name: String
        let fields: [(name: String, value: String)]
        let action: Link
        let page: Link
        let form: FormID
    }

    /// How many who could take it are shown; all others stand on the page of the handover.
    static let shown = 3

    let language: Language
    let rows: [Row]
    let token: String

    /// - Parameter held: names are sorted here, where they are open.
    init(
        _ held: [HeldInFamily], review: Day, token: String, language: Language, form: () -> FormID
    ) {
        (self.language, self.token) = (language, token)
        rows = held.sorted { ($0.name ?? "", $0.family) < ($1.name ?? "", $1.family) }
            .map { Row($0, review: review, language: language, form: form) }
    }

    private var words: any HeldWords { language.held }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.families, language.families.title)))
        \(if: rows.isEmpty, Empty(words.nothing, words.nothingText).html)
        \(if: !rows.isEmpty, Section("families", language.families.title, "<div class=\"flow\">\n\(rows, card)</div>").html)
        """
    }

    private func card(_ row: Row) -> HTML {
        let asked: HTML =
            if let underWay = row.underWay {
                "<p>\(More(underWay, words.underWay))</p>"
            } else if row.asks.isEmpty {
                "<p>\(words.nobody)</p>\n<p>\(More(row.link, words.toCircle))</p>"
            } else {
                "\(row.asks, ask)<p>\(More(row.more, words.more))</p>"
            }
        return """
            \(Card(row.name, "<ul>\n\(row.holds, { "<li>\($0)</li>\n" })</ul>\n\(asked)"))

            """
    }

    private func ask(_ ask: Ask) -> HTML {
        let fields: HTML =
            "\(ask.fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })"
        return """
            \(FamilyForm(
                action: ask.action, page: ask.page, token: token, form: ask.form, content: fields,
                buttons: [Button(words.ask(ask.name), .submit(), .quiet)]).html)

            """
    }
}

extension HeldPage.Row {
    init(_ held: HeldInFamily, review: Day, language: Language, form: () -> FormID) {
        let words = language.held
        let names = CircleNames(circle: held.circle, reading: held.reading, language: language)
        let way: HandoverWay = held.direction == nil ? .help : .give
        name = held.name.map(language.families.family) ?? language.families.erased
        link = .circle(held.family)
        holds =
            [
                held.direction.map { language.direction.kind($0.kind) }.map(words.direction),
                held.isCalledFirst ? words.contact : nil, words.help,
            ].compactMap(\.self) + (held.promises == 0 ? [] : [words.promises(held.promises)])
        underWay = held.underWay.map { .handover(held.family, $0.handover.id) }
        more = .newHandover(held.family, way)
        asks = held.next.prefix(HeldPage.shown).map { account in
            let direction =
                held.direction.map { [("kind", $0.kind.rawValue), ("review", review.iso), ("leaves", "yes")] } ?? []
            return HeldPage.Ask(
                name: names.name(account),
                fields: [("way", way.rawValue), ("to", account.text), ("reason", words.reason)] + direction,
                action: .handovers(held.family), page: .newHandover(held.family, way), form: form())
        }
    }
}
