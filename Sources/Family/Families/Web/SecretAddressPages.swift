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

/// Making an address secret, with all that gives it away: by the adult themself, and by professionals who plan with
/// somebody.
package struct SecretAddressPages: Sendable {
    private let installation: Installation
    private let dossiers: Dossiers
    private let live: LiveFeed

    package init(_ installation: Installation, _ dossiers: Dossiers, _ live: LiveFeed) {
        self.installation = installation
        self.dossiers = dossiers
        self.live = live
    }

    package func addRoutes(to router: some RouterMethods<Visit>) {
        router.get("families/:family/persons/:person/secret-address", use: show)
        router.post("families/:family/persons/:person/secret-address", use: hide)
    }

    @Sendable private func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let look = try visit.look(.read, at: ItemName(.family, family))
        // About nobody in the log: a line there would tell that there is something to hide.
        let found = try await dossiers.read(family, look) { key, connection in
            try connection.hasSecretAddress(person, key).map {
                Found(($0, try connection.circle(key), try connection.details(key), key.reading), about: [])
            }
        }
        guard let (isSecret, circle, details, reading) = found else { throw Problem.notFound }
        let page = SecretAddressPage(
            family, person, isSecret: isSecret, circle, details.filter { $0.person == person }, reading,
            token: visit.token ?? "", form: installation.newForm(visit), language: visit.language)
        var frame = installation.familyFrame(visit, title: visit.language.secretAddress.title, for: reading)
        frame.isNarrow = true
        return .page(Layout(frame, page.html).html)
    }

    @Sendable private func hide(_ request: Request, _ visit: Visit) async throws -> Response {
        let family: ID<Family> = try visit.id("family")
        let person: ID<Person> = try visit.id("person")
        let form = try await FormBody.read(request)
        guard let submission = form.sending.map({ ID<Submission>(as: $0) }) else { throw Problem.malformed }
        let readers = Set(form.ids("readers", Account.self))
        let members = Set(form.ids("members", Membership.self))
        let look = try visit.look(.update, at: ItemName(.family, family))
        let (now, vault) = (visit.now, installation.vault)
        let done = try await dossiers.act(family, look, form: submission) { key, connection in
            let known = Set(try connection.circle(key).signingIn)
            let isDone = try connection.hideAddress(
                of: person, exceptFrom: readers.intersection(known), organisationsOf: members, at: now, key, vault)
            return isDone ? Found(Link.secretAddress(key.family, of: person).text, about: []) : nil
        }
        guard done != nil else { throw Problem.notFound }
        await live.wrote(in: family)
        return .seeOther(.secretAddress(family, of: person))
    }
}

extension CircleSight {
    /// With what those of the circle sign in.
    fileprivate var signingIn: [ID<Account>] {
        persons.compactMap(\.person.account) + members.map(\.membership.account)
    }
}

extension Link {
    static func secretAddress(_ family: ID<Family>, of person: ID<Person>) -> Link {
        "/families/\(family)/persons/\(person)/secret-address"
    }
}

/// Who may know the address, and whose organisation would tell.
struct SecretAddressPage: Equatable {
    let language: Language
    let family: ID<Family>
    let person: ID<Person>
    let isSecret: Bool
    let name: String
    let hidden: [String]
    let readers: [Choices.Choice]
    let members: [Choices.Choice]
    let token: String
    let form: FormID

    init(
        _ family: ID<Family>, _ person: ID<Person>, isSecret: Bool, _ circle: CircleSight, _ details: [DetailSight],
        _ reading: Reading, token: String, form: FormID, language: Language
    ) {
        (self.family, self.person, self.isSecret) = (family, person, isSecret)
        (self.token, self.form, self.language) = (token, form, language)
        let names = CircleNames(circle: circle, reading: reading, language: language)
        name = circle.name(of: person).map(CircleNames.firstName) ?? language.circle.erased
        hidden = details.map { language.circle.detail($0.kind) }
        let own = [reading.reader]
        let family = circle.persons.filter { $0.person.id != person }.compactMap(\.person.account)
        let others = circle.members.map(\.membership.account)
        var seen = Set(own)
        readers = (family + others).filter { seen.insert($0).inserted }.map {
            Choices.Choice($0.text, names.name($0), text: names.part($0))
        }
        members = circle.members.filter { $0.membership.covers.contains(person) && $0.face?.organisation != nil }.map {
            Choices.Choice($0.membership.id.text, $0.face?.organisation ?? "", text: $0.face?.name)
        }
    }

    static func == (one: Self, other: Self) -> Bool { one.html == other.html }

    private var words: any SecretAddressWords { language.secretAddress }

    var html: HTML {
        """
        \(PageHead(
            words.title, lead: words.lead(name), above: More(.circle(family), language.invitations.toCircle)))
        \(if: isSecret, Notice(.good, words.isSecret, words.isSecretText).html)\
        \(if: !hidden.isEmpty, "<p>\(words.hides(language.list(hidden)))</p>")\
        \(FamilyForm(
            action: .secretAddress(family, of: person), page: .secretAddress(family, of: person), token: token, form: form,
            content: """
                \(Choices(language, "readers", legend: words.readers, hint: words.readersHint, .several, readers))
                \(if: !members.isEmpty, Choices(
                    language, "members", legend: words.members, hint: words.membersHint, .several, members).html)
                """,
            buttons: [Button(isSecret ? words.change : words.button, .submit())]).html)
        """
    }
}

/// What the page says on which an address becomes secret.
protocol SecretAddressWords: Sendable {
    var title: String { get }
    func lead(_ name: String) -> String
    var isSecret: String { get }
    var isSecretText: String { get }
    func hides(_ details: String) -> String
    var readers: String { get }
    var readersHint: String { get }
    var members: String { get }
    var membersHint: String { get }
    var button: String { get }
    var change: String { get }
}

extension Language {
    var secretAddress: any SecretAddressWords {
        switch self {
        case .nl: DutchSecretAddress()
        case .en: EnglishSecretAddress()
        }
    }
}

private struct DutchSecretAddress: SecretAddressWords {
    let title = "Geheim adres"
    func lead(_ name: String) -> String { "Waar \(name) is, ziet dan alleen wie je hier kiest." }
    let isSecret = "Dit adres is geheim"
    let isSecretText = "Kies opnieuw wie het mag weten als dat verandert."
    func hides(_ details: String) -> String { "Dit wordt verborgen: \(details)." }
    let readers = "Wie mag het weten?"
    let readersHint = "Kies niemand als niemand anders het hoeft te weten."
    let members = "Welke naam verraadt de plek?"
    let membersHint = "Bijvoorbeeld een school of een opvang. De naam is dan voor anderen weg."
    let button = "Geheim maken"
    let change = "Opnieuw vastleggen"
}

private struct EnglishSecretAddress: SecretAddressWords {
    let title = "Secret address"
    func lead(_ name: String) -> String { "Then only whom you choose here sees where \(name) is." }
    let isSecret = "This address is secret"
    let isSecretText = "Choose again who may know when that changes."
    func hides(_ details: String) -> String { "This will be hidden: \(details)." }
    let readers = "Who may know it?"
    let readersHint = "Choose nobody if nobody else needs to know."
    let members = "Which name gives the place away?"
    let membersHint = "For instance a school or a refuge. The name is gone for others then."
    let button = "Make it secret"
    let change = "Record again"
}
