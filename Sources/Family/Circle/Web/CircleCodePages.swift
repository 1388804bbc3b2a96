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

/// Making a code for a helper, and using one.
package struct CircleCodePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/codes", use: codes)
        router.post("families/:family/codes", use: make)
        router.post("families/:family/codes/:code/end", use: end)
        router.get("circle-code", use: ask)
        router.post("circle-code", use: use)
    }

    // MARK: The family

    @Sendable private func codes(_ request: Request, _ visit: Visit) async throws -> Response {
        let ended = request.uri.queryParameters["ended"] != nil
        return try await page(visit.typed.map { CircleCodeDraft($0) } ?? CircleCodeDraft(), hasEnded: ended, visit)
    }

    @Sendable private func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        return try await installation.handingBack([form.text("expectation")], visit) { try await made(form, visit) }
    }

    private func made(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.invitations
        var draft = CircleCodeDraft(form)
        if draft.persons.isEmpty { draft.errors.append(FieldError("persons", words.nobodyChosen)) }
        if draft.share == nil { draft.errors.append(FieldError("share", words.shareMissing)) }
        let expectation = form.needed(
            "expectation", visit.language.circleCodes.expectationMissing, visit.language, &draft.errors)
        guard let share = draft.share, let expectation, draft.errors.isEmpty else {
            return try await page(draft, visit)
        }
        let (vault, now, persons) = (installation.vault, visit.now, draft.persons)
        let id: ID<CircleCode> = installation.ids.next(at: now)
        let code = CardCode.make(from: installation.secrets)
        do {
            let look = try visit.look(.update, at: ItemName(.circle, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let ended = try connection.makeCircleCode(
                    code, as: id, for: persons, share, expecting: expectation, at: now, key, vault)
                let link = Link.newCircleCode(key.family)
                return Found((ended ? link.with(query: ["ended": "1"]) : link).text, about: persons)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            return .seeOther(link)
        } catch let refusal as InvitationRefusal {
            draft.errors = [try await error(refusal, visit)]
            return try await page(draft, visit)
        }
    }

    private func error(_ refusal: InvitationRefusal, _ visit: Visit) async throws -> FieldError {
        let words = visit.language.invitations
        switch refusal {
        case .forNobody: return FieldError("persons", words.nobodyChosen)
        case .moreThanYourOwn: return FieldError("share", words.moreThanYourOwn)
        case .nobodyDecides(let person, let reason):
            let name = try await content(visit).circle.name(of: person) ?? visit.language.circle.erased
            return FieldError("persons", words.nobodyDecides(name, reason))
        case .notYoursToInvite, .mustKnow, .secondIsFirst, .termIsOver: throw Problem.notFound
        }
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<CircleCode> = try visit.id("code")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (now, vault) = (visit.now, installation.vault)
        do {
            let look = try visit.look(.update, at: ItemName(.circle, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.endCircleCode(id, at: now, key, vault)
                return Found("", about: [])
            }
            guard done != nil else { throw Problem.notFound }
        } catch is CircleCode.Refusal { throw Problem.notFound }
        return .seeOther(.newCircleCode(family))
    }

    private func page(
        _ draft: CircleCodeDraft, hasEnded: Bool = false, _ visit: Visit
    ) async throws -> Response {
        let content = try await content(visit)
        let page = CircleCodePage(
            language: visit.language, content: content, draft: draft, hasEnded: hasEnded, today: visit.today,
            token: visit.token ?? "",
            forms: (0...content.codes.count).map { _ in installation.newForm(visit) })
        var frame = installation.familyFrame(visit, title: visit.language.circleCodes.tab, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    /// - Throws: ``Problem/notFound`` for whoever makes no codes here.
    private func content(_ visit: Visit) async throws -> CircleCodeContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection -> Found<CircleCodeContent>? in
            guard key.reading.mayMakeCode(on: now.day) else { return nil }
            let content = CircleCodeContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key),
                codes: try connection.circleCodes(at: now, key))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    // MARK: The helper

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        if let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        return try usePage(visit.typed?.text("code") ?? "", error: nil, visit)
    }

    /// The same answer, whatever is wrong with the code.
    @Sendable private func use(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try professional(visit)
        if let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        let form = try await FormBody.read(request, limit: 16_384)
        let words = visit.language.circleCodes
        let typed = String(form.text("code").prefix(40))
        guard let code = CardCode(typed: form.text("code")) else {
            return try usePage(typed, error: words.wrong, visit)
        }
        let look = try visit.look(.create, at: ItemName(.circle, account.id))
        let use = CircleCodeUse(code: code, name: account.profile.name, asking: words.asking)
        switch try await dossiers.use(use, ids: installation.ids, look) {
        case .invited: return .seeOther(.myInvitations)
        case .nothing: return try usePage(typed, error: words.wrong, visit)
        case .waits(let wait):
            var response = try usePage(
                typed, error: words.wait(minutes: wait.wholeMinutes), visit, status: .tooManyRequests)
            response.headers[.retryAfter] = String(wait.wholeMinutes * 60)
            return response
        }
    }

    private func professional(_ visit: Visit) throws -> Account {
        let account = try visit.account()
        guard account.kind == .professional else { throw Problem.notFound }
        return account
    }

    private func usePage(
        _ typed: String, error: String?, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) throws -> Response {
        _ = try professional(visit)
        let page = UseCodePage(
            language: visit.language, typed: typed, error: error, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.circleCodes.useTitle)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : status)
    }
}
