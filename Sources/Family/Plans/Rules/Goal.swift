// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// What a family wants to reach (*doel*), for one or more of them.
package struct Goal: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case open, reached, stopped
    }

    package let id: ID<Goal>
    package let about: Set<ID<Person>>
    package let state: State
    /// Counts its changes, so that two people who change it at once notice.
    package let version: Int
    package let begun: Moment

    package init(id: ID<Goal>, about: Set<ID<Person>>, state: State = .open, version: Int = 1, begun: Moment) {
        self.id = id
        self.about = about
        self.state = state
        self.version = version
        self.begun = begun
    }
}

/// What a goal says.
package struct GoalText: Hashable, Sendable {
    /// In the family's own words: "Noor gaat elke dag naar school".
    package let title: String
    package let domain: LifeDomain
    /// What it means for the child; never left out (Jeugdwet 2.1: the interest of the child).
    package let meaning: String
    /// What the child, or another of the family, says about it, and who says so.
    package let voice: Voice?

    package struct Voice: Hashable, Sendable {
        package let words: String
        package let of: ID<Person>

        package init(_ words: String, of person: ID<Person>) {
            self.words = words
            of = person
        }
    }

    package init(title: String, domain: LifeDomain, meaning: String, voice: Voice? = nil) {
        self.title = title
        self.domain = domain
        self.meaning = meaning
        self.voice = voice
    }

    /// To be sealed.
    package var text: String {
        FieldText.joined(["1", title, domain.rawValue, meaning, voice?.of.text ?? "", voice?.words ?? ""])
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 6).map(String.init)
        guard fields.count == 6, fields[0] == "1" else { return nil }
        self.init(
            title: fields[1], domain: LifeDomain(rawValue: fields[2]) ?? .other, meaning: fields[3],
            voice: ID(fields[4]).map { Voice(fields[5], of: $0) })
    }
}

/// Why the plan is not changed so.
package enum PlanRefusal: Refusal {
    /// Who changes it must plan with all it is about; grandmother and coach do what is theirs.
    case notYours
    /// Somebody else changed it since it was read.
    case changedMeanwhile
    /// It was done, or stopped.
    case over
    /// Who does it stands in no circle of a child it is about.
    case doerElsewhere
}
