//! Several texts in one cell. In tables of this program a text that holds a mark which stands between texts is put into
//! quotation marks, as in CSV, so that every text comes back whole.

/// What stands between several values in one cell.
pub const BETWEEN: [char; 3] = [';', '|', '\n'];

/// `texts` as one cell.
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let plain = |text: &str| !text.contains([';', '|', ',', '\n', '\r', '"']) && text.trim() == text;
    let quoted = |text: &str| if plain(text) { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) };
    texts.into_iter().map(quoted).collect::<Vec<_>>().join("; ")
}

/// The texts that [`joined`] was given, and those that a person wrote with `between` between them.
pub fn parted(cell: &str, between: &[char]) -> Vec<String> {
    let (mut texts, mut rest) = (Vec::new(), cell);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || between.contains(&c));
        if rest.is_empty() {
            return texts;
        }
        if let Some((text, after)) = quoted(rest).filter(|(_, after)| {
            let after = after.trim_start_matches(' ');
            after.is_empty() || after.starts_with(between)
        }) {
            texts.push(text);
            rest = after;
            continue;
        }
        let end = rest.find(between).unwrap_or(rest.len());
        texts.push(rest[..end].trim().to_owned());
        rest = &rest[end..];
    }
}

/// The text in quotation marks that `cell` begins with, and what follows.
fn quoted(cell: &str) -> Option<(String, &str)> {
    let inside = cell.strip_prefix('"')?;
    let mut text = String::new();
    let mut pieces = inside.split('"');
    let mut at = 0;
    loop {
        let piece = pieces.next()?;
        text.push_str(piece);
        at += piece.len() + 1;
        let after = inside.get(at..)?;
        if !after.starts_with('"') {
            return Some((text, after));
        }
        text.push('"');
        pieces.next();
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_parted_as_people_write_them() {
        for (cell, expect) in [
            ("Pilot, Cloud", &["Pilot", "Cloud"][..]),
            ("a; b |c", &["a", "b", "c"]),
            ("\"Retail, DACH\"; Cloud", &["Retail, DACH", "Cloud"]),
            ("\"say \"\"hi\"\"\"", &["say \"hi\""]),
            ("\"open; x", &["\"open", "x"]),
            ("\"Big\" deal", &["\"Big\" deal"]),
            ("; ;", &[]),
        ] {
            assert_eq!(parted(cell, &[';', '|', ',']), expect, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back(texts in proptest::collection::vec("[a\"';|, \\\\äß]{0,5}x", 0..5)) {
            let cell = joined(texts.iter().map(String::as_str));
            prop_assert_eq!(parted(&cell, &[';', '|', '\n', ',']), texts);
        }
    }
}
