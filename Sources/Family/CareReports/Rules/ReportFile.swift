// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Files
import Kernel

/// A file that comes with a report: sieved as it arrived, so that a picture tells nothing besides itself.
package struct ReportFile: Hashable, Sendable {
    /// So many with a form, and how large each may be: who sends them is not known.
    package static let most = 3
    package static let mostBytes = 5 * 1_024 * 1_024

    package let name: AttachmentName
    package let kind: FileKind
    package let bytes: [UInt8]

    /// A file as it came, called by its number: what its sender called it may tell who they are.
    ///
    /// - Throws: ``FileFlaw``, also for a kind that nobody is let send here: of pictures and PDF anybody knows what is in
    ///   them.
    package init(named given: String, number: Int, _ bytes: [UInt8]) throws(FileFlaw) {
        var sieve = try FileSieve(named: given)
        guard sieve.kind.isPicture || sieve.kind == .pdf else { throw .unknownKind }
        guard bytes.count <= Self.mostBytes else { throw .bomb }
        self.bytes = try sieve.take(bytes) + sieve.finish()
        kind = sieve.kind
        name = AttachmentName("\(number)." + kind.extensions[0], kind: kind)
    }

    /// As it will lie, in pieces.
    package func attachment(_ id: ID<Attachment>) -> Attachment {
        Attachment(id: id, name: name, kind: kind, size: bytes.count, pieces: pieces.count)
    }

    package var pieces: [[UInt8]] {
        stride(from: 0, to: bytes.count, by: Attachment.pieceBytes).map {
            Array(bytes[$0..<min($0 + Attachment.pieceBytes, bytes.count)])
        }
    }
}
