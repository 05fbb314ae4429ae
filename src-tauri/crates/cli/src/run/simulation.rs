//! `simulate`, `target` and `correlation`.

use api::ErrorReply;
use api::commands::simulation;
use api::wire;
use serde_json::{Value, json};

use super::{Session, text};
use crate::arguments::{Correlation, CorrelationGroup, Simulate, Target};
use crate::print;

impl Session {
    pub(super) fn simulate(&self, simulate: &Simulate) -> Result<(), ErrorReply> {
        self.open(&simulate.file)?;
        if let Some(name) = &simulate.scenario {
            self.choose(name)?;
        }
        let motion = simulate.motion.as_deref().map(|name| self.app.motion_named(&self.window, name)).transpose()?;
        let request = wire::SimulateRequest {
            job: "simulate".to_owned(),
            metric: simulate.metric.clone(),
            motion,
            year: simulate.year,
            runs: simulate.runs,
            seed: simulate.seed,
        };
        let view = simulation::run(&self.app, &self.window, request)?;
        if simulate.json {
            return print::json(&view);
        }
        print::line(&view.words);
        for line in view.target.iter().map(|target| &target.words).chain([&view.how]) {
            print::line(line);
        }
        let columns = [("Input", "name"), ("From low to high", "range"), ("At p10", "low"), ("At p90", "high")];
        let row = |driver: &wire::DriverSwing| {
            json!({
                "name": driver.name,
                "range": driver.range_text,
                "low": driver.at_p10_text,
                "high": driver.at_p90_text,
            })
        };
        let rows: Vec<Value> = view.drivers.iter().map(row).collect();
        print::columns(&columns, &rows)
    }

    pub(super) fn target(&self, command: Target) -> Result<(), ErrorReply> {
        let Target::Set(set) = command;
        self.open(&set.file)?;
        let request = wire::TargetSet { metric: set.metric, year: set.year, value: text(set.value)? };
        simulation::set_target(&self.app, &self.window, request)?;
        self.say_last()
    }

    pub(super) fn correlation(&self, command: Correlation) -> Result<(), ErrorReply> {
        match command {
            Correlation::Set(set) => {
                self.open(&set.file)?;
                let rules = simulation::settings(&self.app, &self.window, wire::Nothing {})?.rules;
                let rules = domain::SimulationRules { correlation: set.correlation, ..rules };
                simulation::set(&self.app, &self.window, rules)?;
            }
            Correlation::Group(group) => self.correlate(group)?,
            Correlation::Ungroup(ungroup) => {
                self.open(&ungroup.file)?;
                let id = self.correlation_group(&ungroup.name)?.ok_or_else(|| {
                    let name = &ungroup.name;
                    ErrorReply::refused(format!("There is no group '{name}': name one as `correlation group` did."))
                })?;
                simulation::remove_group(&self.app, &self.window, wire::CorrelationGroupRequest { id })?;
            }
        }
        self.say_last()
    }

    fn correlate(&self, group: CorrelationGroup) -> Result<(), ErrorReply> {
        self.open(&group.file)?;
        let motions = group.motions.iter().map(|name| self.app.motion_named(&self.window, name));
        let request = wire::CorrelationGroupSet {
            id: self.correlation_group(&group.name)?,
            motions: motions.collect::<Result<_, _>>()?,
            name: text(group.name)?,
            correlation: group.correlation,
        };
        simulation::set_group(&self.app, &self.window, request)?;
        Ok(())
    }

    fn correlation_group(&self, name: &str) -> Result<Option<domain::CorrelationGroupId>, ErrorReply> {
        let groups = simulation::settings(&self.app, &self.window, wire::Nothing {})?.groups;
        Ok(groups.iter().find(|group| group.name == name).map(|group| group.id))
    }
}
