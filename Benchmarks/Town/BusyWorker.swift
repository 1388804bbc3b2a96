// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Town

extension TownProfessional {
    /// Who owes five hundred things to forty families, which is much for one worker.
    static let busy = TownProfessional("drukke-werker", "Dunya van der Drukte", "gebiedsteam", "gezinswerker")
}

extension TownFamily {
    /// The forty families of the busy worker, with a mother and two children each: twelve or thirteen promises wait in
    /// each, five hundred in all.
    static func ofBusyWorker(today: Day) -> [TownFamily] {
        let days = TownCalendar(today: today)
        return (0..<40).map { number in
            let (mother, children) = ("moeder-druk-\(number)", ["oudste-druk-\(number)", "jongste-druk-\(number)"])
            return TownFamily(
                "druk-\(number)", "Van der Drukte-\(number)", team: "team-0", opened: days.ago(90),
                persons: [
                    TownPerson(mother, "Mira Drukte-\(number)", born: days.born(35, birthdayIn: 20), account: true),
                    TownPerson(children[0], "Otis Drukte-\(number)", born: days.born(10, birthdayIn: 50)),
                    TownPerson(children[1], "Jula Drukte-\(number)", born: days.born(6, birthdayIn: 80)),
                ],
                ties: children.map { TownTie(mother, .parent, of: $0) },
                authority: children.map { TownAuthority(over: $0, .byOneParent, [mother]) },
                memberships: [
                    TownMembership(
                        .professional("drukke-werker"), "denkt mee, gebiedsteam Zuilen-Ondiep", covers: children, .all,
                        from: days.ago(90))
                ],
                directions: [
                    TownDirection(mother, .contact, from: days.ago(90), because: "Het gezin regelt het zelf.")
                ],
                firstContact: "drukke-werker", conversations: [],
                promises: promises(number, of: children, to: mother, days))
        }
    }

    private static func promises(
        _ number: Int, of children: [String], to mother: String, _ days: TownCalendar
    ) -> [TownPromise] {
        (0..<(number < 20 ? 13 : 12)).map { place in
            days.promise(
                "drukke-werker", to: mother, .call, about: [children[place % 2]], made: 8, due: number % 12 - 1 + place,
                "Terugbellen over vraag \(place + 1) van gezin \(number)")
        }
    }
}
