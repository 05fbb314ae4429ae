//! The one row of settings. Its key is a constant, so that there is always at most one.

use domain::{MetricRules, QualityWeights, Settings, SimulationRules};
use rusqlite::types::Value;

use crate::{
    StoreError,
    field::{Field, Reader},
    row::Row,
};

const ONLY: &str = "workspace";

impl Row for Settings {
    type Id = ();
    const TABLE: &'static str = "settings";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "us",
        "currency",
        "fiscal_first_month",
        "bounds_lower",
        "bounds_upper",
        "language",
        "lens_rules",
        "sourcing_quiet_days",
        "sourcing_window_days",
        "lift_stage",
        "influence",
        "epc_clicks",
        "cost_has_platform_fee",
        "cost_has_discounts",
        "quality_coverage",
        "quality_win_rate",
        "quality_age",
        "quality_next_step",
        "fund_window_months",
        "simulation_correlation",
        "simulation_runs",
        "simulation_seed",
    ];
    const KEYS: usize = 1;
    const ORDER: &'static str = "id";

    fn key((): &()) -> Vec<Value> {
        vec![Value::Text(ONLY.into())]
    }

    fn values(&self) -> Vec<Value> {
        let mut out = Self::key(&());
        self.name.put(&mut out);
        self.us.put(&mut out);
        self.currency.put(&mut out);
        self.fiscal_first_month.put(&mut out);
        self.bounds.put(&mut out);
        self.language.put(&mut out);
        self.lens_rules.put(&mut out);
        self.metric_rules.put(&mut out);
        self.simulation.put(&mut out);
        out
    }

    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        reader.take::<String>()?;
        Ok(Self {
            name: reader.take()?,
            us: reader.take()?,
            currency: reader.take()?,
            fiscal_first_month: reader.take()?,
            bounds: reader.take()?,
            language: reader.take()?,
            lens_rules: reader.take()?,
            metric_rules: reader.take()?,
            simulation: reader.take()?,
        })
    }
}

impl Field for MetricRules {
    fn put(&self, out: &mut Vec<Value>) {
        self.sourcing_quiet_days.put(out);
        self.sourcing_window_days.put(out);
        self.lift_stage.put(out);
        self.influence.put(out);
        self.epc_clicks.put(out);
        self.cost_has_platform_fee.put(out);
        self.cost_has_discounts.put(out);
        let QualityWeights { coverage, win_rate, age, next_step } = self.quality;
        ((coverage, win_rate), (age, next_step)).put(out);
        self.fund_window_months.put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            sourcing_quiet_days: reader.take()?,
            sourcing_window_days: reader.take()?,
            lift_stage: reader.take()?,
            influence: reader.take()?,
            epc_clicks: reader.take()?,
            cost_has_platform_fee: reader.take()?,
            cost_has_discounts: reader.take()?,
            quality: QualityWeights {
                coverage: reader.take()?,
                win_rate: reader.take()?,
                age: reader.take()?,
                next_step: reader.take()?,
            },
            fund_window_months: reader.take()?,
        })
    }
}

impl Field for SimulationRules {
    fn put(&self, out: &mut Vec<Value>) {
        self.correlation.put(out);
        self.runs.put(out);
        self.seed.put(out);
    }
    fn take(reader: &mut Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self { correlation: reader.take()?, runs: reader.take()?, seed: reader.take()? })
    }
}
