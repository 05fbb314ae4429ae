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

/// Reads conditions joined by `and`; all of them have to hold.
pub(super) fn conditions(text: &str, columns: &[&str]) -> Result<Vec<Condition>, ErrorReply> {
    let mut rest = text.trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let end = rest.to_ascii_lowercase().find(" and ");
        let (one, more) = end.map_or((rest, ""), |end| (&rest[..end], &rest[end + 5..]));
        found.push(condition(one, columns)?);
        rest = more.trim();
    }
    Ok(found)
}

fn condition(typed: &str, columns: &[&str]) -> Result<Condition, ErrorReply> {
    let place = MARKS.iter().filter_map(|(mark, test)| Some((typed.find(mark)?, mark, *test))).min_by_key(|at| at.0);
    let Some((place, mark, test)) = place else {
        return Err(ErrorReply::refused(format!(
            "'{typed}' is no condition: write it as column=value, joined by and."
        )));
    };
    let name = typed[..place].trim();
    let value = typed[place + mark.len()..].trim().trim_matches(['"', '\'']).to_owned();
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
        let columns = ["name", "kind", "depth", "amount", "partners"];
        let row = [
            json!("Acme"),
            json!("reseller"),
            json!(2.5),
            json!({"amount": "10.00", "currency": "EUR"}),
            json!(["A", "B"]),
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
            ("size=5", None),
            ("kind", None),
        ] {
            let found = conditions(text, &columns).ok().map(|all| all.iter().all(|one| one.holds(&row)));
            assert_eq!(found, expect, "{text}");
        }
    }
}
