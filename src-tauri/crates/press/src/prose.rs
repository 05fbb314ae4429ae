//! Markdown as a tree that a template prints: blocks of runs of text, all of it data.
//!
//! Owns: which parts of Markdown a page has, and levels of headings that never skip. HTML, footnotes and pictures are no
//! part: HTML is printed as typed, of a picture its words.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Serialize;

/// Quotes and lists within each other, at most: deeper ones leave no room on a page.
const DEEPEST: usize = 8;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Block {
    /// `level` from 2 on: the page's title is the first.
    Heading {
        level: u8,
        runs: Vec<Run>,
    },
    Paragraph {
        runs: Vec<Run>,
    },
    List {
        ordered: bool,
        start: u64,
        items: Vec<Vec<Block>>,
    },
    Quote {
        blocks: Vec<Block>,
    },
    Code {
        text: String,
    },
    Table {
        ends: Vec<bool>,
        head: Vec<Vec<Run>>,
        rows: Vec<Vec<Vec<Run>>>,
    },
    Rule,
}

/// Text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
#[allow(clippy::struct_excessive_bools, reason = "the looks of Markdown combine freely")]
pub struct Run {
    pub text: String,
    pub strong: bool,
    pub emphasis: bool,
    pub struck: bool,
    pub code: bool,
    /// Where a click leads: to a page of the web or to a mailbox.
    pub link: Option<String>,
}

/// Reads `markdown`. The first heading becomes the title where `title` is empty.
pub fn prose(title: &str, markdown: &str) -> (String, Vec<Block>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, options) {
        reader.take(event);
    }
    let mut blocks = reader.finish();
    let mut title = title.to_owned();
    if title.is_empty()
        && let Some(Block::Heading { runs, .. }) = blocks.first()
    {
        title = runs.iter().map(|run| run.text.as_str()).collect();
        blocks.remove(0);
    }
    settle_levels(&mut blocks, &mut vec![(0, 1)]);
    (title, blocks)
}

/// Levels follow each other without a gap, whatever was typed: `path` holds what was typed and what it became.
fn settle_levels(blocks: &mut [Block], path: &mut Vec<(u8, u8)>) {
    for block in blocks {
        match block {
            Block::Heading { level, .. } => {
                while path.len() > 1 && path.last().is_some_and(|(typed, _)| typed >= level) {
                    path.pop();
                }
                let settled = path.last().map_or(2, |(_, settled)| (settled + 1).min(6));
                path.push((*level, settled));
                *level = settled;
            }
            Block::Quote { blocks } => settle_levels(blocks, path),
            Block::List { items, .. } => items.iter_mut().for_each(|item| settle_levels(item, path)),
            _ => {}
        }
    }
}

/// What is open around the place that is read.
enum Open {
    Quote(Vec<Block>),
    List { ordered: bool, start: u64, items: Vec<Vec<Block>> },
    Item(Vec<Block>),
}

#[derive(Default)]
struct Reader {
    done: Vec<Block>,
    open: Vec<Open>,
    runs: Vec<Run>,
    look: Look,
    code: Option<String>,
    table: Option<TableSoFar>,
}

/// How often each look was begun and not ended.
#[derive(Default)]
struct Look {
    strong: u32,
    emphasis: u32,
    struck: u32,
    links: Vec<Option<String>>,
}

#[derive(Default)]
struct TableSoFar {
    ends: Vec<bool>,
    head: Vec<Vec<Run>>,
    rows: Vec<Vec<Vec<Run>>>,
    in_head: bool,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text, false),
            Event::Code(text) => self.text(&text, true),
            Event::SoftBreak => self.text(" ", false),
            Event::HardBreak => self.text("\n", false),
            Event::Rule => self.put(Block::Rule),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.look.strong += 1,
            Tag::Emphasis => self.look.emphasis += 1,
            Tag::Strikethrough => self.look.struck += 1,
            Tag::Link { dest_url, .. } => self.look.links.push(reachable(&dest_url)),
            Tag::CodeBlock(kind) => {
                self.paragraph();
                // What follows a fence names a language, which a page does not need.
                let (CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) = kind;
                self.code = Some(String::new());
            }
            Tag::Table(sides) => {
                self.paragraph();
                let ends = sides.iter().map(|side| *side == Alignment::Right).collect();
                self.table = Some(TableSoFar { ends, ..TableSoFar::default() });
            }
            Tag::TableHead => self.each_table(|table| table.in_head = true),
            Tag::TableRow => self.each_table(|table| table.rows.push(Vec::new())),
            Tag::BlockQuote(_) => self.begin(Open::Quote(Vec::new())),
            Tag::List(start) => {
                self.begin(Open::List { ordered: start.is_some(), start: start.unwrap_or(1), items: Vec::new() });
            }
            Tag::Item => self.begin(Open::Item(Vec::new())),
            _ => self.paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look.strong = self.look.strong.saturating_sub(1),
            TagEnd::Emphasis => self.look.emphasis = self.look.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.look.struck = self.look.struck.saturating_sub(1),
            TagEnd::Link => drop(self.look.links.pop()),
            TagEnd::Heading(level) => {
                let runs = std::mem::take(&mut self.runs);
                if !is_blank(&runs) {
                    self.put(Block::Heading { level: number(level), runs });
                }
            }
            TagEnd::CodeBlock => {
                if let Some(text) = self.code.take() {
                    self.put(Block::Code { text: text.trim_end_matches('\n').to_owned() });
                }
            }
            TagEnd::TableCell => {
                let runs = std::mem::take(&mut self.runs);
                self.each_table(|table| {
                    let row = if table.in_head { Some(&mut table.head) } else { table.rows.last_mut() };
                    if let Some(row) = row {
                        row.push(runs);
                    }
                });
            }
            TagEnd::TableHead => self.each_table(|table| table.in_head = false),
            TagEnd::Table => {
                if let Some(TableSoFar { ends, head, rows, .. }) = self.table.take() {
                    self.put(Block::Table { ends, head, rows });
                }
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => self.close(),
            TagEnd::Image | TagEnd::TableRow => {}
            _ => self.paragraph(),
        }
    }

    fn text(&mut self, text: &str, code: bool) {
        if let Some(block) = &mut self.code {
            block.push_str(text);
            return;
        }
        self.runs.push(Run {
            text: text.to_owned(),
            strong: self.look.strong > 0,
            emphasis: self.look.emphasis > 0,
            struck: self.look.struck > 0,
            code,
            link: self.look.links.last().cloned().flatten(),
        });
    }

    fn paragraph(&mut self) {
        // A picture inside a paragraph begins and ends within it, and so does a table's cell.
        if self.table.is_none() && !is_blank(&self.runs) {
            let runs = std::mem::take(&mut self.runs);
            self.put(Block::Paragraph { runs });
        }
    }

    fn each_table(&mut self, change: impl FnOnce(&mut TableSoFar)) {
        if let Some(table) = &mut self.table {
            change(table);
        }
    }

    fn begin(&mut self, open: Open) {
        self.paragraph();
        self.open.push(open);
    }

    fn close(&mut self) {
        self.paragraph();
        let depth = self.open.len();
        match self.open.pop() {
            // What lies too deep stands on the level above.
            Some(Open::Quote(blocks)) if depth > DEEPEST => blocks.into_iter().for_each(|block| self.put(block)),
            Some(Open::Quote(blocks)) => self.put(Block::Quote { blocks }),
            Some(Open::List { items, .. }) if depth > DEEPEST => {
                items.into_iter().flatten().for_each(|block| self.put(block));
            }
            Some(Open::List { ordered, start, items }) => self.put(Block::List { ordered, start, items }),
            Some(Open::Item(blocks)) => match self.open.last_mut() {
                Some(Open::List { items, .. }) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.put(block)),
            },
            None => {}
        }
    }

    fn put(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Quote(blocks) | Open::Item(blocks)) => blocks.push(block),
            Some(Open::List { items, .. }) => items.push(vec![block]),
            None => self.done.push(block),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.paragraph();
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }
}

fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.trim().is_empty())
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// Only what opens in a browser or a mail program may be clicked in a document that is handed on.
fn reachable(address: &str) -> Option<String> {
    const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];
    let is_plain = address.len() <= 2_000 && !address.chars().any(|c| c.is_control() || c.is_whitespace());
    let known = SCHEMES.iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    (is_plain && known).then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as short words: `h2(Title) p(text) ul(p(a) | p(b))`.
    fn words(blocks: &[Block]) -> String {
        let text = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let one = |block: &Block| match block {
            Block::Heading { level, runs } => format!("h{level}({})", text(runs)),
            Block::Paragraph { runs } => format!("p({})", text(runs)),
            Block::List { ordered, items, .. } => format!(
                "{}({})",
                if *ordered { "ol" } else { "ul" },
                items.iter().map(|item| words(item)).collect::<Vec<_>>().join(" | ")
            ),
            Block::Quote { blocks } => format!("quote({})", words(blocks)),
            Block::Code { text } => format!("code({text})"),
            Block::Table { head, rows, .. } => format!("table({} by {})", head.len(), rows.len()),
            Block::Rule => "rule".to_owned(),
        };
        blocks.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_becomes_blocks() {
        for (input, expect) in [
            ("a\nb\n\nc", "p(a b) p(c)"),
            ("# One\n\ntext\n\n#### Deep\n\n## Two", "h2(One) p(text) h3(Deep) h3(Two)"),
            ("### Low\n# High\n### Low", "h2(Low) h2(High) h3(Low)"),
            ("- a\n- b\n  1. c", "ul(p(a) | p(b) ol(p(c)))"),
            ("> a\n> # b", "quote(p(a) h2(b))"),
            ("```rust\n#eval(\"1\")\n```", "code(#eval(\"1\"))"),
            ("| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |", "table(2 by 2)"),
            ("<b>x</b> & <script>", "p(<b>x</b> & <script>)"),
            ("<div>\nx\n</div>", "p(<div>\nx\n</div>)"),
            ("![a chart](chart.png) said", "p(a chart said)"),
            ("a\n\n---\n\nb", "p(a) rule p(b)"),
            ("$a$ @ref #eval(\"1\")", "p($a$ @ref #eval(\"1\"))"),
            ("# \n\n", ""),
        ] {
            assert_eq!(words(&prose("T", input).1), expect, "{input}");
        }
    }

    #[test]
    fn the_first_heading_is_the_title_where_there_is_none() {
        let (title, blocks) = prose("", "# What we ask\n\n### Next\n\ntext");
        assert_eq!((title.as_str(), words(&blocks).as_str()), ("What we ask", "h2(Next) p(text)"));
        assert_eq!(prose("", "text").0, "");
    }

    #[test]
    fn links_lead_to_the_web_or_a_mailbox_only() {
        for (input, expect) in [
            ("[x](https://a.example/b)", Some("https://a.example/b")),
            ("[x](mailto:a@b.example)", Some("mailto:a@b.example")),
            ("[x](javascript:alert(1))", None),
            ("[x](file:///etc/passwd)", None),
        ] {
            let (_, blocks) = prose("T", input);
            let Some(Block::Paragraph { runs }) = blocks.first() else { panic!("{input}") };
            assert_eq!((runs[0].text.as_str(), runs[0].link.as_deref()), ("x", expect), "{input}");
        }
    }

    #[test]
    fn what_lies_very_deep_comes_up() {
        let deep = format!("{}x", "> ".repeat(200));
        let mut depth = 0;
        let mut blocks = prose("T", &deep).1;
        while let Some(Block::Quote { blocks: inner }) = blocks.first().cloned() {
            (blocks, depth) = (inner, depth + 1);
        }
        assert_eq!((depth, words(&blocks).as_str()), (DEEPEST, "p(x)"));
    }
}
