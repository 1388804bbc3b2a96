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

/// Asking somebody of the circle to call back: who, by when, and nothing more than that.
package struct CallBackPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/call-backs/new", use: new)
        router.post("families/:family/call-backs", use: ask)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        var draft = CallBackDraft(by: (visit.today + 1).iso)
        if let typed = visit.typed { draft = CallBackDraft(typed) }
        if let to = request.uri.queryParameters["to"] { draft.who = String(to) }
        return try await page(draft, visit)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let words = visit.language.contacts
        var draft = CallBackDraft(form)
        let account = ID<Account>(draft.who)
        let day = Day(draft.by)
        if account == nil { draft.errors.append(FieldError("who", words.callBackMissing)) }
        if day == nil { draft.errors.append(FieldError("by", words.callBackNotThen)) }
        let about = form.optional("about", limit: 200, visit.language.notes.wrong, &draft.errors)
        guard draft.errors.isEmpty, let account, let day else { return try await page(draft, visit) }
        let text = words.callBackText(try visit.account().profile.name, about: about?.text)
        let (vault, now) = (installation.vault, visit.now)
        let id: ID<Promise> = installation.ids.next(at: now)
        do {
            let look = try visit.look(.create, at: ItemName(.promise, id))
            let outcome = try await dossiers.act(family, look, form: submission) { key, connection in
                let persons = try connection.askToCall(account, by: day, saying: text, as: id, at: now, key, vault)
                return Found(Link.promise(key.family, id).text, about: persons)
            }
            guard let outcome, let link = Link(local: outcome) else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(link)
        } catch let refusal as CallBack.Refusal {
            switch refusal {
            case .nobodyChosen: draft.errors = [FieldError("who", words.callBackMissing)]
            case .notThen: draft.errors = [FieldError("by", words.callBackNotThen)]
            }
            return try await page(draft, visit)
        }
    }

    private func page(_ draft: CallBackDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let found = try await dossiers.read(family, look) { key, connection in
            Found((circle: try connection.circle(key), reading: key.reading), about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        let names = CircleNames(circle: found.circle, reading: found.reading, language: visit.language)
        let page = CallBackPage(
            names, draft, family: family, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.contacts.callBack, for: found.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// What was chosen and typed.
struct CallBackDraft: Equatable {
    var who = ""
    var by: String
    var about = ""
    var errors: [FieldError] = []

    init(by day: String) { by = day }

    init(_ form: FormBody) { (who, by, about) = (form.text("who"), form.text("by"), form.text("about")) }
}

/// Who should call, by when.
struct CallBackPage: Equatable {
    let language: Language
    let family: ID<Family>
    let people: [Choices.Choice]
    let draft: CallBackDraft
    let token: String
    let form: FormID

    init(_ names: CircleNames, _ draft: CallBackDraft, family: ID<Family>, token: String, form: FormID) {
        let language = names.language
        (self.language, self.family, self.draft, self.token, self.form) = (language, family, draft, token, form)
        let accounts = NoteFormPage.owners(names.circle).subtracting([names.reading.reader])
        // Before asking it says who sees it, too: nobody hears afterwards that others could read along.
        let team = names.circle.members.first {
            $0.membership.account == names.circle.firstContact && $0.membership.organisation != nil
        }?.membership.account
        people = names.sorted(accounts).map {
            let behind = $0 == team ? language.contacts.callBackTeam(names.name($0)) : nil
            let text = [names.part($0), behind].compactMap(\.self).joined(separator: ". ")
            return Choices.Choice($0.text, names.name($0), text: text, isChosen: draft.who == $0.text)
        }
    }

    private var words: any ContactWords { language.contacts }

    var html: HTML {
        """
        \(PageHead(
            words.callBack, lead: words.callBackLead, above: More(.circle(family), language.circle.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: people.isEmpty, Empty(words.callBackNobody, words.callBackNobodyText).html, else: asked)
        """
    }

    private var asked: HTML {
        FamilyForm(
            action: .callBacks(family), page: .newCallBack(family), token: token, form: form,
            content: """
                \(Choices(language, "who", legend: words.callBackWho, error: draft.errors["who"], .one, people))
                \(Field(
                    language, "by", label: words.callBackBy, value: draft.by, error: draft.errors["by"], kind: .date))
                \(Field(
                    language, "about", label: words.callBackAbout, hint: words.callBackAboutHint, value: draft.about,
                    error: draft.errors["about"], limit: 200))
                """,
            buttons: [Button(words.callBackSend, .submit())]
        ).html
    }
}
