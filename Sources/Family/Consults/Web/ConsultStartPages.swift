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

/// Asking a question without names.
package struct ConsultStartPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("consults/new", use: begin)
        router.post("consults", use: ask)
    }

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        if let choice = try await installation.workToChoose(visit) { return .seeOther(choice) }
        return try await page(visit.typed.map { ConsultDraft($0) } ?? ConsultDraft(), visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        try visit.requireProfessional()
        let form = try await FormBody.read(request)
        if let choice = try await installation.workToChoose(visit, keeping: form, typedOn: .newConsult) { return choice }
        try await requireWork(visit)
        return try await ask(form, visit)
    }

    private func ask(_ form: FormBody, _ visit: Visit) async throws -> Response {
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = ConsultDraft(form)
        let asked = try await side(&draft, visit)
        let words = visit.language.consults
        let subject = form.line("subject", missing: words.subjectMissing, visit.language.notes.wrong, &draft.errors)
        let look = try visit.look(.create, at: ItemName(.consult, try visit.account().id))
        let question = draft.question.read(
            "message", with: draft.subject, missing: words.questionMissing, try await dossiers.telltales(known: look),
            visit.language, &draft.errors)
        guard draft.errors.isEmpty, let asked, let subject, let question else { return try await page(draft, visit) }
        let (now, ids, haste) = (visit.now, installation.ids, draft.haste)
        // Made once, so that the key is the same when the act is run again; never of what was sent: under that name there may
        // be a key of something else.
        let id: ID<Consult> = ids.next(at: now)
        do {
            let link = try await Desk(dossiers).begin(look, form: submission) { worker, _ in
                try Consult(asking: id, by: worker, of: asked, haste: haste, at: now)
            } _: { key, connection in
                try connection.ask(subject, question, at: now, key, ids)
                return Link.consult(id).text
            }
            guard let link else { return try installation.handedBack([subject.text, question.text], visit) }
            return .seeOther(Link(local: link) ?? .consults)
        } catch is Consult.Refusal {
            draft.errors.append(FieldError("colleague", words.ownQuestion))
            return try await page(draft, visit)
        }
    }

    /// Who works for nobody looks in no list of organisations either.
    private func requireWork(_ visit: Visit) async throws {
        try visit.requireProfessional()
        let (account, behalf, today) = (try visit.account().id, visit.behalf, visit.today)
        let organisation = try await installation.database.read {
            try $0.organisation(behind: behalf, of: account, on: today)
        }
        guard organisation != nil else { throw Problem.notFound }
    }

    /// Whom is asked: an organisation where somebody works, and perhaps somebody who is called exactly so there.
    private func side(_ draft: inout ConsultDraft, _ visit: Visit) async throws -> Side? {
        let words = visit.language.consults
        let (chosen, typed, today, vault) = (draft.organisation, draft.colleague, visit.today, installation.vault)
        let found = try await installation.database.read { connection -> (Organisation, [Account])? in
            guard let organisation = try chosen.flatMap({ try connection.organisation($0) }), organisation.isAskedOpenly
            else { return nil }
            return (organisation, try connection.colleagues(called: typed, in: organisation.id, on: today, vault))
        }
        guard let (organisation, called) = found else {
            draft.errors.append(FieldError("organisation", words.organisationMissing))
            return nil
        }
        guard typed.contains(where: { !$0.isWhitespace }) else { return Side(organisation.id) }
        guard called.count == 1, let colleague = called.first else {
            draft.errors.append(FieldError("colleague", words.nobodyCalled(at: organisation.name)))
            return nil
        }
        return Side(organisation.id, colleague.id)
    }

    private func page(_ draft: ConsultDraft, _ visit: Visit) async throws -> Response {
        try await requireWork(visit)
        let today = visit.today
        let organisations = try await installation.database.read { connection in
            try connection.organisations(on: today).filter { $0.people > 0 }.map(\.organisation).filter(\.isAskedOpenly)
        }
        let page = ConsultFormPage(
            language: visit.language, organisations: organisations, draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.frame(visit, title: visit.language.consults.new)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

extension Organisation {
    /// Whether it stands in a list from which anybody who works somewhere chooses: a refuge does not, nor what is of no kind
    /// that says what it is.
    fileprivate var isAskedOpenly: Bool { kind != .other }
}
