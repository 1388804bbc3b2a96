// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules

/// Which rows of a database stand for whom and what of the town, by slug.
package struct FilledTown: Sendable {
    /// No such slug in the town.
    package struct Unknown: Error, Hashable, CustomStringConvertible {
        package let slug: String
        package var description: String { "nothing of the town is called \(slug)" }
    }

    package let today: Day
    package internal(set) var organisations: [String: ID<Organisation>] = [:]
    package internal(set) var teams: [String: ID<Team>] = [:]
    package internal(set) var professionals: [String: ID<Professional>] = [:]
    package internal(set) var accounts: [String: ID<Account>] = [:]
    package internal(set) var families: [String: ID<Family>] = [:]
    package internal(set) var persons: [String: ID<Person>] = [:]
    /// By family and member: `osei/esmee`.
    package internal(set) var memberships: [String: ID<Membership>] = [:]
    /// By family and conversation: `de-wit-yildiz/noor-op-school`.
    package internal(set) var conversations: [String: ID<Conversation>] = [:]
    /// By family and place in its list: `osei/0`.
    package internal(set) var promises: [String: ID<Promise>] = [:]
    /// The parts of a family's dossier: by family and person (`osei/kofi`), the shared one by family only.
    package internal(set) var parts: [String: ID<Part>] = [:]

    package init(today: Day) { self.today = today }

    package func account(_ slug: String) throws -> ID<Account> { try accounts.known(slug) }
    package func organisation(_ slug: String) throws -> ID<Organisation> { try organisations.known(slug) }
    package func family(_ slug: String) throws -> ID<Family> { try families.known(slug) }
    package func person(_ slug: String) throws -> ID<Person> { try persons.known(slug) }
    package func membership(_ slug: String) throws -> ID<Membership> { try memberships.known(slug) }
    package func conversation(_ slug: String) throws -> ID<Conversation> { try conversations.known(slug) }
    package func promise(_ slug: String) throws -> ID<Promise> { try promises.known(slug) }
    package func part(_ slug: String) throws -> ID<Part> { try parts.known(slug) }
}

extension [String: ID<Account>] {
    func known(_ slugs: [String]) throws -> Set<ID<Account>> { Set(try slugs.map { try known($0) }) }
}

extension Dictionary where Key == String {
    /// What stands for a slug.
    ///
    /// - Throws: ``FilledTown/Unknown``.
    func known(_ slug: String) throws -> Value {
        guard let value = self[slug] else { throw FilledTown.Unknown(slug: slug) }
        return value
    }
}
