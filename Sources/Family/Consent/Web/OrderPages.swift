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

/// What a court ordered for a child: recorded by a professional who plans with them, read by the child and who holds
/// authority.
package struct OrderPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/orders", use: show)
        router.post("families/:family/persons/:person/orders", use: record)
        router.post("families/:family/persons/:person/orders/:order/end", use: end)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        try await page(OrderDraft(), visit)
    }

    @Sendable private func record(_ request: Request, _ visit: Visit) async throws -> Response {
        let person: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        var draft = OrderDraft(form)
        guard let typed = draft.typed(form, visit.language) else { return try await page(draft, visit) }
        let (now, vault) = (visit.now, installation.vault)
        let id: ID<ProtectionOrder> = installation.ids.next(at: now)
        do {
            return try await act(visit, form) { key, connection in
                let order = try ProtectionOrder(
                    id, of: person, typed.kind, from: typed.from, until: typed.until, by: key.reading, at: now)
                try connection.record(order, by: typed.institution, key, vault)
            }
        } catch ProtectionOrder.Refusal.termTooLong {
            draft.errors.append(FieldError("until", visit.language.orders.termTooLong))
            return try await page(draft, visit)
        }
    }

    @Sendable private func end(_ request: Request, _ visit: Visit) async throws -> Response {
        let person: ID<Person> = try visit.id("person")
        let order: ID<ProtectionOrder> = try visit.id("order")
        let form = try await FormBody.read(request)
        let (now, vault) = (visit.now, installation.vault)
        return try await act(visit, form) { key, connection in
            try connection.end(order, of: person, at: now, key, vault)
        }
    }

    /// Whoever may not finds nothing, and who comes too late the page as it is now.
    private func act(
        _ visit: Visit, _ form: FormBody, _ act: @escaping @Sendable (borrowing DossierKey, Connection) throws -> Void
    ) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let look = try visit.look(.update, at: ItemName(.consent, family))
        do {
            let done = try await dossiers.act(family, look, form: submission) { key, connection in
                try act(key, connection)
                return Found(Link.orders(key.family, of: person).text, about: [person])
            }
            guard done != nil else { throw Problem.notFound }
        } catch let refusal as ProtectionOrder.Refusal {
            switch refusal {
            case .notYours, .notOfAge: throw Problem.notFound
            case .termTooLong: throw refusal
            case .over: break
            }
        }
        await live.wrote(in: family)
        return .seeOther(.orders(family, of: person))
    }

    private func page(_ draft: OrderDraft, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.orders(of: person, key).map { orders in
                Found((orders, try key.name(of: person), key.reading), about: [person])
            }
        }
        guard let (orders, name, reading) = found, reading.mayHandCard(to: person) || !orders.isEmpty else {
            throw Problem.notFound
        }
        let page = OrderPage(
            language: visit.language, family: family, person: person,
            name: name.map(CircleNames.firstName) ?? visit.language.circle.erased, orders: orders, today: visit.today,
            mayRecord: reading.mayHandCard(to: person), draft: draft, token: visit.token ?? "",
            form: installation.newForm(visit))
        var frame = installation.familyFrame(visit, title: visit.language.orders.title, for: reading)
        frame.isNarrow = true
        frame.isError = !draft.errors.isEmpty
        return .page(Layout(frame, page.html).html, status: draft.errors.isEmpty ? .ok : .badRequest)
    }
}

/// An order as it was typed.
struct OrderDraft: Equatable {
    var kind = ""
    var institution = ""
    var from = ""
    var until = ""
    var errors: [FieldError] = []

    init() {}

    init(_ form: FormBody) {
        (kind, institution) = (form.text("kind"), form.text("institution"))
        (from, until) = (form.text("from"), form.text("until"))
    }

    struct Typed {
        let kind: ProtectionOrder.Kind
        let institution: PlainText
        let from: Day
        let until: Day?
    }

    /// What was typed well; nil with the errors in the draft.
    mutating func typed(_ form: FormBody, _ language: Language) -> Typed? {
        let words = language.orders
        let kind = ProtectionOrder.Kind(rawValue: kind)
        if kind == nil { errors.append(FieldError("kind", words.kindMissing)) }
        let institution = form.line(
            "institution", missing: words.institutionMissing, language.invitations.wrong, &errors)
        let (from, until) = (Day(from), Day(until))
        if from == nil { errors.append(FieldError("from", words.noDay)) }
        if until == nil, !self.until.isEmpty { errors.append(FieldError("until", words.noDay)) }
        guard errors.isEmpty, let kind, let institution, let from else { return nil }
        return Typed(kind: kind, institution: institution, from: from, until: until)
    }
}

/// The orders of one child, and the form for another.
struct OrderPage: Equatable {
    let language: Language
    let family: ID<Family>
    let person: ID<Person>
    let name: String
    let orders: [OrderSight]
    let today: Day
    let mayRecord: Bool
    let draft: OrderDraft
    let token: String
    let form: FormID

    private var words: any OrderWords { language.orders }

    var html: HTML {
        let standing = orders.filter { $0.order.ended == nil && $0.order.until.map { today < $0 } ?? true }
        let before = orders.filter { !standing.contains($0) }
        return """
            \(PageHead(
                words.title, lead: words.lead(name), above: More(.consents(family), language.consent.toTable),
                errors: draft.errors.isEmpty ? nil : ErrorSummary(language, draft.errors)))
            \(if: !standing.isEmpty, Section("now", words.standing, "\(standing, row)").html)\
            \(if: mayRecord, Section("record", words.record, recording).html)\
            \(if: !before.isEmpty, Section("before", words.before, "<ul class=\"flow\">\(before, { "<li>\(line($0))</li>\n" })</ul>").html)
            """
    }

    private func line(_ sight: OrderSight) -> String {
        words.line(sight, until: sight.order.until.map(language.dateInside) ?? language.consent.noEnd)
    }

    private func row(_ sight: OrderSight) -> HTML {
        """
        <p>\(line(sight))</p>
        \(if: mayRecord, ActForm(
            .orderEnd(family, of: person, sight.order.id), token: token, title: words.endButton, .quiet, form: form).html)
        """
    }

    private var recording: HTML {
        FamilyForm(
            action: .orders(family, of: person), token: token, form: form,
            content: """
                <p>\(words.recordText)</p>
                \(Choices(language, "kind", legend: words.kindLabel, error: draft.errors["kind"], .one,
                    ProtectionOrder.Kind.allCases.map {
                        Choices.Choice($0.rawValue, words.kind($0), isChosen: draft.kind == $0.rawValue)
                    }))
                \(Field(language, "institution", label: words.institution, hint: words.institutionHint,
                    value: draft.institution, error: draft.errors["institution"], limit: 120))
                \(Field(language, "from", label: words.from, value: draft.from, error: draft.errors["from"], kind: .date))
                \(Field(language, "until", label: words.until, hint: words.untilHint, value: draft.until,
                    error: draft.errors["until"], kind: .date))
                """,
            buttons: [Button(words.button, .submit(), .quiet)]
        ).html
    }
}
