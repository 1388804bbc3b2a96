// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Site

struct EnglishFamilyStart: FamilyStartWords {
    let start = "Start a family"
    func title(_ step: FamilyDraft.Step) -> String {
        switch step {
        case .persons: "Who belongs to the family?"
        case .ties: "Who belongs to whom?"
        case .rest: "Where do they live, and who are you?"
        }
    }
    func lead(_ step: FamilyDraft.Step) -> String {
        switch step {
        case .persons: "Step 1 of 3. Write down only who is needed."
        case .ties: "Step 2 of 3. Authority decides who may read along and decide."
        case .rest: "Step 3 of 3. After this the family itself sees whether it is right."
        }
    }
    func person(_ number: Int) -> String { "Person \(number)" }
    let name = "Name"
    let role = "Who is this?"
    func role(_ role: FamilyOutline.Role) -> String {
        switch role {
        case .child: "A child, also one not born yet"
        case .parent: "Parent"
        case .newPartner: "New partner of a parent"
        case .guardian: "Guardian"
        case .fosterParent: "Foster parent"
        case .other: "Somebody else in the house"
        }
    }
    let birth = "Date of birth"
    let birthHint = "You don't know a part of it? Leave that empty."
    let day = "Day"
    let month = "Month"
    let year = "Year"
    let addPerson = "Add somebody"
    let next = "Go on"
    let back = "Back"
    let toFamilies = "To your families"
    func belongs(_ name: String) -> String { "To which children does \(name) belong?" }
    func authority(_ name: String) -> String { "How is the authority over \(name)?" }
    let authorityHint = "As it stands in the register of authority or of persons (BRP)."
    func authority(_ kind: Authority.Kind) -> String {
        switch kind {
        case .jointByParents: "Two parents together"
        case .byOneParent: "One parent"
        case .jointWithThirdParty: "A parent together with somebody else"
        case .guardianship: "A guardian, also an institution"
        case .temporarilyNone: "Nobody for now"
        case .undeterminable: "It can't be determined"
        }
    }
    func holders(_ name: String) -> String { "Who of the family has authority over \(name)?" }
    func investigated(_ name: String) -> String { "Is the authority over \(name) under investigation?" }
    let isInvestigated = "Yes, it is under investigation"
    let family = "What do you call this family?"
    let familyHint = "Mostly the family name."
    func address(_ name: String) -> String { "Address of \(name)" }
    let addressHint = "May stay empty."
    func secret(_ name: String) -> String { "Is the address of \(name) secret?" }
    let isSecret = "Secret address"
    let secretText = "Then only you and this person see it."
    let organisation = "On behalf of which organisation do you do this?"
    let function = "What do you do in this family?"
    let expectation = "What may the family expect of you?"
    let direction = "Who directs from then on?"
    let directionHint = "Until a parent takes part, you do."
    let parentsDirect = "The parents, as soon as one of them says it is right"
    let youDirect = "I do, until we agree otherwise"
    let knows = "Does the family know that you do this?"
    let doesKnow = "Yes"
    let knowsNot = "Not yet"
    let knowsNotText = "Tell them as soon as that is safe."
    let begin = "Start the family"
    let kept = "What you typed was kept"
    let nameMissing = "Fill in a name."
    let roleMissing = "Choose who this is."
    let noBirth = "This is no date. Fill in a year of four figures, or leave all of it empty."
    let noChild = "A family has at least one child under 18 here, born or not."
    let tooMany = "Write down twenty persons at most."
    let authorityMissing = "Choose how the authority is."
    let holderMissing = "Choose who of the family has authority."
    let noHolder = "Only a grown-up of this family can have authority."
    let tieToNobody = "Choose only children of this family here."
    let notOlder = "This parent is not older than the child. Look at the dates of birth."
    let noAddress = "We can't keep this address. Write it on one line."
    let familyMissing = "Fill in what you call this family."
    let organisationMissing = "Choose on behalf of which organisation."
    let functionMissing = "Fill in what you do."
}
