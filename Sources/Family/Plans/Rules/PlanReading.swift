// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

extension Reading {
    /// Whether the reader takes part in the plan at all: with share `plan` about somebody.
    package var readsPlan: Bool { covered.values.contains { $0.share >= .plan } }

    /// Whether the reader may read what is planned about these persons.
    ///
    /// Every child in it must be covered with share `plan`; adults, too, or the reader is one of them: what is about
    /// several adults is read by those it is about.
    package func readsPlan(about persons: Set<ID<Person>>) -> Bool {
        !persons.isEmpty
            && persons.allSatisfy { person in
                covered[person].map { $0.share >= .plan } ?? false
                    || adults.contains(person) && ownPerson.map(persons.contains) == true
            }
    }

    /// Whether the reader may read a goal: nothing of it when it is held from them.
    package func maySee(_ goal: Goal) -> Bool {
        !held.items.contains(ItemName(.goal, goal.id)) && readsPlan(about: goal.about)
    }

    /// Whether the reader may change what is planned about these persons.
    ///
    /// The family and professionals who plan with them may; their own network does what is theirs.
    package func mayPlan(about persons: Set<ID<Person>>) -> Bool {
        mayPlan && readsPlan(about: persons)
    }

    /// Whether the reader may change the plan of anybody.
    package var mayPlan: Bool { (ownPerson != nil || membership?.kind == .professional) && readsPlan }

    /// Whether an action leaves no trace for the reader: held, or of somebody hidden from them.
    package func isHidden(_ action: PlanAction, _ text: ActionText?, membersHidden: Set<ID<Account>>) -> Bool {
        held.items.contains(ItemName(.action, action.id)) || held.items.contains(ItemName(.goal, action.goal))
            || text.map { !$0.accounts.isDisjoint(with: membersHidden) } ?? false
    }

    /// Whether the reader is told that an action of somebody is late.
    ///
    /// The family is, of all; others of their own alone: a late colleague is between that colleague and the family.
    package func isToldLate(_ text: ActionText?, owners: Set<ID<Account>>) -> Bool {
        ownPerson != nil || owners.contains(reader) || text?.accounts.contains(reader) == true
    }

    /// Whether the reader may tick an action: who does it, and who plans with all it is about.
    package func mayTick(_ text: ActionText?, owners: Set<ID<Account>>, about persons: Set<ID<Person>>) -> Bool {
        owners.contains(reader) || text?.accounts.contains(reader) == true || mayPlan(about: persons)
    }
}
