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

/// Looking back together: scores, what becomes of each goal, and when all look again.
package struct EvaluationPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/plan/evaluation", use: show)
        router.post("families/:family/plan/evaluation", use: keep)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try page(try await content(visit), nil, [], visit)
    }

    @Sendable private func keep(_ request: Request, _ visit: Visit) async throws -> Response {
        let form = try await FormBody.read(request)
        let content = try await content(visit)
        let words = visit.language.evaluation
        var errors: [FieldError] = []
        let said = content.goals.map { content.said(of: $0, form, words, &errors) }
        let next = Day(form.text("next"))
        let ends = said.allSatisfy { $0.outcome.state != .open }
        if !form.text("next").isEmpty || !ends, next.map({ $0 <= visit.today }) ?? true {
            errors.append(FieldError("next", words.nextMissing))
        }
        guard errors.isEmpty else { return try page(content, form, errors, visit) }
        let (now, vault, ids, promised) = (visit.now, installation.vault, installation.ids, words.promised)
        let family: ID<Family> = try visit.id("family")
        do {
            try await installation.planAct(visit, form, ItemName(.plan, family), dossiers) { key, connection in
                try connection.evaluate(
                    ids.next(at: now), said, next: next, saying: promised, at: now, ids: ids, key, vault)
                return content.plan.about
            }
        } catch PlanEvaluation.Refusal.nextOutOfRange {
            return try page(content, form, [FieldError("next", words.nextMissing)], visit)
        }
        await live.wrote(in: family)
        return .seeOther(.plan(family))
    }

    private func content(_ visit: Visit) async throws -> EvaluationContent {
        let family: ID<Family> = try visit.id("family")
        let look = try visit.look(.read, at: ItemName(.plan, family))
        let found = try await dossiers.read(family, look) { key, connection -> Found<EvaluationContent>? in
            let plan = try connection.plan(key)
            let content = EvaluationContent(
                family: key.family, reading: key.reading, circle: try connection.circle(key), plan: plan)
            return content.goals.isEmpty ? nil : Found(content, about: plan.about)
        }
        guard let found else { throw Problem.notFound }
        return found
    }

    private func page(
        _ content: EvaluationContent, _ typed: FormBody?, _ errors: [FieldError], _ visit: Visit
    ) throws -> Response {
        let page = EvaluationPage(
            content: content, typed: typed, errors: errors, token: visit.token ?? "",
            form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.plan.title, for: content.reading)
        frame.isNarrow = true
        frame.isError = !errors.isEmpty
        return .page(Layout(frame, page.html).html, status: errors.isEmpty ? .ok : .badRequest)
    }
}

/// The goals that somebody can look back on, and who may give each a score.
struct EvaluationContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let plan: PlanSight

    var goals: [GoalSight] { plan.open.filter { reading.mayPlan(about: $0.goal.about) } }

    /// Those of the family whom the reader reads about: they sit at the table together.
    var givers: [ID<Person>] { circle.persons.filter(\.isCovered).map(\.person.id) }

    var isProfessional: Bool { reading.membership?.kind == .professional }

    static func field(_ goal: ID<Goal>, _ person: ID<Person>?) -> String {
        "score-\(goal)" + (person.map { "-\($0)" } ?? "")
    }

    /// What was typed about a goal.
    func said(
        of sight: GoalSight, _ form: FormBody, _ words: any EvaluationWords, _ errors: inout [FieldError]
    ) -> GoalEvaluation {
        let id = sight.goal.id
        var scores: [GoalEvaluation.Score] = []
        let fields: [(GoalEvaluation.Giver, String)] =
            givers.map { (.person($0), Self.field(id, $0)) }
            + (isProfessional ? [(.professional(reading.reader), Self.field(id, nil))] : [])
        for (giver, field) in fields where !form.text(field).isEmpty {
            guard let score = Int(form.text(field)), (1...10).contains(score) else {
                errors.append(FieldError(field, words.scoreWrong))
                continue
            }
            scores.append(GoalEvaluation.Score(giver, score))
        }
        let outcome = PlanEvaluation.Outcome(rawValue: form.text("outcome-\(id)")) ?? .goOn
        return GoalEvaluation(id, outcome, scores: scores)
    }
}

/// The form on which a plan is looked back on.
struct EvaluationPage: Equatable {
    let content: EvaluationContent
    let typed: FormBody?
    let errors: [FieldError]
    let token: String
    let form: FormID
    let language: Language

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any EvaluationWords { language.evaluation }
    private var names: PlanNames { PlanNames(circle: content.circle, reading: content.reading, language) }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead, above: More(.plan(content.family), language.plan.title),
            errors: errors.isEmpty ? nil : ErrorSummary(language, errors)))
        \(FamilyForm(
            action: .planEvaluation(content.family), page: .planEvaluation(content.family), token: token, form: form,
            content: """
                \(content.goals.enumerated(), goal)
                \(Field(
                    language, "next", label: words.next, hint: words.nextHint, value: typed?.text("next") ?? "",
                    error: errors["next"], kind: .date))
                """,
            buttons: [Button(words.keep, .submit(), .main)]).html)
        """
    }

    private func goal(_ place: Int, _ sight: GoalSight) -> HTML {
        let id = sight.goal.id
        let outcome = typed?.text("outcome-\(id)") ?? PlanEvaluation.Outcome.goOn.rawValue
        return """
            <section class="section--tight" aria-labelledby="goal-\(place + 1)">
            <h2 id="goal-\(place + 1)">\(sight.text?.title ?? language.plan.erased)</h2>
            <p class="soft">\(words.scoreHint)</p>
            \(content.givers, { score(id, $0, words.score(of: names.called($0))) })\
            \(if: content.isProfessional, score(id, nil, words.yourScore))\
            \(Choices(
                language, "outcome-\(id)", legend: words.outcome, .one,
                PlanEvaluation.Outcome.allCases.map {
                    Choices.Choice($0.rawValue, words.outcome($0), isChosen: outcome == $0.rawValue)
                }))
            </section>

            """
    }

    private func score(_ goal: ID<Goal>, _ person: ID<Person>?, _ label: String) -> HTML {
        let field = EvaluationContent.field(goal, person)
        return Field(
            language, field, label: label, value: typed?.text(field) ?? "", error: errors[field], kind: .number,
            limit: 2
        ).html
    }
}
