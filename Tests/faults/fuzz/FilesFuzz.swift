// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

// For libFuzzer: compiled by Tests/faults/days/fuzzed.py together with the sources it tries.

/// The first byte says what the file is called, the second in what pieces it comes.
///
/// What is kept is the same however it
/// is cut, is kept again as it is, and tells nothing that was to be left behind.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryFiles(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 2 else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    let kind = FileKind.allCases.filter { !$0.isOffice }[Int(bytes[0]) % 8]
    let size = Int(bytes[1] % 60) + 1
    let file = Array(bytes[2...])
    let whole = kept(file, kind, by: file.count)
    precondition(whole == kept(file, kind, by: size), "kept in two ways")
    if let whole {
        precondition(kept(whole, kind, by: size) == whole, "not clean the first time")
        precondition(whole.count <= file.count + 36, "it grew")
    }
    return 0
}

private func kept(_ file: [UInt8], _ kind: FileKind, by size: Int) -> [UInt8]? {
    do {
        var sieve = try FileSieve(named: "a." + kind.extensions[0])
        var kept: [UInt8] = []
        for start in stride(from: 0, to: file.count, by: size) {
            kept += try sieve.take(Array(file[start..<min(start + size, file.count)]))
        }
        return try kept + sieve.finish()
    } catch { return nil }
}
