// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One story: its words, who said yes, where to write, who reads it and who confirmed that.
struct StoryPage: Equatable {
    let language: Language
    let above: More
    let title: String
    let lead: String?
    let shown: Telling?
    let proposed: Telling?
    /// Beside a version that waits, whether the reader's own yes is missing.
    let waits: String?
    let yes: Link?
    let isEarlier: Bool
    let confirm: Link?
    let confirmed: String?
    let composer: StoryComposer?
    let readers: StoryReadersList?
    let confirmations: [String]?
    let versions: [More]
    let draft: StoryDraft
    let token: String
    let form: FormID

    /// A version as it is read.
    struct Telling: Equatable {
        let text: String?
        let notes: [String]
        let files: [FileLink]
    }

    private var words: any StoryWords { language.stories }

    var html: HTML {
        """
        \(PageHead(
            title, lead: lead, above: above,
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isEarlier, Notice(.about, words.earlier).html)\(shown.map(told))\
        \(confirm.map(confirming))\(confirmed.map { Notice(.good, $0, words.confirmedText) })
        \(proposed.map(waiting))\
        \(if: draft.isChanged, Notice(.near, words.changedMeanwhile, words.changedText).html)\(composer?.html)\
        \(readers?.html)\(confirmations.map(read))\
        \(if: versions.count > 1, Section("versions", words.versions, "<ul class=\"flow\">\(versions, { "<li>\($0)</li>\n" })</ul>").html)
        """
    }

    private func told(_ telling: Telling) -> HTML {
        """
        \(telling.text.map { Voice($0) })\(if: telling.text == nil, "<p class=\"soft\">\(words.erased)</p>")
        \(telling.notes, { "<p class=\"soft small\">\($0)</p>\n" })\(telling.files)
        """
    }

    private func waiting(_ telling: Telling) -> HTML {
        Section(
            "proposed", words.proposed,
            """
            \(told(telling))
            <p>\(waits ?? "")</p>
            \(yes.map { ActForm($0, token: token, title: words.yes, .main, form: form) })
            """
        ).html
    }

    private func confirming(_ action: Link) -> HTML {
        """
        <div class="section--tight"><p>\(words.confirmText)</p>
        \(ActForm(action, token: token, title: words.confirm, .main, form: form))</div>
        """
    }

    private func read(_ lines: [String]) -> HTML {
        Section(
            "confirmations", words.confirmations,
            lines.isEmpty
                ? "<p>\(words.nobodyConfirmed)</p>" : "<ul class=\"flow\">\(lines, { "<li>\($0)</li>\n" })</ul>"
        ).html
    }
}

/// Where a story is written: kept by itself, and saved as a version when its author says so.
struct StoryComposer: Equatable {
    let language: Language
    let family: ID<Family>
    let story: ID<Story>
    let title: String
    let hint: String
    let text: String
    let basedOn: Int
    let save: String
    let draft: StoryDraft
    let token: String
    let form: FormID

    var html: HTML {
        """
        <form class="composer section--tight" action="\(Link.storyVersions(family, story))" method="post" \
        enctype="multipart/form-data" aria-labelledby="write">
        \(CSRF.field(token))\(form.field)<input type="hidden" name="page" value="\(Link.story(family, story))">\
        <input type="hidden" name="based" value="\(basedOn)">
        <h2 class="legend--small" id="write">\(title)</h2>
        \(Field(
            language, "message", label: language.stories.label, hint: hint, value: text, error: draft.error,
            kind: .paragraphs(rows: 12)))
        \(FileField.attachments(language, error: draft.fileError))
        <p class="field__error" role="alert" data-unreached hidden>\(Icon.attention.html())\
        <span>\(language.site.unreached)</span></p>
        <p class="actions" data-draft="\(Link.storyDraft(family, story))">\(Button(save, .submit()))\
        <button class="textbutton" type="submit" formaction="\(Link.storyDraft(family, story))">\
        \(language.stories.keep)</button>
        <span class="soft small" role="status" data-draft-said="\(language.stories.kept)">\
        \(if: draft.isKept, "\(language.stories.kept)")</span></p>
        </form>
        """
    }
}

/// Who may read which version, each with what its author can change by one tap.
struct StoryReadersList: Equatable {
    struct Row: Equatable {
        let account: ID<Account>
        let disc: Disc
        let name: String
        let reads: String
        let acts: [Act]
    }

    struct Act: Equatable {
        let choice: String
        let title: String
    }

    let language: Language
    let action: Link
    let rows: [Row]
    let token: String

    private var words: any StoryWords { language.stories }

    var html: HTML {
        Section(
            "readers", words.readers,
            """
            <p>\(words.readersText)</p>
            \(if: rows.isEmpty, "<p>\(words.nobodyReads)</p>")<ul class="promises">\(rows, row)</ul>
            """
        ).html
    }

    private func row(_ row: Row) -> HTML {
        """
        <li class="looked">\(row.disc)<div><p><strong>\(row.name)</strong> \(row.reads)</p>
        <form action="\(action)" method="post">\(CSRF.field(token))\
        <input type="hidden" name="account" value="\(row.account)"><p class="actions">\
        \(row.acts, { act in Button(act.title, .submit(name: "choice", value: act.choice), .text, about: row.name).html })\
        </p></form></div></li>

        """
    }
}
