// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What somebody asks to have erased, for who decides about it.
struct ForgettingPage: Equatable {
    let language: Language
    let found: ForgettingToDecide
    let draft: ForgettingDraft
    let token: String
    let form: FormID

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any KeepingWords { language.keeping }
    private var forgetting: Forgetting { found.sight.forgetting }

    var html: HTML {
        """
        \(PageHead(
            words.decideTitle,
            lead: words.decideLead(
                found.person ?? language.circle.erased, language.dateInside(forgetting.asked.day),
                due: language.dateInside(forgetting.due)),
            above: More(.today, language.today.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(found.sight.words.map { Voice($0) })\(content)
        """
    }

    private var content: HTML {
        guard forgetting.state == .asked else {
            let said = words.state(
                forgetting.state, on: language.dateInside(forgetting.changed.day),
                due: language.dateInside(forgetting.due))
            return Notice(.about, said).html
        }
        guard let asked = found.asked else { return found.decides ? deciding : "" }
        return """
            \(if: found.isSecond, "<p>\(words.asSecond)</p>", else: "<p>\(words.waitsForSecond)</p>")
            \(asked.reason.map { Voice($0) })\(if: found.isSecond, answering)
            """
    }

    private var deciding: HTML {
        """
        \(words.decideText, { "<p>\($0)</p>\n" })\
        \(granting)
        \(Section("refuse", words.refuse, refusing))
        """
    }

    /// Only once all agree who must; who has not answered is seen, and nobody answers for them.
    private var granting: HTML {
        switch found.agreement {
        case .complete: form([], [Button(words.grant, .submit(name: "decision", value: "erase"))])
        case .nobody: Notice(.near, words.nobodyAgrees, words.nobodyAgreesText).html
        case .refused, .waits:
            """
            \(Notice(.near, words.waitsForAgreement, words.waitsFor(language.list(found.awaited.map(name)))))
            \(found.awaited.filter { !$0.isAsked }, noting)
            """
        }
    }

    private func name(_ holder: AwaitedHolder) -> String { holder.name ?? language.circle.erased }

    private func noting(_ holder: AwaitedHolder) -> HTML {
        let field: HTML = """
            <p>\(words.saidInTalk(name(holder)))</p>
            <input type="hidden" name="person" value="\(holder.person)">
            """
        return form(
            [field],
            [
                Button(words.saidYes, .submit(name: "decision", value: "saidYes"), .quiet, about: name(holder)),
                Button(words.saidNo, .submit(name: "decision", value: "saidNo"), .quiet, about: name(holder)),
            ])
    }

    private func form(_ content: [HTML], _ buttons: [Button]) -> HTML {
        FamilyForm(
            action: .forgettingDecision(found.family, forgetting.id),
            page: .forgetting(found.family, forgetting.id), token: token, form: form,
            content: "\(content, { $0 })", buttons: buttons
        ).html
    }

    private var refusing: HTML {
        FamilyForm(
            action: .forgettingDecision(found.family, forgetting.id),
            page: .forgetting(found.family, forgetting.id), token: token, form: form,
            content: """
                <p>\(words.refuseText)</p>
                <input type="hidden" name="decision" value="refuse">
                \(Field(
                    language, "reason", label: words.reason, value: draft.reason, error: draft.errors["reason"],
                    kind: .paragraphs(rows: 4)))
                \(Choices(
                    language, "second", legend: words.second, error: draft.errors["second"], .one,
                    found.seconds.map {
                        Choices.Choice($0.value, $0.name, text: $0.function, isChosen: draft.second == $0.value)
                    }))
                """,
            buttons: [Button(words.refuseButton, .submit(), .quiet)]
        ).html
    }

    private var answering: HTML {
        FamilyForm(
            action: .forgettingAnswer(found.family, forgetting.id), page: .forgetting(found.family, forgetting.id),
            token: token, form: form, content: "",
            buttons: [
                Button(words.yes, .submit(name: "answer", value: "yes")),
                Button(words.no, .submit(name: "answer", value: "no"), .quiet),
            ]
        ).html
    }
}
