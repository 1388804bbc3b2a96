// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Whether a child's own words leave with a parent: asked by the parent, answered with one tap.
package struct ChildWordsPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        (self.installation, self.dossiers) = (installation, dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("families/:family/own-words", use: ask)
        router.get("families/:family/own-words/:words", use: show)
        router.post("families/:family/own-words/:words/answer", use: answer)
    }

    @Sendable private func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        guard let child = form.id("person", Person.self) else { throw Problem.malformed }
        let (now, vault) = (visit.now, installation.vault)
        let id: ID<ChildWords> = installation.ids.next(at: now)
        let promise: ID<Promise> = installation.ids.next(at: now)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.copy, id)) { key, connection in
                try connection.askChildWords(as: id, of: child, promise: promise, at: now, key, vault)
                return .takeAlong(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch ChildWords.Refusal.notYours { throw Problem.notFound } catch is ChildWords.Refusal {
            // It was asked before, or nobody can answer: the page says how it stands.
        }
        return .seeOther(.takeAlong(family))
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ChildWords> = try visit.id("words")
        let look = try visit.look(.read, at: ItemName(.copy, id))
        let found = try await dossiers.read(family, look) { key, connection -> Found<ChildWordsContent>? in
            guard let asked = try connection.ownWordsToAnswer(id, key) else { return nil }
            let content = ChildWordsContent(
                family: key.family, asked: asked, reading: key.reading, circle: try connection.circle(key))
            return Found(content, about: [])
        }
        guard let found else { throw Problem.notFound }
        let page = ChildWordsPage(
            language: visit.language, content: found, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.fullCopies.wordsTitle, for: found.reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func answer(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<ChildWords> = try visit.id("words")
        let form = try await FormBody.read(request)
        let said = form.text("answer")
        guard said == "yes" || said == "no" else { throw Problem.malformed }
        let (now, vault) = (visit.now, installation.vault)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.copy, id)) { key, connection in
                try connection.answerChildWords(id, isYes: said == "yes", at: now, key, vault)
                return .today
            }
            guard done != nil else { throw Problem.notFound }
        } catch is ChildWords.Refusal { throw Problem.notFound }
        return .seeOther(.today)
    }
}

/// What is asked about a child's own words, gathered in one transaction.
struct ChildWordsContent: Sendable {
    let family: ID<Family>
    let asked: ChildWords
    let reading: Reading
    let circle: CircleSight
}

/// The question, in plain words, with a yes and a no.
struct ChildWordsPage: Equatable {
    let language: Language
    let content: ChildWordsContent
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any FullCopyWords { language.fullCopies }

    var html: HTML {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let parent = names.calledName(content.asked.reader)
        let asked = content.reading.persons.first { $0.id == content.asked.child }
        let isFrom12 = asked.map { $0.birth.isAtLeast(12, on: content.asked.asked.day) } ?? false
        let isOwn = content.asked.child == content.reading.ownPerson
        let child = content.circle.name(of: content.asked.child).map(CircleNames.firstName) ?? language.circle.erased
        return """
            \(PageHead(
                isOwn ? words.wordsAsk(parent) : words.wordsReview(parent, of: child),
                lead: isOwn
                    ? words.wordsAskText : isFrom12 ? words.wordsInTalk(child) : words.wordsReviewText(child),
                above: More(.circle(content.family), language.invitations.toCircle)))
            <p>\(More(.stories(content.family), language.stories.title))</p>
            \(FamilyForm(
                action: .ownWordsAnswer(content.family, content.asked.id),
                page: .ownWords(content.family, content.asked.id), token: token, form: form,
                content: "<p>\(words.wordsFree)</p>",
                buttons: [
                    Button(words.wordsYes, .submit(name: "answer", value: "yes")),
                    Button(words.wordsNo, .submit(name: "answer", value: "no"), .quiet),
                ]).html)
            """
    }
}

extension Link {
    static func ownWords(_ family: ID<Family>) -> Link { "/families/\(family)/own-words" }
    static func ownWords(_ family: ID<Family>, _ id: ID<ChildWords>) -> Link { "/families/\(family)/own-words/\(id)" }
    static func ownWordsAnswer(_ family: ID<Family>, _ id: ID<ChildWords>) -> Link {
        "/families/\(family)/own-words/\(id)/answer"
    }
}
