// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// A request as who decides about it sees it.
package struct ForgettingToDecide: Sendable {
    package let family: ID<Family>
    package let sight: ForgettingSight
    /// nil when it was erased.
    package let person: String?
    /// How far those are whose yes it takes.
    package let agreement: Forgetting.Agreement
    package let awaited: [AwaitedHolder]
    /// What somebody wants to refuse it for, and who is asked; nil where nobody was.
    package let asked: SecondSight?
    /// Whether the reader is the one who decides.
    package let decides: Bool
    /// Whether the reader is the one who answers as the second.
    package let isSecond: Bool
    package let seconds: [SecondCandidate]
    package let reading: Reading
}

/// What a professional does about a request.
package enum ForgettingDeed: Sendable {
    /// It is erased, once all agreed who must.
    case grant
    /// What somebody said in a talk who must agree, and can't be asked here.
    case note(ID<Person>, isYes: Bool)
    /// It is not, once another agrees.
    case refuse(because: PlainText, asking: Promise.Owner)
    case answer(SecondProfessional.Answer, because: PlainText?)
}

extension Dossiers {
    /// A request for who decides about it; nil for anybody else, as for one that does not exist.
    package func forgetting(
        _ id: ID<Forgetting>, in family: ID<Family>, _ look: Look
    ) async throws -> ForgettingToDecide? {
        let vault = vault
        let found = try await database.read { connection in
            try connection.withForgettingKey(of: id, in: family, for: look, vault) { key, matter in
                try connection.toDecide(matter, key)
            }
        }
        // About nobody in the log: a line there would tell the family of it.
        try await database.write(settled: { _ in nil }) { connection in
            try record(look, family, found.map { ($0.reading, []) }, connection)
        }
        return found
    }

    /// Decides about it: the decision, what follows from it and the journal are one transaction with the access record.
    ///
    /// - Returns: whether it was done; not for who may not, nor where the part was erased.
    /// - Throws: ``Forgetting/Refusal``, ``SecondProfessional/Refusal``
    package func decide(
        _ deed: ForgettingDeed, about id: ID<Forgetting>, in family: ID<Family>, ids: IDSource, _ look: Look
    ) async throws -> Bool {
        let vault = vault
        do {
            return try await database.write(settled: { _ in nil }) { connection in
                let done = try connection.withForgettingKey(of: id, in: family, for: look, vault) { key, matter in
                    try connection.carryOut(deed, matter, at: look.at, ids: ids, key, vault)
                    return (key.reading, Set<ID<Person>>())
                }
                try record(look, family, done, connection)
                return done != nil
            }
        } catch is ErasedPart { return false }
    }
}

/// A request with what was asked about it, before any key was handed out.
private struct ForgettingMatter {
    let stored: StoredForgetting
    let mustAgree: WhoMustAgree
    let agreement: Forgetting.Agreement
    let decides: Bool
    let led: ID<Organisation>?
    /// Whether they stand in the circle.
    let isMember: Bool
}

extension Connection {
    /// Hands the key with which it is decided about a request, to who may.
    fileprivate func withForgettingKey<Value>(
        of id: ID<Forgetting>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, ForgettingMatter) throws -> Value
    ) throws -> Value? {
        guard let stored = try storedForgettings(in: family, only: id).first else { return nil }
        try vault.refresh()
        let day = look.at.day
        let owed = try openPromises(in: ID(as: family), about: id.promised).map(\.promise)
        let owners = Set(owed.filter { $0.kind == .decideForgetting }.map(\.owner))
        let seconds = try seconds(of: id, owed, in: family)
        let mustAgree = try mustAgreeToForget(stored.forgetting.person, in: family, on: day, vault)
        let lead = try leads(look, in: family)
        var who: SecondProfessional.Onlooker?
        return try withDecidingKey(
            about: mustAgree.persons.union([stored.forgetting.person]), in: family, for: look, vault,
            mayDecide: { standing in
                let onlooker = lead.onlooker(standing, about: [stored.forgetting.person], look)
                who = onlooker
                return stored.forgetting.isSeen(by: onlooker, owners: owners, seconds: seconds)
            },
            { key in
                let matter = ForgettingMatter(
                    stored: stored, mustAgree: mustAgree,
                    agreement: try agreement(on: stored.forgetting, of: mustAgree, in: family),
                    decides: who.map { stored.forgetting.isDecided(by: $0, owners: owners) } ?? false,
                    led: lead.led, isMember: who?.isMember ?? false)
                return try body(key, matter)
            })
    }

    /// All who were asked as the second, the one who is asked now as it lies with them now.
    private func seconds(
        of id: ID<Forgetting>, _ owed: [Promise], in family: ID<Family>
    ) throws -> [SecondProfessional] {
        let owner = owed.first { $0.kind == .confirmDecision }?.owner
        return try rows(
            """
            SELECT \(SecondProfessional.columns) FROM second_professional
            WHERE family_id = \(family) AND subject_kind = \(id.promised.kind) AND subject_id = \(id)
            ORDER BY made_at, id
            """, SecondProfessional.init(row:)
        ).map { second in second.isOpen ? owner.map(second.lying) ?? second : second }
    }

    fileprivate func toDecide(_ matter: ForgettingMatter, _ key: borrowing DossierKey) throws -> ForgettingToDecide {
        let forgetting = matter.stored.forgetting
        let asked = try openSecond(about: forgetting.id, key)
        let reader = key.reading.reader
        let mayRefuse = matter.decides && asked == nil && forgetting.state == .asked
        return ForgettingToDecide(
            family: key.family, sight: try sight(matter.stored, key), person: try key.name(of: forgetting.person),
            agreement: matter.agreement,
            awaited: matter.decides ? try awaited(matter.agreement, on: forgetting, key) : [],
            asked: asked, decides: matter.decides,
            isSecond: asked.map { $0.second.first != reader && $0.second.isAsked(reader, leading: matter.led) }
                ?? false,
            seconds: mayRefuse ? try candidates(matter, key) : [], reading: key.reading)
    }

    /// Whom they can ask: who is not in the circle hears of no names there but of their own organisation.
    private func candidates(
        _ matter: ForgettingMatter, _ key: borrowing DossierKey
    ) throws -> [SecondCandidate] {
        let all = try secondProfessionals(about: [matter.stored.forgetting.person], key)
        guard !matter.isMember else { return all }
        let own = Set(
            try rows(
                """
                SELECT account_id FROM membership
                WHERE family_id = \(key.family) AND kind = 'professional' AND ended_at IS NULL
                    AND organisation_id = \(matter.led) ORDER BY account_id
                """
            ) { $0.id(0, Account.self) })
        return all.map { candidate in
            guard case .account(let account) = candidate.asked, !own.contains(account) else { return candidate }
            return SecondCandidate(asked: candidate.asked, name: candidate.function ?? "", function: nil)
        }
    }

    private func openSecond(about id: ID<Forgetting>, _ key: borrowing DossierKey) throws -> SecondSight? {
        let owed = try openPromises(in: ID(as: key.family), about: id.promised).map(\.promise)
        let open = try seconds(about: id.promised.kind, id.text, key).map(\.sight).last { $0.second.isOpen }
        guard let open, let owner = owed.first(where: { $0.kind == .confirmDecision })?.owner else { return open }
        return SecondSight(
            second: open.second.lying(with: owner), reason: open.reason, answerReason: open.answerReason)
    }

    fileprivate func carryOut(
        _ deed: ForgettingDeed, _ matter: ForgettingMatter, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let forgetting = matter.stored.forgetting
        let asked = try openSecond(about: forgetting.id, key)
        if case .answer(let said, let reason) = deed {
            guard let asked, forgetting.state == .asked else { throw Forgetting.Refusal.changed }
            let answered = try asked.second.answered(said, by: key.reading.reader, leading: matter.led, at: now)
            try answer(answered, because: reason, in: matter.stored.part, key, vault)
            if said == .yes { try save(try forgetting.becoming(.refused, at: now), key, vault) }
            return
        }
        guard matter.decides else { throw Forgetting.Refusal.notYours }
        guard asked == nil else { throw Forgetting.Refusal.secondIsAsked }
        guard forgetting.state == .asked else { throw Forgetting.Refusal.changed }
        switch deed {
        case .answer: break
        case .grant:
            guard matter.agreement == .complete else { throw Forgetting.Refusal.notAllAgreed }
            try save(try forgetting.becoming(.granted, at: now), key, vault)
        case .note(let person, let isYes):
            let awaited = try awaited(matter.agreement, on: forgetting, key)
            guard awaited.contains(where: { $0.person == person && !$0.isAsked }) else {
                throw Forgetting.Refusal.notYours
            }
            try note(isYes, of: person, on: forgetting, at: now, key, vault)
        case .refuse(let reason, let owner):
            let second = try SecondProfessional(
                ids.next(at: now), asking: owner, about: forgetting.id.promised, by: key.reading.reader,
                among: Set(try candidates(matter, key).map(\.asked)), at: now)
            try ask(
                second, because: reason, in: matter.stored.part, urgency: .week, promise: ids.next(at: now), key, vault)
        }
    }
}
