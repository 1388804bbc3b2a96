// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import Site

/// By which codes an organisation is known in messages.
struct ProviderCodePage {
    let language: Language
    let typed: String
    let error: FieldError?
    let token: String
    let form: FormID

    private var words: any AssignmentWords { language.assignments }

    var html: HTML {
        """
        \(PageHead(
            words.codesTitle, lead: words.codesLead, above: More(.assignments, words.title),
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(FamilyForm(
            action: .providerCodes, page: .providerCodes, token: token, form: form,
            content: Field(
                language, "codes", label: words.codes, hint: words.codesHint, value: typed, error: error?.text,
                kind: .paragraphs(rows: 3)
            ).html,
            buttons: [Button(words.save, .submit())]
        ).html)
        """
    }
}
