// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Wakes a thread that sleeps in `poll`: a pipe to itself.
final class Bell: Sendable {
    /// What the sleeper polls.
    let ear: CInt
    private let clapper: CInt

    init() {
        var ends: [CInt] = [-1, -1]
        pipe(&ends)
        (ear, clapper) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(ear)
        close(clapper)
    }

    /// A pipe that is full has rung enough.
    func ring() { _ = write(clapper, [1], 1) }

    func silence() {
        var rings = [UInt8](repeating: 0, count: 64)
        while read(ear, &rings, rings.count) > 0 {}
    }
}
