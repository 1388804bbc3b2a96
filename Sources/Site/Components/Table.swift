// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Rows and columns; the first column names the row.
///
/// On a phone the rows can become a list.
package struct Table: Component {
    package struct Column: Hashable, Sendable {
        package let title: String
        package let isNumber: Bool
        /// Buttons that say themselves what they do, without the title where rows are a list.
        package let isActs: Bool

        package init(_ title: String, isNumber: Bool = false, isActs: Bool = false) {
            self.title = title
            self.isNumber = isNumber
            self.isActs = isActs
        }
    }

    package let caption: String
    package let columns: [Column]
    package let rows: [[HTML]]
    package let isStacked: Bool
    /// Many columns: smaller letters.
    package let isDense: Bool
    /// A heading above says the caption already, so it is for screen readers alone.
    package let isSaid: Bool

    package init(
        _ caption: String, _ columns: [Column], _ rows: [[HTML]], isStacked: Bool = false, isDense: Bool = false,
        isSaid: Bool = false
    ) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.isStacked = isStacked
        self.isDense = isDense
        self.isSaid = isSaid || isDense
    }

    package var html: HTML {
        guard !isStacked else { return table }
        return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">\(table)</div>"
    }

    private var table: HTML {
        """
        <table class="table\(if: isStacked, " table--stack")\(if: isDense, " table--dense")\(if: isSaid, " table--said")"><caption>\(caption)</caption>
        <thead><tr>\(columns, { "<th scope=\"col\"\(number($0))>\($0.title)</th>" })</tr></thead>
        <tbody>
        \(rows, { "<tr>\(zip(columns, $0).enumerated(), cell)</tr>\n" })</tbody></table>
        """
    }

    private func cell(_ place: Int, _ cell: (column: Column, content: HTML)) -> HTML {
        guard place > 0 else { return "<th scope=\"row\">\(cell.content)</th>" }
        let label = isStacked && !cell.column.isActs ? cell.column.title : nil
        return "<td\(number(cell.column))\(attribute: "data-label", label)>\(cell.content)</td>"
    }

    private func number(_ column: Column) -> HTML { column.isNumber ? " class=\"number\"" : "" }

    package static let examples = [
        (
            name: "numbers",
            value: Table(
                "Wachttijd in weken", [Column("Hulp"), Column("Nu", isNumber: true)],
                [["Gesprekken", "5"], ["Logeren", "14"]]
            )
        ),
        (
            name: "stacked",
            value: Table(
                "Acties bij doel 1", [Column("Wat"), Column("Wie"), Column("Stand")],
                [["Koptelefoon in de klas", "Sanne (school)", "\(StateWord(.done, "Klaar"))"]], isStacked: true
            )
        ),
    ]
}
