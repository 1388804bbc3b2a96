// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

struct EnglishNotices: NoticeWords {
    let title = "Mail when something is new"
    let lead = "The mail does not say what is new, and no name at all. You get at most one an hour."
    let offHereTitle = "No mail is sent from here"
    let offHereText = "Have a look now and then whether something is new."
    let onTitle = "Mail is on"
    func onText(_ address: String) -> String { "The mail goes to \(address)." }
    let turnOff = "Turn mail off"
    let refusedTitle = "The mail did not arrive"
    func refusedText(_ address: String) -> String { "See whether this address is right: \(address)." }
    let codeTitle = "Type the code"
    let codeLabel = "The code in the mail"
    func codeHint(_ address: String) -> String { "Six digits. The mail went to \(address)." }
    let confirm = "Turn mail on"
    let turnOnTitle = "Would you like a mail?"
    let otherTitle = "Another address"
    let addressLabel = "Your mail address"
    let addressHint = "We first send a code there."
    let ownLegend = "Is this a safe address?"
    let ownHint = "Does someone read along with you? Then leave mail off."
    let own = "Only I read this mail"
    let sendCode = "Send me a code"
    let noAddress = "Fill in your mail address."
    let wrongAddress = "This is no mail address. An address looks like name@example.nl."
    let notOwn = "Only turn mail on if nobody else reads it."
    let tooOften = "You asked for five codes today. Try again tomorrow."
    func wrongCode(_ left: Int) -> String {
        left == 1 ? "This code is wrong. You can try once more." : "This code is wrong. You can try \(left) more times."
    }
    let codeIsOver = "This code does not work any more. Ask for a new one."
}
