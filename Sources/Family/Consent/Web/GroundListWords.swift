// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Site

/// What the page says on which an administrator keeps the grounds of an installation.
protocol GroundListWords: Sendable {
    var title: String { get }
    var lead: String { get }
    var toOrganisations: String { get }
    var columns: [String] { get }
    func counts(from: String, until: String?) -> String
    var add: String { get }
    var from: String { get }
    var until: String { get }
    var untilHint: String { get }
    var noDay: String { get }
    var beginsBefore: String { get }
    var endsBefore: String { get }
    var countsAlready: String { get }
    var end: String { get }
    var whichEnds: String { get }
    var endMissing: String { get }
    var lastHint: String { get }
    var over: String { get }
    var endButton: String { get }
}

extension Language {
    var groundList: any GroundListWords {
        switch self {
        case .nl: DutchGroundList()
        case .en: EnglishGroundList()
        }
    }
}

private struct DutchGroundList: GroundListWords {
    let title = "Grondslagen"
    let lead = "Op deze grondslagen mag hier iets gedeeld worden. Wat al gedeeld is, verandert niet."
    let toOrganisations = "Organisaties"
    let columns = ["Grondslag", "Wat het is", "Artikel", "Geldt"]
    func counts(from: String, until: String?) -> String { until.map { "\(from) tot \($0)" } ?? "Vanaf \(from)" }
    let add = "Een grondslag toevoegen"
    let from = "Vanaf welke dag?"
    let until = "Tot welke dag?"
    let untilHint = "Laat leeg als er nog geen einde is."
    let noDay = "Kies een dag."
    let beginsBefore = "Kies vandaag, of een dag die nog komt."
    let endsBefore = "Kies een dag vanaf morgen, na de eerste dag en voor de laatste."
    let countsAlready = "Deze grondslag geldt in die tijd al."
    let end = "Een grondslag laten stoppen"
    let whichEnds = "Welke stopt?"
    let endMissing = "Kies welke stopt."
    let lastHint = "Vanaf die dag geldt deze grondslag niet meer."
    let over = "Deze grondslag geldt al niet meer."
    let endButton = "Laten stoppen"
}

private struct EnglishGroundList: GroundListWords {
    let title = "Grounds"
    let lead = "On these grounds something may be shared here. What was shared already does not change."
    let toOrganisations = "Organisations"
    let columns = ["Ground", "What it is", "Article", "Counts"]
    func counts(from: String, until: String?) -> String { until.map { "\(from) until \($0)" } ?? "From \(from)" }
    let add = "Add a ground"
    let from = "From what day?"
    let until = "Until what day?"
    let untilHint = "Leave it empty where there is no end yet."
    let noDay = "Choose a day."
    let beginsBefore = "Choose today, or a day still to come."
    let endsBefore = "Choose a day from tomorrow, after the first day and before the last."
    let countsAlready = "This ground counts in that time already."
    let end = "End a ground"
    let whichEnds = "Which one ends?"
    let endMissing = "Choose which one ends."
    let lastHint = "From that day on this ground counts no more."
    let over = "This ground counts no more already."
    let endButton = "End it"
}
