// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Mail
import PeopleRules
import PeopleStore
import Synchronization
import TestDatabases

/// A sender of notices whose letters are kept instead of sent, with a clock and a server's mood that a test sets.
final class NoticeOffice: Sendable {
    let people: PeopleDatabase
    private let state = Mutex(State())

    private struct State {
        var now = PeopleDatabase.now
        var mood: [String: Delivery] = [:]
        var letters: [Letter] = []
        var events: [NoticeSender.Event] = []
        var secrets: Set<String> = []
    }

    init(_ people: PeopleDatabase) { self.people = people }

    /// With accounts 1 and 2, who want mail at `1@post.example` and `2@post.example`.
    static func make(_ engine: Engine) async throws -> NoticeOffice {
        let people = try await PeopleDatabase.withOwners(engine)
        for number in 1...2 as ClosedRange<UInt64> { try await people.wantMail(number) }
        return NoticeOffice(people)
    }

    var now: Moment { state.withLock { $0.now } }
    var letters: [Letter] { state.withLock { $0.letters } }
    var events: [NoticeSender.Event] { state.withLock { $0.events } }
    var receivers: [String] { letters.map(\.to.text) }

    func wait(_ span: Duration) { state.withLock { $0.now = $0.now + span } }

    /// What the server says of an address; it takes letters unless told.
    func answer(_ delivery: Delivery, to address: String) { state.withLock { $0.mood[address] = delivery } }

    /// The subject that nobody may hear of any more.
    func withdraw(_ subject: NoticeSubject) { state.withLock { _ = $0.secrets.insert(subject.id) } }

    var sender: NoticeSender {
        let post = NoticePost(
            from: mailAddress("post@rondom.example"), send: { [self] in deliver($0) },
            words: { letter, language in (language, "\(letter)") },
            worthTelling: { [self] notices, _, _ in
                let secrets = state.withLock { $0.secrets }
                return notices.filter { !secrets.contains($0.subject.id) }
            })
        return NoticeSender(
            people.database, people.vault, Clock { [self] in now }, post, pause: .milliseconds(20),
            report: { [self] event in state.withLock { $0.events.append(event) } })
    }

    func send() async throws { try await sender.sendDue() }

    /// Tells accounts of something at the office's own time.
    func tell(_ accounts: [UInt64], _ subject: NoticeSubject = .conversation(.numbered(7) as ID<NoticeOffice>))
        async throws
    {
        let now = now
        try await people.write { connection in
            try connection.tell(accounts.map { .numbered($0) }, of: subject, in: .numbered(50), at: now)
        }
    }

    func waiting(_ account: UInt64) async throws -> [WaitingNotice] {
        try await people.read { try $0.notices(of: .numbered(account)) }
    }

    private func deliver(_ letter: Letter) -> Delivery {
        state.withLock { state in
            state.letters.append(letter)
            return state.mood[letter.to.text] ?? .delivered
        }
    }
}

extension PeopleDatabase {
    /// Has an account confirm `1@post.example`.
    func wantMail(_ number: UInt64) async throws {
        let address = mailAddress("\(number)@post.example")
        try await write { [vault] connection in
            try connection.askNoticeCode(
                for: address, of: .numbered(number), digits: "012345", at: Self.now - .hours(2), vault)
            _ = try connection.confirmNoticeAddress(
                of: .numbered(number), typed: "012345", at: Self.now - .hours(2), vault)
        }
    }

    func choice(_ number: UInt64) async throws -> NoticeChoice? {
        try await read { [vault] in try $0.noticeChoice(of: .numbered(number), vault) }
    }
}

/// An address that is surely one.
func mailAddress(_ text: String) -> MailAddress {
    guard let address = try? MailAddress(text) else { preconditionFailure("no address: \(text)") }
    return address
}
