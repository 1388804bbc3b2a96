// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Having a professional shown to the family by their function, as their name would put them in danger.
package struct FunctionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/access/names", use: names)
        router.post("families/:family/access/names", use: show)
    }

    @Sendable private func names(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }),
            let member: ID<Membership> = form.id("member")
        else { throw Problem.malformed }
        var reason: PlainText?
        if form.text("as") == "function" {
            do { reason = try PlainText.paragraphs(form.text("reason"), limit: QuestionPages.longest) } catch {
                let text =
                    error == .empty
                    ? visit.language.access.whyFunction : visit.language.conversations.message(for: error)
                let draft = FunctionDraft(member: member, text: form.text("reason"), error: text)
                return try await page(visit, draft, status: .badRequest)
            }
        }
        let look = try visit.look(.update, at: ItemName(.circle, member))
        let (vault, now, why) = (installation.vault, visit.now, reason)
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let found = try connection.showable(key).first(where: { $0.membership.id == member })?.membership
            else { return nil }
            try connection.show(found, asFunctionFor: why, by: key.reading.reader, at: now, key, vault)
            return Found(Link.shownNames(key.family).text, about: found.covers)
        }
        guard done != nil else { throw Problem.notFound }
        return .seeOther(.shownNames(family))
    }

    private func page(
        _ visit: Visit, _ draft: FunctionDraft? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<FunctionContent>? in
            let members = try connection.showable(key)
            guard !members.isEmpty else { return nil }
            let content = FunctionContent(
                family: key.family, reading: key.reading, members: members,
                asFunction: try connection.shownAsFunction(key))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let forms = found.members.map { _ in FormID(installation.ids.next(at: visit.now)) }
        let page = FunctionPage(found, forms, draft, token: visit.token ?? "", language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.access.namesTitle, for: found.reading)
        frame.isNarrow = true
        frame.isError = draft != nil
        return .page(Layout(frame, page.html).html, status: status)
    }
}

/// Whose name somebody may have replaced, gathered in one transaction.
struct FunctionContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let members: [CircleMember]
    let asFunction: Set<ID<Membership>>
}
