// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Small files whose every change is on disk when the call returns.
enum DurableFile {
    static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The first bytes of a file, or nil when there is none.
    static func read(_ path: String, atMost limit: Int) throws -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw failed(path) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = pread(file, &bytes, limit, 0)
        guard count >= 0 else { throw failed(path) }
        return Array(bytes.prefix(count))
    }

    /// Writes a file only its owner may read.
    ///
    /// What stood there is overwritten in place, not left on the disk.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failed(path) }
        defer { close(file) }
        guard pwrite(file, bytes, bytes.count, 0) == bytes.count, ftruncate(file, off_t(bytes.count)) == 0,
            fsync(file) == 0
        else { throw failed(path) }
        try syncFolder(of: path)
    }

    static func move(_ old: String, to new: String) throws {
        guard rename(old, new) == 0 else { throw failed(new) }
        try syncFolder(of: new)
    }

    static func delete(_ path: String) throws {
        guard unlink(path) == 0 || errno == ENOENT else { throw failed(path) }
        try syncFolder(of: path)
    }

    static func makeFolder(of path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder(of: path), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch { throw VaultError.unavailable("no folder for \(path): \(error.localizedDescription)") }
    }

    private static func syncFolder(of path: String) throws {
        let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failed(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failed(path) }
    }

    private static func failed(_ path: String) -> VaultError {
        .unavailable("\(path): \(String(cString: strerror(errno)))")
    }
}
