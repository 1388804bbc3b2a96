// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import FamilyStore
import Kernel
import Site

/// When the help of an action began, and noting that it did with one tap.
extension GoalDrawing {
    /// What is known of it, in words.
    ///
    /// - Parameter isTold: whether the reader is told of what is late; without it a day that passed is left out.
    func begun(_ start: ActionStart, isTold: Bool) -> [String] {
        let isWaited = start.isWaited(for: now.day)
        let contact = start.contact.map { language.plan.contactWas(language.dayInside($0, today: now.day)) }
        let planned =
            start.open.contains(.contact) && (isTold || !isWaited)
            ? start.planned.map {
                language.plan.contactPlanned(language.dayInside($0, today: now.day), isWaited: isWaited)
            } : nil
        let began = start.started.map { language.plan.helpBegan(language.dayInside($0, today: now.day)) }
        return [contact ?? planned, began].compactMap(\.self)
    }

    /// Asked of help alone: what a professional does, or what a provision is for.
    func starts(_ sight: ActionSight) -> HTML {
        let isHelp = sight.text.map { !$0.provisions.isEmpty || $0.accounts.contains(where: names.isProfessional) }
        guard content.at == nil, isHelp == true, sight.action.state == .open, let text = sight.text,
            content.reading.mayTick(text, owners: sight.owners, about: sight.about), let step = sight.start.open.first
        else { return "" }
        return """
            <form action="\(Link.actionStart(content.family, sight.action.id))" method="post">\
            \(CSRF.field(token))\(form.field)\
            <input type="hidden" name="noted" value="\(sight.action.id) \(step.rawValue)">\
            \(Button(language.plan.step(step), .submit(name: "step", value: step.rawValue), .text, about: text.what, isSmall: true))\
            </form>
            """
    }
}
