// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Connection {
    /// The invitations that wait for a reader, or for whoever does their work, as what they owe: until when, not of whom.
    func invitationsWaiting(
        for reader: TodayReader, doing work: [Professional], at now: Moment
    ) throws -> [StoredOutline] {
        let open = try invitations(of: reader.account, for: reader.behalf, at: now)
        guard !open.isEmpty else { return [] }
        let organisation = work.first?.organisation
        return try open.compactMap { family, id in
            let subject = Promise.Subject(kind: "invitation", id: id.text)
            let owed = try openPromises(in: ID(as: family), about: subject).map(\.outline)
            let own = owed.first { $0.promise.owner == .account(reader.account) }
            let shared = owed.first { $0.promise.owner == organisation.map { .organisation($0) } }
            return own ?? shared
        }
    }
}
