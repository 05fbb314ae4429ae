//! Plain graphs as text: "n m", then one line "a b" for each of the m lines; nodes are numbered from 0. And their groups:
//! a JSON list with one entry for each node.
//!
//! Owns: reading with a sentence for what does not fit. Must not know: what is done with a graph.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use thiserror::Error;

/// A graph as its file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GraphFile {
    pub(super) nodes: usize,
    pub(super) lines: Vec<(u32, u32)>,
}

/// More nodes than this, or more lines, are a wrong number rather than a graph that somebody wants to see.
const MOST: usize = 10_000_000;

/// Why a file is no graph, or no groups of one.
#[derive(Debug, Error)]
pub(super) enum GraphFileError {
    #[error("{} cannot be read: {reason}.", path.display())]
    Unreadable { path: PathBuf, reason: &'static str, source: std::io::Error },
    #[error("{}, line {line}: found {found}, expected {expected}. {advice}", path.display())]
    Line { path: PathBuf, line: usize, found: String, expected: String, advice: &'static str },
    #[error("{}: found {found} after the first line, expected {expected} as the first line says. Correct its second number or the list.", path.display())]
    Count { path: PathBuf, found: String, expected: String },
    #[error("{}: found {found}, expected {expected}. Write one number or word for each node, such as [0, 0, 1].", path.display())]
    Groups { path: PathBuf, found: String, expected: String },
    #[error("{} is the graph itself: choose another place for the positions.", path.display())]
    Itself { path: PathBuf },
}

/// Reads a graph.
pub(super) fn read_graph(path: &Path) -> Result<GraphFile, GraphFileError> {
    let text = read_text(path)?;
    let mut rows = text.lines().zip(1..).filter(|(row, _)| !row.trim().is_empty());
    let wrong = |line: usize, row: &str, expected: String, advice| GraphFileError::Line {
        path: path.to_owned(),
        line,
        found: if row.trim().is_empty() { "nothing".to_owned() } else { format!("'{}'", shortened(row)) },
        expected,
        advice,
    };
    let head = "two whole numbers \"n m\", how many nodes and how many lines there are";
    let (first, at) = rows.next().unwrap_or(("", 1));
    let Some([nodes, count]) = pair(first) else {
        return Err(wrong(at, first, head.into(), "Begin the file with such a line."));
    };
    if nodes as usize > MOST || count as usize > MOST {
        let expected = format!("at most {MOST} nodes and as many lines");
        return Err(wrong(at, first, expected, "Correct the numbers, or lay out a part of the graph."));
    }
    let (nodes, count) = (nodes as usize, count as usize);
    let range = || match nodes {
        0 => "no line, as the first line counts 0 nodes".to_owned(),
        _ => format!("two node numbers \"a b\", each from 0 to {}", nodes - 1),
    };
    // The first line may promise more than there is: room is made for what can be there.
    let mut lines = Vec::with_capacity(count.min(text.len() / 4 + 1));
    for (row, at) in rows {
        match pair(row) {
            Some([a, b]) if (a.max(b) as usize) < nodes => lines.push((a, b)),
            _ => return Err(wrong(at, row, range(), "Correct that line or the first one.")),
        }
    }
    if lines.len() != count {
        let words = |count: usize| format!("{count} {}", if count == 1 { "line" } else { "lines" });
        return Err(GraphFileError::Count { path: path.to_owned(), found: words(lines.len()), expected: words(count) });
    }
    Ok(GraphFile { nodes, lines })
}

/// Reads the group of each of `nodes` nodes, numbered by their order of value.
pub(super) fn read_groups(path: &Path, nodes: usize) -> Result<Vec<u32>, GraphFileError> {
    let wrong = |found: String, expected: String| GraphFileError::Groups { path: path.to_owned(), found, expected };
    let text = read_text(path)?;
    let list = match serde_json::from_str(&text) {
        Ok(Value::Array(list)) => list,
        Ok(_) => return Err(wrong("something else".into(), "a JSON list".into())),
        Err(error) => return Err(wrong(format!("text that is no JSON ({error})"), "a JSON list".into())),
    };
    if list.len() != nodes {
        return Err(wrong(format!("{} groups", list.len()), format!("one for each of the {nodes} nodes")));
    }
    let mut keys = Vec::with_capacity(nodes);
    for (entry, at) in list.iter().zip(0..) {
        match entry {
            Value::String(word) => keys.push((0, word.clone())),
            Value::Number(number) if number.is_i64() || number.is_u64() => {
                keys.push((number.as_i64().unwrap_or(i64::MAX), number.to_string()));
            }
            other => {
                let found = format!("{} for node {at}", shortened(&other.to_string()));
                return Err(wrong(found, "a whole number or a word".into()));
            }
        }
    }
    let mut numbers: BTreeMap<&(i64, String), u32> = keys.iter().map(|key| (key, 0)).collect();
    numbers.values_mut().zip(0..).for_each(|(number, next)| *number = next);
    Ok(keys.iter().map(|key| numbers[key]).collect())
}

/// Refuses to write over the graph that was read.
pub(super) fn refuse_itself(graph: &Path, out: &Path) -> Result<(), GraphFileError> {
    let same = graph.canonicalize().is_ok_and(|graph| out.canonicalize().is_ok_and(|out| graph == out));
    if same { Err(GraphFileError::Itself { path: out.to_owned() }) } else { Ok(()) }
}

fn read_text(path: &Path) -> Result<String, GraphFileError> {
    std::fs::read_to_string(path).map_err(|source| {
        let reason = match source.kind() {
            std::io::ErrorKind::NotFound => "no file of this name is there; check the name and the folder",
            std::io::ErrorKind::IsADirectory => "it is a folder; name a file in it",
            std::io::ErrorKind::InvalidData => "it is no text; choose a text file",
            _ => "reading it failed; check its permissions",
        };
        GraphFileError::Unreadable { path: path.to_owned(), reason, source }
    })
}

/// Exactly two numbers.
fn pair(row: &str) -> Option<[u32; 2]> {
    let mut words = row.split_ascii_whitespace().map(|word| word.parse().ok());
    let both = [words.next()??, words.next()??];
    words.next().is_none().then_some(both)
}

/// So much of a line as a sentence can hold, without characters that would move the cursor.
fn shortened(row: &str) -> String {
    const MOST: usize = 40;
    let mut shown: String = row.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if row.trim().chars().nth(MOST).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(content: &[u8]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, content).unwrap();
        (folder, path)
    }

    #[test]
    fn graphs_as_people_write_them() {
        for (text, nodes, lines) in [
            ("3 2\n0 1\n1 2\n", 3, vec![(0, 1), (1, 2)]),
            ("3 2\r\n0 1\r\n\r\n 1\t2", 3, vec![(0, 1), (1, 2)]),
            ("0 0\n", 0, vec![]),
            ("1 1\n0 0\n", 1, vec![(0, 0)]),
        ] {
            let (_folder, path) = written(text.as_bytes());
            assert_eq!(read_graph(&path).unwrap(), GraphFile { nodes, lines }, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_graph_is_said_with_its_line() {
        for (text, parts) in [
            (&b""[..], vec!["line 1", "nothing", "\"n m\""]),
            (b"0 1\n1 2\n", vec!["line 2", "'1 2'", "0 nodes"]),
            (b"3\n0 1\n", vec!["line 1", "'3'", "\"n m\""]),
            (b"3 2\n0 1\n", vec!["found 1 line after", "expected 2 lines"]),
            (b"3 1\n0 1\n1 2\n", vec!["found 2 lines after", "expected 1 line as"]),
            (b"3 2\n0 1\n\n1 x\n", vec!["line 4", "'1 x'", "0 to 2"]),
            (b"3 2\n0 1\n1 3\n", vec!["line 3", "'1 3'", "0 to 2"]),
            (b"3 1\n0 -1\n", vec!["line 2", "'0 -1'"]),
            (b"3 1\n0 1 2\n", vec!["line 2", "'0 1 2'"]),
            (b"4000000000 1\n0 1\n", vec!["line 1", "at most 10000000 nodes"]),
            (b"3 9999999\n0 1\n", vec!["found 1 line after", "expected 9999999 lines"]),
            (b"3 1\n\x1b[2J 1\n", vec!["line 2", "' [2J 1'"]),
            (b"\xff\xfe3", vec!["it is no text"]),
        ] {
            let (_folder, path) = written(text);
            let message = read_graph(&path).unwrap_err().to_string();
            for part in parts {
                assert!(message.contains(part), "{text:?}\nexpected: {part}\nfound: {message}");
            }
        }
    }

    #[test]
    fn groups_are_numbered_by_their_order() {
        for (text, expect) in [
            ("[5, -1, 5, 30]", Ok(vec![1, 0, 1, 2])),
            ("[\"b\", \"a\", \"a\", \"b\"]", Ok(vec![1, 0, 0, 1])),
            ("[1, 2]", Err("2 groups, expected one for each of the 4 nodes")),
            ("[1, 2, 3, null]", Err("null for node 3")),
            ("[1, 2, 3, 1.5]", Err("1.5 for node 3")),
            ("{\"0\": 1}", Err("expected a JSON list")),
            ("[1,", Err("no JSON")),
        ] {
            let (_folder, path) = written(text.as_bytes());
            match (read_groups(&path, 4), expect) {
                (Ok(found), Ok(expect)) => assert_eq!(found, expect, "{text}"),
                (Err(error), Err(part)) => assert!(error.to_string().contains(part), "{text}: {error}"),
                (found, expect) => panic!("{text}: found {found:?}, expected {expect:?}"),
            }
        }
    }
}
