// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules

/// That a professional had no contact with a family for a while.
package enum Quiet {
    /// After how many days without contact a family is listed, unless somebody chose otherwise.
    package static let usual = 14

    /// Among how many days one chooses.
    package static let choices = [7, 14, 21, 28, 42]

    /// Whether there was no contact for so many days: none since then, nor did the membership begin since.
    package static func isQuiet(last: Moment?, joined: Day, days: Int, at now: Moment) -> Bool {
        let since = max(last ?? Moment(joined), Moment(joined))
        return since + .days(days) <= now
    }
}

/// Asking how it goes, with one tap.
package enum CheckIn {
    /// In which conversation that is asked: the latest between the reader and the family alone.
    ///
    /// - Parameters:
    ///   - conversations: those the reader takes part in, the latest first.
    ///   - family: the accounts of those of the family.
    package static func place(
        among conversations: some Sequence<Conversation>, of reader: ID<Account>, family: Set<ID<Account>>
    ) -> Conversation? {
        conversations.first { conversation in
            let others = conversation.participants.subtracting([reader])
            return !others.isEmpty && others.isSubset(of: family)
        }
    }
}

/// Asking somebody of the circle to call back (*terugbelverzoek*).
package enum CallBack {
    package enum Refusal: Kernel.Refusal, CaseIterable {
        case nobodyChosen
        /// Before today, or later than six weeks from now.
        case notThen
    }

    package static let longest = 42

    /// About whom it is promised: those whom both may read about, so that both can read it and nobody learns more.
    ///
    /// - Throws: ``Refusal``
    package static func about(
        asker: Reading, owner: Reading?, by day: Day, on today: Day
    ) throws(Refusal) -> Set<ID<Person>> {
        guard let owner, owner.reader != asker.reader else { throw .nobodyChosen }
        let both = Set(asker.covered.keys).intersection(owner.covered.keys)
        guard !both.isEmpty else { throw .nobodyChosen }
        guard today <= day, day - today <= longest else { throw .notThen }
        return both
    }
}

extension Promise.Subject {
    /// What is between who asks and who owes, and nobody else's: that somebody asked to be called back.
    package static func callBack(_ id: ID<Promise>) -> Promise.Subject {
        Promise.Subject(kind: callBackKind, id: id.text)
    }

    package static let callBackKind = "callBack"
}
