// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// Where somebody says what of a conversation they take along, and as what.
struct CopyPage: Equatable {
    let language: Language
    let above: More
    let action: Link
    let token: String
    let wish: CopyWish
    /// The message, when it is about one.
    let quoted: Quoted?
    let errors: [FieldError]

    /// One message as it will be in the copy.
    struct Quoted: Equatable {
        let from: String
        let at: String
        let text: String
    }

    private var words: any MessageCopyWords { language.messageCopy }

    var html: HTML {
        """
        \(PageHead(quoted == nil ? words.title : words.one, lead: words.lead, above: above,
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(quoted.map(quote))
        <form class="form" action="\(action)" method="post">
        \(CSRF.field(token))
        \(wish.message.map(number) ?? period)
        \(kind)
        \(Actions([Button(words.button, .submit())]))
        </form>
        """
    }

    private func quote(_ quoted: Quoted) -> HTML {
        """
        <blockquote class="message__box quoted">
        <p class="message__from"><strong>\(quoted.from)</strong>, \(quoted.at)</p>
        \(Paragraphs(quoted.text))
        </blockquote>
        """
    }

    private func number(_ number: Int) -> HTML { "<input type=\"hidden\" name=\"number\" value=\"\(number)\">" }

    private var period: HTML {
        """
        \(Choices(language, "what", legend: words.what, error: errors["what"], .one,
            [
                Choices.Choice("days", words.days, isChosen: !wish.isAll),
                Choices.Choice("all", words.all, isChosen: wish.isAll),
            ]))
        \(Field(language, "from", label: words.from, value: wish.from, error: errors["from"], kind: .date))
        \(Field(language, "until", label: words.until, value: wish.until, error: errors["until"], kind: .date))
        """
    }

    private var kind: HTML {
        Choices(
            language, "as", legend: words.kind, error: errors["as"], .one,
            [
                Choices.Choice("pdf", words.pdf, text: words.pdfText, isChosen: wish.kind == .pdf),
                Choices.Choice("text", words.text, text: words.textText, isChosen: wish.kind == .text),
            ]
        ).html
    }
}
