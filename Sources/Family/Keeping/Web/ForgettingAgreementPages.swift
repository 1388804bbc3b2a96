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

/// Of a young child all who hold authority say whether something is erased: the question, with a yes and a no.
extension ForgettingPages {
    @Sendable func agreement(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Forgetting> = try visit.id("forgetting")
        let look = try visit.look(.read, at: ItemName(.forgetting, id))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.forgettingToAgree(id, key).map { Found($0, about: []) }
        }
        guard let found else { throw Problem.notFound }
        let page = ForgettingAgreementPage(
            language: visit.language, found: found, token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.keeping.agreeTitle, for: found.reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable func agree(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Forgetting> = try visit.id("forgetting")
        let form = try await FormBody.read(request)
        let said = form.text("answer")
        guard said == "yes" || said == "no" else { throw Problem.malformed }
        let (now, vault) = (visit.now, installation.vault)
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.forgetting, id)) {
                key, connection in
                try connection.answerForgetting(id, isYes: said == "yes", at: now, key, vault)
                return .keeping(key.family)
            }
            guard done != nil else { throw Problem.notFound }
        } catch Forgetting.Refusal.notYours { throw Problem.notFound } catch is Forgetting.Refusal {
            // It was taken back or decided meanwhile: the page shows how it stands.
        }
        return .seeOther(.keeping(family))
    }
}

/// What is asked, in plain words; who asked is named, and not why.
struct ForgettingAgreementPage: Equatable {
    let language: Language
    let found: ForgettingToAgree
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any KeepingWords { language.keeping }

    var html: HTML {
        let names = CircleNames(circle: found.circle, reading: found.reading, language: language)
        let name = found.circle.name(of: found.forgetting.person).map(CircleNames.firstName)
        return """
            \(PageHead(
                words.agreeTitle,
                lead: words.agreeLead(
                    name ?? language.circle.erased, by: names.calledName(found.forgetting.asker)),
                above: More(.keeping(found.family), words.title)))
            \(words.agreeText, { "<p>\($0)</p>\n" })\
            \(FamilyForm(
                action: .forgettingAgreement(found.family, found.forgetting.id),
                page: .forgettingAgreement(found.family, found.forgetting.id), token: token, form: form, content: "",
                buttons: [
                    Button(words.agreeYes, .submit(name: "answer", value: "yes")),
                    Button(words.agreeNo, .submit(name: "answer", value: "no"), .quiet),
                ]).html)
            """
    }
}
