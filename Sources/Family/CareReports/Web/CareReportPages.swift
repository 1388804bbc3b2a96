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

/// One report at a desk, and what is done with it.
package struct CareReportPages: Sendable {
    let installation: Installation
    let dossiers: Dossiers
    let desk: Desk
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.live = live
        self.dossiers = dossiers
        desk = Desk(dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("desk/reports/:report", use: show)
        router.get("desk/reports/:report/family", use: chooseFamily)
        router.get("desk/reports/:report/files/:file", use: file)
        router.post("desk/reports/:report/taking", use: take)
        router.post("desk/reports/:report/passing", use: pass)
        router.post("desk/reports/:report/sending", use: send)
        router.post("desk/reports/:report/triage", use: judge)
        router.post("desk/reports/:report/safety", use: keepSafety)
        router.post("desk/reports/:report/assignment", use: assign)
        router.post("desk/reports/:report/weighing", use: weigh)
        router.post("desk/reports/:report/talk", use: talk)
        router.post("desk/reports/:report/advice", use: advise)
        router.post("desk/reports/:report/feedback", use: answer)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(visit.typed.map { ReportDraft($0) } ?? ReportDraft(), visit)
    }

    // MARK: Who has it

    @Sendable private func take(_ request: Request, _ visit: Visit) async throws -> Response {
        try await act(.take, visit, ReportDraft(try await FormBody.read(request)))
    }

    @Sendable private func pass(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = ReportDraft(try await FormBody.read(request))
        let colleague = ID<Account>(draft.text("colleague"))
        guard draft.text("colleague").isEmpty || colleague != nil else { throw Problem.malformed }
        return try await act(.pass(to: colleague), visit, draft, to: .desk)
    }

    @Sendable private func send(_ request: Request, _ visit: Visit) async throws -> Response {
        let draft = ReportDraft(try await FormBody.read(request))
        guard let organisation = ID<Organisation>(draft.text("desk")) else { throw Problem.malformed }
        return try await act(.send(to: organisation), visit, draft, to: .desk)
    }

    // MARK: Triage

    @Sendable private func judge(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        let words = visit.language.careReports
        let reason = draft.needed("reason", words.reasonMissing, visit.language)
        guard let urgency = draft.urgency else {
            draft.errors.append(FieldError("urgency", words.judgeMissing))
            return try await page(draft, visit)
        }
        guard let reason else { return try await page(draft, visit) }
        let keeper = draft.keeper(from: visit.today, visit.language)
        guard draft.errors.isEmpty else { return try await page(draft, visit) }
        let direction = Direction.Kind(rawValue: draft.text("direction"))
        let several = draft.text("several") == "yes"
        let said = words.judged(urgency, direction, reason.text)
        return try await act(
            .judge(urgency, hasSeveralParties: several, direction: direction), keeping: keeper,
            saying: try .paragraphs(said), visit, draft)
    }

    /// Who keeps what holds for safety, and until when anew; or that nobody here does any more.
    @Sendable private func keepSafety(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        let words = visit.language.reportMessages
        guard draft.text("safety") != "over" else {
            let said = draft.needed("safety-end", words.safetyEndMissing, visit.language)
            guard let said else { return try await page(draft, visit) }
            return try await act(.endSafety, saying: said, visit, draft)
        }
        let keeper = draft.keeper(from: visit.today, visit.language)
        if keeper == nil, draft.errors.isEmpty { draft.errors.append(FieldError("keeper", words.keeperMissing)) }
        guard let keeper else { return try await page(draft, visit) }
        return try await act(.keepSafety(until: keeper.until), keeping: keeper, visit, draft)
    }

    @Sendable private func assign(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        guard draft.form.text("to") == "family" else { return try await act(.assign(.desk), visit, draft) }
        guard let family: ID<Family> = draft.form.id("family"), try await familiesAround(visit).contains(family) else {
            draft.errors.append(FieldError("family", visit.language.careReports.familyMissing))
            return try await choosing(draft, visit)
        }
        return try await act(.assign(.circle(family)), visit, draft)
    }

    /// Steps four and five of the reporting code: who weighed it and when stands with it by itself.
    @Sendable private func weigh(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        let words = visit.language.careReports
        let facts = draft.needed("weighed-facts", words.factsMissing, visit.language)
        let thoughts = draft.optional("weighed-thoughts", visit.language)
        guard let facts, draft.errors.isEmpty else { return try await page(draft, visit) }
        let yes = draft.form.texts("question").compactMap(ReportWeighing.Question.init(rawValue:))
        let weighing = ReportWeighing(yes: Set(yes))
        let said = words.weighed(weighing, facts: facts.text, thoughts: thoughts?.text)
        return try await act(.assign(.veiligThuis), saying: try .paragraphs(said, limit: 20_000), visit, draft)
    }

    // MARK: Talk and answer

    @Sendable private func talk(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        guard let said = draft.needed("talk", visit.language.careReports.talkMissing, visit.language) else {
            return try await page(draft, visit)
        }
        return try await act(.talk, saying: said, visit, draft)
    }

    @Sendable private func advise(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        guard let said = draft.needed("advice", visit.language.careReports.adviceMissing, visit.language) else {
            return try await page(draft, visit)
        }
        return try await act(.advise, replying: .advice(said.text), saying: said, visit, draft, to: .desk)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = ReportDraft(try await FormBody.read(request))
        let words = visit.language.careReports
        switch draft.text("reply") {
        case "seen": return try await act(.answer, replying: .seen, visit, draft, to: .desk)
        case "watched":
            guard let watcher = draft.needed("watcher", words.watcherMissing, visit.language) else {
                return try await page(draft, visit)
            }
            return try await act(
                .answer, replying: .watched(by: watcher.text), saying: watcher, visit, draft, to: .desk)
        default:
            draft.errors.append(FieldError("reply", words.replyMissing))
            return try await page(draft, visit)
        }
    }

    private func act(
        _ act: CareReport.Act, replying reply: ReportReply? = nil, keeping keeper: SafetyKeeper? = nil,
        saying text: PlainText? = nil, _ visit: Visit, _ draft: ReportDraft, to link: Link? = nil
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<CareReport> = try visit.id("report")
        guard let submission = draft.form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (now, ids) = (visit.now, installation.ids)
        do {
            let look = try visit.look(.update, at: ItemName(.careReport, id))
            let done = try await desk.act(id, look, form: submission) { key, connection in
                if let reply {
                    try connection.reply(reply, saying: text, at: now, key, ids)
                } else {
                    try connection.carryOut(act, saying: text, keeping: keeper, at: now, key, ids)
                }
                return ""
            }
            guard done != nil else { return try installation.handedBack(draft.typed, visit) }
            await live.wroteAtDesks()
        } catch let refusal as CareReport.Refusal {
            var draft = draft
            draft.errors.append(visit.language.careReports.refused(refusal))
            return try await page(draft, visit, status: .conflict)
        }
        return .seeOther(link ?? .careReport(id))
    }

    // MARK: The page

    private func page(
        _ draft: ReportDraft, _ visit: Visit, status: HTTPResponse.Status = .badRequest
    ) async throws -> Response {
        try visit.requireProfessional()
        let id: ID<CareReport> = try visit.id("report")
        let (vault, today) = (installation.vault, visit.today)
        let content = try await desk.read(id, try visit.look(.read, at: ItemName(.careReport, id))) {
            key, connection in try CareReportContent(key, on: today, connection, vault)
        }
        guard let content else { return try installation.handedBack(draft.typed, visit) }
        let page = CareReportPage(
            language: visit.language, content: content, draft: draft, isRefused: status == .conflict, now: visit.now,
            token: visit.token ?? "",
            newForm: { [installation] in installation.newForm(visit) })
        var frame = installation.frame(visit, title: visit.language.careReports.board)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : status)
    }
}

extension ReportDraft {
    /// What was typed for an act: given back where it can't be kept.
    var typed: [String] {
        ["reason", "keeper", "safety-end", "talk", "advice", "watcher", "weighed-facts", "weighed-thoughts"].map(text)
            .filter { text in text.contains { !$0.isWhitespace } }
    }

    /// A text that must be there, or nil with the error that says so.
    mutating func needed(_ field: String, _ missing: String, _ language: Language) -> PlainText? {
        do { return try PlainText.paragraphs(text(field), limit: Self.longest) } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.notes.wrong(error)))
            return nil
        }
    }

    /// Who keeps what holds for safety; nil where nothing was typed.
    mutating func keeper(from today: Day, _ language: Language) -> SafetyKeeper? {
        let words = language.reportMessages
        guard !text("keeper").isEmpty || !text("keeper-day").isEmpty else { return nil }
        let day = Day(text("keeper-day")).flatMap { $0 >= today ? $0 : nil }
        if day == nil { errors.append(FieldError("keeper-day", words.keeperDayMissing)) }
        guard let name = form.line("keeper", missing: words.keeperMissing, language.notes.wrong, &errors), let day
        else {
            return nil
        }
        return SafetyKeeper(name: name, until: day)
    }

    /// A text that may be left out.
    mutating func optional(_ field: String, _ language: Language) -> PlainText? {
        form.optional(field, limit: Self.longest, language.notes.wrong, &errors)
    }
}
