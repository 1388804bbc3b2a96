// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Synchronization

/// Why a document was not printed.
package enum PaperRefusal: Error, Hashable, Sendable {
    /// There are no fonts on this machine, so there would be nothing but boxes.
    case noFonts
    case tooLong
    /// Too many wait already.
    case busy
    /// The library that draws it could not.
    case failed
}

/// Prints documents as PDF: A4, with page numbers, tagged so that a screen reader tells headings from paragraphs.
///
/// On a thread of its own, one after another for all presses together: laying out text blocks, and takes memory. The same document gives the
/// same bytes on the same machine.
package final class PaperPress: Sendable {
    /// So many may wait for their turn; each holds its text in memory.
    private static let mostWaiting = 8
    /// Bytes of text in one document: some five hundred pages, a few seconds' work.
    package let longest: Int

    /// One for the whole process: what Pango, Cairo and FreeType share between font maps bears one thread at a time.
    static let thread = DispatchQueue(label: "paper")
    private let waiting = Atomic(0)

    package init(longest: Int = 1_500_000) { self.longest = longest }

    /// Whether there are fonts to print with.
    package var isReady: Bool {
        get async {
            await withCheckedContinuation { caller in
                Self.thread.async { caller.resume(returning: PaperFonts()?.isUsable ?? false) }
            }
        }
    }

    /// The document as the bytes of a PDF.
    package func print(_ document: PaperDocument) async throws(PaperRefusal) -> [UInt8] {
        guard document.size <= longest else { throw .tooLong }
        defer { waiting.subtract(1, ordering: .relaxed) }
        guard waiting.add(1, ordering: .relaxed).newValue <= Self.mostWaiting else { throw .busy }
        let printed = await withCheckedContinuation { caller in
            Self.thread.async { caller.resume(returning: Self.printed(document)) }
        }
        return try printed.get()
    }

    private static func printed(_ document: PaperDocument) -> Result<[UInt8], PaperRefusal> {
        Result { () throws(PaperRefusal) in
            guard let fonts = PaperFonts(), fonts.isUsable else { throw .noFonts }
            guard let sheets = PaperFlow(document, fonts, on: nil)?.sheets, let pen = PaperPen(document) else {
                throw .failed
            }
            guard PaperFlow(document, fonts, on: pen, of: sheets) != nil, let bytes = pen.finish(),
                let spoken = PaperLanguage(document.language).added(to: bytes)
            else { throw .failed }
            return spoken
        }
    }
}
