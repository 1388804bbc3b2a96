// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import TestClient
import TestDatabases
import Testing

@Suite struct `Proposed help and what a municipality decided` {
    /// A father without authority, a step-father of the other child, a brother, a doctor with share contact, strangers.
    @Test(arguments: ["martijn", "winston", "quinten", "tom", "marieke", "aylin", "ravi", "geert-jan", "ilse"])
    func `are not there for anybody else`(who: String) async throws {
        let acts = try await Self.shared.value
        let browser = try await acts.browser(who)
        for (kind, sent) in [("proposals/", ["/answer", "/note", "/outcome", "/withdrawal"]), ("", ["/decision"])] {
            let path = try await Self.address(kind.isEmpty ? "provision_request" : "help_proposal", kind, acts)
            let absent = try acts.path + "/" + kind + ProvisionActs.absent
            #expect(try await browser.get(path).status == .notFound)
            #expect(try await Heard(browser.get(path)) == Heard(browser.get(absent)), "\(path)")
            for act in sent {
                let answer = try await acts.web.send(path + act, Self.typed(acts), by: browser)
                #expect(answer.status == .notFound, "\(act)")
            }
        }
        #expect(try await !browser.get(try acts.path).shown.contains(ProvisionActs.help))
        #expect(try await acts.propose(by: who, for: "isa").status == .notFound)
        #expect(try await acts.ask(WebTown.today.iso, by: who, for: "isa").status == .notFound)
        let timeline = try await browser.get(try acts.web.circle(acts.family) + "/timeline")
        #expect(!timeline.shown.contains("stelde hulp voor."))
    }

    @Test func `are read by who reads along, and changed by none of them`() async throws {
        let acts = try await Self.shared.value
        let path = try await Self.address("help_proposal", "proposals/", acts)
        let ria = try await acts.browser("ria")
        #expect(try await ria.get(path).shown.contains(ProvisionActs.help))
        for act in ["/answer", "/note", "/outcome", "/withdrawal"] {
            #expect(try await acts.web.send(path + act, Self.typed(acts), by: ria).status == .notFound, "\(act)")
        }
        #expect(try await acts.propose(by: "debby", for: "isa").status == .notFound)
    }

    @Test func `end with the work of who left, who advises no more`() async throws {
        let acts = ProvisionActs(web: try await WebTown(), family: "jansen")
        let path = try await acts.proposed(by: "zofia", for: "isa")
        #expect(try await acts.owed() == ["answerProposal chidi", "answerProposal debby"])
        try await acts.web.end("chidi", in: acts.family, by: "zofia")
        #expect(try await acts.browser("chidi").get(path).status == .notFound)
        #expect(try await acts.answer(path, "yes", by: "chidi").status == .notFound)
        #expect(try await acts.owed() == ["answerProposal debby"])
    }

    @Test(arguments: Engine.all)
    func `leave no trace for from whom they are held`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let (proposal, asked) = (try await acts.proposed(), try await acts.asked())
        let joostBefore = try await acts.browser("joost")
        let promised = try acts.web.circle(acts.family) + "/timeline?about=promises"
        let before = try await joostBefore.get(promised).shown
        #expect(before.contains("beloofde iets"))
        try await acts.hold(proposal, .proposal, from: "joost", about: "noor")
        try await acts.hold(asked, .provision, from: "joost", about: "noor")
        let joost = try await acts.browser("joost")
        for path in [proposal, asked] {
            #expect(try await joost.get(path).status == .notFound)
            #expect(try await acts.browser("aylin").get(path).status == .ok)
        }
        #expect(try await acts.answer(proposal, "yes", by: "joost").status == .notFound)
        let circle = try acts.web.circle(acts.family)
        for page in ["/today", circle, try acts.path, circle + "/timeline", circle + "/access", circle + "/plan"] {
            let shown = try await joost.get(page).shown
            #expect(!shown.contains(ProvisionActs.help) && !shown.contains("op een hulpvoorstel"), "\(page)")
            #expect(!shown.contains("stelde hulp voor") && !shown.contains("gemeente heeft besloten"), "\(page)")
        }
        // What is promised about them is told to him no more: as many lines as there were without them.
        let fresh = ProvisionActs(web: try await WebTown(engine))
        let without = try await fresh.browser("joost").get(promised).shown
        #expect(try await joost.get(promised).shown.count { $0 == "." } == without.count { $0 == "." })
        #expect(try await !acts.owed().contains("answerProposal joost"))
        // Nobody is sent to ask him either, and he is still waited for.
        #expect(try await acts.answer(proposal, "yes", by: "aylin").location == proposal)
        #expect(try await !acts.owed().contains { $0.hasPrefix("askAbout") || $0.hasPrefix("conclude") })
    }

    /// Who is hidden from somebody wrote nothing down for them, though what was said stands.
    @Test(arguments: Engine.all)
    func `name nobody who is hidden as who wrote an answer down`(engine: Engine) async throws {
        let acts = ProvisionActs(web: try await WebTown(engine))
        let path = try await acts.proposed()
        #expect(try await acts.note(path, of: "aylin", "yes", by: "hanna").location == path)
        let joost = try await acts.browser("joost")
        #expect(try await joost.get(path).shown.contains("Opgeschreven door Hanna Bos"))
        try await acts.web.hide("hanna", from: "joost", in: acts.family, by: "marieke")
        let page = try await joost.get(path)
        #expect(page.shown.contains("Zei ja") && !page.shown.contains("Opgeschreven door"))
        #expect(try await acts.browser("aylin").get(path).shown.contains("Opgeschreven door Hanna Bos"))
    }

    @Test func `fall to the organisation where they are held from who made them`() async throws {
        let acts = ProvisionActs(web: try await WebTown(), family: "jansen")
        let path = try await acts.asked(by: "zofia", for: "isa")
        #expect(try await acts.owed() == ["followProvision zofia"])
        try await acts.hold(path, .provision, from: "zofia", about: "isa", by: "chidi")
        #expect(try await acts.owed() == ["followProvision organisation"])
        #expect(try await acts.browser("zofia").get(path).status == .notFound)
    }

    private static func typed(_ acts: ProvisionActs) throws -> KeyValuePairs<String, String> {
        [
            "answer": "no", "reason": "x", "noted": try acts.web.filled.person("debby").text, "said": "yes",
            "how": "spoken", "result": "granted", "decided": WebTown.today.iso,
        ]
    }

    private static let shared = Task {
        let acts = ProvisionActs(web: try await WebTown(), family: "jansen")
        _ = try await acts.proposed(by: "zofia", for: "isa")
        _ = try await acts.asked(by: "zofia", for: "isa")
        return acts
    }

    private static func address(_ table: SQL, _ kind: String, _ acts: ProvisionActs) async throws -> String {
        let id = try await acts.web.database.read { connection in
            try connection.row("SELECT id FROM \(table) ORDER BY made_at DESC, id DESC LIMIT 1") { $0.text(0) }
        }
        return try acts.path + "/" + kind + (try #require(id))
    }
}
