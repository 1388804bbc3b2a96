// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension GuestRequest: DeskItem {
    package static let kind = ItemName.Kind.guestRequest

    package static func found(
        _ id: ID<GuestRequest>, on today: Day, _ connection: Connection
    ) throws -> GuestRequest? {
        let found = try connection.row("SELECT \(columns) FROM guest_request WHERE id = \(id) ORDER BY id") {
            try StoredGuestRequest(row: $0)
        }
        return try found.map { GuestRequest($0, crew: try connection.deskCrew($0.desk, on: today)) }
    }

    static let columns: SQL = "id, practice, desk_organisation, state, closing, asked_at, until_at"

    init(_ stored: StoredGuestRequest, crew: DeskCrew) {
        self.init(
            id: stored.id, practice: stored.practice, desk: stored.desk, crew: crew, state: stored.state,
            asked: stored.asked)
    }
}

/// A request as its row says, before it is known who is at the desk.
struct StoredGuestRequest: Sendable {
    let id: ID<GuestRequest>
    let practice: ID<Organisation>
    let desk: ID<Organisation>
    let state: GuestRequest.State
    let asked: Moment

    init(row: borrowing Row) throws {
        (id, practice, desk, asked) = (row.id(0), row.id(1), row.id(2), row.moment(5))
        switch row.text(3) {
        case "asked": state = .asked
        case "coded": state = .coded(until: row.moment(6))
        default: state = .closed(try row.kept(4))
        }
    }
}

/// The requests that wait for a call at one desk, longest first, still sealed.
package struct SealedGuestRequests: DeskList {
    package let items: [GuestRequest]
    private let bodies: [ID<GuestRequest>: [UInt8]]

    package init(of worker: Worker, on today: Day, _ connection: Connection) throws {
        let crew = try connection.deskCrew(worker.organisation, on: today)
        let found = try connection.rows(
            """
            SELECT \(GuestRequest.columns), body FROM guest_request
            WHERE desk_organisation = \(worker.organisation) AND state <> 'closed' AND state = 'asked'
            ORDER BY asked_at, id LIMIT 50
            """
        ) { (stored: try StoredGuestRequest(row: $0), body: $0.bytes(7)) }
        items = found.map { GuestRequest($0.stored, crew: crew) }
        bodies = Dictionary(uniqueKeysWithValues: found.map { ($0.stored.id, $0.body) })
    }

    package func sight(_ key: borrowing DeskKey<GuestRequest>) throws -> GuestRequestSight? {
        let text = try key.open(bodies[key.item.id], at: .guestRequest(key.item.id))
        return GuestRequestSight(request: key.item, asker: text.flatMap(GuestAsker.init(text:)))
    }
}

/// A request as who calls sees it.
package struct GuestRequestSight: Hashable, Sendable {
    package let request: GuestRequest
    /// nil when it was erased.
    package let asker: GuestAsker?
}

/// Who asks to be a guest, and where their practice gets mail.
package struct GuestAsker: Hashable, Sendable {
    package let guest: Guest
    package let mail: String

    package init(_ guest: Guest, mail: String) { (self.guest, self.mail) = (guest, mail) }

    package var text: String { FieldText.joined(["1", mail, guest.text]) }

    package init?(text: String) {
        let fields = FieldText.fields(of: text, atMost: 3).map(String.init)
        guard fields.count == 3, fields[0] == "1", let guest = Guest(text: fields[2]) else { return nil }
        self.init(guest, mail: fields[1])
    }
}

extension Connection {
    package func asker(_ key: borrowing DeskKey<GuestRequest>) throws -> GuestAsker? {
        let id = key.item.id
        let sealed = try row("SELECT body FROM guest_request WHERE id = \(id) ORDER BY id") { $0.bytes(0) }
        return try key.open(sealed, at: .guestRequest(id)).flatMap(GuestAsker.init(text:))
    }

    /// Notes that somebody called the practice: the code, by its digest, ends the one that stood before.
    ///
    /// - Parameter code: nil where they are not known there.
    /// - Throws: ``GuestRequest/Refusal``
    package func call(
        _ code: CardCode?, at now: Moment, _ key: borrowing DeskKey<GuestRequest>, _ ids: IDSource, _ vault: Vault
    ) throws {
        let before = key.item
        let next = try before.called(knowsThem: code != nil, by: key.worker, at: now)
        guard try code == nil || phone(of: before.practice) != nil else { throw GuestRequest.Refusal.noNumber }
        if code != nil {
            for other in try requests("practice = \(before.practice) AND state = 'coded'") {
                try save(other.replaced(), at: now)
            }
        }
        try save(next, at: now)
        let digest = code.map { vault.guestCode($0, of: before.practice) }
        try execute(
            """
            UPDATE guest_request SET code_digest = \(digest), called_by = \(key.worker.account)
            WHERE id = \(before.id)
            """)
        if case .coded(let until) = next.state {
            try execute("UPDATE guest_request SET state = 'coded', until_at = \(until) WHERE id = \(before.id)")
        }
        try owe(next, at: now, ids)
    }

    func requests(_ condition: SQL, limit: Int = 50) throws -> [GuestRequest] {
        try rows(
            """
            SELECT \(GuestRequest.columns) FROM guest_request WHERE \(condition)
            ORDER BY asked_at, id LIMIT \(limit)
            """
        ) { GuestRequest(try StoredGuestRequest(row: $0), crew: DeskCrew()) }
    }

    /// Keeps where it stands now, but for a code that is told: that is kept with its digest.
    func save(_ request: GuestRequest, at now: Moment) throws {
        guard case .closed(let closing) = request.state else {
            return _ = try execute(
                "UPDATE guest_request SET desk_organisation = \(request.desk) WHERE id = \(request.id)")
        }
        try execute("DELETE FROM guest_visit WHERE request_id = \(request.id)")
        try execute(
            """
            UPDATE guest_request
            SET state = 'closed', closing = \(closing.rawValue), closed_at = \(now), code_digest = NULL
            WHERE id = \(request.id)
            """)
    }

    /// Whether somebody at this desk may call practices.
    package func isAtDesk(_ worker: Worker, on today: Day) throws -> Bool {
        try deskCrew(worker.organisation, on: today).contains(worker.account)
    }

    /// Those of the ids that are keys of requests.
    func guestRequestIDs(among ids: [String]) throws -> Set<String> {
        Set(try rows("SELECT id FROM guest_request WHERE id IN \(list: ids) ORDER BY id") { $0.text(0) })
    }

    func guestRequests(_ ids: Set<ID<GuestRequest>>, at worker: Worker, on today: Day) throws -> [GuestRequest] {
        let crew = try deskCrew(worker.organisation, on: today)
        return try rows(
            "SELECT \(GuestRequest.columns) FROM guest_request WHERE id IN \(list: ids.sorted()) ORDER BY id"
        ) { try StoredGuestRequest(row: $0) }.filter { $0.desk == worker.organisation }
            .map { GuestRequest($0, crew: crew) }
    }
}

extension Vault {
    /// By what a code is found again: it belongs to one practice.
    func guestCode(_ code: CardCode, of practice: ID<Organisation>) -> String {
        digest("guest code \(practice) \(code.text)", for: .lookup)
    }

    /// The code that follows from a form that was sent: sent twice it is the same.
    ///
    /// Nobody computes it who has not the key.
    package func guestCode(sentBy form: ID<Submission>) -> CardCode? {
        let digits = Array(digest("guest code " + form.text, for: .form))
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            Int(String(digits[$0...$0 + 1]), radix: 16)
        }
        let signs = CardCode.signs
        return CardCode(typed: String(bytes.prefix(CardCode.length).map { signs[$0 % signs.count] }))
    }

    func guestVisit(_ token: SessionToken) -> String { digest("guest visit " + token.cookie, for: .session) }

    package func guestForm(_ form: String) -> String { digest("guest form " + form, for: .form) }

    func guestSender(_ from: String) -> String { digest("guest sender " + reportSender(from), for: .guess) }
}

extension SealedPlace {
    static func guestRequest(_ id: ID<GuestRequest>) -> SealedPlace {
        SealedPlace("guest_request", "body", row: id.text, owner: id.text)
    }
    static func guestVisit(_ digest: String, by request: ID<GuestRequest>) -> SealedPlace {
        SealedPlace("guest_visit", "body", row: digest, owner: request.text)
    }
}
