// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// The code on a card: fifteen signs in three groups, such as `CDFGH-JKMNP-QRT34`, which nobody can guess.
///
/// 21 signs to choose from make 65 bits. None of them looks like another one on paper (no 0 and O, 1, I and L, 2 and
/// Z, 5 and S, 8 and B), and without vowels they spell no word.
package struct CardCode: Hashable, Sendable, CustomStringConvertible {
    package static let signs = Array("CDFGHJKMNPQRTVWX34679")
    package static let length = 15
    private static let group = 5

    /// The signs alone, in capitals.
    package let text: String

    private init(signs: some Sequence<Character>) { text = String(signs) }

    /// What somebody typed or a camera read, or nil when it can't be a code of ours.
    ///
    /// Small letters, spaces and dashes make no difference.
    package init?(typed: String) {
        guard typed.utf8.count <= 200 else { return nil }
        let signs = typed.uppercased().filter { !$0.isWhitespace && !Self.dashes.contains($0) }
        guard signs.count == Self.length, signs.allSatisfy(Self.signs.contains) else { return nil }
        self.init(signs: signs)
    }

    /// A new code.
    package static func make(from secrets: SecretSource) -> CardCode {
        CardCode(signs: secrets.picks(length, of: signs.count).map { signs[$0] })
    }

    /// As it stands on the card: in groups, so that nobody loses their place.
    package var description: String {
        let signs = Array(text)
        return stride(from: 0, to: signs.count, by: Self.group)
            .map { String(signs[$0..<min($0 + Self.group, signs.count)]) }.joined(separator: "-")
    }

    private static let dashes: Set<Character> = ["-", "–", "—", "‑", "‐", "−", ".", "_", "/"]
}

/// The four figures that go with a card and do not stand on it: said aloud when it is handed over.
///
/// Somebody with a picture of the card lacks them, and after a few wrong ones the card is void.
package struct CardPin: Hashable, Sendable, CustomStringConvertible {
    package static let length = 4

    package let text: String

    package var description: String { text }

    /// What somebody typed, or nil when it is not four figures; spaces make no difference.
    package init?(typed: String) {
        guard typed.utf8.count <= 40 else { return nil }
        let figures = typed.filter { !$0.isWhitespace }
        guard figures.utf8.count == Self.length, figures.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        text = figures
    }

    /// New figures.
    package static func make(from secrets: SecretSource) -> CardPin {
        CardPin(figures: secrets.picks(length, of: 10))
    }

    private init(figures: [Int]) { text = figures.map(String.init).joined() }
}

extension SecretSource {
    /// That many numbers below a limit, each as likely as the other.
    ///
    /// Bytes that would make low numbers likelier are skipped.
    func picks(_ count: Int, of limit: Int) -> [Int] {
        let fair = 256 / limit * limit
        var picks: [Int] = []
        while picks.count < count {
            picks += bytes(count).map(Int.init).filter { $0 < fair }.map { $0 % limit }
        }
        return Array(picks.prefix(count))
    }
}
