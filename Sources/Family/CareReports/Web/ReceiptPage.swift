// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import PeopleRules
import Site

/// What who reported gets at once: a number, and the code that opens the answer, shown this once.
struct ReceiptPage {
    let language: Language
    let number: String
    let code: CardCode

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(words.receiptTitle, lead: words.receiptLead))
        \(Facts([Facts.Fact(words.number, number), Facts.Fact(words.code, code.description)]))
        \(Notice(.near, words.receiptOnce, words.receiptKeep))
        <p>\(Button(words.toAnswer, .link(.reportAnswer), .quiet))</p>
        """
    }
}

/// Where who reported looks for an answer, by number and code.
struct ReportAnswerPage {
    let language: Language
    let token: String?
    var number = ""
    var progress: ReportProgress?
    var errors: [FieldError] = []

    private var words: any CareReportWords { language.careReports }

    var html: HTML {
        """
        \(PageHead(
            words.answerTitle, lead: progress == nil ? words.answerLead : nil,
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(progress.map(found))\(if: progress == nil, asking)
        """
    }

    private func found(_ progress: ReportProgress) -> HTML {
        let received = words.received(language.dateInside(progress.received.day))
        switch progress.reply {
        case nil: return Notice(.about, received, progress.isLookedAt ? words.lookedAt : words.notLookedAt).html
        case .seen: return Notice(.good, received, words.seen).html
        case .watched(let watcher): return Notice(.good, received, words.watched(watcher)).html
        case .advice(let advice):
            return "\(Notice(.good, received, words.advised))\(Card(words.adviceTitle, "\(Paragraphs(advice))"))"
        }
    }

    private var asking: HTML {
        """
        <form class="form section--tight" action="\(Link.reportAnswer)" method="post">\(token.map(CSRF.field))
        \(Field(
            language, "number", label: words.number, value: number, error: errors["number"], kind: .number, limit: 12,
            autocomplete: "off"))
        \(Field(
            language, "code", label: words.code, error: errors["code"], kind: .code, limit: 40, autocomplete: "off"))
        \(Actions([Button(words.look, .submit())]))
        </form>
        """
    }
}
