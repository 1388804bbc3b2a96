// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Starting a family, by a professional, on behalf of an organisation.
package struct FamilyStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/new", use: new)
        router.post("families", use: go)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = visit.typed.map { FamilyDraft($0) } ?? FamilyDraft()
        draft.wasKept = visit.typed != nil
        return page(draft, try await work(visit), visit)
    }

    /// One step on, one back, one more person, or the start itself; all that was typed goes along.
    @Sendable private func go(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let work = try await work(visit)
        let words = visit.language.familyStart
        var draft = FamilyDraft(form)
        switch form.text("go") {
        case "add": if draft.members.count < FamilyOutline.mostMembers { draft.members.append(FamilyDraft.Member()) }
        case "persons": draft.step = .persons
        case "ties":
            draft.dropBlanks()
            draft.checkPersons(words, on: visit.today)
            draft.step = draft.errors.isEmpty ? .ties : .persons
            if draft.errors.isEmpty { draft.suggestTies() }
        case "rest":
            let places: [ID<Person>] = draft.members.map { _ in installation.ids.next(at: visit.now) }
            draft.step = draft.outline(places, words, on: visit.today) == nil ? .ties : .rest
            if draft.function.isEmpty { draft.function = work.first?.professional.title ?? "" }
        case "start": return try await start(draft, form, work, visit)
        default: throw Problem.malformed
        }
        return page(draft, work, visit)
    }

    private func start(
        _ typed: FamilyDraft, _ form: FormBody, _ work: [Work], _ visit: Visit
    ) async throws -> Response {
        var draft = typed
        draft.step = .rest
        let words = visit.language.familyStart
        let persons: [ID<Person>] = draft.members.map { _ in installation.ids.next(at: visit.now) }
        draft.checkPersons(words, on: visit.today)
        let outline = draft.outline(persons, words, on: visit.today)
        let details = draft.details(persons, words)
        let name = try? PlainText.line(draft.family)
        if name == nil { draft.errors.append(FieldError("family", words.familyMissing)) }
        let function = try? PlainText.line(draft.function)
        if function == nil { draft.errors.append(FieldError("function", words.functionMissing)) }
        let chosen = work.first { $0.organisation.id == draft.organisation }
        if chosen == nil { draft.errors.append(FieldError("organisation", words.organisationMissing)) }
        guard draft.errors.isEmpty, let outline, let name, let function, let chosen,
            let submission = form.sending.map({ ID<Submission>(as: $0) })
        else { return page(draft, work, visit) }
        let account = try visit.account()
        let membership = Membership(
            id: installation.ids.next(at: visit.now), account: account.id, kind: .professional,
            organisation: chosen.organisation.id, covers: Set(persons), share: .all, term: Period(from: visit.today))
        let expectation = (try? PlainText.line(draft.expectation, limit: 200))?.text ?? ""
        let face = MemberFace(
            name: account.profile.name, function: function.text, organisation: chosen.organisation.name,
            expectation: expectation)
        let start = FamilyStart(
            outline, named: name, details: details, membership: membership, face: face,
            organisation: chosen.organisation.id, parentsDirect: draft.parentsDirect,
            familyKnows: draft.familyKnows, at: visit.now)
        let founding = Founding(persons: persons, at: visit.now, ids: installation.ids)
        let link = try await dossiers.start(start, as: founding, form: submission) { Link.circle($0).text }
        return .seeOther(Link(local: link) ?? .families)
    }

    private func page(_ draft: FamilyDraft, _ work: [Work], _ visit: Visit) -> Response {
        let page = FamilyStartPage(
            language: visit.language, draft: draft, organisations: work.map(\.organisation), token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.familyStart.start)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        frame.leavesQuickly = true
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }

    /// On whose behalf somebody works.
    private struct Work: Sendable {
        let professional: Professional
        let organisation: Organisation
    }

    /// - Throws: ``Problem/notFound`` for whoever is no professional, or works for nobody now.
    private func work(_ visit: Visit) async throws -> [Work] {
        let account = try visit.account()
        guard account.kind == .professional else { throw Problem.notFound }
        let (today, behalf) = (visit.today, visit.behalf)
        let work = try await installation.database.read { connection in
            let organisations = try connection.organisations(of: account.id, on: today)
            return try connection.work(behind: behalf, of: account.id, on: today).compactMap { professional in
                organisations.first { $0.id == professional.organisation }
                    .map { Work(professional: professional, organisation: $0) }
            }
        }
        guard !work.isEmpty else { throw Problem.notFound }
        return work
    }
}
