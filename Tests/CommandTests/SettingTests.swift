// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import TestDatabases
import Testing

@Suite struct `A setting` {
    @Test func `comes from a variable, and an option wins`() async throws {
        let place = try await InstalledPlace.ready()
        let variables = [
            "RONDOM_DATABASE": place.database, "RONDOM_KEYS": place.keys, "RONDOM_NAME": "Rondom van Zuilen",
        ]
        let server = try RunningServer(["serve"], variables)
        #expect(try Visitor(port: server.port).get("/sign-in").body.contains("Rondom van Zuilen"))
        let elsewhere = try RondomProgram.run(["key", "check", "--keys", "sqlite:/nowhere/x"], variables)
        #expect(elsewhere.code == 2)
    }

    @Test(arguments: [
        ["RONDOM_PORT": "many"], ["RONDOM_PORT": "99999"], ["RONDOM_BEHIND_PROXY": "perhaps"],
        ["RONDOM_FIRST_HEAD_SECONDS": "0"], ["RONDOM_POOL_SIZE": "none"],
    ])
    func `that can't be is asked wrongly`(variables: [String: String]) async throws {
        let place = try await InstalledPlace.ready()
        #expect(try RondomProgram.run(["serve"] + place.options, variables).code == 64)
    }

    @Test(arguments: [
        ["--database", "postgres://rondom:geheim@127.0.0.1:1/x"], ["--database", "postgress://rondom:geheim@db/x"],
        ["--database", "postgres://rondom:geheim%zz@db/x"], ["--keys", "postgres://rondom:geheim@127.0.0.1:1/x"],
    ])
    func `with a password is never repeated`(option: [String]) async throws {
        let place = try await InstalledPlace.ready()
        let other = option[0] == "--keys" ? ["--database", place.database] : ["--keys", place.keys]
        let run = try RondomProgram.run(["serve"] + option + other)
        #expect(run.code == 2 || run.code == 64)
        #expect(!(run.output + run.complaint).contains("geheim"))
        let help = try RondomProgram.run(["serve", "--help"], ["RONDOM_DATABASE": option[1]])
        #expect(!help.output.contains("geheim"))
    }

    @Test(arguments: [
        "serve", "demo", "migrate", "account create", "key rotate", "backup", "restore", "verify", "erase",
    ])
    func `is told by help`(command: String) throws {
        let help = try RondomProgram.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(help.code == 0)
        #expect(help.output.contains("RONDOM_"))
    }
}
