// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// Ends itself with SIGKILL after one step of an act on a key store, so that a test can see what is left on disk.
///
/// `VaultCrash STEP LOCATION STOREKEY create|erase|make|makeForever ID…`; `makeForever` prints each key's identifier once the
/// vault said that it is on disk.
@main struct VaultCrash {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 4 else { exit(64) }
        let location = KeyStoreLocation(arguments[1]) ?? .postgres(arguments[1])
        let last = Vault.Step(rawValue: arguments[0])
        let stepDone: @Sendable (Vault.Step) -> Void = { step in
            if step == last { kill(getpid(), SIGKILL) }
        }
        if arguments[3] == "create" {
            _ = try Vault.create(at: location, storeKey: arguments[2], stepDone: stepDone)
            return
        }
        let vault = try Vault.open(at: location, storeKey: arguments[2], stepDone: stepDone)
        let ids = Array(arguments.dropFirst(4))
        switch arguments[3] {
        case "erase": try vault.erase(ids)
        case "make": try vault.makeKeys(ids)
        case "makeForever": try makeForever(vault)
        default: exit(64)
        }
    }

    private static func makeForever(_ vault: Vault) throws {
        while true {
            let id = UUID().uuidString.lowercased()
            try vault.makeKeys([id])
            print(id)
            fflush(nil)
        }
    }
}
