// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// A temporary folder for everything that tests write, removed when they end.
package enum TestFolder {
    private static let number = Atomic(0)

    private static let folder: String = {
        // Not by the process alone: one that was killed leaves its folder, and its number is given out again.
        let folder = NSTemporaryDirectory() + "rondom-tests-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: TestFolder.folder) }
        return folder
    }()

    /// A place where nothing is yet.
    package static func path(_ ending: String) -> String {
        "\(folder)/\(number.add(1, ordering: .relaxed).newValue).\(ending)"
    }
}
