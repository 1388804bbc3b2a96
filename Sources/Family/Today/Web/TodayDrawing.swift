// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How what waits becomes its page: order, wording and links for one reader.
struct TodayDrawing {
    let sight: TodaySight
    let account: Account
    let now: Moment
    let language: Language
    let token: String
    /// The name of each form on the page, so that sending one twice does it once.
    let newForm: @Sendable () -> FormID

    private var words: any TodayWords { language.today }
    private var today: Day { now.day }
    private var isProfessional: Bool { account.kind == .professional }

    var page: TodayPage {
        TodayPage(
            language: language, date: language.fullDate(today),
            greeting: words.greeting(hour: now.local.hour, Self.firstName(account.profile.name)),
            lead: sight.total == 0 ? nil : words.lead(sight.total, cannotWait: sight.counts[.now] ?? 0),
            meetings: meetings, groups: groups, homes: sight.homes.map(home), done: sight.done.map(done), doors: doors,
            empty: sight.total == 0 ? empty : nil,
            newer: paging(-1), older: paging(1), quiet: quiet,
            birthdays: sight.homes.flatMap { $0.birthdays(on: today, language) },
            moreAtDesk: sight.isCutAtDesk ? Notice(.about, words.moreAtDesk) : nil)
    }

    private var empty: Empty {
        guard isProfessional else { return Empty(words.emptyTitle, words.emptyFamilyText, action: toCircle) }
        return Empty(words.emptyTitle, words.emptyText, action: Button(words.toFamilies, .link(.families)))
    }

    private var doors: [Entry] {
        guard isProfessional else { return [] }
        let quietDoor = Entry(.quiet, .phone, language.contacts.quiet, language.contacts.quietDoor)
        return (sight.quiet.count == 0 ? [quietDoor] : []) + [
            Entry(.consults, .talk, language.consults.title, language.consults.door),
            Entry(.referrals, .handshake, language.referrals.title, language.referrals.door),
            Entry(.outsideReferrals, .handshake, language.outsideReferrals.title, language.outsideReferrals.door),
            Entry(.circleCode, .key, language.circleCodes.useTitle, language.circleCodes.useDoor),
            Entry(.workingNotes, .done, language.contacts.working, language.contacts.workingDoor),
        ]
            + (sight.isAtDesk
                ? [
                    Entry(.desk, .attention, language.careReports.board, language.careReports.door),
                    Entry(.calls, .phone, language.guests.callsTitle, language.guests.callsDoor),
                ] : [])
            + (sight.absence.map { [Entry(.absences, .people, language.absences.title, language.absences.door($0))] }
                ?? [])
    }

    private var toCircle: Button? {
        sight.onlyHome.map { Button(words.toCircle, .link(.circle($0.family))) }
    }

    private func paging(_ step: Int) -> Link? {
        let page = sight.page + step
        return (1...sight.pages).contains(page) ? Link.today.with(query: ["page": String(page)]) : nil
    }

    static func firstName(_ name: String) -> String { name.split(separator: " ").first.map(String.init) ?? name }

    // MARK: What waits

    private var groups: [TodayPage.Group] {
        let shown = Dictionary(grouping: sight.shown, by: \.group)
        return shown.keys.sorted().map { group in
            let rows = (shown[group] ?? []).compactMap { row($0, in: group) }
            let title = words.title(group, sight.counts[group] ?? rows.count, shown: rows.count)
            return TodayPage.Group(id: words.anchor(group), title: title, rows: rows)
        }
    }

    private func row(_ item: WaitingSight, in group: Waiting.Group) -> PromiseRow? {
        switch item.waiting.subject {
        case .messages(let talk, let count, let first, let since):
            message(item, talk, count: count, first: first, since: since)
        case .promise(let promise): self.promise(item, promise, in: group)
        }
    }

    private func message(
        _ item: WaitingSight, _ talk: ID<Conversation>, count: Int, first: Int, since: Moment
    ) -> PromiseRow? {
        guard let family = item.waiting.family else { return nil }
        let subject = item.words.text ?? language.conversations.erasedSubject
        var link = Link.conversation(family, talk)
        if count < ConversationDrawing.size { link = link.with(fragment: "m\(first)") }
        return PromiseRow(
            .open, due: words.since(language.dayAndClockInside(since, today: today)), what: subject, link: link,
            note: note(item, words.messages(count)),
            action: Button(words.read, .link(link), .soft, about: subject, isSmall: true))
    }

    private func promise(_ item: WaitingSight, _ promise: Promise, in group: Waiting.Group) -> PromiseRow {
        let isLate = promise.isLate(at: now)
        let isAcute = promise.urgency == .acute
        let said = promise.kind.isSaidToEachReader ? nil : item.words.text
        let what = said ?? words.what(promise.kind)
        let link = link(item, promise)
        let act = act(item, promise, what)
        let mark: Mark = isAcute ? .acute : isLate ? .late : .part(promise.percentPassed(at: now))
        return PromiseRow(
            group == .now && !isAcute && !isLate ? .near(promise.percentPassed(at: now)) : mark, due: due(promise),
            isAcute ? .acute : group == .now ? .near : .calm, what: what, link: link,
            note: item.way == .invited ? words.invited : item.way == .outside ? words.outside : note(item, nil),
            tag: isAcute ? Tag(language.site.acute, .acute) : nil,
            action: act != nil
                ? nil
                : link.map {
                    Button(words.act(promise.kind), .link($0), isAcute ? .main : .soft, about: what, isSmall: true)
                }, act: act)
    }

    /// What settles it without another page.
    private func act(_ item: WaitingSight, _ promise: Promise, _ what: String) -> ActForm? {
        guard item.way == .own, promise.isKeptByWord, let family = item.waiting.family else { return nil }
        return switch promise.owner {
        case .account:
            ActForm(
                .settlement(family, promise.id), token: token, title: language.promises.done, about: what, .soft,
                form: newForm(), back: "today")
        case .organisation:
            ActForm(
                .taking(family, promise.id), token: token, title: language.promises.take, about: what, .soft,
                form: newForm(), back: "today")
        }
    }

    private func done(_ done: DoneSight) -> PromiseRow {
        let said = done.promise.kind.isSaidToEachReader ? nil : done.text
        return PromiseRow(
            .done, due: language.clock(done.at), what: said ?? words.what(done.promise.kind),
            note: isProfessional || sight.homes.count > 1 ? done.familyName.map(words.family) : nil)
    }

    /// Of a promise outside there is nothing to open but what a team lead does: answering a question about the log,
    /// naming who stands in.
    private func link(_ item: WaitingSight, _ promise: Promise) -> Link? {
        if item.way == .invited { return .myInvitations }
        guard let family = item.waiting.family else { return .outside(promise) }
        let isLeads =
            [.answerWhy, .nameStandIn, .answerObjection, .reviewEmergency].contains(promise.kind) || promise.isAboutHold
            || promise.subject.kind == ItemName.Kind.forgetting.rawValue
        return item.way == .outside && !isLeads ? nil : .keeping(promise, in: family)
    }

    private func due(_ promise: Promise) -> String {
        if promise.isLate(at: now) { return words.late(language.dayInside(promise.due.day, today: today)) }
        if promise.due.day == today { return language.dayAndClock(promise.due, today: today) }
        return language.by(promise.due.day, today: today)
    }

    /// Which family it is of, for who has many; then what else there is to know.
    private func note(_ item: WaitingSight, _ text: String?) -> String? {
        let family = isProfessional || sight.homes.count > 1 ? item.words.familyName.map(words.family) : nil
        let parts = [item.words.receiver.map(words.receiver), family, text].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    // MARK: At home

    private func home(_ home: TodayHome) -> TodayPage.Home {
        let names = CircleNames(circle: home.circle, reading: home.reading, language: language)
        let children = home.circle.persons.filter { $0.isCovered && !home.reading.adults.contains($0.person.id) }
            .sorted { $0.person.birth.latest < $1.person.birth.latest }
            .map { $0.name.map(Self.firstName) ?? language.circle.erased }
        let title = children.isEmpty ? language.circle.title : language.circle.title(around: language.list(children))
        return TodayPage.Home(
            id: "home-\(home.family)", title: title, circle: More(.circle(home.family), words.wholeCircle),
            people: home.circle.members.map { member in
                LookedRow(
                    names.disc(member.membership.account), member.face?.name ?? language.circle.erased,
                    part(of: member, home))
            },
            owed: home.owed.map { owed($0, home, names) })
    }

    private func part(of member: CircleMember, _ home: TodayHome) -> String {
        let account = member.membership.account
        let isDirector = home.circle.direction?.holder == account
        let isContact = home.circle.firstContact == account
        return [
            member.face?.function, isDirector ? language.site.director : nil,
            isContact ? language.site.firstContact : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }

    private func owed(_ item: FamilyPromise, _ home: TodayHome, _ names: CircleNames) -> PromiseRow {
        let promise = item.promise
        let isLate = promise.isLate(at: now)
        let said = promise.kind.isSaidToEachReader ? nil : item.text
        return PromiseRow(
            isLate ? .late : .part(promise.percentPassed(at: now)), due: due(promise), isLate ? .near : .calm,
            owner: promise.owner.account.map(names.calledName).map(language.circle.owner),
            what: said ?? words.what(promise.kind), link: .promise(home.family, promise.id))
    }
}

extension Link {
    package static let today: Link = "/today"

    /// What is promised, to whom and by when, for those who may see it.
    package static func promise(_ family: ID<Family>, _ id: ID<Promise>) -> Link {
        "/families/\(family)/promises/\(id)"
    }

    /// Where a promise is kept: at the page of its own act, where there is one.
    static func keeping(_ promise: Promise, in family: ID<Family>) -> Link {
        if promise.subject.kind == ItemName.Kind.conversation.rawValue {
            return .conversation(family, ID(stored: promise.subject.id))
        }
        if promise.subject.kind == ItemName.Kind.question.rawValue {
            return .question(family, ID(stored: promise.subject.id))
        }
        if promise.subject.kind == ItemName.Kind.concern.rawValue { return .concernToHear(family, promise.id) }
        if promise.kind == .answerInvitation { return .invitation(family, ID(stored: promise.subject.id)) }
        if promise.kind == .reviewEmergency { return .emergencyReview(family, ID(stored: promise.subject.id)) }
        if promise.isAboutHold { return .hold(family, ID(stored: promise.subject.id)) }
        if promise.subject.kind == ItemName.Kind.objection.rawValue {
            return .objectionToHear(family, ID(stored: promise.subject.id))
        }
        if promise.subject.kind == ItemName.Kind.story.rawValue {
            return .story(family, ID(stored: promise.subject.id))
        }
        if promise.kind == .nameStandIn { return .standIn(family, promise.id) }
        if promise.subject.kind == ItemName.Kind.action.rawValue { return .plan(family) }
        if promise.subject.kind == ItemName.Kind.plan.rawValue {
            return promise.kind == .evaluate ? .planEvaluation(family) : .plan(family)
        }
        if [.answerConsent, .askInPerson].contains(promise.kind),
            promise.subject.kind == ItemName.Kind.consent.rawValue
        {
            return .consent(family, ID(stored: promise.subject.id))
        }
        if promise.kind == .giveInformation {
            return .withholding(family, ID<Withholding>(stored: promise.subject.id))
        }
        if promise.subject.kind == Inspection.subjectKind { return .inspections(family) }
        if Decided(rawValue: promise.subject.kind) != nil {
            return .decision(family, ID<Decided>(stored: promise.subject.id))
        }
        if promise.kind == .weighWithdrawal { return .weighing(family, promise.id) }
        if promise.subject.kind == ItemName.Kind.meeting.rawValue {
            return .meeting(family, ID(stored: promise.subject.id))
        }
        return keepingDirection(promise, in: family) ?? keepingKept(promise, in: family)
            ?? keepingRisk(promise, in: family) ?? keepingProvision(promise, in: family) ?? .promise(family, promise.id)
    }
}
