// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// What somebody outside asks: help for a young person, or advice without names.
package struct OutsideQuestion: Hashable, Sendable {
    /// The young person, as whoever refers knows them.
    package struct Child: Hashable, Sendable {
        package let name: String
        package let birth: Day
        /// How the family is reached.
        package let reach: String
        package let basis: GuestBasis

        package init(name: String, birth: Day, reach: String, basis: GuestBasis) {
            (self.name, self.birth, self.reach, self.basis) = (name, birth, reach, basis)
        }

        /// Whether somebody who works where it arrives is called so: it is a colleague's to read then.
        package func isCalled(_ other: String) -> Bool {
            ReportedPerson(kind: .child, name: name, birth: nil).isCalled(other)
        }
    }

    /// Who asks: a guest, or who wrote the letter that a worker took in.
    package let guest: Guest
    /// Where the practice hears by mail that there is an answer; empty where it hears otherwise.
    package let mail: String
    /// nil where advice is asked, without names.
    package let child: Child?
    package let question: String
    /// Why help is needed.
    package let reason: String
    /// Who at the organisation that is asked must not read it, as it was typed.
    package let apart: String

    package init(
        guest: Guest, mail: String, child: Child?, question: String, reason: String = "", apart: String = ""
    ) {
        (self.guest, self.mail, self.child) = (guest, mail, child)
        (self.question, self.reason, self.apart) = (question, reason, apart)
    }

    /// Whether it is kept from who is called so: as the young person, or as somebody who must not read it.
    package func isKept(fromCalled name: String) -> Bool {
        child?.isCalled(name) == true || ReportedPerson.isNamed(name, in: ReportedPerson.words(in: Array(apart.utf8)))
    }

    /// As one text, to be sealed.
    package var text: String {
        let about = child.map { [$0.name, $0.birth.iso, $0.reach] + $0.basis.fields } ?? Array(repeating: "", count: 6)
        return FieldText.joined(
            ["1", guest.name, guest.function, guest.behalf, mail, question, reason, apart] + about)
    }

    /// Reads what ``text`` wrote; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count == 14, fields[0] == "1" else { return nil }
        var child: Child?
        if let birth = Day(fields[9]), let basis = GuestBasis(fields: Array(fields[11...])) {
            child = Child(name: fields[8], birth: birth, reach: fields[10], basis: basis)
        }
        self.init(
            guest: Guest(name: fields[1], function: fields[2], behalf: fields[3]), mail: fields[4], child: child,
            question: fields[5], reason: fields[6], apart: fields[7])
    }
}
