// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// What stands around the content of every page: who looks, where they are, and where they can go.
package struct Frame: Hashable, Sendable {
    /// An entry of the navigation; there are at most four, the width of a phone.
    package struct Entry: Hashable, Sendable {
        package let link: Link
        package let title: String
        package let icon: Icon
        package let isCurrent: Bool

        package init(_ link: Link, _ title: String, _ icon: Icon, isCurrent: Bool = false) {
            self.link = link
            self.title = title
            self.icon = icon
            self.isCurrent = isCurrent
        }
    }

    /// Who is signed in, and the page about themself.
    package struct Reader: Hashable, Sendable {
        package let name: String
        package let disc: Disc
        package let link: Link?
        /// The organisation for which somebody works now, where they work for several.
        package let behalf: String?

        package init(name: String, disc: Disc, link: Link?, behalf: String? = nil) {
            self.name = name
            self.disc = disc
            self.link = link
            self.behalf = behalf
        }
    }

    package var language: Language
    /// What the page is about, without any name of a person: it stands in the title bar and the history.
    package var title: String
    package var navigation: [Entry] = []
    package var reader: Reader?
    /// Where the mark in the corner leads.
    package var home: Link = "/"
    /// The address of this page, to come back to after choosing another language.
    package var path: Link = "/"
    /// The form token of this session, where there is one.
    package var token: String?
    /// The page of the guide that explains this page.
    package var help = GuideTopic.index
    /// Links in the footer, after the name of this installation and the guide.
    package var footer: [Entry] = []
    /// Such as "Rondom van Zuilen-Ondiep".
    package var installation: String?
    package var isDemo = false
    /// Something in the form on this page must be mended; screen readers hear it first.
    package var isError = false
    /// No rings from the corner: the page draws the circle itself.
    package var hasCircle = false
    /// One column for reading and writing.
    package var isNarrow = false
    /// "Snel weg", on every page about a family: somebody may be looking over a shoulder.
    package var leavesQuickly = false
    /// Where that leads.
    package var neutralSite = NeutralSite.usual

    package init(_ language: Language, title: String) {
        self.language = language
        self.title = title
    }
}
