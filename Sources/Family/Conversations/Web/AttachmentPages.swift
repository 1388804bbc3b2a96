// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Handing out the files that came with messages, for saving only.
package struct AttachmentPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/attachments/:attachment", use: attachment)
    }

    /// Read like the message it came with: by key, and on record before the first byte leaves.
    @Sendable private func attachment(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let conversation: ID<Conversation> = try visit.id("conversation")
        let id: ID<Attachment> = try visit.id("attachment")
        let look = try visit.look(.read, at: ItemName(.conversation, conversation))
        let found = try await dossiers.read(family, look) { key, connection -> Found<Attachment>? in
            guard let summary = try connection.conversation(conversation, key),
                let attachment = try connection.attachment(id, of: summary, key)
            else { return nil }
            return Found(attachment, about: summary.conversation.about)
        }
        guard let found else { throw Problem.notFound }
        let dossiers = dossiers
        return .saving(found) { number in
            try await dossiers.piece(number, of: found, in: conversation, look, family: family)
        }
    }
}

extension Response {
    /// A file for saving, sealed piece by sealed piece.
    ///
    /// Who may not read any more in the middle of it gets no more; the browser sees that it is cut off.
    static func saving(
        _ attachment: Attachment, _ piece: @escaping @Sendable (Int) async throws -> [UInt8]?
    ) -> Response {
        let body = ResponseBody(contentLength: attachment.size) { writer in
            for number in 0..<attachment.pieces {
                guard let bytes = try await piece(number) else { throw Problem.notFound }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
        let headers = HTTPFields.saving(attachment.name.text, as: attachment.kind.mediaType)
        return Response(status: .ok, headers: headers, body: body)
    }
}

extension HTTPFields {
    /// Headers of a file to be saved, never shown: whatever is in it can do nothing here.
    static func saving(_ name: String, as type: String) -> HTTPFields {
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        let plain = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_. ".contains($0)) ? $0 : "_" })
        let encoded = name.utf8.map { byte -> String in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        // RFC 6266: the second form is read by all browsers, the first by whatever knows nothing better.
        headers[.contentDisposition] = "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(encoded.joined())"
        if let policy = HTTPFields.Element.Name("Content-Security-Policy") {
            headers[policy] = "default-src 'none'; sandbox"
        }
        return headers
    }
}
