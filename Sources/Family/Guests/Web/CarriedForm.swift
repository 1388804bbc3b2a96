// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What a guest typed in a form after their hour was over, carried past the page that asks the code again.
struct CarriedForm {
    enum Purpose: String {
        case referral, question
        /// What is done at a link.
        case link
    }

    let purpose: Purpose
    private let form: FormBody

    init(_ purpose: Purpose, _ form: FormBody) { (self.purpose, self.form) = (purpose, form) }

    /// What the page that asks the code sends along; nil where it carries nothing.
    init?(_ sent: FormBody) {
        guard let purpose = Purpose(rawValue: sent.text("carried")), let form = try? FormBody(sent.text("typed").utf8)
        else { return nil }
        self.init(purpose, form)
    }

    /// As it stands in its own form again.
    var draft: GuestDraft { GuestDraft(form) }

    /// What the page that asks the code starts with.
    var fields: FormBody {
        FormBody(fields: [
            "carried": [purpose.rawValue], "typed": [form.encoded(without: ["token", "form", "page"])],
        ])
    }

    /// The fields that carry it.
    var html: HTML {
        """
        <input type="hidden" name="carried" value="\(purpose.rawValue)">
        <input type="hidden" name="typed" value="\(form.encoded(without: ["token", "form", "page"]))">

        """
    }
}
