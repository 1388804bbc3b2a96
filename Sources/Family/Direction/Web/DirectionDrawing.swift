// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the content becomes the page about direction: order, wording and links for one reader.
struct DirectionDrawing {
    let content: DirectionContent
    let language: Language

    private var words: any DirectionWords { language.direction }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }

    var lead: String? {
        guard let now = content.now?.direction else { return nil }
        return content.isHolder ? words.youDirect(now.kind) : words.directs(names.name(now.holder), now.kind)
    }

    var facts: Facts {
        guard let now = content.now else { return Facts([]) }
        let agreed = persons(now.agreedBy)
        let kept: [Facts.Fact?] = [
            Facts.Fact(words.since, language.dateInside(now.direction.since)),
            agreed.isEmpty ? nil : Facts.Fact(words.agreedBy, language.list(agreed)),
            now.direction.review.map { Facts.Fact(words.reviewOn, language.dateInside($0)) },
            now.reason.map { Facts.Fact(words.why, $0) },
            Facts.Fact(words.support, words.supportText),
        ]
        return Facts(kept.compactMap(\.self))
    }

    private func persons(_ ids: Set<ID<Person>>) -> [String] {
        content.circle.persons.filter { ids.contains($0.person.id) }.map { $0.name ?? language.circle.erased }
    }

    // MARK: Who does what

    var tasks: HTML {
        let members = content.circle.members.filter { $0.membership.ended == nil }
        guard !members.isEmpty else { return Empty(language.circle.nobody, language.circle.nobodyText).html }
        let rows = members.map { member -> [HTML] in
            let face = member.face
            let name = face?.name ?? language.circle.erased
            let who: HTML = "<a href=\"\(Link.member(content.family, member.membership.id))\">\(name)</a>"
            return [
                who, said(face?.expectation), said(face?.mandate), said(face?.notTheirTask),
            ]
        }
        let own = members.first { $0.membership.account == content.reading.reader }
        let more = own.map { More(.member(content.family, $0.membership.id), words.sayYours) }
        return """
            \(Table(
                words.tasks, [words.member, words.does, words.mandate, words.doesNot].map { Table.Column($0) }, rows,
                isStacked: true, isSaid: true))
            \(more)
            """
    }

    private func said(_ text: String?) -> HTML {
        guard let text, !text.isEmpty else { return "<span class=\"soft\">\(words.notSaid)</span>" }
        return "\(text)"
    }

    // MARK: First contact

    func contact(_ error: FieldError?, token: String, form: FormID) -> HTML {
        let now = content.firstContact
        let member = content.circle.members.last { $0.membership.account == now }
        let others = content.colleagues.filter { $0 != now }
        let mayChoose = content.reading.mayChooseFirstContact(content.around) && !others.isEmpty
        return """
            <p>\(now.map { words.isFirstContact(names.name($0)) } ?? words.noFirstContact)</p>
            \(member?.face?.organisation.map { "<p class=\"soft\">\(words.absent($0))</p>\n" as HTML })            \(if: mayChoose, choose(others, error, token: token, form: form))
            """
    }

    private func choose(_ others: [ID<Account>], _ error: FieldError?, token: String, form: FormID) -> HTML {
        let choices = others.map { Choices.Choice($0.text, names.name($0), text: names.part($0)) }
        let asked = FamilyForm(
            action: .firstContact(content.family), page: .direction(content.family), token: token, form: form,
            content: Choices(
                language, "contact", legend: words.chooseFirstContact, error: error?.text, .one, choices
            ).html,
            buttons: [Button(words.chooseButton, .submit(), .quiet)])
        return error == nil ? Details(words.chooseFirstContact, asked.html).html : asked.html
    }

    // MARK: What one can do

    var doors: [Entry] {
        guard let now = content.now else { return [] }
        let family = content.family
        let all: [Entry?] = [
            content.reading.mayReview(now.direction)
                ? Entry(.directionReview(family), .done, words.reviewTitle, reviewText(now.direction)) : nil,
            content.isHolder ? Entry(.directionKind(family), .circle, words.otherKind, words.otherKindText) : nil,
            content.reading.mayTakeOver && !content.colleagues.isEmpty
                ? Entry(.directionWithout(family), .attention, words.without, words.withoutText) : nil,
            content.isHolder && now.direction.kind.isForFamily
                ? Entry(.closing(family), .circle, language.closing.title, language.closing.door) : nil,
        ]
        return HandoverWay.allCases.compactMap(door) + all.compactMap(\.self)
    }

    /// The way to a handover that can be proposed now.
    private func door(_ way: HandoverWay) -> Entry? {
        guard content.mayPropose(way), content.open(way) == nil,
            way == .over || !content.receivers(way).isEmpty
        else { return nil }
        let handovers = language.handovers
        let said =
            switch way {
            case .give: (words.handOver, words.handOverText)
            case .over: (words.takeOver, words.takeOverText)
            case .contact: (handovers.handContact, handovers.handContactText)
            case .help: (handovers.handHelp, handovers.handHelpText)
            }
        return Entry(.newHandover(content.family, way), .handshake, said.0, said.1)
    }

    private func reviewText(_ direction: Direction) -> String {
        words.reviewLead(
            content.isHolder ? language.site.you : names.name(direction.holder), isFamily: !content.isProfessionalsNow)
    }

    func back(token: String, form: FormID) -> HTML {
        """
        <p>\(words.backText)</p>
        \(ActForm(.directionBack(content.family), token: token, title: words.backButton, .quiet, form: form))
        """
    }

    // MARK: How it went

    var history: [LookedRow] {
        content.directions.map { sight in
            let isKnown = content.circle.name(of: sight.direction.holder) != nil
            let period = words.period(
                from: language.dateInside(sight.direction.since), until: sight.until.map { language.dateInside($0) })
            let cause = words.cause(sight.cause, by: name(sight.by), second: name(sight.second))
            let reason = sight.until == nil ? nil : sight.reason
            return LookedRow(
                names.disc(sight.direction.holder),
                isKnown ? names.name(sight.direction.holder) : language.conversations.somebodyBefore,
                [words.kind(sight.direction.kind) + ".", period, cause, reason].compactMap(\.self)
                    .joined(separator: " "))
        }
    }

    private func name(_ account: ID<Account>?) -> String? { account.flatMap { content.circle.name(of: $0) } }
}
