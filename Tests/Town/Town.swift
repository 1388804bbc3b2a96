// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// Zuilen-Ondiep, a town that does not exist: its organisations, teams, professionals and families over a year.
///
/// Everything is told from `today`, and the same today gives the same town. Nobody wrote anything today yet, so that
/// the town lies in the past at whatever hour it is filled.
package struct Town: Sendable {
    package let today: Day
    package let organisations: [TownOrganisation]
    package let teams: [TownTeam]
    package let professionals: [TownProfessional]
    package let families: [TownFamily]

    package init(
        today: Day, organisations: [TownOrganisation], teams: [TownTeam], professionals: [TownProfessional],
        families: [TownFamily]
    ) {
        self.today = today
        self.organisations = organisations
        self.teams = teams
        self.professionals = professionals
        self.families = families
    }

    /// The whole town: six families told by hand, and the others by chance that always falls the same.
    package static func zuilenOndiep(today: Day, families count: Int = 40) -> Town {
        let told = TownFamily.told(today: today)
        let others = (told.count..<max(count, told.count)).map { number in
            TownFamily.generated(
                number, days: TownCalendar(today: today), staff: number.isMultiple(of: 4) ? .ondiep : .zuilen)
        }
        return Town(
            today: today, organisations: organisations, teams: teams, professionals: professionals,
            families: Array(told.prefix(count)) + others)
    }

    package func family(_ slug: String) -> TownFamily? { families.first { $0.slug == slug } }

    package func professional(_ slug: String) -> TownProfessional? { professionals.first { $0.slug == slug } }

    package func organisation(_ slug: String) -> TownOrganisation? { organisations.first { $0.slug == slug } }

    /// The families in whose circle a professional is on a day.
    package func families(of professional: String, on day: Day) -> [TownFamily] {
        families.filter { $0.professionals(on: day).contains(professional) }
    }
}

extension TownFamily {
    /// The six families told by hand.
    package static func told(today: Day) -> [TownFamily] {
        [
            deWitYildiz(today: today), vanDongen(today: today), osei(today: today), vanLeeuwen(today: today),
            jansen(today: today), bakker(today: today),
        ]
    }
}
