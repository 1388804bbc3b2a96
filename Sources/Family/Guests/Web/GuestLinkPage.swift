// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import Paper
import PeopleRules
import PeopleStore
import Site

/// What a link leads to, for who showed the code of its practice.
enum GuestSight: Sendable {
    /// The link is too old: nothing is shown, and a new one can be had.
    case old
    case open(GuestContent)
}

/// What a guest asked, as they read it.
struct GuestContent: Sendable {
    let view: OutsideReferralView
    let visit: GuestVisit
    let receiver: String
    private let names: [ID<Account>: String]

    init(_ view: OutsideReferralView, read visit: GuestVisit, _ connection: Connection, _ vault: Vault) throws {
        (self.view, self.visit) = (view, visit)
        receiver = try connection.organisation(view.referral.receiver.organisation)?.name ?? ""
        let who = Set(view.entries.compactMap(\.who))
        names = Dictionary(
            uniqueKeysWithValues: try connection.accounts(who.sorted(), vault).map { ($0.id, $0.profile.name) })
    }

    /// Who did something: of this practice, or of who was asked.
    func who(_ entry: OutsideEntry, _ language: Language) -> String {
        if let guest = entry.guest { return guest.name }
        if entry.kind == .sent { return view.question?.guest.name ?? visit.practice.name }
        return entry.who.flatMap { names[$0] } ?? language.referrals.someone(at: receiver)
    }
}

/// What a guest asked and heard, and what they can do.
struct GuestLinkPage {
    let language: Language
    let link: String
    let isMailed: Bool
    let sight: GuestSight
    let draft: GuestDraft
    let now: Moment
    let token: String
    let newForm: () -> FormID

    private var words: any GuestWords { language.guests }

    var html: HTML {
        switch sight {
        case .old: old
        case .open(let content): open(content)
        }
    }

    private var old: HTML {
        """
        \(PageHead(words.oldTitle, lead: words.oldText(mailed: isMailed), above: More(.guests, words.title)))
        \(form(.renewal, "", words.renew(mailed: isMailed)))
        """
    }

    private func open(_ content: GuestContent) -> HTML {
        let referral = content.view.referral
        return """
            \(PageHead(
                words.stands(at: content.receiver), lead: language.outsideReferrals.stands(referral),
                above: More(.guests, words.title),
                errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
            \(if: referral.isJudged && referral.verdict == nil, judging)\
            \(OutsideQuestionCard(language: language, view: content.view).html)
            \(Section("said", language.referrals.said, "\(content.view.entries, { entry(content, $0) })"))
            \(if: !referral.isEnded, Section("reply-part", words.reply, replying).html)
            \(Entries([Entry(.guestLink(link, .copy), .print, words.copy, words.copyText)]))
            \(if: !referral.isEnded && referral.state != .started, form(.withdrawal, "", words.withdraw, .soft))
            <p class="soft small">\(words.linkLead)</p>
            """
    }

    private func entry(_ content: GuestContent, _ entry: OutsideEntry) -> HTML {
        OutsideEntryCard(language: language, entry: entry, who: content.who(entry, language), today: now.day).html
    }

    private var replying: HTML {
        form(
            .reply,
            """
            \(Field(
                language, "reply", label: words.reply, value: draft.text("reply"), error: draft.errors["reply"],
                kind: .paragraphs(rows: 3)))
            \(draft.reply.check(language))
            """, words.replySend)
    }

    private var judging: HTML {
        let choices = Choices(
            language, "verdict", legend: words.verdictTitle, error: draft.errors["verdict"], .one,
            OutsideReferral.Verdict.allCases.map {
                Choices.Choice(
                    $0.rawValue, language.referrals.verdict($0.closing), isChosen: draft.text("verdict") == $0.rawValue)
            })
        let text = Field(
            language, "verdict-text", label: words.verdictText, value: draft.text("verdict-text"),
            error: draft.errors["verdict-text"], kind: .paragraphs(rows: 2))
        return Section("verdict-part", words.verdictTitle, form(.verdict, "\(choices)\n\(text)", words.verdictSend))
            .html
    }

    private func form(_ step: GuestStep, _ fields: HTML, _ button: String, _ look: Button.Weight = .main) -> HTML {
        FamilyForm(
            action: .guestLink(link, step), page: .guestLink(link), token: token, form: newForm(), content: fields,
            buttons: [Button(button, .submit(), look)]
        ).html
    }
}

extension OutsideReferral.Verdict {
    fileprivate var closing: Referral.Closing {
        switch self {
        case .helped: .helped
        case .helpedPartly: .helpedPartly
        case .notHelped: .notHelped
        }
    }
}

/// What was asked: by whom, about whom, and why.
struct OutsideQuestionCard {
    let language: Language
    let view: OutsideReferralView

    private var words: any OutsideReferralWords { language.outsideReferrals }

    var html: HTML {
        guard let question = view.question else { return "<p>\(words.erased)</p>\n" }
        return Section("asked", words.asked, "\(Facts(facts(question)))\n\(Paragraphs(question.question))").html
    }

    func facts(_ question: OutsideQuestion) -> [Facts.Fact] {
        let asker = Facts.Fact(words.asker, words.guest(question.guest))
        guard let child = question.child else { return [asker] }
        let about = [
            Facts.Fact(language.guests.childName, child.name),
            Facts.Fact(words.born, language.dateInside(child.birth)), Facts.Fact(words.reach, child.reach),
            Facts.Fact(words.basis, basis(child.basis)),
        ]
        let why = question.reason.isEmpty ? [] : [Facts.Fact(words.why, question.reason)]
        let team = view.referral.areaTeam == nil ? [] : [Facts.Fact(words.team, words.teamKnows)]
        let direction = view.referral.direction.map { [Facts.Fact(words.directing, words.directs($0))] } ?? []
        return [asker] + about + why + team + direction
    }

    private func basis(_ basis: GuestBasis) -> String {
        switch basis {
        case .agreed(let all):
            words.agreed(GuestBasis.Agreeing.allCases.filter(all.contains).map(language.guests.agreed))
        case .ground(let reason, let second): words.ground(reason, second)
        }
    }
}

/// One thing that was said or done.
struct OutsideEntryCard {
    let language: Language
    let entry: OutsideEntry
    let who: String
    let today: Day

    var title: String { language.outsideReferrals.said(entry.kind, by: who) }
    var moment: String { language.dayAndClockInside(entry.at, today: today) }

    var html: HTML {
        guard let said = entry.said else { return "<p class=\"soft small\">\(title) (\(moment)).</p>\n" }
        return Card(
            title,
            """
            <p class="soft small">\(moment)</p>
            \(if: !said.text.isEmpty, Paragraphs(said.text).html)
            \(if: !said.elsewhere.isEmpty, "<p>\(language.referrals.elsewhereSaid)</p>\n\(Paragraphs(said.elsewhere))")
            """
        ).html
    }
}
