// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// "Niet mee eens?": whom to turn to, and sending it to who answers.
package struct ObjectionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    private static let longest = 5_000

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/objection", use: show)
        router.post("families/:family/objection", use: send)
        router.post("families/:family/objection/draft", use: keep)
        router.get("families/:family/objections/:objection", use: hear)
        router.post("families/:family/objections/:objection/answer", use: answer)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ObjectionDraft()
        draft.isKept = request.uri.queryParameters["kept"] == "yes"
        if let typed = visit.typed { draft = Self.draft(typed) }
        do { return try await page(draft, visit) } catch let problem as Problem where problem == .notFound {
            return try installation.handedBack([draft.text ?? ""], visit)
        }
    }

    private static func draft(_ form: FormBody) -> ObjectionDraft {
        ObjectionDraft(
            kind: Objection.Kind(rawValue: form.text("kind")), about: form.id("about"), text: form.text("message"))
    }

    @Sendable private func send(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.objections
        var draft = Self.draft(form)
        if draft.kind == nil { draft.errors.append(FieldError("kind", words.kindMissing)) }
        let text = Self.text(form, &draft.errors, visit.language)
        guard draft.errors.isEmpty, let kind = draft.kind, let text else { return try await page(draft, visit) }
        let (vault, now) = (installation.vault, visit.now)
        let toSend = ObjectionToSend(
            id: installation.ids.next(at: now), promise: installation.ids.next(at: now), kind: kind,
            about: draft.about, text: text, asking: words.asking)
        do {
            let look = try visit.look(.create, at: ItemName(.objection, toSend.id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.send(toSend, at: now, key, vault)
                return Found("", about: Set([key.reading.ownPerson].compactMap(\.self)))
            }
            guard done != nil else { return try installation.handedBack([text.text], visit) }
        } catch Objection.Refusal.nobodyToHear {
            draft.errors.append(FieldError("about", words.nobodyToHearText))
            return try await page(draft, visit)
        } catch is Objection.Refusal { throw Problem.notFound }
        return .seeOther(.objection(family))
    }

    private static func text(
        _ form: FormBody, _ errors: inout [FieldError], _ language: Language
    ) -> PlainText? {
        do { return try PlainText.paragraphs(form.text("message"), limit: longest) } catch {
            let missing = language.objections.textMissing
            errors.append(
                FieldError("message", error == .empty ? missing : language.invitations.wrong(error)))
            return nil
        }
    }

    /// An empty text takes the draft away; a page that keeps it by itself wants no page back.
    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        var text: PlainText?
        do { text = try PlainText.paragraphs(form.text("message"), limit: Self.longest) } catch {
            guard error == .empty else { throw Problem(error == .unprintable ? .malformed : .tooLarge) }
        }
        let look = try visit.look(.update, at: ItemName(.objection, family))
        guard try await dossiers.keepObjectionDraft(text, look, family: family) else { throw Problem.notFound }
        guard form.text("quiet").isEmpty else { return .bare(.noContent) }
        return .seeOther(.objection(family).with(query: ["kept": "yes"]).with(fragment: "send"))
    }

    private func page(_ draft: ObjectionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection -> Found<ObjectionContent>? in
            guard key.reading.membership?.kind != .professional else { return nil }
            let circle = try connection.circle(key)
            let content = ObjectionContent(
                family: key.family, reading: key.reading, circle: circle, sent: try connection.objections(key),
                hearers: key.reading.mayObject ? try connection.objectionHearers(key, among: circle) : [],
                kept: try connection.objectionDraft(of: key.reading.reader, in: key.family, vault))
            return Found(content, about: Set([key.reading.ownPerson].compactMap(\.self)))
        }
        guard let content else { throw Problem.notFound }
        let page = content.page(
            draft, help: installation.independentHelp, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.objections.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    // MARK: Answering

    @Sendable private func hear(_ request: Request, _ visit: Visit) async throws -> Response {
        try await hearing(visit.typed?.text("answer") ?? "", error: nil, visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Objection> = try visit.id("objection")
        let form = try await FormBody.read(request)
        let text: PlainText
        do { text = try PlainText.paragraphs(form.text("answer"), limit: Self.longest) } catch {
            let words = visit.language.conversations.message(for: error)
            return try await hearing(form.text("answer"), error: words, visit)
        }
        do {
            let look = try visit.look(.update, at: ItemName(.objection, id))
            guard try await dossiers.answer(id, in: family, saying: text, look) else { throw Problem.notFound }
        } catch Objection.Refusal.alreadyAnswered {
            // Sent twice, or somebody was first: the page shows the answer that stands.
        }
        return .seeOther(.objectionToHear(family, id))
    }

    private func hearing(_ typed: String, error: String?, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Objection> = try visit.id("objection")
        let look = try visit.look(.read, at: ItemName(.objection, id))
        guard let found = try await dossiers.objection(id, in: family, look) else { throw Problem.notFound }
        let page = HearingPage(
            language: visit.language, family: family, found: found, typed: typed, error: error,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.objections.hearTitle)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}

/// What somebody sent, for who answers it.
struct HearingPage: Equatable {
    let language: Language
    let family: ID<Family>
    let found: ObjectionToHear
    let typed: String
    let error: String?
    let token: String
    let form: FormID

    private var words: any ObjectionWords { language.objections }
    private var sight: ObjectionSight { found.sight }

    var html: HTML {
        """
        \(PageHead(
            words.kind(sight.objection.kind),
            lead: words.hearLead(found.writer ?? words.erased, language.dateInside(sight.objection.sent.day)),
            above: More(.today, language.today.title),
            errors: error.map { ErrorSummary(language, [FieldError("answer", $0)]) }))
        \(found.about.map { Notice(.about, words.isAbout($0)) })
        \(Voice(sight.text ?? words.erased))
        \(sight.answer.map(answered))\(if: sight.answer == nil, answering)
        """
    }

    private func answered(_ answer: ObjectionAnswer) -> HTML {
        Section(
            "answered", words.answered(answer.name ?? words.erased, language.dateInside(answer.at.day)),
            Paragraphs(answer.text ?? words.erased).html
        ).html
    }

    private var answering: HTML {
        FamilyForm(
            action: .objectionAnswer(family, sight.objection.id), page: .objectionToHear(family, sight.objection.id),
            token: token, form: form,
            content: """
                <p>\(words.hearText)</p>
                \(Field(
                    language, "answer", label: words.answerLabel, value: typed, error: error,
                    kind: .paragraphs(rows: 6)))
                """,
            buttons: [Button(words.answerButton, .submit())]
        ).html
    }
}
