//! The table of a contest, for people and as CSV.
//!
//! Owns: columns and words. Must not know: where figures come from.

use std::fmt::Write;

use super::contest::{Contest, Row, Verdict, beaten};
use super::figures::{Figure, milliseconds};
use super::peers::Peers;

/// The columns of the CSV; a line that must hold has its own row.
pub const CSV_HEAD: &str = "class,graph,kind,program,best_ms,median_ms,runs,stress,cross,purity,overlaps,fill,drift,\
                            stress_ratio,ratio,beaten,bound,found,held,note\n";

/// In the table; CSV has all.
const SHOWN: [Figure; 5] = [Figure::Stress, Figure::Cross, Figure::Purity, Figure::Overlaps, Figure::Fill];

/// How to read the tables, and with what they were made.
pub fn head(peers: &Peers) -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown");
    let mut text = format!(
        "One core each, milliseconds of the processor. Peers: the layout call alone, inside of the peer's own process; \
         Graphviz through its library, lines not routed.\nOurs: the lesser of the layout's wall-clock time, as it is \
         printed, and the processor time of the whole process; one process a run. Phases are by the wall clock.\nUp to 5 \
         runs, none begun after 5 s. Ratio: the program's best time over our best. Beaten: slower, our stress ≤ 1.01× and \
         crossings ≤ 1.02× of its, no overlaps where it has none.\nLoad of the machine before: {load}. Peers: {}.",
        Peers::versions().join(", ")
    );
    for missing in &peers.missing {
        // Writing to a string cannot fail.
        let _ = write!(text, "\nNot installed: {missing}");
    }
    text
}

/// Rows under their head, then the lines that must hold.
pub fn table(contest: &Contest, rows: &[Row], verdicts: &[Verdict]) -> String {
    let mut lines = vec![
        ["program", "best ms", "median", "runs", "stress", "cross", "purity", "overlaps", "fill", "ratio", "beaten"]
            .map(str::to_owned)
            .to_vec(),
    ];
    lines.extend(rows.iter().map(|row| cells(row, rows)));
    let mut text = format!("{} ({})\n", contest.title, contest.graph.name());
    let columns = lines[0].len();
    // A reason takes as much room as it needs, beside the columns.
    let is_cell = |line: &&Vec<String>, column: usize| column == 0 || line.len() == columns;
    let width = |column: usize| {
        let cells = lines.iter().filter(|line| is_cell(line, column)).filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max()
    };
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    for line in &lines {
        if let [program, reason] = line.as_slice() {
            let _ = writeln!(text, "  {program:<first$}  did not run: {reason}", first = widths[0]);
            continue;
        }
        for (column, (cell, &width)) in line.iter().zip(&widths).enumerate() {
            let _ = if column == 0 { write!(text, "  {cell:<width$}") } else { write!(text, "  {cell:>width$}") };
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    for (row, note) in rows.iter().filter_map(|row| Some((row, &row.outcome.as_ref().ok()?.note))) {
        if !note.is_empty() {
            let _ = writeln!(text, "  {}: {note}", row.program);
        }
    }
    for verdict in verdicts {
        let _ = writeln!(text, "  {}", line(verdict));
    }
    text.trim_end().to_owned()
}

/// The same for programs.
pub fn csv(contest: &Contest, rows: &[Row], verdicts: &[Verdict]) -> String {
    let head = [contest.title.clone(), contest.graph.name()];
    let mut text = String::new();
    for row in rows {
        let kind = if row.is_ours { "ours" } else { "peer" };
        let mut fields = [&head[..], &[kind.to_owned(), row.program.to_owned()]].concat();
        let figure = |figure: Figure| row.figure(figure).map(|value| value.to_string()).unwrap_or_default();
        fields.push(figure(Figure::Milliseconds));
        let ran = row.outcome.as_ref();
        fields.push(ran.map(|ran| ran.times.median().to_string()).unwrap_or_default());
        fields.push(ran.map(|ran| ran.times.runs().to_string()).unwrap_or_default());
        fields.extend(Figure::SCORED.iter().map(|(scored, _)| figure(*scored)));
        let (ratio, won) = against_ours(row, rows);
        fields.extend([ratio, won, String::new(), String::new(), String::new()]);
        fields.push(ran.map_or_else(|reason| format!("did not run: {reason}"), |ran| ran.note.clone()));
        text += &csv_line(&fields);
    }
    for verdict in verdicts {
        let kind = if verdict.is_must { "must" } else { "aim" };
        let mut fields = [&head[..], &[kind.to_owned()]].concat();
        fields.resize(16, String::new());
        fields.extend([verdict.bound.clone(), verdict.found.clone(), held(verdict).to_owned(), String::new()]);
        text += &csv_line(&fields);
    }
    text
}

/// The last lines: what must hold and does not.
pub fn summary(failed: &[(&Contest, Verdict)]) -> String {
    if failed.is_empty() {
        return "Every line that must hold holds.".into();
    }
    let lines: Vec<String> =
        failed.iter().map(|(contest, verdict)| format!("  {}: {}", contest.title, line(verdict))).collect();
    format!("{} lines that must hold do not:\n{}", failed.len(), lines.join("\n"))
}

fn line(verdict: &Verdict) -> String {
    let kind = if verdict.is_must { "must" } else { "aim " };
    format!("{kind}  {}: found {}, {}", verdict.bound, verdict.found, held(verdict))
}

fn held(verdict: &Verdict) -> &'static str {
    match verdict.held {
        Some(true) => "held",
        Some(false) => "MISSED",
        None => "UNKNOWN",
    }
}

fn cells(row: &Row, rows: &[Row]) -> Vec<String> {
    let ran = match &row.outcome {
        Ok(ran) => ran,
        Err(reason) => return vec![row.program.to_owned(), reason.clone()],
    };
    let times = [milliseconds(ran.times.best()), milliseconds(ran.times.median()), ran.times.runs().to_string()];
    let scores = SHOWN.map(|figure| row.figure(figure).map_or_else(|| "—".to_owned(), |value| figure.text(value)));
    let (ratio, won) = against_ours(row, rows);
    [&[row.program.to_owned()], &times[..], &scores[..], &[ratio, won]].concat()
}

/// How many times as long a peer takes as the first of ours, and whether it is beaten.
fn against_ours(row: &Row, rows: &[Row]) -> (String, String) {
    let ours = rows.iter().find(|row| row.is_ours);
    match ours.filter(|_| !row.is_ours).and_then(|ours| beaten(row, ours)) {
        Some((ratio, won)) => (milliseconds(ratio), if won { "yes" } else { "no" }.to_owned()),
        None => (String::new(), String::new()),
    }
}

fn csv_line(fields: &[String]) -> String {
    let field = |field: &String| {
        if field.contains([',', '"', '\n']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.clone() }
    };
    fields.iter().map(field).collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::super::contest::{Bound, How, Program, Ran, Rule};
    use super::super::figures::Times;
    use super::super::graphs::Graph;
    use super::*;

    fn example() -> (Contest, Vec<Row>) {
        let program = |name, how| Program { name, how };
        let bound = |figure, rule| Bound { is_must: true, who: "ecotone", figure, rule };
        let contest = Contest {
            title: "g300, no overlaps".into(),
            graph: Graph::Committed("g300"),
            programs: vec![program("ecotone", How::Ours(&[])), program("sfdp", How::Node("sfdp"))],
            bounds: vec![
                bound(Figure::Milliseconds, Rule::Faster(8.0, "sfdp")),
                bound(Figure::Stress, Rule::AtMost(0.14)),
            ],
        };
        let ran = |runs: &[f64], stress, overlaps| Ran {
            times: Times::of(runs.to_vec()).unwrap(),
            scores: [(Figure::Stress, stress), (Figure::Overlaps, overlaps)].into(),
            note: String::new(),
        };
        let row = |program, is_ours, outcome| Row { program, is_ours, outcome };
        let rows = vec![
            row("ecotone", true, Ok(Ran { note: "force 9".into(), ..ran(&[13.0, 12.0, 12.5], 0.148, 0.0) })),
            row("sfdp", false, Ok(ran(&[120.0], 0.15, 0.0))),
            row("fcose", false, Err("No module named \"x\", sorry".into())),
        ];
        (contest, rows)
    }

    #[test]
    fn a_table_for_people() {
        let (contest, rows) = example();
        let expect = "\
g300, no overlaps (g300)
  program  best ms  median  runs  stress  cross  purity  overlaps  fill  ratio  beaten
  ecotone     12.0    12.5     3  0.1480      —       —     0.000     —
  sfdp         120     120     1  0.1500      —       —     0.000     —   10.0     yes
  fcose    did not run: No module named \"x\", sorry
  ecotone: force 9
  must  ecotone: ≥ 8× the speed of sfdp: found 10.0×, held
  must  ecotone: stress ≤ 0.1400: found 0.1480, MISSED";
        assert_eq!(table(&contest, &rows, &contest.verdicts(&rows)), expect);
    }

    #[test]
    fn the_same_as_csv() {
        let (contest, rows) = example();
        let text = csv(&contest, &rows, &contest.verdicts(&rows));
        let columns = CSV_HEAD.trim_end().split(',').count();
        let expect = "\
\"g300, no overlaps\",g300,ours,ecotone,12,12.5,3,0.148,,,0,,,,,,,,,force 9
\"g300, no overlaps\",g300,peer,sfdp,120,120,1,0.15,,,0,,,,10.0,yes,,,,
\"g300, no overlaps\",g300,peer,fcose,,,,,,,,,,,,,,,,\"did not run: No module named \"\"x\"\", sorry\"
\"g300, no overlaps\",g300,must,,,,,,,,,,,,,,ecotone: ≥ 8× the speed of sfdp,10.0×,held,
\"g300, no overlaps\",g300,must,,,,,,,,,,,,,,ecotone: stress ≤ 0.1400,0.1480,MISSED,
";
        assert_eq!(text, expect);
        let unquoted = |line: &str| line.split('"').step_by(2).collect::<String>();
        assert!(text.lines().all(|line| unquoted(line).split(',').count() == columns));
    }

    #[test]
    fn the_end_names_what_was_missed() {
        let (contest, rows) = example();
        let failed: Vec<_> =
            contest.verdicts(&rows).into_iter().filter(Verdict::is_failure).map(|v| (&contest, v)).collect();
        assert_eq!(
            summary(&failed),
            "1 lines that must hold do not:\n  g300, no overlaps: must  ecotone: stress ≤ 0.1400: found 0.1480, MISSED"
        );
        assert_eq!(summary(&[]), "Every line that must hold holds.");
    }
}
