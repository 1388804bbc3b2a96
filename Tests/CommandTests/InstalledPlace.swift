// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases

/// A folder with data and keys of an installation, and how the program is told where they are.
struct InstalledPlace: Sendable {
    let folder = TestFolder.path("place")
    var database: String
    var keys: String

    init(_ engine: Engine = .sqlite) async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        keys = "sqlite:\(folder)/keys/rondom.keys"
        switch try await TestDatabase.location(engine) {
        case .sqlite: database = "sqlite:\(folder)/rondom.sqlite"
        case .postgres(let settings): database = Self.address(settings)
        }
    }

    /// With keys and schema.
    static func ready(_ engine: Engine = .sqlite) async throws -> InstalledPlace {
        let place = try await InstalledPlace(engine)
        for command in [["key", "create"], ["migrate"]] {
            let run = try place.run(command)
            if run.code != 0 { throw Broken(description: run.complaint) }
        }
        return place
    }

    struct Broken: Error, CustomStringConvertible {
        let description: String
    }

    var options: [String] { ["--database", database, "--keys", keys] }

    func run(_ command: [String]) throws -> RondomProgram.Run { try RondomProgram.run(command + options) }

    var storeKey: String { folder + "/keys/rondom.storekey" }
    var databaseFile: String { String(database.dropFirst("sqlite:".count)) }
    var keyFile: String { String(keys.dropFirst("sqlite:".count)) }

    /// The settings of libpq as an address.
    static func address(_ settings: String) -> String {
        "postgres:///?"
            + settings.split(separator: " ").map { setting in
                let pair = setting.split(separator: "=", maxSplits: 1).map(String.init)
                let value = (pair.last ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                return "\(pair[0])=\(value)"
            }.joined(separator: "&")
    }
}
