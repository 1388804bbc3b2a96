// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// Where messages are chosen to read in.
struct AssignmentIntakeFormPage {
    let language: Language
    let error: FieldError?
    let token: String
    let form: FormID

    private var words: any AssignmentWords { language.assignments }

    var html: HTML {
        """
        \(PageHead(
            words.readTitle, lead: words.readLead, above: More(.assignments, words.title),
            errors: error.map { ErrorSummary(language, [$0]) }))
        \(FamilyForm(
            action: .assignments, page: .newAssignments, token: token, form: form,
            content: FileField(
                language, "file", label: words.file, hint: words.fileHint, error: error?.text, endings: [".xml"]
            ).html,
            buttons: [Button(words.send, .submit())], hasFiles: true
        ).html)
        <p>\(More(.providerCodes, words.codesTitle))</p>
        """
    }
}

/// What became of each message.
struct AssignmentIntakeResultPage {
    let language: Language
    let results: [AssignmentIntakeResult]

    private var words: any AssignmentWords { language.assignments }

    var html: HTML {
        """
        \(PageHead(
            words.resultTitle, lead: words.resultLead(read: results.count(where: \.isRead), of: results.count),
            above: More(.assignments, words.title),
            actions: [Button(words.toList, .link(.assignments))]))
        \(Table(
            words.resultTitle, words.resultColumns.map { Table.Column($0) },
            results.map { ["\($0.name)", text($0)] }, isStacked: true, isSaid: true))
        """
    }

    private func text(_ result: AssignmentIntakeResult) -> HTML {
        switch result.outcome {
        case .flawed(let flaw): "\(words.refused(flaw))"
        case .known(.read(let kinds)): "\(words.read(kinds))"
        case .known(.readBefore): "\(words.readBefore)"
        case .known(.refused(let faults)):
            "\(faults, { "<p>\(words.refused($0))</p>" })"
        }
    }
}
