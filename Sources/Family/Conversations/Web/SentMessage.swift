// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Hummingbird
import Kernel
import PeopleRules
import Site

/// A message as its form sent it, with or without files.
struct SentMessage {
    let submission: ID<Submission>
    /// nil when something must be mended first.
    let text: PlainText?
    let draft: MessageDraft

    /// Reads the form, and takes its files in as they come.
    init(_ request: Request, _ intake: inout AttachmentIntake, _ language: Language) async throws {
        var draft = MessageDraft()
        var form: FormBody
        if MultipartForm.isIn(request) {
            do {
                form = try await MultipartForm.read(request) { try await intake.take($0) }
            } catch let flaw as FormPartFlaw {
                // Behind a file that is too large nothing is read any more; what was typed came before it.
                form = FormBody(fields: intake.fields)
                draft.fileError = flaw == .tooManyFiles ? language.attachments.tooMany : language.attachments.tooLarge
            }
        } else {
            form = try await FormBody.read(request)
        }
        guard let sending = form.sending else { throw Problem.malformed }
        submission = ID(as: sending)
        draft.text = form.text("message")
        if let refused = intake.refused {
            draft.fileError = language.attachments.refused(refused.name, refused.flaw)
        }
        var text: PlainText?
        do { text = try PlainText.paragraphs(draft.text, limit: ConversationDrawing.longestMessage) } catch {
            draft.error = language.conversations.message(for: error)
        }
        self.text = draft.errors.isEmpty ? text : nil
        self.draft = draft
    }
}
