// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules

/// One family on its way into a database: its rows have their identifiers before the transaction, so that this can
/// run twice.
struct FamilyFilling: Sendable {
    let told: TownFamily
    let founding: Founding
    let persons: [String: ID<Person>]
    let accounts: [String: ID<Account>]
    let names: [String: TownFilling.MemberName]
    /// In the order in which they are told.
    let memberships: [ID<Membership>]
    let conversations: [ID<Conversation>]
    let messages: [[ID<Message>]]
    let promises: [ID<Promise>]
    let holds: [ID<Hold>]
    let organisations: [String: ID<Organisation>]
    let team: ID<Team>?
    let today: Day
    let ids: IDSource

    init(
        _ told: TownFamily, _ filled: FilledTown, _ names: [String: TownFilling.MemberName], _ ids: IDSource
    ) throws {
        self.told = told
        self.names = names
        self.ids = ids
        let start = Moment(told.opened, hour: 9)
        persons = Dictionary(uniqueKeysWithValues: told.persons.map { ($0.slug, ids.next(at: start)) })
        founding = Founding(persons: told.persons.compactMap { [persons] in persons[$0.slug] }, at: start, ids: ids)
        accounts = filled.accounts
        organisations = filled.organisations
        team = filled.teams[told.team]
        today = filled.today
        memberships = told.memberships.map { ids.next(at: Moment($0.period.from, hour: 9)) }
        conversations = told.conversations.map { ids.next(at: $0.messages.first?.at ?? start) }
        messages = told.conversations.map { talk in talk.messages.map { ids.next(at: $0.at) } }
        promises = told.promises.map { ids.next(at: $0.made) }
        holds = told.privacy.holds.map { ids.next(at: Moment($0.since, hour: 11)) }
    }

    var start: Moment { Moment(told.opened, hour: 9) }

    /// Writes down which rows stand for what.
    func note(in filled: inout FilledTown) {
        filled.families[told.slug] = founding.family
        filled.persons.merge(persons) { _, new in new }
        filled.parts[told.slug] = founding.sharedPart
        for (slug, person) in persons { filled.parts["\(told.slug)/\(slug)"] = founding.parts[person] }
        for (member, id) in zip(told.memberships, memberships) {
            filled.memberships["\(told.slug)/\(member.slug)"] = id
        }
        for (talk, id) in zip(told.conversations, conversations) {
            filled.conversations["\(told.slug)/\(talk.slug)"] = id
        }
        for (number, id) in promises.enumerated() { filled.promises["\(told.slug)/\(number)"] = id }
    }

    /// The family with all that happened in it, in the order of the moments.
    func newFamily(_ vault: Vault) throws -> FamilyToStart {
        let starter = try account(told.directions.first?.holder ?? told.firstContact)
        var happenings = try beginnings(by: starter)
        happenings += try circle(by: starter)
        happenings += try talks()
        happenings += try promisesMade()
        happenings += try secrets()
        happenings += try invitations()
        happenings += try consents()
        happenings += try counted()
        happenings += try stories()
        happenings += try notes()
        happenings += try objections()
        happenings += try meetings()
        let inOrder = happenings.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        return FamilyToStart(founding, named: told.name, by: starter, at: start) { key, connection in
            for happening in inOrder { try happening.act(key, connection, vault) }
        }
    }

    func account(_ slug: String) throws -> ID<Account> { try accounts.known(slug) }
    func person(_ slug: String) throws -> ID<Person> { try persons.known(slug) }
    func persons(_ slugs: [String]) throws -> Set<ID<Person>> { Set(try slugs.map { try person($0) }) }
}

/// Something that happened in a family, as an act of the store.
struct Happening: Sendable {
    let at: Moment
    let act: @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void

    init(_ at: Moment, _ act: @escaping @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void) {
        self.at = at
        self.act = act
    }
}
