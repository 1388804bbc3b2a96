// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import PeopleRules
import Site

/// A question as it is typed, with what is to be mended.
struct ConsultDraft: Equatable {
    var organisation: ID<Organisation>?
    var colleague = ""
    var subject = ""
    var question = ConsultText()
    var haste = Consult.Haste.week
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        organisation = form.id("organisation")
        colleague = form.text("colleague")
        subject = form.text("subject")
        question = ConsultText(form, "message")
        haste = Consult.Haste(rawValue: form.text("haste")) ?? .week
    }
}
