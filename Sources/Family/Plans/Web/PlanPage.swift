// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What one reader sees of a plan, gathered in one transaction.
struct PlanContent: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let plan: PlanSight
    /// How often it was changed, as far as the reader sees.
    let versions: Int
    /// As it was then; nil for the plan of now.
    let at: Moment?
    /// The story of who the plan is about, in short; nil beside a plan of before.
    let story: ShortStory?

    /// nil where the reader has no part in the plan at all, and for a plan of a time before there was one.
    init?(at moment: Moment? = nil, _ key: borrowing DossierKey, _ connection: Connection) throws {
        let plan = try connection.plan(key, at: moment)
        guard key.reading.readsPlan || !plan.own.isEmpty else { return nil }
        guard moment.map({ at in plan.changes.contains { $0 <= at } }) ?? true else { return nil }
        (family, reading, self.plan, at) = (key.family, key.reading, plan, moment)
        versions = Set(plan.changes.filter { at in moment.map { at <= $0 } ?? true }).count
        circle = try connection.circle(key, withEnded: true)
        story = moment == nil ? try connection.shortStory(about: plan.about, key) : nil
    }

    /// All whom it tells of.
    var about: Set<ID<Person>> { plan.about.union(story?.story.authors ?? []) }
}

/// The plan of a family, as its reader may see it.
struct PlanPage: Equatable {
    let content: PlanContent
    let now: Moment
    let token: String
    let form: FormID
    let language: Language
    var printing: [FieldError] = []

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any PlanWords { language.plan }
    private var plan: PlanSight { content.plan }
    private var family: ID<Family> { content.family }
    private var isNow: Bool { content.at == nil }
    private var mayPlan: Bool { isNow && content.reading.mayPlan }
    private var names: PlanNames { PlanNames(content, language) }

    var html: HTML {
        """
        \(head)\(PlanBeside(content: content, language: language).html)\(offer)
        \(if: isEmpty, empty, else: body)
        \(if: !plan.goals.isEmpty, ending)
        <p class="actions">\(More(.meetings(family), language.meetings.title))
        \(More(.provisions(family), language.proposals.title))</p>
        """
    }

    private var isEmpty: Bool { plan.goals.isEmpty && plan.own.isEmpty }

    private var head: HTML {
        let about = names.children(plan.about)
        let lead = [
            about.isEmpty ? nil : words.lead(language.list(about)),
            plan.changed == nil ? nil : changed.map { words.version(content.versions, changed: $0) },
        ].compactMap(\.self).joined(separator: " ")
        let isOwn = content.reading.ownPerson != nil
        let page = PageHead(
            isOwn ? words.ownTitle : words.title, lead: lead.isEmpty ? nil : lead,
            above: More(.circle(family), language.invitations.toCircle),
            errors: printing.isEmpty ? nil : ErrorSummary(language, printing),
            actions: mayPlan && !isEmpty
                ? [Button(words.newGoal, .link(.newGoal(family)), plan.goals.isEmpty ? .quiet : .main)] : [])
        let then = content.at.map {
            Notice(
                .about, words.asOf(language.dayAndClock($0, today: now.day)),
                more: More(.plan(family), words.toNow))
        }
        return "\(page)\(then)"
    }

    private var changed: String? {
        (content.at ?? plan.changed).map { language.dateInside($0.day) }
    }

    private var empty: HTML {
        Empty(
            words.nothing, words.nothingText,
            action: mayPlan ? Button(words.newGoal, .link(.newGoal(family))) : nil
        ).html
    }

    /// What came of the offer that the family makes a plan of its own, before anything else.
    private var offer: HTML? {
        guard isNow, content.reading.mayPlan else { return nil }
        guard let offer = plan.offer else {
            guard content.reading.membership?.kind == .professional else { return nil }
            return Notice(
                .about, words.offer, more: More(.groupPlanOffer(family), language.offer.title)
            ).html
        }
        let due = plan.agreements.allSatisfy { $0.said?.isYes == true } ? nil : offer.fixedBy
        return Notice(
            .about, words.offered(offer.outcome), due.map { words.fixedBy(language.dateInside($0)) },
            more: More(.groupPlanOffer(family), language.offer.title)
        ).html
    }

    // MARK: Goals

    private var body: HTML {
        let drawing = GoalDrawing(
            content: content, names: names, now: now, token: token, form: form, language: language)
        let parties = plan.openActions.map(names.parties)
        let ended = plan.goals.filter { $0.goal.state != .open }
        return """
            \(if: !plan.open.isEmpty, Section("goals", words.goals, goals(drawing, parties)).html)\
            \(if: !plan.own.isEmpty, Section("own", words.ownActions, drawing.own(plan.own)).html)\
            \(if: !ended.isEmpty, Details(words.ended, "\(ended, drawing.ended)").html)
            """
    }

    private func goals(_ drawing: GoalDrawing, _ parties: [Set<WhoWorksOnGoal.Party>]) -> HTML {
        """
        \(if: !parties.isEmpty, "<p>\(words.own(WhoWorksOnGoal.own(of: parties), of: parties.count))</p>")
        \(plan.open.enumerated(), { drawing.goal(number: $0 + 1, $1) })
        """
    }

    // MARK: Together

    private var ending: HTML {
        """
        \(Section("goes", words.howGoes, goes))\
        \(if: !plan.agreements.isEmpty, Section("agreed", words.agreed, agreements).html)
        \(Section("more", language.circle.more, isTitleHidden: true, Entries([
            Entry(.planVersions(family), .about, words.versions, words.versionsText)]).html))
        \(if: isNow, copy)
        """
    }

    private var goes: HTML {
        let day = plan.evaluateOn.map { words.lookBack(language.dateInside($0)) } ?? words.noLookBack
        let more = mayPlan && !plan.open.isEmpty ? More(.planEvaluation(family), words.evaluate) : nil
        return Notice(.about, day, words.lookBackText, more: more).html
    }

    private var agreements: HTML {
        "<p>\(words.agreedText)</p>\n<ul class=\"promises\">\(plan.agreements, agreement)</ul>"
    }

    private func agreement(_ sight: AgreementSight) -> HTML {
        let isOver = sight.said.map { said in plan.changed.map { said.at < $0 } ?? false } ?? false
        let said = sight.said.map {
            words.agrees($0.isYes, $0.how, language.dateInside($0.at.day), by: names.circle.name(of: $0.by))
        }
        let text = [said ?? words.notSaid, isOver ? words.changedSince : nil].compactMap(\.self).joined(separator: " ")
        let then = isOver ? sight.said.map { More(.plan(family, at: $0.at), words.readAgreed) } : nil
        return """
            <li class="plan__party"><p><strong>\(names.party(sight.party))</strong> \(text)</p>\
            \(then)\(if: isNow && (sight.said?.isYes != true || isOver), answers(sight.party))</li>

            """
    }

    private func answers(_ party: PlanAgreement.Party) -> HTML {
        let buttons: [(PlanAgreement.How, Bool, String)] = [
            (.here, true, words.agree), (.here, false, words.disagree), (.spoken, true, words.saidAgree),
            (.paper, true, words.paperAgree),
        ]
        let may = buttons.filter { content.reading.mayRecord(party, $0.0) }
        guard !may.isEmpty else { return "" }
        return """
            <form action="\(Link.planAgreements(family))" method="post">\(CSRF.field(token))\(form.field)\
            <input type="hidden" name="party" value="\(party.text)">\
            \(Actions(may.map { how, yes, title in
                Button(
                    title, .submit(name: "said", value: "\(how.rawValue) \(yes ? 1 : 0)"), .soft,
                    about: names.party(party), isSmall: true)
            }))</form>
            """
    }

    private var copy: HTML {
        // Jeugdwet 4.1.3 lid 4: in writing within fourteen days for who wants it so.
        """
        <p class="soft no-print">\(words.inWriting)</p>
        \(ActForm(.planCopy(family), token: token, title: words.takeAlong, .quiet, form: form))
        """
    }
}
