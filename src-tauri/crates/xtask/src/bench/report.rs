//! A report of a million transactions: how long it takes to go in, how much memory, and whether every figure is what
//! `sqlite3` adds up over the same rows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use super::import::{print, timed};
use crate::place;
use crate::stop::Stop;

const ROWS: u32 = 1_000_000;
const AFFILIATES: u32 = 200;

/// What counts, by affiliate and month: approved rows that were not voided, an order for each that was not given back.
const SUMS: &str = r#"SELECT "User ID" || ' ' || substr("Trans Date", 7, 4) || '-' || substr("Trans Date", 1, 2),
  SUM(CASE WHEN "Voided" <> '1' AND "Locked" = '1' THEN CAST(ROUND("Trans Amount" * 100) AS INTEGER) ELSE 0 END),
  SUM(CASE WHEN "Voided" <> '1' AND "Locked" = '1' THEN CAST(ROUND("Commission" * 100) AS INTEGER) ELSE 0 END),
  SUM("Voided" <> '1' AND "Locked" = '1' AND "Trans Amount" >= 0)
  FROM report GROUP BY 1 ORDER BY 1;"#;

/// Revenue and commission in cents, and orders.
type Sums = [i64; 3];

/// Writes the report, imports it twice, and compares its figures.
pub fn run(folder: &Path) -> Result<(), Stop> {
    let failed = |what: &str, error: &dyn std::fmt::Display| Stop::because(format!("{what}: {error}"));
    let table = folder.join("transactions.csv");
    std::fs::write(&table, rows()).map_err(|error| failed("The report", &error))?;
    let (file, table) =
        (folder.join("report.ecotone").to_string_lossy().into_owned(), table.to_string_lossy().into_owned());
    let ecotone = |arguments: &[&str]| {
        let mut command = Command::new(place::program("release", "ecotone"));
        command.args(arguments);
        command
    };
    timed(ecotone(&["new", &file, "--us", "Tidewater"]))?;
    let import = ["import", &file, &table, "--as", "actuals", "--profile", "shareasale"];
    print("a million transactions", ROWS, timed(ecotone(&import))?);
    print("the same report again", ROWS, timed(ecotone(&import))?);
    let out = folder.join("tables");
    timed(ecotone(&["export", &file, "tables", "--out", &out.to_string_lossy()]))?;
    let actuals = std::fs::read_to_string(out.join("actuals.csv")).map_err(|error| failed("The actuals", &error))?;
    let (found, expect) = (figures(&actuals), summed(folder, &table)?);
    if found != expect {
        let first = expect.iter().find(|(place, sums)| found.get(*place) != Some(sums));
        return Err(Stop::because(format!("Figures differ from plain sums: expected {first:?} among others.")));
    }
    println!("{} sums of affiliates by month are those of sqlite3.", expect.len());
    Ok(())
}

/// Voided ones, returns and some that still wait, over twelve months.
fn rows() -> String {
    let mut text = String::with_capacity(ROWS as usize * 150);
    text.push_str(
        "Trans ID,User ID,Merchant ID,Trans Date,Trans Amount,Commission,Comment,Voided,Pending Date,Locked,Aff Comment,\
         Banner Page,Reversal Date,Click Date,Click Time,Banner Id,SKU List,Quantity List,Lock Date,Paid Date,\
         Merchant Organization,Merchant Website,Trans Type,Merchant Defined Type,Store ID,Reference Trans\n",
    );
    for row in 0..ROWS {
        let word = row.wrapping_mul(2_654_435_761);
        let (user, month, day) = (1000 + word % AFFILIATES, row % 12 + 1, word / 1000 % 28 + 1);
        let (hour, minute) = (word / 7 % 12 + 1, word / 11 % 60);
        let cents = i64::from(word / 13 % 40_000) * if row % 97 == 0 { -1 } else { 1 };
        let commission = cents / 10;
        let sign = |value: i64| if value < 0 { "-" } else { "" };
        let (voided, locked) = (if row % 53 == 0 { "1" } else { "" }, u32::from(row % 31 != 0));
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{},{user},77,{month:02}/{day:02}/2026 {hour:02}:{minute:02}:00 AM,{}{}.{:02},{}{}.{:02},,{voided},,{locked},,,,\
             {month:02}/{day:02}/2026,09:{minute:02}:00,5,,,,,Tidewater,tidewater.example,Sale,,,",
            10_000_000 + row,
            sign(cents),
            cents.abs() / 100,
            cents.abs() % 100,
            sign(commission),
            commission.abs() / 100,
            commission.abs() % 100,
        );
    }
    text
}

/// The sums of the exported table, by the affiliate's id and month.
fn figures(actuals: &str) -> BTreeMap<String, Sums> {
    let mut lines = actuals.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap_or_default();
    let place = |name: &str| header.iter().position(|own| *own == name).unwrap_or(usize::MAX);
    let places = ["Partner", "Month", "Metric", "Value"].map(place);
    let mut all: BTreeMap<String, Sums> = BTreeMap::new();
    for cells in lines {
        let [partner, month, metric, value] = places.map(|place| cells.get(place).copied().unwrap_or_default());
        let at = match metric {
            "affiliate_revenue" => 0,
            "commission" => 1,
            "orders" => 2,
            _ => continue,
        };
        let id = partner.rsplit(' ').next().unwrap_or_default();
        let cents: i64 = value.replace('.', "").parse().unwrap_or(i64::MIN);
        all.entry(format!("{id} {month}")).or_default()[at] = cents;
    }
    all
}

fn summed(folder: &Path, table: &str) -> Result<BTreeMap<String, Sums>, Stop> {
    let mut sqlite = Command::new("sqlite3");
    sqlite.arg(folder.join("sums.sqlite")).arg(".mode csv").arg(format!(".import \"{table}\" report")).arg(SUMS);
    let output = sqlite.output().map_err(|error| Stop::because(format!("sqlite3 did not start: {error}")))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = |line: &str| {
        let mut cells = line.trim().split(',').map(|cell| cell.trim_matches('"'));
        let place = cells.next()?.to_owned();
        let mut sums = [0; 3];
        for sum in &mut sums {
            *sum = cells.next()?.parse().ok()?;
        }
        Some((place, sums))
    };
    Ok(text.lines().filter_map(line).collect())
}
