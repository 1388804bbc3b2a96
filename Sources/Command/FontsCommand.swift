// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Paper

/// Tells which letters a PDF made on this machine would lack.
struct FontsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts", abstract: "Tell which letters a PDF made here would lack.",
        discussion: "Says nothing where all scripts that were tried can be drawn; `serve` asks the same when it starts."
    )

    func run() {
        let packages = "Install the packages fonts-noto-core, fonts-symbola and fonts-wqy-microhei."
        switch PaperFonts.lack() {
        case .everything: say("No PDF can be made here, as no fonts are installed. \(packages)")
        case .scripts(let names) where !names.isEmpty:
            say("PDFs made here lack letters: \(names.joined(separator: ", ")). \(packages)")
        case .scripts: break
        }
    }

    /// Tells the same in a process of its own, which ends with all fonts it opened: a server that prints nothing yet
    /// would keep some ten MB of them.
    static func tellApart() throws {
        let asking = Process()
        asking.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        asking.arguments = ["fonts"]
        asking.standardInput = FileHandle.nullDevice
        asking.standardOutput = FileHandle.standardError
        try asking.run()
    }
}
