// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPango

/// The fonts of this machine.
package final class PaperFonts {
    /// What this machine can't draw.
    package enum Lack: Hashable, Sendable {
        /// Nothing at all: no font is installed.
        case everything
        /// Scripts, by their English names; empty where all that were tried can be drawn.
        case scripts([String])
    }

    /// A few letters of scripts that families around a child in the Netherlands write.
    private static let samples = [
        ("Latin", "Aäçğıłñőșžỳ"), ("Cyrillic", "Жїћў"), ("Greek", "Ωήϊ"), ("Arabic", "عپچژڭەټ"), ("Hebrew", "שלום"),
        ("Chinese", "你好國"), ("Japanese", "かなカ"), ("Korean", "한국어"), ("Devanagari", "हिन्दी"), ("Tamil", "தமிழ்"),
        ("Ethiopic", "አማርኛ"), ("Armenian", "Հայ"), ("Georgian", "ქართ"), ("Thai", "ไทย"), ("emoji", "😀❤👍"),
    ]

    /// Sought in this order; whatever else is installed comes after.
    private static let families = [
        "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "Noto Sans Hebrew", "WenQuanYi Micro Hei", "Symbola",
        "DejaVu Sans",
    ]

    let map: UnsafeMutablePointer<PangoFontMap>

    init?() {
        guard let map = pango_cairo_font_map_new() else { return nil }
        self.map = map
    }

    deinit { g_object_unref(map) }

    /// Whether anything can be drawn.
    ///
    /// Without a single font Pango still lists families, and draws boxes.
    var isUsable: Bool { draws("A") }

    private func draws(_ letters: String) -> Bool {
        PaperText([.text(letters)], .paragraph, self, language: "nl")?.undrawn.isEmpty ?? false
    }

    /// What can't be drawn here, to say so before somebody needs it.
    package static func lack() -> Lack {
        PaperPress.thread.sync {
            guard let fonts = PaperFonts(), fonts.isUsable else { return .everything }
            return .scripts(samples.filter { !fonts.draws($0.1) }.map(\.0))
        }
    }

    /// The font of a size in points; the caller frees it.
    static func font(_ size: Double, isBold: Bool) -> OpaquePointer? {
        guard let font = pango_font_description_new() else { return nil }
        pango_font_description_set_family(font, families.joined(separator: ","))
        pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
        pango_font_description_set_weight(font, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        return font
    }
}
