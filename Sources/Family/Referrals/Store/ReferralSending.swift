// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// What somebody wants to send: to whom, what they ask, what goes along, and why that may be.
package struct ReferralWish: Sendable {
    package let person: ID<Person>
    /// Each organisation that is asked, with the name its referral gets; several are asked at the same time.
    package let to: [(id: ID<Referral>, organisation: ID<Organisation>)]
    package let question: PlainText
    package let basis: SharedPart.Basis
    package let parts: [(source: Shareable.Source, basis: SharedPart.Basis)]
    /// The referral that pointed to this door.
    package let origin: ID<Referral>?

    package init(
        person: ID<Person>, to: [(id: ID<Referral>, organisation: ID<Organisation>)], question: PlainText,
        basis: SharedPart.Basis, parts: [(source: Shareable.Source, basis: SharedPart.Basis)], origin: ID<Referral>?
    ) {
        (self.person, self.to, self.question) = (person, to, question)
        (self.basis, self.parts, self.origin) = (basis, parts, origin)
    }
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
        let chosen = try checked(wish, at: now, key)
        let origin = try wish.origin.flatMap { try Referral.found($0, on: now.day, self) }
        guard wish.origin == nil || origin?.family == key.family && origin?.person == wish.person else {
            throw Referral.Refusal.notYours
        }
        let (hearers, part) = (try hearers(key), key.part(about: [wish.person]))
        for (id, receiver) in wish.to {
            guard try self.organisation(receiver) != nil else { throw Referral.Refusal.notNow }
            let referral = try Referral(
                sending: id, about: wish.person, in: key.family, by: reader, to: Side(receiver), hearers: hearers,
                bundle: wish.to.first?.id, asked: origin?.wait.asked, at: now)
            let question = try key.seal(wish.question.text, in: part, at: .referralQuestion(id, in: key.family))
            try add(referral, asking: question, in: part)
            let name = try key.name(of: wish.person) ?? ""
            try withNewDeskKey(for: referral, by: worker, vault) { desk in
                try share(
                    .question, name, wish.question.text, about: [wish.person], on: wish.basis, number: 1, desk)
                for (place, (found, basis)) in chosen.enumerated() {
                    try share(
                        found.source.kind, found.title, found.body, about: found.about, on: basis, number: place + 2,
                        desk)
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

    /// What goes along, as the reader reads it now, each part on something that stands.
    private func checked(
        _ wish: ReferralWish, at now: Moment, _ key: borrowing DossierKey
    ) throws -> [(Shareable, SharedPart.Basis)] {
        guard key.reading.mayRefer(wish.person), !wish.to.isEmpty else { throw Referral.Refusal.notYours }
        let offered = try shareables(about: wish.person, key)
        let chosen = try wish.parts.map { part in
            guard let found = offered.first(where: { $0.source == part.source }) else {
                throw Referral.Refusal.notShared
            }
            return (found, part.basis)
        }
        let parts = chosen.map { SharedPart($0.source.kind, about: $0.about, on: $1) }
        try Referral.check(
            [SharedPart(.question, about: [wish.person], on: wish.basis)] + parts,
            on: try standingBases(at: now, key).map(\.standing))
        return chosen
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
        try journal(
            JournalEntry(
                at: now, kind: kind, who: who, item: ItemName(.referral, referral.id), persons: [referral.person],
                detail: referral.sender.account?.text ?? ""), key, vault)
    }
}
