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

/// What it takes to write the minutes of a meeting, gathered in one transaction.
struct MinutesContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sight: MeetingSight
    /// What stands there now.
    let last: MinutesVersion?
    /// The goals for which the reader can add actions, those of the meeting first.
    let goals: [GoalSight]

    /// nil where the reader may not write them, or it has not begun.
    init?(_ id: ID<Meeting>, at now: Moment, _ key: borrowing DossierKey, _ connection: Connection) throws {
        guard let sight = try connection.meeting(id, key), key.reading.mayWriteMinutes(of: sight.meeting),
            sight.meeting.hasBegun(at: now)
        else { return nil }
        (family, reading, self.sight) = (key.family, key.reading, sight)
        circle = try connection.circle(key)
        last = try connection.papers(of: sight, key)?.versions.last
        let open = try connection.plan(key).open.filter {
            key.reading.mayPlan(about: $0.goal.about) && !$0.goal.about.isDisjoint(with: sight.meeting.about)
        }
        let isOfMeeting = { (goal: GoalSight) in sight.meeting.goals.contains(goal.goal.id) }
        goals = open.filter(isOfMeeting) + open.filter { !isOfMeeting($0) }
    }

    func names(_ language: Language) -> PlanNames { PlanNames(circle: circle, reading: reading, language) }
}

/// Writing the minutes of a meeting; what was decided becomes actions of the plan in the same breath.
package struct MinutesPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/meetings/:meeting/minutes", use: show)
        router.post("families/:family/meetings/:meeting/minutes", use: keep)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let content = try await content(visit)
        if let typed = visit.typed { return page(MinutesDraft(typed), content, visit) }
        let came = content.last?.minutes?.came ?? content.sight.expected
        let draft = MinutesDraft(
            came: came, notes: content.last?.minutes?.notes ?? "", version: content.last?.number ?? 0,
            goal: content.goals.first?.goal.id.text ?? "")
        return page(draft, content, visit)
    }

    /// The lines come first and are shown as they were read; then all is kept.
    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let content = try await content(visit)
        let names = content.names(visit.language)
        var draft = MinutesDraft(form)
        var notes: PlainText?
        do { notes = try PlainText.paragraphs(draft.notes, limit: 20_000) } catch {
            let words = visit.language.minutes
            draft.errors.append(
                FieldError("notes", error == .empty ? words.notesMissing : visit.language.invitations.wrong(error)))
        }
        let isNew = draft.read(names, today: visit.today)
        guard !isNew, form.text("go") != "look", draft.errors.isEmpty else { return page(draft, content, visit) }
        guard let notes, let decisions = draft.decisions(names, today: visit.today) else {
            return page(draft, content, visit)
        }
        let asked = MinutesToKeep(
            Minutes(came: draft.came, notes: notes.text), decisions: decisions, for: ID(draft.goal),
            after: draft.version)
        return try await keep(asked, draft, content, form, visit)
    }

    private func keep(
        _ asked: MinutesToKeep, _ draft: MinutesDraft, _ content: MinutesContent, _ form: FormBody, _ visit: Visit
    ) async throws -> Response {
        let (family, id) = (content.family, content.sight.meeting.id)
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        var draft = draft
        do {
            let done = try await dossiers.change(family, visit, form, at: ItemName(.meeting, id)) {
                try $1.keep(asked, of: id, at: now, ids: ids, $0, vault)
                return .meeting($0.family, id)
            }
            guard let done else { throw Problem.notFound }
            await live.wrote(in: family)
            return .seeOther(done)
        } catch Meeting.Refusal.changedMeanwhile {
            let content = try await self.content(visit)
            draft.version = content.last?.number ?? 0
            return page(draft, content, isTheirs: true, visit)
        } catch PlanRefusal.doerElsewhere {
            let about = content.goals.first { $0.goal.id == asked.goal }?.goal.about ?? content.sight.meeting.about
            let names = content.names(visit.language)
            draft.errors = draft.rows.elsewhere(about, names).errors
        } catch PlanRefusal.over {
            draft.errors = [FieldError("goal", visit.language.minutes.goalOver)]
        } catch is Meeting.Refusal {
            throw Problem.notFound
        } catch is PlanRefusal {
            throw Problem.notFound
        }
        return page(draft, content, visit)
    }

    private func content(_ visit: Visit) async throws -> MinutesContent {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Meeting> = try visit.id("meeting")
        let look = try visit.look(.read, at: ItemName(.meeting, id))
        let now = visit.now
        let content = try await dossiers.read(family, look) { key, connection -> Found<MinutesContent>? in
            try MinutesContent(id, at: now, key, connection).map { Found($0, about: $0.sight.meeting.about) }
        }
        guard let content else { throw Problem.notFound }
        return content
    }

    private func page(
        _ draft: MinutesDraft, _ content: MinutesContent, isTheirs: Bool = false, _ visit: Visit
    ) -> Response {
        let page = MinutesPage(
            content: content, draft: draft, isTheirs: isTheirs, today: visit.today, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.minutes.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        let status: HTTPResponse.Status = isTheirs ? .conflict : frame.isError ? .badRequest : .ok
        return .page(Layout(frame, page.html).html, status: status)
    }
}

extension MeetingSight {
    /// Who would be there by what they said, with who convened it.
    fileprivate var expected: Set<ID<Account>> {
        meeting.invited.filter { $0 == meeting.convener || answer(of: $0).map { $0 != .cannot } ?? false }
    }
}
