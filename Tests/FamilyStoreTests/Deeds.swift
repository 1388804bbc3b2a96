// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Town

extension FilledDatabase {
    /// Carries out one act as somebody of the town; nil where they may not.
    @discardableResult
    func act(
        as slug: String, in family: String, by invitation: ID<Invitation>? = nil, at moment: Moment = now,
        _ deed: @escaping @Sendable (borrowing DossierKey, Connection, Vault) throws -> Void
    ) async throws -> String? {
        let id = try filled.family(family)
        let look = Look(
            reader: try filled.account(slug), at: moment, from: "", action: .update, item: ItemName(.circle, id),
            by: invitation)
        let vault = vault
        let form: ID<Submission> = IDSource.unguessable.next(at: moment)
        return try await dossiers.act(id, look, form: form) { key, connection in
            try deed(key, connection, vault)
            return Found("done", about: [])
        }
    }

    /// Asks one question as somebody of the town; nil where they may not.
    func ask<Value: Sendable>(
        as slug: String, in family: String, by invitation: ID<Invitation>? = nil, at moment: Moment = now,
        _ question: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Value
    ) async throws -> Value? {
        let id = try filled.family(family)
        let look = Look(
            reader: try filled.account(slug), at: moment, from: "", action: .read, item: ItemName(.circle, id),
            by: invitation)
        return try await dossiers.read(id, look) { key, connection in
            Found(try question(key, connection), about: [])
        }
    }
}

/// An invitation in the town, and what its people do with it.
struct Inviting: Sendable {
    let town: FilledDatabase
    let family: String
    let id: ID<Invitation>

    private static let asking = "Antwoord geven op een uitnodiging"

    /// Somebody sends an invitation; nil where they may not know the family.
    init?(
        _ town: FilledDatabase, by who: String, in family: String, for persons: [String], _ invited: String?,
        at organisation: String? = "het-anker", function: Professional.Function? = nil, share: Share = .plan,
        apart: [String] = [], second: String? = nil
    ) async throws {
        let id: ID<Invitation> = IDSource.unguessable.next(at: FilledDatabase.now)
        let account = try invited.map { try town.filled.account($0) }
        let covered = Set(try persons.map { try town.filled.person($0) })
        let away = Set(apart.compactMap { town.filled.persons[$0] })
        let members = Set(apart.compactMap { town.filled.persons[$0] == nil ? town.filled.accounts[$0] : nil })
        let draft = Invitation(
            id: id, kind: organisation == nil ? .relative : .professional, by: try town.filled.account(who),
            invited: account.map { .account($0) } ?? (organisation == nil ? .nobodyYet : .whoeverDoesIt),
            organisation: try organisation.map { try town.filled.organisation($0) }, persons: covered, share: share,
            apart: away, made: FilledDatabase.now)
        let letter = InvitationLetter(
            face: MemberFace(name: "", function: "speltherapeut", expectation: "Speelt op woensdag"),
            inviter: "Iemand van hier")
        let notAsking = try second.map {
            NotAsking(reason: try PlainText.line("Dit is gevaarlijk"), asking: .account(try town.filled.account($0)))
        }
        let sending = InvitationToSend(
            draft, letter, notAsking: notAsking, function: function, apartMembers: members, asking: Self.asking)
        let done = try await town.act(as: who, in: family) { key, connection, vault in
            try connection.send(sending, at: FilledDatabase.now, ids: .unguessable, key, vault)
        }
        guard done != nil else { return nil }
        (self.town, self.family, self.id) = (town, family, id)
    }

    /// Whether somebody sees the invitation.
    func isSeen(by who: String) async throws -> Bool {
        let id = id
        return try await town.ask(as: who, in: family) { key, connection in
            try connection.invitation(id, key) != nil
                && connection.invitations(at: FilledDatabase.now, key).contains { $0.invitation.id == id }
        } == true
    }

    func answer(
        _ answers: [String: Invitation.Answer], by who: String, at moment: Moment = FilledDatabase.now
    ) async throws -> String? {
        let id = id
        let said = Dictionary(
            uniqueKeysWithValues: try answers.map { (try town.filled.person($0.key), $0.value) })
        return try await town.act(as: who, in: family, at: moment) { key, connection, vault in
            guard let kept = try connection.invitation(id, key) else { throw Invitation.Refusal.notYoursToAnswer }
            try connection.answer(kept, said, at: moment, ids: .unguessable, key, vault)
        }
    }

    func accept(by who: String, at moment: Moment = FilledDatabase.now) async throws -> String? {
        let id = id
        return try await town.act(as: who, in: family, by: id, at: moment) { key, connection, vault in
            try connection.accept(id, as: (who, "Het Anker"), at: moment, ids: .unguessable, key, vault)
        }
    }

    /// The slugs of the persons somebody covers now, of those asked about.
    func covered(by who: String) async throws -> Set<String> {
        let sight = try await town.sight(of: who, in: family)
        let ids = Set(sight?.circle.persons.filter(\.isCovered).map(\.person.id) ?? [])
        return Set(town.filled.persons.filter { ids.contains($0.value) }.keys)
    }
}
