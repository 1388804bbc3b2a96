// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// A right that hangs on the lock of a file beside the database: the kernel takes it back when the process ends.
final class FileLease: Sendable {
    private let path: String
    private let file: CInt
    private let isReleased = Mutex(false)

    /// - Returns: nil while another process, or another lease in this one, has it.
    init?(path: String) throws(DatabaseError) {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unavailable("\(path): \(String(cString: strerror(errno)))") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    deinit { Foundation.close(file) }

    var lease: Lease {
        Lease(isHeld: { self.isHeld }, release: { self.release() })
    }

    private func release() {
        isReleased.withLock { isReleased in
            isReleased = true
            flock(file, LOCK_UN)
        }
    }

    /// The lock is of use only while it lies on the file that others find under this name.
    private var isHeld: Bool {
        var (ours, theirs) = (stat(), stat())
        return !isReleased.withLock { $0 } && fstat(file, &ours) == 0 && stat(path, &theirs) == 0
            && ours.st_ino == theirs.st_ino
            && ours.st_dev == theirs.st_dev
    }
}
