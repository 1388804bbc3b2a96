// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CZip

/// A zip archive that is read through a function, place by place; libzip does the reading.
final class ZipArchive {
    struct Entry {
        let name: String
        let size: Int
        let packed: Int
        let method: Int32
        let isLocked: Bool
    }

    private let archive: OpaquePointer
    private let bytes: ZipBytes

    /// Opens an archive whose table of contents and entries tell the same.
    ///
    /// - Throws: ``FileFlaw/damaged`` when it is none, or what `read` throws.
    init(size: Int, read: @escaping (Int, Int) throws -> [UInt8]) throws {
        bytes = ZipBytes(size: size, read: read)
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        let context = Unmanaged.passUnretained(bytes).toOpaque()
        guard let source = zip_source_function_create(zipCallback, context, &error) else { throw FileFlaw.damaged }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
            zip_source_free(source)
            throw bytes.failure ?? FileFlaw.damaged
        }
        self.archive = archive
    }

    func close() { zip_discard(archive) }

    var count: Int { Int(zip_get_num_entries(archive, 0)) }

    /// How long the archive's own comment is.
    var comment: Int {
        var length: Int32 = 0
        _ = zip_get_archive_comment(archive, &length, zip_flags_t(ZIP_FL_ENC_RAW))
        return Int(length)
    }

    func entry(_ place: Int) throws -> Entry {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, zip_uint64_t(place), 0, &stat) == 0, let name = stat.name,
            let size = Int(exactly: stat.size), let packed = Int(exactly: stat.comp_size), size < 1 << 40,
            packed < 1 << 40
        else { throw bytes.failure ?? FileFlaw.damaged }
        return Entry(
            name: String(cString: name), size: size, packed: packed, method: Int32(stat.comp_method),
            isLocked: stat.encryption_method != ZIP_EM_NONE)
    }

    /// What stands in an entry, if there is one and it is no longer than that.
    func text(of name: String, limit: Int) throws -> String? {
        let place = zip_name_locate(archive, name, 0)
        guard place >= 0 else { return nil }
        guard let file = zip_fopen_index(archive, zip_uint64_t(place), 0) else { throw FileFlaw.damaged }
        defer { zip_fclose(file) }
        var text = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count <= limit {
            let read = text.withUnsafeMutableBytes { room in
                room.baseAddress.map { zip_fread(file, $0 + count, zip_uint64_t(limit + 1 - count)) } ?? -1
            }
            guard read >= 0 else { throw bytes.failure ?? FileFlaw.damaged }
            if read == 0 { break }
            count += Int(read)
        }
        guard count <= limit else { throw FileFlaw.bomb }
        return String(validating: text[..<count], as: UTF8.self)
    }
}

/// The bytes of an archive, for libzip.
private final class ZipBytes {
    let size: Int
    let read: (Int, Int) throws -> [UInt8]
    var place = 0
    var failure: (any Error)?
    var error = zip_error_t()

    init(size: Int, read: @escaping (Int, Int) throws -> [UInt8]) {
        self.size = size
        self.read = read
        zip_error_init(&error)
    }

    func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN:
            place = 0
            return 0
        case ZIP_SOURCE_READ: return give(data, length)
        case ZIP_SOURCE_SEEK:
            let next = zip_source_seek_compute_offset(
                zip_uint64_t(place), zip_uint64_t(size), data, zip_uint64_t(length), &error)
            guard next >= 0 else { return -1 }
            place = Int(next)
            return 0
        case ZIP_SOURCE_TELL: return Int64(place)
        case ZIP_SOURCE_STAT: return stat(data, length)
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, zip_uint64_t(length))
        case ZIP_SOURCE_SUPPORTS: return supported
        case ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
            return -1
        }
    }

    private var supported: Int64 {
        let commands = [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
            ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
        ]
        return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    }

    private func give(_ data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
        do {
            let found = try read(place, min(length, size - place))
            let count = min(found.count, length)
            found.withUnsafeBytes { bytes in
                if let data, let start = bytes.baseAddress { data.copyMemory(from: start, byteCount: count) }
            }
            place += count
            return Int64(count)
        } catch {
            failure = error
            zip_error_set(&self.error, ZIP_ER_READ, 0)
            return -1
        }
    }

    private func stat(_ data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
        guard let data, length >= MemoryLayout<zip_stat_t>.size else { return -1 }
        let stat = data.assumingMemoryBound(to: zip_stat_t.self)
        zip_stat_init(stat)
        stat.pointee.size = zip_uint64_t(size)
        stat.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
        return Int64(MemoryLayout<zip_stat_t>.size)
    }
}

private let zipCallback: zip_source_callback = { context, data, length, command in
    guard let context else { return -1 }
    return Unmanaged<ZipBytes>.fromOpaque(context).takeUnretainedValue().answer(command, data, Int(length))
}
