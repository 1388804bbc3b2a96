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
    package func callingDesk(on today: Day) throws -> ReportDesk? {
        let desks = try reportDesks(on: today)
        let teams = try organisations(desks.map(\.organisation)).filter { $0.kind == .areaTeam }.map(\.id)
        return desks.first { teams.contains($0.organisation) } ?? desks.first
    }

    /// Does what time asks of requests and codes: tells how many changed.
    ///
    /// Where nobody is at the desk any more the request goes to another.
    package func sweepGuestRequests(at now: Moment, _ ids: IDSource) throws -> Int {
        try execute("DELETE FROM guest_visit WHERE until_at <= \(now)")
        try execute("DELETE FROM guest_sender WHERE at <= \(now - ReportFlood.span) OR at > \(now)")
        let late = try requests(
            """
            state <> 'closed' AND (state = 'asked' AND asked_at <= \(now - GuestRequest.patience)
                OR state = 'coded' AND until_at <= \(now))
            """)
        for request in late {
            let aged = request.aged(at: now)
            try save(aged, at: now)
            try owe(aged, at: now, ids)
        }
        let forsaken = try requests("state <> 'closed' AND state = 'asked'").filter {
            try !deskCrew($0.desk, on: now.day).hasAnybody()
        }
        guard let desk = try callingDesk(on: now.day) else { return late.count }
        for request in forsaken {
            let moved = request.moved(to: desk.organisation)
            try save(moved, at: now)
            try owe(moved, at: now, ids)
        }
        return late.count + forsaken.count
    }

    /// Takes away what was over a month ago; its key goes with the keys that nothing uses.
    package func sweepOldGuestRequests(at now: Moment) throws -> Int {
        try execute("DELETE FROM guest_request WHERE closed_at IS NOT NULL AND closed_at <= \(now - GuestRequest.kept)")
    }
}
