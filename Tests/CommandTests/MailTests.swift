// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation
import Kernel
import PeopleRules
import PeopleStore
import TestDatabases
import TestMail
import Testing

/// The real program beside a real mail server.
@Suite(.serialized) struct `A server that mails` {
    private let password = TestFolder.path("password")

    private func ready() async throws -> InstalledPlace {
        try Data("wachtwoord\n".utf8).write(to: URL(filePath: password))
        return try await InstalledPlace.ready()
    }

    private func options(_ sink: MailSink) -> [String] {
        [
            "--mail", "smtp://localhost:\(sink.port)", "--mail-from", "post@rondom.example", "--address",
            "https://rondom.example", "--mail-user", "rondom", "--mail-password-file", password, "--mail-ca",
            sink.authority,
        ]
    }

    /// Has a code waiting to be mailed to an address.
    private func ask(_ address: String, _ place: InstalledPlace) async throws -> ID<Account> {
        let run = try place.run(["account", "create", "family-member", "Kim de Boer"])
        let words = (run.output + run.complaint).split { !$0.isHexDigit && $0 != "-" }
        let account: ID<Account> = try #require(words.lazy.compactMap { ID<Account>($0) }.first)
        let address = try MailAddress(address)
        try await inside(place) { connection, vault in
            try connection.askNoticeCode(
                for: address, of: account, digits: "012345", at: Clock.machine.now(), vault)
        }
        return account
    }

    private func inside<Value: Sendable>(
        _ place: InstalledPlace, _ act: @escaping @Sendable (Connection, Vault) throws -> Value
    ) async throws -> Value {
        let database = try await Database.open(.sqlite(path: place.databaseFile))
        let vault = try Vault.open(at: .sqlite(path: place.keyFile), storeKey: place.storeKey)
        let value = try await database.write { try act($0, vault) }
        await database.close()
        return value
    }

    /// Waits until so many mails are there.
    private func mails(_ count: Int, _ sink: MailSink) async throws -> [MailSink.Mail] {
        for _ in 0..<200 where sink.mails.count < count { try await Task.sleep(for: .milliseconds(50)) }
        return sink.mails
    }

    @Test func `and is killed before it knew that the letter went sends it again under the same name`() async throws {
        let place = try await ready()
        let sink = try MailSink(login: "rondom:wachtwoord")
        _ = try await ask("slow@post.example", place)
        let first = try RunningServer(["serve"] + place.options + options(sink))
        #expect(try await mails(1, sink).count == 1)
        first.kill()
        let second = try RunningServer(["serve"] + place.options + options(sink))
        let mails = try await mails(2, sink)
        #expect(mails.count == 2)
        let names = Set(mails.compactMap { $0.header("Message-ID") })
        #expect(names.count == 1 && names.allSatisfy { $0.hasSuffix("@rondom.example>") && $0.count > 30 })
        #expect(mails.allSatisfy { $0.tls && $0.user == "rondom" && $0.data.contains("Je code is 012345.") })
        second.tellToStop()
        #expect(second.ended() == 0)
    }

    @Test func `and is told to stop finishes the letter on its way`() async throws {
        let place = try await ready()
        let sink = try MailSink(login: "rondom:wachtwoord")
        let account = try await ask("slow@post.example", place)
        let server = try RunningServer(["serve"] + place.options + options(sink))
        #expect(try await mails(1, sink).count == 1)
        server.tellToStop()
        #expect(server.ended() == 0)
        let isDue = try await inside(place) { connection, _ in
            try connection.row("SELECT next_at FROM notice_code WHERE account = \(account)") { !$0.isNull(0) }
        }
        #expect(isDue == false)
    }

    @Test(arguments: [("refused", "550"), ("later", "451"), ("", "can't be reached")])
    func `says in its log what went wrong, not with whom`(mood: String, said: String) async throws {
        let place = try await ready()
        let sink = try MailSink(login: "rondom:wachtwoord")
        let account = try await ask("\(mood)kim@post.example", place)
        if mood.isEmpty { sink.end() }
        let server = try RunningServer(["serve"] + place.options + options(sink))
        for _ in 0..<200 where !server.said.contains(said) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(server.said.contains(said))
        for secret in ["post.example", "Kim", "wachtwoord", account.text] { #expect(!server.said.contains(secret)) }
    }

    @Test(arguments: [
        [], ["--mail-from", "post"], ["--mail-from", "post@rondom.example", "--behind-proxy"],
        ["--mail-from", "post@rondom.example", "--mail-user", "x"],
        ["--mail-from", "post@rondom.example", "--mail-ca", "/nowhere"],
    ])
    func `wants to know all it needs`(options: [String]) async throws {
        let place = try await InstalledPlace.ready()
        let run = try RondomProgram.run(["serve", "--mail", "smtp://localhost"] + place.options + options)
        #expect(run.code == 64)
    }

    @Test(arguments: ["http://localhost", "smtp://rondom:geheim@localhost"])
    func `knows a mail server by its address, and does not repeat it`(address: String) async throws {
        let place = try await InstalledPlace.ready()
        let run = try RondomProgram.run(
            ["serve", "--mail-from", "post@rondom.example", "--address", "https://rondom.example"] + place.options,
            ["RONDOM_MAIL": address])
        #expect(run.code == 64 && !(run.output + run.complaint).contains("geheim"))
    }
}
