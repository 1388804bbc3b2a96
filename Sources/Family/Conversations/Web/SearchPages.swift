// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Looking for words in what one may read.
///
/// What is looked for travels in the form, never in an address.
package struct SearchPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/search", use: ask)
        router.post("families/:family/search", use: search)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(nil, typed: "", number: 1, error: nil, visit)
    }

    @Sendable private func search(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let words = visit.language.messageSearch
        let number = Int(form.text("page-number")) ?? 1
        do {
            let sought = try SoughtWords(form.text("words"))
            return try await page(sought, typed: sought.typed, number: number, error: nil, visit)
        } catch let refusal as SoughtWords.Refusal {
            let error = refusal == .empty ? words.empty : words.tooLong
            return try await page(nil, typed: form.text("words"), number: 1, error: error, visit)
        }
    }

    private func page(
        _ sought: SoughtWords?, typed: String, number: Int, error: String?, _ visit: Visit
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let search = try sought.map { try connection.search($0, key) }
            let circle = try connection.circle(key, withEnded: true)
            return Found(
                (search: search, circle: circle, reading: key.reading), about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let hits = (found.search?.found ?? []).map { SearchHit(family: family, message: $0, names: names) }
        var page = SearchPage(
            hits, sought, typed: typed, number: number, at: .search(family),
            above: More(.conversations(family), visit.language.conversations.all),
            lead: visit.language.messageSearch.lead,
            visit)
        page.error = error
        page.isCutShort = found.search?.isCutShort ?? false
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }
}
