// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// Several texts as one, such as is sealed: apart by a character that no text before the last holds (U+001F).
///
/// Cut as bytes: to look for the character letter by letter costs more than to open the seal.
package enum FieldText {
    package static func joined(_ fields: [String]) -> String { fields.joined(separator: "\u{1F}") }

    /// The fields again, at most so many: what comes behind belongs to the last.
    package static func fields(of text: String, atMost count: Int = .max) -> [Substring] {
        text.utf8.split(separator: 0x1F, maxSplits: count - 1, omittingEmptySubsequences: false).map { Substring($0) }
    }

    /// Identifiers apart by commas, in their order.
    package static func joined<Subject>(_ ids: Set<ID<Subject>>) -> String {
        var text = ""
        text.reserveCapacity((UUIDText.size + 1) * ids.count)
        // As identifiers of one kind, for which the compiler makes a sort of its own.
        for id in ids.map({ ID<FieldText>(as: $0) }).sorted() {
            if !text.isEmpty { text += "," }
            text += id.text
        }
        return text
    }

    /// The identifiers again; nil when one of them is none.
    package static func ids<Subject>(of text: some StringProtocol) -> Set<ID<Subject>>? {
        var ids: Set<ID<Subject>> = []
        for name in Substring(text).utf8.split(separator: UInt8(ascii: ",")) {
            guard let id = ID<Subject>(Substring(name)) else { return nil }
            ids.insert(id)
        }
        return ids
    }
}
