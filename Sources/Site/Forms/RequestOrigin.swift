// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import Hummingbird

extension Request {
    /// Whether a form that changes something can have been sent from one of our own pages, as far as the browser says.
    ///
    /// `Sec-Fetch-Site` decides where it is sent (all browsers since 2023); else `Origin`. An origin of `null` says
    /// nothing: browsers send it for our own forms, too, because our pages ask them for no referrer. A browser that
    /// says nothing is left to the form's token.
    package var comesFromOwnPage: Bool {
        if let site = header("Sec-Fetch-Site") { return site == "same-origin" || site == "none" }
        guard let origin = header("Origin"), origin != "null" else { return true }
        guard let host = head.authority?.lowercased() else { return false }
        return origin.lowercased() == "https://\(host)" || origin.lowercased() == "http://\(host)"
    }

    /// The value of a header by its name.
    package func header(_ name: String) -> String? {
        HTTPFields.Element.Name(name).flatMap { headers[$0] }
    }

    /// The language in which to answer.
    package var language: Language {
        Language.preferred(chosen: cookies[LanguageChoice.cookie]?.value, accepted: headers[.acceptLanguage])
    }
}
