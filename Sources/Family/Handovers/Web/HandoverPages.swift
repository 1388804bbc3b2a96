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

/// One handover: how it stands, and what the two do about it.
package struct HandoverPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        let handover = "families/:family/handovers/:handover"
        router.get("\(handover)", use: show)
        router.post("\(handover)/agreement", use: agree)
        router.post("\(handover)/stop", use: stop)
        router.post("\(handover)/talk", use: noteTalk)
        router.post("\(handover)/cold", use: noteCold)
        router.post("\(handover)/completion", use: complete)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { DirectionDraft($0) } ?? DirectionDraft(), visit)
    }

    @Sendable private func agree(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (id, now, vault, ids) = (try handover(visit), visit.now, installation.vault, installation.ids)
        return try await act(DirectionDraft(form), visit, form) { key, connection in
            try connection.agree(to: id, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func stop(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack(DirectionDraft(form).texts, visit) {
            try await stopped(form, visit)
        }
    }

    private func stopped(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = DirectionDraft(form)
        guard let reason = draft.checkedReason(visit.language) else { return try await page(draft, visit) }
        let (id, now, vault, ids) = (try handover(visit), visit.now, installation.vault, installation.ids)
        return try await act(draft, visit, form) { key, connection in
            try connection.stop(id, because: reason, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func noteTalk(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var draft = DirectionDraft(form)
        let day = draft.checkedDay("talkDay", draft.talkDay, visit.language)
        if draft.persons.isEmpty { draft.errors.append(FieldError("persons", visit.language.handovers.noSuchTalk)) }
        guard let day, draft.errors.isEmpty else { return try await page(draft, visit) }
        let (id, now, vault) = (try handover(visit), visit.now, installation.vault)
        let talk = Handover.Talk(
            day: day, present: draft.persons, agreed: [], storyConfirmed: draft.storyConfirmed,
            introduced: draft.introduced)
        return try await act(draft, visit, form) { key, connection in
            try connection.note(talk, in: id, at: now, key, vault)
        }
    }

    @Sendable private func noteCold(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack(DirectionDraft(form).texts, visit) {
            try await withoutTalk(form, visit)
        }
    }

    private func withoutTalk(_ form: FormBody, _ visit: Visit) async throws -> Response {
        var draft = DirectionDraft(form)
        let reason = draft.checkedColdReason(visit.language)
        if draft.cold == nil { draft.errors.append(FieldError("cold", visit.language.handovers.coldMissing)) }
        guard let reason, let cold = draft.cold else { return try await page(draft, visit) }
        let (id, now, vault) = (try handover(visit), visit.now, installation.vault)
        return try await act(draft, visit, form) { key, connection in
            try connection.note(cold, because: reason, in: id, at: now, key, vault)
        }
    }

    @Sendable private func complete(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (id, now, vault, ids) = (try handover(visit), visit.now, installation.vault, installation.ids)
        return try await act(DirectionDraft(form), visit, form) { key, connection in
            try connection.complete(id, at: now, ids: ids, key, vault)
        }
    }

    private func handover(_ visit: Visit) throws -> ID<Handover> { try visit.id("handover") }

    /// Whoever may not finds nothing; who comes too late sees how it stands now.
    private func act(
        _ draft: DirectionDraft, _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id = try handover(visit)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.handover, id)) {
                try act($0, $1)
                // Who left the circle with it has nothing to see there any more.
                guard let left = try $1.handover(id, $0)?.handover, left.state == .completed, left.leaves,
                    left.from == $0.reading.reader
                else { return .handover($0.family, id) }
                return .families
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as Handover.Refusal {
            if refusal == .notYours { throw Problem.notFound }
            var draft = draft
            if refusal == .noSuchTalk {
                draft.errors = [FieldError("talkDay", visit.language.handovers.noSuchTalk)]
                return try await page(draft, visit)
            }
            return try await page(draft, visit, hasChanged: true)
        }
    }

    private func page(_ draft: DirectionDraft, _ visit: Visit, hasChanged: Bool = false) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id = try handover(visit)
        let look = try visit.look(.read, at: ItemName(.handover, id))
        let content = try await dossiers.read(family, look) { key, connection -> Found<HandoverContent>? in
            guard let content = try HandoverContent(id, key, connection) else { return nil }
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        let page = HandoverPage(
            content, hasChanged ? DirectionDraft() : draft, typed: hasChanged ? draft.texts : nil, today: visit.today,
            token: visit.token ?? "", forms: (0..<4).map { _ in installation.newForm(visit) }, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.handovers.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        let status: HTTPResponse.Status = frame.isError ? .badRequest : hasChanged ? .conflict : .ok
        return .page(Layout(frame, page.html).html, status: status)
    }
}

/// What one reader sees of a handover, gathered in one transaction.
struct HandoverContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let kept: KeptHandover
    let soFar: HandoversSoFar
    /// nil once it is over.
    let waits: HandoverWaits?

    /// nil where the reader may not know of it.
    init?(_ id: ID<Handover>, _ key: borrowing DossierKey, _ connection: Connection) throws {
        guard let kept = try connection.handover(id, key) else { return nil }
        (family, reading, self.kept) = (key.family, key.reading, kept)
        circle = try connection.circle(key, withEnded: true)
        soFar = try HandoversSoFar(circle, key, connection)
        let handover = kept.handover
        waits =
            handover.state.isOpen
            ? try HandoverWaits(from: handover.from, to: [handover.to], circle, key, connection) : nil
    }
}
