// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel
import PeopleRules
import Site

/// The page about oneself: who one is here, with what one signs in, where, and the way out.
struct AccountPage: Hashable {
    let account: Account
    let signInName: String?
    let hasPassword: Bool
    let hasSecondFactor: Bool
    let recoveryCodes: Int?
    let sessions: [Session]
    let devices: [RememberedDevice]
    let records: [SignInRecord]
    let current: Session
    let behalf: String?
    /// Whether there is more than one organisation to choose from.
    let canChoose: Bool
    /// Whether somebody made a card for this account that was not used yet.
    let hasNewCard: Bool
    let done: OwnDone?
    let token: String
    let language: Language
    let today: Day

    private var words: any OwnWords { language.own }
    private var name: String { account.profile.name }

    var html: HTML {
        """
        \(PageHead(name, lead: language.accounts.signedInAs(name)))
        \(done.map { "\(Notice(.good, words.done($0)))\n" as HTML })\
        \(if: hasNewCard, newCard)\(if: canChoose, work)\(Section("ways", words.waysTitle, ways))
        \(Section("sessions", words.devicesTitle, open))
        \(if: !devices.isEmpty, Section("devices", words.rememberedTitle, remembered).html)\
        \(if: !records.isEmpty, Section("records", words.recordsTitle, last).html)
        \(Section("spoken", words.languageTitle, languages))
        \(Section("mail", words.mailTitle, "<p>\(More(.notices, language.notices.title))</p>"))
        <div class="section">\(ActForm(.sessionEnd, token: token, title: language.accounts.signOut, .quiet))</div>
        """
    }

    /// Who did not ask for it can end it, before anybody comes in with it.
    private var newCard: HTML {
        """
        \(Notice(.near, words.newCard, words.newCardText))
        \(ActForm(.ownCardsEnd, token: token, title: words.notMine, .quiet))

        """
    }

    private var work: HTML {
        let text = behalf.map { "<p>\(words.worksFor($0))</p>\n" as HTML }
        return Section("work", words.behalfTitle, "\(text)<p>\(More(.behalf, words.another))</p>").html
    }

    private var ways: HTML {
        """
        \(signInName.map { "<p>\(words.signInName($0))</p>\n" as HTML })\
        <ul class="flow">
        <li>\(More(.ownPassword, hasPassword ? words.changePassword : words.choosePassword))</li>
        <li>\(More(.ownPasskeys, language.passkeys.title))</li>
        <li>\(More(.secondFactor, words.secondFactor)) \
        <p class="soft">\(hasSecondFactor ? words.hasSecondFactor : words.noSecondFactor)</p></li>
        \(if: hasSecondFactor, codes)</ul>
        """
    }

    private var codes: HTML {
        """
        <li>\(More(.recoveryCodes, words.recoveryCodes)) \
        <p class="soft">\(words.recoveryCodesLeft(recoveryCodes))</p></li>

        """
    }

    private var open: HTML {
        """
        <form action="\(Link.ownSessionsEnd)" method="post">\(CSRF.field(token))
        \(Table(
            words.devicesTitle,
            [Table.Column(words.device), Table.Column(words.began), Table.Column(words.seen), Table.Column(words.end, isActs: true)],
            sessions.map(row), isStacked: true, isSaid: true))
        </form>
        \(if: sessions.count > 1 || !devices.isEmpty, ActForm(
            .otherSessionsEnd, token: token, title: words.endOthers, .quiet).html)
        """
    }

    private func row(_ session: Session) -> [HTML] {
        let device = words.name(session.device).capitalised
        let isThis = session.digest == current.digest
        return [
            "\(device)", "\(said(session.started))", "\(said(session.seen))",
            isThis
                ? "\(Tag(words.thisOne, .accent))"
                : "\(Button(words.end, .submit(name: "session", value: session.digest), .soft, about: device, isSmall: true))",
        ]
    }

    private var remembered: HTML {
        """
        <form action="\(Link.ownDevicesEnd)" method="post">\(CSRF.field(token))
        \(Table(
            words.rememberedTitle,
            [
                Table.Column(words.device), Table.Column(words.seen), Table.Column(words.rememberedUntil),
                Table.Column(words.forget, isActs: true),
            ],
            devices.map(row), isStacked: true, isSaid: true))
        </form>

        """
    }

    private func row(_ device: RememberedDevice) -> [HTML] {
        let name = words.name(device.device).capitalised
        return [
            "\(name)", "\(said(device.seen))", "\(language.day(device.ends.day, today: today))",
            "\(Button(words.forget, .submit(name: "device", value: device.id.text), .soft, about: name, isSmall: true))",
        ]
    }

    private var last: HTML {
        """
        <ul class="flow">
        \(records, line)</ul>
        <p class="soft">\(words.recordsText)</p>
        """
    }

    private func line(_ record: SignInRecord) -> HTML {
        "<li>\(said(record.at)): \(words.name(record.device)), \(words.way(record.way))</li>\n"
    }

    private var languages: HTML {
        """
        <form class="flow" action="\(Link.ownLanguage)" method="post">\(CSRF.field(token))
        \(Choices(
            language, "language", legend: words.language, .one,
            Language.allCases.map {
                Choices.Choice($0.rawValue, $0.ownName, isChosen: $0.rawValue == account.profile.language)
            }))
        <p>\(Button(words.save, .submit(), .quiet))</p>
        </form>
        """
    }

    private func said(_ moment: Moment) -> String { language.dayAndClock(moment, today: today) }
}
