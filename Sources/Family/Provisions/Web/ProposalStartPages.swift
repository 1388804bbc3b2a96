// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// What there is of proposed help, and proposing some.
package struct ProposalStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/provisions", use: list)
        router.get("families/:family/provisions/proposals/new", use: new)
        router.post("families/:family/provisions/proposals", use: make)
    }

    /// The record is of the circle, as is that of the form: a line that names a proposal would tell of one that is held.
    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<ProvisionList>? in
            guard key.reading.readsPlan else { return nil }
            let (proposals, provisions) = (try connection.proposals(key), try connection.provisions(key))
            let list = ProvisionList(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                proposals: proposals, provisions: provisions)
            return Found(list, about: Set(proposals.map(\.proposal.person) + provisions.map(\.provision.person)))
        }
        guard let found else { throw Problem.notFound }
        let page = ProvisionListPage(found, today: visit.today, language: visit.language)
        return answer(page.html, found.reading, isError: false, visit)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let person = request.uri.queryParameters["person"].flatMap { ID<Person>(String($0)) }
        return try await page(visit.typed.map { ProposalDraft($0) } ?? ProposalDraft(for: person), visit)
    }

    @Sendable private func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let typed = ["help", "helper", "brings"].map { form.text($0) }
        return try await installation.handingBack(typed, visit) { try await made(form, visit) }
    }

    private func made(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = ProposalDraft(form)
        guard let typed = ProposalTyped(form, &draft, visit.language) else { return try await page(draft, visit) }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let id: ID<HelpProposal> = ids.next(at: now)
        do {
            let look = try visit.look(.create, at: ItemName(.proposal, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let proposal = try HelpProposal.made(
                    id, for: typed.person, by: key.reading, starts: typed.starts, at: now)
                let known = try connection.organisationCalled(typed.text.helper) { $0 != .other }
                try connection.propose(proposal, typed.text, by: known, ids: ids, key, vault)
                return Found(Link.proposal(key.family, id).text, about: [typed.person])
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch HelpProposal.Refusal.notThen {
            draft.errors.append(FieldError("starts", visit.language.proposals.notThen))
            return try await page(draft, visit)
        } catch is HelpProposal.Refusal { throw Problem.notFound }
    }

    /// - Throws: ``Problem/notFound`` for whoever plans with nobody here as a professional.
    private func page(_ draft: ProposalDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<ProvisionForm>? in
            let persons = key.reading.covered.keys.filter { key.reading.mayRefer($0) }
            guard !persons.isEmpty else { return nil }
            let content = ProvisionForm(
                family: key.family, reading: key.reading, circle: try connection.circle(key), proposal: nil)
            return Found(content, about: Set(persons))
        }
        guard let content else { throw Problem.notFound }
        let page = ProposalFormPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        return answer(page.html, content.reading, isError: !draft.errors.isEmpty, visit)
    }

    private func answer(_ html: HTML, _ reading: Reading, isError: Bool, _ visit: Visit) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.proposals.title, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

extension Connection {
    /// The one organisation here of certain kinds that is called exactly so.
    func organisationCalled(
        _ name: String, _ isWanted: (Organisation.Kind) -> Bool
    ) throws -> ID<Organisation>? {
        let found = try organisations(called: name, exactly: true).filter { isWanted($0.kind) }
        return found.count == 1 ? found.first?.id : nil
    }

    /// What organisations are called.
    func names(of organisations: Set<ID<Organisation>>) throws -> [ID<Organisation>: String] {
        Dictionary(uniqueKeysWithValues: try self.organisations(organisations.sorted()).map { ($0.id, $0.name) })
    }
}
