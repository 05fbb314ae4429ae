//! A workspace with a row for every noun, in two variants that share their ids and keys and differ everywhere else.

use domain::*;
use jiff::civil::date;
use store::{Origin, Step, StoreError, WorkspaceFile};
use tempfile::TempDir;
use uuid::Uuid;

/// Us, in both variants.
pub const US: OrganizationId = OrganizationId(Uuid::from_u128(1));
/// The one partner.
pub const PARTNER: OrganizationId = OrganizationId(Uuid::from_u128(2));
/// The line between the two.
pub const LINE: RelationshipId = RelationshipId(Uuid::from_u128(3));
/// The first of two motions.
pub const MOTION: MotionId = MotionId(Uuid::from_u128(4));

/// An id that is the same in each run.
pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

pub fn origin() -> Origin {
    Origin { author: "Ada".into(), now: "2026-11-23T12:00:00Z".parse().unwrap() }
}

pub fn step(sentence: &str) -> Step {
    Step { command: "test".into(), args: serde_json::json!({ "n": 1 }), sentence: sentence.into() }
}

/// A file in a folder of its own that holds `workspace`.
pub fn file_with(workspace: &Workspace) -> (TempDir, WorkspaceFile) {
    let folder = tempfile::tempdir().unwrap();
    let file = WorkspaceFile::create(&folder.path().join("plan.ecotone"), workspace, &origin(), None).unwrap();
    (folder, file)
}

/// An organization of the built-in kind brand.
pub fn organization(number: u128, text: &str) -> Organization {
    Organization::named(id(number), name(text), key("brand"))
}

/// Adds an organization as one step.
pub fn add(file: &mut WorkspaceFile, number: u128) -> Result<(), StoreError> {
    let organization = organization(number, &format!("Partner {number}"));
    file.step(step(&format!("Added partner {number}")), &origin(), |edit| edit.insert(&organization))
}

/// Us alone, with the built-in vocabulary.
pub fn blank() -> Workspace {
    let mut next = 0;
    Workspace::blank(name("Plan"), name("Tidewater"), Currency::EUR, 4, &mut || {
        next += 1;
        if next == 1 { US.0 } else { Uuid::from_u128(90) }
    })
}

/// A row for every noun.
pub fn full(second: bool) -> Workspace {
    let mut workspace = blank();
    add_vocabulary(&mut workspace, second);
    add_network(&mut workspace, second);
    add_people_and_deals(&mut workspace, second);
    add_motions(&mut workspace, second);
    add_steps(&mut workspace, second);
    add_money(&mut workspace, second);
    add_figures(&mut workspace, second);
    add_partner_page(&mut workspace, second);
    add_views(&mut workspace, second);
    add_fit(&mut workspace, second);
    add_terms(&mut workspace, second);
    add_joint_work(&mut workspace, second);
    workspace
}

fn either<T>(second: bool, first_value: T, second_value: T) -> T {
    if second { second_value } else { first_value }
}

fn add_vocabulary(w: &mut Workspace, second: bool) {
    let lens =
        Lens { focus: Some(either(second, 1.5, 4.0)), involvement: either(second, None, Some(0.0)), ..Lens::default() };
    w.settings = Settings {
        name: name(either(second, "Plan", "株式会社 *x* #eval(\"1\")")),
        us: either(second, US, PARTNER),
        currency: Currency::parse(either(second, "EUR", "JPY")).unwrap(),
        fiscal_first_month: either(second, 4, 1),
        bounds: either(second, Bounds::default(), Bounds { lower: 1.5, upper: 3.5 }),
        language: either(second, "en", "de").into(),
        lens_rules: either(second, 1, 2),
        metric_rules: MetricRules {
            sourcing_quiet_days: either(second, 90, 30),
            sourcing_window_days: either(second, 180, 365),
            lift_stage: either(second, None, Some(name("Proposal"))),
            influence: either(second, InfluenceModel::Split, InfluenceModel::OnePartner),
            epc_clicks: either(second, 1, 100),
            cost_has_platform_fee: second,
            cost_has_discounts: !second,
            quality: QualityWeights { coverage: either(second, 0.3, 1.0), ..QualityWeights::default() },
            fund_window_months: either(second, 12, 6),
        },
        simulation: SimulationRules {
            correlation: either(second, 0.3, 0.0),
            runs: either(second, 10_000, 500),
            seed: either(second, 1, 7),
        },
    };
    w.organization_kinds.push(OrganizationKind {
        key: key("bank"),
        name: name(either(second, "Bank", "Banque")),
        shape: either(second, Shape::Hexagon, Shape::Pentagon),
        glyph: either(second, Glyph::None, Glyph::ShoppingBag),
        color: either(second, "#112233", "kind-brand").into(),
        position: 90,
    });
    w.relationship_kinds.push(RelationshipKind {
        key: key("member_of"),
        forward: name(either(second, "is a member of", "belongs to")),
        reverse: name(either(second, "has the member", "holds")),
        symmetric: second,
        default_lens: either(second, None, Some(Lens::default())),
        position: 90,
    });
    w.motion_kinds.push(MotionKind {
        key: key("fair"),
        name: name(either(second, "Fair", "Trade fair")),
        default_lens: lens,
        position: 90,
    });
    w.stages.push(Stage { key: key("waiting"), name: name(either(second, "Waiting", "On hold")), position: 90 });
    w.metrics.push(Metric {
        key: key("visits"),
        name: name(either(second, "Visits", "Booth visits")),
        unit: either(second, MetricUnit::Count, MetricUnit::Ratio),
        better: either(second, Better::Higher, Better::Lower),
        over_months: either(second, OverMonths::Last, OverMonths::Average),
        side: either(second, MetricSide::Tactical, MetricSide::Strategic),
        basis: either(second, Basis::NotMoney, Basis::AnnualRecurring),
        definition: either(second, "Counted at the door.", "").into(),
        position: 900,
        over_motions: either(second, OverMotions::Sum, OverMotions::RatioOfSums),
        origin: either(
            second,
            MetricOrigin::Formula("orders / 2".into()),
            MetricOrigin::Counted(Count::SourcedRevenue),
        ),
        source: either(second, "The fair's own count", "").into(),
        floor: either(second, 0, 10),
        headline: second,
    });
}

fn add_network(w: &mut Workspace, second: bool) {
    w.organizations.push(Organization {
        id: PARTNER,
        name: name(either(second, "Acme", "=HYPERLINK(\"x\")")),
        kind: key(either(second, "bank", "reseller")),
        stage: either(second, Some(key("waiting")), None),
        tier: either(second, Some("Platinum".into()), None),
        owner: either(second, Some(Owner::Person(id(10))), Some(Owner::Function(Function::Executive))),
        group: either(second, Some("DACH".into()), None),
        region: either(second, None, Some("EMEA".into())),
        website: either(second, Some("https://acme.example".into()), None),
        since: either(second, Some(date(2024, 2, 29)), None),
        notes: either(second, "line\nline", "").into(),
        placeholder: second,
        active: !second,
    });
    w.relationships.push(Relationship {
        id: LINE,
        from: either(second, US, PARTNER),
        to: either(second, PARTNER, US),
        kind: key(either(second, "member_of", "resells")),
        status: either(second, RelationshipStatus::InTalks, RelationshipStatus::AtRisk),
        since: either(second, Some(date(2025, 1, 1)), None),
        tier: either(second, Some("1".into()), None),
        strength: either(second, Weight::try_from(5).ok(), None),
        commission: either(second, Some("8 %".into()), None),
        notes: either(second, "", "secret").into(),
    });
    w.value_exchanges.push(ValueExchange {
        id: id(20),
        relationship: LINE,
        direction: either(second, Direction::Give, Direction::Get),
        kind: key(either(second, "reach", "shared_ip")),
        what: either(second, "Order data API", "").into(),
        weight: Weight::try_from(either(second, 1, 5)).unwrap(),
        position: u32::from(second),
    });
    for (number, subject) in [(21, SignalSubject::Organization(PARTNER)), (22, SignalSubject::Relationship(LINE))] {
        w.signals.push(Signal {
            id: id(number),
            subject: either(second, subject, SignalSubject::Organization(US)),
            kind: key(either(second, "audience_overlap", "asked")),
            value: either(second, "62 %", "").into(),
            source: either(second, "survey", "call").into(),
            date: either(second, date(2026, 5, 1), date(2026, 6, 30)),
        });
    }
    w.overrules.push(Overrule {
        id: id(23),
        relationship: LINE,
        lens: either(second, Lens::of([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]), Lens { focus: Some(2.5), ..Lens::default() }),
        reason: either(second, "they asked us in", "").into(),
        date: either(second, date(2026, 5, 1), date(2026, 6, 30)),
    });
}

fn add_people_and_deals(w: &mut Workspace, second: bool) {
    w.people.push(Person {
        id: id(10),
        name: name(either(second, "Ada", "Grace")),
        function: either(second, Function::Marketing, Function::Partnerships),
        email: either(second, Some("ada@example".into()), None),
    });
    w.contacts.push(Contact {
        id: id(11),
        organization: either(second, PARTNER, US),
        name: name(either(second, "Bo", "Cy")),
        role: either(second, Some("CMO".into()), None),
        email: either(second, None, Some("cy@example".into())),
        phone: either(second, Some("+49".into()), None),
    });
    w.accounts.push(Account {
        id: id(12),
        name: name(either(second, "Globex", "Initech")),
        domain: either(second, None, Some("initech.example".into())),
        target: second,
    });
    w.deals.push(Deal {
        id: id(13),
        account: id(12),
        name: name(either(second, "Rollout", "Renewal")),
        amount: Money { minor: either(second, -1, 9_000_000_000_000_000), currency: Currency::EUR },
        stage: either(second, DealStage::Open, DealStage::Won),
        opened: either(second, date(2026, 1, 31), date(2026, 2, 1)),
        closed: either(second, None, Some(date(2026, 3, 1))),
        motion: either(second, Some(MOTION), None),
        probability: either(second, None, Some(0.25)),
        next_step: either(second, "", "Send the offer").into(),
        expected_close: either(second, Some(date(2026, 4, 1)), None),
    });
    w.deal_stage_entries.push(DealStageEntry {
        deal: id(13),
        stage: name("Proposal"),
        entered: either(second, date(2026, 2, 1), date(2026, 2, 20)),
    });
    w.account_activities.push(AccountActivity {
        id: id(140),
        account: id(12),
        date: either(second, date(2026, 1, 1), date(2026, 1, 2)),
        what: either(second, "Call", "").into(),
    });
    w.touches.push(Touch {
        id: id(14),
        deal: id(13),
        organization: either(second, PARTNER, US),
        kind: either(second, TouchKind::Sourced, TouchKind::Delivered),
        date: either(second, date(2026, 1, 31), date(2026, 2, 1)),
        share: either(second, 1.0 / 3.0, 1.0),
        evidence: either(second, "mail", "").into(),
        motion: either(second, None, Some(MOTION)),
    });
}

fn add_motions(w: &mut Workspace, second: bool) {
    for number in [4, 5] {
        w.motions.push(Motion {
            id: id(number),
            name: name(either(second, "Fair", "Webinar")),
            kind: key(either(second, "fair", "joint_gtm")),
            status: either(second, MotionStatus::Running, MotionStatus::Dropped),
            health: either(second, Health::OnTrack, Health::Behind),
            objective: either(second, "Meet them", "").into(),
            start: either(second, date(2026, 1, 1), date(2026, 2, 1)),
            end: either(second, date(2026, 1, 1), date(2026, 12, 31)),
            owner: either(second, Some(Owner::Function(Function::Sales)), Some(Owner::Person(id(10)))),
            active: second,
            health_reason: either(second, "", "The venue fell through").into(),
            health_audience: either(second, Audience::Internal, Audience::Client),
            objective_audience: either(second, Audience::Partner, Audience::Internal),
        });
    }
    w.motion_partners.push(MotionPartner {
        motion: MOTION,
        organization: PARTNER,
        role: either(second, "Co-author", "").into(),
    });
    w.tasks.push(Task {
        id: id(30),
        motion: MOTION,
        name: name(either(second, "Book", "Pay")),
        owner: either(second, Some(TaskOwner::Contact(id(11))), Some(TaskOwner::Person(id(10)))),
        start: either(second, Some(date(2026, 1, 1)), None),
        due: either(second, None, Some(date(2026, 1, 2))),
        done: second,
        effort_days: either(second, Some(0.5), None),
        phase: either(second, Some(id(33)), None),
        notes: either(second, "Ask for the corner", "").into(),
        notes_audience: either(second, Audience::Internal, Audience::Partner),
        position: u32::from(second),
    });
    w.milestones.push(Milestone {
        id: id(31),
        motion: either(second, MOTION, id(5)),
        name: name(either(second, "Doors", "Close")),
        date: either(second, date(2026, 1, 1), date(2026, 1, 2)),
        reached: second,
    });
    w.dependencies.push(Dependency {
        id: id(32),
        motion: either(second, MOTION, id(5)),
        after: either(second, id(5), MOTION),
    });
}

fn add_steps(w: &mut Workspace, second: bool) {
    w.phases.push(Phase {
        id: id(33),
        motion: MOTION,
        name: name(either(second, "Plan", "Run")),
        position: u32::from(second),
    });
    w.checklist_items.push(ChecklistItem {
        id: id(34),
        task: id(30),
        position: u32::from(second),
        text: name(either(second, "Ask", "Sign")),
        done: second,
    });
    let ends = [TaskOrMilestone::Task(id(30)), TaskOrMilestone::Milestone(id(31))];
    w.task_dependencies.push(TaskDependency {
        id: id(35),
        waits: ends[usize::from(!second)],
        after: ends[usize::from(second)],
        lag_days: either(second, 0, 14),
    });
    w.motion_metrics.push(MotionMetric { motion: MOTION, metric: key("visits"), position: u32::from(second) });
    w.playbooks.push(SavedPlaybook {
        key: key("our_fair"),
        name: name(either(second, "Our fair", "Fairs")),
        kind: key(either(second, "fair", "joint_gtm")),
        content: either(second, "{}", "{\"phases\":[]}").into(),
    });
}

fn add_money(w: &mut Workspace, second: bool) {
    let shares = vec![
        BudgetShare {
            organization: PARTNER,
            share: either(second, 0.25, 0.0),
            amount_minor: either(second, None, Some(1)),
        },
        BudgetShare { organization: US, share: 0.5, amount_minor: None },
    ];
    w.budget_lines.push(BudgetLine {
        id: id(40),
        motion: MOTION,
        name: name(either(second, "Booth", "Stand")),
        behavior: either(second, CostBehavior::Fixed, CostBehavior::Variable),
        currency: Currency::parse(either(second, "EUR", "USD")).unwrap(),
        planned_minor: either(second, 1_200_000, 1),
        committed_minor: either(second, 0, 2),
        spent_minor: either(second, 5, 3),
        shares: either(second, shares.clone(), shares.into_iter().rev().collect()),
        projection: either(second, None, Some(id(50))),
        rate: either(second, None, Some(0.08)),
        audience: either(second, Audience::Partner, Audience::Internal),
    });
    let day = |number| either(second, Some(date(2026, 1, number)), None);
    w.funds.push(Fund {
        id: id(41),
        motion: either(second, Some(MOTION), None),
        giver: either(second, PARTNER, US),
        name: name(either(second, "MDF", "Co-op")),
        accrued: second,
        amount: Money { minor: either(second, 100, 200), currency: Currency::EUR },
        requested: day(1),
        approved: day(2),
        spent: day(3),
        claimed: day(4),
        claim_by: day(5),
        reimbursed: day(6),
        expires: day(7),
        proof: either(second, "Invoice 4711", "").into(),
        audience: either(second, Audience::Client, Audience::Internal),
    });
}

fn add_figures(w: &mut Workspace, second: bool) {
    w.projections.push(Projection {
        id: id(50),
        motion: either(second, MOTION, id(5)),
        metric: key(either(second, "visits", "revenue")),
        from: Month::parse(either(second, "2026-01", "2027-12")).unwrap(),
        months: either(second, 12, 120),
        model: either(second, ProjectionModel::Funnel, ProjectionModel::SCurve),
        total: either(second, 0.1 + 0.2, 120_000.0),
        low: either(second, None, Some(0.8)),
        high: either(second, Some(1.25), None),
        distribution: either(second, None, Some(DistributionKind::Lognormal)),
    });
    w.drivers.push(Driver {
        id: id(54),
        name: name(either(second, "Win rate", "Deal size")),
        unit: either(second, MetricUnit::Percent, MetricUnit::Money),
        value: either(second, 0.3, 54_000.0),
        low: either(second, Some(0.2), None),
        high: either(second, None, Some(60_000.0)),
        distribution: either(second, Some(DistributionKind::Beta), None),
    });
    w.projection_inputs.push(ProjectionInput {
        projection: id(50),
        name: key("steepness"),
        value: either(second, 10.0, 8.0),
        low: either(second, Some(6.0), None),
        high: either(second, None, Some(12.0)),
        driver: either(second, None, Some(id(54))),
        distribution: either(second, Some(DistributionKind::Uniform), Some(DistributionKind::Fixed)),
    });
    w.correlation_groups.push(CorrelationGroup {
        id: id(57),
        name: name(either(second, "One store", "One season")),
        correlation: either(second, 0.6, 1.0),
    });
    w.correlation_members.push(CorrelationMember { motion: id(5), correlation_group: id(57) });
    w.targets.push(Target { metric: key("visits"), year: 2026, value: either(second, 1e6, 0.5) });
    w.reforecast_choices.push(ReforecastChoice {
        metric: key("visits"),
        method: either(second, ReforecastMethod::Holt, ReforecastMethod::Update),
    });
    w.projection_figures.push(ProjectionFigure {
        projection: id(50),
        month: Month::parse("2026-02").unwrap(),
        value: either(second, 1.5, -2.0),
    });
    w.exchange_rates.push(ExchangeRate {
        id: id(55),
        from: Currency::parse(either(second, "USD", "GBP")).unwrap(),
        to: Currency::EUR,
        rate: either(second, 0.9, 1.2),
        date: either(second, date(2026, 1, 31), date(2026, 2, 1)),
        source: either(second, "ECB", "").into(),
    });
    w.market_figures.push(MarketFigure {
        id: id(56),
        year: either(second, 2026, 2027),
        value: Money { minor: either(second, 5_000_000_000, 1), currency: Currency::EUR },
        scope: either(second, "DACH", "Nordics").into(),
        source: either(second, "Report, p. 4", "Our own count").into(),
    });
    w.variance_reasons.push(VarianceReason {
        motion: id(5),
        metric: key("visits"),
        reason: either(second, "Beta slipped", "").into(),
        audience: either(second, Audience::Internal, Audience::Partner),
    });
    let money = Figure::Money(Money { minor: 900_000, currency: Currency::EUR });
    for (number, figure) in
        [(51, either(second, Figure::Number(1.5), money)), (52, either(second, money, Figure::Number(0.0)))]
    {
        w.actuals.push(Actual {
            id: id(number),
            motion: either(second, Some(MOTION), None),
            organization: either(second, None, Some(PARTNER)),
            metric: key(either(second, "visits", "revenue")),
            month: Month::parse(either(second, "2026-01", "2027-12")).unwrap(),
            source: either(second, "typed", "a.csv").into(),
            figure,
            batch: None,
            confirmed: second,
        });
    }
    w.scenarios.push(Scenario {
        id: id(53),
        name: name(either(second, "Bold", "Careful")),
        position: u32::from(second),
    });
    w.scenario_differences.push(ScenarioDifference {
        id: id(54),
        scenario: id(53),
        table: either(second, "projection", "motion").into(),
        row: either(second, id(50), id(4)),
        column: either(second, "total", "active").into(),
        value: either(second, "150000.0", "false").into(),
    });
}

fn add_partner_page(w: &mut Workspace, second: bool) {
    w.tags.push(Tag {
        id: id(70),
        name: name(either(second, "Pilot", "Lighthouse")),
        color: either(second, None, Some("#a1b2c3".into())),
        position: u32::from(second),
    });
    w.organization_tags.push(OrganizationTag { organization: PARTNER, tag: id(70) });
    w.organization_regions.push(OrganizationRegion { organization: PARTNER, region: name("Nordics") });
    w.organization_segments.push(OrganizationSegment { organization: PARTNER, segment: name("Fashion") });
    w.organization_aliases.push(OrganizationAlias { organization: PARTNER, name: name("Acme Incorporated") });
    w.foreign_ids.push(ForeignId {
        noun: "organization".into(),
        system: "hubspot".into(),
        value: "0012".into(),
        row: either(second, PARTNER, US).0,
    });
    w.import_mappings.push(ImportMapping {
        id: id(90),
        noun: "organizations".into(),
        signature: either(second, "name", "name tier").into(),
        name: "partners.csv".into(),
        settings: either(second, "{}", "{\"map\":[]}").into(),
        batch: None,
    });
    w.activities.push(Activity {
        id: id(71),
        organization: PARTNER,
        date: either(second, date(2026, 3, 1), date(2026, 3, 2)),
        person: either(second, Some(w.people[0].id), None),
        kind: either(second, ActivityKind::Call, ActivityKind::Meeting),
        note: either(second, "They want to co-author.", "").into(),
        next_step: either(second, Some("Send the outline".into()), None),
        next_by: either(second, Some(date(2026, 3, 9)), None),
        next_done: second,
    });
    w.renewals.push(Renewal {
        relationship: LINE,
        date: either(second, date(2026, 12, 31), date(2027, 12, 31)),
        note: either(second, "Annual agreement", "").into(),
    });
    w.custom_fields.push(CustomField {
        key: Key::literal("segment"),
        noun: "organization".into(),
        name: name(either(second, "Segment", "Segments")),
        kind: either(second, CustomKind::Text, CustomKind::MultiChoice),
        choices: either(second, None, Some("[\"SMB\"]".into())),
        audience: either(second, Audience::Client, Audience::Partner),
        position: u32::from(second),
    });
    w.custom_values.push(CustomValue {
        field: Key::literal("segment"),
        row: PARTNER.0,
        value: either(second, "SMB", "[\"SMB\"]").into(),
    });
    w.locked_plans.push(LockedPlan {
        id: id(55),
        name: name(either(second, "Q1", "Q2")),
        date: either(second, date(2026, 1, 1), date(2026, 4, 1)),
        content: either(second, "{}", "{\"motions\":[]}").into(),
    });
}

fn add_terms(w: &mut Workspace, second: bool) {
    w.value_kinds.push(ValueKind {
        key: key("shared_ip"),
        name: name(either(second, "Shared IP", "Patents")),
        money: second,
        position: u32::from(second),
    });
    let money = CommissionRate::Flat(Money { minor: 500, currency: Currency::EUR });
    let tier = CommissionTier { from: 50, rate: either(second, CommissionRate::Percent(12.5), money) };
    w.commissions.push(Commission {
        relationship: LINE,
        terms: CommissionTerms {
            per: either(second, CommissionEvent::Sale, CommissionEvent::Lead),
            rate: either(second, CommissionRate::Percent(8.0), money),
            tiers: vec![tier],
            lasts: either(second, CommissionTime::Months(12), CommissionTime::Life),
            cookie_days: either(second, Some(30), None),
        },
        audience: either(second, Audience::Internal, Audience::Partner),
    });
    w.held_characters.push(HeldCharacter {
        relationship: LINE,
        character: either(second, Character::Strategic, Character::Ecotone),
    });
}

fn add_joint_work(w: &mut Workspace, second: bool) {
    w.raci.push(Raci {
        motion: MOTION,
        organization: PARTNER,
        function: Function::Marketing,
        letter: either(second, RaciLetter::Accountable, RaciLetter::Informed),
    });
    w.risks.push(Risk {
        id: id(110),
        motion: either(second, MOTION, id(5)),
        what: either(second, "Nobody comes", "It rains").into(),
        likelihood: Weight::try_from(either(second, 2, 5)).unwrap(),
        impact: Weight::try_from(either(second, 5, 1)).unwrap(),
        answer: either(second, "Invite earlier", "").into(),
        owner: either(second, Some(Owner::Person(id(10))), Some(Owner::Function(Function::Sales))),
        open: !second,
        audience: either(second, Audience::Internal, Audience::Partner),
    });
    w.motion_notes.push(MotionNote {
        id: id(111),
        motion: MOTION,
        date: either(second, date(2026, 2, 1), date(2026, 2, 2)),
        kind: either(second, NoteKind::Decision, NoteKind::Meeting),
        text: either(second, "We go in May", "").into(),
        audience: either(second, Audience::Client, Audience::Partner),
    });
    w.joint_plan_texts.push(JointPlanText {
        organization: PARTNER,
        field: JointPlanField::ExitTerms,
        text: either(second, "90 days", "").into(),
        audience: either(second, Audience::Internal, Audience::Partner),
    });
    w.joint_plan_accounts.push(JointPlanAccount {
        organization: PARTNER,
        account: id(12),
        note: either(second, "They know the CIO", "").into(),
        audience: either(second, Audience::Internal, Audience::Partner),
    });
    let even = QuarterTarget::even(10_001, Some(Currency::EUR));
    w.joint_objectives.push(JointObjective {
        id: id(112),
        organization: PARTNER,
        kind: either(second, ObjectiveKind::Objective, ObjectiveKind::Certification),
        name: name(either(second, "Win together", "Certify people")),
        metric: either(second, Some(key("visits")), None),
        year: either(second, 2026, 2027),
        target: either(second, Some(even), None),
        audience: either(second, Audience::Internal, Audience::Client),
        position: u32::from(second),
    });
    w.capacities.push(Capacity { organization: US, function: Function::Marketing, days: either(second, 20.0, 0.5) });
}

fn add_fit(w: &mut Workspace, second: bool) {
    w.fit_criteria.push(FitCriterion {
        key: Key::literal("market_access"),
        name: name(either(second, "Market access", "Reach")),
        question: either(second, "Do they reach new customers?", "").into(),
        weight: either(second, 3, 0),
        position: u32::from(second),
    });
    w.fit_answers.push(FitAnswer {
        organization: PARTNER,
        criterion: Key::literal("market_access"),
        score: either(second, Weight::try_from(4).ok(), None),
        note: either(second, "Strong in the north", "not known").into(),
    });
    w.not_duplicates.push(NotDuplicate::of(PARTNER, US));
    w.gate_answers.push(GateAnswer {
        organization: PARTNER,
        question: GateQuestion::Introduction,
        answer: either(second, Some(true), None),
        note: either(second, "Mara knows their head of sales", "ask").into(),
    });
}

fn add_views(w: &mut Workspace, second: bool) {
    w.views[0].settings = either(second, "{}", "{\"zoom\":2}").into();
    w.placements.push(Placement {
        view: w.views[0].id,
        organization: PARTNER,
        x: either(second, -0.5, 1e9),
        y: either(second, 12.25, 0.0),
        pinned: second,
    });
    w.scenes.push(Scene {
        id: id(61),
        view: either(second, Some(w.views[0].id), None),
        title: name(either(second, "Start", "End")),
        notes: either(second, "say hello", "").into(),
        minutes: either(second, 5, 0),
        position: u32::from(second),
    });
    w.plan_documents.push(PlanDocument {
        id: id(62),
        name: name(either(second, "Plan", "Brief")),
        audience: either(second, Audience::Internal, Audience::Partner),
        language: either(second, "en", "de").into(),
        settings: either(second, "{}", "{\"paper\":\"a4\"}").into(),
    });
}
