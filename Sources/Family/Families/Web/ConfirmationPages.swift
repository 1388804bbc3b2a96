// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A family that was started by a professional says whether it was written down right.
package struct ConfirmationPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/confirmation", use: show)
        router.post("families/:family/confirmation", use: confirm)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        page(try await content(visit), typed: visit.typed, visit)
    }

    @Sendable private func confirm(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let content = try await content(visit)
        var errors: [FieldError] = []
        let said = content.open.compactMap { self.said(about: $0, form, &errors, visit.language) }
        guard errors.isEmpty else { return page(content, typed: form, errors: errors, visit) }
        let ids = installation.ids
        let (now, vault) = (visit.now, installation.vault)
        let look = try visit.look(.update, at: ItemName(.family, content.family))
        let done = try await dossiers.act(content.family, look, form: submission) { key, connection in
            guard try connection.startToConfirm(key) != nil else { return nil }
            try connection.confirm(said, at: now, ids: ids, key, vault)
            return Found(Link.circle(key.family).text, about: Set(said.map(\.person)))
        }
        guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
        return .seeOther(link)
    }

    private func said(
        about person: ID<Person>, _ form: FormBody, _ errors: inout [FieldError], _ language: Language
    ) -> Confirmation? {
        let words = language.confirmation
        switch form.text("right-\(person)") {
        case "yes": return Confirmation(person, remark: nil)
        case "no":
            do {
                return Confirmation(person, remark: try PlainText.paragraphs(form.text("remark-\(person)"), limit: 500))
            } catch {
                let text = error == .empty ? words.remarkMissing : language.invitations.wrong(error)
                errors.append(FieldError("remark-\(person)", text))
            }
        default: errors.append(FieldError("right-\(person)", words.answerMissing))
        }
        return nil
    }

    private func page(
        _ content: ConfirmationContent, typed: FormBody? = nil, errors: [FieldError] = [], _ visit: Visit
    ) -> Response {
        let page = ConfirmationPage(
            content, typed: typed, errors: errors, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.confirmation.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .badRequest)
    }

    private func content(_ visit: Visit) async throws -> ConfirmationContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let content = try await dossiers.read(family, look) { key, connection in
            guard let start = try connection.startToConfirm(key) else { return Found<ConfirmationContent>?.none }
            let content = ConfirmationContent(
                family: family, reading: key.reading, circle: try connection.circle(key), open: start.open)
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let content else { throw Problem.notFound }
        return content
    }
}
