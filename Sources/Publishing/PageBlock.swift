/// A block of a page below its head. Its texts are Markdown already: what would have a meaning there and has none on the page
/// is escaped; only what a text's first sign would make of it is left to ``MarkdownWriter``.
enum PageBlock: Equatable {
    case heading(String, level: Int)
    case paragraph(String)
    /// An item of a list, `depth` lists inside the outermost one, with its number where it has one.
    case item(String, depth: Int, number: Int?, isApart: Bool)
    /// Another paragraph of the item above at that depth.
    case itemParagraph(String, depth: Int)
    case quotation(String)
    /// Rows of cells, all as long as the first.
    case table([[String]])
    /// Lines that are kept as they are.
    case verbatim([String])
    case note(label: String, String)
    /// Another paragraph of the note above.
    case noteParagraph(String)
}
