// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A language in which Rondom speaks.
///
/// A feature gives its own words an extension: `extension Language { package var conversation: any ConversationWords }`,
/// a `switch` over the languages, so that a language cannot be forgotten.
package enum Language: String, CaseIterable, Hashable, Sendable {
    case nl, en

    /// The language somebody chose before, else the best one their browser asks for, else Dutch.
    package static func preferred(chosen: String?, accepted: String?) -> Language {
        chosen.flatMap(Language.init(rawValue:)) ?? accepted.flatMap(Language.init(accepted:)) ?? .nl
    }

    /// The language with the highest weight in an `Accept-Language` header that we speak (RFC 9110, 12.5.4).
    package init?(accepted header: String) {
        var best: (language: Language, weight: Double)?
        for range in header.prefix(1_000).split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.trimmingSpaces() }
            guard let tag = parts.first, let language = Language(rawValue: tag.prefix(2).lowercased()) else { continue }
            guard tag.count == 2 || tag.dropFirst(2).first == "-" else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        guard let best else { return nil }
        self = best.language
    }

    /// What the language calls itself.
    package var ownName: String {
        switch self {
        case .nl: "Nederlands"
        case .en: "English"
        }
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        drop { $0 == " " || $0 == "\t" }.dropLast(while: { $0 == " " || $0 == "\t" })
    }

    private func dropLast(while isDropped: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
