// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Kernel
import Mail
import PeopleRules
import PeopleStore
import TestDatabases
import Testing

@Suite struct `A choice for mail` {
    private static let now = PeopleDatabase.now

    @Test(arguments: Engine.all)
    func `counts once its address was confirmed`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let (vault, me) = (people.vault, .numbered(1) as ID<Account>)
        try await people.write {
            try $0.askNoticeCode(for: mailAddress("a@post.example"), of: me, digits: "012345", at: Self.now, vault)
        }
        #expect(try await people.choice(1) == nil)
        let answers = try await ["1", "012345", "012345"].asyncMap { typed in
            try await people.write { try $0.confirmNoticeAddress(of: me, typed: typed, at: Self.now, vault) }
        }
        #expect(answers == [.wrong(triesLeft: 2), .right, .over])
        #expect(try await people.choice(1)?.address.text == "a@post.example")
        #expect(try await people.choice(2) == nil)
    }

    @Test(arguments: Engine.all)
    func `is guessed at three times, also over several requests`(engine: Engine) async throws {
        let people = try await PeopleDatabase.withOwners(engine)
        let (vault, me) = (people.vault, .numbered(1) as ID<Account>)
        try await people.write {
            try $0.askNoticeCode(for: mailAddress("a@post.example"), of: me, digits: "012345", at: Self.now, vault)
        }
        let answers = try await ["1", "2", "3", "012345"].asyncMap { typed in
            try await people.write { try $0.confirmNoticeAddress(of: me, typed: typed, at: Self.now, vault) }
        }
        #expect(answers == [.wrong(triesLeft: 2), .wrong(triesLeft: 1), .over, .over])
        #expect(try await people.choice(1) == nil)
    }

    @Test(arguments: Engine.all)
    func `ends with all that waits, but not the count of codes`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1, 2])
        try await office.people.write { try $0.endNotices(of: .numbered(1)) }
        #expect(try await office.people.choice(1) == nil)
        #expect(try await office.waiting(1).isEmpty)
        #expect(try await office.waiting(2).count == 1)
        let vault = office.people.vault
        let code = try await office.people.read { try $0.noticeCode(of: .numbered(1), vault) }
        #expect(code?.code.asked == 1)
        try await office.people.write { try $0.sweepAccounts(at: Self.now + .days(1)) }
        #expect(try await office.people.read { try $0.noticeCode(of: .numbered(1), vault) } == nil)
    }

    @Test(arguments: Engine.all)
    func `goes with the account`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1])
        let me: ID<Account> = .numbered(1)
        try office.people.vault.erase([me.text])
        try await office.send()
        try await office.people.write { try $0.empty(me) }
        for table in ["notice_choice", "notice_code", "outbox"] {
            let left = try await office.people.read { try $0.count(table, of: me) }
            #expect(left == 0, "\(table)")
        }
    }

    /// No address and no code can be read in the database.
    @Test func `is sealed`() async throws {
        let office = try await NoticeOffice.make(.sqlite)
        let rows = try await office.people.read { connection in
            try connection.rows("SELECT address FROM notice_choice ORDER BY account") { $0.bytes(0) }
                + connection.rows("SELECT digits FROM notice_code ORDER BY account") { $0.bytes(0) }
        }
        #expect(rows.count == 4)
        for row in rows {
            let text = String(decoding: row, as: UTF8.self)
            #expect(!text.contains("post") && !text.contains("012345"))
        }
    }
}

@Suite struct `The outbox` {
    @Test(arguments: Engine.all)
    func `takes a subject once, for those who want mail`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.people.account(3, "Bart Verhoeven")
        try await office.tell([1, 3])
        office.wait(.minutes(1))
        try await office.tell([1, 2, 3])
        try await office.tell([])
        #expect(try await office.waiting(1).map(\.at) == [PeopleDatabase.now])
        #expect(try await office.waiting(2).count == 1)
        #expect(try await office.waiting(3).isEmpty)
    }

    @Test(arguments: Engine.all)
    func `becomes one letter for all that waits, a little later, and one an hour`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1, 2])
        try await office.tell([1], .promise(.numbered(8)))
        try await office.send()
        #expect(office.letters.isEmpty)
        office.wait(NoticeRhythm.grace)
        try await office.send()
        #expect(office.receivers == ["1@post.example", "2@post.example"])
        #expect(office.letters.first?.subject.text == "nl" && office.letters.first?.text.text == "news")
        try await office.tell([1])
        office.wait(.minutes(59))
        try await office.send()
        #expect(office.letters.count == 2)
        office.wait(.minutes(1))
        try await office.send()
        #expect(office.receivers.suffix(1) == ["1@post.example"] && office.letters.count == 3)
        #expect(try await office.waiting(1).isEmpty)
        #expect(Set(office.letters.map(\.id)).count == 3)
    }

    @Test(arguments: Engine.all)
    func `forgets without a letter what may not be told any more`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1])
        try await office.tell([2], .promise(.numbered(8)))
        office.withdraw(.promise(.numbered(8)))
        office.wait(.hours(1))
        try await office.send()
        #expect(office.receivers == ["1@post.example"])
        #expect(try await office.waiting(2).isEmpty)
        #expect(try await office.people.choice(2)?.sent == nil)
        #expect(office.events.isEmpty)
    }

    /// Minutes after which the next try is, as the server says "later" each time.
    @Test(arguments: Engine.all)
    func `tries again, ever later, under the same name, and drops it after two days`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        office.answer(.later(451), to: "1@post.example")
        try await office.tell([1])
        office.wait(NoticeRhythm.grace)
        var gaps: [Int] = []
        var last: Moment?
        for _ in 0..<(48 * 60) {
            let before = office.letters.count
            try await office.send()
            if office.letters.count > before {
                if let last { gaps.append(Int((office.now - last).inMilliseconds / 60_000)) }
                last = office.now
            }
            office.wait(.minutes(1))
            if try await office.waiting(1).isEmpty { break }
        }
        #expect(gaps == [1, 5, 15, 60, 180, 360, 720, 720, 720])
        #expect(Set(office.letters.map(\.id)).count == 1)
        #expect(office.events == Array(repeating: .waiting(451), count: 10) + [.dropped(1)])
    }

    @Test(arguments: Engine.all)
    func `drops what is refused at once, and shows it until a letter arrives`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        office.answer(.refused(550), to: "1@post.example")
        try await office.tell([1])
        office.wait(NoticeRhythm.grace)
        try await office.send()
        #expect(office.events == [.refused(550)])
        #expect(try await office.waiting(1).isEmpty)
        #expect(try await office.people.choice(1)?.refused == office.now)
        try await office.tell([1])
        office.wait(.hours(23))
        try await office.send()
        #expect(office.letters.count == 1)
        office.answer(.delivered, to: "1@post.example")
        office.wait(.hours(1))
        try await office.send()
        #expect(office.letters.count == 2)
        #expect(try await office.people.choice(1)?.refused == nil)
    }

    @Test(arguments: Engine.all)
    func `keeps all when nobody is there to take mail`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        for number in 1...2 { office.answer(.later(nil), to: "\(number)@post.example") }
        try await office.tell([1, 2])
        office.wait(NoticeRhythm.grace)
        try await office.send()
        #expect(office.letters.count == 1 && office.events == [.waiting(nil)])
        for number in 1...2 { office.answer(.delivered, to: "\(number)@post.example") }
        office.wait(.minutes(1))
        try await office.send()
        #expect(Set(office.receivers.suffix(2)) == ["1@post.example", "2@post.example"])
    }

    @Test(arguments: Engine.all)
    func `is not held up by one whose address was tampered with`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.people.write { connection in
            try connection.execute(
                "UPDATE notice_choice SET address = \([1, 2, 3] as [UInt8]) WHERE account = \(.numbered(1) as ID<Account>)"
            )
        }
        try await office.tell([1, 2])
        office.wait(NoticeRhythm.grace)
        try await office.send()
        #expect(office.receivers == ["2@post.example"] && office.events == [.failed])
    }

    @Test(arguments: Engine.all)
    func `is emptied by one process at a time, and a letter on its way is finished`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        let lease = try #require(try await office.people.database.lease("mail"))
        try await office.tell([1])
        office.wait(NoticeRhythm.grace)
        let running = Task { await office.sender.run() }
        try await Task.sleep(for: .milliseconds(200))
        #expect(office.letters.isEmpty)
        await lease.release()
        for _ in 0..<200 where office.letters.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        running.cancel()
        await running.value
        #expect(office.letters.count == 1)
        #expect(try await office.waiting(1).isEmpty)
    }
}

@Suite struct `A code's letter` {
    private func ask(_ office: NoticeOffice, _ address: String) async throws {
        let (vault, now) = (office.people.vault, office.now)
        try await office.people.write {
            try $0.askNoticeCode(for: mailAddress(address), of: .numbered(1), digits: "543210", at: now, vault)
        }
    }

    @Test(arguments: Engine.all)
    func `goes at once, also in an hour with another letter`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        try await office.tell([1])
        office.wait(NoticeRhythm.grace)
        try await office.send()
        try await ask(office, "nieuw@post.example")
        try await office.send()
        try await office.send()
        #expect(office.receivers == ["1@post.example", "nieuw@post.example"])
        #expect(office.letters.last?.text.text == "code(\"543210\")")
    }

    @Test(arguments: Engine.all)
    func `is tried again while the code works, and no longer`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        office.answer(.later(451), to: "nieuw@post.example")
        try await ask(office, "nieuw@post.example")
        for _ in 0..<300 {
            try await office.send()
            office.wait(.minutes(1))
        }
        #expect(office.letters.count == 4)
    }

    @Test(arguments: Engine.all)
    func `that is refused is told on the page, and not sent again`(engine: Engine) async throws {
        let office = try await NoticeOffice.make(engine)
        office.answer(.refused(550), to: "nieuw@post.example")
        try await ask(office, "nieuw@post.example")
        for _ in 0..<3 { try await office.send() }
        let vault = office.people.vault
        #expect(office.letters.count == 1)
        #expect(try await office.people.read { try $0.noticeCode(of: .numbered(1), vault) }?.refused == office.now)
    }
}

extension Connection {
    fileprivate func count(_ table: String, of account: ID<Account>) throws -> Int {
        switch table {
        case "notice_choice":
            try row("SELECT COUNT(*) FROM notice_choice WHERE account = \(account)") { $0.int(0) } ?? 0
        case "notice_code": try row("SELECT COUNT(*) FROM notice_code WHERE account = \(account)") { $0.int(0) } ?? 0
        default: try row("SELECT COUNT(*) FROM outbox WHERE account = \(account)") { $0.int(0) } ?? 0
        }
    }
}

extension Array {
    /// One after another.
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
