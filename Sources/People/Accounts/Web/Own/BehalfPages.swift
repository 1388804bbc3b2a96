// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Choosing on whose behalf one works, for who works for several organisations.
struct BehalfPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("account/organisation", use: show)
        router.post("account/organisation", use: choose)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let back = request.uri.queryParameters["back"].flatMap { Link(local: String($0)) }
        return try await page(visit, back: back, error: nil)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let signedIn = visit.signedIn else { throw SignInNeeded() }
        let form = try await FormBody.read(request)
        let back = Link(local: form.text("back"))
        let organisations = try await organisations(visit)
        guard let chosen = form.id("organisation", Organisation.self) else {
            return try await page(visit, back: back, error: visit.language.own.behalfTitle)
        }
        guard organisations.contains(where: { $0.id == chosen }) else { throw Problem.notFound }
        try await installation.database.write { try $0.setOrganisation(chosen, of: signedIn.session) }
        return .seeOther(back ?? "/")
    }

    private func page(_ visit: Visit, back: Link?, error: String?) async throws -> Response {
        let organisations = try await organisations(visit)
        guard !organisations.isEmpty else { throw Problem.notFound }
        let page = BehalfPage(
            organisations: organisations, chosen: visit.signedIn?.organisation?.id, back: back, error: error,
            token: visit.token ?? "", language: visit.language)
        var frame = installation.frame(visit, title: visit.language.own.behalfTitle)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }

    private func organisations(_ visit: Visit) async throws -> [Organisation] {
        let (account, today) = (try visit.account(), visit.today)
        guard account.kind == .professional else { throw Problem.notFound }
        return try await installation.database.read { try $0.organisations(of: account.id, on: today) }
    }
}

/// The organisations somebody works for, to choose one of.
struct BehalfPage: Hashable {
    let organisations: [Organisation]
    let chosen: ID<Organisation>?
    let back: Link?
    let error: String?
    let token: String
    let language: Language

    private var words: any OwnWords { language.own }

    var html: HTML {
        let errors = error.map { ErrorSummary(language, [FieldError("organisation", $0)]) }
        return """
            \(PageHead(words.behalfTitle, lead: words.behalfLead, errors: errors))
            <form class="flow" action="\(Link.behalf)" method="post">\(CSRF.field(token))\
            \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" as HTML })
            \(Choices(language, "organisation", legend: words.behalf, error: error, .one, choices, areCards: true))
            <p>\(Button(language.signIn.goOn, .submit()))</p>
            </form>
            """
    }

    private var choices: [Choices.Choice] {
        organisations.map { Choices.Choice($0.id.text, $0.name, isChosen: $0.id == chosen) }
    }
}
