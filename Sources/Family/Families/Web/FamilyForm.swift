// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleWeb
import Site

/// A form about a family: what is asked, one button, and where it stands for what is typed when the session is over.
struct FamilyForm {
    let action: Link
    /// The page of the form, where it is another one than its act's address without the last noun.
    var page: Link?
    let token: String
    let form: FormID
    let content: HTML
    let buttons: [Button]
    var hasFiles = false
    /// Where much is typed: with a script it is not sent to a server that can't be reached, which this says then.
    var unreached: Language?

    var html: HTML {
        """
        <form class="form section--tight" action="\(action)" method="post"\(if: hasFiles, " enctype=\"multipart/form-data\"")>
        \(CSRF.field(token))\(form.field)\(page.map { "<input type=\"hidden\" name=\"page\" value=\"\($0)\">" as HTML })
        \(content)
        \(unreached.map(Unreached.init))\(Actions(buttons))
        </form>
        """
    }
}

extension Installation {
    /// The name of a form that is given out now.
    func newForm(_ visit: Visit) -> FormID { FormID(ids.next(at: visit.now)) }
}

extension [FieldError] {
    /// A text of one act; with the error that says so where it must be there and is not, or can't be kept.
    mutating func paragraphs(
        _ typed: String, limit: Int, at field: String, isNeeded: Bool, _ missing: String, _ language: Language
    ) -> String {
        do { return try PlainText.paragraphs(typed, limit: limit).text } catch {
            if isNeeded || error != .empty {
                append(FieldError(field, error == .empty ? missing : language.notes.wrong(error)))
            }
            return ""
        }
    }
}

extension FormBody {
    /// A text that must be there, or nil with the error that says so.
    func line(
        _ field: String, missing: String, _ wrong: (PlainText.Refusal) -> String, _ errors: inout [FieldError]
    ) -> PlainText? {
        do { return try PlainText.line(text(field)) } catch {
            errors.append(FieldError(field, error == .empty ? missing : wrong(error)))
            return nil
        }
    }

    /// A text that may be left out.
    func optional(
        _ field: String, limit: Int = 500, _ wrong: (PlainText.Refusal) -> String, _ errors: inout [FieldError]
    ) -> PlainText? {
        do { return try PlainText.paragraphs(text(field), limit: limit) } catch {
            if error != .empty { errors.append(FieldError(field, wrong(error))) }
            return nil
        }
    }
}
