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
        // What stands open for the organisation before is over.
        await installation.sessionEnded(signedIn.session.digest)
        return .seeOther(back ?? "/")
    }

    private func page(_ visit: Visit, back: Link?, error: String?) async throws -> Response {
        let organisations = try await organisations(visit)
        guard !organisations.isEmpty else { throw Problem.notFound }
        let page = BehalfPage(
            form: BehalfForm(
                organisations: organisations, chosen: visit.signedIn?.session.organisation, back: back, error: error,
                token: visit.token ?? "", language: visit.language))
        var frame = installation.frame(visit, title: visit.language.own.behalfTitle)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }

    private func organisations(_ visit: Visit) async throws -> [Organisation] {
        guard try visit.account().kind == .professional else { throw Problem.notFound }
        return try await choices(visit)
    }

    /// The organisations for which somebody can work; none for who is no professional.
    func choices(_ visit: Visit) async throws -> [Organisation] {
        guard let account = visit.signedIn?.account, account.kind == .professional else { return [] }
        let today = visit.today
        return try await installation.database.read { try $0.organisations(of: account.id, on: today) }
    }
}

/// The organisations somebody works for, to choose one of.
struct BehalfPage: Hashable {
    let form: BehalfForm

    private var words: any OwnWords { form.language.own }

    var html: HTML {
        let errors = form.error.map { ErrorSummary(form.language, [FieldError("organisation", $0)]) }
        return "\(PageHead(words.behalfTitle, lead: words.behalfLead, errors: errors))\n\(form.html)"
    }
}

/// The form that chooses one.
struct BehalfForm: Hashable {
    let organisations: [Organisation]
    let chosen: ID<Organisation>?
    let back: Link?
    let error: String?
    let token: String
    let language: Language

    /// The name of the one they work for now.
    var current: String? { organisations.first { $0.id == chosen }?.name }

    var html: HTML {
        """
        <form class="flow" action="\(Link.behalf)" method="post">\(CSRF.field(token))\
        \(back.map { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" as HTML })
        \(Choices(
            language, "organisation", legend: language.own.behalf, error: error, .one, choices, areCards: true))
        <p>\(Button(language.signIn.goOn, .submit()))</p>
        </form>
        """
    }

    private var choices: [Choices.Choice] {
        organisations.map { Choices.Choice($0.id.text, $0.name, isChosen: $0.id == chosen) }
    }
}
