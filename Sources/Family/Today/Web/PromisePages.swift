// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// One promise whose act has no page of its own: what it says, and for its receiver the way to close it.
package struct PromisePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/promises/:promise", use: promise)
        router.post("families/:family/promises/:promise/closing", use: close)
    }

    @Sendable private func promise(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, visit)
    }

    @Sendable private func close(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("promise")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        guard let reason = Promise.ClosingReason(rawValue: form.text("reason")) else {
            return try await page(visit.language.promises.chooseReason, visit, status: .badRequest)
        }
        let look = try visit.look(.update, at: ItemName(.promise, id))
        let (vault, now) = (installation.vault, visit.now)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let found = try connection.promise(id, key, among: try connection.circle(key)) else { return nil }
                try connection.close(id, reason, at: now, key, vault)
                return Found(Link.promise(key.family, id).text, about: found.about)
            }
            guard done != nil else { throw Problem.notFound }
        } catch Promise.Refusal.notTheReceiver {
            throw Problem.notFound
        } catch Promise.Refusal.notOpen {
            // It was closed or kept meanwhile: the page says so.
        }
        return .seeOther(.promise(family, id))
    }

    private func page(
        _ error: String?, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("promise")
        let look = try visit.look(.read, at: ItemName(.promise, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<PromiseContent>? in
            let circle = try connection.circle(key)
            guard let promise = try connection.promise(id, key, among: circle) else { return nil }
            let content = PromiseContent(family: key.family, reading: key.reading, circle: circle, item: promise)
            return Found(content, about: promise.about)
        }
        guard let found else { throw Problem.notFound }
        let form = FormID(installation.ids.next(at: visit.now))
        let page = PromisePage(
            found, error: error, now: visit.now, token: visit.token ?? "", form: form, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.promises.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: status)
    }
}
