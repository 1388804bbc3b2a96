// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Mail
import PeopleRules

/// Mails what waits in the outbox: every few seconds, in the one process that holds the lease.
///
/// Each letter goes at least once: it is taken out of the outbox after the server took it. When the process dies in
/// between it goes again, under the same Message-ID.
package struct NoticeSender: Sendable {
    /// What an administrator should hear of; never to whom, or about what.
    package enum Event: Hashable, Sendable {
        /// A server refused a letter for good, with this answer; it was dropped.
        case refused(Int)
        /// So many notices could not be sent for two days; they were dropped.
        case dropped(Int)
        /// The server took nothing now: with this answer, or it can't be reached or trusted.
        case waiting(Int?)
        case failed
    }

    private let database: Database
    private let vault: Vault
    private let clock: Clock
    private let post: NoticePost
    private let pause: Duration
    private let report: @Sendable (Event) -> Void

    package init(
        _ database: Database, _ vault: Vault, _ clock: Clock, _ post: NoticePost, pause: Duration = .seconds(15),
        report: @escaping @Sendable (Event) -> Void
    ) {
        self.database = database
        self.vault = vault
        self.clock = clock
        self.post = post
        self.pause = pause
        self.report = report
    }

    /// Runs until its task is cancelled; a letter on its way is finished first.
    package func run() async {
        while !Task.isCancelled {
            do { try await sendWhileLeased() } catch { if !Task.isCancelled { report(.failed) } }
            try? await Task.sleep(for: pause)
        }
    }

    private func sendWhileLeased() async throws {
        guard let lease = try await database.lease("mail") else { return }
        do {
            while !Task.isCancelled, await lease.isHeld() {
                try await sendDue()
                try? await Task.sleep(for: pause)
            }
        } catch {
            await lease.release()
            throw error
        }
        await lease.release()
    }

    /// Sends all that is due now, until the server can't be reached.
    package func sendDue() async throws {
        let now = clock.now()
        let dropped = try await database.write { try $0.dropStaleNotices(at: now) }
        if dropped > 0 { report(.dropped(dropped)) }
        guard try await sendAll(.codes, sendCode) else { return }
        _ = try await sendAll(.news, sendNews)
    }

    /// What stands in line: who is due, and how they are put behind when something is wrong with one of them.
    private struct Line: Sendable {
        let due: @Sendable (Connection, Moment) throws -> [ID<Account>]
        let putOff: @Sendable (Connection, ID<Account>, Moment) throws -> Void

        static let codes = Line(due: { try $0.accountsToSendCodes(at: $1, limit: 50) }) { connection, account, now in
            try connection.noteCode(of: account, next: nil, refused: nil, tries: 1)
        }
        static let news = Line(due: { try $0.accountsToWrite(at: $1, limit: 50) }) { connection, account, now in
            try connection.putOff(try connection.notices(of: account), at: now)
        }
    }

    /// Sends to all who are due; false when the server can't be reached.
    private func sendAll(_ line: Line, _ send: (ID<Account>) async throws -> Bool) async throws -> Bool {
        while !Task.isCancelled {
            let now = clock.now()
            let due = try await database.read { try line.due($0, now) }
            if due.isEmpty { return true }
            for account in due {
                guard !Task.isCancelled else { return false }
                do { guard try await send(account) else { return false } } catch let error as VaultError {
                    // What is damaged for one must not keep the others waiting.
                    guard error == .damaged else { throw error }
                    report(.failed)
                    try await database.write { try line.putOff($0, account, now) }
                }
            }
        }
        return false
    }

    // MARK: News

    fileprivate struct News: Sendable {
        let letter: Letter
        let notices: [WaitingNotice]
    }

    private func sendNews(to account: ID<Account>) async throws -> Bool {
        let now = clock.now()
        let (vault, post) = (vault, post)
        // Looking and leaving out are one transaction: what comes about in between is not lost.
        let news = try await database.write { connection in try connection.news(for: account, at: now, post, vault) }
        guard let news else { return true }
        return try await deliver(news.letter) { [clock] delivery, connection in
            switch delivery {
            case .delivered:
                try connection.remove(news.notices)
                try connection.noteSent(to: account, at: clock.now())
            case .refused:
                try connection.remove(news.notices)
                try connection.noteRefused(account, at: clock.now())
            case .later: try connection.putOff(news.notices, at: clock.now())
            }
        }
    }

    // MARK: Codes

    private func sendCode(to account: ID<Account>) async throws -> Bool {
        let now = clock.now()
        let (vault, post) = (vault, post)
        let found = try await database.write { connection in
            try connection.codeLetter(for: account, at: now, post, vault)
        }
        guard let found else { return true }
        return try await deliver(found.letter) { [clock] delivery, connection in
            let tries = found.tries + 1
            switch delivery {
            case .delivered: try connection.noteCode(of: account, next: nil, refused: nil, tries: tries)
            case .refused: try connection.noteCode(of: account, next: nil, refused: clock.now(), tries: tries)
            case .later:
                let next = clock.now() + NoticeRhythm.wait(afterTries: tries)
                try connection.noteCode(of: account, next: next, refused: nil, tries: tries)
            }
        }
    }

    // MARK: Delivering

    /// Sends a letter and writes down what became of it, also when we are told to stop meanwhile; false when the
    /// server can't be reached.
    private func deliver(
        _ letter: Letter, _ settle: @escaping @Sendable (Delivery, Connection) throws -> Void
    ) async throws -> Bool {
        let (database, post) = (database, post)
        let delivery = try await Task {
            let delivery = await post.send(letter)
            try await database.write { try settle(delivery, $0) }
            return delivery
        }.value
        switch delivery {
        case .delivered: break
        case .refused(let answer): report(.refused(answer))
        case .later(let answer): report(.waiting(answer))
        }
        return delivery != .later(nil)
    }
}

extension Connection {
    /// The letter that tells an account of what waits, after all that it should not hear of was left out; nil when
    /// nothing is left.
    fileprivate func news(
        for account: ID<Account>, at now: Moment, _ post: NoticePost, _ vault: Vault
    ) throws -> NoticeSender.News? {
        try vault.refresh()
        let waiting = try notices(of: account)
        guard let receiver = try self.account(account, vault), let choice = try noticeChoice(of: account, vault) else {
            try remove(waiting)
            return nil
        }
        guard choice.isWanted, NoticeRhythm.isOpen(at: now, sent: choice.sent, refused: choice.refused) else {
            return nil
        }
        let telling = try post.worthTelling(waiting, now, self)
        try remove(Set(waiting).subtracting(telling))
        guard let first = telling.first else { return nil }
        let name = [first.account.text, first.subject.kind.rawValue, first.subject.id, "\(first.at.milliseconds)"]
        let letter = try post.letter(
            .news, id: vault.digest(name.joined(separator: " "), for: .letter), to: choice.address,
            in: receiver.profile.language, at: now)
        return NoticeSender.News(letter: letter, notices: telling)
    }

    /// The letter with an account's code, or nil when it is too late for that.
    fileprivate func codeLetter(
        for account: ID<Account>, at now: Moment, _ post: NoticePost, _ vault: Vault
    ) throws -> (letter: Letter, tries: Int)? {
        try vault.refresh()
        guard let receiver = try self.account(account, vault), let kept = try noticeCode(of: account, vault),
            kept.code.isOpen(at: now)
        else {
            try execute("UPDATE notice_code SET next_at = NULL WHERE account = \(account)")
            return nil
        }
        let id = vault.digest("\(account) code \(kept.code.until.milliseconds)", for: .letter)
        let letter = try post.letter(
            .code(kept.code.digits), id: id, to: kept.code.address, in: receiver.profile.language, at: now)
        return (letter, kept.tries)
    }
}
