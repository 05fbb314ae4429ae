//! How a deal stands, and what part a partner had in it, by the words that programs and people write.

use domain::{DealStage, TouchKind};

use crate::Reject;
use crate::table::row::Row;
use crate::words::folded;

/// Won and lost by the program's own marks, else by the stage's words; every other stage is open.
pub fn stage(row: Row<'_>) -> Result<DealStage, Reject> {
    if row.yes("is_won")?.unwrap_or(false) {
        return Ok(DealStage::Won);
    }
    if row.yes("is_lost")?.unwrap_or(false) {
        return Ok(DealStage::Lost);
    }
    let words = row.text("stage");
    if folded(words).is_empty() {
        return Err(row.reject("stage", "a stage such as open, won or lost"));
    }
    Ok(of_words(words))
}

/// By whole words: a stage named "Two Negotiation" is not won. What is closed and not won is lost.
fn of_words(text: &str) -> DealStage {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = |all: &[&str]| words.iter().position(|word| all.contains(word));
    let is_denied = |place: usize| place > 0 && matches!(words[place - 1], "not" | "nicht" | "never" | "non" | "un");
    let won = at(&["won", "gewonnen", "closedwon", "wonclosed"]);
    let lost = at(&["lost", "verloren", "abandoned", "disqualified", "closedlost", "lostclosed"]);
    let is_closed = at(&["closed", "geschlossen"]).is_some();
    match (lost.map(is_denied), won.map(is_denied)) {
        (Some(false), _) => DealStage::Lost,
        (_, Some(false)) => DealStage::Won,
        (_, Some(true)) if is_closed => DealStage::Lost,
        _ => DealStage::Open,
    }
}

/// What the partner did.
pub fn touch(row: Row<'_>) -> Result<TouchKind, Reject> {
    match folded(row.text("touch")).as_str() {
        "" | "influenced" | "influence" | "assisted" => Ok(TouchKind::Influenced),
        "sourced" | "source" | "referred" | "referral" | "registered" => Ok(TouchKind::Sourced),
        "delivered" | "delivery" | "implemented" | "implementation" | "services" => Ok(TouchKind::Delivered),
        _ => Err(row.reject("touch", "sourced, influenced or delivered")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_are_told_by_whole_words() {
        use DealStage::{Lost, Open, Won};
        for (text, expect) in [
            ("Closed Won", Won),
            ("closedwon", Won),
            ("closed_won", Won),
            ("Won!", Won),
            ("Gewonnen", Won),
            ("Closed - Lost", Lost),
            ("closedlost", Lost),
            ("Abandoned", Lost),
            ("Stage Two Negotiation", Open),
            ("Two Nordics", Open),
            ("Wonder phase", Open),
            ("Closed - not won", Lost),
            ("Not won yet", Open),
            ("Not lost", Open),
            ("Negotiation", Open),
        ] {
            assert_eq!(of_words(text), expect, "{text}");
        }
    }
}
