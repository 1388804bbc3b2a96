// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Town

extension TownFamily {
    /// A family with two thousand entries in its timeline: a thousand promises made and kept within a year, and sixty
    /// stretches of help, of which ten go on.
    static func ofLongPast(today: Day) -> TownFamily {
        let days = TownCalendar(today: today)
        let children = ["kind-verleden"]
        return TownFamily(
            "verleden", "Van Vroeger", team: "team-0", opened: days.ago(700),
            persons: [
                TownPerson("moeder-verleden", "Maud van Vroeger", born: days.born(36, birthdayIn: 40), account: true),
                TownPerson("kind-verleden", "Kas van Vroeger", born: days.born(9, birthdayIn: 60)),
            ],
            ties: [TownTie("moeder-verleden", .parent, of: "kind-verleden")],
            authority: [TownAuthority(over: "kind-verleden", .byOneParent, ["moeder-verleden"])],
            memberships: (0..<60).map { help($0, children, days) },
            directions: [
                TownDirection(
                    "moeder-verleden", .contact, from: days.ago(700), because: "Het gezin regelt het zelf.")
            ],
            firstContact: "oom-verleden-0", conversations: [],
            promises: (0..<1_000).map { number in
                days.promise(
                    "oom-verleden-\(number % 10)", to: "moeder-verleden", .call, about: children,
                    made: 240 - number / 5, due: -(230 - number / 5), settled: 235 - number / 5,
                    "Langsgaan voor klus \(number + 1)")
            })
    }

    private static func help(_ number: Int, _ children: [String], _ days: TownCalendar) -> TownMembership {
        let goesOn = number < 10
        return TownMembership(
            .relative(slug: "oom-verleden-\(number)", name: "Otto van Vroeger-\(number)", account: true), "familie",
            covers: children, .plan, from: days.ago(goesOn ? 400 : 690 - number * 10),
            ended: goesOn ? nil : days.ago(660 - number * 10), expect: "Helpt met klussen.")
    }
}
