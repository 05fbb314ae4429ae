//! `rate`: what currencies were worth.

use api::commands::rates;
use api::{ErrorReply, Listed, wire};

use super::{Session, text};
use crate::arguments::{Rate, RateAdd, RateRemove};
use crate::print;

impl Session {
    pub(super) fn rate(&self, command: Rate) -> Result<(), ErrorReply> {
        match command {
            Rate::Add(RateAdd { file, from, to, rate, date, source }) => {
                self.open(&file)?;
                let request = wire::RateAdd { from, to, rate, date, source: text(source)? };
                rates::add(&self.app, &self.window, request)?;
            }
            Rate::List(list) => {
                self.open(&list.file)?;
                return print::listing(&self.app.listing(&self.window, Listed::Rates)?, list.json);
            }
            Rate::Remove(RateRemove { file, from, to, date }) => {
                self.open(&file)?;
                let all = rates::list(&self.app, &self.window, wire::Nothing {})?;
                let known = all.iter().find(|known| (known.from, known.to, known.date) == (from, to, date));
                let known = known.ok_or_else(|| {
                    let advice = "list the rates to see which there are";
                    ErrorReply::refused(format!("There is no rate from {from} to {to} of {date}: {advice}."))
                })?;
                rates::remove(&self.app, &self.window, wire::RateRequest { id: known.id })?;
            }
        }
        self.say_last()
    }
}
