// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import FamilyRules
import Kernel
import Site

struct EnglishGuests: GuestWords {
    let title = "As a guest"
    let lead = "For GPs, schools and youth doctors without an account. You ask for help or advice, and hear back."
    func welcome(_ name: String, _ practice: String) -> String { "You are here as \(name), of \(practice)." }
    let again = "After an hour we ask for the code again."
    let haveCode = "I have a code"
    let haveCodeText = "The code of your practice or school is valid for a month."
    let askCode = "Ask for a code"
    let askCodeText = "We call you at the number we know already."
    let report = "Report a worry"
    let reportText = "You always can, also without a code."
    let refer = "Refer a young person"
    let referText = "You see beforehand how long it takes there."
    let ask = "Ask for advice"
    let askText = "Without names. The answer comes back to you."
    let leave = "I am done"

    let requestTitle = "Ask for a code"
    let requestLead = "We call you back. Whoever answers hears the code."
    let noPractices = "There are no practices with a telephone number yet. Ask the municipality."
    let practice = "Practice or school"
    let choose = "Choose one"
    let practiceMissing = "Choose the practice or school where you work."
    let name = "Your name"
    let nameMissing = "Fill in your name."
    let function = "What do you do there?"
    let functionHint = "Such as GP, assistant or school counsellor."
    let functionMissing = "Fill in what you do there."
    let behalf = "On whose behalf?"
    let behalfHint = "Only if you do this for somebody else, such as the GP."
    let mail = "Mail address of the practice"
    func mailHint(mailed isMailed: Bool) -> String {
        isMailed
            ? "There you hear that there is an answer. What the answer is does not stand in the mail."
            : "No mail goes out from here. Whom you ask calls you with the answer."
    }
    let mailWrong = "Fill in a mail address, such as post@practice.nl."
    let requestSend = "Ask for the code"
    let requestDone = "We will call you"
    let requestDoneText = """
        Within two working days, at the number that we know. Is there haste? Then call the area team yourself.
        """

    let visitTitle = "Come in with the code"
    let visitLead = "First say who you are. All that you do and read is under your name."
    let visitLinkLead = "There is an answer. Say who you are, and fill in the code of your practice."
    let code = "Code"
    let codeHint = "Fifteen signs. You heard them on the telephone."
    let codeWrong = "This code does not fit this practice, or is too old. Else ask for a new one."
    let enter = "Come in"

    func referLead(within days: Int) -> String {
        "The other must answer within \(workingDays(days)). You hear of the answer, the start and the end."
    }
    private func workingDays(_ days: Int) -> String { days == 1 ? "one working day" : "\(days) working days" }
    let whom = "Whom do you ask for help?"
    let whomMissing = "Choose whom you ask."
    let waits = "How long does it take where?"
    let other = "Is there another way?"
    let otherText = "First ask for advice, without names."
    let childName = "Name of the young person"
    let childNameMissing = "Fill in the name."
    let birth = "Born on"
    let birthMissing = "Fill in the day of birth."
    let reach = "How do they reach the family?"
    let reachHint = "Whom they call, and when that is safe."
    let apart = "Is there anybody at this organisation who must not read this?"
    let apartHint = "Write the names. Who is called so does not see it, at the area team neither."
    let typedKept = "What you typed is still there. Fill in the code, and it stands in the form again."
    let reachMissing = "Fill in how the family is reached."
    let question = "What do you ask?"
    let questionMissing = "Write down what you ask. One sentence is enough."
    let why = "Why is help needed?"
    let whyHint = "What you see, and what was done already."
    let agreed = "Who said yes to this referral?"
    let agreedHint =
        "Under 12 those with authority. From 12 to 16 the young person as well. From 16 the young person alone."
    func agreed(_ who: GuestBasis.Agreeing) -> String {
        switch who {
        case .youngPerson: "The young person"
        case .authority: "Everybody with authority"
        }
    }
    let without = "Asking is not possible, or there is no yes"
    let withoutText = "Only to avert serious harm. Consult another professional."
    let withoutReason = "Why refer all the same?"
    let withoutSecond = "Which professional did you consult?"
    func missing(_ refusal: GuestBasis.Refusal) -> String {
        switch refusal {
        case .youngPersonMissing: "From 12 on the young person's own yes is needed."
        case .authorityMissing: "At this age the yes of everybody with authority is needed."
        case .reasonMissing: "Write down why you refer all the same."
        case .secondMissing: "Write down whom you consulted."
        case .notYoung: "Check the day. Youth care is there until 23."
        }
    }
    let referSend = "Send the referral"
    func askLead(within days: Int) -> String { "A professional answers within \(workingDays(days))." }
    let withoutNames = "Write no names, days of birth or numbers of people."
    let askSend = "Send the question"
    func refused(_ refusal: OutsideReferral.Refusal) -> String {
        switch refusal {
        case .over: "This is over."
        case .notYours: "Somebody else has taken this."
        case .notNow: "This can't be done any more. See how it stands."
        case .ownReferral: "You can't ask this of your own organisation."
        case .noReason: "Write it down. One sentence is enough."
        case .noGuest: "The code is not valid any more. Ask for a new one."
        case .noAreaTeam: "It can't be this area team. Choose somebody else."
        case .tooMany: "You asked twenty things today already. Call about this, or come back tomorrow."
        }
    }

    func stands(at organisation: String) -> String { "Your question to \(organisation)" }
    let linkLead = "What you read here stands under your name in the record of who helps."
    let oldTitle = "This link is too old"
    func oldText(mailed isMailed: Bool) -> String {
        isMailed
            ? "A link works for fourteen days. We send a new one to the mail address of your practice."
            : "A link works for fourteen days. Whom you asked can call you."
    }
    func renew(mailed isMailed: Bool) -> String { isMailed ? "Send a new link" : "Ask them to call" }
    func renewed(mailed isMailed: Bool) -> String {
        isMailed
            ? "The new link is on its way to the mail address of your practice." : "Whom you asked calls your practice."
    }
    let reply = "Do you want to say or ask something?"
    let replySend = "Send"
    let replyMissing = "Write down what you want to say."
    let withdraw = "This is not needed any more"
    let verdictTitle = "Did this help?"
    let verdictText = "Do you want to add something?"
    let verdictMissing = "Choose whether it helped."
    let verdictSend = "Let them know"
    let copy = "Take a copy along"
    let copyText = "As a PDF, for your own record."
    let fileName = "referral"
    func copied(_ day: String, by name: String) -> String { "Copy of \(day), for \(name)." }
    let letterSubject = "There is an answer"
    func letter(_ link: String) -> String {
        """
        There is an answer to what you asked. Read it here, with the code of your practice:
        \(link)

        The link works for fourteen days. Without the code it opens nothing.

        You can't answer this mail.
        """
    }

    let callsTitle = "Calling back"
    let callsLead = "Practices and schools that want a code. Call them, and say the code."
    let callsDoor = "Call practices and schools that ask for a code."
    let noCalls = "There is nobody to call"
    let noCallsText = "If a practice or school asks for a code, it stands here."
    func asks(_ name: String, _ practice: String) -> String { "\(name) of \(practice)" }
    let onRecord = "Call this number"
    let noNumber = "There is no number on record any more. Ask the administrator."
    let callFirst = "Call first"
    let callFirstText = """
        Call only the number that stands here. Ask whether this person works there, and whether the mail address is right. \
        A new code ends the old one.
        """
    let known = "I called: make the code"
    let unknown = "They do not know this person"
    let codeTitle = "Say this code"
    func codeText(_ practice: String, until day: String) -> String {
        "For \(practice). The code is valid until \(day)."
    }
    let codeOnce = "You see the code only now. Write it down nowhere."
    func refused(_ refusal: GuestRequest.Refusal) -> String {
        switch refusal {
        case .notNow: "Somebody else called already."
        case .notAtDesk: "Who is at the desk does this."
        case .noNumber: noNumber
        }
    }
}
