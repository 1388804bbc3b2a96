// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import Paper
import PeopleRules
import PeopleWeb
import Site

/// Taking a message, some days or a whole conversation along for one's own record, on paper or as text.
package struct CopyPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let press: PaperPress

    /// More messages than one copy holds.
    private static let most = 5_000

    package init(_ installation: Installation, _ dossiers: Dossiers, _ press: PaperPress) {
        self.installation = installation
        self.dossiers = dossiers
        self.press = press
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/conversations/:conversation/copy", use: choose)
        router.post("families/:family/conversations/:conversation/copy", use: copy)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        var message: Int?
        if let asked = request.uri.queryParameters["message"] {
            guard let number = Int(asked) else { throw Problem.notFound }
            message = number
        }
        return try await page(nil, of: message, errors: [], visit)
    }

    @Sendable private func copy(_ request: Request, _ visit: Visit) async throws -> Response {
        let wish = CopyWish(try await FormBody.read(request))
        let words = visit.language.messageCopy
        do {
            let period = try wish.period(words).get()
            if wish.kind == .pdf, await !press.isReady { throw PaperRefusal.noFonts }
            let copy = try await self.copy(period, wish.kind, visit)
            let name = "\(words.fileName)-\(visit.today.iso)"
            switch wish.kind {
            case .pdf:
                let bytes = try await press.print(copy.paper)
                return Self.saving(ByteBuffer(bytes: bytes), name + ".pdf", "application/pdf")
            case .text: return Self.saving(ByteBuffer(string: copy.text), name + ".txt", "text/plain; charset=utf-8")
            }
        } catch let refusal as PaperRefusal {
            guard refusal != .busy else { throw Problem.busy }
            return try await page(wish, wish.flaws(for: refusal, words), visit)
        } catch let flaws as CopyFlaws {
            return try await page(wish, flaws, visit)
        }
    }

    private static func saving(_ bytes: ByteBuffer, _ name: String, _ type: String) -> Response {
        Response(status: .ok, headers: .saving(name, as: type), body: ResponseBody(byteBuffer: bytes))
    }

    /// What is taken along, on record as a copy; what is too much is not, as nothing leaves.
    private func copy(_ period: CopyPeriod, _ kind: CopyWish.Kind, _ visit: Visit) async throws -> ConversationCopy {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.execute, at: ItemName(.conversation, id))
        let (language, longestPaper) = (visit.language, press.longest)
        let copy = try await dossiers.read(family, look) { key, connection -> Found<ConversationCopy>? in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let messages = try connection.messages(of: summary, in: period, limit: Self.most + 1, key)
            if case .one = period, messages.isEmpty { return nil }
            let (first, last) = (messages.first?.number ?? 0, messages.last?.number ?? 0)
            let copy = ConversationCopy(
                summary: summary, messages: messages,
                attachments: try connection.attachments(of: summary, from: first, to: last, key),
                names: CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: language),
                at: look.at)
            let longest = kind == .pdf ? longestPaper : Self.longest
            guard messages.count <= Self.most, copy.size <= longest else { throw PaperRefusal.tooLong }
            return Found(copy, about: summary.conversation.about)
        }
        guard let copy else { throw Problem.notFound }
        return copy
    }

    /// More bytes than one copy holds as text.
    private static let longest = 10_000_000

    // MARK: The form

    private func page(_ wish: CopyWish, _ flaws: CopyFlaws, _ visit: Visit) async throws -> Response {
        try await page(
            wish, of: wish.message, errors: flaws.errors, status: flaws.isOurs ? .serviceUnavailable : .badRequest,
            visit)
    }

    private func page(
        _ wish: CopyWish?, of number: Int?, errors: [FieldError], status: HTTPResponse.Status = .ok, _ visit: Visit
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Conversation> = try visit.id("conversation")
        let look = try visit.look(.read, at: ItemName(.conversation, id))
        let (language, today, token) = (visit.language, visit.today, visit.token ?? "")
        let found = try await dossiers.read(family, look) { key, connection -> Found<(Reading, CopyPage)>? in
            guard let summary = try connection.conversation(id, key) else { return nil }
            let message = try number.flatMap { number in
                try connection.messages(of: summary, in: .one(number), limit: 1, key).first
            }
            guard number == nil || message?.text != nil else { return nil }
            let quoted = try message.map { message in
                let names = CircleNames(
                    circle: try connection.circle(key, withEnded: true), reading: key.reading, language: language)
                return CopyPage.Quoted(
                    from: names.name(message.author), at: language.dayAndClock(message.at, today: today),
                    text: message.text ?? "")
            }
            let link = Link.conversation(key.family, id)
            let page = CopyPage(
                language: language,
                above: More(
                    number.map { link.with(fragment: "m\($0)") } ?? link, language.messageActs.back),
                action: .copy(key.family, id), token: token,
                wish: wish ?? CopyWish(message: number, last: summary.lastAt.day, today: today), quoted: quoted,
                errors: errors)
            return Found((key.reading, page), about: summary.conversation.about)
        }
        guard let (reading, page) = found else { throw Problem.notFound }
        var frame = installation.familyFrame(visit, title: language.conversations.title, for: reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: status)
    }
}
