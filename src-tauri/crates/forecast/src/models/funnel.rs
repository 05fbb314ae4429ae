//! Reach → leads → opportunities → wins × deal size.

use crate::input::{InputError, countable, month_count, not_negative, share};

/// What reach becomes, stage by stage, each with its rate and its wait.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Funnel {
    /// People or accounts reached in a month, 0 or more.
    pub reach: f64,
    /// Which part of the reach becomes a lead, 0 to 1.
    pub lead_rate: f64,
    /// Which part of the leads becomes an opportunity, 0 to 1.
    pub opportunity_rate: f64,
    /// Which part of the opportunities is won, 0 to 1.
    pub win_rate: f64,
    /// What a won deal is worth, 0 or more.
    pub deal_size: f64,
    /// Whole months from reach to lead.
    pub lead_lag: u32,
    /// Whole months from the working of a lead to its opportunity.
    pub opportunity_lag: u32,
    /// Whole months from opportunity to win.
    pub win_lag: u32,
    /// The most leads that can be worked in a month, 0 or more; none: all. What is over waits for the next month.
    pub capacity: Option<f64>,
}

/// A funnel's months by stage. Each list has one figure per month.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStages {
    /// Reached.
    pub reach: Vec<f64>,
    /// Leads that came in.
    pub leads: Vec<f64>,
    /// Leads that were worked; all of them unless there is a capacity.
    pub worked: Vec<f64>,
    /// Leads that wait at the month's end.
    pub waiting: Vec<f64>,
    /// Opportunities that came up.
    pub opportunities: Vec<f64>,
    /// Deals won.
    pub wins: Vec<f64>,
    /// Wins × deal size.
    pub value: Vec<f64>,
}

impl Funnel {
    /// `count` months, 1 to 120, of the same reach each. Before the first month nothing was reached.
    pub fn months(&self, count: u32) -> Result<FunnelStages, InputError> {
        self.months_of(&vec![self.reach; month_count(count)? as usize])
    }

    /// As many months as `reach` has, 1 to 120, with the reach of each: another model's figures, or typed ones. The
    /// funnel's own reach is not used.
    ///
    /// leads(t) = reach(t − lead lag) × lead rate; worked(t) = the smaller of capacity and what waits and comes in;
    /// opportunities(t) = worked(t − opportunity lag) × opportunity rate; wins(t) = opportunities(t − win lag) × win
    /// rate; value(t) = wins(t) × deal size. At every month, leads so far = worked so far + waiting.
    pub fn months_of(&self, reach: &[f64]) -> Result<FunnelStages, InputError> {
        month_count(u32::try_from(reach.len()).unwrap_or(u32::MAX))?;
        reach.iter().try_for_each(|figure| not_negative("reach", *figure).map(drop))?;
        share("lead rate", self.lead_rate)?;
        share("opportunity rate", self.opportunity_rate)?;
        share("win rate", self.win_rate)?;
        not_negative("deal size", self.deal_size)?;
        let capacity = self.capacity.map(|most| not_negative("capacity", most)).transpose()?;

        let leads = passed(reach, self.lead_lag, self.lead_rate);
        let (worked, waiting) = match capacity {
            Some(most) => worked_within(most, &leads),
            None => (leads.clone(), vec![0.0; leads.len()]),
        };
        let opportunities = passed(&worked, self.opportunity_lag, self.opportunity_rate);
        let wins = passed(&opportunities, self.win_lag, self.win_rate);
        let value = countable(wins.iter().map(|count| count * self.deal_size).collect())?;
        let waiting = countable(waiting)?;
        Ok(FunnelStages { reach: reach.to_vec(), leads, worked, waiting, opportunities, wins, value })
    }
}

fn passed(stage: &[f64], lag: u32, rate: f64) -> Vec<f64> {
    let lag = stage.len().min(lag as usize);
    let later = stage.iter().take(stage.len() - lag).map(|figure| figure * rate);
    std::iter::repeat_n(0.0, lag).chain(later).collect()
}

fn worked_within(capacity: f64, leads: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let mut waiting = 0.0;
    let month = |new: &f64| {
        let open = waiting + new;
        let worked = capacity.min(open);
        waiting = open - worked;
        (worked, waiting)
    };
    leads.iter().map(month).unzip()
}
