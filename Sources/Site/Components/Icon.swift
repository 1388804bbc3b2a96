// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

/// A drawing of 24 by 24, in one line, always beside a word and never read aloud.
package enum Icon: String, CaseIterable, Hashable, Sendable {
    case today, circle, people, talk, plan, eye, more, attention, done, about, print, key, handshake, clip, phone

    /// The icon; in a component it carries a class of that component as well.
    package func html(_ extraClass: StaticString = "") -> HTML {
        """
        <svg class="icon\(HTML(stringLiteral: extraClass))" viewBox="0 0 24 24" aria-hidden="true">\(drawing)</svg>
        """
    }

    private var drawing: HTML {
        switch self {
        case .today:
            """
            <circle cx="12" cy="12" r="4"/><path d="M12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7\
            M18.7 5.3 17 7M7 17l-1.7 1.7"/>
            """
        case .circle:
            """
            <circle cx="12" cy="12" r="9.25"/><circle cx="12" cy="12" r="5.25"/><circle class="solid" cx="12" cy="12" r="2"/>
            """
        case .people:
            """
            <circle cx="9" cy="9" r="3.3"/><path d="M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 6a3.2 3.2 0 0 1 0 6M18 14.3a6.3 6.3 \
            0 0 1 3.5 5.2"/>
            """
        case .talk:
            """
            <path d="M12 3.2a8.6 8.6 0 0 1 0 17.2c-1.4 0-2.7-.3-3.9-.9L3.4 20.8l1.3-4.4A8.6 8.6 0 0 1 12 3.2Z"/>\
            <path d="M8.5 10.5h7M8.5 13.8H13"/>
            """
        case .plan, .done:
            """
            <circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8 5.4-5.6"/>
            """
        case .eye:
            """
            <path d="M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>
            """
        case .more:
            """
            <circle class="solid" cx="5.5" cy="12" r="1.8"/><circle class="solid" cx="12" cy="12" r="1.8"/>\
            <circle class="solid" cx="18.5" cy="12" r="1.8"/>
            """
        case .attention:
            """
            <circle cx="12" cy="12" r="9"/><path d="M12 7.5V13"/><circle class="solid" cx="12" cy="16.3" r="1.2"/>
            """
        case .about:
            """
            <circle cx="12" cy="12" r="9"/><path d="M12 11v5.5"/><circle class="solid" cx="12" cy="7.8" r="1.2"/>
            """
        case .print:
            """
            <path d="M7 8.5v-5h10v5M7 17.5H4v-9h16v9h-3"/><path d="M7 14h10v6.5H7z"/>
            """
        case .key:
            """
            <circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v3.5M17.5 12v2.5"/>
            """
        case .handshake:
            """
            <path d="M3.5 13.5 8 18l4-4"/><path d="m10.5 15.5 2.5 2.5L21 9"/><circle cx="6.5" cy="6.5" r="3"/>
            """
        case .clip:
            """
            <path d="m20 11.5-8 8a5 5 0 0 1-7-7L13.5 4a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7"/>
            """
        case .phone: Self.phoneDrawing
        }
    }

    /// The receiver alone; the circle picture draws it, too.
    static let phoneDrawing: HTML = """
        <path d="M6.5 3.5 9 4l1.2 4-1.9 1.7a11 11 0 0 0 5 5l1.7-1.9 4 1.2.5 2.5c0 1.6-1.3 3-3 3A13.5 13.5 0 0 1 3.5 \
        6.5c0-1.7 1.4-3 3-3Z"/>
        """
}
