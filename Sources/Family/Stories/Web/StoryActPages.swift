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

/// What is done with a story besides writing: saying yes, confirming, letting read, keeping a draft, saving its files.
struct StoryActPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("families/:family/story/:story/versions/:number/yes", use: agree)
        router.post("families/:family/story/:story/confirmation", use: confirm)
        router.post("families/:family/story/:story/readers", use: letRead)
        router.post("families/:family/story/:story/draft", use: keep)
        router.get("families/:family/story/:story/attachments/:attachment", use: attachment)
    }

    @Sendable private func agree(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let number = visit.coreContext.parameters.get("number").flatMap({ Int($0) }) else {
            throw Problem.notFound
        }
        let (vault, now) = (installation.vault, visit.now)
        return try await act(try await FormBody.read(request), visit) { view, key, connection in
            try connection.agree(to: number, of: view, at: now, key, vault)
        }
    }

    @Sendable private func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let (vault, now) = (installation.vault, visit.now)
        return try await act(try await FormBody.read(request), visit) { view, key, connection in
            try connection.confirmStory(view, at: now, key, vault)
        }
    }

    @Sendable private func letRead(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let account = form.id("account", Account.self), let choice = StoryChoice(form.text("choice")) else {
            throw Problem.malformed
        }
        let (vault, now) = (installation.vault, visit.now)
        return try await act(form, visit, backTo: "readers") { view, key, connection in
            try connection.choose(choice, for: account, of: view, at: now, key, vault)
        }
    }

    /// Whoever may not finds nothing; who comes too late finds the page as it is now.
    private func act(
        _ form: FormBody, _ visit: Visit, backTo part: String? = nil,
        _ act: @escaping @Sendable (StoryView, borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Story> = try visit.id("story")
        let submission = form.sending.map { ID<Submission>(as: $0) } ?? installation.ids.next(at: visit.now)
        let look = try visit.look(.update, at: ItemName(.story, id))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let view = try connection.story(id, key) else { return nil }
                try act(view, key, connection)
                return Found("", about: view.story.authors)
            }
            guard done != nil else { throw Problem.notFound }
        } catch Story.Refusal.nothingToAgree {
            // Somebody wrote a newer version, or it was pressed twice.
        } catch is Story.Refusal { throw Problem.notFound }
        await live.wrote(in: family)
        let link = Link.story(family, id)
        return .seeOther(part.map { link.with(fragment: $0) } ?? link)
    }

    /// An empty text takes the draft away; a page that keeps it by itself wants no page back.
    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Story> = try visit.id("story")
        let look = try visit.look(.update, at: ItemName(.story, id))
        let form = try await FormBody.passingFiles(request)
        var text: PlainText?
        do { text = try PlainText.paragraphs(form.text("message"), limit: StoryPages.longest) } catch {
            guard error == .empty else { throw Problem(error == .unprintable ? .malformed : .tooLarge) }
        }
        guard try await dossiers.keepStoryDraft(text, of: id, look, family: family) else {
            guard form.text("quiet").isEmpty else { throw Problem.notFound }
            return try installation.handedBack([form.text("message")], visit)
        }
        guard form.text("quiet").isEmpty else { return .bare(.noContent) }
        return .seeOther(.story(family, id).with(query: ["kept": "yes"]).with(fragment: "write"))
    }

    /// Read like the version it belongs to: by key, and on record before the first byte leaves.
    @Sendable private func attachment(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Story> = try visit.id("story")
        let file: ID<Attachment> = try visit.id("attachment")
        let look = try visit.look(.read, at: ItemName(.story, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<Attachment>? in
            guard let view = try connection.story(id, key),
                let attachment = try connection.attachment(file, of: view, key)
            else { return nil }
            return Found(attachment, about: view.story.authors)
        }
        guard let found else { throw Problem.notFound }
        let dossiers = dossiers
        return .saving(found) { number in
            try await dossiers.piece(number, of: found, in: id, look, family: family)
        }
    }
}
