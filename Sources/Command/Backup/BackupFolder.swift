// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Foundation

/// What a back-up is: a folder with the data, one with the keys, and the heads of the chains, written last.
struct BackupFolder {
    let path: String

    var sqlite: String { path + "/data/rondom.sqlite" }
    var dump: String { path + "/data/rondom.dump" }
    var keys: String { path + "/keys/rondom.keys" }
    var heads: String { path + "/heads.txt" }

    /// - Throws: ``Stop`` when something lies there already.
    func make() throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard found.isEmpty else {
            throw Stop.refused("There is something in \(path) already. Choose an empty folder.")
        }
        for folder in ["/data", "/keys"] {
            do {
                try FileManager.default.createDirectory(
                    atPath: path + folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch { throw Stop.refused("No folder can be made at \(path): \(error.localizedDescription.asClause).") }
        }
    }

    /// Half a back-up must not be taken for a whole one.
    func remove() {
        for part in ["/data", "/keys", "/heads.txt"] { try? FileManager.default.removeItem(atPath: path + part) }
    }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: file) }

    func write(_ heads: HeadsFile) throws {
        do { try Data(heads.text.utf8).write(to: URL(filePath: self.heads), options: .atomic) } catch {
            throw Stop.failed("\(self.heads) can't be written: \(error.localizedDescription.asClause).")
        }
    }
}
