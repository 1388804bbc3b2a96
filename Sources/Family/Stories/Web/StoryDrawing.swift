// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import PeopleRules
import Site

/// How the content of a story becomes its page: wording and links for one reader.
struct StoryDrawing {
    let content: StoryContent
    let draft: StoryDraft
    let language: Language
    let token: String
    let form: FormID

    private var words: any StoryWords { language.stories }
    private var view: StoryView { content.view }
    private var story: Story { view.story }
    private var names: CircleNames {
        CircleNames(circle: content.circle, reading: content.reading, language: language)
    }
    private var titles: StoryTitles { StoryTitles(story, names) }

    var page: StoryPage {
        let own = content.reading.ownPerson
        let missing = (content.proposed ?? content.shown).map { story.authors.subtracting($0.version.yeses) } ?? []
        let isShownProposed = content.proposed == nil && view.proposed != nil && content.shown != nil
        let waiting = content.proposed ?? (isShownProposed ? content.shown : nil)
        return StoryPage(
            language: language, above: More(.stories(content.family), words.all), title: titles.title, lead: lead,
            shown: isShownProposed ? nil : content.shown.map(telling), proposed: waiting.map(telling),
            waits: waiting == nil ? nil : waits(missing),
            yes: waiting.flatMap { version in
                guard view.pen == .own, let own, missing.contains(own) else { return nil }
                return .storyYes(content.family, story.id, version.version.number)
            },
            isEarlier: content.shown.map { $0.version.number != (view.current ?? view.latest) } ?? false,
            confirm: mayConfirm ? .storyConfirmation(content.family, story.id) : nil, confirmed: confirmed,
            composer: composer, readers: readers,
            confirmations: view.pen == nil || view.latest == 0 ? nil : confirmations, versions: versions, draft: draft,
            token: token, form: form)
    }

    private var lead: String? {
        switch view.pen {
        case .own: story.isJoint ? words.jointLead : words.ownLead
        case .writtenDown: words.tellsLead(titles.authors.first ?? "")
        case nil: nil
        }
    }

    private func telling(_ opened: StoryContent.OpenedVersion) -> StoryPage.Telling {
        let version = opened.version
        let writer = version.writer == content.reading.reader ? language.site.you : names.name(version.writer)
        let told = version.isWrittenDown ? words.toldBy(titles.authors.first ?? "", writtenBy: writer) : nil
        return StoryPage.Telling(
            text: opened.text,
            notes: [told, words.version(language.dateInside(version.at.day), by: writer)].compactMap(\.self),
            files: opened.files.map { file in
                guard let file else { return FileLink(nil, language.attachments.erased, "") }
                return FileLink(
                    .storyFile(content.family, story.id, file.id), file.name.text,
                    language.attachments.note(file.kind, bytes: file.size))
            })
    }

    private func waits(_ missing: Set<ID<Person>>) -> String {
        let others = missing.subtracting([content.reading.ownPerson].compactMap(\.self)).sorted().map(titles.called)
        let isOwnMissing = content.reading.ownPerson.map(missing.contains) ?? false
        let all = (isOwnMissing ? [language.site.you] : []) + others
        return (isOwnMissing ? [] : [words.youSaidYes]).joined() + " " + words.proposedText(language.list(all))
    }

    // MARK: Having read it

    private var ownConfirmation: StoryConfirmation? {
        content.confirmations.first {
            $0.account == content.reading.reader && $0.number == content.shown?.version.number
        }
    }

    private var mayConfirm: Bool {
        view.pen != .own && view.current != nil && content.shown?.version.number == view.current
            && ownConfirmation == nil
    }

    private var confirmed: String? { ownConfirmation.map { words.confirmed(language.dateInside($0.at.day)) } }

    private var confirmations: [String] {
        content.confirmations.map {
            words.confirmedBy(names.name($0.account), language.dateInside($0.at.day)) + " "
                + words.versionLink($0.number, language.dateInside(day(of: $0.number) ?? $0.at.day)) + "."
        }
    }

    private func day(of number: Int) -> Day? { view.versions.first { $0.number == number }?.at.day }

    // MARK: Writing and letting read

    private var composer: StoryComposer? {
        guard let pen = view.pen else { return nil }
        let latest = (content.proposed ?? content.shown).flatMap { $0.version.number == view.latest ? $0.text : nil }
        let hint = pen == .writtenDown ? words.childHint(titles.authors.first ?? "") : words.hint
        return StoryComposer(
            language: language, family: content.family, story: story.id,
            title: view.latest == 0 ? words.writeFirst : words.write, hint: hint,
            text: draft.text ?? content.draft ?? latest ?? "",
            basedOn: draft.isChanged ? view.latest : draft.basedOn ?? view.latest,
            save: story.isJoint ? words.propose : words.save, draft: draft, token: token, form: form)
    }

    private var readers: StoryReadersList? {
        guard content.saysReaders, view.latest > 0 else { return nil }
        let rows = names.sorted(content.parties.map(\.account)).compactMap { account in
            content.parties.first { $0.account == account }.map(row)
        }
        return StoryReadersList(
            language: language, action: .storyReaders(content.family, story.id), rows: rows, token: token)
    }

    private func row(_ party: StoryParty) -> StoryReadersList.Row {
        let current = view.current
        let letRead = StoryReadersList.Act(choice: StoryChoice.current.text, title: words.letRead)
        let only = current.map {
            StoryReadersList.Act(choice: StoryChoice.version($0).text, title: words.onlyThis)
        }
        let stop = StoryReadersList.Act(choice: StoryChoice.none.text, title: words.stopReading)
        let (reads, acts): (String, [StoryReadersList.Act?]) =
            switch party.choice {
            case .current: (words.readsCurrent, [stop, only])
            case .version(let number): (words.readsVersion(number), [letRead, stop])
            case .none: (words.readsNothing, [letRead])
            }
        return StoryReadersList.Row(
            account: party.account, disc: names.disc(party.account), name: names.name(party.account), reads: reads,
            acts: acts.compactMap(\.self))
    }

    private var versions: [More] {
        guard view.pen != nil else { return [] }
        return view.versions.reversed().map { version in
            let day = language.dateInside(version.at.day)
            let link = Link.story(content.family, story.id).with(query: ["version": String(version.number)])
            let counts = version.number == view.current ? " (\(words.counts))" : ""
            return More(link, words.versionLink(version.number, day) + counts)
        }
    }
}
