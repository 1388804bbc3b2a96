// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database

extension Row {
    /// A column that holds one of the words of an enumeration.
    ///
    /// - Throws: ``DatabaseError/damaged(_:)`` when it holds another.
    package func kept<Word: RawRepresentable>(_ column: Int, _: Word.Type = Word.self) throws -> Word
    where Word.RawValue == String {
        let text = text(column)
        guard let word = Word(rawValue: text) else { throw DatabaseError.damaged("no \(Word.self): \(text)") }
        return word
    }
}
