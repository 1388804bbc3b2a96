// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Letting somebody more take part in a conversation, from now on or with what went before.
package struct ParticipantPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/participants", use: choose)
        router.post("families/:family/conversations/:conversation/participants", use: add)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(AddedDraft(), visit)
    }

    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.update, at: ItemName(.conversation, id))
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let draft = AddedDraft(form)
        let (vault, now) = (installation.vault, visit.now)
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                guard let summary = try connection.conversation(id, key) else { return nil }
                try connection.add(draft.who, reading: draft.reads, to: summary, at: now, key, vault)
                return Found(Link.conversation(key.family, id).text, about: summary.conversation.about)
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Conversation.AddingRefusal {
            switch refusal {
            case .privateLine, .mayNotTakePart: throw Problem.notFound
            case .takesPartAlready: return .seeOther(.conversation(family, id))
            case .nobodyChosen: return try await page(draft.with(visit.language.participants.nobodyChosen), visit)
            case .mayNotRead: return try await page(draft.with(visit.language.participants.cannotJoin), visit)
            }
        } catch let refusal as WhatWentBefore.Refusal {
            return try await page(draft.with(visit.language.participants.staysTheirs(refusal), at: "reads"), visit)
        }
    }

    private func page(_ draft: AddedDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let vault = installation.vault
        let found = try await dossiers.read(family, look) { key, connection -> Found<ParticipantChoice>? in
            guard let summary = try connection.conversation(id, key), !summary.conversation.isPrivateLine
            else { return nil }
            let circle = try connection.circle(key)
            let choice = ParticipantChoice(
                circle: circle, reading: key.reading, summary: summary,
                mayGiveBefore: try connection.mayGiveBefore(in: summary, toOneOf: circle.accounts, key, vault))
            return Found(choice, about: summary.conversation.about)
        }
        guard let found else { throw Problem.notFound }
        // Whom the reader does not know they could not have chosen on our page.
        if let who = draft.who, found.circle.name(of: who) == nil { throw Problem.notFound }
        let page = ParticipantPage(
            found, draft, family: family, token: visit.token ?? "",
            form: FormID(installation.ids.next(at: visit.now)), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = draft.error != nil
        return .page(Layout(frame, page.html).html, status: draft.error == nil ? .ok : .badRequest)
    }
}
