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

/// Beginning a goal with its first actions, and changing one.
package struct GoalPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/plan/goals/new", use: new)
        router.post("families/:family/plan/goals", use: begin)
        router.get("families/:family/plan/goals/:goal", use: show)
        router.post("families/:family/plan/goals/:goal", use: change)
    }

    @Sendable private func new(_ request: Request, _ visit: Visit) async throws -> Response {
        let template = request.uri.queryParameters["template"].flatMap { PlanTemplate(rawValue: String($0)) }
        let names = try await planNames(visit)
        guard let template else { return page(GoalDraft(), names, visit) }
        let child = names.circle.persons.first { $0.isCovered && !names.reading.adults.contains($0.person.id) }
        let said = visit.language.goals.template(template, for: child.map { names.called($0.person.id) } ?? "")
        return page(GoalDraft(said, about: child?.person.id), names, visit)
    }

    @Sendable private func begin(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let names = try await planNames(visit)
        var draft = GoalDraft(form)
        let text = draft.text(visit.language)
        let lines = ActionLine.lines(of: draft.lines)
        if lines.count > ActionLine.most {
            draft.errors.append(FieldError("lines", visit.language.goals.tooMany(ActionLine.most)))
        }
        guard let text, draft.errors.isEmpty else { return page(draft, names, visit) }
        let isRead = form.text("rows") != ""
        var rows = isRead ? ActionRows(form) : ActionRows(lines: lines, names: names, today: visit.today)
        let actions = rows.actions(names, today: visit.today)
        guard let actions, form.text("go") != "look", isRead || lines.isEmpty else {
            if !isRead { rows.errors = [] }
            return page(draft, rows: rows, names, visit)
        }
        return try await keep(draft, text, actions, form, rows, names, visit)
    }

    private func keep(
        _ draft: GoalDraft, _ text: GoalText, _ actions: [ActionText], _ form: FormBody, _ rows: ActionRows,
        _ names: PlanNames, _ visit: Visit
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let (now, vault, ids) = (visit.now, installation.vault, installation.ids)
        let start = GoalToBegin(id: ids.next(at: now), about: draft.about, text: text, actions: actions)
        do {
            try await installation.planAct(visit, form, ItemName(.goal, start.id), dossiers) { key, connection in
                try connection.begin(start, at: now, ids: ids, key, vault)
                if draft.isSimple {
                    try connection.change(start.id, from: 1, to: text, state: .reached, at: now, key, vault)
                }
                return start.about
            }
        } catch PlanRefusal.doerElsewhere {
            return page(draft, rows: rows.elsewhere(draft.about, names), names, visit)
        }
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    // MARK: One that is there

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let (goal, names) = try await goal(visit)
        return page(GoalDraft(goal.goal, goal.text), of: goal.goal.id, names, visit)
    }

    @Sendable private func change(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let (goal, names) = try await goal(visit)
        var draft = GoalDraft(form)
        draft.about = goal.goal.about
        guard let text = draft.text(visit.language) else { return page(draft, of: goal.goal.id, names, visit) }
        let (now, vault, changed) = (visit.now, installation.vault, draft)
        do {
            try await installation.planAct(visit, form, ItemName(.goal, goal.goal.id), dossiers) { key, connection in
                try connection.change(
                    goal.goal.id, from: changed.version, to: text, state: changed.state, at: now, key, vault)
                return goal.goal.about
            }
        } catch PlanRefusal.changedMeanwhile {
            let (theirs, names) = try await self.goal(visit)
            draft.version = theirs.goal.version
            return page(draft, of: goal.goal.id, theirs: theirs.text, names, visit)
        }
        let family: ID<Family> = try visit.id("family")
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    private func goal(_ visit: Visit) async throws -> (GoalSight, PlanNames) {
        let family: ID<Family> = try visit.id("family")
        let id: ID<Goal> = try visit.id("goal")
        let look = try visit.look(.read, at: ItemName(.goal, id))
        let language = visit.language
        let found = try await dossiers.read(family, look) { key, connection -> Found<(GoalSight, PlanNames)>? in
            guard let goal = try connection.goal(id, key), key.reading.mayPlan(about: goal.goal.about) else {
                return nil
            }
            let circle = try connection.circle(key)
            return Found((goal, PlanNames(circle: circle, reading: key.reading, language)), about: goal.goal.about)
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func planNames(_ visit: Visit) async throws -> PlanNames {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.plan, family))
        let language = visit.language
        let found = try await dossiers.read(family, look) { key, connection -> Found<PlanNames>? in
            guard key.reading.mayPlan else { return nil }
            return Found(
                PlanNames(circle: try connection.circle(key), reading: key.reading, language),
                about: Set(key.reading.covered.keys))
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func page(
        _ draft: GoalDraft, of goal: ID<Goal>? = nil, rows: ActionRows? = nil, theirs: GoalText? = nil,
        _ names: PlanNames, _ visit: Visit
    ) -> Response {
        guard let family: ID<Family> = try? visit.id("family") else { return .seeOther(.families) }
        let page = GoalPage(
            family: family, names: names, goal: goal, draft: draft, rows: rows, theirs: theirs, today: visit.today,
            token: visit.token ?? "", form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.plan.title, for: names.reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty || rows?.errors.isEmpty == false
        let status: HTTPResponse.Status = theirs != nil ? .conflict : frame.isError ? .badRequest : .ok
        return .page(Layout(frame, page.html).html, status: status)
    }
}

extension ActionRows {
    /// The rows with the error at those whose doers stand in no circle of these persons.
    func elsewhere(_ persons: Set<ID<Person>>, _ names: PlanNames) -> ActionRows {
        var rows = self
        let children = names.childrenCalled(persons)
        for (number, row) in rows.rows.enumerated() {
            let covering = ActionLine.names(in: row.who).allSatisfy { name in
                guard case .one(let account) = WhoIsMeant(name, among: names.known, reader: names.reading.reader)
                else { return true }
                return account == names.reading.reader || names.covers(account, all: persons)
            }
            guard !covering else { continue }
            rows.errors.append(FieldError("who-\(number)", names.language.goals.whoElsewhere(children)))
        }
        if rows.errors.isEmpty {
            rows.errors = [FieldError("who-0", names.language.goals.whoElsewhere(children))]
        }
        return rows
    }
}

extension PlanNames {
    /// Whether somebody of the circle is there for these persons, as far as the reader knows.
    func covers(_ account: ID<Account>, all persons: Set<ID<Person>>) -> Bool {
        let member = circle.member(with: account)
        return member.map { !$0.membership.covers.isDisjoint(with: persons) } ?? true
    }
}
