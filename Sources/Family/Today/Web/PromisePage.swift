// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One promise as its reader may see it, gathered in one transaction.
struct PromiseContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let item: FamilyPromise
}

/// What is promised, by whom, until when; its receiver can say that it is not needed any more.
struct PromisePage: Equatable {
    let language: Language
    let title: String
    let above: More
    let facts: Facts
    /// Where it is held from others, for a professional.
    let hold: Link?
    let note: String?
    let error: String?
    /// Where the receiver closes it; nil for anybody else, and when it is not open.
    let closing: Link?
    /// What its owner, or a colleague, does about it.
    let act: ActForm?
    let token: String
    let form: FormID

    init(
        _ content: PromiseContent, error: String?, now: Moment, token: String, form: FormID, language: Language
    ) {
        let (words, promise) = (language.promises, content.item.promise)
        let names = CircleNames(circle: content.circle, reading: content.reading, language: language)
        let persons = content.circle.persons.filter { content.item.about.contains($0.person.id) }
        let isReceiver = promise.isOwed(to: content.reading)
        self.language = language
        self.error = error
        self.token = token
        self.form = form
        let said = promise.kind.isSaidToEachReader ? nil : content.item.text
        title = said ?? language.today.what(promise.kind)
        above = More(.circle(content.family), language.circle.title)
        let owner =
            content.item.isOwn
            ? language.site.you
            : promise.owner.account.map { account in
                // Another one of the team than was asked may call: it says who that is.
                promise.kind == .callBack
                    ? [names.name(account), names.part(account)].compactMap(\.self).joined(separator: ", ")
                    : names.name(account)
            }
        let about = persons.map { $0.name ?? language.circle.erased }
        facts = Facts(
            [
                Facts.Fact(words.who, owner ?? words.organisation),
                Facts.Fact(words.until, language.dayAndClock(promise.due, today: now.day)),
                about.isEmpty ? nil : Facts.Fact(words.about, language.list(about)),
                Facts.Fact(words.state, words.state(promise.state, isLate: promise.isLate(at: now))),
            ].compactMap(\.self))
        let mayHold = content.reading.decidesWithSecond && !content.item.about.isEmpty
        hold = mayHold ? .newHold(content.family, of: ItemName(.promise, promise.id)) : nil
        note = promise.isOpen && !isReceiver ? words.onlyReceiver : nil
        closing = promise.isOpen && isReceiver ? .closing(content.family, promise.id) : nil
        act =
            if content.reading.mayKeep(promise) {
                ActForm(.settlement(content.family, promise.id), token: token, title: words.done, .main, form: form)
            } else if content.reading.mayTake(promise) {
                ActForm(.taking(content.family, promise.id), token: token, title: words.take, .main, form: form)
            } else { nil }
    }

    private var words: any PromiseWords { language.promises }

    var html: HTML {
        """
        \(PageHead(title, above: above, errors: error.map { ErrorSummary(language, [FieldError("reason", $0)]) }))
        \(facts)\(act)\(hold.map { "<p>\(More($0, language.holds.hold))</p>" as HTML })
        \(note.map { Notice(.about, $0) })\(closing.map(form))
        """
    }

    private func form(_ action: Link) -> HTML {
        """
        <form class="flow section--tight" action="\(action)" method="post">
        \(Choices(language, "reason", legend: words.close, hint: words.closeHint, error: error, .one,
            Promise.ClosingReason.allCases.map { Choices.Choice($0.rawValue, words.reason($0)) }))
        \(Actions([Button(words.closeButton, .submit())]))
        \(CSRF.field(token))\(form.field)
        </form>
        """
    }
}

extension Link {
    static func closing(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/promises/\(id)/closing"
    }
    static func settlement(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/promises/\(id)/settlement"
    }
    static func taking(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/promises/\(id)/taking"
    }
}
