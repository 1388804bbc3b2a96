// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Reading stories, and writing one's own.
package struct StoryPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    static let longest = 40_000

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/story", use: list)
        router.post("families/:family/story", use: begin)
        router.get("families/:family/story/:story", use: show)
        router.post("families/:family/story/:story/versions", use: write)
        StoryActPages(installation, dossiers, live).addRoutes(to: router)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        try await list(nil, visit)
    }

    /// Begins one that several tell together.
    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let id: ID<Story> = installation.ids.next(at: visit.now)
        let others = Set(form.ids("with", Person.self))
        let look = try visit.look(.create, at: ItemName(.story, id))
        let (vault, now) = (installation.vault, visit.now)
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                try connection.beginStory(id, with: others, at: now, key, vault)
                return Found(Link.story(key.family, id).text, about: Set([key.reading.ownPerson].compactMap(\.self)))
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            return .seeOther(link)
        } catch Story.Refusal.notTogether {
            return try await list(FieldError("with", visit.language.stories.togetherMissing), visit)
        } catch is Story.Refusal { throw Problem.notFound }
    }

    private func list(_ error: FieldError?, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let content = (
                views: try connection.stories(key), circle: try connection.circle(key), reading: key.reading
            )
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = StoryListPage(
            found.views, names: names, family: family, error: error, token: visit.token ?? "",
            form: installation.newForm(visit))
        return answer(page.html, visit, found.reading, isError: error != nil)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = request.uri.queryParameters
        let version = try query["version"].map { text in
            guard let number = Int(text) else { throw Problem.notFound }
            return number
        }
        var draft = StoryDraft(text: visit.typed?.text("message"), isKept: query["kept"] == "yes")
        draft.basedOn = visit.typed.flatMap { Int($0.text("based")) }
        do { return try await page(draft, version: version, visit) } catch let problem as Problem
            where problem == .notFound
        {
            return try installation.handedBack([draft.text ?? ""], visit)
        }
    }

    @Sendable private func write(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Story> = try visit.id("story")
        let look = try visit.look(.update, at: ItemName(.story, id))
        var intake = AttachmentIntake(dossiers, family, look, ids: installation.ids) { _ in .story(id) }
        var typed = ""
        do {
            let form = try await FormWithFiles(request, &intake, visit.language)
            typed = form.body.text("message")
            let answer = try await write(form, intake, of: id, in: family, look, visit)
            await intake.discard()
            return answer
        } catch {
            await intake.discard()
            guard error as? Problem == .notFound else { throw error }
            return try installation.handedBack([typed.isEmpty ? intake.typed("message") : typed], visit)
        }
    }

    private func write(
        _ form: FormWithFiles, _ intake: AttachmentIntake, of id: ID<Story>, in family: ID<Family>, _ look: Look,
        _ visit: Visit
    ) async throws -> Response {
        let words = visit.language.stories
        var draft = StoryDraft(text: form.body.text("message"), fileError: form.fileError)
        draft.basedOn = Int(form.body.text("based"))
        guard let basedOn = draft.basedOn, basedOn >= 0 else { throw Problem.malformed }
        var text: PlainText?
        do { text = try PlainText.paragraphs(draft.text ?? "", limit: Self.longest) } catch {
            draft.error = words.wrong(error)
            if draft.fileError == nil, intake.hasFiles { draft.fileError = visit.language.attachments.again }
        }
        guard draft.errors.isEmpty, let text else { return try await page(draft, visit, status: .badRequest) }
        let written = StoryToWrite(text, basedOn: basedOn, attachments: intake.attachments, asking: words.asking)
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        do {
            let outcome = try await dossiers.act(family, look, form: form.submission) { key, connection in
                guard let view = try connection.story(id, key) else { return nil }
                try connection.write(written, in: view, at: now, ids: ids, key, vault)
                return Found(Link.story(key.family, id).text, about: view.story.authors)
            }
            guard outcome != nil else { throw Problem.notFound }
        } catch Story.Refusal.changedMeanwhile {
            draft.isChanged = true
            if intake.hasFiles { draft.fileError = visit.language.attachments.again }
            return try await page(draft, visit, status: .conflict)
        } catch is Story.Refusal { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.story(family, id))
    }

    private func page(
        _ draft: StoryDraft, version: Int? = nil, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Story> = try visit.id("story")
        let look = try visit.look(.read, at: ItemName(.story, id))
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection in
            try StoryContent(id, version: version, key, connection, vault).map {
                Found($0, about: $0.view.story.authors)
            }
        }
        guard let content else { throw Problem.notFound }
        let drawing = StoryDrawing(
            content: content, draft: draft, language: visit.language, token: visit.token ?? "",
            form: installation.newForm(visit))
        return answer(drawing.page.html, visit, content.reading, isError: !draft.errors.isEmpty, status: status)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, _ reading: Reading, isError: Bool, status: HTTPResponse.Status? = nil
    ) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.stories.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status ?? (isError ? .badRequest : .ok))
    }
}

extension StoryWords {
    /// How to mend words that can't be kept.
    func wrong(_ refusal: PlainText.Refusal) -> String {
        switch refusal {
        case .empty: empty
        case .tooLong: tooLong
        case .unprintable: unprintable
        }
    }
}
