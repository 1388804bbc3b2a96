// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Something that the reader did today.
package struct DoneSight: Hashable, Sendable {
    package let promise: Promise
    package let at: Moment
    package let familyName: String?
    /// What was promised; nil when it was erased, or when a promise of its kind says by itself what it is.
    package let text: String?
}

extension Connection {
    /// What an account kept since the day began, in each family.
    func keptToday(by account: ID<Account>, at now: Moment) throws -> [ID<Family>: [StoredPromise]] {
        try keptPromises(of: account, since: Moment(now.day), limit: 100).reduce(into: [:]) { kept, stored in
            guard let family = stored.family else { return }
            kept[family, default: []].append(stored)
        }
    }

    /// Those of them that leave a trace for the reader.
    func done(
        _ kept: [StoredPromise], _ hidden: Set<ID<Account>>, _ key: borrowing DossierKey
    ) throws -> [DoneSight] {
        let seen = try PromisesSeen(kept.lazy.map(\.promise.outline), hidden, key, self)
        return try kept.compactMap { stored in
            guard case .settled(let at) = stored.promise.state,
                try seen.contains(stored.promise.outline, about: stored.persons, key, self)
            else { return nil }
            return DoneSight(
                promise: stored.promise, at: at, familyName: try key.familyName(), text: try stored.opened(key))
        }
    }
}
