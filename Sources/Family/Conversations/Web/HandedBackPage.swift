// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import Kernel
import PeopleWeb
import Site

/// What somebody typed for a page that is not there for them, handed back to them alone.
///
/// It says no more than any page that is not there: whoever writes somewhere else, or nowhere, reads the same.
struct HandedBackPage: Equatable {
    let language: Language
    let text: String

    var html: HTML {
        let (title, lead) = language.site.problem(.notFound)
        let words = language.handedBack
        return """
            \(PageHead(title, lead: lead))
            \(Notice(.about, words.title, words.text))
            \(Field(language, "message", label: words.label, value: text, kind: .paragraphs(rows: 8)))
            \(Actions([Button(language.site.toStart, .link("/"), .quiet)]))
            """
    }
}

extension Installation {
    /// The answer where nothing is, with what was typed; without anything typed it is the usual one.
    func handedBack(_ typed: [String], _ visit: Visit) throws -> Response {
        let text = typed.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n\n")
        guard !text.isEmpty, visit.signedIn != nil else { throw Problem.notFound }
        let page = HandedBackPage(language: visit.language, text: text)
        var frame = bareFrame(visit.language, title: visit.language.site.problem(.notFound).title)
        frame.neutralSite = neutralSite
        frame.leavesQuickly = true
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html, status: .notFound)
    }
}

extension Installation {
    /// Carries out what a form asks; where that is not there for who sent it, they have back what they typed.
    func handingBack(
        _ typed: [String], _ visit: Visit, _ act: () async throws -> Response
    ) async throws -> Response {
        do { return try await act() } catch let problem as Problem where problem == .notFound {
            return try handedBack(typed, visit)
        }
    }
}

/// What is said to whom their text is handed back.
protocol HandedBackWords: Sendable {
    var title: String { get }
    var text: String { get }
    var label: String { get }
}

extension Language {
    var handedBack: any HandedBackWords {
        switch self {
        case .nl: DutchHandedBack()
        case .en: EnglishHandedBack()
        }
    }
}

struct DutchHandedBack: HandedBackWords {
    let title = "Je tekst is niet verstuurd"
    let text = "Wat je typte staat hieronder. Wij bewaren het niet. Kopieer het als je het nog nodig hebt."
    let label = "Dit typte je"
}

struct EnglishHandedBack: HandedBackWords {
    let title = "Your text was not sent"
    let text = "What you typed stands below. We don't keep it. Copy it if you still need it."
    let label = "This is what you typed"
}
