// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// Which of the ways fits, when somebody should not read or hear something: a page that helps choosing.
package struct LimitPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        self.installation = installation
        self.dossiers = dossiers
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/limits", use: choose)
    }

    @Sendable private func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.consent, family))
        let today = visit.today
        let found = try await dossiers.read(family, look) { key, _ -> Found<(String?, Bool, Reading)>? in
            guard key.reading.mayHandCard(to: person) else { return nil }
            let birth = key.reading.persons.first { $0.id == person }?.birth
            let isMinor = birth.map { AgeBand($0, on: today) != .adult } ?? false
            return Found((try key.name(of: person), isMinor, key.reading), about: [])
        }
        guard let (name, isMinor, reading) = found else { throw Problem.notFound }
        let words = visit.language.limits
        let called = name.map(CircleNames.firstName) ?? visit.language.circle.erased
        var entries = [
            Entry(.withholdings(family, from: person), .attention, words.withhold(called), words.withholdText),
            Entry(.inspections(family), .eye, words.inspect, words.inspectText),
            Entry(.holds(family), .key, words.hold, words.holdText),
        ]
        if isMinor {
            let refusing = Link.readingRefusals(family, of: person)
            entries.insert(Entry(refusing, .people, words.refuse(called), words.refuseText), at: 0)
        }
        let html: HTML = """
            \(PageHead(
                words.title, lead: words.lead, above: More(.consents(family), visit.language.consent.toTable)))
            \(Entries(entries))
            """
        var frame = installation.familyFrame(visit, title: words.title, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, html).html)
    }
}

extension Link {
    static func limits(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/limits"
    }
}

/// What the page says that helps choosing.
protocol LimitWords: Sendable {
    var title: String { get }
    var lead: String { get }
    func refuse(_ name: String) -> String
    var refuseText: String { get }
    func withhold(_ name: String) -> String
    var withholdText: String { get }
    var inspect: String { get }
    var inspectText: String { get }
    var hold: String { get }
    var holdText: String { get }
}

extension Language {
    var limits: any LimitWords {
        switch self {
        case .nl: DutchLimits()
        case .en: EnglishLimits()
        }
    }
}

private struct DutchLimits: LimitWords {
    let title = "Iets niet laten lezen"
    let lead = "Dit zijn verschillende dingen, met elk een eigen regel. Kies wat past."
    func refuse(_ name: String) -> String { "Een ouder leest niet mee over \(name)" }
    let refuseText = "Een goede hulpverlener kan het meelezen niet toelaten. Het geldt voor alles."
    func withhold(_ name: String) -> String { "\(name) iets nog niet vertellen" }
    let withholdText = "Het geeft deze persoon zelf nu ernstig nadeel. Je vertelt het later."
    let inspect = "Iemand vraagt om inzage"
    let inspectText = "Alleen de privacy van een ander kan een deel tegenhouden."
    let hold = "Eén ding is gevaarlijk als een ander het leest"
    let holdText = "Houd het vast op de bladzijde van dat ding zelf. Hier zie je wat er vastgehouden wordt."
}

private struct EnglishLimits: LimitWords {
    let title = "Not letting something be read"
    let lead = "These are different things, each with a rule of its own. Choose what fits."
    func refuse(_ name: String) -> String { "A parent does not read about \(name)" }
    let refuseText = "A good professional can't allow the reading. It goes for everything."
    func withhold(_ name: String) -> String { "Not telling \(name) something yet" }
    let withholdText = "It would now seriously harm this person themself. You tell it later."
    let inspect = "Somebody asks to look"
    let inspectText = "Only somebody else's privacy can keep a part back."
    let hold = "One thing is dangerous if somebody else reads it"
    let holdText = "Hold it on the page of that thing itself. Here you see what is held."
}
