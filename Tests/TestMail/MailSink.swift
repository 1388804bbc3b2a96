// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import TestDatabases

/// A real mail server that keeps what it is given; its moods are told in `sink.py`.
///
/// Ended with the test.
package final class MailSink: Sendable {
    /// How the line to it is kept from others.
    package enum Line: String, Sendable { case starttls, tls, plain }

    /// A mail as the server got it.
    package struct Mail: Decodable, Hashable, Sendable {
        package let from: String
        package let to: [String]
        package let data: String
        package let tls: Bool
        package let user: String
        package let options: [String]

        /// The value of a header, as it stands there.
        package func header(_ name: String) -> String? {
            let head = data.replacing("\r\n", with: "\n").components(separatedBy: "\n\n").first ?? ""
            return head.replacing("\n ", with: " ").split(separator: "\n").first { $0.hasPrefix(name + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
    }

    /// Why there is none.
    package struct Broken: Error, CustomStringConvertible {
        package let description: String
    }

    package let folder: String
    package let port: Int
    private let process: Process
    private let input = Pipe()

    /// The certificate of who vouches for it.
    package var authority: String { folder + "/ca.pem" }
    /// The certificate of somebody else.
    package var stranger: String { folder + "/other.pem" }

    /// - Parameters:
    ///   - login: `user:password`, which it then asks for.
    ///   - folder: of a sink that ended, to go on there at the same port.
    package init(
        _ line: Line = .starttls, login: String? = nil, again folder: String? = nil, port: Int = 0
    ) throws {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        // As it is, not where it leads: by its place Python finds what was installed for us.
        let python = here.deletingLastPathComponent().deletingLastPathComponent().path + "/.venv/bin/python"
        guard FileManager.default.isExecutableFile(atPath: python) else {
            throw Broken(description: "There is no \(python): run tools/install test")
        }
        self.folder = folder ?? TestFolder.path("sink")
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
        process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments =
            [here.appending(path: "sink.py").path, self.folder, line.rawValue] + [login].compactMap(\.self)
            + ["--port", "\(port)"]
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        let complaints = self.folder + "/complaints"
        _ = FileManager.default.createFile(atPath: complaints, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: complaints)
        try process.run()
        var said = ""
        while !said.contains("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += String(decoding: more, as: UTF8.self)
        }
        guard let port = Int(said.prefix { $0.isNumber }) else {
            throw Broken(description: (try? String(contentsOfFile: complaints, encoding: .utf8)) ?? "It said nothing.")
        }
        self.port = port
    }

    deinit { end() }

    /// Ends it; what it got stays in its folder.
    package func end() {
        guard process.isRunning else { return }
        // A thread of a test may hold back other signals, and what it starts then does, too.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// What it got, in order.
    package var mails: [Mail] {
        let text = (try? String(contentsOfFile: folder + "/mails", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Mail.self, from: Data($0.utf8)) }
    }
}
