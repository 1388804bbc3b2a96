// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension Town {
    /// As many families as a benchmark asks, told one at a time while they are read, and some told by hand.
    package static func large(
        families count: Int, today: Day, conversations: ClosedRange<Int> = 1...4, messages: ClosedRange<Int> = 3...40,
        besides told: [TownFamily] = [], with workers: [TownProfessional] = []
    ) -> LargeTown {
        LargeTown(
            count: count, days: TownCalendar(today: today), conversations: conversations, messages: messages,
            told: told, workers: workers)
    }
}

/// A town of any size: every fifty families share a worker, a school, a GP and a therapist of their own.
package struct LargeTown: Sendable {
    /// How many families a worker has.
    package static let familiesPerWorker = 50

    package let count: Int
    let days: TownCalendar
    let conversations: ClosedRange<Int>
    let messages: ClosedRange<Int>
    /// Families told by hand, besides those that are counted.
    let told: [TownFamily]
    /// Those who work for the families told by hand alone.
    let workers: [TownProfessional]

    /// The organisations are those of the small town.
    package var organisations: [TownOrganisation] { Town.organisations }

    /// One team for every twenty workers.
    package var teams: [TownTeam] {
        (0...(districts - 1) / 20).map { team in
            TownTeam(
                "team-\(team)", "Team \(team)", organisation: "gebiedsteam",
                members: (team * 20..<min(districts, team * 20 + 20)).map { "werker-\($0)" })
        }
    }

    /// Four for every fifty families, and those told by hand.
    package var professionals: [TownProfessional] {
        workers
            + (0..<districts).flatMap { district in
                Self.staff(district).enumerated().map { index, post in
                    TownProfessional(
                        "\(post.slug)-\(district)", Self.name(district * 4 + index), post.organisation, post.function)
                }
            }
    }

    /// The families in order of their number; the same number is the same family in each run.
    package var families: some Sequence<TownFamily> {
        (0..<count).lazy.map { number in
            let district = number / Self.familiesPerWorker
            return TownFamily.generated(
                number, days: days, staff: TownStaff(district: district), conversations: conversations,
                messages: messages)
        }
    }

    private var districts: Int { max(1, (count + Self.familiesPerWorker - 1) / Self.familiesPerWorker) }

    private static func staff(_ district: Int) -> [(slug: String, organisation: String, function: String)] {
        [
            ("werker", "gebiedsteam", "gezinswerker"), ("school", "de-schakel", "intern begeleider"),
            ("huisarts", "praktijk-aan-de-vecht", "huisarts"), ("therapeut", "het-anker", "therapeut"),
        ]
    }

    private static func name(_ number: Int) -> String {
        let (adults, surnames) = (TownNames.adults, TownNames.surnames)
        return "\(adults[number % adults.count]) \(surnames[number / adults.count % surnames.count])"
    }
}

extension TownStaff {
    /// The people of one district of a large town.
    fileprivate init(district: Int) {
        self.init(
            team: "team-\(district / 20)", workers: ["werker-\(district)"],
            helpers: [
                Colleague(slug: "school-\(district)", role: "intern begeleider, basisschool De Schakel", ages: 4...17),
                Colleague(slug: "huisarts-\(district)", role: "huisarts, Praktijk aan de Vecht", ages: 0...17),
                Colleague(slug: "therapeut-\(district)", role: "therapeut, Het Anker", ages: 4...17),
            ],
            guardian: "jeugdbescherming")
    }
}
