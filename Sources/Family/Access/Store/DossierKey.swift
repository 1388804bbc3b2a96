// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// The right to read and write in one dossier, as one reader, during one transaction.
///
/// Made in this file only, after the rule said yes; whoever gets one has also written the access record, or the
/// answer does not leave (``Dossiers``). It can't be stored, sent or decoded, and it opens nothing but the parts of
/// the persons its reader reads about: without it there is nothing to read.
package struct DossierKey: ~Copyable {
    package let family: ID<Family>
    package let reading: Reading
    package let today: Day
    /// Those of the family; few, so that looking along them is quicker than any index.
    private let people: [Known]
    private let shared: ID<Part>
    private let sharedKey: PartKey?
    private let sealedName: [UInt8]?

    /// A person with the key to what the reader may open of them: with all that is about those covered, with the name
    /// alone of those known.
    private struct Known {
        let sealed: SealedPerson
        let key: PartKey?
        let isCovered: Bool
    }

    fileprivate init(family: ID<Family>, reading: Reading, today: Day, dossier: StandingDossier) {
        self.family = family
        self.reading = reading
        self.today = today
        shared = dossier.shared
        sharedKey = dossier.sharedKey
        sealedName = dossier.name
        people = zip(dossier.sealed, dossier.keys).map { sealed, key in
            let isCovered = reading.covered[sealed.person] != nil
            let isKnown = isCovered || reading.known.contains(sealed.person)
            return Known(sealed: sealed, key: isKnown ? key : nil, isCovered: isCovered)
        }
    }

    /// The part in which an item about these persons lies: that of the one, or else the shared one.
    ///
    /// Of somebody this key knows nothing of it is a part that it doesn't open.
    package func part(about persons: Set<ID<Person>>) -> ID<Part> {
        guard persons.count == 1, let person = persons.first else { return shared }
        return people.first { $0.sealed.person == person }?.sealed.part ?? ID(as: person)
    }

    /// The part the family shares.
    package var sharedPart: ID<Part> { shared }

    /// The text of a sealed value; nil when it was erased, or is in a part this key does not open.
    ///
    /// - Throws: ``VaultError/damaged`` when it was tampered with.
    package func open(_ sealed: [UInt8]?, in part: ID<Part>, at place: SealedPlace) throws -> String? {
        guard let sealed, let key = sealingKey(part) else { return nil }
        return try key.open(sealed, at: place)
    }

    /// The bytes of a sealed value, on the same terms.
    package func openBytes(_ sealed: [UInt8]?, in part: ID<Part>, at place: SealedPlace) throws -> [UInt8]? {
        guard let sealed, let key = sealingKey(part) else { return nil }
        return try key.openBytes(sealed, at: place)
    }

    /// What the family is called; nil when it was erased.
    package func familyName() throws -> String? {
        try open(sealedName, in: shared, at: .familyName(family))
    }

    /// The name of a person the reader knows; nil for anybody else, and when it was erased.
    package func name(of person: ID<Person>) throws -> String? {
        guard let known = people.first(where: { $0.sealed.person == person }), let sealed = known.sealed.name,
            let key = known.key
        else { return nil }
        return try key.open(sealed, at: .name(of: person, in: family))
    }

    /// The key of the shared part, or of a person covered.
    private func sealingKey(_ part: ID<Part>) -> PartKey? {
        part == shared ? sharedKey : people.first { $0.sealed.part == part && $0.isCovered }?.key
    }

    /// A text sealed in a part.
    ///
    /// - Throws: ``ErasedPart`` when there is nothing left to seal with.
    package func seal(_ text: String, in part: ID<Part>, at place: SealedPlace) throws -> [UInt8] {
        try seal(Array(text.utf8), in: part, at: place)
    }

    /// Bytes sealed in a part.
    ///
    /// - Throws: ``ErasedPart`` as for a text.
    package func seal(_ bytes: [UInt8], in part: ID<Part>, at place: SealedPlace) throws -> [UInt8] {
        guard let key = sealingKey(part) else { throw ErasedPart() }
        return key.seal(bytes, at: place)
    }
}

extension Connection {
    /// Hands a key of one dossier to what somebody wants of it, or returns nil where the rule refuses.
    func withKey<Value>(
        of family: ID<Family>, _ look: Look, _ vault: Vault, _ body: (borrowing DossierKey) throws -> Value?
    ) throws -> Value? {
        try withKey(
            of: family, for: look.reader, .only(look.behalf), on: look.at.day, at: look.at, by: look.invitation, vault,
            body)
    }

    /// Hands a key of one dossier to a question or an act, or returns nil where the rule refuses.
    func withKey<Value>(
        of family: ID<Family>, for reader: ID<Account>, _ work: WorkAsked, on day: Day, at now: Moment? = nil,
        by invitation: ID<Invitation>?, _ vault: Vault, _ body: (borrowing DossierKey) throws -> Value?
    ) throws -> Value? {
        try vault.refresh()
        let standings = try Standings(of: reader, work, in: [family], on: day, at: now, self, vault)
        guard let dossier = standings.dossiers[family] else { return nil }
        if let invitation {
            guard case .only(let behalf) = work, !dossier.isHeld,
                let reading = try self.reading(by: invitation, in: family, reader, for: behalf, on: day)
            else { return nil }
            return try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier))
        }
        let reading: Reading
        do { reading = try dossier.standing(of: reader).reading(on: day) } catch { return nil }
        return try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier))
    }

    /// Hands, one after another, the keys of those dossiers that the reader may read: one decision for all of them.
    func withKeys(
        of families: [ID<Family>], for look: Look, naming: Named, _ vault: Vault,
        _ body: (borrowing DossierKey) throws -> Void
    ) throws {
        try vault.refresh()
        let (reader, day) = (look.reader, look.at.day)
        let standings =
            switch naming {
            case .known: try Standings(of: reader, .only(look.behalf), in: families, on: day, self, vault)
            case .covered: try Standings(listing: families, for: look, opensBirths: true, self, vault)
            case .nobody: try Standings(listing: families, for: look, opensBirths: false, self, vault)
            }
        for family in families {
            guard let dossier = standings.dossiers[family] else { continue }
            let reading: Reading
            do { reading = try dossier.standing(of: reader).reading(on: day) } catch { continue }
            try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier))
        }
    }

    /// Hands the key with which a family that was just started is filled by its starter, who reads all of it then.
    func withFoundingKey<Value>(
        of family: ID<Family>, shared: ID<Part>, persons: [ID<Person>: ID<Part>], by starter: ID<Account>, on day: Day,
        _ vault: Vault, _ body: (borrowing DossierKey) throws -> Value
    ) throws -> Value {
        let coverage = Reading.founding(by: starter, persons: Set(persons.keys))
        let dossier = try StandingDossier(shared: shared, parts: persons, of: family, vault)
        return try body(DossierKey(family: family, reading: coverage, today: day, dossier: dossier))
    }

    /// Hands the key with which one question about the log is read and answered, to who may; it opens the part of
    /// the asker, as the question lies there, and nobody else's.
    func withAnsweringKey<Value>(
        of id: ID<LogQuestion>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, StoredQuestion) throws -> Value
    ) throws -> Value? {
        try vault.refresh()
        let (reader, day) = (look.reader, look.at.day)
        guard let stored = try question(id, in: family),
            let promise = try promise(stored.question.promise, in: ID(as: family))?.promise,
            let dossier = try Standings(of: reader, .only(look.behalf), in: [family], on: day, self, vault)
                .dossiers[family],
            stored.question.mayBeAnswered(
                by: reader, owner: promise.owner, standing: dossier.standing(of: reader),
                work: try work(behind: look.behalf, of: reader, on: day), on: day)
        else { return nil }
        let reading = Reading.answering(stored.question, by: look.reader)
        return try body(DossierKey(family: family, reading: reading, today: look.at.day, dossier: dossier), stored)
    }

    /// Hands the key with which somebody who does not agree is heard and answered, to the team lead who may; it opens the
    /// part of who sent it, as it lies there, and nobody else's.
    func withHearingKey<Value>(
        of id: ID<Objection>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, StoredObjection) throws -> Value
    ) throws -> Value? {
        try vault.refresh()
        let (reader, day) = (look.reader, look.at.day)
        guard let stored = try storedObjection(id, in: family),
            let dossier = try Standings(of: reader, .only(look.behalf), in: [family], on: day, self, vault)
                .dossiers[family],
            stored.objection.mayBeAnswered(
                by: reader, standing: dossier.standing(of: reader),
                work: try work(behind: look.behalf, of: reader, on: day), keptFrom: try accountsKeptOut(of: family))
        else { return nil }
        let reading = Reading.hearing(stored.objection, by: reader)
        return try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier), stored)
    }

    /// Hands the key with which a team lead names who stands in for a colleague: it opens no more than that takes, which
    /// is nothing to read.
    func withStandInKey<Value>(
        of id: ID<Promise>, in family: ID<Family>, for look: Look, _ vault: Vault,
        _ body: (borrowing DossierKey, Membership, StoredPromise) throws -> Value
    ) throws -> Value? {
        try vault.refresh()
        let day = look.at.day
        guard let stored = try promise(id, in: ID(as: family)), let left = try membershipLeft(stored, in: family),
            StandIn.mayBeNamed(
                by: look.reader, stored.promise, work: try work(behind: look.behalf, of: look.reader, on: day),
                keptFrom: try accountsKeptOut(of: family)),
            let dossier = try Standings(of: look.reader, .only(look.behalf), in: [family], on: day, self, vault)
                .dossiers[family]
        else { return nil }
        let reading = Reading.standingIn(for: left, namedBy: look.reader)
        return try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier), left, stored)
    }

    /// Hands the key with which a family is opened in an emergency, unless it is their own or anything of it is kept from
    /// who opens it, or it was erased.
    func withEmergencyKey(
        for access: EmergencyAccess, in family: ID<Family>, on day: Day, _ vault: Vault,
        _ body: (borrowing DossierKey) throws -> Void
    ) throws -> Bool {
        guard try !accountsKeptOut(of: family).contains(access.who),
            let dossier = try Standings(of: access.who, .all, in: [family], on: day, self, vault).dossiers[family],
            dossier.sharedKey != nil
        else { return false }
        dossier.emergency = access
        dossier.onBehalfOf.insert(access.organisation)
        let reading: Reading
        do { reading = try dossier.standing(of: access.who).reading(on: day) } catch { return false }
        try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier))
        return true
    }

    /// Hands the key with which something is decided that two professionals decide, or a team lead: it opens the parts of
    /// those it is about, and lists nothing.
    ///
    /// - Parameter mayDecide: the rule, which hears how the reader stands.
    func withDecidingKey<Value>(
        about persons: Set<ID<Person>>, in family: ID<Family>, for look: Look, _ vault: Vault,
        mayDecide: (Standing) throws -> Bool, _ body: (borrowing DossierKey) throws -> Value
    ) throws -> Value? {
        try vault.refresh()
        let day = look.at.day
        guard
            let dossier = try Standings(of: look.reader, .only(look.behalf), in: [family], on: day, self, vault)
                .dossiers[family], !dossier.isHeld, try mayDecide(dossier.standing(of: look.reader))
        else { return nil }
        let organisation = try organisation(behind: look.behalf, of: look.reader, on: day)
        let reading = Reading.deciding(look.reader, about: persons, onBehalfOf: organisation)
        return try body(DossierKey(family: family, reading: reading, today: day, dossier: dossier))
    }

    /// Hands the key with which a member leaves whom nobody lets out, as their term or their work is over.
    ///
    /// - Returns: whether there is a dossier to write in; not when the family was erased.
    func withLeavingKey(
        of membership: Membership, in family: ID<Family>, on day: Day, _ vault: Vault,
        _ body: (borrowing DossierKey, Membership) throws -> Void
    ) throws -> Bool {
        try vault.refresh()
        let standings = try Standings(of: membership.account, .all, in: [family], on: day, self, vault)
        guard let dossier = standings.dossiers[family], dossier.sharedKey != nil else { return false }
        let remaining = zip(dossier.sealed, dossier.keys).compactMap { $1 == nil ? nil : $0.person }
        let leaving = membership.narrowed(to: Set(remaining))
        try body(DossierKey(family: family, reading: .leaving(leaving), today: day, dossier: dossier), leaving)
        return true
    }

    /// Hands the key with which the dossier is told what the other side did with a referral.
    ///
    /// It opens the part of whom that is about, and shows nothing to anybody; nothing where that was erased.
    func withReferralKey(
        of referral: Referral, by worker: Worker, on day: Day, _ vault: Vault,
        _ body: (borrowing DossierKey) throws -> Void
    ) throws {
        try vault.refresh()
        let standings = try Standings(of: worker.account, .all, in: [referral.family], on: day, self, vault)
        guard let dossier = standings.dossiers[referral.family],
            zip(dossier.sealed, dossier.keys).contains(where: { $0.person == referral.person && $1 != nil })
        else { return }
        let reading = Reading.answering(referral, by: worker)
        try body(DossierKey(family: referral.family, reading: reading, today: day, dossier: dossier))
    }

    /// What one account may read in a dossier now, by the rule alone; for deciding whom somebody can write to.
    func reading(of family: ID<Family>, by account: ID<Account>, on day: Day, _ vault: Vault) throws -> Reading? {
        let standings = try Standings(of: account, .all, in: [family], on: day, self, vault)
        return try? standings.dossiers[family]?.standing(of: account).reading(on: day)
    }
}
