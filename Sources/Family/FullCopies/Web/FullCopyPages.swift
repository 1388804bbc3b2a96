// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import Paper
import PeopleRules
import PeopleWeb
import Site

/// Taking along all that is about oneself or one's child: asking for a copy, seeing how far it is, fetching it.
package struct FullCopyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let press: PaperPress

    package init(_ installation: Installation, _ dossiers: Dossiers, _ press: PaperPress) {
        (self.installation, self.dossiers, self.press) = (installation, dossiers, press)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/take-along", use: show)
        router.post("families/:family/copies", use: ask)
        router.get("families/:family/copies/:copy/:file", use: fetch)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.copy, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection in
            try FullCopyContent(at: now, key, connection).map { Found($0, about: Set($0.reading.takesAlong)) }
        }
        guard let content else { throw Problem.notFound }
        let page = FullCopyPage(
            language: visit.language, content: content, now: now, token: visit.token ?? "",
            forms: Dictionary(uniqueKeysWithValues: content.about.map { ($0.person, installation.newForm(visit)) }))
        var frame = installation.familyFrame(visit, title: visit.language.fullCopies.pageTitle, for: content.reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let person = form.id("person", Person.self) else { throw Problem.malformed }
        let (now, vault, language) = (visit.now, installation.vault, visit.language.rawValue)
        let id: ID<FullCopy> = installation.ids.next(at: now)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.copy, id)) { key, connection in
                try connection.askFullCopy(as: id, of: person, in: language, at: now, key, vault)
                return .takeAlong(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch FullCopy.Refusal.notYours {
            throw Problem.notFound
        } catch is FullCopy.Refusal {
            // Asked twice, or too often today: the page shows how it stands with the one there is.
        }
        // Wakes the one who makes them.
        dossiers.database.announce()
        return .seeOther(.takeAlong(family))
    }

    /// Each fetch is on record before the first byte leaves.
    @Sendable private func fetch(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<FullCopy> = try visit.id("copy")
        guard let file = visit.parameters.get("file").flatMap({ FullCopy.File(name: $0) }) else {
            throw Problem.notFound
        }
        let look = try visit.look(.execute, at: ItemName(.copy, id))
        guard var found = try await found(file, of: id, look, family: family) else { throw Problem.notFound }
        if case .ready(let copy, _, isOfNow: false) = found {
            // By a clock that goes on: what is not touched for a while is taken for left.
            let maker = FullCopyMaker(dossiers, press, installation.clock) { _ in }
            try await maker.makeAnew(copy, in: family)
            found = try await self.found(file, of: id, look, family: family) ?? .underWay
        }
        // Another fetch makes it now, or it could not be made: the page says how far it is.
        guard case .ready(let copy, let kept, _) = found else { return .seeOther(.takeAlong(family)) }
        return stream(kept, of: copy, look, family: family)
    }

    private func stream(
        _ kept: FullCopyFile, of copy: FullCopy, _ look: Look, family: ID<Family>
    ) -> Response {
        let (dossiers, file) = (dossiers, kept.file)
        let body = ResponseBody(contentLength: kept.size) { writer in
            for number in 0..<kept.pieces {
                guard let bytes = try await dossiers.piece(number, of: file, in: copy, look, family: family) else {
                    throw Problem.notFound
                }
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: .saving(file.name, as: file.mediaType), body: body)
    }

    /// What lies at the address of a file.
    private enum Fetched: Sendable {
        case ready(FullCopy, FullCopyFile, isOfNow: Bool)
        /// It is being made, or made anew.
        case underWay
    }

    private func found(
        _ file: FullCopy.File, of id: ID<FullCopy>, _ look: Look, family: ID<Family>
    ) async throws -> Fetched? {
        let vault = installation.vault
        return try await dossiers.read(family, look) { key, connection -> Found<Fetched>? in
            guard let copy = try connection.fullCopy(id, key) else { return nil }
            if copy.isUnderWay { return Found(.underWay, about: [copy.person]) }
            guard copy.isReady(at: look.at),
                let kept = try connection.files(of: copy, key).first(where: { $0.file == file })
            else { return nil }
            let isOfNow = try connection.isOfNow(copy, key, vault)
            return Found(.ready(copy, kept, isOfNow: isOfNow), about: [copy.person])
        }
    }
}

extension FullCopy.File {
    fileprivate var mediaType: String {
        switch self {
        case .paper: "application/pdf"
        case .data: "application/json"
        case .archive: "application/zip"
        }
    }
}

extension Link {
    static func takeAlong(_ family: ID<Family>) -> Link { "/families/\(family)/take-along" }
    static func fullCopies(_ family: ID<Family>) -> Link { "/families/\(family)/copies" }
    static func fullCopy(_ family: ID<Family>, _ id: ID<FullCopy>, _ file: FullCopy.File) -> Link {
        let folder: Link = "/families/\(family)/copies/\(id)"
        return Link(local: "\(folder)/\(file.name)") ?? folder
    }
}
