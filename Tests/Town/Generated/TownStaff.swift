// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// From whom the circles of generated families are chosen.
struct TownStaff: Sendable {
    /// A professional outside the area team, for children of these ages.
    struct Colleague: Sendable {
        let slug: String
        let role: String
        let ages: ClosedRange<Int>
    }

    let team: String
    /// Slugs of the workers of the area team.
    let workers: [String]
    let helpers: [Colleague]
    /// The slug of the institution that is guardian where no parent holds authority.
    let guardian: String
}

extension TownStaff {
    static let zuilen = TownStaff(
        team: "team-zuilen", workers: ["marieke", "youssef", "lotte"],
        helpers: [
            Colleague(slug: "sanne", role: "intern begeleider, basisschool De Schakel", ages: 4...12),
            Colleague(slug: "wouter", role: "mentor, Oeverlyceum", ages: 12...17),
            Colleague(slug: "hanna", role: "huisarts, Praktijk aan de Vecht", ages: 0...17),
            Colleague(slug: "priya", role: "therapeut, Het Anker", ages: 8...17),
            Colleague(slug: "daniel", role: "gezinsbehandelaar, Het Anker", ages: 2...17),
            Colleague(slug: "tom", role: "jeugdarts, GGD", ages: 0...12),
        ],
        guardian: "jeugdbescherming")

    /// People of Ondiep: none of them shares a family with those of Zuilen, so that Thijs stays a stranger there.
    static let ondiep = TownStaff(
        team: "team-ondiep", workers: ["fatma", "jeroen", "zofia"],
        helpers: [
            Colleague(slug: "thijs", role: "ambulant begeleider, De Brug", ages: 4...17),
            Colleague(slug: "chidi", role: "gezinsbegeleider, De Brug", ages: 0...17),
            Colleague(slug: "anouk", role: "zorgcoördinator, Oeverlyceum", ages: 12...17),
            Colleague(slug: "kees", role: "praktijkondersteuner, Praktijk aan de Vecht", ages: 0...17),
        ],
        guardian: "jeugdbescherming")
}
