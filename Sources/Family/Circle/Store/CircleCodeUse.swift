// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import PeopleRules
import PeopleStore

/// Who uses a code, and what is promised by who must answer, in words.
package struct CircleCodeUse: Sendable {
    package let code: CardCode
    package let name: String
    package let asking: String

    package init(code: CardCode, name: String, asking: String) {
        (self.code, self.name, self.asking) = (code, name, asking)
    }
}

extension Dossiers {
    /// Uses the code of a family: a professional is invited by it, on behalf of the organisation they work for now.
    ///
    /// Each try counts. What is wrong with a code is told to nobody; used twice by the same one it is the same.
    package func use(_ use: CircleCodeUse, ids: IDSource, _ look: Look) async throws -> CircleCodeFound {
        let vault = vault
        return try await database.write(settled: { _ in nil }) { connection in
            try vault.refresh()
            let places = [
                GuessedAt.sought(by: look.reader, as: "circleCode", vault), GuessedAt.address(look.from, vault),
            ]
            if let wait = try connection.guess(places, at: look.at) { return .waits(wait) }
            guard let family = try connection.startInvitation(use, ids: ids, look, vault) else {
                try connection.append(look.record(nil, about: []), to: ownChain, vault)
                return .nothing
            }
            try record(look, family, (Reading.invited(look.reader, to: [:]), []), connection)
            try connection.forgive(places, at: look.at)
            return .invited
        }
    }
}

extension Connection {
    /// Starts the invitation that a code is for; nil where it is none for this helper.
    ///
    /// It is written with the key of who made the code, as they stand now.
    fileprivate func startInvitation(
        _ use: CircleCodeUse, ids: IDSource, _ look: Look, _ vault: Vault
    ) throws -> ID<Family>? {
        guard let kept = try keptCode(use.code, vault) else { return nil }
        if kept.usedBy == look.reader { return kept.family }
        let work = try work(behind: look.behalf, of: look.reader, on: look.at.day).first
        guard kept.isOpen(at: look.at), let work, let organisation = try organisation(work.organisation),
            try !accountsKeptOut(of: kept.family).contains(look.reader)
        else { return nil }
        let helper = Helper(account: look.reader, name: use.name, work: work, organisation: organisation)
        return try withKey(of: kept.family, for: kept.by, .all, on: look.at.day, by: nil, vault) { key in
            do {
                try invite(helper, by: kept, asking: use.asking, at: look.at, ids: ids, key, vault)
            } catch is InvitationRefusal {
                return nil
            } catch is ErasedPart { return nil }
            return kept.family
        }
    }

    private func invite(
        _ helper: Helper, by kept: KeptCode, asking: String, at now: Moment, ids: IDSource,
        _ key: borrowing DossierKey, _ vault: Vault
    ) throws {
        let code = try circleCode(kept)
        let agreements = try whoMustAgree(for: code.persons, key)
        let invitation = try code.invitation(
            ids.next(at: now), for: helper.account, of: helper.organisation.id, by: key.reading,
            mustAgree: agreements, at: now)
        let text = try key.open(kept.body, in: key.sharedPart, at: .circleCode(kept.id, in: key.family)) ?? ""
        let face = MemberFace(
            name: helper.name, function: helper.work.title, organisation: helper.organisation.name,
            expectation: FieldText.fields(of: text, atMost: 3).last.map(String.init) ?? "")
        let inviter = try circle(key).name(of: kept.by) ?? ""
        let toSend = InvitationToSend(invitation, InvitationLetter(face: face, inviter: inviter), asking: asking)
        try keep(invitation, toSend, agreements, at: now, ids: ids, key, vault)
        try execute(
            """
            UPDATE circle_code SET used_at = \(now), used_by = \(helper.account), body = NULL
            WHERE family_id = \(key.family) AND id = \(kept.id) AND used_at IS NULL
            """)
    }
}

/// A professional at work, as who must agree see them.
private struct Helper {
    let account: ID<Account>
    let name: String
    let work: Professional
    let organisation: Organisation
}
