// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

extension Town {
    /// The code of Het Anker in messages with municipalities.
    package static let ankerCode = "90012345"

    /// Reads in what the municipality assigned to Het Anker: some wait, some are helped, one has stopped.
    package func fillAssignments(
        _ dossiers: Dossiers, _ filled: FilledTown, at now: Moment, ids: IDSource
    ) async throws {
        let organisation = try filled.organisation("het-anker")
        try await dossiers.database.write { connection in
            guard let code = ProviderCode(Self.ankerCode) else { return }
            _ = try connection.setProviderCodes([code], of: organisation)
        }
        let messages = Self.clients.enumerated().flatMap { place, client in
            client.messages(number: place + 1, on: now.day)
        }
        let arrived = messages.map { ArrivedAssignmentMessage($0, file: Array($0.identification.utf8)) }
        _ = try await Desk(dossiers).read(arrived, for: organisation, by: nil, at: now, ids)
    }

    private static let clients = [
        TownClient("Imre Zandstra", "2012-05-03", "999990019", waited: 96, helped: nil, category: "45"),
        TownClient("Jade Molenaar", "2016-11-21", "999990020", waited: 61, helped: nil, category: "54"),
        TownClient("Otis Bleeker", "2010-02-08", "999990032", waited: 12, helped: nil, category: "45"),
        TownClient("Lieke Snoek", "2014-08-30", "999990044", waited: 40, helped: 70, category: "45"),
        TownClient("Sarah Appiah", "2013-01-17", "999990056", waited: 33, helped: 120, category: "54", stopped: 20),
    ]
}

/// A young person of whom the messages tell; the days count back from today.
private struct TownClient {
    let name: String
    let birth: BirthDate?
    let citizenNumber: String
    let waited: Int
    let helped: Int?
    let category: String
    let stopped: Int?

    init(
        _ name: String, _ birth: String, _ citizenNumber: String, waited: Int, helped: Int?, category: String,
        stopped: Int? = nil
    ) {
        (self.name, self.birth, self.citizenNumber) = (name, BirthDate(birth), citizenNumber)
        (self.waited, self.helped, self.category, self.stopped) = (waited, helped, category, stopped)
    }

    func messages(number: Int, on today: Day) -> [AssignmentMessage] {
        guard let birth, let citizenNumber = CitizenNumber(citizenNumber) else { return [] }
        let client = AssignedClient(name: name, birth: birth, citizenNumber: citizenNumber)
        let assigned = today + -(helped ?? 0) + -waited
        let message = { (kind: AssignmentMessage.Kind, day: Day, event: Assignment.Event) in
            AssignmentMessage(
                kind, municipality: "0344", provider: Town.ankerCode, identification: "\(kind.rawValue)-\(number)",
                day: day, client: client,
                lines: [
                    AssignmentMessage.Line(
                        number: String(440_100 + number), reference: nil, category: category, event: event)
                ])
        }
        let terms = Assignment.Terms(assigned: assigned, from: assigned + 7, until: assigned + 365)
        var messages = [message(.assignment, assigned, .assigned(terms))]
        if let helped { messages.append(message(.start, today + -helped, .started(today + -helped))) }
        if let stopped {
            messages.append(message(.stop, today + -stopped, .stopped(today + -stopped, .asPlanned)))
        }
        return messages
    }
}
