// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import PeopleRules
import Site

/// Where and how patiently the server listens, from options or the environment.
struct Listening: ParsableArguments {
    @Option(help: "The address to listen at (RONDOM_HOST; 127.0.0.1).")
    var host: String?

    @Option(help: "The port to listen at (RONDOM_PORT or PORT; 8080).")
    var port: Int?

    @Option(help: "Seconds a new connection may take to ask for something (RONDOM_FIRST_HEAD_SECONDS; 15).")
    var firstHeadSeconds: Int?

    @Option(help: "Seconds a connection may lie idle between two requests (RONDOM_IDLE_SECONDS; 75).")
    var idleSeconds: Int?

    @Option(help: "Seconds the body of a request may take to arrive (RONDOM_BODY_SECONDS; 60).")
    var bodySeconds: Int?

    var address: String { host ?? Setting.text("HOST") ?? "127.0.0.1" }

    /// Whether only this machine reaches it.
    var isLoopback: Bool { ["127.0.0.1", "localhost", "::1"].contains(address) }

    var portNumber: Int {
        get throws {
            if let port { return port }
            if let port = try Setting.number("PORT", in: 0...65_535) { return port }
            return Int(ProcessInfo.processInfo.environment["PORT"] ?? "") ?? 8080
        }
    }

    /// Where a browser on this machine finds it: browsers make passkeys for that name, and for no number.
    var localAddress: RelyingParty? {
        get throws { RelyingParty(address: "http://localhost:\(try portNumber)") }
    }

    var patience: SlowClients.Terms {
        get throws {
            func seconds(_ option: Int?, _ name: String, else usual: Duration) throws -> Duration {
                try (option ?? Setting.number(name, in: 1...3_600)).map { .seconds($0) } ?? usual
            }
            let usual = SlowClients.Terms.usual
            return SlowClients.Terms(
                firstHead: try seconds(firstHeadSeconds, "FIRST_HEAD_SECONDS", else: usual.firstHead),
                nextHead: try seconds(idleSeconds, "IDLE_SECONDS", else: usual.nextHead),
                body: try seconds(bodySeconds, "BODY_SECONDS", else: usual.body))
        }
    }

    func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("--port is a number from 0 to 65535.") }
        let seconds = [firstHeadSeconds, idleSeconds, bodySeconds].compactMap(\.self)
        guard seconds.allSatisfy((1...3_600).contains) else {
            throw ValidationError("Seconds are a number from 1 to 3600.")
        }
    }
}
