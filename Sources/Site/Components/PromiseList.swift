// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What somebody owes somebody by a moment, on one row.
package struct PromiseRow: Component {
    package enum Urgency: Hashable, Sendable { case calm, near, acute }

    package let mark: Mark
    package let due: String
    package let urgency: Urgency
    /// Who does it, when that begins the sentence: "Marieke" belt je.
    package let owner: String?
    package let what: String
    package let link: Link?
    /// About whom, for whom, and what if it fails.
    package let note: String?
    package let tag: Tag?
    package let action: Button?
    /// What settles it there and then, instead of a page that does.
    package let act: ActForm?
    /// By which it is known again on a list that stays up to date.
    package let id: String?

    package init(
        _ mark: Mark, due: String, _ urgency: Urgency = .calm, owner: String? = nil, what: String, link: Link? = nil,
        note: String? = nil, tag: Tag? = nil, action: Button? = nil, act: ActForm? = nil, id: String? = nil
    ) {
        self.mark = mark
        self.due = due
        self.urgency = urgency
        self.owner = owner
        self.what = what
        self.link = link
        self.note = note
        self.tag = tag
        self.action = action
        self.act = act
        self.id = id
    }

    /// As a family reads it: when first, then who does what.
    package var html: HTML {
        """
        <li class="promise">
        <span class="promise__mark">\(mark)</span>
        <div><p class="promise__due promise__due--over\(dueTone)">\(due)</p>\(whatLine)\(noteLine)</div>\(actionBlock)
        </li>
        """
    }

    /// As a professional reads it among many: what first, when and the one action at the end of the row.
    package var row: HTML {
        """
        <li class="promise promise--row\(if: urgency == .acute, " promise--acute")"\(attribute: "id", id)>
        <span class="promise__mark">\(mark)</span>
        <div>\(whatLine)\(noteLine)</div>
        <p class="promise__due\(dueTone)">\(due)</p>\(actionBlock)
        </li>
        """
    }

    private var whatLine: HTML {
        let text: HTML = "\(owner.map { "<strong>\($0)</strong> " as HTML })\(what)"
        guard let link else { return "<p class=\"promise__what\">\(text)</p>" }
        return "<p class=\"promise__what\"><a href=\"\(link)\">\(text)</a></p>"
    }

    private var noteLine: HTML? {
        guard note != nil || tag != nil else { return nil }
        return "<p class=\"promise__who\">\(tag)\(if: tag != nil && note != nil, " ")\(note ?? "")</p>"
    }

    private var actionBlock: HTML? {
        guard action != nil || act != nil else { return nil }
        return "\n<div class=\"promise__act\">\(action)\(act)</div>"
    }

    private var dueTone: HTML {
        switch urgency {
        case .calm: ""
        case .near: " promise__due--near"
        case .acute: " promise__due--acute"
        }
    }

    package static let examples = [
        (
            name: "for a family",
            value: PromiseRow(
                .part(88), due: "Morgen, dinsdag 24 november", owner: "Marieke", what: "belt je",
                note: "Over Noors nieuwe dagritme op school."
            )
        ),
        (
            name: "late",
            value: PromiseRow(
                .late, due: "Was maandag 16 november", .near, owner: "Het Anker",
                what: "laat weten wanneer Sem kan beginnen",
                note: "Marieke vraagt na waarom het niet lukte."
            )
        ),
    ]
}

/// What is owed, most urgent first: the one list of the product.
package struct PromiseList: Component {
    package let promises: [PromiseRow]
    package let isForWork: Bool

    package init(_ promises: [PromiseRow], isForWork: Bool = false) {
        self.promises = promises
        self.isForWork = isForWork
    }

    package var html: HTML {
        """
        <ol class="promises">
        \(promises, { isForWork ? "\($0.row)\n" : "\($0)\n" })</ol>
        """
    }

    package static let examples = [
        (name: "for a family", value: PromiseList(PromiseRow.examples.map(\.value))),
        (
            name: "for work",
            value: PromiseList(
                [
                    PromiseRow(
                        .acute, due: "Wacht 40 minuten", .acute, what: "Zorgmelding beoordelen", link: "#",
                        note: "Gezin Van Dijk. Gemeld door de politie.", tag: Tag("Acuut", .acute),
                        action: Button("Beoordelen", .link("#"), about: "gezin Van Dijk", isSmall: true)
                    ),
                    PromiseRow(
                        .near(100), due: "Vóór 10.00 uur", .near, what: "Terugbellen: moeder vraagt hulp voor vanavond",
                        link: "#", note: "Gezin El Idrissi. Bericht van zondag 21.14 uur.",
                        action: Button("Antwoorden", .link("#"), .soft, about: "gezin El Idrissi", isSmall: true)
                    ),
                    PromiseRow(
                        .part(50), due: "Donderdag 26 november", what: "Plan vaststellen", link: "#",
                        note: "Gezin Osei. De zes weken zijn donderdag om.",
                        action: Button("Naar het plan", .link("#"), .soft, about: "gezin Osei", isSmall: true)
                    ),
                ],
                isForWork: true
            )
        ),
    ]
}
