// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Hummingbird
import Kernel
import PeopleWeb
import Site

/// What is to be erased soon, for a privacy officer; for anybody else the page is not there.
package struct KeepingDuePages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers

    /// So far ahead.
    private static let months = 6

    package init(_ installation: Installation, _ dossiers: Dossiers) {
        (self.installation, self.dossiers) = (installation, dossiers)
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("privacy/keeping", use: list)
    }

    @Sendable private func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let account = try visit.account()
        let look = try visit.look(.read, at: ItemName(.accessLog, account.id))
        let found = try await dossiers.erasures(of: account, look, by: visit.today + 30 * Self.months)
        guard let found else { throw Problem.notFound }
        let page = KeepingDuePage(language: visit.language, found: found)
        return .page(Layout(installation.frame(visit, title: visit.language.keeping.dueTitle), page.html).html)
    }
}

/// What is to be erased, by when and why; never what stands in it.
struct KeepingDuePage: Equatable {
    let language: Language
    let found: ErasureOversight

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var due: [ErasureDue] { found.due }
    private var words: any KeepingWords { language.keeping }

    var html: HTML {
        """
        \(PageHead(words.dueTitle, lead: words.dueLead, above: More(.privacy, language.privacy.title)))
        \(Section("due", words.dueTitle, isTitleHidden: true, due.isEmpty ? Empty(words.dueNothing, "").html : table))
        \(Section("open", words.openTitle, found.open.isEmpty ? "<p>\(words.openNothing)</p>" : asked))
        """
    }

    private var table: HTML {
        Table(
            words.dueTitle, words.dueColumns.map { Table.Column($0) }, due.map(row), isStacked: true, isDense: true
        ).html
    }

    private var asked: HTML {
        Table(
            words.openTitle, words.openColumns.map { Table.Column($0) },
            found.open.map { open in
                [
                    "\(language.dateInside(open.asked))", "\(language.dateInside(open.due))",
                    "\(String(open.family.text.suffix(8)))", "\(words.stage(open.stage))", "\(open.reason ?? "–")",
                ]
            }, isStacked: true, isDense: true
        ).html
    }

    private func row(_ due: ErasureDue) -> [HTML] {
        let obstacles = Forgetting.Obstacle.allCases.filter(due.obstacles.contains).map(words.obstacle)
        return [
            "\(language.dateInside(due.since))", "\(String(due.family.text.suffix(8)))",
            "\(due.person == nil ? words.wholeFamily : words.onePerson)", "\(words.cause(due.cause))",
            "\(obstacles.isEmpty ? words.canGo : obstacles.joined(separator: ". "))",
        ]
    }
}
