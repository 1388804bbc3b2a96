// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Database
import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import PeopleStore

/// Destroys keys, for good, and empties what they sealed.
struct EraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erase a family, a person or an account, for good, in every back-up.",
        discussion: """
            First the keys, under a fresh store key that opens no older copy of the key store; then the rows. Runs beside a \
            server. When it was interrupted, give the same command again: it finishes. Without --yes it only tells what \
            would go.
            """
    )

    @Option(help: "The identifier of a family, as in its address.")
    var family: String?

    @Option(help: "The identifier of a person in that family: erase only what is about this person alone.")
    var person: String?

    @Option(help: "The identifier of an account.")
    var account: String?

    @Flag(help: "All that was asked for and granted, and all whose time is over, unless something stands in the way.")
    var due = false

    @Flag(help: "With --due: the clock is right, though nothing was written for two months, or for half a year before.")
    var clockIsRight = false

    @Flag(help: "Do it.")
    var yes = false

    @OptionGroup var places: Places

    func validate() throws {
        let asked = [family != nil, account != nil, due].count { $0 }
        guard asked == 1, person == nil || family != nil else {
            throw ValidationError("Say --family ID, --family ID --person ID, --account ID, or --due.")
        }
        if let family, ID<Family>(family) == nil { throw ValidationError("“\(family)” is no identifier.") }
        if let person, ID<Person>(person) == nil { throw ValidationError("“\(person)” is no identifier.") }
        if let account, ID<Account>(account) == nil { throw ValidationError("“\(account)” is no identifier.") }
    }

    func run() async throws {
        let (database, vault) = try await places.open()
        let dossiers = Dossiers(database: database, vault: vault, process: "erase")
        if let family = family.flatMap({ ID<Family>($0) }) {
            try await erase(family, in: dossiers)
        } else if let account = account.flatMap({ ID<Account>($0) }) {
            try await erase(account, in: dossiers)
        } else {
            try await eraseDue(in: dossiers)
        }
        await database.close()
    }

    private func erase(_ family: ID<Family>, in dossiers: Dossiers) async throws {
        let person = person.flatMap { ID<Person>($0) }
        let parts = try await dossiers.parts(of: family, person)
        guard !parts.isEmpty else {
            throw Stop.refused(person == nil ? "There is no such family." : "There is no such person in that family.")
        }
        let whole = person == nil ? "all that is kept of the family" : "what is about this person alone"
        try confirm("\(parts.count) part(s) of family \(family): \(whole)")
        let progress = ProgressLine("Keys")
        let erased = try await dossiers.erase(parts, of: family, at: Clock.machine.now()) { progress.show($0, of: $1) }
        progress.finish()
        say("Gone: \(whole). Keys destroyed: \(erased.keys); values emptied: \(erased.values).")
        say("Stays: that there was a dossier, its access log, and how much its journal had, without the words.")
        if person != nil { say("Stays: what is about several persons together lies in the part the family shares.") }
        sayAfter()
    }

    private func erase(_ account: ID<Account>, in dossiers: Dossiers) async throws {
        guard try await dossiers.database.read({ try $0.hasAccount(account) }) else {
            throw Stop.refused("There is no such account.")
        }
        try confirm("the name and language of account \(account), and its sessions")
        let progress = ProgressLine("Keys")
        let erased = try await dossiers.erase(account) { progress.show($0, of: $1) }
        progress.finish()
        say("Gone: name, language, sessions and text that waited. Keys destroyed: \(erased.keys).")
        say("Stays: the identifier, the access log, and what dossiers say of a member; erase the family for that.")
        sayAfter()
    }

    func confirm(_ what: String) throws {
        guard !yes else { return }
        throw Stop.refused(
            "This would erase, for good and in every back-up, \(what). Nothing was done; say --yes to do it.")
    }

    func sayAfter() {
        say("Older copies of the key store open nothing any more.")
        say("Make a back-up now, and copy the new store key by hand.")
    }
}
