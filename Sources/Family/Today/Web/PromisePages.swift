// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
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
        router.post("families/:family/promises/:promise/settlement", use: settle)
        router.post("families/:family/promises/:promise/taking", use: take)
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

    @Sendable private func settle(_ request: Request, _ visit: Visit) async throws -> Response {
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        return try await act(request, visit) { promise, key, connection in
            guard key.reading.mayKeep(promise) else { return false }
            guard promise.subject.kind != ItemName.Kind.action.rawValue else {
                try connection.tick(ID(stored: promise.subject.id), at: now, ids: ids, key, vault)
                return true
            }
            if try key.reading.decidesWithSecond && connection.isCallToFamily(promise, key) {
                try connection.passCheck(for: .call, at: now, key)
            }
            try connection.settle(promise.id, by: key.reading.reader, at: now, key, vault)
            return true
        }
    }

    @Sendable private func take(_ request: Request, _ visit: Visit) async throws -> Response {
        let (vault, now) = (installation.vault, visit.now)
        return try await act(request, visit) { promise, key, connection in
            guard key.reading.mayTake(promise) else { return false }
            try connection.take(promise.id, at: now, key, vault)
            return true
        }
    }

    /// What was done before, or at the same moment by a colleague, is shown as it is now.
    private func act(
        _ request: Request, _ visit: Visit,
        _ act: @escaping @Sendable (Promise, borrowing DossierKey, Connection) throws -> Bool
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("promise")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.promise, id))
        let back = form.text("back") == "today" ? Link.today : .promise(family, id)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let found = try connection.promise(id, key, among: try connection.circle(key)),
                    try !found.promise.isOpen || act(found.promise, key, connection)
                else { return nil }
                return Found(back.text, about: found.about)
            }
            guard done != nil else { throw Problem.notFound }
        } catch is PromiseChanged {
            return .seeOther(.promise(family, id))
        } catch is ClosedTrack.Refusal {
            // Nobody looked whether it is safe to call: the card says how.
            return .seeOther(.safetyCard(family))
        } catch is PlanRefusal {
            // What comes again is not for today yet, or somebody else ticked it: the plan says so.
            return .seeOther(.plan(family))
        }
        return .seeOther(back)
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
