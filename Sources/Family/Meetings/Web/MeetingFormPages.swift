// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleRules
import PeopleWeb
import Site

/// Proposing a meeting, or two apart.
package struct MeetingFormPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/meetings/new", use: new)
        router.post("families/:family/meetings", use: propose)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let asked = Set(request.uri.queryParameters.getAll("about").compactMap { ID<Person>($0) })
        let typed = visit.typed.map { MeetingDraft($0) }
        let content = try await content(typed?.about ?? asked, visit)
        if let typed { return page(typed, content, visit) }
        let language = visit.language
        let called = MeetingFormPage.called(content.about, in: content.circle, language)
        var draft = MeetingDraft(
            about: content.about, subject: language.meetings.subjectBegun(called), today: visit.today)
        draft.invited = content.candidates.belongs.together
        draft.apart = content.candidates.belongs.apart
        if !draft.apart.isEmpty { draft.apartLine = MeetingDraft.Line(day: draft.lines[0].day, clock: "16.45") }
        return page(draft, content, visit)
    }

    @Sendable private func propose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let form = try await FormBody.read(request)
        var draft = MeetingDraft(form)
        let content = try await content(draft.about, visit)
        guard let asked = typed(&draft, visit) else { return page(draft, content, visit) }
        let left = content.candidates.missing(asking: draft.invited.union(draft.apart))
        guard left.isEmpty || draft.isMissingKnown else { return page(draft, content, missing: left, visit) }
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            let item = ItemName(.meeting, asked[0].id)
            let done = try await dossiers.change(family, visit, form, at: item) { key, connection in
                try connection.propose(asked[0], at: now, ids: ids, key, vault)
                guard asked.count > 1 else { return .meeting(key.family, asked[0].id) }
                do { try connection.propose(asked[1], at: now, ids: ids, key, vault) } catch let error
                    as Meeting.Refusal
                {
                    throw ApartRefusal(refusal: error)
                }
                return .meetings(key.family)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch let refusal as Meeting.Refusal {
            draft.errors = [try error(refusal, isApart: false, content, visit)]
        } catch let refusal as ApartRefusal {
            draft.errors = [try error(refusal.refusal, isApart: true, content, visit)]
        }
        return page(draft, content, visit)
    }

    /// What was asked, one or two; nil with the errors in the draft.
    private func typed(_ draft: inout MeetingDraft, _ visit: Visit) -> [MeetingToPropose]? {
        let words = visit.language.meetings
        let text = draft.text(visit.language)
        let times = draft.times(words)
        if draft.invited.isEmpty { draft.errors.append(FieldError("invited", words.nobodyInvited)) }
        let apart = draft.apart.isEmpty ? nil : draft.apartTime(words)
        guard draft.errors.isEmpty, let text, let times else { return nil }
        let lists = [(draft.invited, times)] + (apart.map { [(draft.apart, [$0])] } ?? [])
        return lists.map { invited, times in
            MeetingToPropose(
                id: installation.ids.next(at: visit.now), about: draft.about, goals: draft.goals, inviting: invited,
                times: times, text: text)
        }
    }

    private func error(
        _ refusal: Meeting.Refusal, isApart: Bool, _ content: MeetingFormContent, _ visit: Visit
    ) throws -> FieldError {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: visit.language)
        guard let error = refusal.error(isApart: isApart, names) else { throw Problem.notFound }
        return error
    }

    /// Whom it is about: those asked for, or the youngest child whose plan the reader reads.
    private func content(_ asked: Set<ID<Person>>, _ visit: Visit) async throws -> MeetingFormContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.circle, family))
        let vault = installation.vault
        let content = try await dossiers.read(family, look) { key, connection -> Found<MeetingFormContent>? in
            let persons = asked.isEmpty ? key.reading.meetingSubjects.first.map { [$0] } ?? [] : asked
            return try MeetingFormContent(about: persons, key, connection, vault)
                .map { Found($0, about: Set(key.reading.covered.keys)) }
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func page(
        _ draft: MeetingDraft, _ content: MeetingFormContent, missing: [ID<Account>] = [], _ visit: Visit
    ) -> Response {
        let names = CircleNames(circle: content.circle, reading: content.reading, language: visit.language)
        let page = MeetingFormPage(
            content: content, draft: draft, missing: missing.map(names.name), changed: nil, isTheirs: false,
            token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.meetings.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: frame.isError ? .badRequest : .ok)
    }
}

/// The meeting apart can't be so.
private struct ApartRefusal: Refusal, Equatable {
    let refusal: Meeting.Refusal
}

extension Meeting.Refusal {
    /// At which field of the form it is said; nil where nothing is to be found.
    func error(isApart: Bool, _ names: CircleNames) -> FieldError? {
        let words = names.language.meetings
        switch self {
        case .cannotCome(let account):
            // To who may not know whom to keep apart, every cause is the same.
            guard names.reading.decidesWithSecond else {
                return FieldError(isApart ? "apart" : "invited", words.cannotTogether)
            }
            // Whom the reader does not know by name they could not have chosen on our page.
            guard let name = names.circle.name(of: account) else { return nil }
            return FieldError(isApart ? "apart" : "invited", words.cannotCome(name))
        case .nobodyInvited: return FieldError(isApart ? "apart" : "invited", words.nobodyInvited)
        case .noTime: return FieldError("day-1", words.noTime)
        case .tooManyTimes: return FieldError("day-1", words.tooManyTimes)
        case .notThen(let number): return FieldError(isApart ? "apart-day" : "day-\(number + 1)", words.notThen)
        case .notYours, .aboutNobody, .over, .noSuchTime, .notBegun, .changedMeanwhile: return nil
        }
    }
}

extension Reading {
    /// About whom the reader can propose a meeting, children first, the youngest of them before.
    var meetingSubjects: [ID<Person>] {
        persons.filter { mayPropose(about: [$0.id]) }.sorted { one, other in
            let (first, second) = (adults.contains(one.id), adults.contains(other.id))
            return first == second ? one.birth.latest > other.birth.latest : !first
        }.map(\.id)
    }
}
