// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Foundation
import Kernel
import TestDatabases
import TestFiles
import Testing

@Suite struct `rondom import ijw` {
    private func town() async throws -> (town: DemoTown, folder: String, anker: String) {
        let town = try await DemoTown.fresh()
        let anker = try town.filled.organisation("het-anker")
        let code = try #require(ProviderCode("12345678"))
        let dossiers = try await town.open()
        _ = try await dossiers.database.write { try $0.setProviderCodes([code], of: anker) }
        await dossiers.database.close()
        let folder = TestFolder.path("messages")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return (town, folder, anker.text)
    }

    private func put(_ message: MadeMessage, _ name: String, in folder: String) throws {
        try Data(message.bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    @Test func `takes over a folder in the order in which messages follow, and nothing twice`() async throws {
        let (town, folder, anker) = try await town()
        for number in 1...30 {
            try put(.stopped("\(number)", id: "e\(number)"), "1-\(number).xml", in: folder)
            try put(.started("\(number)", id: "s\(number)"), "2-\(number).xml", in: folder)
            try put(.assigned("\(number)", id: "a\(number)"), "3-\(number).xml", in: folder)
        }
        try put(.assigned(), "leesmij.txt", in: folder)
        let command = ["import", "ijw", "--organisation", anker, folder]
        let run = try town.run(command)
        #expect(run.code == 0 && run.complaint.isEmpty)
        #expect(run.output.contains("Read in: 90. Read before, nothing changed: 0. Not taken over: 0."))
        let again = try town.run(command)
        #expect(again.code == 0 && again.output.contains("Read in: 0. Read before, nothing changed: 90."))
        let dossiers = try await town.open()
        let over = try await dossiers.database.read {
            try $0.row("SELECT COUNT(*) FROM assignment WHERE state = 'over' AND holder IS NULL") { $0.int(0) }
        }
        #expect(over == 30)
        #expect(try town.run(["verify"]).code == 0)
    }

    @Test func `says of each file what is wrong, without a word of what stood in it, and takes over the rest`()
        async throws
    {
        let (town, folder, anker) = try await town()
        try put(.assigned(), "a.xml", in: folder)
        try put(.started("999999"), "b.xml", in: folder)
        try put(.started(on: "2027-06-31", id: "S2"), "c.xml", in: folder)
        try put(.started(id: "S3").changed { $0.citizenNumber = "111222333" }, "d.xml", in: folder)
        let run = try town.run(["import", "ijw", "--organisation", anker, folder])
        #expect(run.code == 1)
        for line in [
            "b.xml: not taken over: product 1: nothing is assigned by this number.",
            "c.xml: not taken over: Begindatum is not right (line 13).",
            "d.xml: not taken over: product 1: this number is that of another young person.",
            "Read in: 1. Read before, nothing changed: 0. Not taken over: 3.",
        ] { #expect(run.output.contains(line), "\(line)") }
        for told in ["Bouali", "123456782", "111222333", "2014"] {
            #expect(!run.output.contains(told) && !run.complaint.contains(told))
        }
    }

    @Test func `is refused without files, without a provider and without a code`() async throws {
        let (town, folder, anker) = try await town()
        #expect(try town.run(["import", "ijw", "--organisation", anker, folder]).code == 2)
        #expect(try town.run(["import", "ijw", "--organisation", anker, folder + "/none"]).code == 2)
        try put(.assigned(), "a.xml", in: folder)
        let nobody = "01a20300-54ea-7822-9f88-86c6f393780a"
        #expect(try town.run(["import", "ijw", "--organisation", nobody, folder]).code == 2)
        let other = try town.filled.organisation("gebiedsteam").text
        let run = try town.run(["import", "ijw", "--organisation", other, folder])
        #expect(run.code == 2 && run.complaint.contains("no AGB code"))
        // Who runs the machine gives the code to whom it belongs.
        let given = try town.run(["import", "ijw", "--organisation", other, "--code", "12345678", folder])
        #expect(given.code == 0 && given.output.contains("Read in: 1."))
    }
}

@Suite struct `rondom import stuf` {
    private func desk(in town: DemoTown) async throws -> String {
        let (desk, mirjam) = (try town.filled.organisation("gebiedsteam"), try town.filled.account("mirjam"))
        let dossiers = try await town.open()
        let now = Clock.machine.now()
        try await dossiers.database.write { try $0.setDesk(of: desk, members: [mirjam], at: now, .unguessable) }
        await dossiers.database.close()
        return desk.text
    }

    @Test func `makes one report of each message, keeps what can't be read, and says nothing of what stood in it`()
        async throws
    {
        let town = try await DemoTown.fresh()
        let desk = try await self.desk(in: town)
        let folder = TestFolder.path("reports")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let wrong = MadeReportMessage.vtMelding(sash: "erg").changed { $0.identification = "x" }
        let named = [
            "a.xml": MadeReportMessage.vtMelding(), "b.xml": .vtMelding(), "c.xml": .zorgmelding(MadeFile.pdf),
            "d.xml": wrong, "e.xml": .vtMelding().changed { $0.name = "vtoDi01" },
        ]
        for (name, message) in named {
            try Data(message.bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        let command = ["import", "stuf", "--organisation", desk, folder]
        let run = try town.run(command)
        #expect(run.code == 1)
        for line in [
            "d.xml: kept for an answer: SASHniveau is not right (line 21).",
            "e.xml: kept for an answer: it is no zorgmeldingDi01 or vtMeldingDi01.",
            "Reports: 2. Taken in before, nothing changed: 1. Not taken in: 2.",
        ] { #expect(run.output.contains(line), "\(run.output)") }
        for told in ["Vos", "123456782", "Smit", "trap"] { #expect(!run.output.contains(told)) }
        let again = try town.run(command)
        #expect(again.output.contains("Reports: 0. Taken in before, nothing changed: 3. Not taken in: 2."))
        #expect(try town.run(["verify"]).code == 0)
    }

    @Test func `is refused without files and without a desk`() async throws {
        let town = try await DemoTown.fresh()
        let folder = TestFolder.path("reports")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let desk = try await self.desk(in: town)
        #expect(try town.run(["import", "stuf", "--organisation", desk, folder]).code == 2)
        try Data(MadeReportMessage.vtMelding().bytes).write(to: URL(fileURLWithPath: folder + "/a.xml"))
        let other = try town.filled.organisation("het-anker").text
        #expect(try town.run(["import", "stuf", "--organisation", other, folder]).code == 2)
    }
}
