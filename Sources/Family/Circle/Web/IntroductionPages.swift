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

/// Introducing who follows, by the helper who leaves.
package struct IntroductionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/introductions/new", use: new)
        router.post("families/:family/introductions", use: introduce)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let typed = visit.typed
        let draft = IntroductionDraft(who: typed?.text("who") ?? "", text: typed?.text("message") ?? "")
        return try await page(draft, visit)
    }

    @Sendable private func introduce(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.introductions
        var draft = IntroductionDraft(who: form.text("who"), text: form.text("message"))
        let account = ID<Account>(draft.who)
        if account == nil { draft.errors.append(FieldError("who", words.whoMissing)) }
        var text: PlainText?
        do { text = try PlainText.paragraphs(draft.text, limit: 1_000) } catch {
            draft.errors.append(
                FieldError("message", error == .empty ? words.textMissing : visit.language.invitations.wrong(error)))
        }
        guard draft.errors.isEmpty, let account, let text else { return try await page(draft, visit) }
        let (vault, now) = (installation.vault, visit.now)
        let id: ID<Introduction> = installation.ids.next(at: now)
        do {
            let look = try visit.look(.update, at: ItemName(.circle, family))
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                let about = try connection.introduce(account, saying: text, as: id, at: now, key, vault)
                return Found("", about: about)
            }
            guard done != nil else { return try installation.handedBack([draft.text], visit) }
        } catch Introduction.Refusal.notTheFollower {
            draft.errors.append(FieldError("who", words.whoMissing))
            return try await page(draft, visit)
        } catch is Introduction.Refusal { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.circle(family))
    }

    private func page(_ draft: IntroductionDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection in
            Found((circle: try connection.circle(key), reading: key.reading), about: Set(key.reading.covered.keys))
        }
        guard let found, found.reading.membership?.kind == .professional else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = IntroductionPage(
            names, draft, family: family, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.introductions.title, for: found.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was chosen and typed.
struct IntroductionDraft: Equatable {
    var who = ""
    var text = ""
    var errors: [FieldError] = []
}

/// Who follows, and what the family hears of that.
struct IntroductionPage: Equatable {
    let language: Language
    let family: ID<Family>
    let people: [Choices.Choice]
    let draft: IntroductionDraft
    let token: String
    let form: FormID

    init(_ names: CircleNames, _ draft: IntroductionDraft, family: ID<Family>, token: String, form: FormID) {
        let language = names.language
        (self.language, self.family, self.draft, self.token, self.form) = (language, family, draft, token, form)
        people = names.circle.members.map(\.membership)
            .filter { $0.kind == .professional && $0.account != names.reading.reader }
            .map {
                Choices.Choice(
                    $0.account.text, names.name($0.account), text: names.part($0.account),
                    isChosen: draft.who == $0.account.text)
            }
    }

    private var words: any IntroductionWords { language.introductions }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.circle(family), language.circle.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: people.isEmpty, Empty(words.nobody, words.nobodyText).html, else: asked)
        """
    }

    private var asked: HTML {
        FamilyForm(
            action: .introductions(family), page: .newIntroduction(family), token: token, form: form,
            content: """
                \(Choices(language, "who", legend: words.who, error: draft.errors["who"], .one, people))
                \(Field(
                    language, "message", label: words.label, hint: words.hint, value: draft.text,
                    error: draft.errors["message"], kind: .paragraphs(rows: 4)))
                """,
            buttons: [Button(words.button, .submit())]
        ).html
    }
}

extension Link {
    package static func newIntroduction(_ family: ID<Family>) -> Link { "/families/\(family)/introductions/new" }
    static func introductions(_ family: ID<Family>) -> Link { "/families/\(family)/introductions" }
}
