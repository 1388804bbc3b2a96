// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules

/// Something of a dossier that can go along with a referral, as the reader may read it.
package struct Shareable: Hashable, Sendable {
    package enum Source: Hashable, Sendable {
        case story(ID<Story>)
        case goal(ID<Goal>)
        case helpSoFar

        package var kind: SharedPart.Kind {
            switch self {
            case .story: .story
            case .goal: .goal
            case .helpSoFar: .helpSoFar
            }
        }
    }

    package let source: Source
    package let about: Set<ID<Person>>
    /// Of a goal its words; of a story nothing.
    package let title: String
    package let body: String

    /// Tells one text from another (FNV-1a), so that what goes along is what was read.
    package var digest: String {
        let bytes = "\(title)\u{1F}\(body)\u{1F}\(FieldText.joined(about))".utf8
        let sum = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(sum, radix: 16)
    }
}

/// A consent or a ground that stands, with its words.
package struct BasisSight: Hashable, Sendable {
    package let standing: StandingBasis
    package let letter: ConsentLetter?
    /// nil for a consent.
    package let ground: Ground?
    package let since: Moment
}

/// A shared part as one side of a referral reads it.
package struct SharedPartSight: Hashable, Sendable {
    package let kind: SharedPart.Kind
    /// nil where it was taken back or erased, and where the reader may not read it.
    package let title: String?
    package let body: String?
    /// Whether what it rested on was taken back, or came to its end.
    package let isTakenBack: Bool
    /// The party with whom it was agreed to share it, in the words of then; nil with the rest.
    package let party: String?
}

extension Connection {
    /// What of a young person can be shared: the stories about them, the goals of the plan, who helped so far.
    package func shareables(about person: ID<Person>, _ key: borrowing DossierKey) throws -> [Shareable] {
        var found: [Shareable] = []
        for view in try stories(key) where view.story.authors.contains(person) {
            guard let version = view.versions.first(where: { $0.number == view.current }),
                let text = try text(of: version, in: view.story, key)
            else { continue }
            found.append(
                Shareable(source: .story(view.story.id), about: view.story.authors, title: "", body: text))
        }
        for sight in try plan(key).open where sight.goal.about.contains(person) {
            guard let text = sight.text else { continue }
            let body = [text.meaning] + sight.actions.compactMap { $0.text?.what }
            found.append(
                Shareable(
                    source: .goal(sight.goal.id), about: sight.goal.about, title: text.title,
                    body: body.joined(separator: "\n\n")))
        }
        let helpers = try helpersSoFar(of: person, key)
        guard !helpers.isEmpty else { return found }
        // Without names: what they were here, from when until when.
        let lines = helpers.map { "\($0.face?.function ?? ""): \($0.from.iso) – \($0.until?.iso ?? "")" }
        return found + [
            Shareable(source: .helpSoFar, about: [person], title: "", body: lines.joined(separator: "\n"))
        ]
    }

    /// What stands today by which something may be shared: consents to share with another party, and grounds that count.
    package func standingBases(at now: Moment, _ key: borrowing DossierKey) throws -> [BasisSight] {
        let agreed = try consents(key).compactMap { kept -> BasisSight? in
            guard kept.consent.asked == .share, kept.consent.membership == nil else { return nil }
            let persons = kept.consent.persons.filter { kept.outcome(for: $0, at: now).stands }
            guard !persons.isEmpty else { return nil }
            return BasisSight(
                standing: StandingBasis(.consent(kept.consent.id), about: persons, with: kept.letter?.party),
                letter: kept.letter, ground: nil, since: kept.consent.made)
        }
        let used = try groundUses(key).filter { $0.state == .counts }.map { sight in
            BasisSight(
                standing: StandingBasis(.ground(sight.use.id), about: sight.use.persons, with: sight.letter?.party),
                letter: sight.letter, ground: sight.use.ground, since: sight.use.at)
        }
        return agreed + used
    }

    /// Seals once more, under the referral's own key, what was chosen to share, and with whom that was agreed.
    func share(
        _ title: String, _ body: String, as part: SharedPart, with party: String, number: Int,
        _ key: borrowing DeskKey<Referral>
    ) throws {
        let id = key.item.id
        var (consent, use): (ID<Consent>?, ID<GroundUse>?)
        switch part.basis {
        case .consent(let found): consent = found
        case .ground(let found): use = found
        }
        try execute(
            """
            INSERT INTO referral_part (referral_id, number, kind, consent_id, use_id, party, title, body)
            VALUES (\(id), \(number), \(part.kind.rawValue), \(consent), \(use),
                \(try key.seal(party, at: .referralPart("party", number, of: id))),
                \(try key.seal(title, at: .referralPart("title", number, of: id))),
                \(try key.seal(body, at: .referralPart("body", number, of: id))))
            """)
        for person in part.about.sorted() {
            try execute(
                """
                INSERT INTO referral_part_person (referral_id, number, person_id) VALUES (\(id), \(number), \(person))
                """)
        }
    }

    /// Whether the reader knows more of a referral than how it stands: at the sending side who plans with the young person.
    package func isInside(_ key: borrowing DeskKey<Referral>, on today: Day) throws -> Bool {
        let (referral, worker) = (key.item, key.worker)
        guard referral.isSender(worker) else { return true }
        let around = try memberships(of: worker.account, in: [referral.family]).map(\.membership)
        return referral.isPlanned(by: around, on: today)
    }

    /// What goes along with a referral, as the side of the reader may read it: what rested on something that was taken back
    /// is not read by the other side any more.
    package func sharedParts(_ key: borrowing DeskKey<Referral>, on today: Day) throws -> [SharedPartSight] {
        let (id, isSender) = (key.item.id, key.item.isSender(key.worker))
        let isInside = try isInside(key, on: today)
        let found = try storedParts(of: key.item, on: today)
        var sights: [SharedPartSight] = []
        for part in found {
            let isRead = isSender ? isInside : part.stands && key.item.isSharedNow
            sights.append(
                SharedPartSight(
                    kind: part.kind,
                    title: isRead ? try key.open(part.title, at: .referralPart("title", part.number, of: id)) : nil,
                    body: isRead ? try key.open(part.body, at: .referralPart("body", part.number, of: id)) : nil,
                    isTakenBack: !part.stands,
                    party: isRead ? try key.open(part.party, at: .referralPart("party", part.number, of: id)) : nil))
        }
        return sights
    }

    private func storedParts(of referral: Referral, on today: Day) throws -> [StoredPart] {
        try rows(
            """
            SELECT p.number, p.kind, p.title, p.body, p.party, \(Self.stands(in: referral.family, on: today))
            FROM referral_part p WHERE p.referral_id = \(referral.id) ORDER BY p.number
            """
        ) { row in
            StoredPart(
                number: row.int(0), kind: try row.kept(1), title: row.bytesIfAny(2), body: row.bytesIfAny(3),
                party: row.bytesIfAny(4), stands: row.int(5) == 1)
        }
    }

    /// Whether what a part `p` rests on stands: a ground that was used does; a consent while nobody took it back for one of
    /// those whom the part is about, and its last day is to come.
    static func stands(in family: ID<Family>, on today: Day) -> SQL {
        """
        CASE WHEN p.use_id IS NOT NULL THEN 1
            WHEN EXISTS (
                SELECT 1 FROM consent c WHERE c.family_id = \(family) AND c.id = p.consent_id
                    AND (c.until_day IS NULL OR c.until_day > \(today)))
            AND NOT EXISTS (
                SELECT 1 FROM referral_part_person q
                LEFT JOIN consent_person a ON a.family_id = \(family) AND a.consent_id = p.consent_id
                    AND a.person_id = q.person_id
                WHERE q.referral_id = p.referral_id AND q.number = p.number
                    AND (a.person_id IS NULL OR a.ended_at IS NOT NULL OR a.agreed_at IS NULL))
            THEN 1 ELSE 0 END
        """
    }
}

private struct StoredPart {
    let number: Int
    let kind: SharedPart.Kind
    let title: [UInt8]?
    let body: [UInt8]?
    let party: [UInt8]?
    let stands: Bool
}
