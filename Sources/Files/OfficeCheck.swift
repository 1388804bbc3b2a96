// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CZip

/// Looks into an office file that is whole: what it says it is, no program in it, nothing that unpacks without end.
///
/// Both families of office files are zip archives (ECMA-376 part 2; OpenDocument 1.3 part 2). Its table of contents is
/// read, and the one entry in it that says what kind it is; nothing else is unpacked.
package struct OfficeCheck {
    private static let mostEntries = 10_000
    private static let mostUnpacked = 400 * 1_024 * 1_024
    /// What may unpack to more than this many times its size only while it stays small.
    private static let mostTimes = 200
    private static let smallUnpacked = 32 * 1_024 * 1_024
    private static let longestContents = 1_024 * 1_024

    private let kind: FileKind
    private let archive: ZipArchive

    /// Checks a file of a size, which `read` gives from a place on, so many bytes.
    ///
    /// - Throws: ``FileFlaw``, or what `read` throws.
    package static func check(
        _ kind: FileKind, size: Int, read: (_ place: Int, _ count: Int) throws -> [UInt8]
    ) throws {
        try withoutActuallyEscaping(read) { read in
            let archive = try ZipArchive(size: size, read: read)
            defer { archive.close() }
            try OfficeCheck(kind: kind, archive: archive).check(size: size)
        }
    }

    private func check(size: Int) throws {
        guard archive.comment == 0, (1...Self.mostEntries).contains(archive.count) else { throw FileFlaw.damaged }
        var names: Set<String> = []
        var (packed, unpacked) = (0, 0)
        for place in 0..<archive.count {
            let entry = try archive.entry(place)
            try checkName(entry.name)
            guard names.insert(entry.name.lowercased()).inserted else { throw FileFlaw.damaged }
            guard !entry.isLocked else { throw FileFlaw.locked }
            guard entry.method == ZIP_CM_STORE || entry.method == ZIP_CM_DEFLATE else { throw FileFlaw.damaged }
            packed += entry.packed
            unpacked += entry.size
            guard unpacked <= Self.mostUnpacked else { throw FileFlaw.bomb }
        }
        // Entries that share their bytes are how a small archive unpacks to a huge one.
        guard packed <= size else { throw FileFlaw.bomb }
        guard unpacked <= Self.smallUnpacked || unpacked / Self.mostTimes <= size else { throw FileFlaw.bomb }
        try checkContents()
    }

    private func checkName(_ name: String) throws {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":"), !steps.contains("..")
        else { throw FileFlaw.damaged }
        let lower = name.lowercased()
        let programs = ["vbaproject", "vbadata", "activex", "macrosheets", "customui"]
        let isScript = kind == .odt || kind == .ods ? ["basic/", "scripts/"].contains(where: lower.hasPrefix) : false
        let end = lower.split(separator: ".").last ?? ""
        let isProgram = ["exe", "dll", "js", "vbs", "jar", "bat", "ps1", "sh", "zip", "class"].contains(end)
        guard !isScript, !isProgram, !programs.contains(where: lower.contains) else { throw FileFlaw.program }
    }

    private func checkContents() throws {
        switch kind {
        case .odt, .ods:
            guard try archive.entry(0).name == "mimetype" else { throw FileFlaw.misnamed }
            guard try archive.text(of: "mimetype", limit: 100) == kind.mediaType else { throw FileFlaw.misnamed }
        case .docx, .xlsx, .pptx:
            guard let contents = try archive.text(of: "[Content_Types].xml", limit: Self.longestContents) else {
                throw FileFlaw.misnamed
            }
            let lower = contents.lowercased()
            guard !lower.contains("macroenabled"), !lower.contains("vbaproject") else { throw FileFlaw.program }
            guard contents.contains(mainType) else { throw FileFlaw.misnamed }
        case .jpeg, .png, .webp, .pdf, .m4a, .mp3, .ogg, .webm: throw FileFlaw.misnamed
        }
    }

    /// The type of the main part (ECMA-376 part 1, 15.2).
    private var mainType: String {
        switch kind {
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
        default: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        }
    }
}
