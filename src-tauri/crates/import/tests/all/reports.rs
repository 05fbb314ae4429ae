//! Reports of every network give the figures that a person gets by hand, whatever stands in them twice, was taken back or
//! is in another currency.

use std::collections::BTreeMap;

use domain::{Currency, Figure, ForeignId, Month, ReportBasis, ReportDate, Workspace};
use import::{KeptReport, Noun, Options, Plan, ReportOptions, Source, plan};
use uuid::Uuid;

use crate::{blank, fixture, ids, read};

/// A workspace with two partners and a motion, and the reports that it keeps.
pub struct Program {
    pub workspace: Workspace,
    pub kept: Vec<KeptReport>,
    new_id: Box<dyn FnMut() -> Uuid>,
}

impl Program {
    pub fn new() -> Self {
        let mut new_id: Box<dyn FnMut() -> Uuid> = Box::new(ids());
        let mut workspace = blank("Tidewater", &mut *new_id);
        let partners = "Name,Website\nAcme Blog,acme.example\nBeta Deals,beta.example\n";
        read(&mut workspace, partners, Noun::Organizations, &mut *new_id).unwrap();
        for (value, partner) in [("101", "Acme Blog"), ("102", "Beta Deals")] {
            let row = workspace.organizations.iter().find(|one| one.name.as_str() == partner).unwrap().id.0;
            let (noun, system, value) = ("organization".into(), "shareasale".into(), value.into());
            workspace.foreign_ids.push(ForeignId { noun, system, value, row });
        }
        let motions = "Name,Kind,Start,End\nSpring bundle,Affiliate program,2026-01-01,2026-12-31\n";
        read(&mut workspace, motions, Noun::Motions, &mut *new_id).unwrap();
        Self { workspace, kept: Vec::new(), new_id }
    }

    pub fn plan(&mut self, file: &str, bytes: &[u8], report: &ReportOptions) -> Result<Plan, import::ImportError> {
        self.plan_with(file, bytes, &Options { report: report.clone(), ..Options::new(Noun::Actuals) })
    }

    pub fn plan_with(&mut self, file: &str, bytes: &[u8], options: &Options) -> Result<Plan, import::ImportError> {
        let options = Options { kept: self.kept.clone(), ..options.clone() };
        plan(Source { name: file, bytes }, &options, &self.workspace, &mut *self.new_id)
    }

    pub fn keep(&mut self, plan: &Plan) {
        plan.require_all_rows().unwrap();
        plan.apply_to(&mut self.workspace);
        for kept in &mut self.kept {
            let now = self.workspace.actual_reports.iter().find(|report| report.batch == kept.report.batch);
            kept.report = now.unwrap().clone();
        }
        if !plan.changes_nothing() {
            let report = plan.report.clone().unwrap();
            self.kept.push(KeptReport { report, file: plan.file.clone(), rows: plan.source_csv() });
        }
        self.workspace.import_mappings = plan.mapping.clone().into_iter().collect();
    }

    /// Imports a text, or a file of `networks/`.
    pub fn import(&mut self, file: &str, bytes: &[u8], report: &ReportOptions) -> Plan {
        let plan = self.plan(file, bytes, report).unwrap();
        self.keep(&plan);
        plan
    }

    /// `Acme Blog 2026-03: orders 2, …`, metrics by name and money with its currency.
    pub fn figures(&self) -> Vec<String> {
        let mut lines: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for actual in &self.workspace.actuals {
            let who =
                actual.organization.and_then(|id| self.workspace.organization(id)).map(|one| one.name.to_string());
            let motion = self.workspace.motions.iter().find(|motion| Some(motion.id) == actual.motion);
            let motion = motion.map(|motion| motion.name.to_string());
            let whose: Vec<String> = who.into_iter().chain(motion).collect();
            let (currency, value) = match actual.figure {
                Figure::Money(money) => (format!(" {}", money.currency), money.to_decimal()),
                Figure::Number(number) => (String::new(), number.to_string()),
            };
            let line = lines.entry(format!("{} {}", whose.join(" / "), actual.month)).or_default();
            let known = line.insert(format!("{}{currency}", actual.metric), value);
            assert!(known.is_none(), "{} stands twice", actual.metric);
        }
        let line = |(who, figures): (String, BTreeMap<String, String>)| {
            let figures: Vec<String> = figures.into_iter().map(|(metric, value)| format!("{metric} {value}")).collect();
            format!("{who}: {}", figures.join(", "))
        };
        lines.into_iter().map(line).collect()
    }

    /// Return on spend, cost per action, and earnings per click of a partner's month in one currency, as a dash where there
    /// is nothing to divide by.
    fn ratios(&self, partner: &str, month: &str, currency: &str) -> [String; 3] {
        let (month, currency) = (Month::parse(month).unwrap(), Currency::parse(currency).unwrap());
        let of = |metric: &str| -> f64 {
            let own = self.workspace.actuals.iter().filter(|actual| {
                let who = actual.organization.and_then(|id| self.workspace.organization(id));
                let is_money = match actual.figure {
                    Figure::Money(money) => money.currency == currency,
                    Figure::Number(_) => true,
                };
                who.is_none_or(|one| one.name.as_str() == partner)
                    && actual.month == month
                    && actual.metric.as_str() == metric
                    && is_money
            });
            own.map(|actual| actual.figure.to_f64()).sum()
        };
        let cost = of("commission") + of("network_fees") + of("bonuses");
        let ratio =
            |above: f64, below: f64| if below == 0.0 { "—".to_owned() } else { format!("{:.4}", above / below) };
        [ratio(of("affiliate_revenue"), cost), ratio(cost, of("orders")), ratio(of("commission"), of("clicks"))]
    }
}

pub fn march() -> ReportOptions {
    let month = Month::parse("2026-03").unwrap();
    ReportOptions { period: Some((month, month)), ..ReportOptions::default() }
}

fn check(file: &str, report: &ReportOptions, figures: &[&str], ratios: &[(&str, &str, &str, [&str; 3])]) {
    let mut program = Program::new();
    let bytes = fixture(&format!("networks/{file}.csv"));
    let first = program.import(file, &bytes, report);
    assert_eq!(program.figures(), figures, "{file}");
    for (partner, month, currency, expect) in ratios {
        assert_eq!(program.ratios(partner, month, currency), *expect, "{file}: {partner} {month} {currency}");
    }
    let said = first.summary().join("\n");
    assert!(said.contains("a line of totals") && said.contains("counted once"), "{file}: {said}");
    let again = program.plan(file, &bytes, report).unwrap();
    assert!(again.changes_nothing(), "{file} again: {:?}", again.summary());
    assert!(again.summary().join("\n").contains("nothing changes"), "{:?}", again.summary());
}

/// Acme: 100 + 50 − 20 = 130 USD for 10 + 5 − 2 = 13 USD, two orders; 20 came back and 40 were voided. 130 ÷ 13 = 10,
/// 13 ÷ 2 = 6.50. The order of April is not locked yet.
#[test]
fn shareasale() {
    check(
        "shareasale",
        &ReportOptions::default(),
        &[
            "Acme Blog 2026-03: affiliate_revenue USD 130.00, commission USD 13.00, declined_orders 1, orders 2, \
             reversed_revenue USD 60.00",
            "Acme Blog 2026-04: orders 0",
            "Beta Deals 2026-03: affiliate_revenue EUR 80.00, commission EUR 8.00, orders 1",
        ],
        &[
            ("Acme Blog", "2026-03", "USD", ["10.0000", "6.5000", "—"]),
            ("Beta Deals", "2026-03", "EUR", ["10.0000", "8.0000", "—"]),
        ],
    );
}

/// Acme: 200 + 100 − 100 = 200 for 20 + 10 − 10 = 20 and a fee of 6 + 3 − 3 = 6, two orders; 100 came back and 30 were
/// declined. 200 ÷ 26 = 7.6923, 26 ÷ 2 = 13. Beta: 90 USD for 9 + 2.70; its order in EUR is new.
#[test]
fn cj() {
    check(
        "cj",
        &ReportOptions::default(),
        &[
            "Acme Blog 2026-03: affiliate_revenue EUR 200.00, commission EUR 20.00, declined_orders 1, network_fees EUR 6.00, \
             orders 2, reversed_revenue EUR 130.00",
            "Beta Deals 2026-03: affiliate_revenue EUR 0.00, affiliate_revenue USD 90.00, commission EUR 0.00, \
             commission USD 9.00, network_fees EUR 0.00, network_fees USD 2.70, orders 1",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["7.6923", "13.0000", "—"]),
            ("Beta Deals", "2026-03", "USD", ["7.6923", "11.7000", "—"]),
        ],
    );
}

/// Acme: 250 for 25 and a bonus of 15, five orders, 400 clicks. 250 ÷ 40 = 6.25, 40 ÷ 5 = 8, 25 ÷ 400 = 0.0625.
#[test]
fn awin_by_publisher() {
    check(
        "awin-publisher",
        &march(),
        &[
            "Acme Blog 2026-03: affiliate_revenue EUR 250.00, bonuses EUR 15.00, clicks 400, commission EUR 25.00, \
             declined_orders 1, orders 5, reversed_revenue EUR 40.00",
            "Beta Deals 2026-03: affiliate_revenue GBP 100.00, clicks 100, commission GBP 8.00, orders 2",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["6.2500", "8.0000", "0.0625"]),
            ("Beta Deals", "2026-03", "GBP", ["12.5000", "4.0000", "0.0800"]),
        ],
    );
}

/// Spring bundle, Acme: 150 + 50 = 200 for 15 + 5 = 20, 3 + 1 = 4 orders, 120 + 80 = 200 clicks; the newsletter, which is no
/// motion, adds 40 for 4, one order, 50 clicks. All of Acme: 240 ÷ 24 = 10, 24 ÷ 5 = 4.80, 24 ÷ 250 = 0.096.
#[test]
fn awin_by_campaign() {
    check(
        "awin-campaign",
        &ReportOptions::default(),
        &[
            "Acme Blog / Spring bundle 2026-03: affiliate_revenue EUR 200.00, clicks 200, commission EUR 20.00, \
             declined_orders 1, orders 4, reversed_revenue EUR 30.00",
            "Acme Blog 2026-03: affiliate_revenue EUR 40.00, clicks 50, commission EUR 4.00, orders 1",
            "Beta Deals / Spring bundle 2026-04: affiliate_revenue GBP 60.00, bonuses GBP 2.50, clicks 10, \
             commission GBP 6.00, orders 1",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["10.0000", "4.8000", "0.0960"]),
            ("Beta Deals", "2026-04", "GBP", ["7.0588", "8.5000", "0.6000"]),
        ],
    );
}

/// Acme, known by its site: 1,200 for 96, twelve orders of fifteen, 1,500 clicks. 1,200 ÷ 96 = 12.5, 96 ÷ 12 = 8,
/// 96 ÷ 1,500 = 0.064. Gamma is new and has only given back.
#[test]
fn impact() {
    check(
        "impact",
        &march(),
        &[
            "Acme Blog 2026-03: affiliate_revenue EUR 1200.00, clicks 1500, commission EUR 96.00, declined_orders 3, orders 12",
            "Beta Deals 2026-03: affiliate_revenue USD 300.00, clicks 200, commission USD 24.00, orders 4",
            "Gamma Reviews 2026-03: affiliate_revenue EUR -50.00, clicks 0, commission EUR -4.00, orders -1, \
             reversed_revenue EUR 50.00",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["12.5000", "8.0000", "0.0640"]),
            ("Beta Deals", "2026-03", "USD", ["12.5000", "6.0000", "0.1200"]),
        ],
    );
}

/// A program's figures have no partner: they count to the motion. 400 EUR and 600 USD in March; in April more was given
/// back than sold. 400 ÷ 40 = 10, 40 ÷ 610 = 0.0656; it has no orders.
#[test]
fn partnerstack_activity() {
    let motion = Program::new().workspace.motions[0].id;
    let report = ReportOptions { motion: Some(motion), ..ReportOptions::default() };
    check(
        "partnerstack-activity",
        &report,
        &[
            "Spring bundle 2026-03: affiliate_revenue EUR 400.00, affiliate_revenue USD 600.00, clicks 610, \
             commission EUR 40.00, commission USD 60.00, paid_customers 5, signups 13",
            "Spring bundle 2026-04: affiliate_revenue EUR -100.00, clicks 250, commission EUR -10.00, paid_customers -1, \
             reversed_revenue EUR 100.00, signups -1",
        ],
        &[("Spring bundle", "2026-03", "EUR", ["10.0000", "—", "0.0656"])],
    );
}

/// Acme: 4 × 50 = 200 for 20; 40 were cancelled, and the two of 30 are pending. Clicks count whatever became of the orders:
/// 200 + 60 + 40 = 300. Beta: 3 × 20 − 1 × 20 = 40 for 6 − 2 = 4, two orders. 40 ÷ 4 = 10, 4 ÷ 2 = 2, 4 ÷ 100 = 0.04.
#[test]
fn rakuten() {
    check(
        "rakuten",
        &ReportOptions::default(),
        &[
            "Acme Blog 2026-03: affiliate_revenue EUR 200.00, clicks 300, commission EUR 20.00, declined_orders 1, orders 4, \
             reversed_revenue EUR 40.00",
            "Beta Deals 2026-03: affiliate_revenue USD 40.00, clicks 100, commission USD 4.00, orders 2, \
             reversed_revenue USD 20.00",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["10.0000", "5.0000", "0.0667"]),
            ("Beta Deals", "2026-03", "USD", ["10.0000", "2.0000", "0.0400"]),
        ],
    );
}

/// Acme: 120 + 80 − 30 = 170 for 12 + 8 − 3 = 17, two orders; 30 came back and 60 were refunded whole. 170 ÷ 17 = 10,
/// 17 ÷ 2 = 8.50.
#[test]
fn shopify() {
    check(
        "shopify",
        &ReportOptions::default(),
        &[
            "Acme Blog 2026-03: affiliate_revenue EUR 170.00, commission EUR 17.00, declined_orders 1, orders 2, \
             reversed_revenue EUR 90.00",
            "Beta Deals 2026-03: affiliate_revenue USD 50.00, commission USD 5.00, orders 1",
            "Beta Deals 2026-04: orders 0",
        ],
        &[
            ("Acme Blog", "2026-03", "EUR", ["10.0000", "8.5000", "—"]),
            ("Beta Deals", "2026-03", "USD", ["10.0000", "5.0000", "—"]),
        ],
    );
}

/// The words on Awin's screen, with decimal commas. All transactions stand together there, commission does not: the report
/// says so. 350 ÷ 25 = 14, 25 ÷ 8 = 3.125, 25 ÷ 400 = 0.0625.
#[test]
fn awin_on_the_screen() {
    let mut program = Program::new();
    let plan = program.import("awin.csv", &fixture("networks/awin-screen.csv"), &march());
    assert_eq!(
        program.figures(),
        [
            "Acme Blog 2026-03: affiliate_revenue EUR 350.00, clicks 400, commission EUR 25.00, orders 8",
            "Beta Deals 2026-03: affiliate_revenue GBP 100.00, clicks 100, commission GBP 8.00, orders 2",
        ]
    );
    assert_eq!(program.ratios("Acme Blog", "2026-03", "EUR"), ["14.0000", "3.1250", "0.0625"]);
    assert!(plan.summary().join("\n").contains("of all transactions"), "{:?}", plan.summary());
}

/// The first totals are where the counting begins; April is 52 − 40 = 12 signups, 13 − 10 = 3 customers and
/// 2,600 − 2,000 = 600 USD. Beta lost a customer and 50 EUR; Gamma came in April.
#[test]
fn running_totals_count_what_came_since() {
    let mut program = Program::new();
    let on = |month: &str| {
        let month = Month::parse(month).unwrap();
        ReportOptions { period: Some((month, month)), running: true, ..ReportOptions::default() }
    };
    let opening = program.import("march.csv", &fixture("networks/partnerstack-march.csv"), &on("2026-03"));
    assert_eq!(program.figures(), Vec::<String>::new());
    assert!(opening.summary().join("\n").contains("opening balance of 2 partners"), "{:?}", opening.summary());
    let april = fixture("networks/partnerstack-april.csv");
    program.import("april.csv", &april, &on("2026-04"));
    let expect = [
        "Acme Blog 2026-04: affiliate_revenue USD 600.00, paid_customers 3, signups 12",
        "Beta Deals 2026-04: affiliate_revenue EUR -50.00, paid_customers -1, signups -1",
        "Gamma Reviews 2026-04: affiliate_revenue EUR 90.00, paid_customers 1, signups 5",
    ];
    assert_eq!(program.figures(), expect);
    assert!(program.plan("april.csv", &april, &on("2026-04")).unwrap().changes_nothing());
    let refused = program.plan("may.csv", &april, &march()).unwrap_err();
    assert!(refused.to_string().contains("totals since the beginning"), "{refused}");
}

/// What is paid was approved, and what was approved had been pending.
#[test]
fn the_basis_says_which_commissions_count() {
    for (basis, orders) in [
        (ReportBasis::Pending, "Acme Blog 2026-04: affiliate_revenue USD 60.00, commission USD 6.00, orders 1"),
        (ReportBasis::Approved, "Acme Blog 2026-04: orders 0"),
        (ReportBasis::Paid, "Acme Blog 2026-04: orders 0"),
    ] {
        let mut program = Program::new();
        let report = ReportOptions { basis: Some(basis), ..ReportOptions::default() };
        program.import("a.csv", &fixture("networks/shareasale.csv"), &report);
        assert_eq!(program.figures()[1], orders, "{basis:?}");
        if basis == ReportBasis::Paid {
            let paid = "affiliate_revenue USD 50.00, commission USD 5.00";
            assert!(program.figures()[0].contains(paid), "{:?}", program.figures());
        }
    }
}

/// The click of February and the approval in April move figures; another choice moves those of earlier reports, too.
#[test]
fn the_date_says_the_month() {
    let mut program = Program::new();
    let bytes = fixture("networks/shareasale.csv");
    program.import("a.csv", &bytes, &ReportOptions::default());
    let by = |date| ReportOptions { dated_by: Some(date), ..ReportOptions::default() };
    let plan = program.import("a.csv", &bytes, &by(ReportDate::Click));
    assert!(plan.summary().join("\n").contains("counted in the same way now"), "{:?}", plan.summary());
    assert_eq!(
        program.figures(),
        [
            "Acme Blog 2026-02: affiliate_revenue USD 100.00, commission USD 10.00, orders 1",
            "Acme Blog 2026-03: affiliate_revenue USD 30.00, commission USD 3.00, declined_orders 1, orders 1, \
             reversed_revenue USD 60.00",
            "Beta Deals 2026-03: affiliate_revenue EUR 80.00, commission EUR 8.00, orders 1",
        ]
    );
    let plan = program.import("a.csv", &bytes, &by(ReportDate::Validation));
    assert!(plan.summary().join("\n").contains("1 row without a day of the approval"), "{:?}", plan.summary());
    assert_eq!(
        program.figures(),
        [
            "Acme Blog 2026-04: affiliate_revenue USD 130.00, commission USD 13.00, declined_orders 1, orders 2, \
             reversed_revenue USD 60.00",
            "Beta Deals 2026-04: affiliate_revenue EUR 80.00, commission EUR 8.00, orders 1",
        ]
    );
}
