// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPango

/// A part as it is laid out over the width of a page: lines, in whatever direction its letters run.
///
/// Direction follows the first letter of each paragraph (UAX #9), so that Arabic and Hebrew begin at the right. Text is
/// never read as markup.
final class PaperText {
    /// A line as it stands, from the top of its part.
    struct Line {
        let line: UnsafeMutablePointer<PangoLayoutLine>
        let x: Double
        let top: Double
        let base: Double
        let bottom: Double
    }

    /// Where a link lies in the bytes of the text.
    private struct Address {
        let range: Range<Int>
        let target: String
    }

    private static let scale = Double(PANGO_SCALE)

    let style: PaperStyle
    private let layout: OpaquePointer
    private let addresses: [Address]
    /// What is no letter at all, and stands there as U+FFFD.
    private let lost: Set<Unicode.Scalar>

    init?(_ runs: [PaperDocument.Run], _ style: PaperStyle, _ fonts: PaperFonts, language: String) {
        guard let context = pango_font_map_create_context(fonts.map) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(context)) }
        pango_context_set_language(context, pango_language_from_string(language))
        Self.spaceForPaper(context)
        guard let layout = pango_layout_new(context) else { return nil }
        self.layout = layout
        self.style = style
        var (text, addresses, lost) = ("", [Address](), Set<Unicode.Scalar>())
        for run in runs {
            let begin = text.utf8.count
            text += Self.drawable(run.text, &lost)
            if case .link(_, let target) = run {
                addresses.append(Address(range: begin..<text.utf8.count, target: target))
            }
        }
        self.addresses = addresses
        self.lost = lost
        let font = PaperFonts.font(style.size, isBold: style.isBold)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_width(layout, CInt(Sheet.measure * Self.scale))
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        // "fi" stays two letters: drawn as one it is found by no search. Scripts that need joined letters keep them.
        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0"))
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_line_spacing(layout, 1.15)
        pango_layout_set_text(layout, text, CInt(text.utf8.count))
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Letters stand where their shape wants them, not on the dots of a screen.
    private static func spaceForPaper(_ context: OpaquePointer) {
        pango_context_set_round_glyph_positions(context, 0)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    /// Goes along the lines from the top, until told to stop.
    func forEachLine(_ body: (Line) -> Void) {
        guard let place = pango_layout_get_iter(layout) else { return }
        defer { pango_layout_iter_free(place) }
        repeat {
            guard let line = pango_layout_iter_get_line_readonly(place) else { return }
            var (top, bottom) = (CInt(0), CInt(0))
            pango_layout_iter_get_line_yrange(place, &top, &bottom)
            var rectangle = PangoRectangle()
            pango_layout_iter_get_line_extents(place, nil, &rectangle)
            body(
                Line(
                    line: line, x: Double(rectangle.x) / Self.scale, top: Double(top) / Self.scale,
                    base: Double(pango_layout_iter_get_baseline(place)) / Self.scale,
                    bottom: Double(bottom) / Self.scale))
        } while pango_layout_iter_next_line(place) != 0
    }

    /// The links on a line: from where to where, and where they lead.
    func links(on line: Line) -> [(from: Double, to: Double, target: String)] {
        let begin = Int(line.line.pointee.start_index)
        let whole = begin..<begin + Int(line.line.pointee.length)
        return addresses.filter { $0.range.overlaps(whole) }.flatMap { address in
            let part = address.range.clamped(to: whole)
            var (ranges, count): (UnsafeMutablePointer<CInt>?, CInt) = (nil, 0)
            pango_layout_line_get_x_ranges(
                line.line, CInt(part.lowerBound), CInt(part.upperBound), &ranges, &count)
            defer { g_free(ranges) }
            guard let ranges else { return [(from: Double, to: Double, target: String)]() }
            return (0..<Int(count)).map { place in
                (
                    Double(ranges[2 * place]) / Self.scale, Double(ranges[2 * place + 1]) / Self.scale,
                    address.target
                )
            }
        }
    }

    /// The letters for which there is no font: they stand there as a box with their number.
    var undrawn: Set<Unicode.Scalar> {
        guard pango_layout_get_unknown_glyphs_count(layout) > 0, let place = pango_layout_get_iter(layout) else {
            return lost
        }
        defer { pango_layout_iter_free(place) }
        var letters = lost
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(place), let string = run.pointee.glyphs else { continue }
            for glyph in UnsafeBufferPointer(start: string.pointee.glyphs, count: Int(string.pointee.num_glyphs)) {
                if let letter = Self.letter(without: glyph.glyph) { letters.insert(letter) }
            }
        } while pango_layout_iter_next_run(place) != 0
        return letters
    }

    /// The text without what Cairo takes for no text: a zero, and the numbers that are set apart as no letters
    /// (Unicode, 23.7).
    private static func drawable(_ text: String, _ lost: inout Set<Unicode.Scalar>) -> String {
        func isNoLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value == 0 || scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        }
        guard text.unicodeScalars.contains(where: isNoLetter) else { return text }
        var drawable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isNoLetter(scalar) { lost.insert(scalar) }
            drawable.append(isNoLetter(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(drawable)
    }

    /// PANGO_GLYPH_UNKNOWN_FLAG marks a letter that has no shape; the rest of the number is the letter.
    private static func letter(without glyph: PangoGlyph) -> Unicode.Scalar? {
        glyph & 0x1000_0000 == 0 ? nil : Unicode.Scalar(glyph & 0x0FFF_FFFF)
    }
}
