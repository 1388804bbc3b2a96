// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension TownFamily {
    /// A family told by chance: the same number and today give the same family.
    static func generated(
        _ number: Int, days: TownCalendar, staff: TownStaff, conversations: ClosedRange<Int> = 1...4,
        messages: ClosedRange<Int> = 3...40
    ) -> TownFamily {
        var family = GeneratedFamily(number: number, days: days, staff: staff)
        return family.told(conversations: conversations, messages: messages)
    }
}

/// A family on its way to be told, with the chance that decides.
struct GeneratedFamily {
    /// Who cares for the children, and so who holds authority.
    enum Home {
        case twoParents, oneParent, fosterParent, grandparent
    }

    let number: Int
    let days: TownCalendar
    let staff: TownStaff
    let surname: String
    let home: Home
    let opened: Int
    var dice: TownDice

    init(number: Int, days: TownCalendar, staff: TownStaff) {
        self.number = number
        self.days = days
        self.staff = staff
        dice = TownDice(seed: UInt64(number))
        surname = TownNames.surnames[number % TownNames.surnames.count]
        switch number % 17 {
        case 9: home = .fosterParent
        case 13: home = .grandparent
        default: home = dice.chance(60) ? .twoParents : .oneParent
        }
        opened = dice.roll(60...350)
    }

    mutating func told(conversations: ClosedRange<Int>, messages: ClosedRange<Int>) -> TownFamily {
        let adults = adults()
        let children = children()
        let worker = dice.pick(staff.workers)
        let memberships = circle(adults: adults, children: children, worker: worker)
        let talks = (0..<dice.roll(conversations)).map { index in
            conversation(index, adults: adults, children: children, circle: memberships, length: messages)
        }
        let familySlug = TownNames.slug(surname)
        return TownFamily(
            (familySlug.isEmpty ? "gezin" : familySlug) + "-\(number)", surname, team: staff.team,
            opened: days.ago(opened), persons: adults + children, ties: ties(adults, children),
            authority: authority(adults, children), memberships: memberships,
            directions: directions(adults, worker: worker), firstContact: firstContact(memberships, worker: worker),
            conversations: talks, promises: promises(adults: adults, children: children, worker: worker))
    }

    private mutating func adults() -> [TownPerson] {
        let names = TownNames.inAnotherScript[surname]?.adults ?? TownNames.adults
        let first = dice.roll(0...names.count - 1)
        return (0..<(home == .twoParents ? 2 : 1)).map { index in
            person(
                names[(first + index * 7) % names.count], "ouder-\(index + 1)",
                age: home == .grandparent ? dice.roll(58...71) : dice.roll(29...52),
                account: index == 0 || dice.chance(70))
        }
    }

    private mutating func children() -> [TownPerson] {
        let names = TownNames.inAnotherScript[surname]?.children ?? TownNames.children
        let first = dice.roll(0...names.count - 1)
        var age = dice.roll(2...17)
        return (0..<dice.roll(1...3)).map { index in
            defer { age = max(0, age - dice.roll(1...4)) }
            return person(
                names[(first + index * 5) % names.count], "kind-\(index + 1)", age: age,
                account: age >= 12 && dice.chance(50))
        }
    }

    private mutating func person(_ name: String, _ fallback: String, age: Int, account: Bool) -> TownPerson {
        let slug = TownNames.slug(name)
        return TownPerson(
            (slug.isEmpty ? fallback : slug) + "-\(number)", "\(name) \(surname)",
            born: days.born(age, birthdayIn: dice.roll(1...364)), account: account,
            details: [.address: "\(dice.pick(Self.streets)) \(dice.roll(1...180)), Zuilen-Ondiep"])
    }

    private func ties(_ adults: [TownPerson], _ children: [TownPerson]) -> [TownTie] {
        let kind: TownTie.Kind =
            switch home {
            case .twoParents, .oneParent: .parent
            case .fosterParent: .fosterParent
            case .grandparent: .grandparent
            }
        return adults.flatMap { adult in children.map { TownTie(adult.slug, kind, of: $0.slug) } }
            + zip(children, children.dropFirst()).map { TownTie($0.slug, .sibling, of: $1.slug) }
    }

    private func authority(_ adults: [TownPerson], _ children: [TownPerson]) -> [TownAuthority] {
        children.map { child in
            switch home {
            case .twoParents:
                TownAuthority(
                    over: child.slug, .jointByParents, adults.map(\.slug), underInvestigation: number % 17 == 5)
            case .oneParent: TownAuthority(over: child.slug, .byOneParent, adults.map(\.slug))
            case .fosterParent: TownAuthority(over: child.slug, .guardianship, [staff.guardian])
            case .grandparent: TownAuthority(over: child.slug, .temporarilyNone, [])
            }
        }
    }

    private mutating func directions(_ adults: [TownPerson], worker: String) -> [TownDirection] {
        let byThemselves = TownDirection(
            adults[0].slug, .contact, from: days.ago(opened), because: "Het gezin regelt het zelf.")
        guard home != .oneParent || dice.chance(60) else { return [byThemselves] }
        let kind: TownDirection.Kind = dice.chance(40) ? .monitoring : .careCoordination
        return [
            byThemselves,
            TownDirection(
                worker, kind, from: days.ago(dice.roll(5...opened - 1)), because: "Het gezin vroeg dit zelf."),
        ]
    }

    private mutating func firstContact(_ circle: [TownMembership], worker: String) -> String {
        let now = circle.filter { $0.isProfessional && $0.period.contains(days.today) }
        return now.isEmpty ? worker : dice.pick(now).slug
    }

    private static let streets = [
        "Amsterdamsestraatweg", "Vechtkade", "Plantsoen", "Boomgaard", "Lage Weide", "Kerkpad", "Zonneveld", "'t Hoogt",
        "Werkspoorlaan", "De Lessepsdwarsstraat",
    ]
}
