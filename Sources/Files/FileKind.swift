// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The kinds of files that are taken in; nothing else is.
///
/// Neither SVG nor HTML are among them, as both can hold programs.
package enum FileKind: String, CaseIterable, Sendable {
    case jpeg, png, webp, pdf, docx, xlsx, pptx, odt, ods

    /// The kind whose files have such a name, whatever is in them.
    package init?(named name: String) {
        let end = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard name.contains("."), let kind = Self.allCases.first(where: { $0.extensions.contains(end) }) else {
            return nil
        }
        self = kind
    }

    package var extensions: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue] }

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
        }
    }

    package var isPicture: Bool { self == .jpeg || self == .png || self == .webp }

    package var isOffice: Bool {
        switch self {
        case .docx, .xlsx, .pptx, .odt, .ods: true
        case .jpeg, .png, .webp, .pdf: false
        }
    }

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
        }
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
