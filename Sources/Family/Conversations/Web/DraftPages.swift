// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Keeping what was typed in a conversation and not sent yet.
package struct DraftPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("families/:family/conversations/:conversation/draft", use: keep)
    }

    /// An empty text takes the draft away.
    ///
    /// A page that keeps it by itself wants no page back.
    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.update, at: ItemName(.conversation, id))
        let form = try await FormBody.passingFiles(request)
        var text: PlainText?
        do { text = try PlainText.paragraphs(form.text("message"), limit: ConversationDrawing.longestMessage) } catch {
            guard error == .empty else { throw Problem(error == .unprintable ? .malformed : .tooLarge) }
        }
        guard try await dossiers.keepDraft(text, in: id, look, family: family) else {
            guard form.text("quiet").isEmpty else { throw Problem.notFound }
            return try installation.handedBack([form.text("message")], visit)
        }
        guard form.text("quiet").isEmpty else { return .bare(.noContent) }
        return .seeOther(.conversation(family, id).with(query: ["kept": "yes"]).with(fragment: "write"))
    }
}

extension FormBody {
    /// The fields of a form, whose files are passed over.
    static func passingFiles(_ request: Request) async throws -> FormBody {
        guard MultipartForm.isIn(request) else { return try await FormBody.read(request) }
        do { return try await MultipartForm.read(request) { _ in } } catch is FormPartFlaw { throw Problem(.tooLarge) }
    }
}
