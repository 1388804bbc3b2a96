// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// The indications that one reader finds.
struct IndicationList: Sendable {
    let family: ID<Family>
    let reading: Reading
    let circle: CircleSight
    let sights: [IndicationSight]
}

/// What one indication says, in words: whom it is about, the agreed sentence, what to do, and how it stands.
struct IndicationFace: Equatable {
    let title: String
    let sentence: String
    let toDo: String?
    let isAcute: Bool
    let tags: [Tag]
    let facts: String

    init(_ sight: IndicationSight, _ names: CircleNames, isWorking: Bool, today: Day) {
        let (language, words, indication) = (names.language, names.language.risks, sight.indication)
        let child = names.circle.name(of: indication.person).map(CircleNames.firstName)
        title = words.of(child ?? language.circle.erased)
        sentence = sight.assessed.map { words.sentence($0.conclusion) } ?? words.erased
        toDo = sight.assessed.map { words.toDo($0.conclusion) }
        isAcute = indication.stands && sight.assessed?.conclusion.showsReporting ?? false
        facts = words.assessed(
            names.name(indication.assessor), language.dayInside(indication.assessed, today: today),
            until: language.dateInside(indication.until))
        var tags: [Tag] = []
        switch indication.signature {
        case .asked: tags.append(Tag(words.waitsForSignature, .near))
        case .refused: tags.append(Tag(words.notSigned))
        case .notNeeded, .signed: break
        }
        if indication.replacedBy != nil { tags.append(Tag(words.replaced)) }
        if indication.stands, indication.isExpired(on: today) {
            tags.append(Tag(words.expired(language.dateInside(indication.until)), .near))
        }
        if isWorking, indication.released == nil { tags.append(Tag(words.notDiscussed, .line)) }
        self.tags = tags
    }

    var state: HTML { tags.isEmpty ? "" : "<p>\(tags, { "\($0) " })</p>\n" }
}

/// How safe it is for each child, those that count first.
struct IndicationListPage: Equatable {
    let language: Language
    let family: ID<Family>
    let isWorking: Bool
    let mayAssess: Bool
    let faces: [IndicationFace]
    let links: [Link]

    init(_ list: IndicationList, today: Day, language: Language) {
        (self.language, family) = (language, list.family)
        isWorking = list.reading.membership?.kind == .professional
        mayAssess = !list.reading.assessed.isEmpty
        let (names, isWorking) = (
            CircleNames(circle: list.circle, reading: list.reading, language: language), isWorking
        )
        faces = list.sights.map { IndicationFace($0, names, isWorking: isWorking, today: today) }
        links = list.sights.map { .indication(list.family, $0.indication.id) }
    }

    private var words: any RiskWords { language.risks }

    var html: HTML {
        """
        \(PageHead(
            words.heading, lead: isWorking ? words.lead : words.familyLead,
            above: More(.circle(family), language.circle.title),
            actions: mayAssess ? [Button(words.fresh, .link(.newIndication(family)))] : []))
        \(if: faces.isEmpty, Empty(words.none, words.noneText).html)\
        \(if: !faces.isEmpty, Section("indications", words.all, isTitleHidden: true, "\(zip(faces, links), card)").html)
        """
    }

    private func card(_ face: IndicationFace, _ link: Link) -> HTML {
        Card(
            face.title,
            """
            \(face.state)<p>\(face.sentence)</p>
            <p class="soft small">\(face.facts)</p>
            \(More(link, words.open, about: face.title))
            """
        ).html
    }
}

/// The one sentence that a family shows, on the page of its circle: that of its most serious child.
struct FamilyRiskNotice: Equatable {
    let language: Language
    let face: IndicationFace
    let link: Link

    init(_ sight: IndicationSight, _ names: CircleNames, in family: ID<Family>, today: Day) {
        let isWorking = names.reading.membership?.kind == .professional
        language = names.language
        face = IndicationFace(sight, names, isWorking: isWorking, today: today)
        link = .indication(family, sight.indication.id)
    }

    var html: HTML {
        let states = face.tags.map(\.text) + [face.facts]
        return Notice(
            face.isAcute ? .acute : .about, face.sentence, states.joined(separator: ". "),
            more: More(link, language.risks.open, about: face.title)
        ).html
    }
}
