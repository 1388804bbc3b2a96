// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Asking whether a member who was hidden from somebody when they came may be shown to them again.
///
/// For anybody but a professional of the circle who knows both, these pages are not there.
package struct HidingPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/members/:member/hiding", use: show)
        router.post("families/:family/members/:member/hiding", use: propose)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { HoldDraft($0) } ?? HoldDraft(review: ""), visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let (family, member): (ID<Family>, ID<Membership>) = (try visit.id("family"), try visit.id("member"))
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = HoldDraft(form)
        draft.review = (visit.today + Hold.term).iso
        let missing = visit.language.holds.showMissing
        guard let typed = HoldTyped(form, &draft, missing: missing, visit.language) else {
            return try await page(draft, visit)
        }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let id: ID<Hold> = ids.next(at: now)
        let look = try visit.look(.create, at: ItemName(.hold, id))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let circle = try connection.circle(key)
                guard let hiding = try connection.hiding(member, among: circle, look, key) else { return nil }
                let hold = try Hold(
                    id, of: hiding.member.item, about: hiding.member.about, from: typed.from,
                    fromPersons: typed.fromPersons, by: key.reading.reader, asking: typed.second,
                    organisation: key.reading.onBehalfOf, at: now, reviewBy: typed.review)
                try connection.reconsider(
                    hiding, as: HoldToMake(hold, because: typed.reason, asking: typed.second), ids: ids, key, vault)
                return Found(Link.hold(key.family, id).text, about: hiding.member.about)
            }
            guard let link = done.flatMap({ Link(local: $0) }) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as Hold.Refusal {
            let words = visit.language.holds
            draft.errors.append(
                refusal == .fromWhoDecides
                    ? FieldError("second", words.secondIsFrom) : FieldError("from", words.showMissing))
        } catch is SecondProfessional.Refusal {
            draft.errors.append(FieldError("second", visit.language.holds.secondMissing))
        }
        return try await page(draft, visit)
    }

    private func page(_ draft: HoldDraft, _ visit: Visit) async throws -> Response {
        let (family, member): (ID<Family>, ID<Membership>) = (try visit.id("family"), try visit.id("member"))
        let look = try visit.look(.read, at: ItemName(.circle, member))
        let content = try await dossiers.read(family, look) { key, connection -> Found<HidingContent>? in
            let circle = try connection.circle(key)
            guard let hiding = try connection.hiding(member, among: circle, look, key) else { return nil }
            let content = HidingContent(
                family: key.family, member: member, hiding: hiding, circle: circle, reading: key.reading,
                candidates: try connection.secondProfessionals(
                    about: hiding.member.about, besides: hiding.from, key))
            return Found(content, about: hiding.member.about)
        }
        guard let content else { throw Problem.notFound }
        let page = HidingPage(
            content, draft, token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.holds.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}
