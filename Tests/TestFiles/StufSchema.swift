// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What another than we finds in a message: xmllint, with the schemas of StUF-Jeugdzorg 1.0.9.
package enum StufSchema: String {
    case messages = "jz0100_msg_vtberichten_resolved2025.xsd"
    case faults = "jz0100_stuf0301_simpleTypes_resolved2025.xsd"

    /// What is wrong with a message; empty for one that is valid.
    package func complaints(about bytes: [UInt8], in folder: String) throws -> String {
        let file = URL(fileURLWithPath: folder + "/" + UUID().uuidString + ".xml")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("StufJeugdzorg/" + rawValue)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xmllint", "--nonet", "--noout", "--schema", schema.path, file.path]
        let said = Pipe()
        (process.standardError, process.standardOutput) = (said, said)
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : text
    }
}
