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

/// Reporting a worry, with or without an account, and looking for the answer.
package struct ReportPages: Sendable {
    private static let cookie = "receipt"

    private let installation: Installation
    private let desk: Desk
    private let live: LiveFeed
    private let room = ReportRoom()

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("reports/new", use: begin)
        router.post("reports", use: report)
        router.get("reports/receipt", use: receipt)
        router.get("reports/answer", use: ask)
        router.post("reports/answer", use: answer)
    }

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { ReportDraft($0) } ?? ReportDraft(), visit)
    }

    @Sendable private func report(_ request: Request, _ visit: Visit) async throws -> Response {
        let sent = try await SentReport(request, room, visit.language)
        do {
            let response = try await report(sent, visit)
            if sent.isInRoom { await room.leave() }
            return response
        } catch {
            if sent.isInRoom { await room.leave() }
            throw error
        }
    }

    private func report(_ sent: SentReport, _ visit: Visit) async throws -> Response {
        let form = sent.form
        var draft = ReportDraft(form)
        draft.hasFiles = sent.hasFiles
        let words = visit.language.careReports
        if let error = sent.error { draft.errors.append(error) }
        guard let name = form.form, isOwn(form, visit) else {
            draft.errors.append(FieldError("facts", words.sendAgain))
            return try await page(draft, visit)
        }
        let worry = draft.worry(isHandedOver: try await signedIn(visit) != nil, visit.language)
        let origin = draft.origin(signedIn: try await signedIn(visit), visit.language)
        let urgency = draft.urgency
        if urgency == nil { draft.errors.append(FieldError("urgency", words.urgencyMissing)) }
        guard draft.errors.isEmpty, let worry, let origin, let urgency else { return try await page(draft, visit) }
        do {
            try await bring(worry, origin, urgency, sent, name, visit)
        } catch let refusal as BringingRefused {
            draft.errors.append(words.refused(refusal))
            return try await page(draft, visit, status: refusal == .tooMany ? .tooManyRequests : .badRequest)
        }
        var response = Response.seeOther(.reportReceipt)
        response.setCookie(installation.cookies.cookie(Self.cookie, name.text, lasting: .minutes(10)))
        return response
    }

    private func bring(
        _ worry: ReportedWorry, _ origin: ReportOrigin, _ urgency: CareReport.Urgency, _ sent: SentReport,
        _ name: ID<FormID>, _ visit: Visit
    ) async throws {
        let (vault, now, ids) = (installation.vault, visit.now, installation.ids)
        let isWorker = try await signedIn(visit) != nil
        let receipt = vault.reportReceipt(name.text)
        let brought = ReportToBring(
            id: ids.next(at: now), origin: ids.next(at: now), number: receipt.number, code: receipt.code,
            formDigest: vault.reportForm(name.text), urgency: urgency, worry: worry, reporter: origin,
            isAboutColleague: sent.form.text("colleague") == "yes", from: isWorker ? nil : visit.from,
            hasPhone: installation.hasDutyPhone, files: sent.files)
        try await desk.bring(brought, to: sent.form.id("desk"), at: now, vault, ids)
        await live.wroteAtDesks()
    }

    /// Whether a person can have filled it in: the field that nobody sees is empty, and it took as long as typing does.
    private func isOwn(_ form: FormBody, _ visit: Visit) -> Bool {
        guard form.text("website").isEmpty else { return false }
        let parts = form.text("made").split(separator: ".")
        guard parts.count == 2, let milliseconds = Int64(parts[0]),
            made(at: Moment(milliseconds: milliseconds)) == form.text("made")
        else { return false }
        return ReportFlood.isOnTime(made: Moment(milliseconds: milliseconds), at: visit.now)
    }

    private func made(at moment: Moment) -> String {
        let text = String(moment.milliseconds)
        return text + "." + installation.vault.digest("report made " + text, for: .form)
    }

    /// Who reports, signed in at their work.
    private func signedIn(_ visit: Visit) async throws -> (name: String, organisation: String)? {
        guard let account = visit.signedIn?.account, account.kind == .professional else { return nil }
        let (behalf, today) = (visit.behalf, visit.today)
        let organisation = try await installation.database.read { connection in
            try connection.organisation(behind: behalf, of: account.id, on: today).flatMap(connection.organisation)
        }
        return organisation.map { (account.profile.name, $0.name) }
    }

    private func page(
        _ draft: ReportDraft, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        let (now, today) = (visit.now, visit.today)
        let (desks, organisations) = try await installation.database.read { connection in
            let desks = try connection.reportDesks(on: today)
            return (desks, try connection.organisations(desks.map(\.organisation)))
        }
        let page = ReportFormPage(
            language: visit.language, desks: organisations,
            isStaffed: installation.hasDutyPhone && desks.contains { $0.isStaffed(at: now) },
            signedIn: try await signedIn(visit), draft: draft, token: visit.token, form: installation.newForm(visit),
            made: made(at: now), crisis: installation.crisis)
        return answer(page.html, visit, isError: !draft.errors.isEmpty, status: draft.errors.isEmpty ? .ok : status)
    }

    // MARK: What comes back

    /// Shown once: what opened it is gone after.
    @Sendable private func receipt(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let name = installation.cookies.value(Self.cookie, in: request).flatMap({ ID<FormID>($0) }) else {
            return .seeOther(.reportAnswer)
        }
        let receipt = installation.vault.reportReceipt(name.text)
        guard let code = CardCode(typed: receipt.code) else { throw Problem(.broken) }
        let page = ReceiptPage(language: visit.language, number: receipt.number, code: code)
        var response = answer(page.html, visit)
        response.setCookie(installation.cookies.expired(Self.cookie))
        return response
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        answer(ReportAnswerPage(language: visit.language, token: visit.token).html, visit)
    }

    /// Answered at once rather than at another address: nothing stays in the browser by which others would find it.
    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request, limit: 16_384)
        let words = visit.language.careReports
        var page = ReportAnswerPage(language: visit.language, token: visit.token)
        page.number = String(form.text("number").filter(\.isNumber).prefix(12))
        let (number, code) = (page.number, CardCode(typed: form.text("code")))
        let (vault, now, desk) = (installation.vault, visit.now, desk)
        let places = [GuessedAt.address(visit.from, vault)]
        if try await installation.database.write({ try $0.guess(places, at: now) }) != nil { throw Problem(.tooOften) }
        if let code {
            page.progress = try await desk.answer { connection in
                try connection.report(number: number, code: code.text, vault)
            } _: { keys, report, connection in
                try connection.progress(keys, of: report)
            }
        }
        guard page.progress != nil else {
            page.errors = [FieldError("code", words.codeWrong)]
            return answer(page.html, visit, isError: true, status: .badRequest)
        }
        try await installation.database.write { try $0.forgive(places, at: now) }
        return answer(page.html, visit)
    }

    private func answer(
        _ html: HTML, _ visit: Visit, isError: Bool = false, status: HTTPResponse.Status = .ok
    ) -> Response {
        var frame = installation.frame(visit, title: visit.language.careReports.tab)
        frame.isNarrow = true
        frame.leavesQuickly = true
        frame.isError = isError
        return .page(Layout(frame, html).html, status: status)
    }
}
