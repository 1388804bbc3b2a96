// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What a team lead sees who names a stand-in: who left, and who can be named; nothing of the family.
package struct StandInToName: Hashable, Sendable {
    package struct Colleague: Hashable, Sendable {
        package let account: ID<Account>
        package let name: String
        /// What they do there.
        package let title: String
    }

    /// The name of who left; nil when it was erased.
    package let left: String?
    package let colleagues: [Colleague]
    /// Until when it is owed.
    package let due: Moment
}

extension Dossiers {
    /// What a team lead needs to name a stand-in; nil for anybody else, as where nothing is owed.
    package func standIn(_ id: ID<Promise>, in family: ID<Family>, _ look: Look) async throws -> StandInToName? {
        let vault = vault
        let found = try await database.read { connection in
            try connection.withStandInKey(of: id, in: family, for: look, vault) { key, left, stored in
                let colleagues = try connection.standIns(for: left, key)
                let names = try connection.accounts(Set(colleagues.map(\.account)).union([left.account]), vault)
                    .reduce(into: [:]) { $0[$1.id] = $1.profile.name }
                let choices = colleagues.compactMap { work in
                    names[work.account].map {
                        StandInToName.Colleague(account: work.account, name: $0, title: work.title)
                    }
                }
                let page = StandInToName(
                    left: names[left.account], colleagues: choices.sorted { $0.name < $1.name },
                    due: stored.promise.due)
                return NamingStandIn(page: page, reading: key.reading)
            }
        }
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, found.map { ($0.reading, []) }, connection)
        }
        return found?.page
    }

    /// Names who stands in: the new membership, what it hides, who directs, and the promise kept are one transaction with
    /// the access record.
    ///
    /// - Returns: whether it was done; not for who may not, nor where it was done before.
    /// - Throws: ``StandIn/Refusal``
    package func nameStandIn(
        _ colleague: ID<Account>, until: Day, as membership: ID<Membership>, for id: ID<Promise>,
        in family: ID<Family>, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done = try connection.withStandInKey(of: id, in: family, for: look, vault) { key, left, stored in
                    let works = try connection.standIns(for: left, key)
                    let standIn = try StandIn(
                        membership, for: left, by: colleague, among: Set(works.map(\.account)), from: look.at.day,
                        until: until)
                    let work = works.first { $0.account == colleague }
                    try connection.letIn(
                        standIn, doing: work?.title ?? "", after: left, by: look.reader, at: look.at, key, vault)
                    // For who is only away it goes back when they are there again.
                    if let place = left.organisation,
                        let absence = try connection.absence(of: left.account, in: place)
                    {
                        try connection.handOver(
                            left, to: colleague, as: membership, during: absence, at: look.at, key, vault)
                    }
                    try connection.settle(stored.promise.id, by: look.reader, at: look.at, key, vault)
                    return key.reading
                }
                try record(look, family, done.map { ($0, []) }, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }
}

private struct NamingStandIn: Sendable {
    let page: StandInToName
    let reading: Reading
}

extension Connection {
    /// The membership that ended, for which somebody is to stand in; with those it covered.
    func membershipLeft(_ stored: StoredPromise, in family: ID<Family>) throws -> Membership? {
        let subject = stored.promise.subject
        guard subject.kind == "standIn", let id = ID<Membership>(subject.id) else { return nil }
        let account = try row("SELECT account_id FROM membership WHERE family_id = \(family) AND id = \(id)") {
            $0.id(0, Account.self)
        }
        guard let account else { return nil }
        return try memberships(of: account, in: [family]).map(\.membership).first { $0.id == id && !$0.covers.isEmpty }
    }

    /// Who can stand in: works for the organisation, is not in the circle for it, and nothing is kept from them.
    ///
    /// Not the team lead who names them: nobody lets themself in to what a colleague reads.
    fileprivate func standIns(for left: Membership, _ key: borrowing DossierKey) throws -> [Professional] {
        guard let organisation = left.organisation else { return [] }
        let present = try rows(
            """
            SELECT account_id FROM membership
            WHERE family_id = \(key.family) AND organisation_id = \(organisation) AND ended_at IS NULL
            ORDER BY account_id
            """
        ) { $0.id(0, Account.self) }
        let out = try accountsKeptOut(of: key.family).union(present).union([left.account, key.reading.reader])
        var seen: Set<ID<Account>> = []
        return try professionals(in: organisation, on: key.today).filter {
            !out.contains($0.account) && seen.insert($0.account).inserted
        }
    }

    /// Lets somebody in who stands in; from whom the one before was kept, this one is, too.
    ///
    /// Where nobody is left who directs or is called first, it is who stands in from then on.
    func letIn(
        _ standIn: StandIn, doing title: String, after left: Membership, by lead: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let new = standIn.membership
        try letIn(new, doing: title, after: left, by: lead, at: now, key, vault)
        guard try !isAround(directionNow(key)?.holder, key) else { return }
        if let direction = try directionNow(key) {
            let next = Direction(kind: direction.kind, holder: new.account, since: now.day)
            try move(next, .reassigned, by: lead, at: now, key, vault)
        }
        guard try !isAround(firstContactNow(key), key) else { return }
        try moveFirstContact(to: new.account, since: now.day, by: lead, at: now, key, vault)
    }

    /// Lets a colleague in after another one; from whom the one before was kept, this one is, too.
    func letIn(
        _ new: Membership, doing title: String, after left: Membership, by who: ID<Account>, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let name = try account(new.account, vault)?.profile.name ?? ""
        let place = try new.organisation.flatMap { try organisation($0) }?.name
        let face = MemberFace(name: name, function: title, organisation: place)
        try letIn(new, face: face, by: who, at: now, key, vault)
        try copyWhatIsHidden(of: left, to: new, key)
        for reader in Set(try hiddenFrom(key).filter { $0.member == left.account }.map(\.reader)).sorted() {
            try hide(new.id, covering: new.covers, from: reader, by: who, at: now, key, vault)
        }
    }

    /// Whether somebody is of the family, or in its circle now: who directs for want of anybody is not.
    private func isAround(_ account: ID<Account>?, _ key: borrowing DossierKey) throws -> Bool {
        guard let account else { return false }
        return try families(around: account, on: key.today).contains(key.family)
    }

    private func copyWhatIsHidden(
        of left: Membership, to new: Membership, _ key: borrowing DossierKey
    ) throws {
        try execute(
            """
            UPDATE membership SET organisation_hidden = (
                SELECT o.organisation_hidden FROM membership o WHERE o.family_id = \(key.family) AND o.id = \(left.id))
            WHERE family_id = \(key.family) AND id = \(new.id)
            """)
        try execute(
            """
            INSERT INTO membership_organisation_reader (family_id, membership_id, account_id)
            SELECT family_id, \(new.id), account_id FROM membership_organisation_reader
            WHERE family_id = \(key.family) AND membership_id = \(left.id)
            """)
    }
}
