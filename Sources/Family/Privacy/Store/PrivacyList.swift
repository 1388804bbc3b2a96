// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Something a privacy officer watches over: when, of which family, by whom and why; never what stands in a dossier.
package struct PrivacyLine: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case hold, exception, emergency, refusal, erasure, unusual
    }

    package enum State: Hashable, Sendable {
        case none
        case open
        case late
        case done
        case wasWrong
        /// A second professional said no.
        case refused
        /// It was taken back before anybody answered.
        case dropped
        case unusual(UnusualReading.Kind)
    }

    package let kind: Kind
    package let at: Moment
    package let family: ID<Family>?
    package let who: ID<Account>?
    /// Nil where none is given, and where it was erased.
    package let reason: String?
    package let state: State
    /// How often, or how many.
    package let count: Int
    /// What is opened to judge it.
    package let emergency: ID<EmergencyAccess>?
    /// Which exception it is.
    package let exception: Exception?

    /// What went another way than the ordinary one.
    package enum Exception: Hashable, Sendable {
        case decided(Decided)
        /// Help without a yes that was missing.
        case help(HelpException)
        /// What somebody asked to have erased stays.
        case erasureRefused
    }

    package init(
        kind: Kind, at: Moment, family: ID<Family>?, who: ID<Account>?, reason: String?, state: State, count: Int = 1,
        emergency: ID<EmergencyAccess>? = nil, exception: Exception? = nil
    ) {
        self.kind = kind
        self.at = at
        self.family = family
        self.who = who
        self.reason = reason
        self.state = state
        self.count = count
        self.emergency = emergency
        self.exception = exception
    }
}

/// What a privacy officer reads of some days, with how those are called who did it.
package struct PrivacyList: Sendable {
    package let lines: [PrivacyLine]
    package let names: [ID<Account>: String]
}

extension Dossiers {
    /// What is to be watched over between two moments, latest first; nil for anybody but a privacy officer.
    package func privacyList(
        of account: Account, _ look: Look, only kind: PrivacyLine.Kind?, from: Moment, until: Moment
    ) async throws -> PrivacyList? {
        let vault = vault
        let list: PrivacyList? = try await database.read { connection in
            guard account.kind == .privacyOfficer else { return nil }
            try vault.refresh()
            var lines: [PrivacyLine] = []
            for one in PrivacyLine.Kind.allCases where kind == nil || kind == one {
                lines += try connection.privacyLines(one, for: look, from: from, until: until, vault)
            }
            let accounts = try connection.accounts(Set(lines.compactMap(\.who)), vault)
            return PrivacyList(
                lines: lines.sorted { $0.at > $1.at },
                names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.profile.name) }))
        }
        try await recordReadingOfLog(look, isGranted: list != nil)
        return list
    }
}

extension Connection {
    fileprivate func privacyLines(
        _ kind: PrivacyLine.Kind, for look: Look, from: Moment, until: Moment, _ vault: Vault
    ) throws -> [PrivacyLine] {
        switch kind {
        case .hold: try heldLines(look, from: from, until: until, vault)
        case .exception: try exceptionLines(look, from: from, until: until, vault)
        case .emergency: try emergencyLines(look, from: from, until: until, vault)
        case .refusal: try refusalLines(from: from, until: until, vault)
        case .erasure: try erasureLines(from: from, until: until)
        case .unusual: try unusualLines(look, from: from, until: until, vault)
        }
    }

    private func heldLines(_ look: Look, from: Moment, until: Moment, _ vault: Vault) throws -> [PrivacyLine] {
        let found = try rows(
            """
            SELECT family_id, id FROM hold
            WHERE (made_at >= \(from) AND made_at < \(until)) OR released_at IS NULL ORDER BY made_at, id
            """
        ) { ($0.id(0, Family.self), $0.id(1, Hold.self)) }
        return try found.compactMap { family, id in
            guard let stored = try holds(of: family, only: id).first else { return nil }
            let hold = stored.hold
            let reason = try opened(
                stored.reason, in: stored.part, at: .holdReason(of: id, in: family), family, look, vault)
            let isLate = hold.released == nil && hold.reviewBy < look.at.day
            return PrivacyLine(
                kind: .hold, at: hold.made, family: family, who: hold.by, reason: reason,
                state: hold.released != nil ? .done : isLate ? .late : .open, count: hold.from.count)
        }
    }

    private func emergencyLines(_ look: Look, from: Moment, until: Moment, _ vault: Vault) throws -> [PrivacyLine] {
        let found = try rows(
            """
            SELECT \(StoredEmergency.columns) FROM emergency
            WHERE opened_at >= \(from) AND opened_at < \(until) ORDER BY opened_at, id
            """, StoredEmergency.init(row:))
        return try found.map { stored in
            let access = stored.access
            let place = SealedPlace.emergency("reason", access.id, stored.family)
            let state: PrivacyLine.State = access.review.map { $0.wasRight ? .done : .wasWrong } ?? .open
            return PrivacyLine(
                kind: .emergency, at: access.opened, family: stored.family, who: access.who,
                reason: try opened(stored.reason, in: stored.part, at: place, stored.family, look, vault),
                state: state, emergency: access.id)
        }
    }

    /// Refused attempts of one account on a day are one line.
    private func refusalLines(from: Moment, until: Moment, _ vault: Vault) throws -> [PrivacyLine] {
        let refused = try records(from: from, until: until, vault).map(\.record).filter { $0.outcome == .refused }
        return Dictionary(grouping: refused) { [$0.who.text, $0.at.local.day.iso] }.values.compactMap { looks in
            guard let last = looks.max(by: { $0.at < $1.at }) else { return nil }
            return PrivacyLine(
                kind: .refusal, at: last.at, family: nil, who: last.who, reason: nil, state: .none, count: looks.count)
        }
    }

    private func erasureLines(from: Moment, until: Moment) throws -> [PrivacyLine] {
        try rows(
            """
            SELECT family_id, erased_at, COUNT(*) FROM dossier_part
            WHERE erased_at >= \(from) AND erased_at < \(until) GROUP BY family_id, erased_at
            ORDER BY erased_at, family_id
            """
        ) { row in
            PrivacyLine(
                kind: .erasure, at: row.moment(1), family: row.id(0), who: nil, reason: nil, state: .done,
                count: row.int(2))
        }
    }

    private func unusualLines(_ look: Look, from: Moment, until: Moment, _ vault: Vault) throws -> [PrivacyLine] {
        let looks = try records(from: from, until: until, vault).compactMap { chain, record in
            record.outcome == .granted && record.role == .professional
                ? ID<Family>(chain).map { UnusualReading.Opened(who: record.who, at: record.at, family: $0) } : nil
        }
        let accounts = try accounts(Set(looks.map(\.who)), vault)
        let names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.profile.name) })
        var families: [ID<Family>: String] = [:]
        for family in Set(looks.map(\.family)) {
            families[family] =
                try withDecidingKey(about: [], in: family, for: look, vault, mayDecide: { _ in true }) { key in
                    try key.familyName()
                } ?? nil
        }
        let found = UnusualReading.found(in: looks) { who, family in
            guard let person = names[who], let name = families[family] else { return false }
            return UnusualReading.bearsName(of: person, name)
        }
        return found.map { reading in
            PrivacyLine(
                kind: .unusual, at: Moment(reading.day), family: reading.family, who: reading.who, reason: nil,
                state: .unusual(reading.kind), count: reading.count)
        }
    }

    /// The records of some days, with the chain each stands in.
    private func records(
        from: Moment, until: Moment, _ vault: Vault
    ) throws -> [(chain: String, record: AccessRecord)] {
        try rows(
            """
            SELECT chain, number, body FROM access_record
            WHERE at >= \(from) AND at < \(until) ORDER BY at DESC, chain DESC, number DESC LIMIT 20000
            """
        ) { row in
            (row.text(0), try AccessRecord.opened(row.bytes(2), number: row.int(1), chain: row.text(0), vault))
        }
    }

    /// A reason, and nothing else of the dossier.
    func opened(
        _ sealed: [UInt8]?, in part: ID<Part>, at place: SealedPlace, _ family: ID<Family>, _ look: Look,
        _ vault: Vault
    ) throws -> String? {
        let persons = try rows(
            "SELECT id FROM person WHERE family_id = \(family) AND part_id = \(part) ORDER BY id"
        ) { $0.id(0, Person.self) }
        return try withDecidingKey(
            about: Set(persons), in: family, for: look, vault, mayDecide: { _ in true }
        ) { key in try key.open(sealed, in: part, at: place) } ?? nil
    }
}
