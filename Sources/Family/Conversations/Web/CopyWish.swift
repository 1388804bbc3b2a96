// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Kernel
import Paper
import Site

/// What somebody wants to take along, as the form has it.
struct CopyWish: Equatable {
    /// As what kind of file.
    enum Kind: String {
        case pdf
        case text
    }

    /// The one message, when it is about one.
    var message: Int?
    var isAll = false
    var from = ""
    var until = ""
    var kind = Kind.pdf

    /// A fresh form: the last month, up to today.
    init(message: Int?, last: Day, today: Day) {
        self.message = message
        from = (last + -30).iso
        until = today.iso
    }

    /// As it was sent; without a kind it is text.
    init(_ form: FormBody) {
        message = Int(form.text("number")).flatMap { $0 > 0 ? $0 : nil }
        isAll = form.text("what") == "all"
        from = form.text("from")
        until = form.text("until")
        kind = Kind(rawValue: form.text("as")) ?? .text
    }

    /// Which messages these are, or what must be mended first.
    func period(_ words: any MessageCopyWords) -> Result<CopyPeriod, CopyFlaws> {
        if let message { return .success(.one(message)) }
        if isAll { return .success(.all) }
        let (first, last) = (Day(from), Day(until))
        var errors: [FieldError] = []
        if first == nil { errors.append(FieldError("from", words.noDay)) }
        if last == nil { errors.append(FieldError("until", words.noDay)) }
        if let first, let last, last < first { errors.append(FieldError("until", words.endsBefore)) }
        guard errors.isEmpty, let first, let last else { return .failure(CopyFlaws(errors: errors)) }
        return .success(.days(first, last))
    }

    /// Why there is no copy: too much for one, or nothing here to print it with.
    func flaws(for refusal: PaperRefusal, _ words: any MessageCopyWords) -> CopyFlaws {
        switch refusal {
        case .tooLong: CopyFlaws(errors: [FieldError(isAll ? "what" : "until", words.tooMuch)])
        case .noFonts, .busy, .failed: CopyFlaws(errors: [FieldError("as", words.noPaper)], isOurs: true)
        }
    }
}

/// What must be mended before there is a copy.
struct CopyFlaws: Error {
    let errors: [FieldError]
    /// Nothing that the reader did.
    var isOurs = false
}
