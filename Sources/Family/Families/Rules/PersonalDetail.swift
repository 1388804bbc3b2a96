// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Kernel

/// A detail of a person that may have to stay hidden: shown only to those let in.
///
/// "Geheim adres" hides the address and all that derives from it.
package enum PersonalDetail: String, Sendable, CaseIterable {
    case address, phone, school, placeOfCare, pickUpTimes, meetingPlace
}
