//! `projection`, `driver` and `actual`.

use api::ErrorReply;
use api::commands::{actuals, drivers, projections};
use api::wire;
use clap::ValueEnum;
use domain::{DistributionKind, Key, MetricUnit, Month, ProjectionModel};

use super::{Session, text};
use crate::arguments::{
    Actual, ActualAdd, Distribution, Driver, DriverSet, DriverUnit, Model, Projection, ProjectionSet,
};
use crate::print;

/// Low, expected and high as typed; the ends may be empty.
type Ends = [wire::Text; 3];

impl Session {
    pub(super) fn projection(&self, command: Projection) -> Result<(), ErrorReply> {
        match command {
            Projection::Set(set) => self.set_projection(set)?,
            Projection::Remove(remove) => {
                self.open(&remove.file)?;
                let motion = self.app.motion_named(&self.window, &remove.motion)?;
                self.app.projection_of(&self.window, motion, &remove.metric)?;
                let request = wire::ProjectionRequest { motion, metric: remove.metric };
                projections::remove(&self.app, &self.window, request)?;
            }
        }
        self.say_last()
    }

    pub(super) fn driver(&self, command: Driver) -> Result<(), ErrorReply> {
        match command {
            Driver::Set(set) => self.set_driver(set)?,
            Driver::Remove(remove) => {
                self.open(&remove.file)?;
                let id = self.app.driver_named(&self.window, &remove.driver)?;
                drivers::remove(&self.app, &self.window, wire::DriverRequest { id })?;
            }
        }
        self.say_last()
    }

    pub(super) fn actual(&self, command: Actual) -> Result<(), ErrorReply> {
        let Actual::Add(ActualAdd { file, motion, metric, month, value }) = command;
        self.open(&file)?;
        let motion = self.app.motion_named(&self.window, &motion)?;
        let cell = wire::ActualSetCell { metric, month, value: Some(text(value)?), confirmed: None };
        let request = wire::ActualsSet { motion: Some(motion), organization: None, cells: vec![cell] };
        if actuals::set(&self.app, &self.window, request)?.changed == 0 {
            print::line("Nothing changed: that figure is there already.");
            return Ok(());
        }
        self.say_last()
    }

    fn set_projection(&self, set: ProjectionSet) -> Result<(), ErrorReply> {
        self.open(&set.file)?;
        if let Some(name) = &set.scenario {
            self.choose(name)?;
        }
        let inputs = set.inputs.iter().map(|(name, value)| self.input(name, value)).collect::<Result<_, _>>()?;
        let figures = set.figures.into_iter().map(|(month, value)| {
            let month = Month::parse(&month).map_err(|error| ErrorReply::refused(format!("{error}.")))?;
            Ok(wire::ProjectionFigureSet { month, value: text(value)? })
        });
        let request = wire::ProjectionSet {
            motion: self.app.motion_named(&self.window, &set.motion)?,
            metric: set.metric,
            from: set.from,
            months: set.months,
            model: set.model.into(),
            total: text(set.total.unwrap_or_default())?,
            low: text(set.low.unwrap_or_default())?,
            high: text(set.high.unwrap_or_default())?,
            distribution: set.distribution.map(Into::into),
            inputs,
            figures: figures.collect::<Result<_, ErrorReply>>()?,
        };
        projections::set(&self.app, &self.window, request)?;
        Ok(())
    }

    /// `30%`, `20%:30%:40%`, `20%:30%:40%:beta` or `@Win rate`.
    fn input(&self, name: &str, typed: &str) -> Result<wire::ProjectionInputSet, ErrorReply> {
        let name = Key::parse(name).map_err(|error| ErrorReply::refused(format!("{error}.")))?;
        let driver = typed.strip_prefix('@').map(|driver| self.app.driver_named(&self.window, driver)).transpose()?;
        let ([low, value, high], distribution) = ends(if driver.is_some() { "" } else { typed })?;
        Ok(wire::ProjectionInputSet { name, value, low, high, driver, distribution })
    }

    fn set_driver(&self, set: DriverSet) -> Result<(), ErrorReply> {
        self.open(&set.file)?;
        let known = drivers::list(&self.app, &self.window, wire::Nothing {})?;
        let id = known.iter().find(|driver| driver.name == set.name).map(|driver| driver.id);
        let unit = match set.unit {
            DriverUnit::Money => MetricUnit::Money,
            DriverUnit::Count => MetricUnit::Count,
            DriverUnit::Ratio => MetricUnit::Ratio,
            DriverUnit::Percent => MetricUnit::Percent,
        };
        let ([low, value, high], distribution) = ends(&set.value)?;
        let request = wire::DriverSet { id, name: text(set.name)?, unit, value, low, high, distribution };
        drivers::set(&self.app, &self.window, request)?;
        Ok(())
    }
}

pub(super) fn ends(typed: &str) -> Result<(Ends, Option<DistributionKind>), ErrorReply> {
    let parts: Vec<&str> = typed.split(':').collect();
    let ([low, value, high], shape) = match parts.as_slice() {
        [value] => (["", value, ""], None),
        [low, value, high] => ([*low, *value, *high], None),
        [low, value, high, shape] => ([*low, *value, *high], Some(*shape)),
        _ => {
            return Err(ErrorReply::refused(format!(
                "'{typed}' is no figure and no range: write 30%, or low, expected and high as 20%:30%:40%."
            )));
        }
    };
    let shape = shape.map(|shape| Distribution::from_str(shape, true).map_err(|_| no_shape(shape))).transpose()?;
    Ok(([text(low.to_owned())?, text(value.to_owned())?, text(high.to_owned())?], shape.map(Into::into)))
}

fn no_shape(typed: &str) -> ErrorReply {
    let known: Vec<String> = Distribution::value_variants()
        .iter()
        .filter_map(|shape| shape.to_possible_value().map(|value| value.get_name().to_owned()))
        .collect();
    ErrorReply::refused(format!("'{typed}' is no distribution: write one of {}.", known.join(", ")))
}

impl From<Distribution> for DistributionKind {
    fn from(shape: Distribution) -> Self {
        match shape {
            Distribution::Fixed => Self::Fixed,
            Distribution::Uniform => Self::Uniform,
            Distribution::Triangular => Self::Triangular,
            Distribution::Pert => Self::Pert,
            Distribution::Lognormal => Self::Lognormal,
            Distribution::Beta => Self::Beta,
        }
    }
}

impl From<Model> for ProjectionModel {
    fn from(model: Model) -> Self {
        match model {
            Model::Linear => Self::Linear,
            Model::SCurve => Self::SCurve,
            Model::Typed => Self::Typed,
            Model::Ramp => Self::Ramp,
            Model::Gompertz => Self::Gompertz,
            Model::Bass => Self::Bass,
            Model::Cohort => Self::Cohort,
            Model::Seasonal => Self::Seasonal,
            Model::Split => Self::Split,
            Model::Funnel => Self::Funnel,
        }
    }
}
