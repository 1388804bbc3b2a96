// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Starting a conversation.
package struct ConversationStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/new", use: new)
        router.post("families/:family/conversations", use: start)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ConversationStartDraft()
        if let typed = visit.typed {
            draft = ConversationStartDraft(typed)
            draft.wasKept = true
        } else if let to = request.uri.queryParameters["to"].flatMap({ ID<Account>($0) }) {
            draft.to = [to]
        }
        do { return try await page(draft, visit) } catch let problem as Problem where problem == .notFound {
            return try installation.handedBack([draft.subject, draft.message], visit)
        }
    }

    @Sendable private func start(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = installation.ids.next(at: visit.now)
        let look = try visit.look(.create, at: ItemName(.conversation, id))
        var intake = AttachmentIntake(dossiers, family, look, ids: installation.ids) { form in
            let about = Set(form.ids("about", Person.self))
            return about.isEmpty ? nil : .start(id, about: about)
        }
        var typed: [String] = []
        do {
            let form = try await FormWithFiles(request, &intake, visit.language)
            typed = [form.body.text("subject"), form.body.text("message")]
            let answer = try await start(id, form, intake, in: family, look, visit)
            await intake.discard()
            return answer
        } catch {
            await intake.discard()
            guard error as? Problem == .notFound else { throw error }
            if typed.isEmpty { typed = [intake.typed("subject"), intake.typed("message")] }
            return try installation.handedBack(typed, visit)
        }
    }

    private func start(
        _ id: ID<Conversation>, _ form: FormWithFiles, _ intake: AttachmentIntake, in family: ID<Family>, _ look: Look,
        _ visit: Visit
    ) async throws -> Response {
        var draft = ConversationStartDraft(form.body)
        guard let start = parsed(&draft, id, form, intake, visit) else {
            return try await page(draft, visit, status: .badRequest)
        }
        // Files lie where those it is about are; a form of ours tells that before its files, and once.
        if let taken = intake.taken, taken != .start(id, about: start.about) { throw Problem.malformed }
        let (vault, now) = (installation.vault, visit.now)
        do {
            let outcome = try await dossiers.act(family, look, form: form.submission) { key, connection in
                let conversation = try connection.start(start, at: now, key, vault)
                return Found(Link.conversation(key.family, conversation.id).text, about: conversation.about)
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Conversation.Refusal {
            draft.errors = [try await error(refusal, visit)]
            if intake.hasFiles {
                draft.errors.append(FieldError("file", visit.language.attachments.again))
            }
            return try await page(draft, visit, status: .badRequest)
        }
    }

    /// The start that was typed, or nil with the errors in the draft.
    private func parsed(
        _ draft: inout ConversationStartDraft, _ id: ID<Conversation>, _ form: FormWithFiles,
        _ intake: AttachmentIntake, _ visit: Visit
    ) -> ConversationStart? {
        let words = visit.language.conversations
        if draft.to.isEmpty { draft.errors.append(FieldError("to", words.noRecipient)) }
        if draft.about.isEmpty { draft.errors.append(FieldError("about", words.aboutNobody)) }
        var subject: PlainText?
        var message: PlainText?
        do { subject = try PlainText.line(draft.subject) } catch {
            draft.errors.append(FieldError("subject", error == .empty ? words.emptySubject : words.message(for: error)))
        }
        do {
            message = try PlainText.paragraphs(draft.message, limit: ConversationDrawing.longestMessage)
        } catch { draft.errors.append(FieldError("message", words.message(for: error))) }
        if let error = form.fileError {
            draft.errors.append(FieldError("file", error))
        } else if !draft.errors.isEmpty, intake.hasFiles {
            draft.errors.append(FieldError("file", visit.language.attachments.again))
        }
        guard draft.errors.isEmpty, let subject, let message else { return nil }
        return ConversationStart(
            id: id, recipients: draft.to, about: draft.about, subject: subject,
            firstMessage: (installation.ids.next(at: visit.now), message), attachments: intake.attachments)
    }

    private func error(_ refusal: Conversation.Refusal, _ visit: Visit) async throws -> FieldError {
        let words = visit.language.conversations
        switch refusal {
        case .noRecipient: return FieldError("to", words.noRecipient)
        case .aboutNobody: return FieldError("about", words.aboutNobody)
        case .mayNotTakePart: throw Problem.notFound
        case .recipientMayNotRead(let account):
            let content = try await content(visit)
            // Whom the reader does not know by name they could not have chosen on our page.
            guard let name = content.circle.name(of: account) else { throw Problem.notFound }
            return FieldError("to", words.mayNotRead(name))
        }
    }

    private func page(
        _ draft: ConversationStartDraft, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let content = try await content(visit)
        let page = ConversationStartPage(
            content.circle, content.reading, draft, family: try visit.id("family"), token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.familyFrame(
            visit, title: visit.language.conversations.newTitle, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }

    private func content(_ visit: Visit) async throws -> (circle: CircleSight, reading: Reading) {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let content = try await dossiers.read(family, look) { key, connection in
            Found((circle: try connection.circle(key), reading: key.reading), about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}
