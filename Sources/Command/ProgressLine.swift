// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// How far long work is, on one line of the terminal; nothing where nobody looks.
struct ProgressLine: Sendable {
    private let title: String
    private let isWatched = isatty(STDERR_FILENO) == 1

    init(_ title: String) { self.title = title }

    func show(_ done: Int, of all: Int) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\(title): \(done) of \(all)".utf8))
    }

    func finish() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\n".utf8))
    }
}
