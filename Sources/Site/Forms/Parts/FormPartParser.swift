// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Takes a form in several parts apart as its bytes arrive (RFC 7578, RFC 2046 5.1.1), strictly.
///
/// Browsers write such forms in one way (WHATWG HTML, "multipart form data"), and nothing else is taken: no preamble,
/// no bare line feeds, no space behind a boundary, nothing behind the end. What could be read in two ways is refused,
/// as what is checked here and what is read elsewhere must be the same. It holds on to no more bytes than a boundary
/// or the headers of one part have.
package struct FormPartParser: Sendable {
    package enum Event: Hashable, Sendable {
        case began(FormPart)
        /// Some of the bytes of the part that began last.
        case bytes([UInt8])
        /// The part that began last is whole.
        case ended
    }

    private enum State { case start, afterBoundary, headers, content, epilogue }

    private let limits: FormPartLimits
    /// Line end, two dashes and the boundary.
    private let delimiter: [UInt8]
    private var state = State.start
    /// Bytes that came and are not understood yet; before the first boundary a line end is thought.
    private var waiting: [UInt8] = [13, 10]
    private var isFile = false
    private var parts = 0
    private var files = 0
    private var fieldBytes = 0
    private var fileBytes = 0

    /// - Throws: ``FormPartFlaw/boundary`` when the boundary is none (RFC 2046 5.1.1: 1 to 70 characters).
    package init(boundary: String, limits: FormPartLimits = FormPartLimits()) throws(FormPartFlaw) {
        let bytes = Array(boundary.utf8)
        guard (1...70).contains(bytes.count), bytes.allSatisfy(Self.isBoundary) else { throw .boundary }
        self.limits = limits
        delimiter = [13, 10, 45, 45] + bytes
    }

    /// Understands what is next, and tells of each piece.
    ///
    /// - Throws: ``FormPartFlaw``, or what `tell` throws; the parser is of no use after that.
    package mutating func take(_ bytes: some Sequence<UInt8>, _ tell: (Event) throws -> Void) throws {
        waiting.append(contentsOf: bytes)
        while try step(tell) {}
    }

    /// Says that nothing more comes.
    ///
    /// - Throws: ``FormPartFlaw/cutOff`` when the end had not come yet.
    package func finish() throws(FormPartFlaw) {
        guard state == .epilogue, waiting.isEmpty || waiting == [13, 10] else { throw .cutOff }
    }

    /// One step on; false when more bytes are needed.
    private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .start: try begin()
        case .afterBoundary: try goOn()
        case .headers: try readHeaders(tell)
        case .content: try readContent(tell)
        case .epilogue: try endThere()
        }
    }

    private mutating func begin() throws(FormPartFlaw) -> Bool {
        guard delimiter.starts(with: waiting.prefix(delimiter.count)) else { throw .boundary }
        guard waiting.count >= delimiter.count else { return false }
        waiting.removeFirst(delimiter.count)
        state = .afterBoundary
        return true
    }

    private mutating func goOn() throws(FormPartFlaw) -> Bool {
        guard waiting.count >= 2 else { return false }
        switch (waiting[0], waiting[1]) {
        case (13, 10):
            parts += 1
            guard parts <= limits.parts else { throw .tooManyParts }
            state = .headers
        case (45, 45): state = .epilogue
        default: throw .boundary
        }
        waiting.removeFirst(2)
        return true
    }

    private mutating func readHeaders(_ tell: (Event) throws -> Void) throws -> Bool {
        guard let end = headersEnd() else {
            guard waiting.count <= limits.headerBytes else { throw FormPartFlaw.header }
            return false
        }
        guard end <= limits.headerBytes else { throw FormPartFlaw.header }
        let part = try FormPart(headers: waiting[..<end])
        waiting.removeFirst(end + 4)
        isFile = part.isFile
        fileBytes = 0
        if isFile {
            files += 1
            guard files <= limits.files else { throw FormPartFlaw.tooManyFiles }
        }
        state = .content
        try tell(.began(part))
        return true
    }

    /// Where two line ends follow each other.
    private func headersEnd() -> Int? {
        waiting.indices.dropLast(3).first { place in
            waiting[place] == 13 && waiting[place + 1] == 10 && waiting[place + 2] == 13 && waiting[place + 3] == 10
        }
    }

    private mutating func readContent(_ tell: (Event) throws -> Void) throws -> Bool {
        let end = contentEnd()
        let isWhole = waiting.count - end >= delimiter.count
        if end > 0 {
            try count(end)
            try tell(.bytes(Array(waiting[..<end])))
        }
        waiting.removeFirst(isWhole ? end + delimiter.count : end)
        guard isWhole else { return false }
        state = .afterBoundary
        try tell(.ended)
        return true
    }

    private mutating func count(_ more: Int) throws(FormPartFlaw) {
        if isFile {
            fileBytes += more
            guard fileBytes <= limits.fileBytes else { throw .fileTooLarge }
        } else {
            fieldBytes += more
            guard fieldBytes <= limits.fieldBytes else { throw .fieldTooLarge }
        }
    }

    /// Where the delimiter begins, or could begin with what is still to come.
    private func contentEnd() -> Int {
        waiting.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                if bytes[place] == 13 {
                    let length = min(delimiter.count, bytes.count - place)
                    var same = 1
                    while same < length, bytes[place + same] == delimiter[same] { same += 1 }
                    if same == length { return place }
                }
                place += 1
            }
            return place
        }
    }

    private func endThere() throws(FormPartFlaw) -> Bool {
        guard [13, 10].starts(with: waiting) else { throw .boundary }
        return false
    }

    private static func isBoundary(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "'()+_,-./:=?".utf8.contains(byte)
        }
    }
}
