// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import NetworkRules
import NetworkStore
import PeopleRules
import PeopleStore

/// Something that was said or done with what a guest asked, or that a guest read it.
package struct OutsideEntry: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case sent, taken, passed, accepted, declined, met, returned, started, paused, resumed, bridged, finished
        case answered, wrote, told
        // By a guest.
        case read, guestWrote, withdrawn, helped, helpedPartly, notHelped, linkAsked
        // Of the area team, and of who may be in it.
        case directed, directionLeft, hidden
        // By nobody.
        case late, left, forsaken, teamGone

        /// Whether who asked reads of it: what the receiver said to them, and what they said and did themselves.
        package var isForGuest: Bool {
            switch self {
            case .sent, .accepted, .declined, .returned, .started, .finished, .answered, .wrote, .guestWrote,
                .withdrawn,
                .helped, .helpedPartly, .notHelped, .forsaken, .directed:
                true
            case .taken, .passed, .met, .paused, .resumed, .bridged, .told, .read, .linkAsked, .late, .left,
                .directionLeft, .hidden, .teamGone:
                false
            }
        }
    }

    package let kind: Kind
    package let who: ID<Account>?
    /// nil for what no guest did, and when it was erased.
    package let guest: Guest?
    package let at: Moment
    package let said: ReferralSaying?
}

/// An entry as it lies in the database.
struct SealedOutsideEntry: Sendable {
    let number: Int
    let kind: OutsideEntry.Kind
    let who: ID<Account>?
    let guest: [UInt8]?
    let at: Moment
    let body: [UInt8]?
}

extension Connection {
    /// Carries out what the rule allows: the next state, what was said, what is owed then, what it counts for, and the mail
    /// by which the practice hears that there is an answer.
    ///
    /// - Parameter isMailed: whether mail goes out at all; where none does the practice is told by telephone.
    /// - Throws: ``OutsideReferral/Refusal``
    package func carryOut(
        _ act: OutsideReferral.Act, saying said: ReferralSaying = ReferralSaying(), at now: Moment,
        mailed isMailed: Bool = true, _ key: borrowing DeskKey<OutsideReferral>, _ ids: IDSource, _ vault: Vault
    ) throws {
        let before = key.item
        try check(act, saying: said, by: key.worker, on: now.day)
        guard try !isKept(key, from: key.worker.account, vault) else { throw OutsideReferral.Refusal.notYours }
        if case .pass(let colleague?) = act, try isKept(key, from: colleague, vault) {
            throw OutsideReferral.Refusal.notYours
        }
        let isTold = act.tellsGuest && before.source == .guest
        var next = try before.after(act, by: key.worker, at: now)
        if isTold, !isMailed { next = next.undelivered() }
        if let team = next.areaTeam, team != before.areaTeam { try keepApart(key, at: team, on: now.day, vault) }
        try count(act, from: before, to: next, at: now, ids)
        try save(next, at: now)
        let number = try nextOutsideEntry(of: before.id)
        let body = said.isEmpty ? nil : try key.seal(said.sealed, at: .outsideEntry(number, of: before.id))
        try note(OutsideEntry.Kind(act), of: before.id, by: key.worker.account, at: now, body: body)
        try owe(next, at: now, ids)
        try owe(DirectReferral(next), at: now, ids)
        if isTold, isMailed { try addLink(of: before.id, mailed: true, at: now, vault) }
    }

    private func check(
        _ act: OutsideReferral.Act, saying said: ReferralSaying, by worker: Worker, on today: Day
    ) throws {
        switch act {
        case .decline, .giveBack:
            guard !said.text.isEmpty, !said.elsewhere.isEmpty else { throw OutsideReferral.Refusal.noReason }
        case .answer, .write:
            guard !said.text.isEmpty else { throw OutsideReferral.Refusal.noReason }
        case .pass(let colleague?):
            guard try professionals(in: worker.organisation, on: today).contains(where: { $0.account == colleague })
            else { throw OutsideReferral.Refusal.notYours }
        case .start(.offered(let team)), .start(.areaTeam(let team)):
            guard try areaTeams(on: today).contains(where: { $0.id == team }) else {
                throw OutsideReferral.Refusal.noAreaTeam
            }
        case .take, .pass(nil), .accept, .meet, .start, .pause, .resume, .bridge, .finish, .tell, .hide: break
        }
    }

    /// What is worth counting of the organisation that was asked, with nobody in it.
    private func count(
        _ act: OutsideReferral.Act, from before: OutsideReferral, to next: OutsideReferral, at now: Moment,
        _ ids: IDSource
    ) throws {
        var shapes: [(FactKind, Fact.Shape)] = []
        let open = try openPromises(about: before.subject).map(\.promise)
        if let kept = act.kept, let due = open.first(where: { $0.kind == kept })?.due {
            shapes.append((.feedbackOnTime, .verdict(due >= now)))
        }
        switch act {
        case .meet, .start: shapes += next.wait.counted(since: before.wait)
        case .finish(let result): shapes += next.wait.counted(endingWith: result)
        case .take, .pass, .accept, .decline, .giveBack, .pause, .resume, .bridge, .answer, .write, .tell, .hide: break
        }
        try recordOutside(shapes, of: before, at: now, ids)
    }

    private func recordOutside(
        _ shapes: [(FactKind, Fact.Shape)], of referral: OutsideReferral, at now: Moment, _ ids: IDSource
    ) throws {
        for (kind, shape) in shapes {
            try record(
                try Fact(
                    kind: kind, organisation: referral.receiver.organisation, month: Month(of: now.day), shape: shape,
                    ids: ids))
        }
    }

    /// Carries out what a guest may: what they said is sealed under the item's key, with their name.
    ///
    /// A form that was sent before changes nothing.
    /// - Throws: ``OutsideReferral/Refusal``
    package func carryOut(
        _ act: OutsideReferral.GuestAct, saying text: String = "", formDigest: String, of id: ID<OutsideReferral>,
        by guest: Guest, at now: Moment, _ keys: borrowing BroughtKeys, _ ids: IDSource
    ) throws {
        let known = try row(
            "SELECT number FROM outside_referral_entry WHERE form_digest = \(formDigest) ORDER BY number"
        ) { _ in true }
        guard known == nil, let before = try outsideReferrals("id = \(id)").first else { return }
        if act == .write, text.isEmpty { throw OutsideReferral.Refusal.noReason }
        let next = try before.after(act, at: now)
        try save(next, at: now)
        let number = try nextOutsideEntry(of: id)
        let said = text.isEmpty ? nil : ReferralSaying(text).sealed
        try note(
            OutsideEntry.Kind(act), of: id, by: nil, at: now, formDigest: formDigest,
            guest: try keys.seal(guest.text, at: .outsideGuest(number, of: id), of: id),
            body: try said.map { try keys.seal($0, at: .outsideEntry(number, of: id), of: id) })
        try owe(next, at: now, ids)
        try owe(DirectReferral(next), at: now, ids)
        if case .judge(let verdict) = act {
            try recordOutside([(.referralHelped, .verdict(verdict == .helped))], of: next, at: now, ids)
        }
    }

    /// Notes that a guest read it, before it leaves, or asked for a new link.
    package func noteGuest(
        _ kind: OutsideEntry.Kind, _ guest: Guest, of id: ID<OutsideReferral>, at now: Moment,
        _ keys: borrowing BroughtKeys
    ) throws {
        let number = try nextOutsideEntry(of: id)
        let sealed = try keys.seal(guest.text, at: .outsideGuest(number, of: id), of: id)
        try note(kind, of: id, by: nil, at: now, guest: sealed)
    }

    func note(
        _ kind: OutsideEntry.Kind, of id: ID<OutsideReferral>, by account: ID<Account>?, at now: Moment,
        formDigest: String? = nil, guest: [UInt8]? = nil, body: [UInt8]? = nil
    ) throws {
        try execute(
            """
            INSERT INTO outside_referral_entry (referral_id, number, kind, by_account, guest, at, form_digest, body)
            VALUES (\(id), \(try nextOutsideEntry(of: id)), \(kind.rawValue), \(account), \(guest), \(now),
                \(formDigest), \(body))
            """)
    }

    func nextOutsideEntry(of id: ID<OutsideReferral>) throws -> Int {
        try row("SELECT COALESCE(MAX(number), 0) + 1 FROM outside_referral_entry WHERE referral_id = \(id)") {
            $0.int(0)
        } ?? 1
    }

    func sealedEntries(of id: ID<OutsideReferral>) throws -> [SealedOutsideEntry] {
        try rows(
            """
            SELECT number, kind, by_account, guest, at, body FROM outside_referral_entry
            WHERE referral_id = \(id) ORDER BY number
            """
        ) { row in
            SealedOutsideEntry(
                number: row.int(0), kind: try row.kept(1), who: row.idIfAny(2), guest: row.bytesIfAny(3),
                at: row.moment(4), body: row.bytesIfAny(5))
        }
    }
}

extension OutsideEntry.Kind {
    fileprivate init(_ act: OutsideReferral.Act) {
        self =
            switch act {
            case .take: .taken
            case .pass: .passed
            case .accept: .accepted
            case .decline: .declined
            case .meet: .met
            case .giveBack: .returned
            case .start: .started
            case .pause: .paused
            case .resume: .resumed
            case .bridge: .bridged
            case .finish: .finished
            case .answer: .answered
            case .write: .wrote
            case .tell: .told
            case .hide: .hidden
            }
    }

    fileprivate init(_ act: OutsideReferral.GuestAct) {
        self =
            switch act {
            case .write: .guestWrote
            case .withdraw: .withdrawn
            case .judge(.helped): .helped
            case .judge(.helpedPartly): .helpedPartly
            case .judge(.notHelped): .notHelped
            }
    }
}
