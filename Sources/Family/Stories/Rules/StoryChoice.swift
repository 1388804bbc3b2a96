// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// Which version of a story somebody may read, as an author said.
package enum StoryChoice: Hashable, Sendable {
    /// The version that counts now, and whatever comes after it.
    case current
    /// This one, whatever comes after it.
    case version(Int)
    case none

    /// As it is kept.
    package var text: String {
        switch self {
        case .current: "current"
        case .version(let number): String(number)
        case .none: "none"
        }
    }

    package init?(_ text: String) {
        switch text {
        case "current": self = .current
        case "none": self = .none
        default:
            guard let number = Int(text), number > 0 else { return nil }
            self = .version(number)
        }
    }

    /// What is left where several authors chose: nobody gives another's words away.
    package static func narrowest(of choices: some Sequence<StoryChoice>) -> StoryChoice? {
        choices.min { $0.width < $1.width }
    }

    private var width: Int {
        switch self {
        case .none: 0
        case .version(let number): number
        case .current: .max
        }
    }
}

extension Reading {
    /// With which right the reader writes a story, if with any.
    ///
    /// A child under 12 tells it to who holds authority or to a professional who plans with them; from 12 nobody else
    /// writes. A professional of whom it was said that they read less writes nothing down any more.
    package func pen(for story: Story, choice: StoryChoice? = nil, on day: Day) -> StoryPen? {
        guard !held.items.contains(ItemName(.story, story.id)) else { return nil }
        if let ownPerson, story.authors.contains(ownPerson) { return .own }
        guard !story.isJoint, let child = story.authors.first, let coverage = covered[child],
            band(of: child, on: day) == .under12
        else { return nil }
        let isNarrowed = choice.map { $0 != .current } ?? false
        let plans = membership?.kind == .professional && coverage.share >= .plan && !isNarrowed
        return coverage.ground == .authority || plans ? .writtenDown : nil
    }

    /// Which version of a story the reader may read, of those that count; an author reads them all.
    ///
    /// Unless an author said otherwise: the one that counts now, for who covers all authors with share `plan` or more.
    /// Not for the family of somebody of 12 or older: a young person's own words are theirs to give, also to a parent.
    package func version(
        of story: Story, agreed: [Int], choice: StoryChoice?, on day: Day
    ) -> Int? {
        guard !held.items.contains(ItemName(.story, story.id)),
            story.authors.allSatisfy({ covered[$0].map { $0.share >= .plan } ?? false })
        else { return nil }
        switch choice ?? usualChoice(for: story, on: day) {
        case .none: return nil
        case .version(let number): return agreed.contains(number) ? number : nil
        case .current: return agreed.max()
        }
    }

    /// Which version the reader may read where no author said so.
    package func usualChoice(for story: Story, on day: Day) -> StoryChoice {
        guard ownPerson != nil else { return .current }
        return story.authors.allSatisfy { band(of: $0, on: day) == .under12 } ? .current : .none
    }

    /// For whom of the authors the reader says who reads the story; nil for who doesn't say so.
    ///
    /// Of a child under 12 who holds authority says it, and of members of the circle alone.
    package func sayer(of story: Story, on day: Day) -> ID<Person>? {
        if let ownPerson, story.authors.contains(ownPerson) { return ownPerson }
        guard pen(for: story, on: day) == .writtenDown, let child = story.authors.first,
            covered[child]?.ground == .authority
        else { return nil }
        return child
    }

    private func band(of person: ID<Person>, on day: Day) -> AgeBand? {
        persons.first { $0.id == person }.map { AgeBand($0.birth, on: day) }
    }
}
