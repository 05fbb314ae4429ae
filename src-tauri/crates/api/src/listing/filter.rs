//! Conditions on the rows of a list, as the command line writes them: `kind=reseller and stage=active`.

use serde_json::Value;

use crate::ErrorReply;

/// One condition on one column.
#[derive(Debug, PartialEq)]
pub(super) struct Condition {
    column: usize,
    test: Test,
    value: String,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Test {
    Equal,
    NotEqual,
    Below,
    Above,
    Holds,
}

/// The longer marks first, so that `!=` is not read as `=`.
const MARKS: [(&str, Test); 5] =
    [("!=", Test::NotEqual), ("=", Test::Equal), ("<", Test::Below), (">", Test::Above), ("~", Test::Holds)];

/// Reads conditions joined by `and`; all of them have to hold. Within quotes, `and` is a word like any other.
pub(super) fn conditions(text: &str, columns: &[&str]) -> Result<Vec<Condition>, ErrorReply> {
    let mut rest = text.trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (one, more) = joint(rest).map_or((rest, ""), |end| (&rest[..end], &rest[end + JOINT.len()..]));
        found.push(condition(one, columns)?);
        rest = more.trim();
    }
    Ok(found)
}

const JOINT: &str = " and ";

/// Where the next `and` stands that is outside of quotes. A value begins with its quote, so an apostrophe within a word is
/// none; a quote that nothing closes is a letter, too.
fn joint(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut begins_value = false;
    while at < bytes.len() {
        let byte = bytes[at];
        if begins_value
            && matches!(byte, b'"' | b'\'')
            && let Some(length) = closing(&bytes[at + 1..], byte)
        {
            at += length + 1;
        } else if bytes[at..].get(..JOINT.len()).is_some_and(|next| next.eq_ignore_ascii_case(JOINT.as_bytes())) {
            return Some(at);
        }
        begins_value = matches!(byte, b'=' | b'<' | b'>' | b'~') || (begins_value && byte == b' ');
        at += 1;
    }
    None
}

/// The quote that ends a value: the condition ends after it, too.
fn closing(bytes: &[u8], quote: u8) -> Option<usize> {
    let ends = |place: usize| {
        let after = bytes[place + 1..].trim_ascii_start();
        after.is_empty()
            || (after.len() < bytes.len() - place - 1
                && after.get(..4).is_some_and(|next| next.eq_ignore_ascii_case(b"and ")))
    };
    (0..bytes.len()).find(|&place| bytes[place] == quote && ends(place))
}

/// What stands between the quotes of a quoted value; any other as it is.
fn unquoted(value: &str) -> &str {
    let between = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    between('"').or_else(|| between('\'')).unwrap_or(value)
}

fn condition(typed: &str, columns: &[&str]) -> Result<Condition, ErrorReply> {
    let place = MARKS.iter().filter_map(|(mark, test)| Some((typed.find(mark)?, mark, *test))).min_by_key(|at| at.0);
    let Some((place, mark, test)) = place else {
        return Err(ErrorReply::refused(format!(
            "'{typed}' is no condition: write it as column=value, joined by and."
        )));
    };
    let name = typed[..place].trim();
    let value = unquoted(typed[place + mark.len()..].trim()).to_owned();
    let column = columns.iter().position(|column| *column == name).ok_or_else(|| {
        ErrorReply::refused(format!("There is no column '{name}' in this list: it has {}.", columns.join(", ")))
    })?;
    Ok(Condition { column, test, value })
}

impl Condition {
    /// Whether a row fits. Nothing equals the empty value.
    pub(super) fn holds(&self, row: &[Value]) -> bool {
        let value = &row[self.column];
        match self.test {
            Test::Equal => self.equals(value),
            Test::NotEqual => !self.equals(value),
            Test::Below => self.compared(value).is_some_and(std::cmp::Ordering::is_lt),
            Test::Above => self.compared(value).is_some_and(std::cmp::Ordering::is_gt),
            Test::Holds => super::text(value).to_lowercase().contains(&self.value.to_lowercase()),
        }
    }

    fn equals(&self, value: &Value) -> bool {
        let same = |value: &Value| super::text(value).to_lowercase() == self.value.to_lowercase();
        match value {
            Value::Array(items) => items.iter().any(same),
            other => same(other),
        }
    }

    fn compared(&self, value: &Value) -> Option<std::cmp::Ordering> {
        let amount = value.get("amount").unwrap_or(value);
        let text = super::text(amount);
        match (text.parse::<f64>(), self.value.parse::<f64>()) {
            (Ok(own), Ok(asked)) => own.partial_cmp(&asked),
            // Days compare as they are written.
            _ if !text.is_empty() => Some(text.as_str().cmp(self.value.as_str())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rows_fit_or_do_not() {
        let columns = ["name", "kind", "depth", "amount", "partners", "group", "owner"];
        let row = [
            json!("Acme"),
            json!("reseller"),
            json!(2.5),
            json!({"amount": "10.00", "currency": "EUR"}),
            json!(["A", "B"]),
            json!("Research and development"),
            json!("L'Oréal"),
        ];
        for (text, expect) in [
            ("kind=reseller", Some(true)),
            ("kind = Reseller and name=acme", Some(true)),
            ("kind!=reseller", Some(false)),
            ("depth>2", Some(true)),
            ("depth<2", Some(false)),
            ("amount>9", Some(true)),
            ("name~cm", Some(true)),
            ("partners=B", Some(true)),
            ("kind=brand and name=Acme", Some(false)),
            ("", Some(true)),
            ("group=\"Research and development\" and kind=reseller", Some(true)),
            ("group='research and development'", Some(true)),
            ("kind=reseller AND group = 'Research and development' and name=Acme", Some(true)),
            ("kind=brand and group='Research and development'", Some(false)),
            ("group=\"Research and development\" and kind=brand", Some(false)),
            ("owner=L'Oréal and kind=brand", Some(false)),
            ("owner=L'Oréal and kind=reseller", Some(true)),
            ("owner=\"L'Oréal\" and kind=reseller", Some(true)),
            ("owner='L'Oréal' and kind=reseller", Some(true)),
            ("group=\"Research and development and kind=reseller", None),
            ("owner!=\"\"", Some(true)),
            ("size=5", None),
            ("kind", None),
        ] {
            let found = conditions(text, &columns).ok().map(|all| all.iter().all(|one| one.holds(&row)));
            assert_eq!(found, expect, "{text}");
        }
    }
}
