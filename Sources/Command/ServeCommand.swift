// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import Foundation
import Kernel
import PeopleStore

/// Serves an installation.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve this installation.",
        discussion: """
            Refuses a database of a newer or older release, the invented town, and plain http to other machines \
            unless --behind-proxy says that TLS stands in front. Exits with 2 when it can't start.
            """
    )

    @OptionGroup var places: Places

    @Option(help: "The address to listen at.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at (PORT).")
    var port = Int(ProcessInfo.processInfo.environment["PORT"] ?? "") ?? 8080

    @Flag(help: "TLS stands in front: cookies are for https alone, and the proxy tells where requests come from.")
    var behindProxy = false

    @Option(help: "What this installation is called, in the footer of each page.")
    var name: String?

    func run() async throws {
        guard behindProxy || ["127.0.0.1", "localhost", "::1"].contains(host) else {
            throw Stop("Plain http to other machines is refused. Put TLS in front and say --behind-proxy.", exitCode: 2)
        }
        let vault = try places.openVault()
        let database = try await places.openDatabase()
        try await refuseWrongSchema(of: database)
        guard try await database.read({ try $0.demoPeople() }).isEmpty else {
            throw Stop("This database holds the invented town. Serve it with “rondom demo”.", exitCode: 2)
        }
        let server = Server(
            database: database, vault: vault, host: host, port: port, isDemo: false, isSecure: behindProxy,
            isBehindProxy: behindProxy, name: name)
        try await server.run()
    }

    private func refuseWrongSchema(of database: Database) async throws {
        let done = Set(try await database.migrationsDone())
        let known = Set(Places.migrations.map(\.number))
        if let newer = done.subtracting(known).max() {
            throw Stop("The database is of a newer release (step \(newer)). Serve it with that one.", exitCode: 2)
        }
        guard known.subtracting(done).isEmpty else {
            throw Stop("The database is of an older release. Run “rondom migrate” first.", exitCode: 2)
        }
    }
}
