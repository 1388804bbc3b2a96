// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2

import CPango

/// Draws on the sheets of a PDF, by Cairo, and tags what it draws.
final class PaperPen {
    /// What was drawn so far, as a PDF.
    private final class Bytes {
        var bytes: [UInt8] = []
    }

    private let bytes = Bytes()
    private let surface: OpaquePointer
    private let cairo: OpaquePointer

    init?(_ document: PaperDocument) {
        let surface = cairo_pdf_surface_create_for_stream(
            { bytes, data, count in
                guard let bytes, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Bytes>.fromOpaque(bytes).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(bytes).toOpaque(), Sheet.width, Sheet.height)
        guard let surface else { return nil }
        guard let cairo = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            return nil
        }
        self.surface = surface
        self.cairo = cairo
        // Later versions hide the table of contents of the file, into which the language is written.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title)
        // Unless told Cairo looks at the machine's clock.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, document.made.inPDF)
        cairo_tag_begin(cairo, "Document", nil)
    }

    deinit {
        cairo_destroy(cairo)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    func open(_ style: PaperStyle) { cairo_tag_begin(cairo, style.tag, nil) }

    func close(_ style: PaperStyle) { cairo_tag_end(cairo, style.tag) }

    /// Draws a line of a text whose top stands at a height on the sheet.
    func draw(_ line: PaperText.Line, of text: PaperText, from top: Double) {
        cairo_set_source_rgb(cairo, text.style.grey, text.style.grey, text.style.grey)
        cairo_move_to(cairo, Sheet.margin + line.x, top + line.base)
        pango_cairo_show_layout_line(cairo, line.line)
        for link in text.links(on: line) {
            let (x, width) = (Sheet.margin + link.from, link.to - link.from)
            let base = top + line.base
            cairo_move_to(cairo, x, base + 2)
            cairo_rel_line_to(cairo, width, 0)
            cairo_set_line_width(cairo, 0.5)
            cairo_stroke(cairo)
            let rectangle = "rect=[\(x) \(top + line.top) \(width) \(line.bottom - line.top)]"
            cairo_tag_begin(cairo, CAIRO_TAG_LINK, "\(rectangle) uri='\(Self.quoted(link.target))'")
            cairo_tag_end(cairo, CAIRO_TAG_LINK)
        }
    }

    /// Writes the foot of a sheet, outside what is read, and takes the next one.
    func endSheet(_ foot: PaperText?) {
        foot?.forEachLine { line in
            guard let foot, line.top == 0 else { return }
            draw(line, of: foot, from: Sheet.foot)
        }
        cairo_show_page(cairo)
    }

    /// The whole PDF; nil when something could not be drawn.
    func finish() -> [UInt8]? {
        cairo_tag_end(cairo, "Document")
        cairo_surface_finish(surface)
        let isWell =
            cairo_status(cairo) == CAIRO_STATUS_SUCCESS && cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        return isWell ? bytes.bytes : nil
    }

    /// An address as it may stand between quotes in a tag.
    private static func quoted(_ address: String) -> String {
        let ascii = address.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }
        return String(String.UnicodeScalarView(ascii)).replacing("\\", with: "%5C").replacing("'", with: "%27")
    }
}
