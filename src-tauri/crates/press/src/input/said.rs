//! Every text that a document says, for whoever must word some of it otherwise. What places or paints something (pictures,
//! colors, days, kinds) is no text.

use super::{
    AspectBar, Balance, BalancePart, Brand, Budget, BudgetRow, Chapter, Chart, Column, DocumentInput, FunctionPart,
    KeyFigure, LegendKind, Logo, MapDetail, MapPage, Measure, Method, MilestoneMark, MonthVariance, MotionPage,
    NameList, Outcomes, Part, PartOpening, PartnerGroup, PartnerPart, PartnerRow, Payer, Profile, Reading, Strategy,
    Summary, Table, Tables, TaskRow, Term, TextPage, Value,
};

impl DocumentInput {
    /// Every text: printed, read out and kept in the metadata. A field that is added here or below must say which it is.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        let Self {
            title,
            subtitle,
            us,
            workspace,
            prepared_for,
            prepared_by,
            author,
            version,
            date: _,
            date_text: _,
            confidentiality,
            draft: _,
            page_numbers: _,
            paper: _,
            brand: Brand { accent: _, client, preparer },
            currency: _,
            language: _,
            audience: _,
            scenario,
            outline: _,
            summary: Summary { heading, lead, figures, findings, contents: _ },
            strategy,
            map,
            partners,
            profiles,
            motions,
            outcomes,
            chapters,
            risks,
            budget,
            glossary,
            method: Method { text, sources, definitions },
            texts,
        } = self;
        let lines = [title, subtitle, us, workspace, scenario, lead].into_iter();
        let typed = [prepared_for, prepared_by, author, version, confidentiality, heading].into_iter().flatten();
        let logos = [client, preparer].into_iter().flatten().map(|Logo { png: _, name, file: _ }| name);
        let figures = figures.iter_mut().flat_map(|KeyFigure { label, value, note }| [label, value, note]);
        let terms =
            glossary.iter_mut().flat_map(|Term { name, definition, formula, note }| [name, definition, formula, note]);
        let written = texts.iter_mut().flat_map(|TextPage { title, markdown }| [title, markdown]);
        lines
            .chain(typed)
            .chain(logos)
            .chain(figures)
            .chain(findings)
            .chain(of_strategy(strategy))
            .chain(map.iter_mut().flat_map(of_map))
            .chain(partners.iter_mut().flat_map(of_group))
            .chain(profiles.iter_mut().flat_map(of_profile))
            .chain(motions.iter_mut().flat_map(of_motion))
            .chain(of_outcomes(outcomes))
            .chain(chapters.values_mut().flat_map(of_chapter))
            .chain(of_tables(risks))
            .chain(of_tables(budget))
            .chain(terms)
            .chain(text)
            .chain(sources)
            .chain(readings(definitions))
            .chain(written)
            .collect()
    }
}

fn readings(all: &mut [Reading]) -> impl Iterator<Item = &mut String> {
    all.iter_mut().flat_map(|Reading { title, text }| [title, text])
}

fn aspects(all: &mut [AspectBar]) -> impl Iterator<Item = &mut String> {
    all.iter_mut().flat_map(|AspectBar { name, low, high, value: _, text }| [name, low, high, text])
}

fn of_table(Table { title, columns, rows, totals }: &mut Table) -> impl Iterator<Item = &mut String> {
    let heads = columns.iter_mut().map(|Column { name, side: _, strong: _ }| name);
    std::iter::once(title).chain(heads).chain(rows.iter_mut().chain(totals).flatten())
}

fn of_chart(Chart { title, svg: _, alt, note }: &mut Chart) -> [&mut String; 3] {
    [title, alt, note]
}

fn of_tables(Tables { heading, lead, tables }: &mut Tables) -> impl Iterator<Item = &mut String> {
    heading.iter_mut().chain([lead]).chain(tables.iter_mut().flat_map(of_table))
}

fn of_strategy(strategy: &mut Strategy) -> impl Iterator<Item = &mut String> {
    let Strategy { heading, lead, balances, aspects: bars, known } = strategy;
    let balances = balances.iter_mut().flat_map(|Balance { label, total, parts }| {
        let parts = parts.iter_mut().map(|BalancePart { character: _, share: _, text }| text);
        [label, total].into_iter().chain(parts)
    });
    heading.iter_mut().chain([lead, known]).chain(balances).chain(aspects(bars))
}

fn of_map(map: &mut MapPage) -> impl Iterator<Item = &mut String> {
    let MapPage { heading, lead, svg: _, size: _, alt, details, legend, characters: _, known, readings: said, lists } =
        map;
    let details = details.iter_mut().flat_map(|MapDetail { title, svg: _, alt, size: _ }| [title, alt]);
    let kinds = legend.iter_mut().map(|LegendKind { name, shape: _, color: _, count: _ }| name);
    let lists = lists.iter_mut().flat_map(|NameList { title, names }| std::iter::once(title).chain(names));
    heading.iter_mut().chain([lead, alt, known]).chain(details).chain(kinds).chain(readings(said)).chain(lists)
}

fn of_group(PartnerGroup { kind, shape: _, color: _, rows }: &mut PartnerGroup) -> impl Iterator<Item = &mut String> {
    let rows = rows
        .iter_mut()
        .flat_map(|PartnerRow { name, character: _, tier, stage, owner, depth }| [name, tier, stage, owner, depth]);
    std::iter::once(kind).chain(rows)
}

fn of_profile(profile: &mut Profile) -> impl Iterator<Item = &mut String> {
    let Profile {
        name,
        kind,
        shape: _,
        color: _,
        character: _,
        facts,
        relationships,
        aspects: bars,
        gives,
        gets,
        motions: _,
    } = profile;
    let values = gives.iter_mut().chain(gets).map(|Value { text, weight: _ }| text);
    [name, kind].into_iter().chain(readings(facts)).chain(relationships).chain(aspects(bars)).chain(values)
}

fn of_motion(motion: &mut MotionPage) -> impl Iterator<Item = &mut String> {
    let MotionPage {
        name,
        kind,
        character: _,
        status,
        health,
        objective,
        owner,
        start: _,
        end: _,
        span,
        partners,
        functions,
        tasks,
        milestones,
        budget,
        tables,
    } = motion;
    let partners = partners.iter_mut().flat_map(|PartnerPart { name, role, shape: _, color: _ }| [name, role]);
    let functions = functions.iter_mut().flat_map(|FunctionPart { name, part }| [name, part]);
    let tasks =
        tasks.iter_mut().flat_map(|TaskRow { name, owner, start: _, due: _, span, progress: _ }| [name, owner, span]);
    let marks =
        milestones.iter_mut().flat_map(|MilestoneMark { name, date: _, date_text, reached: _ }| [name, date_text]);
    [name, kind, status, health, objective, owner, span]
        .into_iter()
        .chain(partners)
        .chain(functions)
        .chain(tasks)
        .chain(marks)
        .chain(budget.iter_mut().flat_map(of_budget))
        .chain(tables.iter_mut().flat_map(of_table))
}

fn of_budget(Budget { total, lines, totals, payers }: &mut Budget) -> impl Iterator<Item = &mut String> {
    let lines = lines.iter_mut().chain(totals).flat_map(|BudgetRow { name, behavior, planned, committed, spent }| {
        [name, behavior, planned, committed, spent]
    });
    let payers = payers.iter_mut().flat_map(|Payer { name, amount, share: _, color: _ }| [name, amount]);
    std::iter::once(total).chain(lines).chain(payers)
}

fn of_outcomes(outcomes: &mut Outcomes) -> impl Iterator<Item = &mut String> {
    let Outcomes { heading, lead, charts, variance, variance_title, why, strategy, tactic, tables } = outcomes;
    let months = variance.iter_mut().flat_map(|MonthVariance { month, value: _, text, good: _ }| [month, text]);
    let measures = strategy.iter_mut().chain(tactic).flat_map(|Measure { label, value, plan }| [label, value, plan]);
    heading
        .iter_mut()
        .chain([lead, variance_title, why])
        .chain(charts.iter_mut().flat_map(of_chart))
        .chain(months)
        .chain(measures)
        .chain(tables.iter_mut().flat_map(of_table))
}

fn of_chapter(Chapter { heading, lead, parts }: &mut Chapter) -> impl Iterator<Item = &mut String> {
    heading.iter_mut().chain([lead]).chain(parts.iter_mut().flat_map(of_part))
}

fn of_part(part: &mut Part) -> Vec<&mut String> {
    match part {
        Part::Opening(PartOpening { title, lead, character: _ }) => vec![title, lead],
        Part::Facts(entries) | Part::Texts(entries) => readings(entries).collect(),
        Part::Table(table) => of_table(table).collect(),
        Part::Chart(chart) => of_chart(chart).into(),
    }
}
