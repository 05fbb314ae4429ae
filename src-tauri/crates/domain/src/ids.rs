//! One newtype per kind of row, so that a motion's id can never stand where a partner's is meant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

ids! {
    /// An organization: a node of the map.
    OrganizationId;
    /// A tag.
    TagId;
    /// A relationship: a typed line between two organizations.
    RelationshipId;
    /// One line of a relationship's value exchange.
    ValueExchangeId;
    /// An observation on an organization or a relationship.
    SignalId;
    /// A person's judgment that replaces the lens of a relationship.
    OverruleId;
    /// One of us.
    PersonId;
    /// Somebody at a partner.
    ContactId;
    /// A company we sell to.
    AccountId;
    /// An account's opportunity.
    DealId;
    /// A partner's part in a deal.
    TouchId;
    /// A planned joint activity.
    MotionId;
    /// A step inside a motion.
    TaskId;
    /// A dated mark inside a motion.
    MilestoneId;
    /// A part of a motion's work.
    PhaseId;
    /// A line to tick inside a task.
    ChecklistItemId;
    /// "This starts after that."
    DependencyId;
    /// A planned cost of a motion.
    BudgetLineId;
    /// Market development money.
    FundId;
    /// A named set of differences from the Expected scenario.
    ScenarioId;
    /// One difference of a scenario.
    ScenarioDifferenceId;
    /// What a motion is expected to do to a metric.
    ProjectionId;
    /// A measured figure of one month.
    ActualId;
    /// The plan as of a date.
    LockedPlanId;
    /// One imported file.
    ImportBatchId;
    /// How the columns of a file were mapped.
    ImportMappingId;
    /// A saved map view.
    ViewId;
    /// A view in a workshop's order.
    SceneId;
    /// One entry of a partner's log.
    ActivityId;
    /// The settings of one PDF.
    PlanDocumentId;
    /// What may go wrong in a motion.
    RiskId;
    /// A decision, a meeting or a remark of a motion.
    MotionNoteId;
    /// An objective of a joint plan.
    JointObjectiveId;
    /// A figure that several projections share.
    DriverId;
    /// Motions that go well or badly together.
    CorrelationGroupId;
    /// What a currency was worth on a day.
    ExchangeRateId;
    /// What a market was worth in a year.
    MarketFigureId;
    /// What we did with an account.
    AccountActivityId;
}
