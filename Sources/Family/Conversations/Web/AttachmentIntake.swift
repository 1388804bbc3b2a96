// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Files
import Kernel
import PeopleWeb
import Site

/// Takes in the files of one form, piece by piece: each through its sieve, sealed as it comes, and none of them given
/// to a message yet.
struct AttachmentIntake {
    /// A file that can't be taken in, and why.
    struct Refused: Equatable {
        let name: String
        let flaw: FileFlaw
    }

    private struct Coming {
        let id: ID<Attachment>
        let name: String
        var sieve: FileSieve
        var waiting: [UInt8] = []
        var pieces = 0
        var size = 0
    }

    private let dossiers: Dossiers
    private let family: ID<Family>
    /// Where they lie, as the fields before the first file tell; nil where those tell not enough.
    private let place: @Sendable (FormBody) -> AttachmentPlace?
    private let look: Look
    private let ids: IDSource
    private var coming: Coming?
    private var begun: String?
    private var hasForm = false

    /// Those that are whole, in the order in which they came.
    private(set) var attachments: [Attachment] = []
    private(set) var refused: Refused?
    /// All that were begun, to be thrown away when nothing comes of it.
    private(set) var kept: [ID<Attachment>] = []
    private(set) var fields: [String: [String]] = [:]
    /// Whether any was chosen, whatever became of it.
    private(set) var hasFiles = false

    /// Where the files that were taken in lie.
    private(set) var taken: AttachmentPlace?

    init(
        _ dossiers: Dossiers, _ family: ID<Family>, _ look: Look, ids: IDSource,
        at place: @escaping @Sendable (FormBody) -> AttachmentPlace?
    ) {
        self.dossiers = dossiers
        self.family = family
        self.place = place
        self.look = look
        self.ids = ids
    }

    mutating func take(_ piece: FormPiece) async throws {
        switch piece {
        case .field(let name, let text):
            fields[name, default: []].append(text)
            hasForm = hasForm || name == "form"
        case .fileBegan(let part):
            // The form's name comes before its files: nothing is kept of a form that is not ours.
            guard part.name == "file", hasForm else { throw Problem.malformed }
            coming = nil
            hasFiles = hasFiles || part.filename?.isEmpty == false
            if taken == nil { taken = place(FormBody(fields: fields)) }
            begun = refused == nil && taken != nil ? part.filename : nil
        case .fileBytes(let bytes): try await take(bytes)
        case .fileEnded: try await finish()
        }
    }

    private mutating func take(_ bytes: [UInt8]) async throws {
        if let begun, coming == nil {
            do { coming = Coming(id: ids.next(at: look.at), name: begun, sieve: try FileSieve(named: begun)) } catch {
                refuse(begun, error)
            }
            self.begun = nil
        }
        guard var file = coming else { return }
        do { file.waiting += try file.sieve.take(bytes) } catch { return refuse(file.name, error) }
        // The last piece says that it is the last: so one more byte is waited for.
        while file.waiting.count > Attachment.pieceBytes {
            try await keep(Attachment.pieceBytes, of: &file, isLast: false)
        }
        coming = file
    }

    private mutating func finish() async throws {
        // A field for files in which none was chosen sends one without a name and without bytes.
        if let begun, coming == nil, !begun.isEmpty { return refuse(begun, .empty) }
        guard var file = coming else { return }
        coming = nil
        do {
            file.waiting += try file.sieve.finish()
            while file.waiting.count > Attachment.pieceBytes {
                try await keep(Attachment.pieceBytes, of: &file, isLast: false)
            }
            try await keep(file.waiting.count, of: &file, isLast: true)
            let kind = file.sieve.kind
            let attachment = Attachment(
                id: file.id, name: AttachmentName(file.name, kind: kind), kind: kind, size: file.size,
                pieces: file.pieces)
            if kind.isOffice {
                guard let taken else { throw Problem.malformed }
                try await dossiers.checkOffice(attachment, in: taken, look, family: family)
            }
            attachments.append(attachment)
        } catch let flaw as FileFlaw { refuse(file.name, flaw) }
    }

    private mutating func keep(_ count: Int, of file: inout Coming, isLast: Bool) async throws {
        let piece = Array(file.waiting[..<count])
        if file.pieces == 0 { kept.append(file.id) }
        guard let taken else { throw Problem.malformed }
        let isKept = try await dossiers.keep(
            piece, number: file.pieces, isLast: isLast, of: file.id, in: taken, look, family: family)
        guard isKept else { throw Problem.notFound }
        file.waiting.removeFirst(count)
        file.pieces += 1
        file.size += count
    }

    private mutating func refuse(_ name: String, _ flaw: FileFlaw) {
        coming = nil
        begun = nil
        if refused == nil { refused = Refused(name: String(name.prefix(60)), flaw: flaw) }
    }

    /// What was typed in a field before the files.
    func typed(_ name: String) -> String { fields[name]?.first ?? "" }

    /// Throws away what was kept of a form that came to nothing; what a crash leaves, the sweep finds.
    ///
    /// Beside the request: where the line went dead that is given up, and this must not be.
    func discard() async {
        let (dossiers, kept, family) = (dossiers, kept, family)
        await Task { try? await dossiers.discard(kept, family: family) }.value
    }
}
