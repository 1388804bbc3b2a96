// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

extension Desk {
    /// Keeps that somebody asks to be a guest, at a desk that calls.
    ///
    /// It is answered alike whatever comes of it: nothing is kept without a number on record or a desk, above a few of one
    /// practice, or of one network, and of a form that was sent before.
    package func ask(
        _ id: ID<GuestRequest>, _ asker: GuestAsker, of practice: ID<Organisation>, formDigest: String, from: String,
        at now: Moment, _ vault: Vault, _ ids: IDSource
    ) async throws {
        try await bring(id, id) { connection -> GuestRequest? in
            guard try connection.mayAsk(practice, formDigest: formDigest, from: from, at: now, vault),
                let desk = try connection.callingDesk(on: now.day)
            else { return nil }
            return GuestRequest(id: id, practice: practice, desk: desk.organisation, crew: desk.crew, asked: now)
        } _: { request, keys, connection in
            try connection.execute(
                """
                INSERT INTO guest_request (id, practice, desk_organisation, state, asked_at, form_digest, body)
                VALUES (\(id), \(practice), \(request.desk), 'asked', \(now), \(formDigest),
                    \(try keys.seal(asker.text, at: .guestRequest(id), of: id)))
                """)
            try connection.owe(request, at: now, ids)
        }
    }
}

extension Connection {
    fileprivate func mayAsk(
        _ practice: ID<Organisation>, formDigest: String, from: String, at now: Moment, _ vault: Vault
    ) throws -> Bool {
        guard try practices().contains(where: { $0.id == practice }) else { return false }
        let known = try row("SELECT id FROM guest_request WHERE form_digest = \(formDigest) ORDER BY id") { _ in true }
        guard known == nil else { return false }
        let digest = vault.guestSender(from)
        try execute("DELETE FROM guest_sender WHERE at <= \(now - ReportFlood.span) OR at > \(now)")
        let sent = try row("SELECT COUNT(*) FROM guest_sender WHERE digest = \(digest)") { $0.int(0) } ?? 0
        guard sent < ReportFlood.perAddress else { return false }
        try execute(
            """
            INSERT INTO guest_sender (digest, form_digest, at) VALUES (\(digest), \(formDigest), \(now))
            ON CONFLICT DO NOTHING
            """)
        let open = try row(
            "SELECT COUNT(*) FROM guest_request WHERE practice = \(practice) AND state = 'asked'"
        ) { $0.int(0) }
        return (open ?? 0) < GuestRequest.mostOfPractice
    }

    /// The desk that calls practices: that of an area team before another.
    ///
    /// - Parameter other: a desk that does not.
    package func callingDesk(on today: Day, besides other: ID<Organisation>? = nil) throws -> ReportDesk? {
        let desks = try reportDesks(on: today).filter { $0.organisation != other }
        let teams = try organisations(desks.map(\.organisation)).filter { $0.kind == .areaTeam }.map(\.id)
        return desks.first { teams.contains($0.organisation) } ?? desks.first
    }

    /// Does what time asks of requests and codes: tells how many changed.
    package func sweepGuestRequests(at now: Moment, _ ids: IDSource) throws -> Int {
        try execute("DELETE FROM guest_visit WHERE until_at <= \(now)")
        try execute("DELETE FROM guest_sender WHERE at <= \(now - ReportFlood.span) OR at > \(now)")
        let over = try requests("state = 'coded' AND until_at <= \(now)")
        for request in over { try save(request.aged(at: now), at: now) }
        return over.count + (try moveUncalled(at: now, ids)) + (try moveForsakenGuestRequests(at: now, ids))
    }

    /// What nobody called for too long goes to another desk, where it is as late as it was; how many there were.
    private func moveUncalled(at now: Moment, _ ids: IDSource) throws -> Int {
        let late = try requests(
            """
            state <> 'closed' AND state = 'asked' AND asked_at <= \(now - GuestRequest.patience)
                AND (moved_at IS NULL OR moved_at <= \(now - GuestRequest.patience))
            """)
        for request in late {
            let desk = try callingDesk(on: now.day, besides: request.desk)?.organisation ?? request.desk
            try move(request, to: desk, at: now, ids)
        }
        return late.count
    }

    /// What lies at a desk where nobody is any more goes to another; how many there were.
    ///
    /// Where there is no other it stays.
    @discardableResult
    func moveForsakenGuestRequests(at now: Moment, _ ids: IDSource) throws -> Int {
        guard let desk = try callingDesk(on: now.day) else { return 0 }
        let forsaken = try requests("state <> 'closed' AND state = 'asked'", limit: 10_000).filter {
            try !deskCrew($0.desk, on: now.day).hasAnybody()
        }
        for request in forsaken { try move(request, to: desk.organisation, at: now, ids) }
        return forsaken.count
    }

    private func move(
        _ request: GuestRequest, to desk: ID<Organisation>, at now: Moment, _ ids: IDSource
    ) throws {
        let moved = request.moved(to: desk)
        try execute(
            "UPDATE guest_request SET desk_organisation = \(desk), moved_at = \(now) WHERE id = \(request.id)")
        try owe(moved, at: now, ids)
    }

    /// Whether practices wait at a desk for a call.
    func hasGuestRequests(at desk: ID<Organisation>) throws -> Bool {
        try !requests("state <> 'closed' AND state = 'asked' AND desk_organisation = \(desk)", limit: 1).isEmpty
    }

    /// Takes away what was over a month ago; its key goes with the keys that nothing uses.
    package func sweepOldGuestRequests(at now: Moment) throws -> Int {
        try execute("DELETE FROM guest_request WHERE closed_at IS NOT NULL AND closed_at <= \(now - GuestRequest.kept)")
    }
}
