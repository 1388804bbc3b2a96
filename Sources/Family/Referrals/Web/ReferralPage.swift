// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// One referral at a desk: what was asked and shared, what was said, and the next act of its reader.
struct ReferralPage {
    let language: Language
    let content: ReferralContent
    let draft: ReferralActDraft
    /// Whether an act was refused as things stand now.
    let isRefused: Bool
    let now: Moment
    let token: String
    let newForm: () -> FormID

    private var words: any ReferralWords { language.referrals }
    private var referral: Referral { content.referral }

    var html: HTML {
        """
        \(PageHead(
            words.about(content.name ?? words.nobodyNamed, content.names.organisation(referral.receiver.organisation)),
            lead: lead, above: More(.referrals, words.title),
            errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
        \(if: isRefused && !draft.typed.isEmpty, Section(
            "typed", words.typedTitle, "\(draft.typed, { Paragraphs($0).html })").html)
        \(acts)
        \(Section("shared", words.sharedTitle, content.isInside ? "\(content.parts, part)" : "<p>\(words.outside)</p>"))
        \(Section("said", words.said, "\(content.entries, entry)"))
        \(others)
        """
    }

    private var lead: String {
        let from = words.from(content.names.side(referral.sender), to: content.names.side(referral.receiver))
        let span = words.span(days: referral.waitInAll.days(until: now.day))
        let wait = referral.wait.started == nil && !referral.isOver ? " " + words.waits(span) : ""
        return "\(from) \(words.stands(referral.state))\(wait)"
    }

    private func part(_ part: SharedPartSight) -> HTML {
        let title = words.part(part.kind) + (part.title.map { $0.isEmpty ? "" : ": \($0)" } ?? "")
        guard let body = part.body else {
            return Card(title, "<p>\(part.isTakenBack ? words.takenBack : words.notRead)</p>").html
        }
        let notice: HTML = part.isTakenBack ? "<p>\(words.takenBackThere)</p>\n" : ""
        let party = content.names.organisation(referral.receiver.organisation)
        let agreed = part.party.map { "<p class=\"soft small\">\(words.agreedWith($0, party))</p>\n" as HTML }
        return Card(title, "\(notice)\(Paragraphs(body))\n\(agreed)").html
    }

    private func entry(_ entry: ReferralEntry) -> HTML {
        let who =
            entry.who.flatMap(content.names.person)
            ?? entry.organisation.map { words.someone(at: content.names.organisation($0)) } ?? words.nobody
        let title = words.said(entry.kind, by: who)
        let moment = language.dayAndClockInside(entry.at, today: now.day)
        guard let said = entry.said else { return "<p class=\"soft small\">\(title) (\(moment)).</p>\n" }
        return Card(
            title,
            """
            <p class="soft small">\(moment)</p>
            \(if: !said.text.isEmpty, Paragraphs(said.text).html)
            \(if: !said.elsewhere.isEmpty, "<p>\(words.elsewhereSaid)</p>\n\(Paragraphs(said.elsewhere))")
            \(if: !said.subcontractor.isEmpty, "<p>\(words.doneBy) \(said.subcontractor)</p>")
            """
        ).html
    }

    // MARK: What can be done

    private func allows(_ act: Referral.Act) -> Bool { referral.allows(act, by: content.worker, at: now) }

    /// What is next: the one main thing first.
    private var acts: HTML {
        """
        \(if: allows(.accept(.sender)), answering)\
        \(if: allows(.finish(.withoutHelp)), asked(.end, words.endTitle, ending, words.endSend))\
        \(if: allows(.hear(.helped)), hearing)\
        \(if: allows(.start), asked(.start, words.startTitle, starting, words.startSend))\
        \(if: allows(.meet), asked(.appointment, words.meetTitle, note(.appointment), words.meetSend))\
        \(if: allows(.bridge) && !referral.isBridged, asked(
            .contact, words.bridgeTitle, note(.contact), words.bridgeSend))\
        \(if: allows(.giveBack), folded(.giveBack, words.backTitle, form(
            .giveBack, reasons(.giveBack), words.backSend)))
        """
    }

    private var others: HTML {
        """
        \(if: allows(.take), single(.taking, words.take))\(if: allows(.pause), single(.pause, words.pause))\
        \(if: allows(.resume), single(.resumption, words.resume))\
        \(if: allows(.pass(to: nil)), folded(.passing, words.passTitle, form(.passing, passing, words.pass)))\
        \(if: allows(.withdraw), single(.withdrawal, words.withdraw))
        """
    }

    private func single(_ step: ReferralStep, _ title: String) -> HTML {
        ActForm(.referral(referral.id, step), token: token, title: title, .soft, form: newForm()).html
    }

    private func asked(_ step: ReferralStep, _ title: String, _ fields: HTML, _ button: String) -> HTML {
        Section("\(step.rawValue)-part", title, form(step, fields, button)).html
    }

    /// Seldom asked, so folded away until something was typed in it.
    private func folded(_ step: ReferralStep, _ title: String, _ content: HTML) -> HTML {
        draft.step == step ? Section("\(step.rawValue)-part", title, content).html : Details(title, content).html
    }

    private func form(_ step: ReferralStep, _ fields: HTML, _ button: String) -> HTML {
        FamilyForm(
            action: .referral(referral.id, step), page: .referral(referral.id), token: token, form: newForm(),
            content: fields, buttons: [Button(button, .submit())]
        ).html
    }

    private var answering: HTML {
        """
        \(asked(.acceptance, words.acceptTitle, accepting, words.acceptSend))\
        \(folded(.refusal, words.declineTitle, form(.refusal, reasons(.refusal), words.declineSend)))\
        \(folded(.redirection, words.redirectTitle, form(.redirection, redirecting, words.redirectSend)))
        """
    }

    private var accepting: HTML {
        let chosen = draft.step == .acceptance ? draft.choice : Referral.Keeper.sender.rawValue
        let choices = Choices(
            language, "acceptanceChoice", legend: words.keeper, error: draft.errors["acceptanceChoice"], .one,
            Referral.Keeper.allCases.map {
                Choices.Choice($0.rawValue, words.keeper($0), isChosen: $0.rawValue == chosen)
            })
        return "\(choices)\n\(note(.acceptance))"
    }

    private var redirecting: HTML {
        """
        \(picker(.redirection, words.door, [Choices.Choice("", words.choose)] + content.organisations.map {
            Choices.Choice($0.id.text, $0.name)
        }))
        \(note(.redirection))
        """
    }

    private var starting: HTML {
        """
        \(field(.start, "Subcontractor", \.subcontractor, words.subcontractor, words.subcontractorHint, .line))
        \(note(.start))
        """
    }

    private var ending: HTML {
        let choices = Choices(
            language, "endChoice", legend: words.result, error: draft.errors["endChoice"], .one,
            ReferralResult.allCases.map {
                Choices.Choice(
                    $0.rawValue, words.result($0), isChosen: draft.value(\.choice, of: .end) == $0.rawValue)
            })
        return "\(choices)\n\(field(.end, "Text", \.text, words.endText, words.endHint, .paragraphs(rows: 4)))"
    }

    private var hearing: HTML {
        let choices = Choices(
            language, "verdictChoice", legend: words.verdict, error: draft.errors["verdictChoice"], .one,
            [Referral.Closing.helped, .helpedPartly, .notHelped].map {
                Choices.Choice(
                    $0.rawValue, words.verdict($0), isChosen: draft.value(\.choice, of: .verdict) == $0.rawValue)
            })
        return """
            \(referral.door.map { door in
                Entries([
                    Entry(
                        .newReferral(referral.family, of: referral.person, from: referral.id), .handshake,
                        words.sendOn(content.names.organisation(door)), words.sendOnText),
                ]).html
            })
            \(asked(.verdict, words.verdictTitle, choices.html, words.verdictSend))
            """
    }

    private var passing: HTML {
        picker(
            .passing, words.passLabel,
            [Choices.Choice("", words.passInbox)]
                + content.colleagues.map {
                    Choices.Choice($0.id.text, $0.profile.name)
                })
    }

    private func picker(_ step: ReferralStep, _ label: String, _ choices: [Choices.Choice]) -> HTML {
        let name = step.rawValue + "Choice"
        return Picker(
            language: language, name: name, label: label, chosen: draft.value(\.choice, of: step),
            error: draft.errors[name], choices: choices
        ).html
    }

    private func reasons(_ step: ReferralStep) -> HTML {
        """
        \(field(step, "Text", \.text, words.reason, nil, .paragraphs(rows: 3)))
        \(field(step, "Elsewhere", \.elsewhere, words.elsewhere, words.elsewhereHint, .paragraphs(rows: 2)))
        """
    }

    private func note(_ step: ReferralStep) -> HTML {
        field(step, "Text", \.text, words.note, nil, .paragraphs(rows: 2))
    }

    private func field(
        _ step: ReferralStep, _ field: String, _ typed: KeyPath<ReferralActDraft, String>, _ label: String,
        _ hint: String?, _ kind: Field.Kind
    ) -> HTML {
        let name = step.rawValue + field
        return Field(
            language, name, label: label, hint: hint, value: draft.value(typed, of: step), error: draft.errors[name],
            kind: kind
        ).html
    }
}
