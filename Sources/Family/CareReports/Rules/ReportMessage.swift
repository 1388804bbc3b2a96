// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A worry that another system reported (StUF-Jeugdzorg 1.0.9), as far as it is needed here.
///
/// Citizen numbers are not read.
package struct ReportMessage: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case zorgmelding = "zorgmeldingDi01"
        case vtMelding = "vtMeldingDi01"
    }

    /// An organisation and the system it sends with.
    package struct Party: Hashable, Sendable {
        package let organisation: String
        package let application: String

        package init(organisation: String, application: String) {
            (self.organisation, self.application) = (organisation, application)
        }
    }

    /// Who sent it to whom, and what it is called there: what an answer needs.
    package struct Head: Hashable, Sendable {
        package let kind: Kind
        package let sender: Party
        package let receiver: Party
        package let reference: String
        /// What the report is called where it comes from.
        package let identification: String
        /// Whom to ask there.
        package let contact: String

        package init(
            _ kind: Kind, from sender: Party, to receiver: Party, reference: String, identification: String,
            contact: String
        ) {
            (self.kind, self.sender, self.receiver) = (kind, sender, receiver)
            (self.reference, self.identification, self.contact) = (reference, identification, contact)
        }
    }

    package let head: Head
    package let worry: ReportedWorry
    package let reporter: ReportOrigin
    package let files: [ReportFile]

    package init(_ head: Head, worry: ReportedWorry, reporter: ReportOrigin, files: [ReportFile] = []) {
        (self.head, self.worry, self.reporter, self.files) = (head, worry, reporter, files)
    }

    /// No message says how long it can wait: somebody looks within a day, at night and in the weekend too.
    package var urgency: CareReport.Urgency { .day }

    /// By what it is known when it comes again: who sent it, and what they call it.
    package var name: String {
        FieldText.joined([head.kind.rawValue, head.sender.organisation, head.identification])
    }
}

extension ReportMessage.Head {
    /// As it is sealed.
    package var text: String {
        FieldText.joined([
            kind.rawValue, sender.organisation, sender.application, receiver.organisation, receiver.application,
            reference, identification, contact,
        ])
    }

    /// What was sealed; nil for anything else.
    package init?(text: String) {
        let fields = FieldText.fields(of: text).map(String.init)
        guard fields.count == 8, let kind = ReportMessage.Kind(rawValue: fields[0]) else { return nil }
        self.init(
            kind, from: ReportMessage.Party(organisation: fields[1], application: fields[2]),
            to: ReportMessage.Party(organisation: fields[3], application: fields[4]), reference: fields[5],
            identification: fields[6], contact: fields[7])
    }
}

/// Why a message is not taken in as a report; with names of elements and lines, never what stood there.
package enum ReportMessageFlaw: Error, Hashable, Sendable {
    case tooLarge
    /// It is no well-formed XML in UTF-8; nil where no line can be named.
    case notXML(line: Int?)
    /// It defines a document type or entities, which messages have no need of and attackers do.
    case documentType
    /// It is none of the kinds that are read.
    case otherMessage
    case missing(element: String)
    case wrong(element: String, line: Int)
    /// Its sender sent another one by this name.
    case sameName

    /// As it is kept: a word, the element and the line.
    package var stored: (word: String, element: String?, line: Int?) {
        switch self {
        case .tooLarge: ("tooLarge", nil, nil)
        case .notXML(let line): ("notXML", nil, line)
        case .documentType: ("documentType", nil, nil)
        case .otherMessage: ("otherMessage", nil, nil)
        case .missing(let element): ("missing", element, nil)
        case .wrong(let element, let line): ("wrong", element, line)
        case .sameName: ("sameName", nil, nil)
        }
    }

    /// What was kept; nil for anything else.
    package init?(word: String, element: String?, line: Int?) {
        switch (word, element, line) {
        case ("tooLarge", _, _): self = .tooLarge
        case ("notXML", _, let line): self = .notXML(line: line)
        case ("documentType", _, _): self = .documentType
        case ("otherMessage", _, _): self = .otherMessage
        case ("missing", let element?, _): self = .missing(element: element)
        case ("wrong", let element?, let line?): self = .wrong(element: element, line: line)
        case ("sameName", _, _): self = .sameName
        default: return nil
        }
    }
}
