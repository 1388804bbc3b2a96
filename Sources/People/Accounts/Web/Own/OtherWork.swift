// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import Site

/// Where nothing is found, offers who works for several organisations to work for another.
///
/// What is read for one organisation is not there for the other. The offer is the same whether anything is there or
/// not, so that it tells nothing but what somebody knows: for whom they work.
package struct OtherWork: RouterMiddleware {
    private let installation: Installation

    package init(_ installation: Installation) { self.installation = installation }

    package func handle(
        _ request: Request, context visit: Visit, next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, visit)
        } catch let problem as Problem where problem.kind == .notFound && request.uri.path.hasPrefix("/families/") {
            let organisations = try await BehalfPages(installation).choices(visit)
            guard organisations.count > 1 else { throw problem }
            let (title, text) = visit.language.site.problem(.notFound)
            let isPage = request.method == .get || request.method == .head
            let page = OtherWorkPage(
                title: title, text: text,
                form: BehalfForm(
                    organisations: organisations, chosen: visit.signedIn?.session.organisation,
                    back: isPage ? visit.address : nil, error: nil, token: visit.token ?? "",
                    language: visit.language))
            var frame = installation.frame(visit, title: title)
            frame.isNarrow = true
            return .page(Layout(frame, page.html).html, status: .notFound)
        }
    }
}

extension Installation {
    /// Where somebody goes first who works for several organisations and did not choose one; nil for everybody else.
    package func workToChoose(_ visit: Visit, back page: Link? = nil) async throws -> Link? {
        guard let account = visit.signedIn?.account, account.kind == .professional else { return nil }
        let (behalf, today) = (visit.behalf, visit.today)
        let work = try await database.read { try $0.workplaces(of: account.id, on: today) }
        guard work.count > 0, behalf.organisation(among: work) == nil else { return nil }
        return Link.behalf.with(query: ["back": (page ?? visit.address).text])
    }

    /// The same for who sent a form: what they typed stands on its page again once they chose.
    package func workToChoose(_ visit: Visit, keeping form: FormBody, typedOn page: Link) async throws -> Response? {
        guard let choice = try await workToChoose(visit, back: page) else { return nil }
        return try await TypedText(self).kept(form, typedOn: page, while: choice, visit)
    }
}

/// That nothing was found, and for whom else one can work.
struct OtherWorkPage: Hashable {
    let title: String
    let text: String
    let form: BehalfForm

    private var words: any OwnWords { form.language.own }

    var html: HTML {
        let lead = form.current.map(words.worksFor) ?? words.worksForNobody
        return """
            \(PageHead(title, lead: text, actions: [Button(form.language.site.toStart, .link("/"), .quiet)]))
            \(Section("work", words.behalfTitle, "<p>\(lead) \(words.otherWork)</p>\n\(form.html)"))
            """
    }
}
