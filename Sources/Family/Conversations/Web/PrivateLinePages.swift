// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// A young person's own line to one professional: what can't be kept secret is said before the first word.
package struct PrivateLinePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/private-line", use: new)
        router.post("families/:family/private-line", use: open)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = PrivateLineDraft()
        if let typed = visit.typed { draft = PrivateLineDraft(typed) }
        return try await page(draft, visit)
    }

    @Sendable private func open(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        var draft = PrivateLineDraft(form)
        guard let text = checked(&draft, visit.language) else { return try await page(draft, visit) }
        let (vault, now, words) = (installation.vault, visit.now, visit.language.privateLine)
        let start = ConversationStart(
            id: installation.ids.next(at: now), recipients: [], about: [], subject: try PlainText.line(words.subject),
            firstMessage: (installation.ids.next(at: now), text))
        let look = try visit.look(.create, at: ItemName(.conversation, start.id))
        let (to, isTold) = (draft.to, draft.isTold)
        do {
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                let line = try connection.openLine(to: to, isTold: isTold, start, at: now, key, vault)
                return Found(Link.conversation(key.family, line.id).text, about: line.about)
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as PrivateLine.Refusal {
            switch refusal {
            case .notAYoungPerson, .notTheirs: throw Problem.notFound
            case .nobodyChosen: draft.errors = [FieldError("to", words.nobodyChosen)]
            case .notTold: draft.errors = [FieldError("told", words.notTold)]
            }
            return try await page(draft, visit)
        }
    }

    private func checked(_ draft: inout PrivateLineDraft, _ language: Language) -> PlainText? {
        let words = language.privateLine
        var text: PlainText?
        if draft.to == nil { draft.errors.append(FieldError("to", words.nobodyChosen)) }
        if !draft.isTold { draft.errors.append(FieldError("told", words.notTold)) }
        do { text = try PlainText.paragraphs(draft.message, limit: ConversationDrawing.longestMessage) } catch {
            draft.errors.append(FieldError("message", language.conversations.message(for: error)))
        }
        return draft.errors.isEmpty ? text : nil
    }

    private func page(_ draft: PrivateLineDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.family, family))
        let found = try await dossiers.read(family, look) { key, connection in
            let circle = try connection.circle(key)
            let hearers = PrivateLine.hearers(
                for: key.reading, among: circle.members.map(\.membership), on: key.today)
            let isYoung = key.reading.isOfYoungPerson
            return Found(
                (circle: circle, reading: key.reading, hearers: isYoung ? hearers : nil),
                about: Set(key.reading.covered.keys))
        }
        guard let found, let hearers = found.hearers else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = PrivateLinePage(
            language: visit.language, family: family,
            hearers: names.sorted(hearers).map {
                Choices.Choice($0.text, names.name($0), text: names.part($0), isChosen: draft.to == $0)
            },
            draft: draft, token: visit.token ?? "", form: FormID(installation.ids.next(at: visit.now)))
        var frame = installation.familyFrame(visit, title: visit.language.conversations.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// A private line to be opened, as it was typed.
struct PrivateLineDraft: Equatable {
    var to: ID<Account>?
    var message = ""
    var isTold = false
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        to = form.id("to")
        message = form.text("message")
        isTold = form.text("told") == "yes"
    }
}

/// What a young person reads before they write to a professional alone, and where they do.
struct PrivateLinePage: Equatable {
    let language: Language
    let family: ID<Family>
    let hearers: [Choices.Choice]
    let draft: PrivateLineDraft
    let token: String
    let form: FormID

    private var words: any PrivateLineWords { language.privateLine }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.conversations(family), language.conversations.all),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(Notice(.about, words.secretTitle, words.secretText))
        \(if: hearers.isEmpty, Empty(words.nobodyTitle, words.nobodyText).html, else: composer.html)
        """
    }

    private var composer: Composer {
        Composer(
            language, action: .privateLine(family), token: token, form: form, title: words.write, before: before,
            field: Field(
                language, "message", label: language.conversations.yourMessage, value: draft.message,
                error: draft.errors["message"], kind: .paragraphs(rows: 6)))
    }

    private var before: HTML {
        """
        <input type="hidden" name="page" value="\(Link.privateLine(family))">
        \(Choices(language, "to", legend: words.toWhom, error: draft.errors["to"], .one, hearers))
        \(Choices(
            language, "told", legend: words.secretTitle, error: draft.errors["told"], .several,
            [Choices.Choice("yes", words.understood, isChosen: draft.isTold)]))
        """
    }
}
