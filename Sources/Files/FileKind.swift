// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The kinds of files that are taken in; nothing else is.
///
/// Neither SVG nor HTML are among them, as both can hold programs.
package enum FileKind: String, CaseIterable, Sendable {
    case jpeg, png, webp, pdf, docx, xlsx, pptx, odt, ods
    case m4a, mp3, ogg, webm

    /// The kind whose files have such a name, whatever is in them.
    package init?(named name: String) {
        let end = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard name.contains("."), let kind = Self.allCases.first(where: { $0.extensions.contains(end) }) else {
            return nil
        }
        self = kind
    }

    package var extensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg"]
        case .ogg: ["ogg", "oga", "opus"]
        case .webm: ["webm", "weba"]
        case .png, .webp, .pdf, .docx, .xlsx, .pptx, .odt, .ods, .m4a, .mp3: [rawValue]
        }
    }

    /// The registered media type (IANA).
    package var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .webp: "image/webp"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .ods: "application/vnd.oasis.opendocument.spreadsheet"
        case .m4a: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .ogg: "audio/ogg"
        case .webm: "audio/webm"
        }
    }

    package var isPicture: Bool { self == .jpeg || self == .png || self == .webp }

    package var isOffice: Bool {
        switch self {
        case .docx, .xlsx, .pptx, .odt, .ods: true
        case .jpeg, .png, .webp, .pdf, .m4a, .mp3, .ogg, .webm: false
        }
    }

    /// Whether somebody speaks in it.
    package var isSound: Bool { self == .m4a || self == .mp3 || self == .ogg || self == .webm }

    /// How many bytes of a file decide whether it begins as one of this kind.
    package static let beginning = 12

    /// Whether a file that begins so can be of this kind.
    package func fits(_ bytes: some Collection<UInt8>) -> Bool {
        switch self {
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: bytes.starts(with: PNGSieve.signature)
        case .webp: bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
        case .pdf: bytes.starts(with: "%PDF-".utf8)
        case .docx, .xlsx, .pptx, .odt, .ods: bytes.starts(with: [0x50, 0x4B, 3, 4])
        case .m4a: bytes.dropFirst(4).starts(with: "ftyp".utf8)
        case .mp3: bytes.starts(with: "ID3".utf8) || Self.beginsAsMP3(Array(bytes.prefix(2)))
        case .ogg: bytes.starts(with: "OggS".utf8)
        case .webm: bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
        }
    }

    /// A frame of sound of the third layer.
    private static func beginsAsMP3(_ head: [UInt8]) -> Bool {
        head.count == 2 && head[0] == 0xFF && head[1] & 0xE6 == 0xE2
    }
}

/// Why a file is not taken in.
package enum FileFlaw: Error, Hashable, Sendable {
    case empty
    /// Neither its name nor its beginning are of a kind that is taken in.
    case unknownKind
    /// It is not what its name says.
    case misnamed
    /// It is not whole, or not as its kind is made.
    case damaged
    /// A program is in it.
    case program
    /// It would unpack to far more than it is.
    case bomb
    /// It is locked with a password.
    case locked
}
