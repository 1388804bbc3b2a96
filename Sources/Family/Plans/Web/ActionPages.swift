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

/// Adding actions to a goal, as many as there are lines, and changing one.
package struct ActionPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.post("families/:family/plan/goals/:goal/actions", use: add)
        router.get("families/:family/plan/actions/:action", use: show)
        router.post("families/:family/plan/actions/:action", use: change)
    }

    // MARK: Adding

    /// The lines come first and are shown as they were read; then they are kept.
    @Sendable private func add(_ request: Request, _ visit: Visit) async throws -> Response {
        let id: ID<Goal> = try visit.id("goal")
        let form = try await FormBody.read(request)
        let (goal, names) = try await goal(id, visit)
        let words = visit.language.goals
        let isRead = form.text("rows") != ""
        let lines = ActionLine.lines(of: form.text(form.text("field")))
        var rows = isRead ? ActionRows(form) : ActionRows(lines: lines, names: names, today: visit.today)
        var draft = ActionDraft(rows: rows)
        guard !rows.rows.isEmpty, lines.count <= ActionLine.most else {
            draft.rows = ActionRows([ActionRows.Row(what: "", who: "", when: "")])
            let text = rows.rows.isEmpty ? words.linesMissing : words.tooMany(ActionLine.most)
            draft.rows.errors = [FieldError("what-0", text)]
            return page(draft, of: goal, names, visit)
        }
        let actions = rows.actions(names, today: visit.today)
        if !isRead { rows.errors = [] }
        draft.rows = rows
        guard let actions, isRead, form.text("go") == "keep" else { return page(draft, of: goal, names, visit) }
        return try await keep(actions, draft, goal, names, form, visit)
    }

    private func keep(
        _ actions: [ActionText], _ draft: ActionDraft, _ goal: GoalSight, _ names: PlanNames, _ form: FormBody,
        _ visit: Visit
    ) async throws -> Response {
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        do {
            try await installation.planAct(visit, form, ItemName(.goal, goal.goal.id), dossiers) { key, connection in
                try connection.add(actions, for: goal.goal.id, at: now, ids: ids, key, vault)
                return goal.goal.about
            }
        } catch PlanRefusal.doerElsewhere {
            var again = draft
            again.rows = draft.rows.elsewhere(goal.goal.about, names)
            return page(again, of: goal, names, visit)
        } catch PlanRefusal.over {
            throw Problem.notFound
        }
        return try await done(visit)
    }

    private func done(_ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    // MARK: Changing

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (action, names) = try await action(visit)
        return page(ActionDraft(action, names, visit.language), of: action, names, visit)
    }

    @Sendable private func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (action, names) = try await action(visit)
        var draft = ActionDraft(form)
        let isStopped = form.text("go") == "stop"
        var rows = draft.rows
        let said = isStopped ? nil : rows.actions(names, today: visit.today)?.first
        draft.rows = rows
        guard isStopped || said != nil, let before = action.text else { return page(draft, of: action, names, visit) }
        guard let contact = draft.plannedContact(visit.language),
            let text = draft.delayed(said ?? before, before, action, visit)
        else { return page(draft, of: action, names, visit) }
        let (now, vault, ids, version) = (visit.now, installation.vault, installation.ids, draft.version)
        let (id, about) = (action.action.id, action.about)
        do {
            try await installation.planAct(visit, form, ItemName(.action, id), dossiers) { key, connection in
                try connection.planContact(by: contact, of: id, at: now, key)
                try connection.change(
                    id, from: version, to: text, state: isStopped ? .stopped : .open, at: now, ids: ids, key, vault)
                return about
            }
        } catch PlanRefusal.changedMeanwhile {
            let (theirs, names) = try await self.action(visit)
            draft.version = theirs.action.version
            draft.theirs = theirs.text
            return page(draft, of: theirs, names, visit)
        } catch PlanRefusal.doerElsewhere {
            draft.rows = draft.rows.elsewhere(about, names)
            return page(draft, of: action, names, visit)
        }
        return try await done(visit)
    }

    // MARK: What is there

    private func goal(_ id: ID<Goal>, _ visit: Visit) async throws -> (GoalSight, PlanNames) {
        try await found(ItemName(.goal, id), visit) { key, connection in
            guard let goal = try connection.goal(id, key), goal.goal.state == .open,
                key.reading.mayPlan(about: goal.goal.about)
            else { return nil }
            return Found(goal, about: goal.goal.about)
        }
    }

    private func action(_ visit: Visit) async throws -> (ActionSight, PlanNames) {
        let id: ID<PlanAction> = try visit.id("action")
        return try await found(ItemName(.action, id), visit) { key, connection in
            guard let action = try connection.action(id, key), action.action.state == .open,
                key.reading.mayPlan(about: action.about)
            else { return nil }
            return Found(action, about: action.about)
        }
    }

    private func found<Value: Sendable>(
        _ item: ItemName, _ visit: Visit,
        _ question: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Found<Value>?
    ) async throws -> (Value, PlanNames) {
        let family: ID<Family> = try visit.id("family")
        let language = visit.language
        let found = try await dossiers.read(family, try visit.look(.read, at: item)) { key, connection in
            try question(key, connection).map { found in
                let names = PlanNames(circle: try connection.circle(key), reading: key.reading, language)
                return Found((found.value, names), about: found.about)
            }
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    // MARK: The pages

    private func page(_ draft: ActionDraft, of goal: GoalSight, _ names: PlanNames, _ visit: Visit) -> Response {
        let words = visit.language.goals
        return page(draft, names, visit) { family in
            (words.linesTitle, .goalActions(family, goal.goal.id), .plan(family))
        }
    }

    private func page(_ draft: ActionDraft, of action: ActionSight, _ names: PlanNames, _ visit: Visit) -> Response {
        var draft = draft
        if case .late = action.progress(on: visit.today) { draft.isLate = true }
        draft.item = ItemName(.action, action.action.id)
        let words = visit.language.goals
        return page(draft, names, visit) { family in (words.change, .planAction(family, action.action.id), nil) }
    }

    private func page(
        _ draft: ActionDraft, _ names: PlanNames, _ visit: Visit,
        _ place: (ID<Family>) -> (title: String, action: Link, page: Link?)
    ) -> Response {
        guard let family: ID<Family> = try? visit.id("family") else { return .seeOther(.families) }
        let (title, action, from) = place(family)
        let page = ActionPage(
            family: family, title: title, action: action, from: from, names: names, draft: draft, today: visit.today,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.plan.title, for: names.reading)
        frame.isNarrow = true
        frame.isError = !draft.rows.errors.isEmpty
        let status: HTTPResponse.Status = draft.theirs != nil ? .conflict : frame.isError ? .badRequest : .ok
        return .page(Layout(frame, page.html).html, status: status)
    }
}
