// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Hummingbird
import Kernel
import PeopleRules
import Site

/// A form as it was sent, with or without files, which were taken in as they came.
struct FormWithFiles {
    let submission: ID<Submission>
    let body: FormBody
    /// What is wrong with the files.
    let fileError: String?

    init(_ request: Request, _ intake: inout AttachmentIntake, _ language: Language) async throws {
        var form: FormBody
        var error: String?
        if MultipartForm.isIn(request) {
            do {
                form = try await MultipartForm.read(request, limits: FormPartLimits(parts: 256)) {
                    try await intake.take($0)
                }
            } catch let flaw as FormPartFlaw {
                // Behind a file that is too large nothing is read any more; what was typed came before it.
                form = FormBody(fields: intake.fields)
                error = flaw == .tooManyFiles ? language.attachments.tooMany : language.attachments.tooLarge
            }
        } else {
            form = try await FormBody.read(request)
        }
        guard let sending = form.sending else { throw Problem.malformed }
        submission = ID(as: sending)
        body = form
        fileError = intake.refused.map { language.attachments.refused($0.name, $0.flaw) } ?? error
    }
}

/// A message as its form sent it, with or without files.
struct SentMessage {
    let submission: ID<Submission>
    /// nil when something must be mended first.
    let text: PlainText?
    let draft: MessageDraft

    /// Reads the form, and takes its files in as they come.
    init(_ request: Request, _ intake: inout AttachmentIntake, _ language: Language) async throws {
        let form = try await FormWithFiles(request, &intake, language)
        submission = form.submission
        var draft = MessageDraft(text: form.body.text("message"), fileError: form.fileError)
        var text: PlainText?
        do { text = try PlainText.paragraphs(draft.text, limit: ConversationDrawing.longestMessage) } catch {
            draft.error = language.conversations.message(for: error)
            // A page can't choose somebody's files for them.
            if draft.fileError == nil, intake.hasFiles { draft.fileError = language.attachments.again }
        }
        self.text = draft.errors.isEmpty ? text : nil
        self.draft = draft
    }
}
