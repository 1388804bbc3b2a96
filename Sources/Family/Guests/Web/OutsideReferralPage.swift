// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Site

/// What a guest asked, as a worker sees it.
struct OutsideContent: Sendable {
    let view: OutsideReferralView
    let worker: Worker
    let practice: String
    let names: [ID<Account>: String]
    /// Those at the worker's organisation to whom it can be passed on.
    let colleagues: [Account]
    /// Those that can be offered direction.
    let teams: [Organisation]

    /// nil for who must not know of it.
    init?(_ key: borrowing DeskKey<OutsideReferral>, on today: Day, _ connection: Connection, _ vault: Vault) throws {
        guard let view = try connection.view(key, vault) else { return nil }
        self.view = view
        worker = key.worker
        practice = try connection.organisation(key.item.practice)?.name ?? ""
        let work = Set(try connection.professionals(in: key.worker.organisation, on: today).map(\.account))
        let others = work.subtracting(key.item.keptFrom).subtracting([key.worker.account])
        colleagues = try connection.accounts(others.sorted(), vault).filter { $0.kind == .professional }
            .sorted { $0.profile.name < $1.profile.name }
        teams = try connection.areaTeams(on: today).filter { $0.id != key.worker.organisation }
        let known = Set(view.entries.compactMap(\.who) + [key.item.receiver.account].compactMap(\.self))
        names = Dictionary(
            uniqueKeysWithValues: try connection.accounts(known.sorted(), vault).map { ($0.id, $0.profile.name) })
    }
}

/// One thing that was asked from outside: what it is, what was said, and the next act of its reader.
struct OutsideReferralPage {
    let language: Language
    let content: OutsideContent
    let draft: OutsideDraft
    /// Whether an act was refused as things stand now.
    let isRefused: Bool
    /// Whether practices hear by mail that there is an answer.
    let isMailed: Bool
    let now: Moment
    let token: String
    let newForm: () -> FormID

    private var words: any OutsideReferralWords { language.outsideReferrals }
    private var shared: any ReferralWords { language.referrals }
    private var referral: OutsideReferral { content.view.referral }

    var html: HTML {
        """
        \(PageHead(
            content.view.question?.child?.name ?? words.advice, lead: lead, above: More(.outsideReferrals, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isRefused && !draft.typed.isEmpty, Section(
            "typed", shared.typedTitle, "\(draft.typed, { Paragraphs($0).html })").html)
        \(OutsideQuestionCard(language: language, view: content.view).html)
        \(acts)
        \(Section("said", shared.said, "\(content.view.entries, entry)"))
        \(others)
        """
    }

    private var lead: String {
        let span = shared.span(days: referral.wait.inAll.days(until: now.day))
        let wait = referral.isWaited || referral.state == .sent ? " " + shared.waits(span) : ""
        return "\(words.from(content.practice)) \(words.stands(referral))\(wait)"
    }

    private func entry(_ entry: OutsideEntry) -> HTML {
        let sender = entry.kind == .sent ? content.view.question?.guest.name : nil
        let who = entry.guest?.name ?? entry.who.flatMap { content.names[$0] } ?? sender ?? words.ourselves
        return OutsideEntryCard(language: language, entry: entry, who: who, today: now.day).html
    }

    // MARK: What can be done

    private func allows(_ act: OutsideReferral.Act) -> Bool { referral.allows(act, by: content.worker, at: now) }

    /// What is next: the one main thing first.
    private var acts: HTML {
        """
        \(if: allows(.tell), asked(.telling, words.tellTitle, "<p>\(words.tellText)</p>", words.tellSend))\
        \(if: allows(.answer), asked(.answer, words.answerTitle, text(.answer, words.answer, 6), words.answerSend))\
        \(if: allows(.accept), asked(.acceptance, shared.acceptTitle, note(.acceptance), words.acceptSend))\
        \(if: allows(.decline), folded(.refusal, shared.declineTitle, form(.refusal, reasons(.refusal), shared.declineSend)))\
        \(if: allows(.finish(.withoutHelp)), asked(.end, shared.endTitle, ending, shared.endSend))\
        \(if: allows(.start(.family)), asked(.start, shared.startTitle, starting, shared.startSend))\
        \(if: allows(.meet), asked(.appointment, shared.meetTitle, note(.appointment), shared.meetSend))\
        \(if: allows(.bridge) && !referral.isBridged, asked(
            .contact, shared.bridgeTitle, note(.contact), shared.bridgeSend))\
        \(if: allows(.giveBack), folded(.giveBack, shared.backTitle, form(
            .giveBack, reasons(.giveBack), shared.backSend)))\
        \(if: allows(.write), writing)
        """
    }

    /// First where a guest wrote and waits for an answer.
    private var writing: HTML {
        let fields = text(.message, words.write, 3)
        return referral.isGuestWaiting
            ? asked(.message, words.writeTitle, fields, words.writeSend)
            : folded(.message, words.writeTitle, form(.message, fields, words.writeSend))
    }

    private var others: HTML {
        """
        \(if: allows(.take), single(.taking, shared.take))\(if: allows(.pause), single(.pause, shared.pause))\
        \(if: allows(.resume), single(.resumption, shared.resume))\
        \(if: allows(.hide), single(.hiding, words.hide))\
        \(if: allows(.pass(to: nil)), folded(.passing, shared.passTitle, form(.passing, passing, shared.pass)))\
        \(if: referral.source == .guest && isMailed, "<p class=\"soft small\">\(words.heardByMail)</p>")
        """
    }

    private func single(_ step: OutsideStep, _ title: String) -> HTML {
        ActForm(.outsideReferral(referral.id, step), token: token, title: title, .soft, form: newForm()).html
    }

    private func asked(_ step: OutsideStep, _ title: String, _ fields: HTML, _ button: String) -> HTML {
        Section("\(step.rawValue)-part", title, form(step, fields, button)).html
    }

    /// Seldom asked, so folded away until something was typed in it.
    private func folded(_ step: OutsideStep, _ title: String, _ content: HTML) -> HTML {
        draft.step == step ? Section("\(step.rawValue)-part", title, content).html : Details(title, content).html
    }

    private func form(_ step: OutsideStep, _ fields: HTML, _ button: String) -> HTML {
        FamilyForm(
            action: .outsideReferral(referral.id, step), page: .outsideReferral(referral.id), token: token,
            form: newForm(), content: "\(fields)\n\(check(step))", buttons: [Button(button, .submit())]
        ).html
    }

    private func check(_ step: OutsideStep) -> HTML { draft.step == step ? draft.nameless.check(language) : "" }

    private var ending: HTML {
        let choices = Choices(
            language, "endChoice", legend: shared.result, error: draft.errors["endChoice"], .one,
            ReferralResult.allCases.map {
                Choices.Choice(
                    $0.rawValue, shared.result($0), isChosen: draft.value(\.choice, of: .end) == $0.rawValue)
            })
        return "\(choices)\n\(text(.end, shared.endText, 4))"
    }

    /// Who helps says who directs, as nobody else may have done so.
    private var starting: HTML {
        let chosen = draft.value(\.choice, of: .start)
        let usual = ["family", "practice", "provider"].map { Choices.Choice($0, words.directs($0)) }
        let picker = Picker(
            language: language, name: "startChoice", label: words.directing, hint: words.directingHint,
            chosen: chosen, error: draft.errors["startChoice"],
            choices: [Choices.Choice("", language.guests.choose)] + usual
                + content.teams.map { Choices.Choice($0.id.text, words.offer(to: $0.name)) })
        let agreed = Choices(
            language, "startAgreed", legend: words.offerAgreement, error: draft.errors["startAgreed"], .several,
            [Choices.Choice("yes", words.offerAgreed, isChosen: draft.step == .start && draft.isAgreed)])
        return "\(picker.html)\n\(if: !content.teams.isEmpty, agreed.html)\n\(note(.start))"
    }

    private var passing: HTML {
        Picker(
            language: language, name: "passingChoice", label: shared.passLabel,
            chosen: draft.value(\.choice, of: .passing), error: draft.errors["passingChoice"],
            choices: [Choices.Choice("", shared.passInbox)]
                + content.colleagues.map { Choices.Choice($0.id.text, $0.profile.name) }
        ).html
    }

    private func reasons(_ step: OutsideStep) -> HTML {
        """
        \(text(step, shared.reason, 3))
        \(field(step, "Elsewhere", \.elsewhere, shared.elsewhere, shared.elsewhereHint, 2))
        """
    }

    private func note(_ step: OutsideStep) -> HTML { text(step, shared.note, 2) }

    private func text(_ step: OutsideStep, _ label: String, _ rows: Int) -> HTML {
        field(step, "Text", \.text, label, nil, rows)
    }

    private func field(
        _ step: OutsideStep, _ field: String, _ typed: KeyPath<OutsideDraft, String>, _ label: String, _ hint: String?,
        _ rows: Int
    ) -> HTML {
        let name = step.rawValue + field
        return Field(
            language, name, label: label, hint: hint, value: draft.value(typed, of: step), error: draft.errors[name],
            kind: .paragraphs(rows: rows)
        ).html
    }
}

/// All that was asked from outside, of one worker.
struct OutsideListPage {
    let language: Language
    let sights: [OutsideSight]
    let worker: Worker?
    let hasMore: Bool
    let practices: [ID<Organisation>: String]
    /// Whether they work for an area team, past which others refer.
    let isAreaTeam: Bool
    let now: Moment

    private var words: any OutsideReferralWords { language.outsideReferrals }

    var html: HTML {
        """
        \(PageHead(words.title, lead: words.lead, above: More(.referrals, language.referrals.title)))
        \(if: sights.isEmpty, Empty(words.empty, words.emptyText).html)\
        \(part("open", words.mine, sights.filter { !$0.referral.isOver }))\
        \(if: hasMore, "<p>\(words.more)</p>\n")\
        \(part("over", words.over, sights.filter(\.referral.isOver)))
        \(Entries(
            [Entry(.newOutsideReferral, .plan, words.newLetter, words.newLetterText)]
                + (isAreaTeam ? [Entry(.directReferrals, .people, words.directTitle, words.directDoor)] : [])))
        """
    }

    private func part(_ id: String, _ title: String, _ sights: [OutsideSight]) -> HTML {
        guard !sights.isEmpty else { return "" }
        return Section(id, title, "<ul class=\"promises\">\n\(sights, row)</ul>").html
    }

    private func row(_ sight: OutsideSight) -> HTML {
        let referral = sight.referral
        let isMine = worker.map(referral.waits) ?? false
        let isLate = sight.due.map { $0 <= now } ?? false
        let what = sight.question.map { $0.child?.name ?? words.advice } ?? words.erased
        return PromiseRow(
            referral.isOver ? .done : isLate ? .late : .open,
            due: sight.due.map { language.by($0.day, today: now.day) } ?? words.over, isLate && isMine ? .near : .calm,
            what: what, link: .outsideReferral(referral.id),
            note: "\(words.from(practices[referral.practice] ?? "")) \(words.stands(referral))"
        ).row
    }
}
