// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a circle, gathered in one transaction.
struct CircleContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let promises: [FamilyPromise]
    let details: [DetailSight]
    let conversations: [ConversationSummary]
    let happenings: [JournalEntry]
    let invitations: [KeptInvitation]
    let agreements: [ID<Person>: WhoMustAgree]
    /// Whether the reader may still say whether what was written down of the family is right.
    let mayConfirm: Bool
    /// It was recorded that the reader can't judge who may take part.
    let isUnable: Bool
    /// The most serious of the safety indications that the reader may read.
    let indication: IndicationSight?
    /// Whether there are matches of the regional index for the reader, or they write them down.
    let findsMatches: Bool
    /// What helpers said of who follows them.
    let introductions: [ID<Account>: IntroductionSight]
    /// The card with which the reader's account was opened last.
    let card: JoiningCard?

    /// How far back the page looks, before what is alike is folded together.
    static let happenings = 24

    var unread: Int { conversations.reduce(0) { $0 + $1.unread } }
}

/// Who is around the family, as a picture and as a list, and what happens next.
struct CirclePage: Equatable {
    let language: Language
    /// To all families, for who works with several.
    let above: More?
    let title: String
    let lead: String?
    let write: Link
    let invite: Link?
    let confirm: Link?
    /// That somebody came in with a new card, told to whose account it is.
    let joined: Notice?
    /// How safe it is, in one sentence.
    let risk: FamilyRiskNotice?
    let invitations: [Entry]
    let picture: CirclePicture
    let promises: [PromiseRow]
    let family: [PersonCard]
    let near: [PersonCard]
    let professionals: [PersonCard]
    let recent: [LookedRow]
    let entries: [Entry]

    private var words: any CircleWords { language.circle }

    var html: HTML {
        """
        <div class="home">
        \(head)
        <div class="home__circle">\(picture)</div>
        \(now)
        </div>
        \(risk.map { "\($0.html)\n" as HTML })\
        \(if: !invitations.isEmpty, Section("invitations", words.invitations, Entries(invitations).html).html)
        \(Section("who", words.who, groups))
        \(if: !recent.isEmpty, Section("recent", words.recent, "<ul class=\"promises\">\(recent)</ul>").html)
        \(Section("more", words.more, Entries(entries).html))
        """
    }

    private var head: HTML {
        """
        \(PageHead(title, lead: lead, above: above, actions: actions))\(joined)\
        \(confirm.map { Notice(.about, words.confirm, words.confirmText, more: More($0, words.confirmMore)) })
        """
    }

    private var actions: [Button] {
        [Button(words.write, .link(write), icon: .talk)]
            + (invite.map { [Button(language.invitations.invite, .link($0), .quiet)] } ?? [])
    }

    private var now: HTML {
        """
        <section class="home__now" aria-labelledby="now"><h2 id="now">\(words.now)</h2>
        \(if: promises.isEmpty, Empty(words.nothingNow, words.nothingNowText).html, else: PromiseList(promises).html)
        </section>
        """
    }

    private var groups: HTML {
        """
        \(if: near.isEmpty && professionals.isEmpty, Empty(words.nobody, words.nobodyText).html)\
        \(if: !family.isEmpty, PersonGroup(words.family, family, isNear: true).html)\
        \(if: !near.isEmpty, PersonGroup(words.ownPeople, near).html)\
        \(if: !professionals.isEmpty, PersonGroup(words.professionals, professionals).html)
        """
    }
}
