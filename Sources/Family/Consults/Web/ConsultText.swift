// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

/// A text that is to be without names: as it was typed, and whether its writer looked it over.
struct ConsultText: Equatable {
    static let longest = 5_000

    var typed = ""
    var isChecked = false
    /// What its writer was told that it tells.
    private var told: Set<String> = []
    /// What there is to look over.
    private var tells: [String] = []

    /// Whether anything is there but blanks.
    var isTyped: Bool { typed.contains { !$0.isWhitespace } }

    init() {}

    init(_ form: FormBody, _ field: String) {
        typed = form.text(field)
        isChecked = form.text("checked") == "yes"
        told = Set(form.texts("told"))
    }

    /// The text, or nil with the error that says what to mend.
    ///
    /// - Parameter other: what goes with it, and may tell as much.
    mutating func read(
        _ field: String, with other: String = "", missing: String, _ telltales: Telltales, _ language: Language,
        _ errors: inout [FieldError]
    ) -> PlainText? {
        let words = language.consults
        let text: PlainText
        do { text = try PlainText.paragraphs(typed, limit: Self.longest) } catch {
            errors.append(FieldError(field, error == .empty ? missing : language.notes.wrong(error)))
            return nil
        }
        let found = telltales.found(in: other + "\n" + text.text)
        guard !found.contains(where: \.isNumber) else {
            errors.append(FieldError(field, words.tellsNumber))
            return nil
        }
        tells = found.map(\.text)
        // What was typed after the writer looked is to be looked over, too.
        isChecked = isChecked && told.isSuperset(of: tells)
        guard tells.isEmpty || isChecked else {
            errors.append(FieldError(field, words.tells(tells.joined(separator: ", "))))
            return nil
        }
        return text
    }

    /// What the writer says of it, once there is something to say.
    func check(_ language: Language) -> HTML {
        guard !tells.isEmpty else { return "" }
        let words = language.consults
        let choice = Choices(
            language, "checked", legend: words.checkedLegend, .several,
            [Choices.Choice("yes", words.checked, isChosen: isChecked)])
        return "\(tells, hidden)\(choice)"
    }

    private func hidden(_ told: String) -> HTML {
        "<input type=\"hidden\" name=\"told\" value=\"\(told)\">\n"
    }
}

extension Telltale {
    fileprivate var isNumber: Bool {
        if case .citizenNumber = self { true } else { false }
    }

    fileprivate var text: String {
        switch self {
        case .name(let text), .birth(let text), .citizenNumber(let text): text
        }
    }
}
