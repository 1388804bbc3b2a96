// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel

extension AssignmentMessage {
    /// More than any message about one young person is.
    package static let longest = 1 * 1_024 * 1_024

    /// More than any young person is assigned at once.
    private static let mostProducts = 100

    /// Reads a message of iJw 3.2: JW301, JW305, JW307 or JW315.
    ///
    /// - Throws: ``AssignmentMessageFlaw`` that says what is wrong, without a word of what stood there.
    package init(xml bytes: [UInt8]) throws(AssignmentMessageFlaw) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        let (root, space) = try Self.read(bytes)
        let kind = try Self.kind(of: root, in: space)
        let head = try root.part("Header")
        guard try head.word("BerichtCode") == kind.code else { throw head.wrong("BerichtCode") }
        let parties = try Self.parties(of: head, kind)
        let identity = try head.part("BerichtIdentificatie")
        let client = try root.part("Client")
        self.init(
            kind, municipality: parties.municipality, provider: parties.provider,
            identification: try identity.word("Identificatie", longest: 12), day: try identity.day("Dagtekening"),
            client: try AssignedClient(client), lines: try Self.lines(of: client, kind))
    }

    private static func read(
        _ bytes: [UInt8]
    ) throws(AssignmentMessageFlaw) -> (root: MessageElement, space: String?) {
        do { return try MessageElements.read(bytes) } catch {
            switch error {
            case .notXML(let line): throw .notXML(line: line)
            case .documentType: throw .documentType
            }
        }
    }

    private static func kind(of root: MessageElement, in space: String?) throws(AssignmentMessageFlaw) -> Kind {
        let start = "http://www.istandaarden.nl/ijw/"
        guard root.name == "Bericht", let space, space.hasPrefix(start) else { throw .otherMessage }
        let steps = space.dropFirst(start.count).split(separator: "/")
        guard steps.count == 3, steps[2] == "schema", let kind = Kind(rawValue: steps[1].uppercased()) else {
            throw .otherMessage
        }
        guard steps[0] == "3_2" else { throw .otherVersion }
        return kind
    }

    private static func parties(
        of head: MessageElement, _ kind: Kind
    ) throws(AssignmentMessageFlaw) -> (municipality: String, provider: String) {
        let (sender, receiver) = (try head.part("Afzender"), try head.part("Ontvanger"))
        let (municipality, provider) = kind.isFromMunicipality ? (sender, receiver) : (receiver, sender)
        return (try municipality.figures(4), try provider.figures(8))
    }

    private static func lines(of client: MessageElement, _ kind: Kind) throws(AssignmentMessageFlaw) -> [Line] {
        let (list, item) =
            switch kind {
            case .assignment: ("ToegewezenProducten", "ToegewezenProduct")
            case .start: ("StartProducten", "StartProduct")
            case .stop: ("StopProducten", "StopProduct")
            case .request: ("AangevraagdeProducten", "AangevraagdProduct")
            }
        let products = try client.part(list).all(item)
        guard !products.isEmpty else { throw .missing(element: item) }
        guard products.count <= Self.mostProducts else {
            throw .wrong(element: list, line: products[Self.mostProducts].line)
        }
        var lines: [Line] = []
        for product in products { lines.append(try Line(product, kind)) }
        return lines
    }
}

extension AssignmentMessage.Line {
    fileprivate init(_ product: MessageElement, _ kind: AssignmentMessage.Kind) throws(AssignmentMessageFlaw) {
        let category = product["Product", "Categorie"]
        self.init(
            number: kind == .request ? nil : try product.word("ToewijzingNummer", longest: 20),
            reference: try Self.reference(of: product, kind), category: try category?.figures(2),
            event: try Self.event(product, kind))
    }

    /// A request has nothing else by which it is known.
    private static func reference(
        of product: MessageElement, _ kind: AssignmentMessage.Kind
    ) throws(AssignmentMessageFlaw) -> String? {
        let name = "ReferentieAanbieder"
        if kind != .request, product[name]?.text.isEmpty ?? true { return nil }
        return try product.word(name)
    }

    private static func event(
        _ product: MessageElement, _ kind: AssignmentMessage.Kind
    ) throws(AssignmentMessageFlaw) -> Assignment.Event {
        switch kind {
        case .request: return .asked
        case .assignment: return try assigned(product)
        case .start:
            let day = try product.day("Begindatum")
            return try product.isTakenBack ? .startTakenBack(day) : .started(day)
        case .stop:
            let (began, day) = (try product.day("Begindatum"), try product.day("Einddatum"))
            guard day >= began else { throw product.wrong("Einddatum") }
            guard try !product.isTakenBack else { return .stopTakenBack(day) }
            guard let reason = StopReason(rawValue: try product.word("RedenBeeindiging")) else {
                throw product.wrong("RedenBeeindiging")
            }
            return .stopped(day, reason)
        }
    }

    private static func assigned(_ product: MessageElement) throws(AssignmentMessageFlaw) -> Assignment.Event {
        let until = product["Einddatum"] == nil ? nil : try product.day("Einddatum")
        let terms = Assignment.Terms(
            assigned: try product.day("Toewijzingsdatum"), from: try product.day("Ingangsdatum"), until: until)
        // Reason 13 (iJw, JZ002): what was assigned is removed.
        if product["RedenWijziging"]?.text == "13" { return .withdrawn(terms) }
        if let until, until < terms.from { throw product.wrong("Einddatum") }
        return .assigned(terms)
    }
}

extension AssignedClient {
    fileprivate init(_ client: MessageElement) throws(AssignmentMessageFlaw) {
        guard let number = CitizenNumber(try client.word("Bsn")) else { throw client.wrong("Bsn") }
        let names = try client.part("Naam")
        let family = try names.part("Geslachtsnaam")
        let given = names["Voornamen"]?.text ?? names["Voorletters"]?.text
        let parts = [given, family["Voorvoegsel"]?.text, try family.word("Achternaam", longest: 200)]
        let written = parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
        let name: PlainText
        do { name = try PlainText.line(written) } catch { throw client.wrong("Naam") }
        self.init(name: name.text, birth: try Self.birth(of: client), citizenNumber: number)
    }

    /// A day of birth of which not all is known says so (COD170: 1 the day, 2 the month too, 3 the year too).
    private static func birth(of client: MessageElement) throws(AssignmentMessageFlaw) -> BirthDate {
        let birth = try client.part("Geboortedatum")
        let day = try birth.word("Datum")
        let written =
            switch birth["DatumGebruik"]?.text {
            case "1": String(day.prefix(8)) + "00"
            case "2": String(day.prefix(5)) + "00-00"
            case "3": "0000-00-00"
            default: day
            }
        guard let date = BirthDate(written) else { throw birth.wrong("Datum") }
        return date
    }
}

extension MessageElement {
    fileprivate func part(_ name: String) throws(AssignmentMessageFlaw) -> MessageElement {
        guard let part = self[name] else { throw .missing(element: name) }
        return part
    }

    fileprivate func word(_ name: String, longest: Int = 20) throws(AssignmentMessageFlaw) -> String {
        let part = try part(name)
        guard !part.text.isEmpty, part.text.count <= longest else { throw .wrong(element: name, line: part.line) }
        return part.text
    }

    fileprivate func day(_ name: String) throws(AssignmentMessageFlaw) -> Day {
        guard let day = Day(try word(name)) else { throw wrong(name) }
        return day
    }

    fileprivate func figures(_ count: Int) throws(AssignmentMessageFlaw) -> String {
        guard text.count == count, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw .wrong(element: name, line: line)
        }
        return text
    }

    fileprivate func wrong(_ name: String) -> AssignmentMessageFlaw {
        .wrong(element: name, line: self[name]?.line ?? line)
    }

    /// A product that was told before, and is told to have been wrong (*status aanlevering*; 1 is told first).
    fileprivate var isTakenBack: Bool {
        get throws(AssignmentMessageFlaw) {
            switch try word("StatusAanlevering") {
            case "1": return false
            case "3": return true
            default: throw wrong("StatusAanlevering")
            }
        }
    }
}
