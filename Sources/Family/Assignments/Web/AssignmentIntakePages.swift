// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyExchange
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleStore
import PeopleWeb
import Site

/// Reading in the messages between municipalities and a provider, and by which codes the provider is known in them: for its
/// team leads.
package struct AssignmentIntakePages: Sendable {
    private let installation: Installation
    private let desk: Desk

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("assignments/new", use: new)
        router.post("assignments", use: read)
        router.get("assignments/codes", use: codes)
        router.post("assignments/codes", use: saveCodes)
    }

    // MARK: Messages

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        try await form(nil, visit)
    }

    private func form(_ error: FieldError?, _ visit: Visit) async throws -> Response {
        let organisation = try await led(visit)
        let codes = try await installation.database.read { try $0.providerCodes(of: organisation) }
        guard !codes.isEmpty else { return .seeOther(.providerCodes) }
        let page = AssignmentIntakeFormPage(
            language: visit.language, error: error, token: visit.token ?? "", form: installation.newForm(visit))
        return answer(page.html, visit, isError: error != nil)
    }

    /// Each file is read as it arrives, and only what is needed of it is held.
    @Sendable private func read(_ request: Request, _ visit: Visit) async throws -> Response {
        let organisation = try await led(visit)
        let words = visit.language.assignments
        var intake = AssignmentIntake()
        do {
            let limits = FormPartLimits(
                parts: 128, files: AssignmentIntake.most, fileBytes: AssignmentMessage.longest)
            _ = try await MultipartForm.read(request, limits: limits) { intake.take($0) }
        } catch let flaw as FormPartFlaw {
            let text = flaw == .tooManyFiles ? words.filesTooMany : words.fileTooLarge
            return try await form(FieldError("file", text), visit)
        }
        guard !intake.files.isEmpty else { return try await form(FieldError("file", words.fileMissing), visit) }
        let (files, now, ids) = (intake.files, visit.now, installation.ids)
        let look = try visit.look(.create, at: ItemName(.assignment, organisation))
        let arrived = files.compactMap { try? $0.message.get() }
        guard let outcomes = try await desk.read(arrived, for: organisation, by: look, at: now, ids) else {
            throw Problem.notFound
        }
        let page = AssignmentIntakeResultPage(
            language: visit.language, results: AssignmentIntakeResult.of(files, outcomes))
        return answer(page.html, visit, isError: false)
    }

    // MARK: Codes

    @Sendable private func codes(_ request: Request, _ visit: Visit) async throws -> Response {
        let organisation = try await led(visit)
        let codes = try await installation.database.read { try $0.providerCodes(of: organisation) }
        return codesPage(codes.joined(separator: "\n"), nil, visit)
    }

    @Sendable private func saveCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        let organisation = try await led(visit)
        let words = visit.language.assignments
        let typed = try await FormBody.read(request).text("codes")
        var codes: Set<ProviderCode> = []
        for line in typed.split(whereSeparator: \.isNewline) where line.contains(where: { !$0.isWhitespace }) {
            guard let code = ProviderCode(String(line)) else {
                return codesPage(typed, words.codesWrong(String(line.prefix(40))), visit)
            }
            codes.insert(code)
        }
        guard !codes.isEmpty else { return codesPage(typed, words.codesMissing, visit) }
        let (chosen, account, today) = (codes, try visit.account().id, visit.today)
        let taken = try await installation.database.write { connection -> [ProviderCode] in
            guard try connection.leads(of: organisation, on: today).contains(account) else { throw Problem.notFound }
            return try connection.setProviderCodes(chosen, of: organisation)
        }
        guard taken.isEmpty else {
            return codesPage(typed, words.codesTaken(taken.map(\.text).joined(separator: ", ")), visit)
        }
        return .seeOther(.assignments)
    }

    private func codesPage(_ typed: String, _ error: String?, _ visit: Visit) -> Response {
        let page = ProviderCodePage(
            language: visit.language, typed: typed, error: error.map { FieldError("codes", $0) },
            token: visit.token ?? "", form: installation.newForm(visit))
        return answer(page.html, visit, isError: error != nil)
    }

    private func answer(_ html: HTML, _ visit: Visit, isError: Bool) -> Response {
        var frame = installation.frame(visit, title: visit.language.assignments.title)
        frame.isNarrow = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: isError ? .badRequest : .ok)
    }

    /// The organisation of which the reader is a team lead, at the work for which they are here.
    ///
    /// - Throws: ``Problem/notFound`` for everybody else.
    private func led(_ visit: Visit) async throws -> ID<Organisation> {
        try visit.requireProfessional()
        let (account, behalf, today) = (try visit.account().id, visit.behalf, visit.today)
        let organisation = try await installation.database.read { connection -> ID<Organisation>? in
            guard let organisation = try connection.organisation(behind: behalf, of: account, on: today),
                try connection.leads(of: organisation, on: today).contains(account)
            else { return nil }
            return organisation
        }
        guard let organisation else { throw Problem.notFound }
        return organisation
    }
}
