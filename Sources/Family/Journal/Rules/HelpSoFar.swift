// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// All help around persons as stretches of time: who, from when, until when; where there was none, and where most at once.
///
/// Drawn from the members whom the reader knows: who is hidden from them leaves a gap as if there had been nobody.
package struct HelpSoFar: Hashable, Sendable {
    /// The time in which one member was there.
    package struct Spell: Hashable, Sendable {
        package let membership: Membership
        /// Without a last day while it goes on.
        package let period: Period
    }

    /// How many days nobody helped before it is told: a week.
    package static let shortestGap = 7

    /// Who came first stands first.
    package let spells: [Spell]
    package let today: Day

    /// The help that members gave persons; nobody's who is still to come.
    package init(of members: [Membership], about persons: Set<ID<Person>>, until today: Day) {
        self.today = today
        spells = members.filter { $0.term.from <= today && !$0.covers.isDisjoint(with: persons) }
            .map { Spell(membership: $0, period: $0.stretch(until: today)) }
            .sorted { ($0.period.from, $0.membership.id) < ($1.period.from, $1.membership.id) }
    }

    /// The first day of any help.
    package var from: Day? { spells.first?.period.from }

    /// How many professionals helped so far (*hulpverleners tot nu toe*): persons, not memberships.
    package var helpers: Int { Set(professional.map(\.membership.account)).count }

    /// How many professionals help now.
    package var helpersNow: Int { Set(professional.filter { $0.period.until == nil }.map(\.membership.account)).count }

    /// The stretches of a week or longer without a professional, since the first came.
    package var gaps: [Period] {
        guard var reached = professional.first?.period.from else { return [] }
        var gaps: [Period] = []
        for spell in professional {
            if spell.period.from - reached >= Self.shortestGap {
                gaps.append(Period(from: reached, until: spell.period.from))
            }
            reached = max(reached, end(of: spell))
        }
        if today - reached >= Self.shortestGap { gaps.append(Period(from: reached)) }
        return gaps
    }

    /// The first stretch in which most professionals helped at the same time; nil when there never were two.
    package var busiest: (helpers: Int, period: Period)? {
        let days = Set(professional.flatMap { [$0.period.from, end(of: $0)] }).sorted()
        var most: (helpers: Int, period: Period)?
        for (day, next) in zip(days, days.dropFirst()) {
            let present = Set(professional.filter { $0.period.contains(day) }.map(\.membership.account)).count
            guard present > max(most?.helpers ?? 0, 1) else { continue }
            most = (present, Period(from: day, until: next > today ? nil : next))
        }
        return most
    }

    private var professional: [Spell] { spells.filter { $0.membership.kind == .professional } }

    /// The first day without this member; of who is still there the day after today.
    private func end(of spell: Spell) -> Day { spell.period.until ?? today + 1 }
}

extension Membership {
    /// From the first day to the one on which it ended, or its term was over.
    fileprivate func stretch(until today: Day) -> Period {
        let last = [ended?.day, term.until].compactMap(\.self).min()
        return Period(from: term.from, until: last.flatMap { $0 <= today ? max($0, term.from) : nil })
    }
}
