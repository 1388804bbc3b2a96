// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Somebody who showed the code of their practice, for an hour.
package struct GuestVisit: Hashable, Sendable {
    package let guest: Guest
    package let practice: Organisation
    /// Where the practice gets mail, as who called it noted.
    package let mail: String
}

/// By what a guest comes in: the code that stands, through a visit that is not over; and perhaps a link.
package struct GuestDoor: Sendable {
    let request: ID<GuestRequest>
    package let practice: ID<Organisation>
    /// The visit; nil for one that begins.
    let visit: (digest: String, body: [UInt8])?
    /// What the link leads to, where one was shown that is of the same practice.
    package let item: ID<OutsideReferral>?
    /// Whether that link still opens it.
    package let isFresh: Bool
}

extension Connection {
    /// The door that a code opens; nil for any other code, and for that of another practice.
    package func guestDoor(
        _ code: CardCode, of practice: ID<Organisation>, at now: Moment, _ vault: Vault
    ) throws -> GuestDoor? {
        let found = try requests(
            "state = 'coded' AND practice = \(practice) AND code_digest = \(vault.guestCode(code, of: practice))")
        guard let request = found.first, try opens(request, at: now) else { return nil }
        return GuestDoor(request: request.id, practice: practice, visit: nil, item: nil, isFresh: false)
    }

    /// The door of a visit that goes on, and of the link that was shown with it.
    ///
    /// - Parameter link: as it stands in the address; of another practice it leads nowhere.
    package func guestDoor(
        _ token: SessionToken, link: String? = nil, at now: Moment, _ vault: Vault
    ) throws -> GuestDoor? {
        let digest = vault.guestVisit(token)
        let found = try row(
            """
            SELECT v.request_id, v.until_at, v.body FROM guest_visit v
            JOIN guest_request r ON r.id = v.request_id AND r.state = 'coded'
            WHERE v.digest = \(digest) ORDER BY v.digest
            """
        ) { (request: $0.id(0, GuestRequest.self), until: $0.moment(1), body: $0.bytes(2)) }
        guard let found, found.until.isRunning(Guest.visit, at: now),
            let request = try requests("id = \(found.request)").first, try opens(request, at: now)
        else { return nil }
        guard let link else {
            return GuestDoor(
                request: request.id, practice: request.practice, visit: (digest, found.body), item: nil, isFresh: false)
        }
        let leads = try row(
            """
            SELECT l.referral_id, l.made_at FROM outside_referral_link l
            JOIN outside_referral r ON r.id = l.referral_id
            WHERE l.token_digest = \(vault.guestLinkDigest(link)) AND r.practice = \(request.practice)
            ORDER BY l.referral_id
            """
        ) { (item: $0.id(0, OutsideReferral.self), made: $0.moment(1)) }
        guard let leads else { return nil }
        return GuestDoor(
            request: request.id, practice: request.practice, visit: (digest, found.body), item: leads.item,
            isFresh: now < leads.made + Guest.link && leads.made <= now)
    }

    /// Whether its code opens anything now: told to the number that is on record still, and was when it was called.
    private func opens(_ request: GuestRequest, at now: Moment) throws -> Bool {
        guard request.isOpen(at: now), let called = request.called else { return false }
        return try hadPhone(request.practice, at: called)
    }

    /// Who is at the door.
    package func visit(by door: GuestDoor, _ keys: borrowing BroughtKeys) throws -> GuestVisit? {
        let asker = try row("SELECT body FROM guest_request WHERE id = \(door.request) ORDER BY id") { $0.bytes(0) }
        guard let visit = door.visit, let practice = try organisation(door.practice),
            let mail = try keys.open(asker, at: .guestRequest(door.request), of: door.request)
                .flatMap(GuestAsker.init(text:))?.mail,
            let guest = try keys.open(visit.body, at: .guestVisit(visit.digest, by: door.request), of: door.request)
                .flatMap(Guest.init(text:))
        else { return nil }
        return GuestVisit(guest: guest, practice: practice, mail: mail)
    }

    /// Lets somebody in who showed the code, under the name they say.
    package func enter(
        _ guest: Guest, as token: SessionToken, by door: GuestDoor, _ keys: borrowing BroughtKeys, at now: Moment,
        _ vault: Vault
    ) throws {
        let digest = vault.guestVisit(token)
        let body = try keys.seal(guest.text, at: .guestVisit(digest, by: door.request), of: door.request)
        try execute(
            """
            INSERT INTO guest_visit (digest, request_id, until_at, body)
            VALUES (\(digest), \(door.request), \(now + Guest.visit), \(body)) ON CONFLICT DO NOTHING
            """)
    }

    /// Ends a visit.
    package func leave(_ token: SessionToken, _ vault: Vault) throws {
        try execute("DELETE FROM guest_visit WHERE digest = \(vault.guestVisit(token))")
    }
}

extension Dossiers {
    /// Ends the visit of a guest who leaves; whatever is wrong, they get away.
    package var guestLeft: @Sendable (String) async -> Void {
        { [vault, database] cookie in
            guard let token = SessionToken(cookie: cookie) else { return }
            try? await database.write { try $0.leave(token, vault) }
        }
    }
}
