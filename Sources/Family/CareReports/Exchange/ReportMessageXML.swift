// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Foundation
import Kernel

extension ReportMessage {
    /// More than any message with a document in it is.
    package static let longest = 8 * 1_024 * 1_024

    /// More than any report is about at once.
    static let mostPersons = 50

    /// Reads a message of StUF-Jeugdzorg 1.0.9: `zorgmeldingDi01` or `vtMeldingDi01`.
    ///
    /// - Throws: ``ReportMessageFlaw`` that says what is wrong, without a word of what stood there.
    package init(xml bytes: [UInt8]) throws(ReportMessageFlaw) {
        let (root, kind) = try Self.root(of: bytes)
        let head = try root.inner("stuurgegevens")
        guard try head.told("functie") == kind.rawValue else { throw head.flawed("functie") }
        guard try head.told("berichtcode") == "Di01" else { throw head.flawed("berichtcode") }
        let object = try root.inner("object")
        switch kind {
        case .zorgmelding: self = try Self.zorgmelding(object, sentBy: head)
        case .vtMelding: self = try Self.vtMelding(object, sentBy: head)
        }
    }

    private static func root(of bytes: [UInt8]) throws(ReportMessageFlaw) -> (root: MessageElement, kind: Kind) {
        let (root, space) = try document(bytes)
        guard space == "http://www.stufstandaarden.nl/koppelvlak/jz0100", let kind = Kind(rawValue: root.name) else {
            throw .otherMessage
        }
        return (root, kind)
    }

    private static func document(
        _ bytes: [UInt8]
    ) throws(ReportMessageFlaw) -> (root: MessageElement, space: String?) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        do { return try MessageElements.read(bytes) } catch {
            switch error {
            case .notXML(let line): throw .notXML(line: line)
            case .documentType: throw .documentType
            }
        }
    }

    // MARK: Zorgmelding

    /// Its worry stands in a document that comes with it.
    private static func zorgmelding(
        _ object: MessageElement, sentBy head: MessageElement
    ) throws(ReportMessageFlaw) -> ReportMessage {
        let initiator = try object.inner("heeftAlsInitiator")
        let contact = initiator["heeftAlsAanspreekpunt", "gerelateerde"]
        let organisation = try initiator["gerelateerde", "nietNatuurlijkPersoon", "statutaireNaam"]?.line(limit: 200)
        var named: [ReportedPerson] = []
        let child = object["heeftBetrekkingOp", "gerelateerde", "natuurlijkPersoon"]
        if let child { named.append(try child.person(.youngPerson)) }
        for interested in object.all("heeftAlsBelanghebbende") {
            guard let person = interested["gerelateerde", "natuurlijkPersoon"] else { continue }
            named.append(try person.person(interested.role))
        }
        guard named.count <= mostPersons else { throw object.flawed("heeftAlsBelanghebbende") }
        let document = try object.inner("heeftRelevant").inner("gerelateerde")
        var told = [try document["titel"]?.paragraphs(), try initiator["toelichting"]?.paragraphs()]
        // What the standard has no place for, its senders agree to say by name.
        for extra in object["extraElementen"]?.all("extraElement") ?? [] where !extra.text.isEmpty {
            told.append([extra.attributes["naam"] ?? "", try extra.paragraphs()].joined(separator: ": "))
        }
        let worry = ReportedWorry(
            persons: named.filter { !$0.tells }, place: try child?["verblijfsadres"]?.address ?? "",
            facts: told.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n"))
        return ReportMessage(
            try Head(
                .zorgmelding, head, identification: try object.inner("kenmerk").told("kenmerk", longest: 40),
                contact: try contact?["naam"]?.line() ?? ""),
            worry: worry,
            reporter: try origin(
                organisation ?? "", head, contact: contact,
                reach: [contact?["telefoonnummer"], contact?["emailadres"]]
            ).joined(by: named),
            files: [try file(document)])
    }

    private static func file(_ document: MessageElement) throws(ReportMessageFlaw) -> ReportFile {
        let content = try document.inner("inhoud")
        guard let bytes = Data(base64Encoded: content.text, options: .ignoreUnknownCharacters), !bytes.isEmpty,
            let name = content.attributes["bestandsnaam"]
        else { throw document.flawed("inhoud") }
        do { return try ReportFile(named: name, number: 1, Array(bytes)) } catch { throw document.flawed("inhoud") }
    }

    /// Who reported: somebody at an organisation, by their profession.
    static func origin(
        _ organisation: String, _ head: MessageElement, contact: MessageElement?, reach: [MessageElement?]
    ) throws(ReportMessageFlaw) -> ReportOrigin {
        let name = organisation.isEmpty ? try head.inner("zender").told("organisatie", longest: 200) : organisation
        let person = contact?["naam"] ?? contact?["naamContactpersoon"]
        var places: [String] = []
        for place in reach.compactMap(\.self) { places.append(try place.line(limit: 254)) }
        return ReportOrigin(
            kind: kind(of: name),
            name: [try person?.line(limit: 200), name].compactMap(\.self).filter { !$0.isEmpty }.joined(
                separator: ", "),
            reach: places.filter { !$0.isEmpty }.joined(separator: ", "), mayBeNamed: true)
    }

    private static func kind(of organisation: String) -> ReportOrigin.Kind {
        let name = organisation.lowercased()
        if name.contains("politie") { return .police }
        return name.contains("veilig thuis") ? .veiligThuis : .professional
    }
}

extension ReportMessage.Head {
    init(
        _ kind: ReportMessage.Kind, _ head: MessageElement, identification: String, contact: String
    ) throws(ReportMessageFlaw) {
        self.init(
            kind, from: try ReportMessage.Party(try head.inner("zender")),
            to: try ReportMessage.Party(try head.inner("ontvanger")),
            reference: try head.told("referentienummer", longest: 40), identification: identification, contact: contact)
    }

    /// The head of a message that could not be taken in, where it can be read; by it the sender is told.
    package init?(ofKept bytes: [UInt8]) {
        guard bytes.count <= ReportMessage.longest, let (root, _) = try? MessageElements.read(bytes),
            let head = root["stuurgegevens"],
            let read = try? Self(.zorgmelding, head, identification: "", contact: "")
        else { return nil }
        self = read
    }
}

extension ReportMessage.Party {
    fileprivate init(_ party: MessageElement) throws(ReportMessageFlaw) {
        self.init(
            organisation: try party.told("organisatie", longest: 200),
            application: try party.told("applicatie", longest: 50))
    }
}
