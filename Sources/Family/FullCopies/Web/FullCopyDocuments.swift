// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Paper
import Site

/// The chapters of a copy as what is read: papers for people, and a file for machines (docs/full-copy.md).
struct FullCopyDocuments {
    let chapters: CopyChapters

    /// Bytes of text on one paper, below what a press prints at once; what is longer goes on another one.
    private static let longest = 1_000_000

    private var words: any FullCopyWords { chapters.words }
    private var language: Language { chapters.language }
    private var about: String { chapters.called(chapters.dossier.person) }

    /// What leads are told on top: for whom, of when, and what is not in it.
    private var leads: [String] {
        let reader = chapters.names.name(chapters.dossier.reading.reader)
        let kept = chapters.dossier.keepsOwnWords ? words.wordsKept(CircleNames.firstName(about)) : nil
        return [words.made(language.dateInside(chapters.today), for: reader), words.onlyOne, kept].compactMap(\.self)
    }

    /// The title tells nothing of what is in it: others see it beside the name of the file.
    var papers: [PaperDocument] {
        let volumes = volumes
        return volumes.enumerated().map { place, parts in
            let part = volumes.count > 1 ? [PaperDocument.Part.note(words.volume(place + 1, of: volumes.count))] : []
            return PaperDocument(
                title: words.paperTitle, language: language.rawValue, made: dayAlone,
                undrawn: language.messageCopy.undrawn,
                [.title(words.title(about))] + part + leads.map { .note($0) } + parts)
        }
    }

    /// The day in the file of a paper, which holds a moment: by no clock, or a later one would tell that something
    /// happened meanwhile.
    private var dayAlone: Moment { Moment(milliseconds: Int64(chapters.today.number) * 86_400_000) }

    private var volumes: [[PaperDocument.Part]] {
        var volumes: [[PaperDocument.Part]] = [[]]
        var size = 0
        for chapter in chapters.all {
            let nothing: [PaperDocument.Part] = chapter.entries.isEmpty ? [.note(words.nothing)] : []
            volumes[volumes.count - 1] += [.chapter(chapter.title)] + nothing
            for entry in chapter.entries {
                let parts = entry.parts
                let added = parts.reduce(0) { $0 + $1.text.utf8.count }
                if size + added > Self.longest, size > 0 {
                    volumes.append([.chapter(chapter.title)])
                    size = 0
                }
                volumes[volumes.count - 1] += parts
                size += added
            }
        }
        return volumes
    }

    var data: String {
        let all = chapters.all.map {
            JSONText.Field(name: $0.name, value: .list($0.entries.compactMap(\.data)))
        }
        return JSONText.object([
            "format": .text("rondom-full-copy"), "version": .number(1), "language": .text(language.rawValue),
            "made": .day(chapters.today), "about": .text(about),
            "for": .text(chapters.names.name(chapters.dossier.reading.reader)),
            "ownWordsLeftOut": .truth(chapters.dossier.keepsOwnWords), "chapters": .fields(all),
        ]).written
    }
}
