// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Bytes in which each value is preceded by its length, so that two different lists of values never look the same.
struct FramedBytes {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 160) { bytes.reserveCapacity(capacity) }

    mutating func append(_ text: String) {
        append(count: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer {
            append(count: $0.count)
            bytes.append(contentsOf: $0)
        }
    }

    mutating func append(_ value: [UInt8]) {
        append(count: value.count)
        bytes.append(contentsOf: value)
    }

    mutating func append(_ number: Int64) {
        append(count: 8)
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// What is absent differs from what is empty.
    mutating func appendNothing() { append(count: Int(UInt32.max)) }

    private mutating func append(count: Int) {
        withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.append(contentsOf: $0) }
    }
}
