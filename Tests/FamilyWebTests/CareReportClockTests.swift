// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore
import Synchronization
import TestClient
import TestDatabases
import Testing

/// What time, and people who leave, do to reports.
@Suite struct `What lies at a desk` {
    private final class Gateway: Sendable {
        let rings = Mutex(0)
    }

    private func phone(_ web: WebTown, _ gateway: Gateway) -> DutyPhone {
        DutyPhone(web.database, web.reading) { _, _, _ in
            gateway.rings.withLock { $0 += 1 }
            return true
        } report: {
        }
    }

    /// Taken, judged and left: each time it is late all at the desk have it again, and the phone rings.
    @Test(arguments: Engine.all)
    func `acute and left lying comes back each time, with the phone`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let gateway = Gateway()
        let phone = phone(web, gateway)
        _ = try await web.report(["urgency": "acute"])
        var mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        _ = try await web.send(path + "/taking", [:], by: mirjam)
        _ = try await web.send(path + "/triage", ["urgency": "acute", "reason": "Nu."], by: mirjam)
        try await web.look(phone)
        #expect(gateway.rings.withLock { $0 } == 0)
        for time in 1...3 {
            web.clock.wait(.minutes(61))
            try await web.look(phone)
            #expect(gateway.rings.withLock { $0 } == time)
            // Who did nothing for an hour signs in anew.
            let lotte = try await web.worker("lotte")
            mirjam = try await web.worker("mirjam")
            #expect(try await lotte.get("/today").links.contains(path), "\(time)")
            _ = try await web.send(path + "/taking", [:], by: mirjam)
            try await web.look()
            #expect(try await !lotte.get("/today").links.contains(path), "\(time)")
        }
        _ = try await web.send(path + "/assignment", [:], by: mirjam)
        _ = try await web.send(path + "/talk", ["talk": "Gesproken."], by: mirjam)
        web.clock.wait(.hours(9))
        try await web.look(phone)
        #expect(gateway.rings.withLock { $0 } == 3)
        #expect(try await !web.worker("lotte").get("/today").links.contains(path))
    }

    @Test func `acute is rung for although a ring is noted by a clock that ran ahead`() async throws {
        let web = try await WebTown.withDesks()
        let gateway = Gateway()
        let phone = phone(web, gateway)
        _ = try await web.report(["urgency": "acute"])
        web.clock.wait(.hours(5))
        try await phone.ring()
        web.clock.wait(.hours(-5))
        try await phone.ring()
        #expect(gateway.rings.withLock { $0 } == 2)
    }

    // MARK: Who is there

    @Test(arguments: Engine.all)
    func `is read by team leads by their dates, and going on duty makes nobody more`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (organisation, ruud, today) = (
            try web.filled.organisation("gebiedsteam"), try web.filled.account("ruud"), WebTown.today
        )
        let lead = try await web.worker("ruud")
        #expect(try await web.send("/desk/duty", ["hours": "8"], by: lead).location == "/desk")
        #expect(try await crew(web).leads.contains(ruud))
        #expect(try await !crew(web).members.contains(ruud))
        #expect(try await lead.get("/desk").status == .ok)
        try await web.endWork("ruud")
        #expect(try await !crew(web).contains(ruud))
        let mirjam = try await web.worker("mirjam")
        _ = try await web.send("/desk/duty", ["hours": "0"], by: mirjam)
        #expect(try await !web.browser().get("/reports/new").text.contains("value=\"acute\""))
        let sweep = HourlySweep(web.dossiers, web.reading) { Issue.record($0) }
        await sweep.sweep()
        let duties = try await web.database.read { try $0.reportDesk(organisation, on: today)?.duties }
        #expect(duties == [])
    }

    private func crew(_ web: WebTown) async throws -> DeskCrew {
        let organisation = try web.filled.organisation("gebiedsteam")
        return try await web.database.read { try $0.deskCrew(organisation, on: WebTown.today) }
    }

    @Test func `keeps somebody who reads it while it is open`() async throws {
        let web = try await WebTown.withDesks()
        let (other, now) = (try web.filled.organisation("jeugdbescherming"), web.clock.now)
        _ = try await web.report(["desk": other.text])
        await #expect(throws: DeskStillNeeded.self) {
            try await web.database.write { try $0.setDesk(of: other, members: [], at: now, .unguessable) }
        }
        #expect(try await web.worker("ilse").get("/desk").links.contains { $0.hasPrefix("/desk/reports/") })
        // A team lead is enough.
        let (team, lead) = (try web.filled.organisation("gebiedsteam"), try await web.worker("ruud"))
        _ = try await web.report()
        try await web.database.write { try $0.setDesk(of: team, members: [], at: now, .unguessable) }
        #expect(try await web.onlyReport(lead).hasPrefix("/desk/reports/"))
    }

    @Test func `is sent to no desk where nobody works`() async throws {
        let web = try await WebTown.withDesks()
        _ = try await web.report()
        let mirjam = try await web.worker("mirjam")
        let path = try await web.onlyReport(mirjam)
        try await web.endWork("ilse")
        #expect(try await !mirjam.get(path).text.contains(path + "/sending"))
        let other = try web.filled.organisation("jeugdbescherming").text
        #expect(try await web.send(path + "/sending", ["desk": other], by: mirjam).status == .conflict)
        #expect(try await mirjam.get(path).status == .ok)
    }

    @Test(arguments: Engine.all)
    func `goes to another desk with the last who leaves it`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        _ = try await web.report(["desk": try web.filled.organisation("jeugdbescherming").text])
        let path = try await web.onlyReport(try await web.worker("ilse"))
        let work = try #require(web.filled.professionals["ilse"])
        let ravi = try await web.browser(of: "ravi")
        let person = "/organisations/\(try web.filled.organisation("jeugdbescherming"))/people/\(work)"
        let token = try #require(try await ravi.get(person).token)
        #expect(try await ravi.post(person + "/work/end", form(["token": token])).status == .seeOther)
        let mirjam = try await web.worker("mirjam")
        #expect(try await mirjam.get("/today").links.contains(path))
        #expect(try await mirjam.get(path).shown.contains("Nu ligt het hier"))
    }

    @Test(arguments: Engine.all)
    func `where nobody can read it is told to who administers, until somebody can`(engine: Engine) async throws {
        let web = try await WebTown.withDesks(engine)
        let (team, other) = (
            try web.filled.organisation("gebiedsteam"), try web.filled.organisation("jeugdbescherming")
        )
        let now = web.clock.now
        try await web.database.write { try $0.setDesk(of: team, members: nil, at: now, .unguessable) }
        _ = try await web.report(["desk": other.text])
        let path = try await web.onlyReport(try await web.worker("ilse"))
        #expect(try await !web.look())
        try await web.endWork("ilse")
        #expect(try await web.look())
        let ravi = try await web.browser(of: "ravi")
        let page = try await ravi.get("/organisations/\(other)/desk")
        #expect(page.shown.contains("Er staan meldingen open die niemand leest"))
        let lotte = try web.filled.account("lotte")
        try await web.database.write { try $0.setDesk(of: team, members: [lotte], at: now, .unguessable) }
        #expect(try await !web.look())
        #expect(try await web.worker("lotte").get(path).status == .ok)
        let after = try await ravi.get("/organisations/\(other)/desk")
        #expect(!after.shown.contains("Er staan meldingen open die niemand leest"))
    }
}
