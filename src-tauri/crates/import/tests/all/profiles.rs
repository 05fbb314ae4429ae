//! Files of known makes are recognized without help, and every column that has a field goes there.

use domain::{DealStage, TouchKind, Workspace};
use import::look::look;
use import::{Condition, KeptReport, Noun, Options, Reading, Source, plan};
use uuid::Uuid;

use crate::{blank, fixture, ids, read};

/// File, rows, profile, columns without a field.
const FILES: [(&str, Noun, &str, &[&str]); 15] = [
    (
        "hubspot-companies",
        Noun::Accounts,
        "HubSpot companies",
        &["Company owner", "Industry", "City", "Type", "Create Date"],
    ),
    ("hubspot-deals", Noun::Deals, "HubSpot deals", &["Deal owner", "Pipeline", "Associated Contact IDs"]),
    (
        "salesforce-accounts",
        Noun::Accounts,
        "Salesforce accounts",
        &["Account Owner", "Type", "Industry", "Billing Country", "Last Activity"],
    ),
    (
        "salesforce-opportunities",
        Noun::Deals,
        "Salesforce opportunities",
        &["Opportunity Owner", "Owner Role", "Lead Source", "Type", "Age", "Fiscal Period"],
    ),
    ("salesforce-partners", Noun::Relationships, "Salesforce partners", &["ReverseRole", "IsPrimary", "OpportunityId"]),
    (
        "partnerstack-partners",
        Noun::Organizations,
        "PartnerStack partners",
        &["Signups", "Paid customers", "Revenue", "Last active"],
    ),
    ("partnerstack-partners", Noun::Actuals, "PartnerStack partners", &["Owner", "Group", "Last active", "Signed up"]),
    ("shopify-affiliates", Noun::Organizations, "Shopify affiliates", &["Clicks", "Orders", "Sales", "Commission"]),
    ("shopify-affiliates", Noun::Actuals, "Shopify affiliates", &["Email"]),
    (
        "overlap-list",
        Noun::Accounts,
        "A list of shared accounts (Crossbeam, Reveal and alike)",
        &[
            "Partner",
            "Population",
            "Partner Population",
            "Account Owner",
            "Partner Account Owner",
            "Opportunity Stage",
            "Opportunity Amount",
        ],
    ),
    ("kumu-elements", Noun::Organizations, "Kumu elements", &["Image"]),
    ("kumu-connections", Noun::Relationships, "Kumu connections", &["Direction"]),
    ("gephi-nodes", Noun::Organizations, "Gephi nodes", &["timeset"]),
    ("gephi-edges", Noun::Relationships, "Gephi edges", &["Type", "timeset", "Weight"]),
    ("partner-list", Noun::Organizations, "A list of partners", &["Industry"]),
];

fn options(noun: Noun) -> Options {
    let set = if noun == Noun::Actuals { vec![("month".to_owned(), "2026-05".to_owned())] } else { Vec::new() };
    Options { set, ..Options::new(noun) }
}

/// What a workspace keeps of a report.
fn kept(plan: &import::Plan) -> Vec<KeptReport> {
    let report = plan.report.clone();
    report.map(|report| KeptReport { report, file: plan.file.clone(), rows: plan.source_csv() }).into_iter().collect()
}

fn bytes(file: &str) -> Vec<u8> {
    fixture(&format!("profiles/{file}.csv"))
}

#[test]
fn every_make_is_recognized_and_every_column_with_a_field_is_mapped() {
    let workspace = blank("Tidewater", &mut ids());
    for (file, noun, profile, unmapped) in FILES {
        let bytes = bytes(file);
        let book = import::readers::read(Source { name: file, bytes: &bytes }, &Reading::default()).unwrap();
        let seen = look(file, &book, &options(noun), &workspace).unwrap();
        assert_eq!(seen.profile.map(|(_, name)| name), Some(profile), "{file}");
        let left: Vec<&str> =
            seen.columns.iter().filter(|column| column.field.is_none()).map(|column| column.name.as_str()).collect();
        assert_eq!(left, unmapped, "{file} as {}", noun.name());
        assert!(seen.fields.iter().all(|field| !field.is_missing), "{file}");
        let samples = seen.columns.iter().filter(|column| column.field.is_some()).flat_map(|column| &column.samples);
        assert!(samples.count() > 0, "{file}");
    }
}

fn import(workspace: &mut Workspace, file: &str, options: &Options, new_id: &mut dyn FnMut() -> Uuid) -> import::Plan {
    let bytes = bytes(file);
    let plan = plan(Source { name: file, bytes: &bytes }, options, workspace, new_id).unwrap();
    plan.require_all_rows().unwrap();
    plan.apply_to(workspace);
    let again = Options { kept: kept(&plan), ..options.clone() };
    let again = import::plan(Source { name: file, bytes: &bytes }, &again, workspace, new_id).unwrap();
    assert!(again.changes_nothing(), "{file}: {:?}", again.summary());
    plan
}

/// Every row stands twice; what can be told apart by nothing is two the first time and the same two ever after.
#[test]
fn rows_that_are_repeated_multiply_nothing_when_they_come_again() {
    for (file, noun, ..) in FILES {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        read(&mut workspace, "Name\nNordlys\nNordlys AB\n", Noun::Organizations, &mut new_id).unwrap();
        let text = String::from_utf8(bytes(file)).unwrap();
        let twice: String = text
            .lines()
            .take(1)
            .chain(text.lines().skip(1).flat_map(|line| [line, line]))
            .fold(String::new(), |all, line| all + line + "\n");
        let source = Source { name: file, bytes: twice.as_bytes() };
        let noun_options = options(noun);
        let first = plan(source, &noun_options, &workspace, &mut new_id).unwrap();
        first.apply_to(&mut workspace);
        let noun_options = Options { kept: kept(&first), ..noun_options };
        let again = plan(source, &noun_options, &workspace, &mut new_id).unwrap();
        assert!(again.changes_nothing(), "{file}: {:?}", again.summary());
    }
}

#[test]
fn customers_become_accounts_and_the_map_stays_as_it_was() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    read(&mut workspace, "Name,Kind\nNordlys,Reseller\n", Noun::Organizations, &mut new_id).unwrap();
    let before = (workspace.organizations.clone(), workspace.relationships.clone());
    let companies = Options::new(Noun::Accounts);
    import(&mut workspace, "hubspot-companies", &companies, &mut new_id);
    let deals = import(&mut workspace, "hubspot-deals", &Options::new(Noun::Deals), &mut new_id);
    assert_eq!((workspace.organizations.clone(), workspace.relationships.clone()), before);
    let names: Vec<&str> = workspace.accounts.iter().map(|account| account.name.as_str()).collect();
    assert_eq!(names, ["Acme GmbH", "Nordlys AB", "Grün & Blau, Inc.", "Fjord AS"]);
    let found: Vec<(i64, DealStage)> = workspace.deals.iter().map(|deal| (deal.amount.minor, deal.stage)).collect();
    assert_eq!(found, [(12_500_000, DealStage::Won), (4_000_000, DealStage::Open), (0, DealStage::Lost)]);
    assert_eq!(workspace.deals[0].account, workspace.deals[1].account);
    assert_eq!(workspace.touches.len(), 1);
    let open = &workspace.deals[1];
    let expected = (open.expected_close.map(|day| day.to_string()), open.closed);
    assert_eq!(expected, (Some("2026-12-01".to_owned()), None), "an open deal's date is a hope");
    let activities: Vec<String> = workspace.account_activities.iter().map(|own| own.date.to_string()).collect();
    assert_eq!(activities, ["2026-05-29", "2026-07-01", "2026-04-02"]);
    assert_eq!(workspace.touches[0].kind, TouchKind::Influenced);
    assert!(deals.questions[0].to_string().contains("Unknown Partner"), "{:?}", deals.questions);
}

#[test]
fn customers_become_partners_only_by_a_column_that_a_person_picks() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let bytes = bytes("hubspot-companies");
    let source = Source { name: "companies.csv", bytes: &bytes };
    let refused = plan(source, &Options::new(Noun::Organizations), &workspace, &mut new_id).unwrap_err();
    let (said, typed) = (refused.to_string(), refused.typed());
    assert!(said.contains("Import them as accounts") && !said.contains("--"), "{said}");
    assert!(typed.contains("--as accounts") && typed.contains("--partner-if"), "{typed}");
    let only = Condition { column: "Type".into(), value: "Partner".into() };
    let partners = Options { partner_if: Some(only.clone()), ..Options::new(Noun::Organizations) };
    let found = import(&mut workspace, "hubspot-companies", &partners, &mut new_id);
    let names: Vec<&str> = found.new_organizations.iter().map(|row| row.name.as_str()).collect();
    assert_eq!((names, found.counts().skipped), (vec!["Nordlys AB", "Grün & Blau, Inc."], 1));
    assert_eq!(found.new_organization_kinds.len(), 1, "the column that was picked is no kind");
    assert_eq!(found.new_organizations[0].website.as_deref(), Some("nordlys.example"));
    let accounts = Options { partner_if: Some(only), ..Options::new(Noun::Accounts) };
    let found = import(&mut workspace, "hubspot-companies", &accounts, &mut new_id);
    assert_eq!(found.new_accounts.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Acme GmbH"]);
}

#[test]
fn lists_of_networks_become_partners_and_figures() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    for file in ["partnerstack-partners", "shopify-affiliates"] {
        import(&mut workspace, file, &Options::new(Noun::Organizations), &mut new_id);
        let figures = import(&mut workspace, file, &options(Noun::Actuals), &mut new_id);
        let revenue = figures.new_actuals.iter().filter(|actual| actual.metric.as_str() == "affiliate_revenue");
        assert_eq!((revenue.count(), figures.new_organizations.len()), (2, 0), "{file}");
    }
    let affiliates = workspace.partners().filter(|partner| partner.kind.as_str() == "affiliate").count();
    assert_eq!((affiliates, workspace.contacts.len()), (4, 2));
}

#[test]
fn graphs_come_in_with_their_own_ids() {
    for (nodes, edges, kinds) in [
        ("gephi-nodes", "gephi-edges", ["resells", "connected_with"]),
        ("kumu-elements", "kumu-connections", ["resells", "connected_with"]),
    ] {
        let mut new_id = ids();
        let mut workspace = blank("Tidewater", &mut new_id);
        import(&mut workspace, nodes, &Options::new(Noun::Organizations), &mut new_id);
        import(&mut workspace, edges, &Options::new(Noun::Relationships), &mut new_id);
        let found: Vec<&str> = workspace.relationships.iter().map(|line| line.kind.as_str()).collect();
        assert_eq!(found, kinds, "{edges}");
    }
}

#[test]
fn salesforce_partners_are_found_by_the_ids_of_their_accounts() {
    let mut new_id = ids();
    let mut workspace = blank("Tidewater", &mut new_id);
    let bytes = bytes("salesforce-accounts");
    let all = String::from_utf8(bytes).unwrap().replace("Customer", "Partner");
    let only = Condition { column: "Type".into(), value: "Partner".into() };
    let options = Options { partner_if: Some(only), ..Options::new(Noun::Organizations) };
    let source = Source { name: "accounts.csv", bytes: all.as_bytes() };
    plan(source, &options, &workspace, &mut new_id).unwrap().apply_to(&mut workspace);
    import(&mut workspace, "salesforce-partners", &Options::new(Noun::Relationships), &mut new_id);
    assert_eq!(workspace.relationships.len(), 1);
    import(&mut workspace, "salesforce-opportunities", &Options::new(Noun::Deals), &mut new_id);
    assert_eq!(workspace.deals[0].amount.to_decimal(), "45000.00");
    assert_eq!((workspace.deals[0].probability, workspace.deals[0].next_step.as_str()), (Some(0.75), "Send paper"));
    assert_eq!(workspace.deals[1].closed.map(|day| day.to_string()).as_deref(), Some("2026-04-15"));
}
