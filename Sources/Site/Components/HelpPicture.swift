// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Who helped when, as bars along the years, with the time in which nobody did.
///
/// It says nothing that the list beside it does not say.
package struct HelpPicture: Component {
    /// The time of one helper.
    package struct Lane: Hashable, Sendable {
        package let name: String
        package let isNear: Bool
        package let period: Period

        package init(_ name: String, isNear: Bool = false, _ period: Period) {
            self.name = name
            self.isNear = isNear
            self.period = period
        }
    }

    package let language: Language
    /// What there is to see in one sentence.
    package let label: String
    package let lanes: [Lane]
    package let gaps: [Period]
    package let from: Day
    package let today: Day

    package init(_ language: Language, label: String, lanes: [Lane], gaps: [Period], from: Day, today: Day) {
        self.language = language
        self.label = label
        self.lanes = lanes
        self.gaps = gaps
        self.from = from
        self.today = today
    }

    private static let width = 360
    private static let step = 36

    private var height: Int { lanes.count * Self.step + 34 }

    package var html: HTML {
        """
        <svg class="help" viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(label)">
        \(gaps, gap)\(ticks, tick)\(lanes.enumerated(), lane)\
        <path class="help__today" d="M\(x(today)) 0V\(height - 24)"/></svg>
        """
    }

    /// The place of a day from left to right.
    private func x(_ day: Day) -> Int {
        let whole = max(1, today - from)
        return 4 + min(max(0, day - from), whole) * (Self.width - 8) / whole
    }

    private func lane(_ place: Int, _ lane: Lane) -> HTML {
        let (left, right) = (x(lane.period.from), x(lane.period.until ?? today))
        let top = place * Self.step
        // A name is written from where its bar begins, or up to where it ends when it would not fit.
        let isRight = left > Self.width / 2
        return """
            <text class="help__name\(if: isRight, " help__name--end")" x="\(isRight ? right : left)" y="\(top + 16)">\(lane.name)</text>\
            <rect class="help__bar\(if: lane.isNear, " help__bar--near")" x="\(left)" y="\(top + 21)" width="\(max(4, right - left))" height="9" rx="4.5"/>

            """
    }

    private func gap(_ gap: Period) -> HTML {
        let left = x(gap.from)
        return """
            <rect class="help__gap" x="\(left)" y="0" width="\(max(3, x(gap.until ?? today) - left))" height="\(height - 24)"/>

            """
    }

    /// The days that are named below: the first of years; of so many months where it was not long.
    private var ticks: [Day] {
        let (first, _, _) = from.civil
        let (last, _, _) = today.civil
        let step = max(1, (last - first + 3) / 4)
        let years = stride(from: first + 1, through: last, by: step).compactMap { Day($0, 1, 1) }
        return years.isEmpty ? [from] : years
    }

    private func tick(_ day: Day) -> HTML {
        let (year, month, dayOfMonth) = day.civil
        let text = month == 1 && dayOfMonth == 1 ? String(year) : language.month(day)
        let place = x(day)
        // At the edges a name would be cut in two.
        let side: HTML = place < 60 ? " help__when--start" : place > Self.width - 60 ? " help__when--end" : ""
        return """
            <path class="help__year" d="M\(place) 0V\(height - 24)"/>\
            <text class="help__when\(side)" x="\(x(day))" y="\(height - 6)">\(text)</text>

            """
    }

    package static let examples = [
        (
            name: "two years, a gap",
            value: HelpPicture(
                .nl, label: "Vier mensen hielpen sinds maart 2025.",
                lanes: [
                    Lane("Sanne Kuipers", Period(from: "2025-03-03")),
                    Lane("Priya Ramdin", Period(from: "2025-04-01", until: "2025-09-12")),
                    Lane("Oma Truus", isNear: true, Period(from: "2025-06-01")),
                    Lane("Marieke Postma", Period(from: "2026-10-05")),
                ],
                gaps: [Period(from: "2025-09-12", until: "2025-11-01")], from: "2025-03-03", today: "2026-11-23")
        ),
        (
            name: "began today",
            value: HelpPicture(
                .en, label: "One person helps since today.", lanes: [Lane("Sanne", Period(from: "2026-11-23"))],
                gaps: [], from: "2026-11-23", today: "2026-11-23")
        ),
    ]
}
