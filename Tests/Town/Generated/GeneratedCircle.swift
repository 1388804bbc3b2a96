// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

extension GeneratedFamily {
    /// The worker, one who was there before, helpers by the ages of the children, and the family's own people.
    mutating func circle(adults: [TownPerson], children: [TownPerson], worker: String) -> [TownMembership] {
        let everybody = (adults + children).map(\.slug)
        var circle = [
            TownMembership(
                .professional(worker), "gezinswerker, gebiedsteam Zuilen-Ondiep", covers: everybody, .all,
                from: days.ago(opened), expect: "Denkt met jullie mee en houdt de afspraken bij.")
        ]
        if opened > 150, dice.chance(40), let former = staff.workers.first(where: { $0 != worker }) {
            circle.append(
                TownMembership(
                    .professional(former), "gezinswerker, gebiedsteam Zuilen-Ondiep", covers: everybody, .all,
                    from: days.ago(opened), ended: days.ago(dice.roll(80...140)), expect: "Kwam elke week."))
        }
        if home == .fosterParent || home == .grandparent {
            circle += adults.map { letIn($0, to: children) }
        }
        circle += helpers(children) + relatives(children)
        return circle
    }

    private func letIn(_ adult: TownPerson, to children: [TownPerson]) -> TownMembership {
        TownMembership(
            .person(adult.slug), home == .fosterParent ? "pleegouder" : "oma, zorgt tijdelijk voor de kinderen",
            covers: children.map(\.slug), .all, from: days.ago(opened), expect: "Zorgt elke dag voor de kinderen.")
    }

    private mutating func helpers(_ children: [TownPerson]) -> [TownMembership] {
        var left = staff.helpers.filter { helper in children.contains { suits(helper, $0) } }
        return (0..<min(left.count, dice.roll(1...4))).map { _ in
            let helper = left.remove(at: dice.roll(0...left.count - 1))
            let covered = children.filter { suits(helper, $0) }
            return TownMembership(
                .professional(helper.slug), helper.role,
                covers: dice.chance(50) ? [covered[0].slug] : covered.map(\.slug),
                dice.pick([.contact, .plan, .plan, .all]), from: days.ago(dice.roll(50...opened)),
                expect: dice.pick(Self.expectations), notMyTask: dice.pick(Self.notTheirTask))
        }
    }

    private mutating func relatives(_ children: [TownPerson]) -> [TownMembership] {
        let first = dice.roll(0...TownNames.relatives.count - 1)
        return (0..<dice.roll(0...2)).map { index in
            let relative = TownNames.relatives[(first + index) % TownNames.relatives.count]
            let name = "\(dice.pick(TownNames.adults)) \(dice.pick(TownNames.surnames))"
            return TownMembership(
                .relative(slug: "naaste-\(number)-\(index + 1)", name: name, account: dice.chance(70)),
                relative.role, covers: children.map(\.slug), dice.chance(50) ? .contact : .plan,
                from: days.ago(dice.roll(50...opened)), expect: relative.expectation)
        }
    }

    private func suits(_ helper: TownStaff.Colleague, _ child: TownPerson) -> Bool {
        helper.ages.contains(child.age(on: days.today))
    }

    private static let expectations = [
        "Antwoordt dezelfde week.", "Belt elke twee weken.", "Komt bij jullie thuis als dat beter uitkomt.",
        "Is er elke dinsdag en donderdag.", "Laat het weten als er iets verandert.",
    ]

    private static let notTheirTask = [
        "", "", "Beslist niet voor jullie.", "Regelt geen geldzaken.", "Leest geen gesprekken van anderen.",
    ]
}
