// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// What was written: stories, notes, conversations, and what somebody did not agree with.
extension CopyChapters {
    var stories: CopiedChapter {
        let entries = dossier.stories.flatMap { told in
            told.versions.map { version, text in story(told, version, text) }
        }
        return CopiedChapter(name: "stories", title: language.stories.title, entries: entries)
    }

    private func story(_ told: CopiedDossier.Told, _ version: StoryVersion, _ text: String?) -> CopiedEntry {
        let authors = told.view.story.authors.map(called).sorted()
        let attached = attached(told.files[version.number] ?? [])
        return CopiedEntry(
            language.stories.of(language.list(authors)), [text ?? language.stories.erased],
            facts: [language.stories.version(date(version.at), by: names.name(version.writer))] + attached.facts,
            [
                "id": .text(told.view.story.id.text), "version": .number(version.number), "of": .texts(authors),
                "by": .text(names.name(version.writer)), "at": .moment(version.at),
                "writtenDown": .truth(version.isWrittenDown), "text": text.map { .text($0) },
                "files": attached.paths,
            ])
    }

    var notes: CopiedChapter {
        CopiedChapter(name: "notes", title: language.notes.title, entries: dossier.notes.map(note))
    }

    private func note(_ noted: CopiedDossier.Noted) -> CopiedEntry {
        let (sight, note) = (noted.sight, noted.sight.note)
        let summary = NoteSummary(sight, names, today: today, link: nil)
        let statements = noted.statements.map { statement in
            "\(names.name(statement.account)): \(statement.text ?? language.notes.erased)"
        }
        return CopiedEntry(
            sight.contact.map { language.notes.heading($0.kind, dateAndTime($0.happened)) } ?? date(sight.happened),
            [summary.text ?? language.notes.erased] + statements, facts: summary.facts,
            [
                "id": .text(note.id.text), "kind": sight.contact.map { .text($0.kind.rawValue) },
                "at": .moment(sight.happened), "by": .text(names.name(note.author)),
                "with": .texts(
                    note.with.persons.sorted().map(called) + names.sorted(note.with.accounts).map(names.name)),
                "about": .texts(note.about.sorted().map(called)), "versions": .number(sight.versions),
                "text": sight.contact.map { .text($0.text) },
                "statements": .list(
                    noted.statements.map { statement in
                        .object([
                            "by": .text(names.name(statement.account)), "at": .moment(statement.at),
                            "text": statement.text.map { .text($0) },
                        ])
                    }),
            ])
    }

    var talks: CopiedChapter {
        CopiedChapter(name: "conversations", title: language.conversations.title, entries: dossier.talks.flatMap(talk))
    }

    /// The conversation itself, and then each message on the paper; in the file for machines they stand within it.
    private func talk(_ talk: CopiedDossier.Talk) -> [CopiedEntry] {
        let conversation = talk.summary.conversation
        let people = names.sorted(conversation.participants).map(names.name)
        let messages = dossier.messages(of: talk)
        let head = CopiedEntry(
            talk.summary.subject ?? language.conversations.erasedSubject,
            facts: [
                language.messageCopy.between(language.list(people)), language.messageCopy.count(messages.count),
            ],
            [
                "id": .text(conversation.id.text), "subject": talk.summary.subject.map { .text($0) },
                "participants": .texts(people), "about": .texts(conversation.about.sorted().map(called)),
                "messages": .list(messages.map { data(of: $0, attached(talk.files[$0.number] ?? []).paths) }),
            ])
        return [head] + messages.map { message($0, talk) }
    }

    private func message(_ message: OpenedMessage, _ talk: CopiedDossier.Talk) -> CopiedEntry {
        let text =
            message.isWithdrawn
            ? language.messageActs.withdrawn(by: names.name(message.author))
            : message.text ?? language.conversations.erasedText
        let files = message.isWithdrawn ? [] : attached(talk.files[message.number] ?? []).facts
        return CopiedEntry(
            paperOnly: [text], facts: ["\(names.name(message.author)), \(dateAndTime(message.at))"] + files)
    }

    private func data(of message: OpenedMessage, _ files: JSONText?) -> JSONText {
        .object([
            "by": .text(names.name(message.author)), "at": .moment(message.at),
            "withdrawn": message.isWithdrawn ? .truth(true) : nil, "text": message.text.map { .text($0) },
            "files": message.isWithdrawn ? nil : files,
        ])
    }

    var objections: CopiedChapter {
        CopiedChapter(
            name: "objections", title: language.objections.title, entries: dossier.objections.map(objection))
    }

    private func objection(_ sight: ObjectionSight) -> CopiedEntry {
        let words = language.objections
        let answer = sight.answer.map { answer in
            words.answered(answer.name ?? words.erased, date(answer.at)) + " " + (answer.text ?? words.erased)
        }
        return CopiedEntry(
            words.kind(sight.objection.kind), [sight.text ?? words.erased, answer ?? ""],
            facts: [words.sentOn(date(sight.objection.sent), to: sight.organisation ?? "")],
            [
                "id": .text(sight.objection.id.text), "kind": .text(sight.objection.kind.rawValue),
                "at": .moment(sight.objection.sent), "to": sight.organisation.map { .text($0) },
                "text": sight.text.map { .text($0) },
                "answer": sight.answer.map { answer in
                    .object([
                        "by": answer.name.map { .text($0) }, "at": .moment(answer.at),
                        "text": answer.text.map { .text($0) },
                    ])
                },
            ])
    }
}
