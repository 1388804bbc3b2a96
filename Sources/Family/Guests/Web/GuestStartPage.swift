// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyStore
import Site

/// Where somebody without an account begins.
struct GuestStartPage {
    let language: Language
    /// nil before the code was shown.
    let visit: GuestVisit?
    let token: String

    private var words: any GuestWords { language.guests }

    var html: HTML {
        """
        \(PageHead(words.title, lead: visit.map { words.welcome($0.guest.name, $0.practice.name) } ?? words.lead))
        \(Entries(visit == nil ? outside : inside))
        \(if: visit != nil, "<p class=\"soft small\">\(words.again)</p>\n\(leaving)")
        """
    }

    private var outside: [Entry] {
        [
            Entry(.guestVisit, .key, words.haveCode, words.haveCodeText),
            Entry(.newGuestRequest, .phone, words.askCode, words.askCodeText), reporting,
        ]
    }

    private var inside: [Entry] {
        [
            Entry(.newGuestReferral, .handshake, words.refer, words.referText),
            Entry(.newGuestQuestion, .talk, words.ask, words.askText), reporting,
        ]
    }

    private var reporting: Entry { Entry(.newReport, .attention, words.report, words.reportText) }

    private var leaving: HTML {
        """
        <form action="\(Link.guestVisitEnd)" method="post">\(CSRF.field(token))\(Button(words.leave, .submit(), .quiet))</form>
        """
    }
}
