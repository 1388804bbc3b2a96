// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation

/// What the environment says where no option does: `RONDOM_` and the option's name.
///
/// Read when a command runs, not as an option's default: `--help` prints defaults, and an address may hold a password.
enum Setting {
    static func text(_ name: String) -> String? {
        let text = ProcessInfo.processInfo.environment["RONDOM_" + name]
        return text == "" ? nil : text
    }

    /// - Throws: `ValidationError` when it is no such number.
    static func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw ValidationError(
                "RONDOM_\(name) is a number from \(range.lowerBound) to \(range.upperBound), not “\(text)”.")
        }
        return number
    }

    /// - Throws: `ValidationError` when it is neither yes nor no.
    static func isOn(_ name: String) throws -> Bool {
        switch text(name)?.lowercased() {
        case nil, "no", "0", "false", "off": false
        case "yes", "1", "true", "on": true
        default: throw ValidationError("RONDOM_\(name) is yes or no.")
        }
    }
}
