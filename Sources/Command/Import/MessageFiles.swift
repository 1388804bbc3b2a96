// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The paths of files with messages, named one by one or by their folder; each folder in the order of its names.
///
/// Names lie end to end, as a folder may hold so many that a string for each is most of what an import needs.
struct MessageFiles: RandomAccessCollection {
    private var folders: [String] = []
    private var names: [UInt8] = []
    private var places: [Place] = []

    private struct Place {
        let folder: UInt32
        let name: UInt32
        let length: UInt32
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(index: Int) -> String {
        let place = places[index]
        return folders[Int(place.folder)] + String(decoding: name(at: place), as: UTF8.self)
    }

    /// - Throws: when there is no such file or folder.
    init(in paths: [String]) throws {
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Stop.refused("There is no \(path).")
            }
            if isFolder.boolValue {
                try add(folder: path)
            } else {
                folders.append(path)
                add(name: [])
            }
        }
    }

    private mutating func add(folder: String) throws {
        guard let listing = opendir(folder) else { throw Stop.refused("The folder \(folder) can't be opened.") }
        defer { closedir(listing) }
        folders.append(folder + "/")
        let first = places.count
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if String(decoding: name.suffix(4), as: UTF8.self).lowercased() == ".xml" { add(name: name) }
        }
        let names = names
        places[first...].sort { Self.name(at: $0, in: names).lexicographicallyPrecedes(Self.name(at: $1, in: names)) }
    }

    private mutating func add(name: [UInt8]) {
        places.append(
            Place(folder: UInt32(folders.count - 1), name: UInt32(names.count), length: UInt32(name.count)))
        names += name
    }

    private func name(at place: Place) -> ArraySlice<UInt8> { Self.name(at: place, in: names) }

    private static func name(at place: Place, in names: [UInt8]) -> ArraySlice<UInt8> {
        names[Int(place.name)..<Int(place.name + place.length)]
    }

    /// What is in a file; nil when it can't be opened, or is larger.
    static func bytes(at path: String, limit: Int) -> [UInt8]? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: limit + 1), data.count <= limit else { return nil }
        return Array(data)
    }
}
