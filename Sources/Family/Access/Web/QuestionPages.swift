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

/// Asking why somebody looked, and answering it.
package struct QuestionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    static let longest = 1_000

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/access/questions/new", use: new)
        router.post("families/:family/access/questions", use: ask)
        router.get("families/:family/access/questions/:question", use: question)
        router.post("families/:family/access/questions/:question/answer", use: answer)
        router.post("families/:family/access/questions/:question/withdrawal", use: withdraw)
    }

    // MARK: Asking

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let fields = request.uri.queryParameters
        guard let line = LookedLine({ name in fields[Substring(name)].map(String.init) }) else {
            throw Problem.notFound
        }
        let draft = QuestionDraft(text: visit.typed?.text("question") ?? "")
        return try await askPage(line, draft, visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }),
            let line = LookedLine({ name in form.text(name) })
        else { throw Problem.malformed }
        let typed = form.text("question")
        var text: PlainText?
        do { text = try PlainText.paragraphs(typed, limit: Self.longest) } catch PlainText.Refusal.empty {} catch {
            let draft = QuestionDraft(text: typed, error: visit.language.conversations.message(for: error))
            return try await askPage(line, draft, visit, status: .badRequest)
        }
        let phrase = try await drawing(line, visit).phrase(line)
        let draft = LogQuestionDraft(
            id: installation.ids.next(at: visit.now), promise: installation.ids.next(at: visit.now), line: line,
            phrase: phrase, text: text)
        let look = try visit.look(.create, at: ItemName(.question, draft.id))
        let back = Link.whoLooked(family).with(query: ["month": line.day.firstOfMonth.iso])
        let (vault, now) = (installation.vault, visit.now)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.ask(draft, at: now, key, vault)
                return Found(back.text, about: Set([key.reading.ownPerson].compactMap(\.self)))
            }
            guard done != nil else { throw Problem.notFound }
        } catch LogQuestion.Refusal.noSuchLine {
            throw Problem.notFound
        } catch LogQuestion.Refusal.alreadyOpen {
            // The page says so, beside the question that is open.
        }
        return .seeOther(back)
    }

    /// A second press finds it withdrawn, which is what was asked.
    @Sendable private func withdraw(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<LogQuestion> = try visit.id("question")
        let look = try visit.look(.update, at: ItemName(.question, id))
        let (vault, now) = (installation.vault, visit.now)
        let form: ID<Submission> = installation.ids.next(at: now)
        do {
            let done = try await dossiers.act(family, look, form: form) { key, connection in
                try connection.withdraw(id, at: now, key, vault)
                return Found("", about: Set([key.reading.ownPerson].compactMap(\.self)))
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as LogQuestion.Refusal {
            guard refusal == .alreadyAnswered else { throw Problem.notFound }
        }
        return .seeOther(.whoLooked(family))
    }

    private func askPage(
        _ line: LookedLine, _ draft: QuestionDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let drawing = try await drawing(line, visit)
        let content = drawing.content
        let page = AskPage(
            language: visit.language, family: content.family, line: line,
            name: LookerFaces(content: content, language: visit.language).name(line.who), phrase: drawing.phrase(line),
            day: visit.language.dayInside(line.day, today: visit.today), draft: draft,
            token: visit.token ?? "", form: FormID(installation.ids.next(at: visit.now)))
        var frame = installation.familyFrame(visit, title: visit.language.access.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = draft.error != nil
        return .page(Layout(frame, page.html).html, status: status)
    }

    /// What the reader is shown of a day, when the line is in it.
    private func drawing(_ line: LookedLine, _ visit: Visit) async throws -> LookedDrawing {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.accessLog, family))
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection -> Found<LookedContent>? in
            guard let content = try LookedContent(key, connection, from: line.day, until: line.day + 1, vault),
                line.canBeAsked, content.looked.contains(where: { $0.line == line })
            else { return nil }
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return LookedDrawing(
            content: content, today: visit.today, token: visit.token ?? "", language: visit.language)
    }

    // MARK: Answering

    @Sendable private func question(_ request: Request, _ visit: Visit) async throws -> Response {
        try await answerPage(QuestionDraft(text: visit.typed?.text("answer") ?? ""), visit)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<LogQuestion> = try visit.id("question")
        let form = try await FormBody.read(request)
        let typed = form.text("answer")
        let text: PlainText
        do { text = try PlainText.paragraphs(typed, limit: Self.longest) } catch {
            let draft = QuestionDraft(text: typed, error: visit.language.conversations.message(for: error))
            return try await answerPage(draft, visit, status: .badRequest)
        }
        do {
            let look = try visit.look(.update, at: ItemName(.question, id))
            guard try await dossiers.answer(id, in: family, saying: text, look) else { throw Problem.notFound }
        } catch LogQuestion.Refusal.alreadyAnswered {
            // Sent twice, or somebody was first: the page shows the answer that stands.
        }
        return .seeOther(.question(family, id))
    }

    private func answerPage(
        _ draft: QuestionDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let look = try visit.look(.read, at: ItemName(.question, try visit.id("question", LogQuestion.self)))
        let found = try await dossiers.question(try visit.id("question"), in: try visit.id("family"), look)
        guard let found else { throw Problem.notFound }
        let page = AnswerPage(
            found, draft, today: visit.today, token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.frame(visit, title: visit.language.access.questionTitle)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = draft.error != nil
        return .page(Layout(frame, page.html).html, status: status)
    }
}
