// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

/// A card that was just made, to be printed or copied by hand, and the figures to say with it.
///
/// It is the answer to the act that made the card, for code and figures are shown this once. What is printed names no
/// person and no help: whoever finds it learns nothing.
///
/// ```swift
/// let page = CardPage(code, pin, until: card.endsAt, at: installation.address, isReplacing: false, visit.language)
/// return .page(Layout(frame, page.html).html)
/// ```
package struct CardPage: Hashable, Sendable {
    private let code: CardCode
    private let pin: CardPin
    private let lastDay: Day
    private let address: RelyingParty?
    private let isReplacing: Bool
    private let language: Language

    /// - Parameter isReplacing: whether the account had a way in, which ends when the card is used.
    package init(
        _ code: CardCode, _ pin: CardPin, until end: Moment, at address: RelyingParty?, isReplacing: Bool,
        _ language: Language
    ) {
        self.code = code
        self.pin = pin
        lastDay = (end - .seconds(1)).day
        self.address = address
        self.isReplacing = isReplacing
        self.language = language
    }

    private var words: any JoiningWords { language.joining }

    package var html: HTML {
        """
        <div class="no-print">\(PageHead(words.cardTitle, lead: words.cardLead))
        \(Notice(.near, words.onceTitle, words.onceText))\
        \(words.replaces(isReplacing).map { "<p class=\"section--tight\">\($0)</p>" as HTML })
        <section class="section" aria-labelledby="spoken">
        <h2 id="spoken">\(words.spoken)</h2>
        <p class="spoken">\(pin.text)</p>
        <p>\(words.spokenText)</p>
        </section></div>
        \(card)
        <p class="section--tight no-print">\(Button(words.cardPrint, .print, icon: .print))</p>
        """
    }

    private var card: HTML {
        """
        <section class="handed section--tight" aria-label="\(words.cardName)">
        <p class="handed__name">Rondom</p>
        <p>\(words.cardPurpose)</p>
        <div class="handed__body">\(square)
        <ol class="handed__steps">
        <li>\(words.cardFirst(shownAddress))</li>
        <li>\(words.cardThen) <strong class="handed__code">\(code.description)</strong></li>
        <li>\(words.cardLast)</li>
        </ol></div>
        <p class="small">\(words.cardUntil(language.dateInside(lastDay))) \(words.cardFound)</p>
        </section>
        """
    }

    /// The code stands behind the `#`: browsers keep that part to themselves, so no server or proxy writes it down.
    private var square: QRCode? {
        address.map { QRCode("\($0.origin)\(Link.join.text)#\(code)", label: words.cardPicture) }
    }

    /// As somebody types it.
    private var shownAddress: String { (address?.shown ?? "") + Link.join.text }
}

extension RelyingParty {
    /// Without `https://`, which nobody types.
    fileprivate var shown: String { String(origin.drop { $0 != "/" }.dropFirst(2)) }
}

/// What became of the latest card for an account, for who may make one.
package struct CardNotice: Hashable, Sendable {
    private let card: JoiningCard
    private let now: Moment
    private let language: Language

    package init(_ card: JoiningCard, now: Moment, _ language: Language) {
        self.card = card
        self.now = now
        self.language = language
    }

    private var words: any JoiningWords { language.joining }

    package var html: HTML {
        let lastDay = language.dayInside((card.endsAt - .seconds(1)).day, today: now.day)
        let said = { (moment: Moment) in language.dayAndClockInside(moment, today: now.day) }
        return switch card.state(at: now) {
        case .open: Notice(.about, words.open(lastDay)).html
        case .used(let at): Notice(.good, words.used(said(at)), words.usedText).html
        case .voided(let at): Notice(.near, words.voided(said(at)), words.voidedText).html
        case .pastItsEnd: Notice(.about, words.past(lastDay), words.pastText).html
        }
    }
}
