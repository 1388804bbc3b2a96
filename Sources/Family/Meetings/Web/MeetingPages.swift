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

/// The meetings of a family, and one of them: how it stands, and what each who was asked does about it.
package struct MeetingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        let meeting = "families/:family/meetings/:meeting"
        router.get("families/:family/meetings", use: list)
        router.get("\(meeting)", use: { _, visit in try await page(visit, typed: visit.typed) })
        router.post("\(meeting)/answers", use: answer)
        router.post("\(meeting)/time", use: choose)
        router.post("\(meeting)/cancellation", use: cancel)
        router.post("\(meeting)/seen", use: heed)
        router.post("\(meeting)/points", use: addPoint)
        router.post("\(meeting)/remarks", use: remark)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let sights = try connection.meetings(key)
            let about = sights.reduce(into: Set<ID<Person>>()) { $0.formUnion($1.meeting.about) }
            return Found((sights, try connection.circle(key), key.reading), about: about)
        }
        guard let (sights, circle, reading) = found else { throw Problem.notFound }
        let page = MeetingListPage(sights, in: family, circle, reading, now: visit.now, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.meetings.title, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    // MARK: Acts

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let all = Meeting.Answer(rawValue: form.text("all"))
        let content = try await content(visit)
        let meeting = content.sight.meeting
        let numbers = meeting.chosen.map { [$0] } ?? Array(meeting.times.indices)
        let answers = numbers.reduce(into: [Int: Meeting.Answer]()) { said, number in
            said[number] = all ?? Meeting.Answer(rawValue: form.text("answer-\(number)"))
        }
        let missing = numbers.filter { answers[$0] == nil }
        guard missing.isEmpty else {
            let text = visit.language.meetings.answerMissing
            return try await page(visit, errors: missing.map { FieldError("answer-\($0)", text) }, typed: form)
        }
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { id, key, connection in
            try connection.answer(id, answers, at: now, key, vault)
        }
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let number = Int(form.text("time")) else { throw Problem.malformed }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { id, key, connection in
            try connection.plan(id, at: number, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func cancel(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        var errors: [FieldError] = []
        let reason = form.optional("reason", limit: 300, visit.language.invitations.wrong, &errors)
        guard errors.isEmpty else { return try await page(visit, errors: errors, typed: form) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        return try await act(visit, form) { id, key, connection in
            try connection.cancel(id, because: reason, at: now, ids: ids, key, vault)
        }
    }

    @Sendable private func heed(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { id, key, connection in try connection.heed(id, at: now, key, vault) }
    }

    @Sendable private func addPoint(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        let point: ID<AgendaPoint> = installation.ids.next(at: now)
        return try await say("point", limit: 300, form, visit) { text, id, key, connection in
            try connection.add(text, as: point, to: id, at: now, key, vault)
        }
    }

    @Sendable private func remark(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        let remark: ID<MinutesRemark> = installation.ids.next(at: now)
        return try await say("remark", limit: 2_000, form, visit) { text, id, key, connection in
            try connection.remark(text, as: remark, on: id, at: now, key, vault)
        }
    }

    private func say(
        _ field: String, limit: Int, _ form: FormBody, _ visit: Visit,
        _ act: @escaping @Sendable (PlainText, ID<Meeting>, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let text: PlainText
        do { text = try PlainText.paragraphs(form.text(field), limit: limit) } catch {
            let said = visit.language.invitations.wrong(error)
            return try await page(visit, errors: [FieldError(field, said)], typed: form)
        }
        return try await self.act(visit, form) { id, key, connection in try act(text, id, key, connection) }
    }

    /// Whoever may not finds nothing; who comes too late sees how it stands now.
    private func act(
        _ visit: Visit, _ form: FormBody,
        _ act: @escaping @Sendable (ID<Meeting>, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.meeting, id)) {
                try act(id, $0, $1)
                return .meeting($0.family, id)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as Meeting.Refusal {
            guard refusal != .notYours else { throw Problem.notFound }
            return try await page(visit, typed: form, isLate: true)
        }
    }

    private func content(_ visit: Visit) async throws -> MeetingContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        let look = try visit.look(.read, at: ItemName(.meeting, id))
        let (vault, now) = (installation.vault, visit.now)
        let content = try await dossiers.read(family, look) { key, connection -> Found<MeetingContent>? in
            try MeetingContent(id, at: now, key, connection, vault).map { Found($0, about: $0.sight.meeting.about) }
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func page(
        _ visit: Visit, errors: [FieldError] = [], typed: FormBody? = nil, isLate: Bool = false
    ) async throws -> Response {
        let content = try await content(visit)
        let page = MeetingPage(
            content: content, now: visit.now, errors: errors, typed: typed, isLate: isLate, token: visit.token ?? "",
            forms: (0..<6).map { _ in installation.newForm(visit) }, language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.meetings.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : isLate ? .conflict : .ok)
    }
}
