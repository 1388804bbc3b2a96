// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// The telephone number on record of an organisation, for who administers it; for everybody else it is not there.
struct PhonePages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("organisations/:organisation/phone", use: show)
        router.post("organisations/:organisation/phone", use: save)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, visit)
    }

    @Sendable private func save(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Organisation> = try visit.id("organisation")
        let administrator = try await installation.administrator(visit, of: id).account.id
        let typed = try await FormBody.read(request, limit: 16_384).text("phone")
        let phone = PhoneNumber(typed: typed)
        let isEmpty = typed.allSatisfy(\.isWhitespace)
        guard phone != nil || isEmpty else { return try await page(typed, visit) }
        let now = visit.now
        try await installation.database.write { connection in
            guard try connection.organisation(id) != nil else { throw Problem.notFound }
            try connection.setPhone(phone, of: id, by: administrator, at: now)
        }
        return .seeOther(.organisation(id))
    }

    /// - Parameter typed: what is no number.
    private func page(_ typed: String?, _ visit: Visit) async throws -> Response {
        let id: ID<Organisation> = try visit.id("organisation")
        _ = try await installation.administrator(visit, of: id)
        let found = try await installation.database.read { connection in
            try connection.organisation(id).map { ($0, try connection.phone(of: id)) }
        }
        guard let (organisation, phone) = found else { throw Problem.notFound }
        let page = PhonePage(
            organisation: organisation, value: typed ?? phone?.text ?? "", isWrong: typed != nil,
            token: visit.token ?? "", language: visit.language)
        var frame = installation.frame(visit, title: visit.language.organisations.phone)
        frame.isNarrow = true
        frame.isError = page.isWrong
        return .page(Layout(frame, page.html).html, status: page.isWrong ? .badRequest : .ok)
    }
}

/// The form for the number of an organisation.
struct PhonePage: Hashable {
    let organisation: Organisation
    let value: String
    let isWrong: Bool
    let token: String
    let language: Language

    private var words: any OrganisationWords { language.organisations }

    var html: HTML {
        let error = isWrong ? words.phoneWrong : nil
        return """
            \(PageHead(
                words.phone, lead: words.phoneLead, above: More(.organisation(organisation.id), organisation.name),
                errors: error.map { ErrorSummary(language, [FieldError("phone", $0)]) }))
            <form class="form" action="\(Link.organisationPhone(organisation.id))" method="post">\(CSRF.field(token))
            \(Field(
                language, "phone", label: words.phone, hint: words.phoneHint, value: value, error: error, limit: 30))
            \(Actions([Button(words.phoneSave, .submit())]))
            </form>
            """
    }
}
