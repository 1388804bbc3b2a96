// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Lets a file through piece by piece: only of the kind its name says, a picture without what it tells besides the
/// picture.
///
/// An office file is let through as it is; ``OfficeCheck`` looks into it once it is whole.
package struct FileSieve: Sendable {
    private enum Content: Sendable {
        case jpeg(JPEGSieve)
        case png(PNGSieve)
        case webp(WebPSieve)
        case pdf(PDFSieve)
        case m4a(M4ASieve)
        case mp3(MP3Sieve)
        case ogg(OggSieve)
        case webm(WebMSieve)
        case asItIs
    }

    package let kind: FileKind
    private var content: Content
    private var beginning: [UInt8] = []
    private var isBegun = false

    /// - Throws: ``FileFlaw/unknownKind`` when no file with such a name is taken in.
    package init(named name: String) throws(FileFlaw) {
        guard let kind = FileKind(named: name) else { throw .unknownKind }
        self.kind = kind
        content =
            switch kind {
            case .jpeg: .jpeg(JPEGSieve())
            case .png: .png(PNGSieve())
            case .webp: .webp(WebPSieve())
            case .pdf: .pdf(PDFSieve())
            case .m4a: .m4a(M4ASieve())
            case .mp3: .mp3(MP3Sieve())
            case .ogg: .ogg(OggSieve())
            case .webm: .webm(WebMSieve())
            case .docx, .xlsx, .pptx, .odt, .ods: .asItIs
            }
    }

    /// The next bytes, and what is kept of them and of those before.
    package mutating func take(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        guard !isBegun else { return try sieve(bytes) }
        beginning += bytes
        guard beginning.count >= FileKind.beginning else { return [] }
        return try begin()
    }

    /// What is kept at the end.
    package mutating func finish() throws(FileFlaw) -> [UInt8] {
        guard !beginning.isEmpty || isBegun else { throw .empty }
        let kept = isBegun ? [] : try begin()
        switch content {
        case .jpeg(let sieve): try sieve.finish()
        case .png(let sieve): try sieve.finish()
        case .webp(let sieve): try sieve.finish()
        case .pdf(let sieve): try sieve.finish()
        case .m4a(let sieve): try sieve.finish()
        case .mp3(let sieve): try sieve.finish()
        case .ogg(let sieve): try sieve.finish()
        case .webm(let sieve): try sieve.finish()
        case .asItIs: break
        }
        return kept
    }

    private mutating func begin() throws(FileFlaw) -> [UInt8] {
        guard kind.fits(beginning) else {
            throw FileKind.allCases.contains { $0.fits(beginning) } ? .misnamed : .unknownKind
        }
        isBegun = true
        let bytes = beginning
        beginning = []
        return try sieve(bytes)
    }

    private mutating func sieve(_ bytes: [UInt8]) throws(FileFlaw) -> [UInt8] {
        switch content {
        case .jpeg(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .jpeg(sieve)
            return kept
        case .png(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .png(sieve)
            return kept
        case .webp(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .webp(sieve)
            return kept
        case .pdf(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .pdf(sieve)
            return kept
        case .m4a(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .m4a(sieve)
            return kept
        case .mp3(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .mp3(sieve)
            return kept
        case .ogg(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .ogg(sieve)
            return kept
        case .webm(var sieve):
            content = .asItIs
            let kept = try sieve.take(bytes)
            content = .webm(sieve)
            return kept
        case .asItIs: return bytes
        }
    }
}
