// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// What one reader sees of a note, gathered in one transaction.
struct NoteContent: Sendable {
    let reading: Reading
    let circle: CircleSight
    let sight: NoteSight
    let versions: [NoteVersion]
    let statements: [NoteStatement]
    /// The family is of a closed track, and the reader may know.
    let isClosed: Bool

    func page(
        _ draft: NoteDraft?, statement: String, family: ID<Family>, today: Day, token: String, form: FormID,
        language: Language
    ) -> NotePage {
        let names = CircleNames(circle: circle, reading: reading, language: language)
        let now = sight.contact.map { NoteDraft($0) } ?? NoteDraft(at: sight.happened)
        return NotePage(
            language: language, family: family, id: sight.note.id,
            note: NoteSummary(sight, names, today: today, link: nil),
            earlier: versions.dropLast().reversed().map { version in
                let before = NoteSight(
                    note: sight.note, happened: version.at, contact: version.contact, versions: 1)
                return NoteSummary(before, names, today: today, link: nil)
            },
            statements: statements.map { said in
                NotePage.Said(
                    title: language.notes.statedBy(
                        names.name(said.account), language.dayInside(said.at.day, today: today)),
                    text: said.text ?? language.notes.erased)
            },
            mayCorrect: sight.note.author == reading.reader && sight.contact != nil,
            mayState: reading.mayState(on: sight.note), isClosed: isClosed, draft: draft ?? now, statement: statement,
            token: token,
            form: form)
    }
}

extension ContactNote.Parties {
    /// Whether somebody of the family or of its own network was there.
    func reachesFamily(in circle: CircleSight) -> Bool {
        !persons.isEmpty
            || circle.members.contains {
                $0.membership.kind == .relative && accounts.contains($0.membership.account)
            }
    }
}
