// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Files
import Kernel
import Site

/// What the pages say about files that come with messages.
protocol AttachmentWords: Sendable {
    var add: String { get }
    var hint: String { get }
    var erased: String { get }
    func note(_ kind: FileKind, bytes: Int) -> String
    func refused(_ name: String, _ flaw: FileFlaw) -> String
    var tooLarge: String { get }
    var tooMany: String { get }
    /// Something else must be mended first, and the files are gone.
    var again: String { get }
}

extension Language {
    var attachments: any AttachmentWords {
        switch self {
        case .nl: DutchAttachments()
        case .en: EnglishAttachments()
        }
    }
}

extension FileField {
    /// Where files are chosen that come with a message.
    static func attachments(_ language: Language, error: String?) -> FileField {
        FileField(
            language, "file", label: language.attachments.add, hint: language.attachments.hint, error: error,
            endings: FileKind.allCases.flatMap(\.extensions).map { "." + $0 })
    }
}

struct DutchAttachments: AttachmentWords {
    let add = "Foto's, geluid of bestanden erbij"
    let hint =
        "Foto's, ingesproken berichten, PDF, Word, Excel of PowerPoint. Hooguit vijf, elk tot 20 MB. "
        + "Waar je de foto maakte, halen we eraf."
    let erased = "Dit bestand is gewist."
    func note(_ kind: FileKind, bytes: Int) -> String { kind.rawValue.uppercased() + ", " + size(bytes) }
    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? "\(max(1, bytes / 1_000)) kB" : Language.nl.number(Double(bytes) / 1_000_000, decimals: 1) + " MB"
    }
    func refused(_ name: String, _ flaw: FileFlaw) -> String {
        switch flaw {
        case .empty: "“\(name)” is leeg. Kies een ander bestand."
        case .unknownKind: "“\(name)” kan hier niet bij. Kies een foto, geluid, een PDF of een Office-bestand."
        case .misnamed: "“\(name)” is iets anders dan de naam zegt. Kies een ander bestand."
        case .damaged: "“\(name)” is niet heel. Bewaar het opnieuw en kies het nog eens."
        case .program: "In “\(name)” zit een programma (macro). Bewaar het zonder, of maak er een PDF van."
        case .bomb: "“\(name)” is uitgepakt te groot. Maak er een PDF van."
        case .locked: "“\(name)” heeft een wachtwoord. Bewaar het zonder wachtwoord en kies het nog eens."
        }
    }
    let tooLarge = "Dat bestand is te groot. Elk bestand mag hooguit 20 MB zijn. Je tekst staat er nog."
    let tooMany = "Dat zijn te veel bestanden. Stuur er hooguit vijf per bericht. Je tekst staat er nog."
    let again = "Kies je bestanden nog een keer. We konden ze niet bewaren."
}

struct EnglishAttachments: AttachmentWords {
    let add = "Add pictures, sound or files"
    let hint =
        "Pictures, spoken messages, PDF, Word, Excel or PowerPoint. At most five, up to 20 MB each. "
        + "We remove where a picture was taken."
    let erased = "This file was erased."
    func note(_ kind: FileKind, bytes: Int) -> String { kind.rawValue.uppercased() + ", " + size(bytes) }
    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000
            ? "\(max(1, bytes / 1_000)) kB" : Language.en.number(Double(bytes) / 1_000_000, decimals: 1) + " MB"
    }
    func refused(_ name: String, _ flaw: FileFlaw) -> String {
        switch flaw {
        case .empty: "“\(name)” is empty. Choose another file."
        case .unknownKind: "“\(name)” can't be added. Choose a picture, sound, a PDF or an Office file."
        case .misnamed: "“\(name)” is something else than its name says. Choose another file."
        case .damaged: "“\(name)” is not whole. Save it again and choose it once more."
        case .program: "There is a program (macro) in “\(name)”. Save it without, or make it a PDF."
        case .bomb: "“\(name)” is too large when unpacked. Make it a PDF."
        case .locked: "“\(name)” has a password. Save it without one and choose it once more."
        }
    }
    let tooLarge = "That file is too large. A file may be 20 MB at most. Your text is still here."
    let tooMany = "Those are too many files. Send at most five with a message. Your text is still here."
    let again = "Choose your files once more. We could not keep them."
}
