// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// What is said with an act.
package struct ReferralSaying: Hashable, Sendable {
    package var text: String
    /// Where the family can go instead.
    package var elsewhere: String
    /// Who carries out the help for the organisation that was asked (*onderaannemer*).
    package var subcontractor: String

    package init(_ text: String = "", elsewhere: String = "", subcontractor: String = "") {
        (self.text, self.elsewhere, self.subcontractor) = (text, elsewhere, subcontractor)
    }

    package var isEmpty: Bool { text.isEmpty && elsewhere.isEmpty && subcontractor.isEmpty }

    var sealed: String { FieldText.joined(["1", text, elsewhere, subcontractor]) }

    init?(opened: String) {
        let fields = FieldText.fields(of: opened).map(String.init)
        guard fields.count == 4, fields[0] == "1" else { return nil }
        self.init(fields[1], elsewhere: fields[2], subcontractor: fields[3])
    }
}

/// Something that was said or done with a referral.
package struct ReferralEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case sent, taken, passed, accepted, declined, redirected, met, returned, started
        case paused, resumed, bridged, finished, helped, helpedPartly, notHelped, noLongerNeeded
        case sentOn, startedElsewhere, unheard, late, left
        /// It went back to the inbox of one side, or to who asked, as nobody there has it in hand.
        case inbox, forsaken
    }

    package let kind: Kind
    /// nil for what nobody did.
    package let who: ID<Account>?
    package let organisation: ID<Organisation>?
    package let at: Moment
    /// nil where nothing was said, where the reader may not read it, and when it was erased.
    package let said: ReferralSaying?
}

extension Connection {
    /// Carries out what the rule allows: the next state, what was said, what is owed then, and what it counts for.
    ///
    /// The dossier tells of it, and others asked at the same time are over once one starts. Of a young person who was erased
    /// nothing is needed any more, whatever is done.
    ///
    /// - Throws: ``Referral/Refusal``
    package func carryOut(
        _ act: Referral.Act, saying said: ReferralSaying = ReferralSaying(), at now: Moment,
        _ key: borrowing DeskKey<Referral>, _ ids: IDSource, _ vault: Vault
    ) throws {
        let before = key.item
        guard !key.isErased || before.isOver else {
            return try change(before, to: before.erased(at: now), .noLongerNeeded, nil, at: now, ids)
        }
        try check(act, saying: said, by: key.worker, on: now.day)
        let next = try before.after(try reaching(act, in: before.family), by: key.worker, at: now)
        try recordFacts(of: act, from: before, to: next, at: now, ids)
        try save(next)
        try note(ReferralEntry.Kind(act), said, by: key.worker, at: now, key)
        try owe(next, at: now, ids)
        if let kind = JournalEntry.Kind(act) {
            try withReferralKey(of: next, by: key.worker, on: now.day, vault) { dossier in
                try journal(kind, next, by: key.worker.account, at: now, dossier, vault)
                if !said.elsewhere.isEmpty { try tell(said.elsewhere, of: next, dossier) }
            }
        }
        guard act == .start else { return }
        for other in try bundled(with: next) {
            try change(other, to: other.startedElsewhere(at: now), .startedElsewhere, nil, at: now, ids)
        }
    }

    private func check(_ act: Referral.Act, saying said: ReferralSaying, by worker: Worker, on today: Day) throws {
        switch act {
        case .decline, .giveBack:
            guard !said.text.isEmpty, !said.elsewhere.isEmpty else { throw Referral.Refusal.noReason }
        case .redirect(let organisation):
            guard try self.organisation(organisation) != nil else { throw Referral.Refusal.notNow }
        case .pass(let colleague?):
            guard try professionals(in: worker.organisation, on: today).contains(where: { $0.account == colleague })
            else { throw Referral.Refusal.notYours }
        case .take, .pass(nil), .accept, .meet, .start, .pause, .resume, .bridge, .finish, .hear, .withdraw: break
        }
    }

    /// The family reads in the dossier where else it can go.
    private func tell(_ elsewhere: String, of referral: Referral, _ key: borrowing DossierKey) throws {
        let place = SealedPlace.referralElsewhere(referral.id, in: key.family)
        let sealed = try key.seal(elsewhere, in: key.part(about: [referral.person]), at: place)
        try execute("UPDATE referral SET elsewhere = \(sealed) WHERE id = \(referral.id)")
    }

    /// An act as it reaches somebody: passed on to a colleague from whom the family is kept it lies in the inbox, and nobody
    /// is told why.
    private func reaching(_ act: Referral.Act, in family: ID<Family>) throws -> Referral.Act {
        guard case .pass(let colleague?) = act, try accountsKeptOut(of: family).contains(colleague) else { return act }
        return .pass(to: nil)
    }

    private func bundled(with referral: Referral) throws -> [Referral] {
        try rows(
            """
            SELECT \(Referral.columns) FROM referral
            WHERE bundle_id = \(referral.bundle) AND id <> \(referral.id) AND state <> 'closed' ORDER BY id
            """
        ) { try Referral(row: $0) }
    }

    /// What was said and done with a referral, first first; at the sending side the words are read by who plans with the
    /// young person.
    package func entries(_ key: borrowing DeskKey<Referral>, on today: Day) throws -> [ReferralEntry] {
        let id = key.item.id
        let isRead = try isInside(key, on: today)
        let stored = try rows(
            """
            SELECT number, kind, by_account, by_organisation, at, body FROM referral_entry
            WHERE referral_id = \(id) ORDER BY number
            """
        ) { row in
            (
                number: row.int(0), kind: try row.kept(1, ReferralEntry.Kind.self), who: row.idIfAny(2, Account.self),
                organisation: row.idIfAny(3, Organisation.self), at: row.moment(4), body: row.bytesIfAny(5)
            )
        }
        var entries: [ReferralEntry] = []
        for row in stored {
            let text = isRead ? try key.open(row.body, at: .referralEntry(row.number, of: id)) : nil
            entries.append(
                ReferralEntry(
                    kind: row.kind, who: row.who, organisation: row.organisation, at: row.at,
                    said: text.flatMap { ReferralSaying(opened: $0) }))
        }
        return entries
    }

    func note(
        _ kind: ReferralEntry.Kind, _ said: ReferralSaying?, by worker: Worker, at now: Moment,
        _ key: borrowing DeskKey<Referral>
    ) throws {
        let id = key.item.id
        let number = try nextEntry(of: id)
        var body: [UInt8]?
        if let said, !said.isEmpty { body = try key.seal(said.sealed, at: .referralEntry(number, of: id)) }
        try note(kind, by: worker, at: now, number, body, of: id)
    }

    private func note(
        _ kind: ReferralEntry.Kind, by worker: Worker?, at now: Moment, _ number: Int, _ body: [UInt8]?,
        of id: ID<Referral>
    ) throws {
        try execute(
            """
            INSERT INTO referral_entry (referral_id, number, kind, by_account, by_organisation, at, body)
            VALUES (\(id), \(number), \(kind.rawValue), \(worker?.account), \(worker?.organisation), \(now), \(body))
            """)
    }

    private func nextEntry(of id: ID<Referral>) throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) + 1 FROM referral_entry WHERE referral_id = \(id)") { $0.int(0) } ?? 1
    }

    /// A change with which nothing is said; nothing where it changes nothing.
    func change(
        _ before: Referral, to next: Referral, _ kind: ReferralEntry.Kind, _ worker: Worker?, at now: Moment,
        _ ids: IDSource
    ) throws {
        guard next != before else { return }
        try save(next)
        try note(kind, by: worker, at: now, try nextEntry(of: before.id), nil, of: before.id)
        try owe(next, at: now, ids)
    }
}

extension ReferralEntry.Kind {
    fileprivate init(_ act: Referral.Act) {
        self =
            switch act {
            case .take: .taken
            case .pass: .passed
            case .accept: .accepted
            case .decline: .declined
            case .redirect: .redirected
            case .meet: .met
            case .giveBack: .returned
            case .start: .started
            case .pause: .paused
            case .resume: .resumed
            case .bridge: .bridged
            case .finish: .finished
            case .withdraw: .noLongerNeeded
            case .hear(let closing): ReferralEntry.Kind(rawValue: closing.rawValue) ?? .helped
            }
    }
}

extension JournalEntry.Kind {
    /// What the dossier tells of an act; nil for what concerns the two sides alone.
    fileprivate init?(_ act: Referral.Act) {
        switch act {
        case .accept, .decline, .redirect, .meet: self = .referralAnswered
        case .start: self = .referralStarted
        case .finish, .giveBack, .withdraw: self = .referralFinished
        case .take, .pass, .pause, .resume, .bridge, .hear: return nil
        }
    }
}
