// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Looking for words in all that one may read, over all families.
///
/// What is looked for travels in the form, never in an address.
package struct WideSearchPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("search", use: ask)
        router.post("search", use: search)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        _ = try reader(visit)
        return page(nil, nil, typed: "", number: 1, error: nil, visit)
    }

    @Sendable private func search(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try reader(visit)
        let form = try await FormBody.read(request)
        let words = visit.language.messageSearch
        do {
            let sought = try SoughtWords(form.text("words"))
            let found = try await dossiers.search(sought, try visit.look(.read, at: ItemName(.family, account)))
            return page(
                found, sought, typed: sought.typed, number: Int(form.text("page-number")) ?? 1, error: nil, visit)
        } catch let refusal as SoughtWords.Refusal {
            let error = refusal == .empty ? words.empty : words.tooLong
            return page(nil, nil, typed: form.text("words"), number: 1, error: error, visit)
        }
    }

    /// Who can stand around a family; for anybody else this is not there.
    private func reader(_ visit: Visit) throws -> ID<Account> {
        let account = try visit.account()
        switch account.kind {
        case .professional, .familyMember: return account.id
        case .privacyOfficer, .manager, .administrator: throw Problem.notFound
        }
    }

    private func page(
        _ search: WideSearch?, _ sought: SoughtWords?, typed: String, number: Int, error: String?, _ visit: Visit
    ) -> Response {
        let language = visit.language
        var page = SearchPage(
            hits(search?.families ?? [], language), sought, typed: typed, number: number, at: .wideSearch,
            above: More(.families, language.families.title), lead: language.messageSearch.wideLead, visit)
        page.error = error
        page.isCutShort = search?.isCutShort ?? false
        var frame = installation.frame(visit, title: language.messageSearch.title)
        frame.leavesQuickly = true
        frame.isNarrow = true
        frame.isError = error != nil
        return .page(Layout(frame, page.html).html, status: error == nil ? .ok : .badRequest)
    }

    /// Of all families together, latest first.
    private func hits(_ found: [FamilySearch], _ language: Language) -> [SearchHit] {
        let hits = found.flatMap { family in
            let names = CircleNames(circle: family.circle, reading: family.reading, language: language)
            let name = family.name.map(language.families.family) ?? language.families.erased
            return family.found.map {
                SearchHit(family: family.family, familyName: name, message: $0, names: names)
            }
        }
        return hits.sorted { one, other in
            (one.message.at, one.message.conversation, one.message.number)
                > (other.message.at, other.message.conversation, other.message.number)
        }
    }
}
