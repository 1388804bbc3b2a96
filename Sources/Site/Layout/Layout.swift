// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A whole page: the content of `<main>` in its frame.
package struct Layout: Hashable, Sendable {
    package let frame: Frame
    package let content: HTML

    package init(_ frame: Frame, _ content: HTML) {
        self.frame = frame
        self.content = content
    }

    private var words: any SiteWords { frame.language.site }

    package var html: HTML {
        """
        <!doctype html>
        <html lang="\(frame.language.rawValue)">
        \(head)
        <body class="\(if: frame.hasCircle, "rings--none")\(if: frame.leavesQuickly, " leaves")">
        <a class="skip" href="#main">\(words.toContent)</a>
        \(if: frame.isDemo, banner)\(masthead)
        <main class="page\(if: frame.isNarrow, " page--narrow")" id="main" tabindex="-1">
        \(content)
        </main>
        \(footer)
        </body>
        </html>

        """
    }

    private var head: HTML {
        """
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(if: frame.isError, "\(words.error): ")\(frame.title) – Rondom</title>
        <link rel="icon" href="\(Assets.icon.link)" type="image/svg+xml">
        <link rel="stylesheet" href="\(Assets.style.link)">
        <script src="\(Assets.script.link)" defer></script>
        </head>
        """
    }

    private var banner: HTML {
        """
        <aside class="banner" aria-label="\(words.demoName)"><p class="banner__text"><strong>\(words.demoTitle)</strong> \
        \(words.demoText)</p></aside>

        """
    }

    private var masthead: HTML {
        """
        <header class="masthead">
        \(if: frame.leavesQuickly, leave)<a class="brand" href="\(frame.home)">\(Self.mark)<span>Rondom</span></a>
        \(if: !frame.navigation.isEmpty, navigation)\(frame.reader.map(who))
        </header>
        """
    }

    private var navigation: HTML {
        """
        <nav class="nav" aria-label="\(words.navigation)">
        <ul class="nav__list">
        \(frame.navigation, entry)
        </ul>
        </nav>

        """
    }

    private func entry(_ entry: Frame.Entry) -> HTML {
        """
        <li class="nav__item"><a class="nav__link" href="\(entry.link)"\(if: entry.isCurrent, " aria-current=\"page\"")>\
        \(entry.icon.html(" nav__icon"))<span>\(entry.title)</span></a></li>
        """
    }

    private func who(_ reader: Frame.Reader) -> HTML {
        guard let link = reader.link else {
            return "<p class=\"masthead__who\">\(reader.disc.small)<span>\(reader.name)</span></p>"
        }
        return """
            <a class="masthead__who" href="\(link)">\(reader.disc.small)<span>\(reader.name)\(reader.behalf.map { ", \($0)" as HTML })\
            <span class="hidden-visually">, \(words.aboutYou)</span></span></a>
            """
    }

    /// A form, so that it ends the session before and without the script.
    ///
    /// The script leaves nothing to go back to besides. It comes first for the keyboard, and last for the eye.
    private var leave: HTML {
        """
        <form class="leaving" action="/session/leave" method="post" data-leave="\(frame.neutralSite.address)">\
        \(frame.token.map(CSRF.field))<button class="leave" type="submit">\(words.leaveQuickly)</button></form>

        """
    }

    private var footer: HTML {
        """
        <footer class="footer">
        \(frame.installation.map(installation))\(help)\(frame.footer, footed)\
        \(Language.allCases.filter { $0 != frame.language }, change)
        </footer>
        """
    }

    private func installation(_ name: String) -> HTML { "<span>\(name)</span>\n" }

    /// First of the links and on every page, so that it is found where it was before (WCAG 3.2.6).
    private var help: HTML { "<a href=\"\(frame.help.link)\">\(frame.language.guide.help)</a>\n" }

    private func footed(_ entry: Frame.Entry) -> HTML { "<a href=\"\(entry.link)\">\(entry.title)</a>\n" }

    /// Choosing a language is a form: it changes what the browser keeps.
    private func change(to language: Language) -> HTML {
        """
        <form class="footer__form" action="/language" method="post">\(frame.token.map(CSRF.field))\
        <input type="hidden" name="back" value="\(frame.path)">\
        <button class="textbutton" name="language" value="\(language.rawValue)" lang="\(language.rawValue)">\
        \(language.ownName)</button></form>
        """
    }

    private static let mark: HTML = """
        <svg class="brand__mark" viewBox="0 0 40 40" aria-hidden="true"><circle class="brand__core" cx="20" cy="20" r="6.5"/>\
        <path class="brand__ring" d="M25.7 9.9A11.6 11.6 0 1 1 14.3 9.9" stroke-width="3.2"/>\
        <path class="brand__ring" d="M9.9 4.4A18.5 18.5 0 0 0 20 38.5 18.5 18.5 0 0 0 30.1 4.4" stroke-width="2.4"/></svg>
        """
}
