// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Hearing what somebody found not right, for the professional in charge.
package struct ConcernPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/concerns/:concern", use: concern)
        router.post("families/:family/concerns/:concern/answer", use: answered)
    }

    @Sendable private func concern(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("concern")
        let look = try visit.look(.read, at: ItemName(.concern, id))
        let language = visit.language
        let found = try await dossiers.read(family, look) { key, connection -> Found<(ToldConcern, String, String)>? in
            guard let concern = try connection.concern(id, key) else { return nil }
            let names = CircleNames(
                circle: try connection.circle(key, withEnded: true), reading: key.reading, language: language)
            return Found((concern, names.name(concern.teller), names.name(concern.author)), about: concern.about)
        }
        guard let (concern, teller, author) = found else { throw Problem.notFound }
        let words = language.messageActs
        let act = ActForm(
            .concernAnswer(family, id), token: visit.token ?? "", title: words.heard, .main,
            form: FormID(installation.ids.next(at: visit.now)))
        let page = QuotedPage(
            language: language, title: words.toHearTitle,
            lead: words.told(by: teller, at: language.dayAndClockInside(concern.at, today: visit.today)),
            above: More(.conversations(family), language.conversations.all), from: author,
            at: language.dayAndClock(concern.writtenAt, today: visit.today),
            text: concern.text ?? language.conversations.erasedText, act: concern.isOpen ? act : nil)
        var frame = installation.frame(visit, title: language.conversations.title)
        frame.leavesQuickly = true
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func answered(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Promise> = try visit.id("concern")
        let look = try visit.look(.update, at: ItemName(.concern, id))
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let (vault, now) = (installation.vault, visit.now)
        let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
            guard let concern = try connection.concern(id, key) else { return nil }
            try connection.settle(concern, at: now, key, vault)
            return Found(Link.conversations(key.family).text, about: concern.about)
        }
        guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
        return .seeOther(link)
    }
}
