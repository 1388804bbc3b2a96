// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import PeopleWeb
import Site

/// What everybody may know without signing in: how accessible this is, and whom to tell about a hole.
struct AboutPages: Sendable {
    private let installation: Installation

    init(_ installation: Installation) { self.installation = installation }

    func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("accessibility", use: accessibility)
        router.get(".well-known/security.txt") { _, _ in Response.plain(Self.security) }
    }

    @Sendable private func accessibility(_ request: Request, _ visit: Visit) async throws -> Response {
        let words = visit.language.about
        let html: HTML = """
            \(PageHead(words.accessibility, lead: words.accessibilityLead))
            \(Section("how", words.how, Paragraphs(words.howText).html))
            \(Section("tell", words.tell, Paragraphs(words.tellText).html))
            """
        var frame = installation.frame(visit, title: words.accessibility)
        frame.isNarrow = true
        return .page(Layout(frame, html).html)
    }

    /// RFC 9116; an installation replaces the contact by its own in front of the proxy.
    private static let security = """
        Contact: https://example.org/rondom/security
        Preferred-Languages: nl, en
        Expires: 2027-12-31T00:00:00Z

        """
}

/// What these pages say.
protocol AboutWords: Sendable {
    var accessibility: String { get }
    var accessibilityLead: String { get }
    var how: String { get }
    var howText: String { get }
    var tell: String { get }
    var tellText: String { get }
}

extension Language {
    var about: any AboutWords {
        switch self {
        case .nl: DutchAbout()
        case .en: EnglishAbout()
        }
    }
}

private struct DutchAbout: AboutWords {
    let accessibility = "Toegankelijkheid"
    let accessibilityLead = "Iedereen moet Rondom kunnen gebruiken."
    let how = "Hoe we dat doen"
    let howText = """
        Alles werkt met alleen een toetsenbord, met een schermlezer en zonder JavaScript. De tekst is groot en de \
        woorden zijn gewoon. We testen elke pagina met de regels van WCAG 2.2, niveau AA.

        Nieuwe berichten komen vanzelf binnen als JavaScript aan staat. Staat het uit, laad dan de pagina opnieuw.
        """
    let tell = "Lukt er iets niet?"
    let tellText = "Vertel het aan wie jou op Rondom wees. Dan lossen we het op."
}

private struct EnglishAbout: AboutWords {
    let accessibility = "Accessibility"
    let accessibilityLead = "Everybody should be able to use Rondom."
    let how = "How we do that"
    let howText = """
        Everything works with a keyboard alone, with a screen reader and without JavaScript. The type is large and the \
        words are plain. We test every page by the rules of WCAG 2.2, level AA.

        New messages arrive by themselves when JavaScript is on. When it is off, load the page again.
        """
    let tell = "Something does not work?"
    let tellText = "Tell whoever pointed you to Rondom. Then we will mend it."
}
