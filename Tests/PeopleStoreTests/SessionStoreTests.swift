// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A kept session` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `lets in who has its token`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let session = try await people.start(.numbered(7), of: marieke)
        let signedIn = try await people.read { try $0.signedIn(.numbered(7), people.vault) }
        #expect(signedIn?.session == session)
        #expect(signedIn?.account == marieke)
        #expect(try await people.read { try $0.signedIn(.numbered(8), people.vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `is not kept by its token`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.start(.numbered(7), of: people.account(1))
        let digests = try await people.read { try $0.rows("SELECT digest FROM session ORDER BY digest") { $0.text(0) } }
        #expect(digests.count == 1 && !digests.contains(SessionToken.numbered(7).cookie))
    }

    @Test(arguments: Engine.all)
    func `slides while it is used, and not back`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let session = try await people.start(.numbered(7), of: people.account(1))
        for later in [Duration.minutes(50), .minutes(40)] {
            try await people.write { try $0.note(session, seen: Self.now + later) }
        }
        let signedIn = try await people.read { try $0.signedIn(.numbered(7), people.vault) }
        #expect(signedIn?.session.seen == Self.now + .minutes(50))
        #expect(signedIn?.isOver(at: Self.now + .minutes(100)) == false)
        #expect(signedIn?.isOver(at: Self.now + .minutes(110)) == true)
    }

    @Test(arguments: Engine.all)
    func `that was found over stays so when the clock is set back, unless it was used meanwhile`(
        engine: Engine
    ) async throws {
        let people = try await PeopleDatabase.make(engine)
        let old = try await people.start(.numbered(7), of: people.account(1))
        try await people.write { try $0.note(old, seen: Self.now + .minutes(50)) }
        try await people.write { try $0.close(old) }
        let used = try await people.read { try $0.signedIn(.numbered(7), people.vault) }
        #expect(used?.isOver(at: Self.now) == false)
        let session = try #require(used?.session)
        try await people.write { try $0.close(session) }
        let closed = try await people.read { try $0.signedIn(.numbered(7), people.vault) }
        #expect(closed?.isOver(at: Self.now - .days(1)) == true)
        #expect(try await people.read { try $0.accountOfSession(session.digest) } == session.account)
    }

    @Test(arguments: Engine.all)
    func `ends, alone or with all of its account`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let samira = try await people.account(2)
        let first = try await people.start(.numbered(7), of: marieke)
        try await people.start(.numbered(8), of: marieke)
        try await people.start(.numbered(9), of: samira)
        try await people.write { try $0.end(first) }
        #expect(try await people.read { try $0.signedIn(.numbered(7), people.vault) } == nil)
        #expect(try await people.write { try $0.endSessions(of: marieke.id) } == 1)
        #expect(try await people.read { try $0.signedIn(.numbered(8), people.vault) } == nil)
        #expect(try await people.read { try $0.signedIn(.numbered(9), people.vault) } != nil)
    }

    @Test(arguments: Engine.all)
    func `is swept a day after its end`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let session = try await people.start(.numbered(7), of: people.account(1))
        #expect(try await people.write { try $0.sweepSessions(at: session.ends + .days(1)) } == 0)
        #expect(try await people.write { try $0.sweepSessions(at: session.ends + .days(1) + .seconds(1)) } == 1)
    }
}

@Suite struct `A form` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `sent twice is known the second time, by its own sender`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let samira = try await people.account(2)
        let form: ID<Submission> = .numbered(5)
        #expect(try await people.read { try $0.submitted(form, by: marieke.id) } == nil)
        let submission = Submission(form: form, account: marieke.id, at: Self.now, outcome: "/families/1")
        try await people.write { try $0.record(submission) }
        #expect(try await people.read { try $0.submitted(form, by: marieke.id) } == "/families/1")
        #expect(try await people.read { try $0.submitted(form, by: samira.id) } == nil)
        await #expect(throws: DatabaseError.self) { try await people.write { try $0.record(submission) } }
    }

    @Test(arguments: Engine.all)
    func `is forgotten after two days`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.account(1)
        let submission = Submission(form: .numbered(5), account: marieke.id, at: Self.now, outcome: "/")
        try await people.write { try $0.record(submission) }
        #expect(try await people.write { try $0.sweepSubmissions(at: Self.now + .days(2)) } == 0)
        #expect(try await people.write { try $0.sweepSubmissions(at: Self.now + .days(3)) } == 1)
    }
}

@Suite struct `Text typed too late` {
    private static let now = PeopleDatabase.now
    private static let text = KeptText(page: "/families/1/conversations/2", fields: "text=Lieve+Samira%0A&to=3")

    @Test(arguments: Engine.all)
    func `waits for who typed it, once`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.keepText()
        #expect(try await people.take(.numbered(4), of: marieke) == Self.text)
        #expect(try await people.take(.numbered(4), of: marieke) == nil)
    }

    @Test(arguments: Engine.all)
    func `is not for the next one at the same device`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.keepText()
        let samira = try await people.account(2)
        #expect(try await people.take(.numbered(4), of: samira) == nil)
        #expect(try await people.take(.numbered(4), of: marieke) == Self.text)
    }

    @Test(arguments: Engine.all)
    func `waits for its own page`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.keepText()
        #expect(try await people.take(.numbered(4), of: marieke, on: "/families/1") == nil)
        #expect(try await people.take(.numbered(4), of: marieke) == Self.text)
    }

    @Test(arguments: Engine.all)
    func `is not to be read in the database`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        try await people.keepText()
        let kept = try await people.read {
            try $0.rows("SELECT digest, sealed FROM kept_text ORDER BY digest") { ($0.text(0), $0.bytes(1)) }
        }
        #expect(kept.count == 1)
        #expect(kept.first?.0.contains("0404") == false)
        #expect(kept.first.map { String(decoding: $0.1, as: UTF8.self).contains("Samira") } == false)
    }

    @Test(arguments: Engine.all)
    func `is gone after an hour`(engine: Engine) async throws {
        let people = try await PeopleDatabase.make(engine)
        let marieke = try await people.keepText()
        #expect(try await people.take(.numbered(4), of: marieke, at: Self.now + .hours(1)) == nil)
        #expect(try await people.write { try $0.sweepKeptTexts(at: Self.now + .minutes(59)) } == 0)
        #expect(try await people.write { try $0.sweepKeptTexts(at: Self.now + .hours(1)) } == 1)
    }
}

extension PeopleDatabase {
    @discardableResult
    fileprivate func start(_ token: SessionToken, of account: Account) async throws -> Session {
        let session = Session(digest: vault.digest(of: token), account: account.id, kind: account.kind, at: Self.now)
        try await write { try $0.start(session) }
        return session
    }

    @discardableResult
    fileprivate func keepText() async throws -> Account {
        let account = try await account(1)
        let text = KeptText(page: "/families/1/conversations/2", fields: "text=Lieve+Samira%0A&to=3")
        try await write { [vault] in try $0.keep(text, of: account.id, under: .numbered(4), at: Self.now, vault) }
        return account
    }

    fileprivate func take(
        _ key: SessionToken, of account: Account, on page: String = "/families/1/conversations/2",
        at now: Moment = PeopleDatabase.now
    ) async throws -> KeptText? {
        try await write { [vault] in
            try $0.takeKeptText(of: account.id, on: page, under: key, at: now, vault)
        }
    }
}
