// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Who directs a family: the page, and the acts that take one press.
package struct DirectionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/direction", use: show)
        router.post("families/:family/direction/back", use: takeBack)
        router.post("families/:family/first-contact", use: chooseContact)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func takeBack(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { key, connection in
            try connection.takeBackDirection(because: nil, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func chooseContact(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let contact = form.id("contact", Account.self) else {
            let missing = FieldError("contact", visit.language.direction.chooseMissing)
            return try await page(visit, error: missing, status: .badRequest)
        }
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { key, connection in
            try connection.chooseFirstContact(contact, at: now, key, vault)
        }
    }

    /// Whoever may not finds nothing; who comes too late sees how it is now.
    private func act(
        _ visit: Visit, _ form: FormBody, _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.direction, family)) {
                try act($0, $1)
                return .direction(family)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as DirectionRefusal {
            guard refusal == .changed else { throw Problem.notFound }
            let words = visit.language.direction
            return try await page(visit, notice: Notice(.near, words.changed, words.changedText), status: .conflict)
        }
    }

    private func page(
        _ visit: Visit, notice: Notice? = nil, error: FieldError? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let content = try await dossiers.direction(visit)
        let page = DirectionPage(
            content, notice: notice, error: error, token: visit.token ?? "",
            forms: (installation.newForm(visit), installation.newForm(visit)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.direction.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: status)
    }
}

extension Dossiers {
    /// What the reader sees of who directs; before they propose a handover with how long others wait there.
    ///
    /// - Throws: ``Problem/notFound``
    func direction(_ visit: Visit, proposing way: HandoverWay? = nil) async throws -> DirectionContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.direction, family))
        let content = try await read(family, look) { key, connection in
            Found(
                try DirectionContent(key, connection, proposing: way), about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    /// Carries out what a form asks, and tells where to go then; nil where the reader may not.
    func change(
        _ family: ID<Family>, _ visit: Visit, _ form: FormBody, at item: ItemName,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Link?
    ) async throws -> Link? {
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: item)
        let done = try await self.act(family, look, form: submission) { key, connection in
            guard let link = try act(key, connection) else { return nil }
            return Found(link.text, about: Set(key.reading.covered.keys))
        }
        return done.flatMap { Link(local: $0) }
    }
}
