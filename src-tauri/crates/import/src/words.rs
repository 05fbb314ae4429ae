//! Small wording: counts, lists, and strangers' text made safe to show in a sentence.

/// Longest piece of a stranger's text in a sentence, in characters.
const SHOWN_MAX: usize = 60;

/// `text` on one line, without control characters or marks that turn the reading direction, cut with an ellipsis.
pub fn shown(text: &str) -> String {
    let safe = |c: char| !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut kept: String = text
        .trim()
        .chars()
        .take(SHOWN_MAX + 1)
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .map(|c| if safe(c) { c } else { '\u{FFFD}' })
        .collect();
    if kept.chars().count() > SHOWN_MAX {
        kept.pop();
        kept.push('…');
    }
    kept
}

/// `1,234 rows`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// `1,234`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `A, B and C`; more than `most` become `A, B and 7 more`.
pub fn list<'a>(items: impl IntoIterator<Item = &'a str>, most: usize) -> String {
    let items: Vec<String> = items.into_iter().map(shown).collect();
    let (first, rest) = items.split_at(items.len().min(most));
    match (first, rest.len()) {
        ([], _) => "nothing".to_owned(),
        ([only], 0) => only.clone(),
        ([front @ .., last], 0) => format!("{} and {last}", front.join(", ")),
        (_, more) => format!("{} and {} more", first.join(", "), grouped(more)),
    }
}

/// What two spellings of one column or kind have in common: lower case, without spaces and punctuation.
pub fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_text_cannot_leave_its_line() {
        for (text, expect) in
            [(" Acme ", "Acme"), ("a\nb\u{1b}[31m", "a b\u{FFFD}[31m"), ("\u{202E}cba", "\u{FFFD}cba")]
        {
            assert_eq!(shown(text), expect);
        }
        assert_eq!(shown(&"x".repeat(1000)), format!("{}…", "x".repeat(60)));
    }

    #[test]
    fn counts_and_lists_read_well() {
        assert_eq!(count(1, "row", "rows"), "1 row");
        assert_eq!(count(1_234_567, "row", "rows"), "1,234,567 rows");
        for (items, expect) in [
            (vec![], "nothing"),
            (vec!["A"], "A"),
            (vec!["A", "B", "C"], "A, B and C"),
            (vec!["A", "B", "C", "D", "E"], "A, B, C and 2 more"),
        ] {
            assert_eq!(list(items, 3), expect);
        }
    }

    #[test]
    fn spellings_meet() {
        for spelling in ["Partner Company", "partner_company", "PartnerCompany", " partner-company: "] {
            assert_eq!(folded(spelling), "partnercompany");
        }
    }
}
