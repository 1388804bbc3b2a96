// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import Paper
import PeopleRules
import PeopleWeb
import Site

/// The plan of a family: reading it as it is and as it was, ticking what is done, saying that one agrees, printing it.
package struct PlanPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed
    private let press: PaperPress

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed, _ press: PaperPress) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
        self.press = press
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/plan", use: show)
        router.get("families/:family/plan/versions", use: versions)
        router.post("families/:family/plan/actions/:action/ticks", use: tick)
        router.post("families/:family/plan/actions/:action/start", use: begin)
        router.post("families/:family/plan/agreements", use: agree)
        router.post("families/:family/plan/copy", use: copy)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let asked = request.uri.queryParameters["at"]
        let at = asked.flatMap { Int64($0) }.map { Moment(milliseconds: $0) }
        guard asked == nil || at != nil else { throw Problem.notFound }
        return try await page(at: at, visit)
    }

    private func page(
        at moment: Moment? = nil, errors: [FieldError] = [], _ visit: Visit
    ) async throws -> Response {
        let content = try await content(.read, at: moment, visit)
        let page = PlanPage(
            content: content, now: visit.now, token: visit.token ?? "", form: installation.newForm(visit),
            language: visit.language, printing: errors)
        var frame = installation.familyFrame(visit, title: visit.language.plan.title, for: content.reading)
        frame.isError = !errors.isEmpty
        return .page(
            Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .serviceUnavailable)
    }

    private func content(
        _ action: AccessRecord.Action, at moment: Moment? = nil, _ visit: Visit
    ) async throws -> PlanContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(action, at: ItemName(.plan, family))
        let content = try await dossiers.read(family, look) { key, connection in
            try PlanContent(at: moment, key, connection).map { Found($0, about: $0.about) }
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    @Sendable private func versions(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.plan, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<PlanVersionsContent>? in
            guard key.reading.readsPlan else { return nil }
            let content = PlanVersionsContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key, withEnded: true),
                changes: try connection.planChanges(key, limit: PlanVersionsContent.most))
            return Found(content, about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let page = PlanVersionsPage(content: found, now: visit.now, language: visit.language)
        let frame = installation.familyFrame(visit, title: visit.language.plan.title, for: found.reading)
        return .page(Layout(frame, page.html).html)
    }

    // MARK: Acts

    @Sendable private func tick(_ request: Request, _ visit: Visit) async throws -> Response {
        let action: ID<PlanAction> = try visit.id("action")
        let form = try await FormBody.read(request)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            try await installation.planAct(visit, form, ItemName(.action, action), dossiers) { key, connection in
                guard let about = try connection.action(action, key)?.about else { throw PlanRefusal.notYours }
                try connection.tick(action, at: now, ids: ids, key, vault)
                return about
            }
        } catch PlanRefusal.over {
            // Somebody else ticked it, or it was stopped meanwhile: the page says so.
        }
        let family: ID<Family> = try visit.id("family")
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        let action: ID<PlanAction> = try visit.id("action")
        let form = try await FormBody.read(request)
        guard let step = ActionStart.Step(rawValue: form.text("step")) else { throw Problem.malformed }
        let (now, vault) = (visit.now, installation.vault)
        do {
            try await installation.planAct(visit, form, ItemName(.action, action), dossiers) { key, connection in
                guard let about = try connection.action(action, key)?.about else { throw PlanRefusal.notYours }
                try connection.note(step, of: action, at: now, key, vault)
                return about
            }
        } catch PlanRefusal.over {
            // Somebody else noted it, or the action was stopped meanwhile: the page says so.
        }
        let family: ID<Family> = try visit.id("family")
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    @Sendable private func agree(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        let said = form.text("said").split(separator: " ").map(String.init)
        guard let party = PlanAgreement.Party(text: form.text("party")), said.count == 2,
            let how = PlanAgreement.How(rawValue: said[0])
        else { throw Problem.malformed }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        try await installation.planAct(visit, form, ItemName(.plan, family), dossiers) { key, connection in
            try connection.record(party, agrees: said[1] == "1", how: how, at: now, ids: ids, key, vault)
            return Set(key.reading.covered.keys)
        }
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    @Sendable private func copy(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(.execute, visit)
        let words = visit.language.plan
        let paper = PlanPaper(content: content, at: visit.now, language: visit.language).paper
        do {
            let bytes = try await press.print(paper)
            let name = "\(words.fileName)-\(visit.today.iso).pdf"
            return Response(
                status: .ok, headers: .saving(name, as: "application/pdf"),
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            guard error != .busy else { throw Problem.busy }
            return try await page(errors: [FieldError("main", words.noPaper)], visit)
        }
    }
}

extension Installation {
    /// Carries out an act of the plan; whoever may not gets what is given for a family that is not there.
    func planAct(
        _ visit: Visit, _ form: FormBody, _ item: ItemName, _ dossiers: Dossiers,
        _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Set<ID<Person>>
    ) async throws {
        let family: ID<Family> = try visit.id("family")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: item)
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                Found(Link.plan(key.family).text, about: try act(key, connection))
            }
            guard done != nil else { throw Problem.notFound }
        } catch PlanRefusal.notYours {
            throw Problem.notFound
        }
    }
}
