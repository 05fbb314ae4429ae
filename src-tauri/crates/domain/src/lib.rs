//! The nouns of a partner program and the rules they keep.
//!
//! Owns: identifiers, money, months, the record types of every table, the lens, metric definitions and what can be
//! worked out from them. Must not know: files, SQL, windows, the clock or unseeded randomness. Today and new
//! identifiers come in as arguments.

pub mod account;
pub mod activity;
pub mod balance;
pub mod budget;
pub mod capacity;
pub mod custom_field;
pub mod document;
pub mod filter;
pub mod fit;
#[cfg(test)]
mod fixture;
pub mod fund;
mod house_template;
pub mod identity;
pub mod ids;
pub mod import_batch;
pub mod joint;
pub mod joint_plan;
mod landing;
pub mod lens;
pub mod metric;
pub mod metric_rules;
pub mod money;
pub mod month;
pub mod motion;
pub mod organization;
pub mod outcome;
pub mod person;
pub mod playbook;
pub mod portfolio;
pub mod relationship;
pub mod remaining;
pub mod revenue;
pub mod scenario;
pub mod schedule;
mod seen_by;
pub mod tag;
pub mod task;
pub mod text;
mod uncertainty;
pub mod variance;
pub mod view;
mod vocabulary;
pub mod workspace;

pub use jiff::civil::Date;

pub use account::{
    Account, AccountActivity, Deal, DealStage, DealStageEntry, ShareError, Touch, TouchKind, check_share,
};
pub use activity::{Activity, ActivityKind, Renewal};
pub use balance::{Balance, Split};
pub use budget::{Amounts, MotionBudget};
pub use capacity::Capacity;
pub use custom_field::{CustomField, CustomKind, CustomValue};
pub use document::{
    Accent, AccentError, Audience, BrandParty, DocumentBrand, DocumentError, DocumentPreset, DocumentScenario,
    DocumentSettings, Heading, LogoPng, LogoPngError, MapExtent, MapGrouping, Paper, Party, PartyLogo, PlanDocument,
    ProfilesOf, Section, SectionContent, SectionKind, Show,
};
pub use filter::{Condition, Facts, Field, Filter, Test, UnknownField};
pub use fit::{Fit, FitAnswer, FitCriterion, Gate, GateAnswer, GateQuestion};
pub use fund::{FundOrder, FundStanding, FundStatus, FundStep};
pub use house_template::{HouseDocument, HouseTemplate};
pub use identity::{ForeignId, ImportMapping, NotDuplicate, OrganizationAlias};
pub use ids::*;
pub use import_batch::ImportBatch;
pub use joint::{MotionNote, NoteKind, Raci, RaciGap, RaciLetter, Risk};
pub use joint_plan::{JointObjective, JointPlanAccount, JointPlanField, JointPlanText, ObjectiveKind, QuarterTarget};
pub use landing::{ReforecastChoice, ReforecastMethod, Target};
pub use lens::{
    Aspect, AspectAssessment, Assessment, Bounds, Character, HeldCharacter, Known, Lens, MotionAssessment,
    OrganizationAssessment, RelationshipAssessment, Source, Standing, assess, settle,
};
pub use metric::evaluate::{Base, Value};
pub use metric::explain::{ExplainedPart, Explanation, explain};
pub use metric::formula::{Formula, FormulaError, Missing};
pub use metric::ledger::{Clash, EntrySource, Ledger, LeftOut};
pub use metric::library::Library;
pub use metric::line::{Line, Lines};
pub use metric::sheet::{Cell, Sheet};
pub use metric::{Basis, Better, Count, Metric, MetricOrigin, MetricSide, MetricUnit, OverMonths, OverMotions};
pub use metric_rules::{InfluenceModel, MetricRules, QualityWeights};
pub use money::{Currency, Money, MoneyError};
pub use month::{FiscalYear, Month, MonthError};
pub use motion::{
    BudgetLine, BudgetShare, CostBehavior, Dependency, Fund, Health, Motion, MotionKind, MotionPartner, MotionStatus,
};
pub use organization::{
    Glyph, Organization, OrganizationKind, OrganizationLogo, OrganizationRegion, OrganizationSegment, Shape, Stage,
};
pub use outcome::{
    Actual, ActualReport, Driver, ExchangeRate, Figure, LockedPlan, MarketFigure, Projection, ProjectionFigure,
    ProjectionInput, ProjectionModel, ReportBasis, ReportDate, VarianceReason,
};
pub use person::{Contact, Function, Owner, Person};
pub use playbook::{Playbook, SavedPlaybook};
pub use portfolio::Scope;
pub use relationship::{
    Commission, CommissionError, CommissionEvent, CommissionRate, CommissionTerms, CommissionTier, CommissionTime,
    Direction, Overrule, Reciprocity, Relationship, RelationshipKind, RelationshipStatus, Signal, SignalSubject,
    ValueExchange, ValueKind, Weight,
};
pub use remaining::Remaining;
pub use scenario::{Scenario, ScenarioDifference, apply_scenario, unusable_differences};
pub use seen_by::{OrganizationNames, StandIns};
pub use tag::{OrganizationTag, Tag};
pub use task::{ChecklistItem, Milestone, MotionMetric, Phase, Task, TaskDependency, TaskOrMilestone, TaskOwner};
pub use text::{Key, KeyError, Name, NameError};
pub use uncertainty::{CorrelationGroup, CorrelationMember, DistributionKind, SimulationRules};
pub use view::{Placement, Scene, View};
pub use workspace::{Settings, Workspace};
