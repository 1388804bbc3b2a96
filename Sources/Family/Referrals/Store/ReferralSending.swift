// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody wants to send: to whom, what they ask, what goes along, and why that may be.
package struct ReferralWish: Sendable {
    /// An organisation that is asked, with the name its referral gets, and what lets it know: who sends says that this is
    /// the party that is named there.
    package struct Receiver: Sendable {
        package let id: ID<Referral>
        package let organisation: ID<Organisation>
        package let basis: SharedPart.Basis

        package init(_ id: ID<Referral>, _ organisation: ID<Organisation>, on basis: SharedPart.Basis) {
            (self.id, self.organisation, self.basis) = (id, organisation, basis)
        }
    }

    /// What goes along, as it was read.
    package struct Chosen: Sendable {
        let source: Shareable.Source
        let digest: String
        let basis: SharedPart.Basis

        package init(_ found: Shareable, on basis: SharedPart.Basis) {
            (source, digest, self.basis) = (found.source, found.digest, basis)
        }
    }

    package let person: ID<Person>
    /// Several are asked at the same time.
    package let to: [Receiver]
    package let question: PlainText
    package let parts: [Chosen]
    /// The referral that pointed to this door.
    package let origin: ID<Referral>?

    package init(
        person: ID<Person>, to: [Receiver], question: PlainText, parts: [Chosen], origin: ID<Referral>?
    ) {
        (self.person, self.to, self.question) = (person, to, question)
        (self.parts, self.origin) = (parts, origin)
    }
}

/// What is sent with one referral: each part with its words, and the party with whom it was agreed to share it.
private struct Packed {
    let part: SharedPart
    let title: String
    let body: String
    let party: String
}

extension Connection {
    /// Sends it: what was chosen is sealed anew for the other side, an answer is owed, and the dossier tells of it.
    ///
    /// - Throws: ``Referral/Refusal``
    package func send(
        _ wish: ReferralWish, at now: Moment, ids: IDSource, _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let reader = key.reading
        guard let organisation = reader.onBehalfOf else { throw Referral.Refusal.notYours }
        let worker = Worker(reader.reader, for: organisation)
        let packed = try packed(wish, at: now, key)
        let origin = try origin(of: wish, at: now, key)
        let (hearers, part) = (try hearers(key), key.part(about: [wish.person]))
        for (receiver, parts) in zip(wish.to, packed) {
            guard try self.organisation(receiver.organisation) != nil else { throw Referral.Refusal.notNow }
            let referral = try Referral(
                sending: receiver.id, about: wish.person, in: key.family, by: reader, to: Side(receiver.organisation),
                hearers: hearers, bundle: origin?.bundle ?? wish.to.first?.id, asked: origin?.wait.asked, at: now)
            let place = SealedPlace.referralQuestion(receiver.id, in: key.family)
            try add(referral, asking: try key.seal(wish.question.text, in: part, at: place), in: part)
            try withNewDeskKey(for: referral, by: worker, vault) { desk in
                for (number, one) in parts.enumerated() {
                    try share(one.title, one.body, as: one.part, with: one.party, number: number + 1, desk)
                }
                try note(.sent, nil, by: worker, at: now, desk)
            }
            try journal(.referralSent, referral, by: reader.reader, at: now, key, vault)
            try owe(referral, at: now, ids)
        }
        if let origin {
            try change(origin, to: origin.after(.hear(.sentOn), by: worker, at: now), .sentOn, worker, at: now, ids)
        }
    }

    /// The referral that pointed to the door that is asked now; nil where it is asked anew.
    private func origin(
        of wish: ReferralWish, at now: Moment, _ key: borrowing DossierKey
    ) throws -> Referral? {
        guard let id = wish.origin else { return nil }
        guard let origin = try Referral.found(id, on: now.day, self), origin.family == key.family,
            origin.person == wish.person
        else { throw Referral.Refusal.notYours }
        guard case .answered(.redirected(let door)) = origin.state, wish.to.map(\.organisation) == [door] else {
            throw Referral.Refusal.notNow
        }
        return origin
    }

    /// What goes along to each who is asked, as the reader reads it now: each part on something that stands and names the
    /// party that is asked, and no party for two.
    private func packed(
        _ wish: ReferralWish, at now: Moment, _ key: borrowing DossierKey
    ) throws -> [[Packed]] {
        guard key.reading.mayRefer(wish.person), !wish.to.isEmpty else { throw Referral.Refusal.notYours }
        let standing = try standingBases(at: now, key).map(\.standing)
        let chosen = try chosen(wish, standing, key)
        let packed = try wish.to.map { receiver in
            let question = Packed(
                part: SharedPart(.question, about: [wish.person], on: receiver.basis),
                title: try key.name(of: wish.person) ?? "", body: wish.question.text,
                party: standing.party(of: receiver.basis))
            let mine = [question] + chosen.filter { standing.nameOneParty($0.part.basis, receiver.basis) }
            try Referral.check(mine.map(\.part), on: standing)
            return mine
        }
        let sent = packed.reduce(0) { $0 + $1.count - 1 }
        guard sent == chosen.count else { throw Referral.Refusal.notShared }
        for (place, one) in wish.to.enumerated() {
            let isTwice = wish.to.dropFirst(place + 1).contains { standing.nameOneParty(one.basis, $0.basis) }
            guard !isTwice else { throw Referral.Refusal.notShared }
        }
        return packed
    }

    private func chosen(
        _ wish: ReferralWish, _ standing: [StandingBasis], _ key: borrowing DossierKey
    ) throws -> [Packed] {
        guard !wish.parts.isEmpty else { return [] }
        let offered = try shareables(about: wish.person, key)
        return try wish.parts.map { part in
            guard let found = offered.first(where: { $0.source == part.source }), found.digest == part.digest else {
                throw Referral.Refusal.changed
            }
            return Packed(
                part: SharedPart(found.source.kind, about: found.about, on: part.basis), title: found.title,
                body: found.body, party: standing.party(of: part.basis))
        }
    }

    /// Who directs hears of it, too, where that is another professional.
    private func hearers(_ key: borrowing DossierKey) throws -> [Promise.Receiver] {
        guard let holder = try directionNow(key)?.holder, holder != key.reading.reader,
            try successors(key).professionals.contains(holder)
        else { return [] }
        return [.account(holder)]
    }

    func journal(
        _ kind: JournalEntry.Kind, _ referral: Referral, by who: ID<Account>?, at now: Moment,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let first = try row(
            "SELECT by_account FROM referral_entry WHERE referral_id = \(referral.id) AND number = 1 ORDER BY number"
        ) { $0.idIfAny(0, Account.self) }
        // It is told of who sent it, in whose hands it may be no more.
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who, item: ItemName(.referral, referral.id), persons: [referral.person],
                detail: first??.text ?? ""), key, vault)
    }
}

extension [StandingBasis] {
    /// The party that a basis names.
    fileprivate func party(of basis: SharedPart.Basis) -> String { first { $0.basis == basis }?.party ?? "" }
}
