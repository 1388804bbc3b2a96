// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// What was asked of a municipality, in words: which help, and of which municipality where none is known here.
package struct ProvisionText: Hashable, Sendable {
    package let help: String
    package let municipality: String

    package init(help: String, municipality: String) { (self.help, self.municipality) = (help, municipality) }

    var sealed: String { FieldText.joined(["1", help, municipality]) }

    init?(sealed: String) {
        let fields = FieldText.fields(of: sealed, atMost: 3).map(String.init)
        guard fields.count == 3, fields[0] == "1" else { return nil }
        self.init(help: fields[1], municipality: fields[2])
    }
}

/// What a municipality was asked for, as its reader finds it.
package struct ProvisionSight: Hashable, Sendable {
    package let provision: ProvisionRequest
    /// nil when it was erased.
    package let text: ProvisionText?
    /// Where it is known here, and the reader may know where the young person is helped.
    package let municipality: ID<Organisation>?
    /// Where the letter lies, and what it says; nil where nothing was written, and when it was erased.
    package let letter: String?
}

extension ProvisionRequest {
    package var subject: Promise.Subject { Promise.Subject(kind: ItemName.Kind.provision.rawValue, id: id.text) }
}

extension Connection {
    /// What municipalities were asked for, as far as the reader knows of it, latest asked first.
    package func provisions(_ key: borrowing DossierKey) throws -> [ProvisionSight] { try provisions(nil, key) }

    /// One of them; nil where the reader does not know of it.
    package func provision(_ id: ID<ProvisionRequest>, _ key: borrowing DossierKey) throws -> ProvisionSight? {
        try provisions(id, key).first
    }

    private func provisions(_ id: ID<ProvisionRequest>?, _ key: borrowing DossierKey) throws -> [ProvisionSight] {
        let hidden = try accountsHidden(key)
        let kept = try keptProvisions(in: key.family, only: id).filter {
            key.reading.maySee($0.provision, hidden: hidden)
        }
        return try kept.map { kept in
            let id = kept.provision.id
            let text = try key.open(kept.body, in: kept.part, at: .provision(id, in: key.family))
                .flatMap(ProvisionText.init(sealed:))
            // Of whom somebody lives hidden, the municipality tells where.
            let isPlaceKnown = try !hidesPlaces(of: kept.provision.person, key)
            return ProvisionSight(
                provision: kept.provision,
                text: text.map { isPlaceKnown ? $0 : ProvisionText(help: $0.help, municipality: "") },
                municipality: isPlaceKnown ? kept.municipality : nil,
                letter: isPlaceKnown
                    ? try key.open(kept.letter, in: kept.part, at: .provisionLetter(id, in: key.family)) : nil)
        }
    }

    /// Whoever asks.
    func keptProvisions(in family: ID<Family>, only id: ID<ProvisionRequest>? = nil) throws -> [KeptProvision] {
        try rows(
            """
            SELECT id, person_id, part_id, by_id, organisation_id, proposal_id, municipality_id, made_at, asked_day,
                asker, body, decided_day, result, until_day, letter
            FROM provision_request
            WHERE family_id = \(family) AND (CAST(\(id) AS TEXT) IS NULL OR id = \(id))
            ORDER BY asked_day DESC, id DESC
            """, KeptProvision.init(row:))
    }

    /// Keeps what was asked; to look after it is owed until it was decided.
    ///
    /// - Parameter municipality: who was asked, where it is known here.
    package func keep(
        _ provision: ProvisionRequest, _ text: ProvisionText, asking municipality: ID<Organisation>?, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let part = key.part(about: [provision.person])
        let body = try key.seal(text.sealed, in: part, at: .provision(provision.id, in: key.family))
        try execute(
            """
            INSERT INTO provision_request (family_id, id, person_id, part_id, by_id, organisation_id, proposal_id,
                municipality_id, made_at, asked_day, asker, body)
            VALUES (\(key.family), \(provision.id), \(provision.person), \(part), \(provision.by),
                \(provision.organisation), \(provision.proposal), \(municipality), \(provision.made),
                \(provision.asked), \(provision.asker.rawValue), \(body))
            """)
        try journal(.provisionAsked, provision, at: provision.made, key, vault)
        let promise = Promise(
            id: ids.next(at: provision.made), kind: .followProvision, owner: .account(provision.by),
            receiver: .person(ID(as: provision.person)), subject: provision.subject,
            urgency: .agreed(Moment(provision.decideBy, hour: 17)), made: provision.made,
            fallback: provision.organisation)
        try make(promise, about: [provision.person], saying: "", by: key.reading.reader, key, vault)
    }

    /// Writes down what was decided.
    ///
    /// - Parameter letter: where the letter lies, and what it says.
    /// - Throws: ``ProvisionRequest/Refusal``
    package func decide(
        _ sight: ProvisionSight, _ decision: ProvisionRequest.Decision, letter: PlainText?, at now: Moment,
        ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let decided = try sight.provision.decided(decision, by: key.reading, on: now.day)
        let sealed = try letter.map {
            try key.seal(
                $0.text, in: key.part(about: [decided.person]), at: .provisionLetter(decided.id, in: key.family))
        }
        let changed = try execute(
            """
            UPDATE provision_request
            SET decided_day = \(decision.day), result = \(decision.result.rawValue), until_day = \(decision.until),
                letter = \(sealed), decided_by = \(key.reading.reader)
            WHERE family_id = \(key.family) AND id = \(decided.id) AND decided_day IS NULL
            """)
        guard changed == 1 else { throw ProvisionRequest.Refusal.decidedBefore }
        try journal(.provisionDecided, decided, at: now, key, vault)
        for stored in try openPromises(in: ID(as: key.family), about: decided.subject) {
            try settle(stored.promise.id, by: key.reading.reader, at: now, key, vault)
        }
        guard let isInTime = decided.isInTime else { return }
        try record(
            try Fact(
                kind: .decidedInTime, organisation: decided.organisation, month: Month(of: now.day),
                shape: .verdict(isInTime), ids: ids))
    }

    private func journal(
        _ kind: JournalEntry.Kind, _ provision: ProvisionRequest, at now: Moment, _ key: borrowing DossierKey,
        _ vault: Vault
    ) throws {
        try journal(
            JournalEntry(
                at: now, kind: kind, who: key.reading.reader, item: ItemName(.provision, provision.id),
                persons: [provision.person]), key, vault)
    }
}

/// A provision as it is kept, still sealed.
struct KeptProvision {
    let provision: ProvisionRequest
    let part: ID<Part>
    let municipality: ID<Organisation>?
    let body: [UInt8]?
    let letter: [UInt8]?

    init(row: borrowing Row) throws {
        guard let asker = ProvisionRequest.Asker(rawValue: row.text(9)) else {
            throw DatabaseError.damaged("provision asked by \(row.text(9))")
        }
        let result = row.ifAny(12) { $0.text($1) }.flatMap(ProvisionRequest.Result.init(rawValue:))
        let decided = try row.ifAny(11) { try $0.day($1) }
        let until = try row.ifAny(13) { try $0.day($1) }
        let decision = decided.flatMap { day in result.map { ProvisionRequest.Decision($0, on: day, until: until) } }
        provision = ProvisionRequest(
            id: row.id(0), person: row.id(1), by: row.id(3), organisation: row.id(4), proposal: row.idIfAny(5),
            asked: try row.day(8), asker: asker, made: row.moment(7), decision: decision)
        (part, municipality) = (row.id(2), row.idIfAny(6))
        (body, letter) = (row.bytesIfAny(10), row.bytesIfAny(14))
    }
}

extension SealedPlace {
    static func provision(_ id: ID<ProvisionRequest>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("provision_request", "body", row: id.text, owner: family.text)
    }
    static func provisionLetter(_ id: ID<ProvisionRequest>, in family: ID<Family>) -> SealedPlace {
        SealedPlace("provision_request", "letter", row: id.text, owner: family.text)
    }
}
