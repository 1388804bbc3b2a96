// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Assessing how safe a child is.
package struct IndicationStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/indications/new", use: new)
        router.post("families/:family/indications", use: make)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = request.uri.queryParameters
        let renews: ID<RiskIndication>? = visit.typed?.id("renews") ?? query["renews"].flatMap { ID(String($0)) }
        let content = try await content(renewing: renews, visit)
        if let typed = visit.typed { return answer(IndicationDraft(typed), content, visit) }
        guard let instrument = query["instrument"].flatMap({ RiskInstrument(rawValue: String($0)) }) else {
            let page = InstrumentPage(language: visit.language, family: content.family)
            return answer(page.html, content.reading, isError: false, visit)
        }
        var draft = IndicationDraft(instrument, on: visit.today)
        draft.renews = renews
        draft.person = query["person"].flatMap { ID(String($0)) }
        return answer(draft, content, visit)
    }

    @Sendable private func make(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let typed = ["name", "reason", "outcome"].map { form.text($0) }
        return try await installation.handingBack(typed, visit) { try await made(form, visit) }
    }

    private func made(_ form: FormBody, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = IndicationDraft(form)
        let content = try await content(renewing: draft.renews, visit)
        guard let typed = IndicationTyped(form, &draft, visit.language) else { return answer(draft, content, visit) }
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let id: ID<RiskIndication> = ids.next(at: now)
        do {
            let look = try visit.look(.create, at: ItemName(.indication, id))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let indication = try connection.made(id, typed, at: now, key)
                try connection.keep(
                    indication, typed.assessed, asking: typed.cosigner, ids: ids, key, vault)
                return Found(Link.indication(key.family, id).text, about: [typed.person])
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as RiskIndication.Refusal {
            guard let error = visit.language.risks.error(refusal) else { throw Problem.notFound }
            draft.errors.append(error)
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("cosigner", visit.language.risks.cosignerMissing))
        }
        return answer(draft, content, visit)
    }

    /// - Throws: ``Problem/notFound`` for whoever assesses nobody here.
    private func content(
        renewing before: ID<RiskIndication>?, _ visit: Visit
    ) async throws -> IndicationForm {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.indication, family))
        let content = try await dossiers.read(family, look) { key, connection -> Found<IndicationForm>? in
            let children = key.reading.assessed.sorted()
            guard !children.isEmpty else { return nil }
            let all = try children.flatMap { try connection.cosigners(about: $0, renewing: before, key) }
            var cosigners: [SecondCandidate] = []
            for one in all where !cosigners.contains(one) { cosigners.append(one) }
            let content = IndicationForm(
                family: key.family, reading: key.reading, circle: try connection.circle(key),
                isTrained: try connection.hasSkill(.youth, key), cosigners: cosigners)
            return Found(content, about: Set(children))
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func answer(_ draft: IndicationDraft, _ content: IndicationForm, _ visit: Visit) -> Response {
        let page = IndicationFormPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        return answer(page.html, content.reading, isError: !draft.errors.isEmpty, visit)
    }

    private func answer(_ html: HTML, _ reading: Reading, isError: Bool, _ visit: Visit) -> Response {
        var frame = installation.familyFrame(visit, title: visit.language.risks.tab, for: reading)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }
}

extension Connection {
    fileprivate func made(
        _ id: ID<RiskIndication>, _ typed: IndicationTyped, at now: Moment, _ key: borrowing DossierKey
    ) throws -> RiskIndication {
        let renewed = try typed.renews.map { before in
            guard let sight = try indication(before, key) else { throw RiskIndication.Refusal.notYours }
            return sight.indication
        }
        return try RiskIndication.made(
            id, about: typed.person, by: key.reading, isTrained: try hasSkill(.youth, key),
            asksCosigner: typed.cosigner != nil, assessed: typed.on, until: typed.until, renewing: renewed, at: now)
    }
}
