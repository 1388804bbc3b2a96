// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// How one gets in.
struct SignInPage: Hashable {
    let language: Language
    /// The door to the invented town, where that is what this installation shows.
    let demo: Link?

    private var words: any AccountWords { language.accounts }

    var html: HTML {
        """
        \(PageHead(words.signInTitle, lead: words.signInLead))
        <div class="doors">
        \(demo.map(town))\(door("family", words.familyDoor, words.familyWay, isFirst: demo == nil))
        \(door("work", words.workDoor, words.workWay, isFirst: false))
        </div>
        <div class="section">\(Notice(.about, words.dangerTitle, words.dangerText))</div>
        """
    }

    private func town(_ link: Link) -> HTML {
        """
        <section class="door door--first" aria-labelledby="town">
        <h2 id="town">\(words.townDoor)</h2>
        <p>\(words.townText)</p>
        <p>\(Button(words.toTown, .link(link)))</p>
        </section>

        """
    }

    private func door(_ id: String, _ title: String, _ text: String, isFirst: Bool) -> HTML {
        """
        <section class="door\(if: isFirst, " door--first")" aria-labelledby="\(id)">
        <h2 id="\(id)">\(title)</h2>
        <p>\(text)</p>
        </section>
        """
    }
}
