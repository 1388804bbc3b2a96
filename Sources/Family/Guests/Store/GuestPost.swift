// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import Kernel
import Mail
import PeopleRules
import PeopleStore

/// Mails practices that there is an answer: no word of what, and a link that opens with their code alone.
package struct GuestPost: Sendable {
    /// What a letter says that leads to this link.
    package typealias Words = @Sendable (_ link: String) -> (subject: String, text: String)

    private let desk: Desk
    private let vault: Vault
    private let clock: Clock
    private let from: MailAddress
    private let send: @Sendable (Letter) async -> Delivery
    private let words: Words
    private let report: @Sendable () -> Void

    /// - Parameter report: hears that a letter was dropped; never to whom.
    package init(
        _ dossiers: Dossiers, _ clock: Clock, from: MailAddress,
        send: @escaping @Sendable (Letter) async -> Delivery, words: @escaping Words,
        report: @escaping @Sendable () -> Void
    ) {
        (desk, vault, self.clock, self.from) = (Desk(dossiers), dossiers.vault, clock, from)
        (self.send, self.words, self.report) = (send, words, report)
    }

    /// Runs until its task is cancelled, in the one process that holds the lease.
    package func run(pause: Duration = .seconds(15)) async {
        while !Task.isCancelled {
            if let lease = try? await desk.dossiers.database.lease("guest mail") {
                do { try await sendDue() } catch { if !Task.isCancelled { report() } }
                await lease.release()
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Sends all letters that are due now, until the server can't be reached.
    package func sendDue() async throws {
        let (now, database) = (clock.now(), desk.dossiers.database)
        for due in try await database.read({ try $0.guestLettersDue(at: now) }) {
            guard let letter = try await letter(due, at: now) else {
                try await database.write { try $0.settle(due, next: nil) }
                continue
            }
            switch await send(letter) {
            case .delivered: try await database.write { try $0.settle(due, next: nil) }
            case .refused:
                report()
                try await database.write { try $0.giveUp(due, at: now, .unguessable) }
            case .later(let answer):
                let next =
                    due.made + NoticeRhythm.patience <= now ? nil : now + NoticeRhythm.wait(afterTries: due.tries + 1)
                if next == nil { report() }
                try await database.write { connection in
                    guard let next else { return try connection.giveUp(due, at: now, .unguessable) }
                    try connection.settle(due, next: next)
                }
                if answer == nil { return }
            }
        }
    }

    /// nil where it has nowhere to go.
    private func letter(_ due: GuestLetter, at now: Moment) async throws -> Letter? {
        let item = due.referral
        let mail = try await desk.answer { _ in
            item
        } _: { keys, id, connection in
            try keys.open(try connection.body(of: id), at: .outsideQuestion(id), of: id)
                .flatMap(OutsideQuestion.init(text:))?.mail
        }
        guard let address = mail.flatMap({ try? MailAddress($0) }) else { return nil }
        let (subject, text) = words(vault.guestLink(due.referral, due.number))
        return Letter(
            id: vault.digest("guest letter \(due.referral) \(due.number)", for: .letter), from: from, to: address,
            subject: try .line(subject), text: try .paragraphs(text), date: now)
    }
}

/// A letter that is due.
struct GuestLetter: Sendable {
    let referral: ID<OutsideReferral>
    let number: Int
    let made: Moment
    let tries: Int
}

extension Connection {
    /// Makes a link to what a guest asked; the practice hears of it by mail, or the guest follows it at once.
    ///
    /// - Returns: what stands in its address.
    @discardableResult
    package func addLink(
        of id: ID<OutsideReferral>, mailed isMailed: Bool, at now: Moment, _ vault: Vault
    ) throws -> String {
        let number =
            try row("SELECT COALESCE(MAX(number), 0) + 1 FROM outside_referral_link WHERE referral_id = \(id)") {
                $0.int(0)
            } ?? 1
        let link = vault.guestLink(id, number)
        try execute(
            """
            INSERT INTO outside_referral_link (referral_id, number, token_digest, made_at, next_at)
            VALUES (\(id), \(number), \(vault.guestLinkDigest(link)), \(now), \(isMailed ? now : nil))
            """)
        return link
    }

    /// Has a new link mailed to the practice, unless one is on its way or went just now; tells whether it is.
    package func askLink(of id: ID<OutsideReferral>, at now: Moment, _ vault: Vault) throws -> Bool {
        let lately = try row(
            """
            SELECT number FROM outside_referral_link
            WHERE referral_id = \(id) AND (next_at IS NOT NULL OR made_at > \(now - Guest.visit)) ORDER BY number
            """
        ) { _ in true }
        guard lately == nil else { return false }
        try addLink(of: id, mailed: true, at: now, vault)
        return true
    }

    /// Has the receiver call the practice, where no mail goes out; tells whether it was not asked before.
    package func askCall(of id: ID<OutsideReferral>, at now: Moment, _ ids: IDSource) throws -> Bool {
        guard let before = try outsideReferrals("id = \(id)").first else { return false }
        let next = before.undelivered()
        guard next != before else { return false }
        try save(next, at: now)
        try owe(next, at: now, ids)
        return true
    }

    func guestLettersDue(at now: Moment) throws -> [GuestLetter] {
        try rows(
            """
            SELECT referral_id, number, made_at, tries FROM outside_referral_link
            WHERE next_at IS NOT NULL AND (next_at <= \(now) OR next_at > \(now + NoticeRhythm.longestWait))
            ORDER BY next_at, referral_id, number LIMIT 50
            """
        ) { GuestLetter(referral: $0.id(0), number: $0.int(1), made: $0.moment(2), tries: $0.int(3)) }
    }

    /// Sends it no more: the receiver owes the practice to tell it by telephone.
    func giveUp(_ letter: GuestLetter, at now: Moment, _ ids: IDSource) throws {
        try settle(letter, next: nil)
        guard let before = try outsideReferrals("id = \(letter.referral)").first, !before.isUntold else { return }
        let next = before.undelivered()
        guard next != before else { return }
        try save(next, at: now)
        try owe(next, at: now, ids)
    }

    func settle(_ letter: GuestLetter, next: Moment?) throws {
        try execute(
            """
            UPDATE outside_referral_link SET next_at = \(next), tries = tries + 1
            WHERE referral_id = \(letter.referral) AND number = \(letter.number)
            """)
    }
}

extension Vault {
    /// What stands in the address of a link: it is kept nowhere, and nobody computes it who has not the key.
    package func guestLink(_ id: ID<OutsideReferral>, _ number: Int) -> String {
        digest("guest link \(id) \(number)", for: .form)
    }

    func guestLinkDigest(_ link: String) -> String { digest("guest link " + link, for: .lookup) }
}
