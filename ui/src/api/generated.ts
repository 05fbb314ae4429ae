// Made from the command table in src-tauri/crates/api by `cargo xtask bindings`. Never edited by hand.

export type Accent = string;

export type AccountAdd = { name: Name, };

export type AccountAdded = { id: AccountId, };

export type AccountChange = { "field": "name", "value": Name } | { "field": "domain", "value": Text } | { "field": "target", "value": boolean };

export type AccountId = string;

export type AccountRow = { id: AccountId, name: string, domain: string | null, target: boolean, deals: number, 
/**
 * What its open deals come to: one sum for each currency.
 */
open: Array<Money>, 
/**
 * What was won.
 */
won: Array<Money>, 
/**
 * Names of those who had a part in its deals.
 */
partners: Array<string>, };

export type AccountUpdate = { id: AccountId, change: AccountChange, };

export type AccountsRequest = { ids: Array<AccountId>, };

export type ActivityId = string;

export type ActivityKind = "call" | "meeting" | "email" | "event" | "note";

export type ActivityRequest = { id: ActivityId, };

export type ActivitySet = { id: ActivityId | null, organization: OrganizationId, date: string, person: PersonId | null, kind: ActivityKind, note: Text, next_step: Text, next_by: string | null, next_done: boolean, };

export type ActivityView = { id: ActivityId, date: string, person: PersonId | null, person_name: string | null, kind: ActivityKind, note: string, next_step: string | null, next_by: string | null, next_done: boolean, };

export type ActualCell = { 
/**
 * As it can be typed again; empty without a figure.
 */
text: string, confirmed: boolean, 
/**
 * The files that it comes from; such a figure is not typed over.
 */
imported: Array<string>, };

export type ActualSetCell = { metric: Key, month: Month, value?: Text, 
/**
 * Final, or may still change.
 */
confirmed?: boolean, };

export type ActualsGrid = { months: Array<Month>, 
/**
 * First those that the motion is judged by, that are projected or that have figures.
 */
rows: Array<ActualsRow>, 
/**
 * The code that amounts are in.
 */
currency: string, };

export type ActualsRequest = { motion?: MotionId, organization?: OrganizationId, first: Month, last: Month, };

export type ActualsRow = { metric: Key, name: string, unit: MetricUnit, side: MetricSide, 
/**
 * It is judged by it, or has a projection or a figure.
 */
used: boolean, 
/**
 * Counted or worked out: a typed figure counts only where that has none. Says so in a sentence; none where typing is
 * all there is.
 */
instead: string | null, 
/**
 * One for each month.
 */
cells: Array<ActualCell>, };

export type ActualsSet = { motion?: MotionId, organization?: OrganizationId, cells: Array<ActualSetCell>, };

export type ActualsWritten = { changed: number, };

export type Align = "start" | "center" | "end";

export type Aspect = "focus" | "relationship_type" | "value_exchange" | "scales_by" | "success_metrics" | "involvement";

export type AspectDetail = { aspect: Aspect, name: string, 
/**
 * The words at 0 and at 5.
 */
ends: [string, string], value: number | null, 
/**
 * `evidence`, `judgment`, `overrule`, or none where unknown.
 */
source: string | null, 
/**
 * The evidence in a sentence.
 */
sentence: string, 
/**
 * What it is in Expected, where the chosen scenario says something else.
 */
base: string | null, };

export type AspectValue = { aspect: Aspect, value: number, };

export type Audience = "internal" | "client" | "partner";

export type Badge = { 
/**
 * What it says, in words.
 */
title: string, 
/**
 * Moved from the node's center or the line's middle.
 */
at: [number, number], 
/**
 * Radius.
 */
r: number, 
/**
 * Inside.
 */
fill: Paint, 
/**
 * Outline.
 */
stroke: Stroke, 
/**
 * Strokes in a box of 24 by 24, as path data (width 3, round ends), 1.2 radii wide; empty for none.
 */
strokes: string, 
/**
 * The strokes' color.
 */
color: Paint, };

export type Band = { 
/**
 * One run in ten is below.
 */
p10: number, 
/**
 * One run in four is below.
 */
p25: number, 
/**
 * Half of the runs are below.
 */
p50: number, 
/**
 * One run in four is above.
 */
p75: number, 
/**
 * One run in ten is above.
 */
p90: number, };

export type Basis = "first_year_value" | "annual_recurring" | "collected" | "collected_gross" | "mixed" | "not_money";

export type Better = "higher" | "lower";

export type Bounds = { 
/**
 * Below: transactional.
 */
lower: number, 
/**
 * At or above: strategic.
 */
upper: number, };

export type Bridge = { from: OrganizationId, from_name: string, to: OrganizationId, to_name: string, };

export type BriefExtra = "lens" | "fit" | "commission" | "projections" | "notes";

export type BriefsExport = { job: string, 
/**
 * The document whose paper, language and brand they wear; without one the first by name, or the plain one.
 */
document?: PlanDocumentId, 
/**
 * For whom; none is everyone.
 */
partners: Array<OrganizationId>, show: Array<BriefExtra>, };

export type BrokenDependencyView = { 
/**
 * Which dependency.
 */
id: DependencyId, 
/**
 * The one that waits.
 */
motion: MotionId, 
/**
 * The one that it waits for.
 */
after: MotionId, 
/**
 * By how many days it begins too early.
 */
days: number, 
/**
 * As a sentence.
 */
words: string, };

export type BrokenStepView = { 
/**
 * Which dependency.
 */
id: DependencyId, 
/**
 * The one that waits.
 */
waits: TaskOrMilestone, 
/**
 * The one that it waits for.
 */
after: TaskOrMilestone, 
/**
 * The motion of the one that waits.
 */
motion: MotionId, 
/**
 * By how many days it comes too early.
 */
days: number, 
/**
 * As a sentence.
 */
words: string, };

export type BudgetLineAdd = { motion: MotionId, name: Name, 
/**
 * Of a line that follows a projection only its currency counts.
 */
planned: Money, follow: Follow | null, };

export type BudgetLineAdded = { id: BudgetLineId, };

export type BudgetLineChange = { "field": "name", "value": Name } | { "field": "planned", "value": Money } | { "field": "committed", "value": Money } | { "field": "spent", "value": Money } | { "field": "follow", "value": Follow | null } | { "field": "shares", "value": Array<LineShare> } | { "field": "audience", "value": Audience };

export type BudgetLineId = string;

export type BudgetLineRequest = { id: BudgetLineId, };

export type BudgetLineUpdate = { id: BudgetLineId, change: BudgetLineChange, };

export type BudgetLineView = { id: BudgetLineId, name: string, behavior: CostBehavior, follows: Follows | null, planned: Money, 
/**
 * What Expected plans, where the chosen scenario plans something else.
 */
base: string | null, committed: Money, spent: Money, 
/**
 * What may have been spent by now: the planned amount, or what the projection implies to date.
 */
implied: Money, 
/**
 * What was spent beyond that; none where nothing was.
 */
over: Money | null, 
/**
 * Who pays; empty: we pay everything.
 */
shares: Array<LineShareView>, audience: Audience, };

export type BudgetTotal = { planned: Money, committed: Money, spent: Money, implied: Money, 
/**
 * All that lines were overspent by; what others have left does not make up for it.
 */
over: Money | null, };

export type CalendarExport = { 
/**
 * Of one motion; without it of all.
 */
motion: MotionId | null, };

export type CancelRequest = { job: string, };

export type CapacitySet = { 
/**
 * None: us.
 */
organization: OrganizationId | null, function: Function, 
/**
 * Days a month, 0 to 1000.
 */
days: number | null, };

export type CapacityView = { organization: OrganizationId, name: string, is_us: boolean, function: Function, 
/**
 * Days a month.
 */
days: number, };

export type Cell = { 
/**
 * As a person reads it; a dash where there is no figure.
 */
text: string, 
/**
 * The figure whole, for CSV; none of a word.
 */
value: number | null, };

export type Change = "added" | "gone" | "changed";

export type ChangeMark = { 
/**
 * Which.
 */
change: Change, 
/**
 * Of a node: a line around the shape, `offset` outside its radius. Of a line: painted under it.
 */
rim: Stroke, 
/**
 * Of a node: how far outside its radius the rim runs, in pixels.
 */
offset: number, 
/**
 * Its sign.
 */
badge: Badge, };

export type Character = "unknown" | "transactional" | "ecotone" | "strategic";

export type CharacterShares = { character: Character, 
/**
 * 0 (tactic) to 5 (strategy).
 */
depth: number | null, strategic: number | null, tactical: number | null, };

export type ChartCopy = { chart: ChartRequest, format: ChartFormat, theme: PictureTheme, 
/**
 * Pixels of a PNG for each of the chart's own.
 */
scale: number, };

export type ChartFormat = "svg" | "png" | "csv";

export type ChartKind = "cumulative" | "monthly" | "variance" | "bullet" | "funnel" | "multiples" | "ranked" | "roas" | "roas_cohorts" | "waterfall" | "coverage" | "sparkline" | "tornado" | "scenarios";

export type ChartPicture = { 
/**
 * In pixels, from (0, 0).
 */
list: DisplayList, 
/**
 * Where the figures lie, for a crosshair and for the keyboard.
 */
plot: Plot, 
/**
 * What is shown, for "show as table" and CSV.
 */
table: ChartTable, 
/**
 * What can be switched on and off, in the order of a legend; empty where rows or panels are named themselves.
 */
series: Array<ChartSeries>, };

export type ChartRequest = { kind: ChartKind, metric: Key, motion?: MotionId, year?: number, 
/**
 * A part of the months, after brushing over them.
 */
first?: Month, last?: Month, 
/**
 * Size in pixels.
 */
width: number, height: number, 
/**
 * Ids of series that are switched off.
 */
hidden?: Array<string>, 
/**
 * A range of few runs, at once, until all are simulated.
 */
coarse?: boolean, };

export type ChartSeries = { 
/**
 * For [`Frame::hidden`](super::Frame::hidden).
 */
id: string, 
/**
 * "Actual".
 */
name: string, 
/**
 * The look of a line.
 */
stroke: Stroke | null, 
/**
 * The look of an area or a bar.
 */
fill: Paint | null, 
/**
 * Drawn, or switched off.
 */
shown: boolean, };

export type ChartTable = { 
/**
 * Their heads.
 */
columns: Array<string>, 
/**
 * As many cells in each as there are columns.
 */
rows: Array<Array<Cell>>, };

export type ChartView = { title: string, 
/**
 * The finding, where there is one: "€56k above plan to May 2026. May carried it."
 */
finding: string | null, picture: ChartPicture, };

export type ChecklistItemId = string;

export type ChecklistItemView = { id: ChecklistItemId, text: string, done: boolean, };

export type ChecklistLine = { id: ChecklistItemId | null, text: Name, done: boolean, };

export type ChoiceEdit = { 
/**
 * What it was called; none is a new one.
 */
was: string | null, 
/**
 * What it is called.
 */
name: Name, };

export type Clash = { 
/**
 * Of what.
 */
metric: Key, 
/**
 * The month.
 */
month: Month, 
/**
 * The line that it was given for.
 */
line: Line, 
/**
 * Whose figure, where it is of an organization alone.
 */
organization: OrganizationId | null, 
/**
 * The figure that does not count, in whole units.
 */
typed: number, 
/**
 * What counts instead.
 */
counted: number, };

export type CommissionEvent = "click" | "lead" | "sale";

export type CommissionRate = { "percent": number } | { "flat": Money };

export type CommissionSet = { terms: CommissionTerms, audience: Audience, };

export type CommissionTerms = { 
/**
 * What it is paid for.
 */
per: CommissionEvent, 
/**
 * How much, from the first one on.
 */
rate: CommissionRate, 
/**
 * Other rates from so many a month on, rising; none is one rate for all.
 */
tiers: Array<CommissionTier>, 
/**
 * For how long a customer counts.
 */
lasts: CommissionTime, 
/**
 * How many days a click is remembered.
 */
cookie_days: number | null, };

export type CommissionTier = { 
/**
 * From how many a month, 2 or more.
 */
from: number, 
/**
 * How much then.
 */
rate: CommissionRate, };

export type CommissionTime = "once" | { "months": number } | "life";

export type CommissionView = { terms: CommissionTerms, audience: Audience, words: string, };

export type Compare = { "with": "expected" } | { "with": "scenario", "id": ScenarioId } | { "with": "locked_plan", "id": LockedPlanId };

export type Condition = { 
/**
 * What is asked.
 */
field: Field, 
/**
 * What the answer must be.
 */
test: Test, };

export type ContactId = string;

export type ContactRequest = { id: ContactId, };

export type ContactSet = { id: ContactId | null, organization: OrganizationId, name: Name, role: Text, email: Text, phone: Text, };

export type ContactView = { id: ContactId, name: string, role: string | null, email: string | null, phone: string | null, };

export type CorrelationGroupId = string;

export type CorrelationGroupRequest = { id: CorrelationGroupId, };

export type CorrelationGroupSet = { id?: CorrelationGroupId, name: Text, correlation: number, motions: Array<MotionId>, };

export type CorrelationGroupView = { id: CorrelationGroupId, name: string, correlation: number, motions: Array<MotionId>, };

export type CostBehavior = "fixed" | "variable";

export type CrowdView = { 
/**
 * The partner.
 */
organization: OrganizationId, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Which motions.
 */
motions: Array<MotionId>, 
/**
 * As a sentence.
 */
words: string, };

export type Currency = string;

export type CurrencySet = { currency: Currency, };

export type CustomChange = { key: Key, value: Text | null, };

export type CustomFieldAdd = { name: Name, kind: CustomKind, choices: Array<Name>, audience: Audience, };

export type CustomFieldAdded = { key: Key, };

export type CustomFieldChange = { "what": "name", "to": Name } | { "what": "audience", "to": Audience } | { "what": "choices", "to": Array<ChoiceEdit> } | { "what": "position", "to": number };

export type CustomFieldRequest = { key: Key, };

export type CustomFieldUpdate = { key: Key, change: CustomFieldChange, };

export type CustomFieldView = { key: Key, name: string, kind: CustomKind, 
/**
 * In order; none for kinds without choices.
 */
choices: Array<string>, audience: Audience, 
/**
 * Partners that have a value.
 */
used: number, };

export type CustomKind = "text" | "number" | "money" | "date" | "choice" | "multi_choice" | "link";

export type DealAdd = { account: AccountId, name: Name, amount: Money, };

export type DealAdded = { id: DealId, };

export type DealChange = { "field": "account", "value": AccountId } | { "field": "name", "value": Name } | { "field": "amount", "value": Money } | { "field": "stage", "value": DealStage } | { "field": "opened", "value": string } | { "field": "closed", "value": string | null } | { "field": "motion", "value": MotionId | null };

export type DealId = string;

export type DealRow = { id: DealId, account: AccountId, account_name: string, name: string, amount: Money, stage: DealStage, opened: string, closed: string | null, motion: MotionId | null, motion_name: string | null, 
/**
 * The earliest first.
 */
touches: Array<TouchRow>, };

export type DealStage = "open" | "won" | "lost";

export type DealUpdate = { id: DealId, change: DealChange, };

export type DealsRequest = { ids: Array<DealId>, };

export type DependencyAdd = { 
/**
 * The one that waits.
 */
waits: PlanItem, 
/**
 * The one that it waits for.
 */
after: PlanItem, 
/**
 * Days in between; 0 between motions.
 */
lag_days: number, };

export type DependencyAdded = { id: DependencyId, };

export type DependencyId = string;

export type DependencyRequest = { id: DependencyId, };

export type DependencyUpdate = { id: DependencyId, lag_days: number, };

export type DependencyView = { 
/**
 * Which.
 */
id: DependencyId, 
/**
 * The one that waits.
 */
waits: PlanItem, 
/**
 * Its name, with its motion's where that is another one.
 */
waits_words: string, 
/**
 * The one that it waits for.
 */
after: PlanItem, 
/**
 * Its name, with its motion's where that is another one.
 */
after_words: string, 
/**
 * Days in between; motions have none.
 */
lag_days: number, 
/**
 * By how many days the waiting one comes too early; 0 where dates and dependency agree.
 */
too_early: number, };

export type Direction = "give" | "get";

export type DisplayList = { 
/**
 * What the picture fills, with room for labels.
 */
bounds: Rect, 
/**
 * One sentence for a screen reader and the PDF's alternative text.
 */
alt: string, 
/**
 * Back to front.
 */
items: Array<Item>, 
/**
 * Raster pictures that nodes carry, each once; the window's list has none, since it keeps those that it has seen.
 */
rasters?: Array<Raster>, 
/**
 * What position says, where it is not said in the picture: "Columns follow the value chain from left to right."
 */
meaning?: string, };

export type DistributionKind = "fixed" | "uniform" | "triangular" | "pert" | "lognormal" | "beta";

export type DocumentAccent = { 
/**
 * `#rrggbb`; a darker shade of the chosen one where that is too pale to read.
 */
printed: string, 
/**
 * How the printed one stands out on white, 1 to 21.
 */
contrast: number, };

export type DocumentAdd = { name: Name, like?: PlanDocumentId, 
/**
 * Not looked at beside `like`.
 */
preset?: DocumentPreset, 
/**
 * How it begins, where it is not plain and like no other.
 */
body?: DocumentBody, };

export type DocumentBody = { audience: Audience, language: string, settings: DocumentSettings, };

export type DocumentChoice = { id?: PlanDocumentId, };

export type DocumentFinding = { section: SectionKind, 
/**
 * Empty where nothing can be said any more.
 */
finding: string, 
/**
 * Its heading was written or accepted when the data said something else.
 */
changed: boolean, };

export type DocumentLeftOut = { 
/**
 * Fields of one's own.
 */
fields: number, notes: number, 
/**
 * Whole rows: budget lines, funds, risks, commissions, parts of joint plans.
 */
entries: number, };

export type DocumentLogo = { id: OrganizationId, name: string, };

export type DocumentLogoFile = { base64: string, };

export type DocumentPages = { count: number, 
/**
 * Those that have pages, in the order of the pages.
 */
sections: Array<SectionPages>, 
/**
 * Those that are switched on and have none, in the order of the outline.
 */
waiting: Array<SectionWaiting>, 
/**
 * Characters that no bundled font can show, each once.
 */
missing: string, };

export type DocumentPreset = "plan" | "quarterly";

export type DocumentRequest = { id: PlanDocumentId, };

export type DocumentScenario = "chosen" | "expected" | { "named": ScenarioId };

export type DocumentSection = { kind: SectionKind, name: string, 
/**
 * What it holds now ("12 motions").
 */
note: string, 
/**
 * A finding or words of one's own can stand over it.
 */
takes_heading: boolean, 
/**
 * As it is when it is added.
 */
plain: SectionContent, };

export type DocumentSet = { id: PlanDocumentId, name: Name, audience: Audience, language: string, settings: DocumentSettings, };

export type DocumentSettings = { 
/**
 * On the cover; empty gives the workspace's name.
 */
title: string, 
/**
 * A sentence at the foot of the cover; empty gives the standing one.
 */
subtitle: string, 
/**
 * Whom it is for.
 */
client: Party, 
/**
 * Who made it.
 */
preparer: Party, 
/**
 * The author in the metadata; empty gives the preparer, without one us.
 */
author: string, 
/**
 * As typed ("Version 3").
 */
version: string, 
/**
 * The day that it speaks of; without one, the day of its making.
 */
date: string | null, 
/**
 * In the foot of each page ("Confidential"); may be empty.
 */
confidentiality: string, 
/**
 * Marked as a draft on each page.
 */
draft: boolean, 
/**
 * Its pages.
 */
paper: Paper, 
/**
 * The brand's color.
 */
accent: Accent, 
/**
 * Whose figures are printed.
 */
scenario: DocumentScenario, 
/**
 * What is printed wherever it would stand.
 */
show: Show, 
/**
 * Its sections, in order.
 */
outline: Array<Section>, };

export type DocumentView = { 
/**
 * The saved document; none for the plain one.
 */
id: PlanDocumentId | null, 
/**
 * What it is saved as; empty for the plain one.
 */
name: string, 
/**
 * On the cover, typed or not.
 */
title: string, audience: Audience, language: string, settings: DocumentSettings, 
/**
 * What a document can be made of, in standing order.
 */
sections: Array<DocumentSection>, 
/**
 * Findings that nobody has accepted yet, and headings that the data has left behind.
 */
findings: Array<DocumentFinding>, left_out: DocumentLeftOut, accent: DocumentAccent, 
/**
 * Whose logos can stand on it.
 */
logos: Array<DocumentLogo>, 
/**
 * In which its fixed words exist, as in `language`.
 */
languages: Array<string>, };

export type DriverId = string;

export type DriverKept = { id: DriverId, };

export type DriverRequest = { id: DriverId, };

export type DriverSet = { id?: DriverId, name: Text, unit: MetricUnit, value: Text, low?: Text, high?: Text, 
/**
 * How it lies between the ends; without it the usual way.
 */
distribution?: DistributionKind, };

export type DriverSwing = { 
/**
 * `driver:…`.
 */
id: string, 
/**
 * "Customer introductions, win rate".
 */
name: string, 
/**
 * "18% to 31%, PERT".
 */
range_text: string, at_p10: number, at_p90: number, at_p10_text: string, at_p90_text: string, };

export type DriverView = { id: DriverId, name: string, unit: MetricUnit, value: string, low: string, high: string, distribution: DistributionKind | null, 
/**
 * What Expected says, where the chosen scenario says something else.
 */
base: string | null, 
/**
 * In how many projections.
 */
used: number, };

export type DueItem = { kind: DueKind, 
/**
 * None: no day was set.
 */
date: string | null, what: string, organization: OrganizationId | null, organization_name: string | null, motion: MotionId | null, motion_name: string | null, 
/**
 * In words; empty for nobody.
 */
owner: string, 
/**
 * Ticked off by this.
 */
activity: ActivityId | null, 
/**
 * Ticked off by this.
 */
task: TaskId | null, };

export type DueKind = "next_step" | "task" | "renewal" | "fund";

export type DuplicatePair = { 
/**
 * The one that is known longer.
 */
first: OrganizationId, first_name: string, second: OrganizationId, second_name: string, 
/**
 * Why, in words.
 */
evidence: Array<string>, };

export type DuplicatesView = { 
/**
 * How many there are; the list ends earlier when they are very many.
 */
total: number, 
/**
 * Each with its evidence.
 */
pairs: Array<DuplicatePair>, };

export type EditGesture = "paste" | "fill" | "clear";

export type EffectView = { 
/**
 * `effect:timing`, `effect:orders`.
 */
id: string, 
/**
 * "Timing", "Order value".
 */
name: string, 
/**
 * Actual − planned because of it, in the metric's unit.
 */
change: number, change_text: string, 
/**
 * For the better; by the metric's good direction.
 */
better: boolean, 
/**
 * What it means, in a sentence.
 */
note: string, };

export type EffectsView = { 
/**
 * The last measured month.
 */
to: Month, 
/**
 * "€540k planned to Jun 2026", as a figure.
 */
planned_text: string, actual_text: string, variance_text: string, 
/**
 * In the order of the chain; they add up to the variance exactly.
 */
effects: Array<EffectView>, 
/**
 * What was found, in a sentence.
 */
words: string, };

export type EntrySource = "deal" | "fund" | "account" | "partner" | "exchange" | { "market": string } | "plan" | { "actual": { 
/**
 * Where it comes from ("typed", a network).
 */
source: string, 
/**
 * The file that brought it.
 */
batch: ImportBatchId | null, 
/**
 * Final; a provisional figure may still change.
 */
confirmed: boolean, } };

export type ErrorReply = { 
/**
 * For programs; see [`Refusal`].
 */
code: Refusal, 
/**
 * A sentence for a person that says what to do.
 */
message: string, 
/**
 * The chain of causes, behind "Copy details".
 */
detail: string, };

export type Event = { "type": "changed", 
/**
 * What changed.
 */
tags: Array<Tag>, } | { "type": "workspace_switched" } | { "type": "progress", 
/**
 * The id that the page gave.
 */
job: string, 
/**
 * In words ("Drawing the map").
 */
phase: string, 
/**
 * Steps done.
 */
done: number, 
/**
 * Steps in all.
 */
total: number, } | { "type": "menu", 
/**
 * An action's id, for example `edit.undo`.
 */
action: string, } | { "type": "table_dropped", 
/**
 * Its name, without its folder.
 */
file_name: string, } | { "type": "notice", 
/**
 * What and what to do.
 */
error: ErrorReply, };

export type ExchangeRateId = string;

export type ExplainRequest = { metric: Key, motion?: MotionId, first: Month, last: Month, };

export type ExplainedLine = { metric: Key, name: string, value_text: string, sources: Array<string>, };

export type ExplainedPart = { 
/**
 * The metric.
 */
metric: Key, 
/**
 * Its name.
 */
name: Name, 
/**
 * Its unit.
 */
unit: MetricUnit, 
/**
 * Its figure, below its own floor too: the floor is for what is said, not for what is worked out from it.
 */
figure: number | null, 
/**
 * Why there is none.
 */
missing: Missing | null, 
/**
 * How many cases it rests on.
 */
cases: number, 
/**
 * Its own formula with the numbers put in.
 */
with_numbers: string | null, 
/**
 * Where its own figures come from.
 */
sources: Array<SourceSum>, };

export type Explanation = { 
/**
 * The metric.
 */
metric: Key, 
/**
 * Its name.
 */
name: Name, 
/**
 * Its unit.
 */
unit: MetricUnit, 
/**
 * What it is, in words.
 */
definition: string, 
/**
 * What a money metric counts.
 */
basis: Basis, 
/**
 * Who says so, where somebody outside does.
 */
said_by: string, 
/**
 * The first month.
 */
first: Month, 
/**
 * The last month.
 */
last: Month, 
/**
 * The figure.
 */
value: Value, 
/**
 * How many cases it needs.
 */
floor: number, 
/**
 * The formula in force; none where the figure is measured or counted.
 */
formula: string | null, 
/**
 * The formula with the numbers put in: working it out gives the figure. Where a figure is missing that it cannot do
 * without, its key stands.
 */
with_numbers: string | null, 
/**
 * What the formula names.
 */
parts: Array<ExplainedPart>, 
/**
 * What was typed for months and motions that the parts have no figure for, added to the formula's figure.
 */
typed: number | null, 
/**
 * Where the figures come from that were measured or counted for this metric itself.
 */
sources: Array<SourceSum>, 
/**
 * What each partner brought, the largest first, where the figure says how revenue is spread over partners.
 */
partners: Array<PartnerSum>, 
/**
 * Figures of this metric and its parts that cannot be counted.
 */
left_out: Array<LeftOut>, 
/**
 * Typed figures of this metric and its parts that another figure stands in the way of.
 */
clashes: Array<Clash>, 
/**
 * Rates by which figures were converted.
 */
rates: Array<ExchangeRateId>, 
/**
 * Settings that change the figure.
 */
settings: Array<SettingUsed>, };

export type ExplanationView = { explanation: Explanation, 
/**
 * The figure; "—" or "Unknown" with the reason in `why`.
 */
value_text: string, why: string | null, 
/**
 * "January to June 2026, Peak Season Playbook".
 */
of: string, 
/**
 * "First-year contract value"; none of what is no money.
 */
basis_text: string | null, 
/**
 * The formula in the metrics' names.
 */
formula_text: string | null, 
/**
 * The same with the figures put in, as people read them.
 */
numbers_text: string | null, parts: Array<ExplainedLine>, 
/**
 * "24 deals: €1.39M".
 */
sources: Array<string>, 
/**
 * What each partner brought.
 */
partners: Array<string>, 
/**
 * What is planned, and by which projections.
 */
planned_text: string | null, projections: Array<string>, 
/**
 * Settings, rates and what was left out.
 */
notes: Array<string>, };

export type ExportRequest = { job: string, 
/**
 * The saved document: see [`DocumentChoice`].
 */
document?: PlanDocumentId, };

export type Field = string;

export type FieldView = { 
/**
 * As a filter writes it.
 */
field: Field, 
/**
 * On the screen.
 */
name: string, 
/**
 * Words to choose from; none where there are too many of them, or only figures.
 */
words: Array<FieldWord>, 
/**
 * The least and the most figure.
 */
range: [number, number] | null, };

export type FieldWord = { 
/**
 * As a filter writes it; empty for "not set".
 */
word: string, 
/**
 * On the screen.
 */
name: string, 
/**
 * How many partners have it.
 */
count: number, };

export type FieldsRequest = { 
/**
 * Fields that these may not see are left out.
 */
audience: Audience, };

export type Figure = { "money": Money } | { "number": number };

export type FigureShiftView = { metric: Key, metric_name: string, then_text: string, now_text: string, difference_text: string, 
/**
 * For the better; none where it cannot be told.
 */
better: boolean | null, };

export type FileWritten = { 
/**
 * Its name without its folder.
 */
file_name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * By which this window can ask to see it.
 */
token: string, };

export type Filter = { 
/**
 * All must hold.
 */
conditions: Array<Condition>, };

export type FiscalYear = { 
/**
 * The calendar year of its last month.
 */
year: number, 
/**
 * The number of its first month, 1 to 12.
 */
first_month: number, };

export type FitAnswerSet = { organization: OrganizationId, criterion: Key, score: number | null, note: Text, };

export type FitCriterionSet = { key: Key | null, name: Name, question: Text, weight: number, };

export type FitCriterionView = { key: Key, name: string, question: string, 
/**
 * 0 to 5; 0 does not count.
 */
weight: number, 
/**
 * Partners with an answer to it.
 */
answers: number, };

export type FitLine = { criterion: Key, name: string, question: string, weight: number, score: number | null, note: string, };

export type FitProfileSet = { criteria: Array<FitCriterionSet>, };

export type FitView = { 
/**
 * 1 to 5; none is Unknown.
 */
mean: number | null, 
/**
 * "(3 × 4 + 2 × 5) ÷ 5 = 4.4"; empty while nothing is answered.
 */
formula: string, 
/**
 * Weight of what is answered, and of the whole profile.
 */
answered_weight: number, weight: number, lines: Array<FitLine>, gate: Gate, questions: Array<GateLine>, };

export type Focus = { 
/**
 * The middle.
 */
organizations: Array<OrganizationId>, 
/**
 * How many relationships away, 1 to 3; 0 shows them alone, as a path does.
 */
hops: number, };

export type FolderWritten = { 
/**
 * Its name without the folder around it.
 */
folder_name: string, 
/**
 * How many files were written into it.
 */
files: number, 
/**
 * By which this window can ask to see it.
 */
token: string, };

export type Follow = { projection: ProjectionId, 
/**
 * A part of money (0.08 = 8 %), or whole units of the line's currency for each thing counted.
 */
rate: number, };

export type Followable = { projection: ProjectionId, metric: Key, metric_name: string, 
/**
 * Money: the rate is a part of it. A count: the rate is the cost of each.
 */
unit: MetricUnit, total_text: string, };

export type Follows = { projection: ProjectionId, metric: Key, metric_name: string, 
/**
 * A part of money (0.08), or whole units of the line's currency for each thing counted.
 */
rate: number, 
/**
 * "8% of Affiliate revenue (€120k)".
 */
words: string, };

export type Function = "marketing" | "sales" | "product" | "executive" | "performance" | "partnerships" | "operations";

export type FundAdd = { name: Name, giver: OrganizationId, motion: MotionId | null, amount: Money, accrued: boolean, };

export type FundAdded = { id: FundId, };

export type FundChange = { "field": "name", "value": Name } | { "field": "giver", "value": OrganizationId } | { "field": "motion", "value": MotionId | null } | { "field": "amount", "value": Money } | { "field": "accrued", "value": boolean } | { "field": "day", "value": FundDaySet } | { "field": "proof", "value": Text } | { "field": "audience", "value": Audience };

export type FundDay = "requested" | "approved" | "spent" | "claimed" | "claim_by" | "reimbursed" | "expires";

export type FundDaySet = { of: FundDay, day: string | null, };

export type FundId = string;

export type FundRequest = { id: FundId, };

export type FundStatus = "available" | "requested" | "approved" | "spent" | "claimed" | "reimbursed" | "expired" | "expired_unclaimed";

export type FundStep = "spend" | "claim";

export type FundUpdate = { id: FundId, change: FundChange, };

export type FundView = { id: FundId, name: string, motion: MotionId | null, motion_name: string | null, giver: OrganizationId, giver_name: string, 
/**
 * Earned by volume rather than granted.
 */
accrued: boolean, amount: Money, requested: string | null, approved: string | null, spent: string | null, claimed: string | null, claim_by: string | null, reimbursed: string | null, expires: string | null, proof: string, audience: Audience, status: FundStatus, 
/**
 * What must be done next by a day.
 */
next: FundStep | null, next_by: string | null, 
/**
 * "claim by 12 May, 8 days left".
 */
words: string, };

export type Gate = "passed" | "failed" | "open";

export type GateAnswerSet = { organization: OrganizationId, question: GateQuestion, answer: boolean | null, note: Text, };

export type GateLine = { question: GateQuestion, words: string, answer: boolean | null, note: string, };

export type GateQuestion = "economics" | "introduction" | "named_accounts" | "right_customers";

export type Glyph = "us" | "shopping-bag" | "plug" | "store" | "megaphone" | "building" | "handshake" | "wrench" | "none";

export type GraduateSuggestion = { organization: OrganizationId, name: string, 
/**
 * Why it could: "Brought €48k in FY 2026; depth 1.9, transactional by 0.3".
 */
sentence: string, 
/**
 * Its motions that are switched off now.
 */
motions_off: Array<MotionChoice>, };

export type HandOver = { audience: Audience, };

export type Heading = "neutral" | { "accepted": { 
/**
 * As it was then.
 */
finding: string, } } | { "own": { 
/**
 * As typed.
 */
text: string, 
/**
 * What the data said then: when it says something else, the words may have become wrong.
 */
finding: string | null, } };

export type Health = "on_track" | "at_risk" | "behind";

export type HistoryLine = { seq: number, 
/**
 * `new`, `do`, `undo` or `redo`.
 */
kind: string, sentence: string, author: string, 
/**
 * UTC, RFC 3339.
 */
time: string, };

export type ImportBatchId = string;

export type ImportCell = { 
/**
 * Its row in the file.
 */
row: number, 
/**
 * What stands in it.
 */
name: string, 
/**
 * The names that it may hold.
 */
parts: Array<string>, 
/**
 * What was answered.
 */
several: boolean | null, };

export type ImportColumn = { 
/**
 * As the file names it.
 */
name: string, 
/**
 * The field that it holds.
 */
field: string | null, 
/**
 * How sure that is, from 0 to 1.
 */
confidence: number, 
/**
 * Up to three values.
 */
samples: Array<string>, };

export type ImportConflict = "file" | "mine" | "fill";

export type ImportDates = "day_first" | "month_first";

export type ImportDuplicate = { 
/**
 * Its row in the file.
 */
row: number, 
/**
 * Its name.
 */
name: string, 
/**
 * Which one it may be.
 */
other: string, 
/**
 * How that one is called.
 */
other_name: string, 
/**
 * The id that both have; none where the names are nearly the same.
 */
shared_id: string | null, 
/**
 * What was answered.
 */
same: boolean | null, };

export type ImportFault = { 
/**
 * Where, what was found, what was expected and what to do, for the first of them.
 */
sentence: string, 
/**
 * They fit once it is said whether the day or the month comes first.
 */
asks_dates: boolean, };

export type ImportField = { 
/**
 * Its key.
 */
key: string, 
/**
 * In words.
 */
words: string, 
/**
 * Needed, and no column holds it.
 */
missing: boolean, };

export type ImportFieldConflict = { 
/**
 * The field's key.
 */
field: string, 
/**
 * Who wins.
 */
conflict: ImportConflict, };

export type ImportLook = { 
/**
 * The names of all sheets.
 */
sheets: Array<string>, 
/**
 * The sheet that is read.
 */
sheet: string, 
/**
 * The row of the column names.
 */
header_row: number, 
/**
 * The encoding of a text.
 */
encoding: string | null, 
/**
 * What stands between the cells of a text.
 */
delimiter: string | null, 
/**
 * The make of file: its key.
 */
profile: string | null, 
/**
 * The make of file, for a person.
 */
profile_name: string | null, 
/**
 * Its companies are customers: they become partners only by a column that a person picks.
 */
of_customers: boolean, 
/**
 * A file of this make was imported before: what was said then is said now.
 */
remembered: ImportOptions | null, 
/**
 * Every column with a name.
 */
columns: Array<ImportColumn>, 
/**
 * Every field.
 */
fields: Array<ImportField>, 
/**
 * How many rows there are.
 */
rows: number, 
/**
 * What was left out or filled in.
 */
remarks: Array<string>, 
/**
 * What it asks for, where it is a report of a network.
 */
report: ImportReportLook | null, };

export type ImportNoun = "organizations" | "relationships" | "accounts" | "deals" | "actuals" | "motions" | "tasks";

export type ImportOpen = { 
/**
 * Names the work, for progress and cancelling.
 */
job: string, 
/**
 * The file that was dropped on the window, instead of one that a dialog asks for.
 */
dropped: boolean, };

export type ImportOpened = { 
/**
 * Names it from now on.
 */
handle: string, 
/**
 * Its name, without its folder.
 */
file_name: string, 
/**
 * Why it could not be read as a text: another encoding or delimiter may help.
 */
unread: string | null, };

export type ImportOptions = { 
/**
 * What its rows are.
 */
noun: ImportNoun, 
/**
 * Columns and their fields.
 */
map: Array<ImportPair>, 
/**
 * Fields that are the same in every row.
 */
set: Array<ImportPair>, 
/**
 * The encoding of a text.
 */
encoding: string | null, 
/**
 * What stands between two cells of a text: one character.
 */
delimiter: string | null, 
/**
 * The sheet of a workbook.
 */
sheet: string | null, 
/**
 * The row of the column names.
 */
header_row: number | null, 
/**
 * The make of file, by its key.
 */
profile: string | null, 
/**
 * How unclear days are read.
 */
dates: ImportDates | null, 
/**
 * Who wins, for every field that is not named.
 */
conflict: ImportConflict, 
/**
 * Who wins, field by field.
 */
conflicts: Array<ImportFieldConflict>, 
/**
 * Which rows of a list of customers are partners.
 */
partner_if: ImportPair | null, 
/**
 * What was said about a report of a network.
 */
report: ImportReport, 
/**
 * Names of which it was said whether they stand for several.
 */
several: Array<ImportSeveral>, 
/**
 * Names of which it was said whose they are.
 */
same: Array<ImportSame>, };

export type ImportPair = { 
/**
 * The column, or the field.
 */
name: string, 
/**
 * The field (`-` leaves the column out), or the value.
 */
value: string, };

export type ImportPreview = { created: number, updated: number, unchanged: number, skipped: number, refused: number, 
/**
 * Rows of a report that are kept beside the figures, whether or not these change.
 */
kept: number, 
/**
 * What the workspace would learn besides the rows, and what was guessed of the file, in sentences.
 */
remarks: Array<string>, 
/**
 * Names of new organizations, accounts or deals, the first of them.
 */
created_names: Array<string>, 
/**
 * Names of changed ones, the first of them.
 */
updated_names: Array<string>, 
/**
 * Figures that become others, in words, the first of them.
 */
changes: Array<string>, 
/**
 * Rows that do not fit, by kind of fault, the most frequent first.
 */
faults: Array<ImportFault>, 
/**
 * What only a person can tell.
 */
questions: Array<ImportQuestion>, 
/**
 * New rows that may be those of the workspace.
 */
possible_duplicates: Array<ImportDuplicate>, 
/**
 * Names that the file before had and this one has not.
 */
missing: Array<string>, };

export type ImportPublisher = { 
/**
 * As the file names it.
 */
name: string, 
/**
 * One of the workspace with nearly the same name: its id and its name.
 */
like: ImportPair | null, 
/**
 * Whether its figures count, where it was answered.
 */
counts: boolean | null, };

export type ImportQuestion = { 
/**
 * In words.
 */
sentence: string, 
/**
 * The cell that may hold several names, where that is the question.
 */
cell: ImportCell | null, 
/**
 * The partner of a report whom nobody knows, where that is the question.
 */
publisher: ImportPublisher | null, };

export type ImportReport = { 
/**
 * Which commissions count.
 */
basis: ReportBasis | null, 
/**
 * Which date says the month.
 */
dated_by: ReportDate | null, 
/**
 * First month, of a report without dates.
 */
first: string | null, 
/**
 * Last month; the first where nothing is said.
 */
last: string | null, 
/**
 * The motion that the figures count to, where the rows do not say.
 */
motion: string | null, 
/**
 * Totals since the beginning, as of the last month.
 */
running: boolean, 
/**
 * The figures may still change.
 */
provisional: boolean, 
/**
 * Partners whose figures do not count, as the file names them.
 */
left_out: Array<string>, };

export type ImportReportLook = { 
/**
 * It has no dates.
 */
asks_period: boolean, 
/**
 * It names no partners.
 */
asks_motion: boolean, 
/**
 * It tells paid commissions apart.
 */
tells_paid: boolean, 
/**
 * The days that it gives.
 */
dates: Array<ReportDate>, 
/**
 * Which commissions count unless somebody says otherwise.
 */
basis: ReportBasis, 
/**
 * Which date says the month unless somebody says otherwise.
 */
dated_by: ReportDate, };

export type ImportRequest = { 
/**
 * The file.
 */
handle: string, 
/**
 * Names the work, for progress and cancelling.
 */
job: string, 
/**
 * What was said about it.
 */
options: ImportOptions, 
/**
 * Rows that do not fit are left out; without it one of them refuses the file.
 */
without_rejects: boolean, };

export type ImportSame = { 
/**
 * The name in the file.
 */
name: string, 
/**
 * The one of the workspace that it is; none when it is its own.
 */
other: string | null, };

export type ImportSeveral = { 
/**
 * What stands in the cell.
 */
name: string, 
/**
 * It is several partners, or one.
 */
several: boolean, };

export type InfluenceModel = "one_partner" | "split";

export type InputUnit = "metric" | "money" | "count" | "share" | "growth" | "number" | "months";

export type InputView = { name: string, label: string, unit: InputUnit, note: string, 
/**
 * What stands in where it is not given; none: it has to be.
 */
default: string | null, };

export type Item = { "type": "ellipse", 
/**
 * Its center.
 */
at: [number, number], 
/**
 * Half its width.
 */
rx: number, 
/**
 * Half its height.
 */
ry: number, 
/**
 * Inside.
 */
fill: Paint | null, 
/**
 * Outline.
 */
stroke: Stroke | null, } | { "type": "rect", 
/**
 * What it stands for, so that it can be hit.
 */
id: string | null, 
/**
 * Where.
 */
rect: Rect, 
/**
 * Corner radius in pixels.
 */
radius: number, 
/**
 * Inside.
 */
fill: Paint | null, 
/**
 * Diagonal lines of the tactic over the fill.
 */
hatch: Paint | null, 
/**
 * Outline.
 */
stroke: Stroke | null, } | { "type": "path", 
/**
 * What it stands for, so that it can be hit.
 */
id: string | null, 
/**
 * For two points and a `bend`, the ends of a quadratic curve; else a polyline.
 */
points: Array<[number, number]>, 
/**
 * The curve's control point.
 */
bend: [number, number] | null, 
/**
 * A polyline's bends are rounded so far inward, in units of the list, as far as their arms are long enough: by a
 * quadratic curve around each, whose ends lie `2 corner / sin(turn / 2)` from it on both arms.
 */
corner?: number, 
/**
 * Closed and filled.
 */
fill: Paint | null, 
/**
 * The line.
 */
stroke: Stroke | null, 
/**
 * An open arrow head at the last point.
 */
arrow: boolean, 
/**
 * Kept free at either end, in pixels, for the nodes that it joins.
 */
trim: [number, number], 
/**
 * Shown only while one of its ends is hovered or selected.
 */
quiet: boolean, 
/**
 * What it is, in words: "Fernhill Commerce integrates with Tidewater".
 */
title?: string, 
/**
 * How it differs from what it is compared with: a rim along the line and a sign at its middle.
 */
change?: ChangeMark, } | { "type": "node", 
/**
 * What it stands for.
 */
id: string, 
/**
 * Its whole name; the label may show less.
 */
name: string, 
/**
 * Its center.
 */
at: [number, number], 
/**
 * Which shape; all have the area of a circle of radius `r`.
 */
shape: Shape, 
/**
 * Radius in pixels.
 */
r: number, 
/**
 * Inside.
 */
fill: Paint, 
/**
 * Outline.
 */
stroke: Stroke, 
/**
 * The picture inside.
 */
glyph: Glyph, 
/**
 * The picture's color.
 */
glyph_color: Paint, 
/**
 * A raster of the list, in place of the glyph: on a plate in the surface color, its side [`LOGO`] radii.
 */
logo?: string, 
/**
 * Small signs at its rim.
 */
badges?: Array<Badge>, 
/**
 * How it differs from what it is compared with: a rim around the shape and a sign beside it.
 */
change?: ChangeMark, } | { "type": "mark", 
/**
 * What it stands for.
 */
id: string | null, 
/**
 * Its center.
 */
at: [number, number], 
/**
 * Which shape.
 */
shape: Shape, 
/**
 * Radius in pixels.
 */
r: number, 
/**
 * Inside.
 */
fill: Paint | null, 
/**
 * Outline.
 */
stroke: Stroke | null, } | { "type": "label", 
/**
 * What it names.
 */
id: string | null, 
/**
 * The point that it is tied to.
 */
at: [number, number], 
/**
 * Moved right from there, in pixels.
 */
dx: number, 
/**
 * The first baseline, moved down from there, in pixels.
 */
dy: number, 
/**
 * The lines.
 */
lines: Array<string>, 
/**
 * A last line in quiet words: of the same size, in the lightest cut and color.
 */
note?: string, 
/**
 * Measured width and height in pixels, for declutter, hit tests and layout checks.
 */
size: [number, number], 
/**
 * Where the anchor lies on the text.
 */
align: Align, 
/**
 * Size in pixels.
 */
font_size: number, 
/**
 * One of the four bundled cuts: 420, 520, 620, 680.
 */
weight: number, 
/**
 * Color.
 */
color: Paint, 
/**
 * A rim in the canvas color behind it.
 */
halo: boolean, 
/**
 * Not shown at a smaller scale than this: 0 is always, 2 waits until the picture is shown at twice its size.
 */
from_scale: number, 
/**
 * Higher is placed first; 0 is always shown and never moves another away.
 */
priority: number, 
/**
 * The whole text, where the lines leave something out.
 */
title?: string, };

export type JointObjectiveAdd = { organization: OrganizationId, kind: ObjectiveKind, name: Name, metric: Key | null, 
/**
 * None: the fiscal year of today.
 */
year: number | null, target: Figure | null, };

export type JointObjectiveAdded = { id: JointObjectiveId, };

export type JointObjectiveChange = { "field": "kind", "value": ObjectiveKind } | { "field": "name", "value": Name } | { "field": "metric", "value": Key | null } | { "field": "year", "value": number } | { "field": "target", "value": Figure | null } | { "field": "quarter", "value": QuarterSet } | { "field": "audience", "value": Audience };

export type JointObjectiveId = string;

export type JointObjectiveRequest = { id: JointObjectiveId, };

export type JointObjectiveUpdate = { id: JointObjectiveId, change: JointObjectiveChange, };

export type JointObjectiveView = { id: JointObjectiveId, kind: ObjectiveKind, name: string, metric: Key | null, metric_name: string | null, unit: MetricUnit | null, year: number, target: TargetView | null, audience: Audience, };

export type JointPlan = { organization: OrganizationId, name: string, 
/**
 * All texts, in the order of the plan.
 */
texts: Array<JointPlanTextView>, 
/**
 * By name.
 */
accounts: Array<JointPlanAccountView>, 
/**
 * In their order.
 */
objectives: Array<JointObjectiveView>, 
/**
 * The fiscal year of today.
 */
year: number, 
/**
 * The names of that year's quarters: "Apr – Jun 2026".
 */
quarters: [string, string, string, string], };

export type JointPlanAccountRequest = { organization: OrganizationId, account: AccountId, };

export type JointPlanAccountSet = { organization: OrganizationId, account: AccountId, note: Text, audience: Audience, };

export type JointPlanAccountView = { account: AccountId, name: string, note: string, audience: Audience, };

export type JointPlanField = "why_us_together" | "value_proposition" | "target_segments" | "enablement" | "certification" | "cadence" | "our_sponsor" | "their_sponsor" | "exit_terms" | "strengths" | "weaknesses" | "opportunities" | "threats";

export type JointPlanTextSet = { organization: OrganizationId, field: JointPlanField, text: Text, audience: Audience, };

export type JointPlanTextView = { field: JointPlanField, 
/**
 * "Why us together".
 */
name: string, text: string, audience: Audience, };

export type Key = string;

export type KeyFigure = { metric: Key, label: string, value: string, 
/**
 * The figure itself; none where it is unknown.
 */
figure: number | null, 
/**
 * "plan €540k", "on €131k cost".
 */
notes: Array<string>, 
/**
 * The number went up or down against plan.
 */
up: boolean | null, 
/**
 * That is good or bad.
 */
better: boolean | null, definition: string, 
/**
 * The months that it is of.
 */
first: Month, last: Month, };

export type KindDelete = { key: Key, into: Key | null, };

export type KindForm = "lanes" | "quadrants";

export type LandingView = { 
/**
 * "€8.8M": as likely above as below.
 */
text: string, 
/**
 * "€7.7M to €9.9M": in eight of ten cases, given what was measured. None where every month is measured.
 */
range_text: string | null, p10: number, p50: number, p90: number, 
/**
 * The method that was used; it may not be the chosen one, where that lacks something.
 */
method: ReforecastMethod, 
/**
 * "by updating the plan with what was measured".
 */
method_text: string, 
/**
 * Why this method, in a sentence.
 */
reason: string, 
/**
 * What a person chose; none: the default of the metric's unit.
 */
chosen: ReforecastMethod | null, methods: Array<MethodView>, };

export type LaneBy = "kind" | "partner" | "function" | "status" | "quarter";

export type LayoutDone = { 
/**
 * How the map was laid out.
 */
style: MapStyle, 
/**
 * The view that keeps the places; none when they were not kept and the style has none yet.
 */
view: ViewId | null, 
/**
 * Places were written; they are not when nothing moved.
 */
kept: boolean, 
/**
 * Every organization on the map, by name, then id.
 */
organizations: Array<Place>, 
/**
 * What was done, in order, in milliseconds.
 */
phases: Array<PhaseTime>, 
/**
 * All phases together.
 */
milliseconds: number, 
/**
 * Part of the ground that boxes cover.
 */
fill: number, 
/**
 * Pinned across the bound of their zone.
 */
strayed: Array<Placed>, 
/**
 * Pairs pinned onto one another.
 */
clashing: Array<[Placed, Placed]>, };

export type LayoutRun = { 
/**
 * How the map is laid out.
 */
style: MapStyle, 
/**
 * 0 keeps distances true, 1 pulls groups as far apart as can be; none takes the style's own.
 */
separate: number | null, 
/**
 * The same seed gives the same places. No style of the map leaves anything to chance as yet.
 */
seed: number, 
/**
 * What rings mean; none takes tiers where any partner has one, and hops otherwise.
 */
by: RingsBy | null, 
/**
 * How kinds are set apart; none takes lanes.
 */
form: KindForm | null, 
/**
 * Keep the places in the style's default view, as one step. Pinned ones stay where they are either way.
 */
keep: boolean, 
/**
 * The id under which progress is told and by which the work can be cancelled.
 */
job: string, };

export type LeftOut = { 
/**
 * Of what.
 */
metric: Key, 
/**
 * The month; none where that is what is missing.
 */
month: Month | null, 
/**
 * The line.
 */
line: Line, 
/**
 * How much.
 */
money: Money | null, 
/**
 * Why.
 */
why: WhyLeftOut, };

export type Legend = { 
/**
 * Kinds that occur, in their order.
 */
kinds: Array<LegendKind>, 
/**
 * All four characters: Strategic, Ecotone, Transactional, Unknown.
 */
characters: Array<LegendCharacter>, 
/**
 * "14 by evidence, 22 by judgment, 9 unknown; rules v1".
 */
foot: string, 
/**
 * What position says, where it is not depth.
 */
meaning?: string, 
/**
 * What colors say, where they do not say the kind.
 */
colors?: LegendColors, 
/**
 * What sizes say: "Size: Influenced revenue, largest €612k".
 */
size?: string, 
/**
 * What differs from what is compared with.
 */
changes?: LegendChanges, };

export type LegendChanges = { 
/**
 * "Locked plan of 1 March".
 */
since: string, 
/**
 * Partners and lines that are new.
 */
added: number, 
/**
 * Partners and lines that are gone.
 */
gone: number, 
/**
 * Partners and lines with other values.
 */
changed: number, };

export type LegendCharacter = { 
/**
 * Which.
 */
character: Character, 
/**
 * On the screen.
 */
name: string, 
/**
 * How many partners.
 */
count: number, };

export type LegendColor = { 
/**
 * As in the picture.
 */
paint: Paint, 
/**
 * What it stands for; empty between the ends of a scale.
 */
name: string, 
/**
 * How many partners.
 */
count: number, };

export type LegendColors = { 
/**
 * "Region".
 */
title: string, 
/**
 * From the least to the most, where they are figures.
 */
entries: Array<LegendColor>, };

export type LegendKind = { key: Key, name: string, shape: Shape, glyph: Glyph, color: string, 
/**
 * How many partners.
 */
count: number, };

export type Lens = { focus: number | null, relationship_type: number | null, value_exchange: number | null, scales_by: number | null, success_metrics: number | null, involvement: number | null, };

export type LensRulesBook = { book: Rulebook, 
/**
 * Which relationships would be of another character under it, in sentences; the first few.
 */
moves: Array<string>, 
/**
 * How many they are.
 */
moved: number, };

export type LensRulesSet = { version: number, bounds: Bounds, };

export type LensRulesView = { version: number, bounds: Bounds, 
/**
 * Every version, the first one first.
 */
books: Array<LensRulesBook>, };

export type Line = "outside" | "shared" | { "motion": MotionId };

export type LineShare = { organization: OrganizationId, part: SharePart, };

export type LineShareView = { organization: OrganizationId, name: string, is_us: boolean, 
/**
 * 0 to 100; none where an amount is agreed.
 */
percent: number | null, amount: Money | null, 
/**
 * What it comes to of the planned amount, to the cent.
 */
pays: Money, };

export type LoadView = { 
/**
 * The month.
 */
month: Month, 
/**
 * Who.
 */
function: Function, 
/**
 * Days of work.
 */
days: number, };

export type LockedPlanId = string;

export type LockedPlanRequest = { id: LockedPlanId, };

export type LockedPlanView = { id: LockedPlanId, name: string, date: string, };

export type LogoPng = string;

export type LogoSet = { id: OrganizationId, base64: string, };

export type LoseSuggestion = { organization: OrganizationId, name: string, 
/**
 * "Boreal Systems brought €320k in FY 2026, 41 % of what resellers brought."
 */
sentence: string, };

export type MapExport = { job: string, picture: MapPicture, };

export type MapExtent = "whole" | { "view": ViewId } | { "by": MapGrouping };

export type MapGrouping = "kind" | "tier" | "owner" | "character";

export type MapMove = { 
/**
 * Which node.
 */
id: OrganizationId, 
/**
 * To the right, in map units.
 */
x: number, 
/**
 * Downward, in map units.
 */
y: number, };

export type MapPicture = { 
/**
 * The file's format.
 */
format: PictureFormat, 
/**
 * In which colors.
 */
theme: PictureTheme, 
/**
 * Pixels for each of the picture's own, 1 to 4; only a PNG has any.
 */
scale: number, 
/**
 * How wide it is, in pixels of its own; none takes the size at which shapes are as large as they were made. Names
 * that a window of this width leaves out are left out.
 */
width?: number, 
/**
 * What is shown, for whom.
 */
look: MapRequest, };

export type MapPlaceMany = { 
/**
 * How the map is laid out: only in the organic style does a place say something.
 */
style: MapStyle, 
/**
 * In which view; none is the one that the style opens with.
 */
view: ViewId | null, 
/**
 * Each with its new place.
 */
moves: Array<MapMove>, 
/**
 * How it came about, for the history.
 */
gesture: PlaceGesture, 
/**
 * Why those that cross a bound are of another character now. Without it a crossing changes nothing and is asked
 * about.
 */
reason: Text | null, };

export type MapPlaced = { 
/**
 * Bounds that the gesture crosses. When there are any, nothing was changed: ask why, and send it again with the
 * reason.
 */
crossings: Array<ZoneCrossing>, };

export type MapRequest = { 
/**
 * What position means.
 */
style: MapStyle, 
/**
 * The view whose places count; none takes the style's default view.
 */
view: ViewId | null, 
/**
 * What is left out and what is told apart.
 */
settings: ViewSettings, 
/**
 * Who looks: nothing is shown that they may not see.
 */
audience: Audience, 
/**
 * Lay everyone out again, beginning where they lie.
 */
tidy_up: boolean, };

export type MapStyle = "organic" | "rings" | "value_chain" | "by_kind";

export type MapUnpinMany = { 
/**
 * How the map is laid out.
 */
style: MapStyle, 
/**
 * In which view; none is the one that the style opens with.
 */
view: ViewId | null, 
/**
 * Which.
 */
ids: Array<OrganizationId>, };

export type MapView = { list: DisplayList, legend: Legend, 
/**
 * Every partner in words, for the outline beside the map.
 */
outline: Array<OutlineGroup>, };

export type MarketFigureId = string;

export type MarketFigureRequest = { id: MarketFigureId, };

export type MarketFigureRow = { id: MarketFigureId, year: number, value: Money, scope: string, source: string, };

export type MarketFigureSet = { id?: MarketFigureId, year: number, value: Money, scope: Text, source: Text, };

export type MeasureNote = { name: string, meaning: string, };

export type MeasuresRequest = { job: string, };

export type MeasuresView = { 
/**
 * The network as one.
 */
whole: NetworkMeasures, 
/**
 * By name, then id; us included.
 */
organizations: Array<OrganizationMeasures>, };

export type MethodView = { method: ReforecastMethod, 
/**
 * "Updated plan".
 */
label: string, 
/**
 * In one sentence.
 */
note: string, };

export type MetricKept = { key: Key, };

export type MetricLibrary = { metrics: Array<MetricRow>, rules: MetricRules, market_figures: Array<MarketFigureRow>, };

export type MetricRequest = { key: Key, };

export type MetricRow = { key: Key, name: string, unit: MetricUnit, better: Better, over_months: OverMonths, over_motions: OverMotions, side: MetricSide, basis: Basis, definition: string, 
/**
 * None: measured, or counted in the workspace.
 */
formula: string | null, 
/**
 * Counted in deals, partners or funds.
 */
counted: boolean, source: string, floor: number, headline: boolean, 
/**
 * Every workspace begins with it: its formula and its unit stay as they are.
 */
built_in: boolean, 
/**
 * Why its formula cannot be worked out.
 */
problem: string | null, 
/**
 * This fiscal year to date; "—" where there is none.
 */
value_text: string, };

export type MetricRules = { 
/**
 * A partner sources a deal only when we had no open deal and no activity with the account in so many days before the
 * introduction.
 */
sourcing_quiet_days: number, 
/**
 * A sourced deal closes within so many days of the introduction.
 */
sourcing_window_days: number, 
/**
 * Lifts count only partners that took part before a deal came into this stage; none: before it was closed.
 */
lift_stage: string | null, 
/**
 * Whose a deal is when several partners took part.
 */
influence: InfluenceModel, 
/**
 * Earnings per so many clicks: 1 or 100.
 */
epc_clicks: number, 
/**
 * The network's fee for the platform is part of affiliate cost.
 */
cost_has_platform_fee: boolean, 
/**
 * Discounts given are part of affiliate cost.
 */
cost_has_discounts: boolean, 
/**
 * What pipeline quality is made of.
 */
quality: QualityWeights, 
/**
 * Market money pays back within so many months.
 */
fund_window_months: number, };

export type MetricSet = { key?: Key, name: Text, unit: MetricUnit, better: Better, over_months: OverMonths, over_motions: OverMotions, side: MetricSide, basis: Basis, definition: Text, 
/**
 * Empty: its figures are typed or imported.
 */
formula: Text, source: Text, floor: number, headline: boolean, };

export type MetricSide = "strategic" | "tactical" | "both";

export type MetricUnit = "money" | "count" | "ratio" | "percent" | "score" | "days";

export type MetricView = { key: Key, name: string, unit: MetricUnit, side: MetricSide, definition: string, };

export type MilestoneAdd = { motion: MotionId, name: Name, date: string, };

export type MilestoneAdded = { id: MilestoneId, };

export type MilestoneChange = { "field": "name", "value": Name } | { "field": "date", "value": string } | { "field": "reached", "value": boolean };

export type MilestoneId = string;

export type MilestoneRequest = { id: MilestoneId, };

export type MilestoneUpdate = { id: MilestoneId, change: MilestoneChange, };

export type MilestoneView = { 
/**
 * Which.
 */
id: MilestoneId, 
/**
 * As typed.
 */
name: string, 
/**
 * Its day.
 */
date: string, 
/**
 * Reached.
 */
reached: boolean, 
/**
 * Its day is over, and it is not reached.
 */
overdue: boolean, 
/**
 * Days that it may slip.
 */
slack: number | null, 
/**
 * Tied to others, and without slack.
 */
critical: boolean, };

export type Missing = "no_figure" | "over_zero" | "below_floor" | "wrong_formula" | "too_large";

export type ModelView = { model: ProjectionModel, label: string, note: string, 
/**
 * It is made from a target.
 */
has_total: boolean, 
/**
 * It takes a figure for each month, and what these are.
 */
figures_label: string | null, inputs: Array<InputView>, };

export type Money = { 
/**
 * For example `12000.00`.
 */
amount: string, 
/**
 * For example `EUR`.
 */
currency: Currency, };

export type MoneyShiftView = { then: Money, now: Money, difference: Money, };

export type Month = string;

export type MonthFigures = { month: Month, 
/**
 * "Jan 2026".
 */
label: string, projected: number | null, actual: number | null, projected_text: string, actual_text: string, 
/**
 * With its sign; "—" without an actual.
 */
variance_text: string, 
/**
 * Better or worse than plan; none without both.
 */
better: boolean | null, };

export type MotionAdd = { name: Name, kind: Key, partners: Array<OrganizationId>, start: string, 
/**
 * Last day; with a playbook the last day of its draft may be taken.
 */
end: string | null, 
/**
 * Planned as a whole; a playbook's full form divides it.
 */
budget: Money | null, 
/**
 * None with a playbook: the function that it names.
 */
owner: Owner | null, 
/**
 * What the motion begins with.
 */
playbook?: PlaybookChoice, };

export type MotionAdded = { id: MotionId, };

export type MotionAudienceSet = { id: MotionId, text: MotionText, audience: Audience, };

export type MotionBase = { start: string | null, end: string | null, 
/**
 * "on" or "off".
 */
active: string | null, budget: string | null, };

export type MotionChange = { "field": "name", "value": Name } | { "field": "kind", "value": Key } | { "field": "status", "value": MotionStatus } | { "field": "health", "value": Health } | { "field": "objective", "value": Text } | { "field": "dates", "value": MotionDates } | { "field": "owner", "value": Owner | null } | { "field": "budget", "value": Money } | { "field": "partners", "value": Array<OrganizationId> } | { "field": "metrics", "value": Array<Key> };

export type MotionChoice = { id: MotionId, name: string, };

export type MotionDates = { start: string, end: string, };

export type MotionDetail = { row: MotionRow, kind: Key, objective: string, functions: Array<Function>, 
/**
 * In order; tasks name theirs.
 */
phases: Array<PhaseView>, 
/**
 * By phase and place; those without a phase come last.
 */
tasks: Array<TaskView>, milestones: Array<MilestoneView>, 
/**
 * Of the motion itself and of its steps, whichever end is here.
 */
dependencies: Array<DependencyView>, 
/**
 * What it is judged by, in order.
 */
metrics: Array<MotionMetricView>, 
/**
 * Days that the motion may slip before the end of what hangs together with it slips; none where it does not count.
 */
slack: number | null, 
/**
 * Tied to other motions, and without slack.
 */
critical: boolean, payers: Array<PayerView>, projections: Array<ProjectionView>, };

export type MotionHealthSet = { id: MotionId, health: Health, reason: Text, };

export type MotionId = string;

export type MotionJoint = { motion: MotionId, health: Health, 
/**
 * Why it goes as it goes.
 */
health_reason: string, health_audience: Audience, objective_audience: Audience, partners: Array<MotionPartnerView>, 
/**
 * Roles to choose from: the usual ones, then those that this workspace uses.
 */
roles: Array<string>, 
/**
 * By organization, ours first, then by function.
 */
raci: Array<RaciView>, 
/**
 * What is wrong with these parts, as a sentence; none when nothing is.
 */
raci_gap: string | null, 
/**
 * Open ones first, the gravest first.
 */
risks: Array<RiskView>, 
/**
 * The newest first.
 */
notes: Array<MotionNoteView>, 
/**
 * Evidence decides; the kind speaks until there is some.
 */
character: Character, 
/**
 * What its kind promises.
 */
by_kind: CharacterShares, 
/**
 * What is planned and recorded for it shows.
 */
by_evidence: CharacterShares, };

export type MotionKindView = { key: Key, name: string, 
/**
 * Strategic or tactical by kind.
 */
side: MetricSide, };

export type MotionLane = { 
/**
 * Stays the same while the name changes.
 */
key: string, 
/**
 * On the screen.
 */
name: string, 
/**
 * Strategic or tactical; none where both stand in it.
 */
side: MetricSide | null, 
/**
 * Planned, of all its motions.
 */
budget: Money, 
/**
 * By first day, name and id.
 */
motions: Array<MotionId>, };

export type MotionMetricView = { metric: Key, name: string, side: MetricSide, unit: MetricUnit, };

export type MotionMoney = { motion: MotionId, 
/**
 * In the order in which they were added.
 */
lines: Array<BudgetLineView>, 
/**
 * One for each currency.
 */
totals: Array<BudgetTotal>, 
/**
 * Who pays how much, one for each payer and currency; we come first.
 */
payers: Array<PayerTotal>, funds: Array<FundView>, 
/**
 * What a variable line can follow.
 */
followable: Array<Followable>, };

export type MotionNoteId = string;

export type MotionNoteRequest = { id: MotionNoteId, };

export type MotionNoteSet = { id: MotionNoteId | null, motion: MotionId, date: string, kind: NoteKind, text: Text, audience: Audience, };

export type MotionNoteView = { id: MotionNoteId, date: string, kind: NoteKind, text: string, audience: Audience, };

export type MotionPartnerUpdate = { motion: MotionId, organization: OrganizationId, 
/**
 * In words; may be empty.
 */
role: Text, };

export type MotionPartnerView = { id: OrganizationId, name: string, kind: Key, character: Character, role: string, };

export type MotionRequest = { id: MotionId, };

export type MotionRow = { id: MotionId, name: string, kind: Key, character: Character, status: MotionStatus, health: Health, owner: Owner | null, budget: Money, partners: Array<MotionPartnerView>, start: string, end: string, 
/**
 * 0 to 1, by tasks done; none without tasks.
 */
progress: number | null, 
/**
 * In the plan; a scenario may switch it off.
 */
active: boolean, base: MotionBase, };

export type MotionShiftView = { id: MotionId, name: string, 
/**
 * Days later; below zero, earlier.
 */
start_days: number, end_days: number, budget: Array<MoneyShiftView>, projections: Array<FigureShiftView>, 
/**
 * All of it as a sentence: "ends 12 days later; +€4,000".
 */
words: string, };

export type MotionStatus = "idea" | "draft" | "proposed" | "agreed" | "running" | "paused" | "done" | "dropped";

export type MotionText = "objective" | "health_reason";

export type MotionUpdate = { id: MotionId, change: MotionChange, };

export type MotionVariance = { 
/**
 * None where it is no motion's.
 */
id: MotionId | null, name: string, planned: number | null, actual: number | null, planned_text: string, actual_text: string, variance: number | null, variance_text: string, 
/**
 * Of the plan, "+10%".
 */
percent_text: string, better: boolean | null, 
/**
 * Why, as somebody typed it.
 */
reason: string, reason_audience: Audience, };

export type MotionsRequest = { by: LaneBy, };

export type MotionsView = { 
/**
 * Each once, by first day, name and id.
 */
motions: Array<MotionRow>, lanes: Array<MotionLane>, 
/**
 * Planned budget by character; a motion that stands in several lanes counts once.
 */
strategic_budget: Money, tactical_budget: Money, total_budget: Money, statuses: Array<StatusCount>, 
/**
 * First and last day of the plan: its motions, and the fiscal year at least.
 */
whole: [string, string], };

export type MovedView = { 
/**
 * What.
 */
what: PlanItem, 
/**
 * Its name, a step's with its motion's.
 */
words: string, 
/**
 * By how many days.
 */
days: number, 
/**
 * First day as it would be.
 */
start: string, 
/**
 * Last day as it would be.
 */
end: string, };

export type Name = string;

export type NamedMotion = { id: MotionId, name: string, };

export type NetworkMeasures = { 
/**
 * How many organizations count.
 */
organizations: number, 
/**
 * Pairs that at least one relationship joins.
 */
ties: number, 
/**
 * The share of all pairs that are tied.
 */
density: number, 
/**
 * Share of directed ties that are answered by one back, symmetric ones included; none without ties.
 */
reciprocity: number | null, 
/**
 * Parts without a way between them.
 */
components: number, 
/**
 * How many communities there are.
 */
communities: number, 
/**
 * How much denser communities are inside than chance would make them.
 */
modularity: number, 
/**
 * Ties without which a part falls apart, by name.
 */
bridges: Array<Bridge>, };

export type NewTie = { 
/**
 * What it is.
 */
kind: Key, 
/**
 * The other end: us, or a partner that is there already.
 */
with: OrganizationId, 
/**
 * It is read from the new partner to the other.
 */
outgoing: boolean, };

export type NewWorkspace = { 
/**
 * A template's name.
 */
template: string, 
/**
 * The workspace's name.
 */
name: Name, 
/**
 * Our own company.
 */
us: Name, 
/**
 * Currency of new amounts.
 */
currency: Currency, };

export type NextStepDone = { id: ActivityId, done: boolean, };

export type NoteKind = "decision" | "meeting" | "note";

export type Nothing = Record<symbol, never>;

export type ObjectiveKind = "objective" | "enablement" | "certification";

export type OrganizationId = string;

export type OrganizationKind = { 
/**
 * Its key.
 */
key: Key, 
/**
 * On the screen, singular ("Technology").
 */
name: Name, 
/**
 * The node's shape.
 */
shape: Shape, 
/**
 * The picture inside the node.
 */
glyph: Glyph, 
/**
 * A color token of the design (`kind-brand`) or `#rrggbb`.
 */
color: string, 
/**
 * Place in lists, from 0.
 */
position: number, };

export type OrganizationMeasures = { 
/**
 * Its id.
 */
id: OrganizationId, 
/**
 * As typed.
 */
name: string, 
/**
 * How many others it is tied to.
 */
degree: number, 
/**
 * How many others have a relationship that leads to it; symmetric ones lead both ways.
 */
degree_in: number, 
/**
 * How many others it has a relationship to.
 */
degree_out: number, 
/**
 * Pairs of others whose shortest introductions lead through it, each by the share that does.
 */
betweenness: number, 
/**
 * The same as a share of all pairs of others.
 */
betweenness_share: number, 
/**
 * 1 over the mean steps to those it can reach, less where it reaches few.
 */
closeness: number, 
/**
 * Central when tied to central ones; all together of length 1. None when it does not settle.
 */
eigenvector: number | null, 
/**
 * Share of the others within two steps: partners, and partners of partners.
 */
reach: number, 
/**
 * Without it, its part of the network falls apart.
 */
articulation_point: boolean, 
/**
 * Number of its community, the largest being 0.
 */
community: number, 
/**
 * Largest k such that it belongs to a part where everyone is tied to at least k others of that part.
 */
core: number, };

export type OrganizationsAdd = { 
/**
 * As typed: what is no name is listed and left out.
 */
names: Array<Text>, 
/**
 * The kind of all of them.
 */
kind: Key, 
/**
 * What joins each of them to another at once.
 */
tie: NewTie | null, 
/**
 * Wishes, not companies yet.
 */
placeholder: boolean, 
/**
 * Where on the map they are wanted, as far as their depth allows.
 */
near: [number, number] | null, };

export type OrganizationsAdded = { 
/**
 * New partners, in the order given.
 */
added: Array<Placed>, 
/**
 * Names that somebody had already: nothing was added for them.
 */
already: Array<Placed>, 
/**
 * How many names stood in the list more than once.
 */
repeated: number, 
/**
 * Lines that are no names: why, in words.
 */
refused: Array<string>, };

export type OrganizationsDeleted = { partners: number, relationships: number, };

export type OrganizationsJudge = { ids: Array<OrganizationId>, character: Character, reason: Text, };

export type OrganizationsMerge = { 
/**
 * The one that is no more afterwards; its name stays as a further one of the other.
 */
goes: OrganizationId, 
/**
 * The other.
 */
stays: OrganizationId, };

export type OrganizationsRequest = { ids: Array<OrganizationId>, };

export type OutcomesRequest = { metric: Key, 
/**
 * None: all motions together.
 */
motion?: MotionId, 
/**
 * A fiscal year, named by the calendar year that it ends in; none: that of today.
 */
year?: number, };

export type OutcomesView = { 
/**
 * A finding, or a neutral sentence without figures.
 */
headline: string, metric: Key, metric_name: string, unit: MetricUnit, side: MetricSide, definition: string, 
/**
 * Its months add up, so that sums to date can be shown.
 */
adds: boolean, 
/**
 * "FY 2026".
 */
year_label: string, year: number, 
/**
 * Fiscal years with any figure, and that of today.
 */
years: Array<number>, first: Month, last: Month, 
/**
 * "actuals to 30 June", or none without actuals.
 */
actuals_to: string | null, 
/**
 * Something is projected or measured in this year.
 */
has_figures: boolean, months: Array<MonthFigures>, 
/**
 * Key figures of both sides; they are never added together.
 */
strategy: Array<KeyFigure>, tactic: Array<KeyFigure>, 
/**
 * Motions that have this metric, by variance.
 */
motions: Array<MotionVariance>, 
/**
 * What belongs to several motions at once; with the motions and what lies outside them it makes the total.
 */
shared: MotionVariance | null, 
/**
 * What belongs to no motion.
 */
outside: MotionVariance | null, 
/**
 * All together.
 */
total: MotionVariance | null, 
/**
 * What does not count, in sentences: figures that clash, currencies without a rate.
 */
remarks: Array<string>, 
/**
 * Where the year lands; none where nothing is measured, or its months do not add up.
 */
landing: LandingView | null, 
/**
 * Strategic and tactical revenue together: the one line in which they meet.
 */
total_partner_revenue: KeyFigure | null, };

export type OutlineGroup = { kind: Key, name: string, partners: Array<OutlinePartner>, };

export type OutlinePartner = { id: OrganizationId, name: string, character: Character, 
/**
 * "integrates with Tidewater; refers to Fernhill Commerce".
 */
relationships: string, 
/**
 * A wish, not a company yet.
 */
placeholder: boolean, };

export type OverMonths = "sum" | "first" | "last" | "average" | "ratio_of_sums";

export type OverMotions = "sum" | "average" | "ratio_of_sums";

export type OverloadView = { 
/**
 * The month.
 */
month: Month, 
/**
 * Who.
 */
function: Function, 
/**
 * Days of work.
 */
days: number, 
/**
 * Days that there are.
 */
capacity: number, 
/**
 * As a sentence: "Marketing has 34 days of work in May 2026, and 20 days".
 */
words: string, };

export type Owner = { "person": PersonId } | { "function": Function };

export type OwnerView = { owner: Owner, 
/**
 * "Marketing lead", or a person's name.
 */
label: string, };

export type PageRequest = { 
/**
 * The saved document: see [`DocumentChoice`].
 */
document?: PlanDocumentId, 
/**
 * Counted from 1.
 */
page: number, 
/**
 * Width of the picture in device pixels, 60 to 4,000.
 */
width: number, };

export type Paint = { 
/**
 * Token without its two dashes, or `#rrggbb`.
 */
color: string, 
/**
 * 0 to 1.
 */
opacity: number, 
/**
 * How much of the color is mixed into the surface, 0 to 1; 1 is the plain color.
 */
mix: number, };

export type PairFact = { 
/**
 * The field's name.
 */
name: string, 
/**
 * Of each; empty without one.
 */
values: [string, string], 
/**
 * Both are kept; of other fields that of the one that stays is, and the other's only where it has none.
 */
joins: boolean, };

export type PairRequest = { first: OrganizationId, second: OrganizationId, };

export type PairSide = { 
/**
 * Its id.
 */
id: OrganizationId, 
/**
 * As it is called.
 */
name: string, 
/**
 * Its kind.
 */
kind: Key, 
/**
 * As it stands on the map.
 */
character: Character, 
/**
 * We stay whatever happens.
 */
is_us: boolean, 
/**
 * What would move to the other ("3 relationships").
 */
moves: Array<string>, 
/**
 * What would fall away, since the other has it or it joins the two ("1 relationship between the two").
 */
drops: Array<string>, };

export type PairView = { 
/**
 * The two.
 */
sides: [PairSide, PairSide], 
/**
 * What differs or is known of either, in the order of the inspector.
 */
facts: Array<PairFact>, 
/**
 * Which of them stays unless a person says otherwise: us, or the one of which more is known.
 */
stays: OrganizationId, };

export type Panel = { 
/**
 * What it stands for.
 */
id: string, 
/**
 * Its whole name.
 */
name: string, 
/**
 * What it fills.
 */
area: Rect, 
/**
 * What it says.
 */
readings: Array<Reading>, };

export type Paper = "a4" | "us_letter" | "wide";

export type PartnerAdd = { name: Name, kind: Key, 
/**
 * What it is for us: a relationship of this kind is added at once.
 */
relationship: Key | null, 
/**
 * A wish, not a company yet.
 */
placeholder: boolean, };

export type PartnerAdded = { id: OrganizationId, };

export type PartnerBase = { 
/**
 * "on" or "off".
 */
active: string | null, character: Character | null, 
/**
 * "3.4", or "not known".
 */
depth: string | null, };

export type PartnerChange = { "field": "name", "value": Name } | { "field": "kind", "value": Key } | { "field": "tier", "value": Text } | { "field": "stage", "value": Key | null } | { "field": "owner", "value": Owner | null } | { "field": "group", "value": Text } | { "field": "region", "value": Text } | { "field": "website", "value": Text } | { "field": "notes", "value": Text } | { "field": "placeholder", "value": boolean } | { "field": "regions", "value": Array<Name> } | { "field": "segments", "value": Array<Name> } | { "field": "tags", "value": Array<Name> } | { "field": "add_tag", "value": Name } | { "field": "remove_tag", "value": Name } | { "field": "custom", "value": CustomChange };

export type PartnerDetail = { row: PartnerRow, is_us: boolean, region: string | null, website: string | null, since: string | null, notes: string, 
/**
 * The deepest relationship with us has another character than some other one.
 */
mixed: boolean, aspects: Array<AspectDetail>, gives: Array<string>, gets: Array<string>, 
/**
 * 0 to 1, smaller weighted side ÷ larger, of the relationship that decides where it stands.
 */
reciprocity: number | null, 
/**
 * "give 7, get 9 → 7 ÷ 9 = 0.78", of the same relationship.
 */
reciprocity_words: string | null, 
/**
 * Nothing happened in the 12 months since this day.
 */
dormant_since: string | null, 
/**
 * The relationship that decides where it stands.
 */
deciding: RelationshipId | null, relationships: Array<RelationshipRow>, motions: Array<PartnerMotion>, 
/**
 * Won deals that this partner sourced or influenced.
 */
influenced: Money | null, 
/**
 * The lifecycle: how many stages are reached of how many.
 */
stage_reached: [number, number] | null, };

export type PartnerEdit = { id: OrganizationId, changes: Array<PartnerChange>, };

export type PartnerMotion = { id: MotionId, name: string, character: Character, status: MotionStatus, health: Health, };

export type PartnerNew = { name: Name, kind: Key, changes: Array<PartnerChange>, };

export type PartnerOutcome = { motion: MotionId, motion_name: string, metric: string, 
/**
 * In words ("€612k"); "—" without one.
 */
actual: string, projected: string, };

export type PartnerPage = { detail: PartnerDetail, contacts: Array<ContactView>, 
/**
 * The newest first.
 */
activities: Array<ActivityView>, 
/**
 * What is due with this partner, the earliest first.
 */
due: Array<DueItem>, 
/**
 * What the motions with this partner are projected to do and have done.
 */
outcomes: Array<PartnerOutcome>, 
/**
 * Steps that touched this partner, the newest first.
 */
history: Array<HistoryLine>, 
/**
 * When agreements with us are renewed.
 */
renewals: Array<RenewalView>, has_logo: boolean, 
/**
 * Further names: those of partners that were merged into this one, and those that files spell.
 */
also_called: Array<string>, };

export type PartnerRequest = { id: OrganizationId, };

export type PartnerRow = { id: OrganizationId, name: string, kind: Key, character: Character, tier: string | null, stage: Key | null, owner: Owner | null, group: string | null, 
/**
 * 0 to 5; none while under three aspects are known.
 */
depth: number | null, lowest: AspectValue | null, 
/**
 * How many of the six aspects are known.
 */
known: number, 
/**
 * The six aspects in their fixed order.
 */
lens: [number | null, number | null, number | null, number | null, number | null, number | null], placeholder: boolean, 
/**
 * A person can say where it stands: it is unknown, and more than talked about with us or not joined to us yet.
 */
sortable: boolean, 
/**
 * Revenue of deals won this fiscal year, the partner's part, in whole units of the workspace's currency.
 */
actual: number | null, 
/**
 * Its even part of what its motions were projected to influence in the same time.
 */
plan: number | null, 
/**
 * 1 to 5; none while too little of the ideal-partner profile is answered.
 */
fit: number | null, 
/**
 * The main one first.
 */
regions: Array<string>, segments: Array<string>, tags: Array<TagId>, 
/**
 * Values of custom fields, as their kinds are written.
 */
custom: Record<string, string>, 
/**
 * Who is not active has no place on the map; a scenario may lose a partner.
 */
active: boolean, base: PartnerBase, };

export type PartnerSort = { id: OrganizationId, character: Character, 
/**
 * May be empty.
 */
reason: Text, };

export type PartnerSorted = { 
/**
 * The step that did it; none where nothing had to change.
 */
seq: number | null, };

export type PartnerSum = { 
/**
 * Who.
 */
partner: OrganizationId, 
/**
 * How much, in whole units.
 */
amount: number, };

export type PartnersEdit = { 
/**
 * How it came about, for the history.
 */
gesture: EditGesture, 
/**
 * Rows that are there.
 */
edits: Array<PartnerEdit>, 
/**
 * Rows to add.
 */
new: Array<PartnerNew>, };

export type PartnersEdited = { 
/**
 * Partners that differ now.
 */
changed: number, added: Array<Placed>, };

export type PartnersPassing = { filter: Filter, };

export type PartnersUpdate = { ids: Array<OrganizationId>, change: PartnerChange, };

export type Party = { 
/**
 * Its name; empty shows none.
 */
name: string, 
/**
 * The logo beside it.
 */
logo: PartyLogo | null, };

export type PartyLogo = OrganizationId | { 
/**
 * Its file.
 */
png: LogoPng, };

export type PathRelationship = { id: RelationshipId, kind: Key, 
/**
 * "resells", or "is resold by" where the relationship points the other way.
 */
reading: string, };

export type PathRequest = { from: OrganizationId, to: OrganizationId, };

export type PathStep = { from: OrganizationId, from_name: string, to: OrganizationId, to_name: string, 
/**
 * Every relationship that joins the two.
 */
relationships: Array<PathRelationship>, };

export type PathView = { 
/**
 * "Acme → (resells) → Beta", or a sentence that there is none.
 */
words: string, 
/**
 * One for each introduction; none without a path.
 */
steps: Array<PathStep> | null, };

export type PayerTotal = { organization: OrganizationId, name: string, is_us: boolean, planned: Money, committed: Money, spent: Money, };

export type PayerView = { id: OrganizationId, name: string, kind: Key, is_us: boolean, amount: Money, 
/**
 * 0 to 1.
 */
share: number, };

export type PersonAdd = { name: Name, function: Function, };

export type PersonAdded = { id: PersonId, };

export type PersonId = string;

export type PhaseAdd = { motion: MotionId, name: Name, };

export type PhaseAdded = { id: PhaseId, };

export type PhaseChange = { "field": "name", "value": Name } | { "field": "before", "value": PhaseId | null };

export type PhaseId = string;

export type PhaseRequest = { id: PhaseId, };

export type PhaseTime = { phase: string, milliseconds: number, };

export type PhaseUpdate = { id: PhaseId, change: PhaseChange, };

export type PhaseView = { id: PhaseId, name: string, };

export type PictureFormat = "svg" | "png";

export type PictureTheme = "light" | "dark" | "projector" | "projector_dark";

export type Place = { id: OrganizationId, name: string, x: number, y: number, pinned: boolean, };

export type PlaceGesture = "move" | "pin" | "align" | "distribute";

export type Placed = { name: string, id: OrganizationId, };

export type PlaceholderName = { id: OrganizationId, name: Name, };

export type PlanDocumentId = string;

export type PlanItem = { "motion": MotionId } | { "task": TaskId } | { "milestone": MilestoneId };

export type PlanLock = { name: string, };

export type PlanMove = { 
/**
 * What.
 */
what: PlanItem, 
/**
 * Days that its first day moves.
 */
start_days: number, 
/**
 * Days that its last day moves.
 */
end_days: number, 
/**
 * What waits for it moves too, as far as it must.
 */
with_waiting: boolean, };

export type PlanMoveAsk = { 
/**
 * What.
 */
what: PlanItem, 
/**
 * Days that its first day moves.
 */
start_days: number, 
/**
 * Days that its last day moves.
 */
end_days: number, };

export type PlanMovePreview = { 
/**
 * Tasks and milestones inside that move along.
 */
inside: number, 
/**
 * What waits for it and would have to move: motions, and steps of motions that stay.
 */
also: Array<MovedView>, };

export type PlanVarianceView = { plan: LockedPlanView, 
/**
 * Motions that differ, by name.
 */
motions: Array<MotionShiftView>, 
/**
 * New since, or switched on; by name.
 */
added: Array<NamedMotion>, 
/**
 * Deleted, dropped or switched off since; by name.
 */
removed: Array<NamedMotion>, 
/**
 * All planned money, one for each currency that differs.
 */
budget: Array<MoneyShiftView>, };

export type Playbook = { 
/**
 * Its key.
 */
key: Key, 
/**
 * On the screen.
 */
name: Name, 
/**
 * The kind of motion that it is for.
 */
kind: Key, 
/**
 * When to take it, in a sentence or two.
 */
about: string, 
/**
 * Who looks after the whole.
 */
owner: Function, 
/**
 * What it is judged by, the first one first.
 */
metrics: Array<Key>, 
/**
 * The parts of the work, in order.
 */
phases: Array<Name>, 
/**
 * The work, in order.
 */
tasks: Array<PlaybookTask>, 
/**
 * What is reached, in order.
 */
milestones: Array<PlaybookMilestone>, 
/**
 * What it costs.
 */
budget: Array<PlaybookCost>, };

export type PlaybookChoice = { key: Key, form: PlaybookForm, };

export type PlaybookCost = { 
/**
 * What is paid for.
 */
name: Name, 
/**
 * Fixed, or following a projection.
 */
behavior: CostBehavior, 
/**
 * Its usual part of the whole, 0 to 1.
 */
share: number | null, };

export type PlaybookForm = "light" | "full";

export type PlaybookMilestone = { 
/**
 * What is reached.
 */
name: Name, 
/**
 * Days after the motion's start before which it is not reached.
 */
offset_days: number, 
/**
 * What must be there before.
 */
after: Array<PlaybookWait>, };

export type PlaybookRequest = { key: Key, };

export type PlaybookSave = { motion: MotionId, name: Name, };

export type PlaybookSaved = { key: Key, name: string, };

export type PlaybookStep = { "task": number } | { "milestone": number };

export type PlaybookTask = { 
/**
 * What is done.
 */
name: Name, 
/**
 * The place of its phase in the list, from 0.
 */
phase: number | null, 
/**
 * Who does it.
 */
owner: Function | null, 
/**
 * Days after the motion's start before which it does not begin.
 */
offset_days: number, 
/**
 * How long it takes, in days of the calendar.
 */
days: number, 
/**
 * Days of our work in it.
 */
effort_days: number | null, 
/**
 * What must be there before it begins.
 */
after: Array<PlaybookWait>, 
/**
 * Lines to tick.
 */
checklist: Array<Name>, };

export type PlaybookView = { 
/**
 * Everything in it.
 */
playbook: Playbook, 
/**
 * The kind's name.
 */
kind_name: string, 
/**
 * Whether motions of its kind are strategic or tactical by default.
 */
side: MetricSide, 
/**
 * It comes with the program: it can be copied, not deleted.
 */
built_in: boolean, 
/**
 * From the first day to the last.
 */
days: number, };

export type PlaybookWait = { 
/**
 * What.
 */
on: PlaybookStep, 
/**
 * Days that pass in between.
 */
lag_days: number, };

export type Plot = { 
/**
 * The area of the figures; of a chart with several panels the first one's.
 */
area: Rect, 
/**
 * Of a chart over months, one for each, in their order: where to put the crosshair and what to read out there.
 * Charts over the same months share a crosshair by the index, whatever their widths.
 */
months: Array<PlotMonth>, 
/**
 * Rows, or panels side by side: what to walk through with the keyboard. All panels over months are of the first
 * one's width, so that a month's `x` moves along with the panel's own.
 */
panels: Array<Panel>, };

export type PlotMonth = { 
/**
 * Which; none where the chart counts months from a beginning of each line's own.
 */
month: Month | null, 
/**
 * "May 2026", or "3 months on".
 */
label: string, 
/**
 * Where its figures lie.
 */
x: number, 
/**
 * Every series that has a word to say here, hidden ones too, in the order of a readout.
 */
readings: Array<Reading>, };

export type Preferences = { 
/**
 * The colors.
 */
theme: Theme, 
/**
 * The screen shown last.
 */
screen: string, 
/**
 * Width of the inspector in pixels.
 */
inspector_width: number, 
/**
 * Name written beside each step in the history; empty by default.
 */
author: string, };

export type ProfilesOf = "strategic" | "strategic_and_ecotone" | "everyone";

export type ProjectionBase = { from: Month | null, months: number | null, 
/**
 * Its label.
 */
model: string | null, total: string | null, low: string | null, high: string | null, };

export type ProjectionDraft = { projection: ProjectionSet, 
/**
 * Size of the chart in pixels.
 */
width: number, height: number, };

export type ProjectionFigureSet = { month: Month, value: Text, };

export type ProjectionFigureView = { month: Month, value: string, 
/**
 * What Expected says, where the chosen scenario says something else.
 */
base: string | null, };

export type ProjectionForm = { 
/**
 * It is set already; the rest is then as set, else as one would begin.
 */
exists: boolean, unit: MetricUnit, from: Month, months: number, model: ProjectionModel, total: string, low: string, high: string, distribution: DistributionKind | null, inputs: Array<ProjectionInputView>, figures: Array<ProjectionFigureView>, base: ProjectionBase, models: Array<ModelView>, drivers: Array<DriverView>, 
/**
 * The scenario cannot have what Expected has not.
 */
needs_expected: boolean, };

export type ProjectionId = string;

export type ProjectionInputSet = { name: Key, value?: Text, low?: Text, high?: Text, 
/**
 * A figure that several projections share, in place of the three.
 */
driver?: DriverId, 
/**
 * How it lies between the ends; without it the usual way.
 */
distribution?: DistributionKind, };

export type ProjectionInputView = { name: Key, value: string, low: string, high: string, driver: DriverId | null, distribution: DistributionKind | null, 
/**
 * What Expected says, where the chosen scenario says something else.
 */
base: string | null, };

export type ProjectionModel = "linear" | "s_curve" | "typed" | "ramp" | "gompertz" | "bass" | "cohort" | "seasonal" | "split" | "funnel";

export type ProjectionPreview = { chart: DisplayList, 
/**
 * "€940k, between €620k and €1.36M".
 */
words: string, };

export type ProjectionRequest = { motion: MotionId, metric: Key, };

export type ProjectionSet = { motion: MotionId, metric: Key, from: Month, months: number, model: ProjectionModel, 
/**
 * All months together, for models that have a target.
 */
total?: Text, 
/**
 * How low it may well be: a figure, or a part of the target with a percent sign.
 */
low?: Text, 
/**
 * How high it may well be.
 */
high?: Text, 
/**
 * How it lies between the ends; without it the usual way.
 */
distribution?: DistributionKind, inputs?: Array<ProjectionInputSet>, figures?: Array<ProjectionFigureSet>, };

export type ProjectionView = { metric: Key, metric_name: string, from: Month, months: number, model: ProjectionModel, total: number, low: number, high: number, 
/**
 * Written with the metric's unit.
 */
total_text: string, low_text: string, high_text: string, 
/**
 * What Expected says, where the chosen scenario says something else.
 */
base: string | null, };

export type QualityWeights = { 
/**
 * Pipeline coverage, full at what the win rate needs.
 */
coverage: number, 
/**
 * Win rate, full at 50 %.
 */
win_rate: number, 
/**
 * Age of open deals against the usual cycle.
 */
age: number, 
/**
 * Part of open deals with a next step.
 */
next_step: number, };

export type QuarterSet = { 
/**
 * 1 to 4, of the fiscal year.
 */
quarter: number, target: Figure, };

export type RaciLetter = "responsible" | "accountable" | "consulted" | "informed";

export type RaciSet = { motion: MotionId, 
/**
 * Us, or a partner of the motion.
 */
organization: OrganizationId, function: Function, letter: RaciLetter | null, };

export type RaciView = { organization: OrganizationId, name: string, is_us: boolean, function: Function, letter: RaciLetter, };

export type Raster = { 
/**
 * What nodes call it.
 */
id: string, 
/**
 * `image/png`, `image/jpeg` or `image/webp`.
 */
media_type: string, 
/**
 * The file in base64.
 */
data: string, };

export type RateAdd = { from: string, to: string, rate: number, date: string, 
/**
 * Who says so.
 */
source: Text, };

export type RateKept = { id: ExchangeRateId, };

export type RateRequest = { id: ExchangeRateId, };

export type RateView = { id: ExchangeRateId, from: string, to: string, rate: number, date: string, source: string, };

export type Reading = { 
/**
 * `series:actual`, `series:projected`, `series:range`, `series:variance`, `series:reforecast`, `motion:…`, …
 */
series: string, 
/**
 * "Actual".
 */
name: string, 
/**
 * The figure, in its unit; none of a range, and where there is none.
 */
value: number | null, 
/**
 * As a person reads it: `€612k`.
 */
text: string, 
/**
 * How high it is drawn, where it is.
 */
y: number | null, };

export type ReasonSet = { motion: MotionId, metric: Key, reason: Text, audience?: Audience, };

export type RecentHidden = { hidden: boolean, };

export type RecentRequest = { handle: string, };

export type RecentWorkspace = { 
/**
 * An opaque handle; the path stays on this side.
 */
handle: string, 
/**
 * The workspace's name.
 */
name: string, 
/**
 * The file's name without its folder.
 */
file_name: string, 
/**
 * How many partners it had.
 */
partners: number, 
/**
 * When it was last open, UTC, RFC 3339.
 */
opened: string, 
/**
 * The file is no longer there.
 */
missing: boolean, };

export type Reciprocity = { 
/**
 * Weight of all that is given.
 */
give: number, 
/**
 * Weight of all that is got.
 */
get: number, 
/**
 * 0 to 1; none where nothing flows.
 */
value: number | null, };

export type Rect = { x: number, y: number, w: number, h: number, };

export type ReforecastMethod = "update" | "run_rate" | "seasonal_run_rate" | "holt" | "damped_holt";

export type ReforecastSet = { metric: Key, method?: ReforecastMethod, };

export type Refusal = "bad_request" | "no_workspace" | "held" | "damaged" | "nothing_to_undo" | "outside_zone" | "cancelled" | "not_written" | "refused";

export type RelationshipAdd = { from: OrganizationId, to: OrganizationId, kind: Key, };

export type RelationshipChange = { "field": "kind", "value": Key } | { "field": "status", "value": RelationshipStatus } | { "field": "since", "value": string | null } | { "field": "tier", "value": Text } | { "field": "strength", "value": Weight | null } | { "field": "notes", "value": Text } | { "field": "commission", "value": CommissionSet | null };

export type RelationshipDetail = { id: RelationshipId, from: OrganizationId, from_name: string, to: OrganizationId, to_name: string, kind: Key, 
/**
 * From its beginning to its end.
 */
reading: string, 
/**
 * Whose side is given from: "We", or the name of the one that the line begins with.
 */
giver: string, status: RelationshipStatus, since: string | null, tier: string | null, strength: Weight | null, notes: string, commission: CommissionView | null, 
/**
 * Commission as a file had it that could not be read as terms.
 */
commission_written: string | null, character: Character, 
/**
 * None while under three aspects are known.
 */
depth: number | null, lowest: AspectValue | null, aspects: Array<AspectDetail>, 
/**
 * Version of the rules.
 */
rules: number, 
/**
 * Nothing happened in the 12 months since this day.
 */
dormant_since: string | null, 
/**
 * In order.
 */
values: Array<ValueExchangeView>, reciprocity: Reciprocity, 
/**
 * "give 7, get 9 → 7 ÷ 9 = 0.78".
 */
reciprocity_words: string, 
/**
 * The newest first; those of the partner beside those of the relationship.
 */
signals: Array<SignalView>, 
/**
 * What signals are usually called, and those in use.
 */
signal_kinds: Array<SignalKindView>, value_kinds: Array<ValueKindView>, };

export type RelationshipId = string;

export type RelationshipKindAdd = { forward: Name, 
/**
 * As `forward` where it has no direction.
 */
reverse: Name, symmetric: boolean, default_lens: Lens | null, };

export type RelationshipKindChange = { "what": "forward", "to": Name } | { "what": "reverse", "to": Name } | { "what": "symmetric", "to": boolean } | { "what": "default_lens", "to": Lens | null } | { "what": "position", "to": number };

export type RelationshipKindDetail = { key: Key, forward: string, reverse: string, symmetric: boolean, default_lens: Lens | null, 
/**
 * Mean of the default lens; none while under three of its aspects are set.
 */
depth: number | null, 
/**
 * Relationships of it.
 */
used: number, };

export type RelationshipKindUpdate = { key: Key, change: RelationshipKindChange, };

export type RelationshipKindView = { key: Key, forward: string, reverse: string, symmetric: boolean, };

export type RelationshipRequest = { id: RelationshipId, };

export type RelationshipRow = { id: RelationshipId, kind: Key, 
/**
 * "integrates with", or its reverse reading.
 */
reading: string, other: OrganizationId, other_name: string, character: Character, status: RelationshipStatus, 
/**
 * Which way values flow is seen from us; this is whether the line begins at the partner shown.
 */
outgoing: boolean, };

export type RelationshipStatus = "idea" | "in_talks" | "active" | "at_risk" | "ended";

export type RelationshipUpdate = { id: RelationshipId, change: RelationshipChange, };

export type RenewalSet = { relationship: RelationshipId, date: string | null, note: Text, };

export type RenewalView = { relationship: RelationshipId, 
/**
 * The relationship in words.
 */
of: string, date: string, note: string, };

export type ReportBasis = "pending" | "approved" | "paid";

export type ReportDate = "transaction" | "click" | "validation";

export type ReportExport = { job: string, audience: Audience, };

export type RingsBy = "tier" | "stage" | "hops";

export type RiskId = string;

export type RiskRequest = { id: RiskId, };

export type RiskSet = { id: RiskId | null, motion: MotionId, what: Text, likelihood: Weight, impact: Weight, answer: Text, owner: Owner | null, open: boolean, audience: Audience, };

export type RiskView = { id: RiskId, what: string, likelihood: Weight, impact: Weight, 
/**
 * Likelihood × impact, 1 to 25.
 */
exposure: number, answer: string, owner: Owner | null, 
/**
 * In words; empty for nobody.
 */
owner_name: string, open: boolean, audience: Audience, };

export type Rule = { 
/**
 * Which.
 */
aspect: Aspect, 
/**
 * On the screen.
 */
name: string, 
/**
 * The words at 0 and at 5.
 */
ends: [string, string], 
/**
 * In a few sentences.
 */
text: string, 
/**
 * What some evidence is worth.
 */
examples: Array<RuleExample>, };

export type RuleExample = { 
/**
 * "20 days of our work".
 */
evidence: string, 
/**
 * 0 to 5, one decimal.
 */
value: number, };

export type Rulebook = { 
/**
 * Its number.
 */
version: number, 
/**
 * What is new in it.
 */
news: string, 
/**
 * How aspects become a depth, and depth a character.
 */
steps: Array<string>, 
/**
 * One for each aspect, in their order.
 */
rules: Array<Rule>, };

export type SavedDocument = { id: PlanDocumentId, name: string, audience: Audience, language: string, settings: DocumentSettings, };

export type SavedView = { id: ViewId, name: string, style: MapStyle, 
/**
 * The one that its style opens with: it cannot be removed.
 */
is_default: boolean, settings: ViewSettings, };

export type ScenarioAdd = { name: Text, 
/**
 * It begins with this one's differences; without one it begins as Expected is.
 */
from?: ScenarioId, };

export type ScenarioAdded = { id: ScenarioId, };

export type ScenarioBudget = { line: BudgetLineId, planned: Money, };

export type ScenarioChange = { "input": ScenarioInput } | { "figure": ScenarioFigure } | { "period": ScenarioPeriod } | { "dates": ScenarioDates } | { "motion": ScenarioMotion } | { "driver": ScenarioDriver } | { "budget": ScenarioBudget } | { "organization": ScenarioOrganization } | { "lens": ScenarioLens };

export type ScenarioChoice = { 
/**
 * None is Expected.
 */
scenario: ScenarioId | null, };

export type ScenarioDates = { motion: MotionId, start?: string, end?: string, };

export type ScenarioDifferenceId = string;

export type ScenarioDifferenceView = { id: ScenarioDifferenceId, 
/**
 * The table of what differs: `projection`, `driver`, `motion`, `budget_line`, `organization` or `relationship`.
 */
table: string, 
/**
 * Its id.
 */
row: string, 
/**
 * Its column; of a projection also `input:win_rate` and `figure:2026-03`.
 */
column: string, 
/**
 * The motion that it belongs to, if any.
 */
motion: MotionId | null, 
/**
 * "Customer introductions, Sourced revenue: win rate".
 */
what: string, 
/**
 * What Expected says.
 */
base_text: string, 
/**
 * What the scenario says.
 */
text: string, 
/**
 * It changes something.
 */
usable: boolean, 
/**
 * Why it changes nothing.
 */
why_not: string | null, };

export type ScenarioDriver = { driver: DriverId, value: Text, low?: Text, high?: Text, 
/**
 * How it lies between the ends; without it as it does.
 */
distribution?: DistributionKind, };

export type ScenarioFigure = { motion: MotionId, metric: Key, month: Month, value: Text, };

export type ScenarioGraduate = { scenario: ScenarioId, organizations: Array<OrganizationId>, motions_on: Array<MotionId>, };

export type ScenarioId = string;

export type ScenarioInput = { motion: MotionId, metric: Key, 
/**
 * `win_rate`, or `total` for the target.
 */
input: Key, value: Text, low?: Text, high?: Text, 
/**
 * How it lies between the ends; without it as it does.
 */
distribution?: DistributionKind, };

export type ScenarioLens = { relationship: RelationshipId, character: Character, };

export type ScenarioLose = { scenario: ScenarioId, organizations: Array<OrganizationId>, };

export type ScenarioMotion = { motion: MotionId, active: boolean, };

export type ScenarioMove = { scenario: ScenarioId, 
/**
 * From 0, without Expected.
 */
position: number, };

export type ScenarioOrganization = { organization: OrganizationId, active: boolean, };

export type ScenarioPeriod = { motion: MotionId, metric: Key, from?: Month, months?: number, };

export type ScenarioRename = { scenario: ScenarioId, name: Text, };

export type ScenarioRequest = { scenario: ScenarioId, };

export type ScenarioReset = { scenario: ScenarioId, differences: Array<ScenarioDifferenceId>, };

export type ScenarioRow = { 
/**
 * None is Expected.
 */
id: ScenarioId | null, name: string, 
/**
 * How many differences it holds, with those that change nothing.
 */
differences: number, 
/**
 * How many of them change nothing.
 */
unusable: number, 
/**
 * What is planned of the metric in the whole fiscal year; none where nothing is.
 */
planned: number | null, planned_text: string, 
/**
 * Planned − what Expected plans; none in Expected itself.
 */
difference: number | null, 
/**
 * "+€120k"; empty in Expected itself.
 */
difference_text: string, 
/**
 * Better than Expected, by the metric's good direction; none where they are the same.
 */
better: boolean | null, };

export type ScenarioSet = { scenario: ScenarioId, changes: Array<ScenarioChange>, };

export type ScenarioSuggestions = { 
/**
 * The reseller that brought most; none where none brought anything.
 */
top_reseller: LoseSuggestion | null, 
/**
 * Affiliates that could become strategic, those that brought most first.
 */
affiliates: Array<GraduateSuggestion>, };

export type ScenarioView = { id: ScenarioId, name: string, 
/**
 * How many differences it holds.
 */
differences: number, };

export type ScenariosRequest = { metric: Key, 
/**
 * A fiscal year by the calendar year that it ends in; none is today's.
 */
year?: number, 
/**
 * None is all of them.
 */
motion?: MotionId, };

export type ScenariosView = { metric: Key, metric_name: string, unit: MetricUnit, 
/**
 * "FY 2026".
 */
year_label: string, rows: Array<ScenarioRow>, 
/**
 * The one that applies in this window; none is Expected.
 */
chosen: ScenarioId | null, };

export type ScheduleView = { 
/**
 * By their first days.
 */
motions: Array<ScheduledMotionView>, 
/**
 * The critical motions, by their first days.
 */
critical: Array<MotionId>, 
/**
 * Dated tasks and milestones, by their first days.
 */
steps: Array<ScheduledStepView>, 
/**
 * Dates that contradict a dependency.
 */
broken: Array<BrokenDependencyView>, 
/**
 * The same between tasks and milestones.
 */
broken_steps: Array<BrokenStepView>, 
/**
 * Partners in too many motions at once.
 */
crowded: Array<CrowdView>, 
/**
 * Days of work, by month and function.
 */
loads: Array<LoadView>, 
/**
 * Functions with more work than days, by month.
 */
overloads: Array<OverloadView>, };

export type ScheduledMotionView = { 
/**
 * Which.
 */
id: MotionId, 
/**
 * Its name.
 */
name: string, 
/**
 * First day, as early as dependencies let it.
 */
early_start: string, 
/**
 * Last day of that.
 */
early_end: string, 
/**
 * First day, as late as the end of what hangs together with it lets it.
 */
late_start: string, 
/**
 * Last day of that.
 */
late_end: string, 
/**
 * Days that it may slip before that end slips.
 */
slack: number, 
/**
 * Days that it may slip before any other motion does.
 */
free_slack: number, 
/**
 * A day lost here is lost at the end.
 */
critical: boolean, };

export type ScheduledStepView = { 
/**
 * Which.
 */
step: TaskOrMilestone, 
/**
 * Its name.
 */
name: string, 
/**
 * The motion that it is in.
 */
motion: MotionId, 
/**
 * That motion's name.
 */
motion_name: string, 
/**
 * First day, as early as dependencies let it.
 */
early_start: string, 
/**
 * Last day of that.
 */
early_end: string, 
/**
 * First day, as late as the end of what hangs together with it lets it.
 */
late_start: string, 
/**
 * Last day of that.
 */
late_end: string, 
/**
 * Days that it may slip before that end slips.
 */
slack: number, 
/**
 * Days that it may slip before anything else does.
 */
free_slack: number, 
/**
 * A day lost here is lost at the end.
 */
critical: boolean, };

export type Section = { 
/**
 * Whether it is printed.
 */
on: boolean, 
/**
 * What stands over it.
 */
heading: Heading, 
/**
 * What it holds.
 */
content: SectionContent, };

export type SectionContent = { "cover": Record<symbol, never> } | { "summary": { 
/**
 * Numbers that matter.
 */
figures: boolean, 
/**
 * Sentences drawn from the data.
 */
findings: boolean, 
/**
 * Where to read on.
 */
contents: boolean, } } | { "strategy": { 
/**
 * The six aspects.
 */
profile: boolean, 
/**
 * What is known by evidence and what by judgment.
 */
known: boolean, } } | { "map": { 
/**
 * What it shows.
 */
extent: MapExtent, 
/**
 * The key beside it.
 */
legend: boolean, 
/**
 * Pages that show its parts large enough to read.
 */
details: boolean, 
/**
 * Names of who has no place on it.
 */
unplaced: boolean, 
/**
 * What holds, what is thin, who can grow: each in a sentence or two.
 */
readings: boolean, 
/**
 * Names of everyone on it, by kind.
 */
partners: boolean, } } | { "partners": Record<symbol, never> } | { "profiles": { 
/**
 * Whom.
 */
of: ProfilesOf, 
/**
 * Their six aspects.
 */
aspects: boolean, } } | { "timeline": Record<symbol, never> } | { "motions": { 
/**
 * What each costs and who pays.
 */
budget: boolean, } } | { "outcomes": { 
/**
 * The months behind the chart.
 */
months: boolean, } } | { "scenarios": { 
/**
 * What each scenario sees differently.
 */
differences: boolean, 
/**
 * Inputs, rates and shared drivers with their ranges and doubts.
 */
inputs: boolean, } } | { "joint_plan": { 
/**
 * With whom; none: with everyone who has one.
 */
partners: Array<OrganizationId>, } } | { "changes": { 
/**
 * The locked plan; none: the newest one.
 */
since: LockedPlanId | null, } } | { "review": Record<symbol, never> } | { "growth": Record<symbol, never> } | { "risks": Record<symbol, never> } | { "budget": { 
/**
 * Market development money.
 */
funds: boolean, } } | { "glossary": Record<symbol, never> } | { "method": Record<symbol, never> } | { "text": { 
/**
 * Over it; may be empty.
 */
title: string, 
/**
 * In Markdown.
 */
markdown: string, } };

export type SectionKind = "cover" | "summary" | "strategy" | "map" | "partners" | "profiles" | "timeline" | "motions" | "outcomes" | "scenarios" | "growth" | "joint_plan" | "review" | "changes" | "risks" | "budget" | "glossary" | "method" | "text";

export type SectionPages = { kind: SectionKind, first: number, last: number, };

export type SectionWaiting = { kind: SectionKind, 
/**
 * "Nothing to print yet: record a risk in a motion."
 */
sentence: string, };

export type SettingUsed = { 
/**
 * Which one, in words.
 */
name: string, 
/**
 * What it is set to.
 */
value: string, };

export type Shape = "circle" | "rounded_square" | "diamond" | "triangle" | "hexagon" | "pentagon";

export type SharePart = { "percent": number } | { "amount": Money };

export type Show = { 
/**
 * Money: budgets, funds, and every metric that is money.
 */
amounts: boolean, 
/**
 * What partners are called; without it each is a kind and a number ("Reseller 1").
 */
partner_names: boolean, 
/**
 * What rests on evidence, what on judgment, what is unknown.
 */
known: boolean, 
/**
 * In the foot.
 */
page_numbers: boolean, };

export type SignalId = string;

export type SignalKindView = { name: string, 
/**
 * It is a sign that both own the work.
 */
counts: boolean, };

export type SignalRequest = { id: SignalId, };

export type SignalSet = { id: SignalId | null, relationship: RelationshipId, 
/**
 * As a person calls it.
 */
kind: Name, value: Text, source: Text, date: string, };

export type SignalView = { id: SignalId, kind: string, value: string, source: string, date: string, 
/**
 * It is about the partner, not about this relationship alone.
 */
of_partner: boolean, 
/**
 * It is a sign that both own the work, and of the last 12 months.
 */
counts: boolean, };

export type SimulateRequest = { 
/**
 * The job's id, for its progress and to stop it.
 */
job: string, metric: Key, motion?: MotionId, 
/**
 * By the calendar year that it ends in.
 */
year?: number, 
/**
 * In place of the workspace's.
 */
runs?: number, 
/**
 * In place of the workspace's.
 */
seed?: number, };

export type SimulatedMonth = { month: Month, alone: Band | null, to_date: Band | null, };

export type SimulationRules = { 
/**
 * How strongly all inputs go together, 0 to 1. Independent motions would make the portfolio look falsely sure: what
 * goes wrong with one would always be made good by another.
 */
correlation: number, 
/**
 * How often, 100 to 100,000.
 */
runs: number, 
/**
 * The same seed gives the same figures on every machine.
 */
seed: number, };

export type SimulationSettings = { rules: SimulationRules, groups: Array<CorrelationGroupView>, };

export type SimulationView = { metric: Key, metric_name: string, motion: MotionId | null, scenario: ScenarioId | null, scenario_name: string, first: Month, last: Month, runs: number, seed: number, correlation: number, groups: Array<CorrelationGroupView>, 
/**
 * Every uncertain input, the one that moves the figure at the end most first.
 */
drivers: Array<DriverSwing>, months: Array<SimulatedMonth>, 
/**
 * The figure at the end as expected.
 */
planned: number | null, planned_text: string, 
/**
 * Of all runs.
 */
mean: number | null, 
/**
 * The figure at the end that is aimed at: the target of the year, else what is planned.
 */
target: TargetChance | null, 
/**
 * "In eight of ten simulated outcomes revenue to Dec 2026 lies between €6.8M and €10.2M, given these inputs."
 */
words: string, 
/**
 * "10,000 runs, seed 1, 14 uncertain inputs that go together by 0.3."
 */
how: string, };

export type SolveApply = { solve: SolveRequest, 
/**
 * Where; none is Expected.
 */
scenario?: ScenarioId, };

export type SolveRequest = { motion: MotionId, 
/**
 * The metric whose projection it is; without one the motion's only projection with such an input.
 */
metric?: Key, 
/**
 * `win_rate`, or `total` for the target itself.
 */
input: Key, 
/**
 * What the projection shall come to over its months, as typed.
 */
target: Text, };

export type SolveView = { metric: Key, 
/**
 * The target is met.
 */
reachable: boolean, 
/**
 * What the input would have to be; where the target is out of reach, what comes nearest.
 */
value: number, value_text: string, 
/**
 * What is planned.
 */
base_text: string, 
/**
 * "0 % to 100 %".
 */
range_words: string, 
/**
 * What the projection comes to with this value.
 */
reached_text: string, 
/**
 * "Revenue of €500k would need a win rate of 31 %, planned 25 %."
 */
sentence: string, };

export type SourceSum = { 
/**
 * What it is.
 */
source: EntrySource, 
/**
 * How many of them: deals, figures of one file.
 */
many: number, 
/**
 * How much, in whole units.
 */
amount: number, };

export type Stage = { 
/**
 * Its key.
 */
key: Key, 
/**
 * On the screen.
 */
name: Name, 
/**
 * Place in the lifecycle, from 0.
 */
position: number, };

export type StartView = { recent: Array<RecentWorkspace>, 
/**
 * The person chose not to have recent workspaces listed.
 */
recent_hidden: boolean, templates: Array<TemplateView>, };

export type StatusCount = { 
/**
 * A running motion counts by its health (`on_track`, `at_risk`, `behind`), any other by its status.
 */
status: string, 
/**
 * How many.
 */
count: number, };

export type StepDone = { 
/**
 * What the step had done ("Added partner Acme").
 */
sentence: string, };

export type StepRequest = { 
/**
 * Its number.
 */
seq: number, };

export type Stroke = { 
/**
 * Color.
 */
paint: Paint, 
/**
 * Width in pixels.
 */
width: number, 
/**
 * On, off, … in pixels; empty is solid.
 */
dash: Array<number>, };

export type TableView = { 
/**
 * The columns shown, in order, by their words (`stage`, `custom:KEY`); empty means the usual ones.
 */
columns: Array<string>, };

export type Tag = { 
/**
 * The table's name in the store.
 */
table: string, 
/**
 * The row's id.
 */
id: string | null, };

export type TagAdd = { name: Name, };

export type TagChange = { "what": "name", "to": Name } | { "what": "position", "to": number };

export type TagId = string;

export type TagRequest = { id: TagId, };

export type TagUpdate = { id: TagId, change: TagChange, };

export type TagView = { id: TagId, name: string, 
/**
 * Partners that have it.
 */
used: number, };

export type TargetChance = { value: number, value_text: string, 
/**
 * Somebody set it; else it is the plan.
 */
is_set: boolean, 
/**
 * The part of the simulated outcomes that reach it.
 */
chance: number, 
/**
 * "The target of €8M is reached in 61 % of the simulated outcomes, given these inputs."
 */
words: string, };

export type TargetSet = { metric: Key, year: number, value: Text, };

export type TargetView = { year: Figure, quarters: [Figure, Figure, Figure, Figure], };

export type TaskAdd = { motion: MotionId, name: Name, phase: PhaseId | null, owner: TaskOwner | null, start: string | null, due: string | null, effort_days: number | null, };

export type TaskAdded = { id: TaskId, };

export type TaskChange = { "field": "name", "value": Name } | { "field": "owner", "value": TaskOwner | null } | { "field": "dates", "value": TaskDates } | { "field": "done", "value": boolean } | { "field": "effort", "value": number | null } | { "field": "notes", "value": Text } | { "field": "notes_audience", "value": Audience } | { "field": "checklist", "value": Array<ChecklistLine> };

export type TaskDates = { start: string | null, due: string | null, };

export type TaskDone = { id: TaskId, done: boolean, };

export type TaskId = string;

export type TaskMove = { 
/**
 * Which.
 */
id: TaskId, 
/**
 * The phase that it shall be in.
 */
phase: PhaseId | null, 
/**
 * The task of that phase that it shall stand before; with none, behind all.
 */
before: TaskId | null, };

export type TaskOrMilestone = { "task": TaskId } | { "milestone": MilestoneId };

export type TaskOwner = { "person": PersonId } | { "function": Function } | { "contact": ContactId };

export type TaskRequest = { id: TaskId, };

export type TaskUpdate = { id: TaskId, change: TaskChange, };

export type TaskView = { 
/**
 * Which.
 */
id: TaskId, 
/**
 * As typed.
 */
name: string, 
/**
 * Its phase.
 */
phase: PhaseId | null, 
/**
 * Who does it.
 */
owner: TaskOwner | null, 
/**
 * The same in words; empty when nobody does.
 */
owner_words: string, 
/**
 * First day.
 */
start: string | null, 
/**
 * Last day.
 */
due: string | null, 
/**
 * Done.
 */
done: boolean, 
/**
 * Its last day is over, and it is not done.
 */
overdue: boolean, 
/**
 * Days of our work in it.
 */
effort_days: number | null, 
/**
 * Free text.
 */
notes: string, 
/**
 * Who may read the notes.
 */
notes_audience: Audience, 
/**
 * Lines to tick, in order.
 */
checklist: Array<ChecklistItemView>, 
/**
 * Days that it may slip before the end of what hangs together with it slips; none without dates.
 */
slack: number | null, 
/**
 * Tied to others, and without slack.
 */
critical: boolean, };

export type TemplateRequest = { template: string, };

export type TemplateSave = { name: Name, };

export type TemplateView = { 
/**
 * `blank`, `sample`, `saas`, `ecommerce` or `reseller`; one that this person keeps begins with `house:`.
 */
name: string, title: string, description: string, partners: number, };

export type Test = { "is": "any_of", 
/**
 * The words, as the field writes them.
 */
words: Array<string>, } | { "is": "none_of", 
/**
 * The words, as the field writes them.
 */
words: Array<string>, } | { "is": "between", 
/**
 * None: no lower bound.
 */
least: number | null, 
/**
 * None: no upper bound.
 */
most: number | null, } | { "is": "contains", 
/**
 * What to look for.
 */
text: string, };

export type Text = string;

export type Theme = "system" | "light" | "dark";

export type TimelineExport = { job: string, picture: TimelinePictureRequest, };

export type TimelinePictureRequest = { 
/**
 * The file's format.
 */
format: PictureFormat, 
/**
 * In which colors.
 */
theme: PictureTheme, 
/**
 * Pixels for each of the picture's own, 1 to 4; only a PNG has any.
 */
scale: number, 
/**
 * For whom it is.
 */
audience: Audience, 
/**
 * What is shown.
 */
look: TimelineRequest, };

export type TimelineRequest = { 
/**
 * What lanes stand for.
 */
by: LaneBy, 
/**
 * Lanes of which only the head is shown, by their keys.
 */
collapsed: Array<string>, 
/**
 * Motions whose tasks are shown.
 */
open: Array<MotionId>, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Width of a day in pixels.
 */
per_day: number, 
/**
 * Shows the critical path, and how far the others may slip.
 */
slack: boolean, };

export type TimelineRowView = { 
/**
 * The lane's key.
 */
lane: string, 
/**
 * The motion; none in a lane's head.
 */
motion: MotionId | null, 
/**
 * The task of the open motion.
 */
task: TimelineTaskView | null, 
/**
 * Top, in pixels from the head's top.
 */
y: number, 
/**
 * Height.
 */
height: number, };

export type TimelineTaskView = { id: TaskId, name: string, 
/**
 * Empty where the task before it is of the same phase, and where it is of none.
 */
phase: string, 
/**
 * Who does it, in words; empty when nobody does.
 */
owner: string, start: string | null, due: string | null, done: boolean, overdue: boolean, };

export type TimelineView = { 
/**
 * Everything below the head, in pixels from the head's top left.
 */
body: DisplayList, 
/**
 * Units of time: they stay in sight while rows move.
 */
head: DisplayList, 
/**
 * Height of the head.
 */
head_height: number, 
/**
 * The day that begins at the left edge.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * Width of a day in pixels.
 */
per_day: number, 
/**
 * Lanes' heads, motions and tasks, from top to bottom.
 */
rows: Array<TimelineRowView>, };

export type TouchId = string;

export type TouchKind = "sourced" | "influenced" | "delivered";

export type TouchRequest = { id: TouchId, };

export type TouchRow = { id: TouchId, organization: OrganizationId, organization_name: string, kind: TouchKind, date: string, 
/**
 * 0 to 1.
 */
share: number, evidence: string, };

export type TouchSet = { id: TouchId | null, deal: DealId, organization: OrganizationId, kind: TouchKind, date: string, 
/**
 * 0 to 1; those of a deal add up to at most 1.
 */
share: number, evidence: Text, };

export type TrustRow = { 
/**
 * None of a model.
 */
motion: MotionId | null, 
/**
 * The motion's or the model's name.
 */
name: string, 
/**
 * None of a model.
 */
metric: Key | null, metric_name: string, 
/**
 * "Evenly"; empty of a model, whose name it is.
 */
model: string, 
/**
 * Months compared.
 */
months: number, 
/**
 * How many of their forecasts are of locked plans; the others are today's.
 */
locked: number, 
/**
 * Fewer months than say anything.
 */
too_few: boolean, 
/**
 * Weighted absolute percentage error, as a fraction.
 */
wape: number | null, wape_text: string, 
/**
 * Mean of forecast − actual: in the metric's unit, of a model as a part of the mean actual.
 */
bias_text: string, mase_text: string, mape_text: string, 
/**
 * Months whose actual lay inside the range, and months that had a range.
 */
inside: number, ranged: number, coverage_text: string, pinball_text: string, crps_text: string, };

export type TrustView = { 
/**
 * By motion and metric, the nearest first.
 */
motions: Array<TrustRow>, 
/**
 * By model, the nearest first: measures without a unit only.
 */
models: Array<TrustRow>, 
/**
 * What each column means.
 */
measures: Array<MeasureNote>, 
/**
 * What the forecasts were, in a sentence: of locked plans, or today's.
 */
basis: string, };

export type Value = { 
/**
 * The figure; none where [`Value::missing`] says why.
 */
figure: number | null, 
/**
 * Why there is none.
 */
missing: Missing | null, 
/**
 * How many cases it rests on: deals, partners, orders; nought where nobody says.
 */
cases: number, };

export type ValueExchangeAdd = { relationship: RelationshipId, direction: Direction, kind: Key, 
/**
 * May be empty.
 */
what: Text, weight: Weight, };

export type ValueExchangeChange = { "what": "direction", "to": Direction } | { "what": "kind", "to": Key } | { "what": "what", "to": Text } | { "what": "weight", "to": Weight } | { "what": "position", "to": number };

export type ValueExchangeId = string;

export type ValueExchangeRequest = { id: ValueExchangeId, };

export type ValueExchangeUpdate = { id: ValueExchangeId, change: ValueExchangeChange, };

export type ValueExchangeView = { id: ValueExchangeId, direction: Direction, kind: Key, kind_name: string, 
/**
 * The note beside the kind.
 */
what: string, weight: Weight, };

export type ValueKindAdd = { name: Name, money: boolean, };

export type ValueKindChange = { "what": "name", "to": Name } | { "what": "money", "to": boolean } | { "what": "position", "to": number };

export type ValueKindUpdate = { key: Key, change: ValueKindChange, };

export type ValueKindView = { key: Key, name: string, 
/**
 * It is money, however it is called.
 */
money: boolean, 
/**
 * Lines of value exchanges that are of it.
 */
used: number, };

export type ViewCamera = { x: number, y: number, scale: number, };

export type ViewId = string;

export type ViewRequest = { id: ViewId, };

export type ViewSave = { id: ViewId | null, name: string, style: MapStyle, settings: ViewSettings, };

export type ViewSettings = { 
/**
 * Only these.
 */
filter: Filter, 
/**
 * Only these and who is near them.
 */
focus: Focus | null, 
/**
 * Seen from this organization instead of us.
 */
center: OrganizationId | null, 
/**
 * What groups stand for; none takes the groups given by hand.
 */
group_by: Field | null, 
/**
 * No outlines around groups.
 */
ungrouped: boolean, 
/**
 * What colors say; none takes the kinds.
 */
color_by: Field | null, 
/**
 * What sizes say; none takes revenue won together.
 */
size_by: Field | null, 
/**
 * How strongly groups are kept apart, 0 to 1; none takes the style's own.
 */
separate: number | null, 
/**
 * What rings mean; none takes tiers where there are any.
 */
rings_by: RingsBy | null, 
/**
 * How kinds are set apart; none takes lanes.
 */
form: KindForm | null, 
/**
 * What changes are counted from.
 */
compare: Compare | null, 
/**
 * Groups that are folded into one node.
 */
folded: Array<string>, 
/**
 * Where the view looks; none fits everything.
 */
camera: ViewCamera | null, };

export type Weight = number;

export type WhyLeftOut = "no_rate" | "no_date" | "no_probability" | "replaced";

export type WorkspaceState = { name: string, 
/**
 * The file's name without its folder.
 */
file_name: string, us: OrganizationId, us_name: string, currency: Currency, 
/**
 * The sign before an amount.
 */
currency_symbol: string, fiscal_year: FiscalYear, 
/**
 * Its first and last month.
 */
fiscal_months: [Month, Month], 
/**
 * The host's day.
 */
today: string, 
/**
 * Besides Expected.
 */
scenarios: Array<ScenarioView>, 
/**
 * The chosen one; none is Expected.
 */
scenario: ScenarioId | null, 
/**
 * The sentence of the step that undo would take back.
 */
undo: string | null, 
/**
 * The sentence of the step that redo would bring again.
 */
redo: string | null, organization_kinds: Array<OrganizationKind>, stages: Array<Stage>, relationship_kinds: Array<RelationshipKindView>, motion_kinds: Array<MotionKindView>, metrics: Array<MetricView>, 
/**
 * Depths at which a relationship's character changes.
 */
bounds: Bounds, owners: Array<OwnerView>, 
/**
 * Partners, without us.
 */
partner_count: number, relationship_count: number, motion_count: number, };

export type WrittenRequest = { token: string, };

export type ZoneCrossing = { id: OrganizationId, name: string, from: Character, to: Character, 
/**
 * None while the character is unknown.
 */
depth: number | null, 
/**
 * What the new place says.
 */
new_depth: number, };

/** Every command: what it takes and what it answers. */
export interface Commands {
  template_save: { request: TemplateSave; response: Nothing };
  template_delete: { request: TemplateRequest; response: Nothing };
  start_view: { request: Nothing; response: StartView };
  preferences: { request: Nothing; response: Preferences };
  preferences_set: { request: Preferences; response: Nothing };
  recent_clear: { request: Nothing; response: Nothing };
  recent_remove: { request: RecentRequest; response: Nothing };
  recent_hide: { request: RecentHidden; response: Nothing };
  workspace_state: { request: Nothing; response: WorkspaceState | null };
  workspace_new: { request: NewWorkspace; response: WorkspaceState | null };
  workspace_open: { request: Nothing; response: WorkspaceState | null };
  workspace_open_recent: { request: RecentRequest; response: WorkspaceState };
  workspace_open_sample: { request: Nothing; response: WorkspaceState };
  workspace_close: { request: Nothing; response: Nothing };
  workspace_save_copy: { request: Nothing; response: FileWritten | null };
  workspace_hand_over: { request: HandOver; response: FileWritten | null };
  scenario_choose: { request: ScenarioChoice; response: WorkspaceState };
  scenarios: { request: ScenariosRequest; response: ScenariosView };
  scenario_differences: { request: ScenarioRequest; response: Array<ScenarioDifferenceView> };
  scenario_add: { request: ScenarioAdd; response: ScenarioAdded };
  scenario_rename: { request: ScenarioRename; response: Nothing };
  scenario_move: { request: ScenarioMove; response: Nothing };
  scenario_remove: { request: ScenarioRequest; response: Nothing };
  scenario_set: { request: ScenarioSet; response: Nothing };
  scenario_reset: { request: ScenarioReset; response: Nothing };
  scenario_promote: { request: ScenarioRequest; response: Nothing };
  scenario_lose: { request: ScenarioLose; response: Nothing };
  scenario_graduate: { request: ScenarioGraduate; response: Nothing };
  scenario_suggestions: { request: Nothing; response: ScenarioSuggestions };
  solve: { request: SolveRequest; response: SolveView };
  solve_apply: { request: SolveApply; response: Nothing };
  undo: { request: Nothing; response: StepDone };
  undo_step: { request: StepRequest; response: StepDone };
  redo: { request: Nothing; response: StepDone };
  history: { request: Nothing; response: Array<HistoryLine> };
  partners: { request: Nothing; response: Array<PartnerRow> };
  partner: { request: PartnerRequest; response: PartnerDetail };
  partner_add: { request: PartnerAdd; response: PartnerAdded };
  partners_update: { request: PartnersUpdate; response: Nothing };
  partner_delete: { request: PartnerRequest; response: Nothing };
  partners_edit: { request: PartnersEdit; response: PartnersEdited };
  partners_passing: { request: PartnersPassing; response: Array<OrganizationId> };
  partner_sort: { request: PartnerSort; response: PartnerSorted };
  duplicates: { request: Nothing; response: DuplicatesView };
  duplicate_pair: { request: PairRequest; response: PairView };
  organizations_merge: { request: OrganizationsMerge; response: Nothing };
  partners_are_two: { request: PairRequest; response: Nothing };
  custom_fields: { request: Nothing; response: Array<CustomFieldView> };
  custom_field_add: { request: CustomFieldAdd; response: CustomFieldAdded };
  custom_field_update: { request: CustomFieldUpdate; response: Nothing };
  custom_field_delete: { request: CustomFieldRequest; response: Nothing };
  tags: { request: Nothing; response: Array<TagView> };
  tag_add: { request: TagAdd; response: TagView };
  tag_update: { request: TagUpdate; response: Nothing };
  tag_delete: { request: TagRequest; response: Nothing };
  table_view: { request: Nothing; response: TableView };
  table_view_set: { request: TableView; response: Nothing };
  partner_page: { request: PartnerRequest; response: PartnerPage };
  due: { request: Nothing; response: Array<DueItem> };
  activity_set: { request: ActivitySet; response: Nothing };
  activity_delete: { request: ActivityRequest; response: Nothing };
  next_step_done: { request: NextStepDone; response: Nothing };
  contact_set: { request: ContactSet; response: Nothing };
  contact_delete: { request: ContactRequest; response: Nothing };
  person_add: { request: PersonAdd; response: PersonAdded };
  renewal_set: { request: RenewalSet; response: Nothing };
  logo_set: { request: LogoSet; response: Nothing };
  logo_delete: { request: PartnerRequest; response: Nothing };
  logo: { request: PartnerRequest; response: Uint8Array };
  relationship_add: { request: RelationshipAdd; response: Nothing };
  relationship_update: { request: RelationshipUpdate; response: Nothing };
  relationship_delete: { request: RelationshipRequest; response: Nothing };
  relationship: { request: RelationshipRequest; response: RelationshipDetail };
  value_exchange_add: { request: ValueExchangeAdd; response: Nothing };
  value_exchange_update: { request: ValueExchangeUpdate; response: Nothing };
  value_exchange_delete: { request: ValueExchangeRequest; response: Nothing };
  value_kinds: { request: Nothing; response: Array<ValueKindView> };
  value_kind_add: { request: ValueKindAdd; response: ValueKindView };
  value_kind_update: { request: ValueKindUpdate; response: Nothing };
  value_kind_delete: { request: KindDelete; response: Nothing };
  signal_set: { request: SignalSet; response: Nothing };
  signal_delete: { request: SignalRequest; response: Nothing };
  relationship_kinds: { request: Nothing; response: Array<RelationshipKindDetail> };
  relationship_kind_add: { request: RelationshipKindAdd; response: Nothing };
  relationship_kind_update: { request: RelationshipKindUpdate; response: Nothing };
  relationship_kind_delete: { request: KindDelete; response: Nothing };
  lens_rules: { request: Nothing; response: LensRulesView };
  lens_rules_set: { request: LensRulesSet; response: Nothing };
  accounts: { request: Nothing; response: Array<AccountRow> };
  account_add: { request: AccountAdd; response: AccountAdded };
  account_update: { request: AccountUpdate; response: Nothing };
  accounts_delete: { request: AccountsRequest; response: Nothing };
  deals: { request: Nothing; response: Array<DealRow> };
  deal_add: { request: DealAdd; response: DealAdded };
  deal_update: { request: DealUpdate; response: Nothing };
  deals_delete: { request: DealsRequest; response: Nothing };
  touch_set: { request: TouchSet; response: Nothing };
  touch_delete: { request: TouchRequest; response: Nothing };
  fit: { request: PartnerRequest; response: FitView };
  fit_profile: { request: Nothing; response: Array<FitCriterionView> };
  fit_profile_set: { request: FitProfileSet; response: Nothing };
  fit_answer_set: { request: FitAnswerSet; response: Nothing };
  gate_answer_set: { request: GateAnswerSet; response: Nothing };
  map: { request: MapRequest; response: MapView };
  map_place_many: { request: MapPlaceMany; response: MapPlaced };
  map_unpin_many: { request: MapUnpinMany; response: Nothing };
  organizations_judge: { request: OrganizationsJudge; response: Nothing };
  organizations_add: { request: OrganizationsAdd; response: OrganizationsAdded };
  organizations_duplicate: { request: OrganizationsRequest; response: OrganizationsAdded };
  organizations_delete: { request: OrganizationsRequest; response: OrganizationsDeleted };
  placeholder_name: { request: PlaceholderName; response: Nothing };
  map_export: { request: MapExport; response: FileWritten | null };
  map_picture: { request: MapPicture; response: Uint8Array };
  fields: { request: FieldsRequest; response: Array<FieldView> };
  views: { request: Nothing; response: Array<SavedView> };
  view_save: { request: ViewSave; response: SavedView };
  view_delete: { request: ViewRequest; response: Nothing };
  locked_plans: { request: Nothing; response: Array<LockedPlanView> };
  plan_lock: { request: PlanLock; response: LockedPlanView };
  locked_plan_delete: { request: LockedPlanRequest; response: Nothing };
  plan_variance: { request: LockedPlanRequest; response: PlanVarianceView };
  layout_run: { request: LayoutRun; response: LayoutDone };
  measures: { request: MeasuresRequest; response: MeasuresView };
  introduction_path: { request: PathRequest; response: PathView };
  motions: { request: MotionsRequest; response: MotionsView };
  timeline: { request: TimelineRequest; response: TimelineView };
  timeline_export: { request: TimelineExport; response: FileWritten | null };
  motion: { request: MotionRequest; response: MotionDetail };
  motion_add: { request: MotionAdd; response: MotionAdded };
  motion_update: { request: MotionUpdate; response: Nothing };
  motion_delete: { request: MotionRequest; response: Nothing };
  calendar_export: { request: CalendarExport; response: FileWritten | null };
  schedule: { request: Nothing; response: ScheduleView };
  plan_move: { request: PlanMove; response: Nothing };
  plan_move_preview: { request: PlanMoveAsk; response: PlanMovePreview };
  dependency_add: { request: DependencyAdd; response: DependencyAdded };
  dependency_update: { request: DependencyUpdate; response: Nothing };
  dependency_delete: { request: DependencyRequest; response: Nothing };
  phase_add: { request: PhaseAdd; response: PhaseAdded };
  phase_update: { request: PhaseUpdate; response: Nothing };
  phase_delete: { request: PhaseRequest; response: Nothing };
  task_add: { request: TaskAdd; response: TaskAdded };
  task_update: { request: TaskUpdate; response: Nothing };
  task_move: { request: TaskMove; response: Nothing };
  task_done: { request: TaskDone; response: Nothing };
  task_delete: { request: TaskRequest; response: Nothing };
  milestone_add: { request: MilestoneAdd; response: MilestoneAdded };
  milestone_update: { request: MilestoneUpdate; response: Nothing };
  milestone_delete: { request: MilestoneRequest; response: Nothing };
  playbooks: { request: Nothing; response: Array<PlaybookView> };
  playbook_save: { request: PlaybookSave; response: PlaybookSaved };
  playbook_delete: { request: PlaybookRequest; response: Nothing };
  playbook_export: { request: PlaybookRequest; response: FileWritten | null };
  playbook_import: { request: Nothing; response: PlaybookSaved | null };
  motion_money: { request: MotionRequest; response: MotionMoney };
  budget_line_add: { request: BudgetLineAdd; response: BudgetLineAdded };
  budget_line_update: { request: BudgetLineUpdate; response: Nothing };
  budget_line_delete: { request: BudgetLineRequest; response: Nothing };
  currency_set: { request: CurrencySet; response: Nothing };
  funds: { request: Nothing; response: Array<FundView> };
  fund_add: { request: FundAdd; response: FundAdded };
  fund_update: { request: FundUpdate; response: Nothing };
  fund_delete: { request: FundRequest; response: Nothing };
  motion_joint: { request: MotionRequest; response: MotionJoint };
  motion_partner_update: { request: MotionPartnerUpdate; response: Nothing };
  raci_set: { request: RaciSet; response: Nothing };
  risk_set: { request: RiskSet; response: Nothing };
  risk_delete: { request: RiskRequest; response: Nothing };
  motion_note_set: { request: MotionNoteSet; response: Nothing };
  motion_note_delete: { request: MotionNoteRequest; response: Nothing };
  motion_health_set: { request: MotionHealthSet; response: Nothing };
  motion_audience_set: { request: MotionAudienceSet; response: Nothing };
  capacities: { request: Nothing; response: Array<CapacityView> };
  capacity_set: { request: CapacitySet; response: Nothing };
  joint_plan: { request: PartnerRequest; response: JointPlan };
  joint_plan_text_set: { request: JointPlanTextSet; response: Nothing };
  joint_plan_account_set: { request: JointPlanAccountSet; response: Nothing };
  joint_plan_account_delete: { request: JointPlanAccountRequest; response: Nothing };
  joint_objective_add: { request: JointObjectiveAdd; response: JointObjectiveAdded };
  joint_objective_update: { request: JointObjectiveUpdate; response: Nothing };
  joint_objective_delete: { request: JointObjectiveRequest; response: Nothing };
  outcomes: { request: OutcomesRequest; response: OutcomesView };
  metrics: { request: Nothing; response: MetricLibrary };
  metric_set: { request: MetricSet; response: MetricKept };
  metric_remove: { request: MetricRequest; response: Nothing };
  metric_rules_set: { request: MetricRules; response: Nothing };
  market_figure_set: { request: MarketFigureSet; response: Nothing };
  market_figure_remove: { request: MarketFigureRequest; response: Nothing };
  explain: { request: ExplainRequest; response: ExplanationView };
  chart: { request: ChartRequest; response: ChartView };
  chart_copy: { request: ChartCopy; response: Uint8Array };
  chart_export: { request: ChartCopy; response: FileWritten | null };
  reason_set: { request: ReasonSet; response: Nothing };
  effects: { request: OutcomesRequest; response: EffectsView | null };
  trust: { request: Nothing; response: TrustView };
  metric_reforecast_set: { request: ReforecastSet; response: Nothing };
  actuals: { request: ActualsRequest; response: ActualsGrid };
  actuals_set: { request: ActualsSet; response: ActualsWritten };
  projection: { request: ProjectionRequest; response: ProjectionForm };
  projection_preview: { request: ProjectionDraft; response: ProjectionPreview };
  projection_set: { request: ProjectionSet; response: Nothing };
  projection_remove: { request: ProjectionRequest; response: Nothing };
  drivers: { request: Nothing; response: Array<DriverView> };
  driver_set: { request: DriverSet; response: DriverKept };
  driver_remove: { request: DriverRequest; response: Nothing };
  simulate: { request: SimulateRequest; response: SimulationView };
  simulation: { request: Nothing; response: SimulationSettings };
  simulation_set: { request: SimulationRules; response: Nothing };
  correlation_group_set: { request: CorrelationGroupSet; response: CorrelationGroupRequest };
  correlation_group_remove: { request: CorrelationGroupRequest; response: Nothing };
  target_set: { request: TargetSet; response: Nothing };
  rates: { request: Nothing; response: Array<RateView> };
  rate_add: { request: RateAdd; response: RateKept };
  rate_remove: { request: RateRequest; response: Nothing };
  documents: { request: Nothing; response: Array<SavedDocument> };
  document_add: { request: DocumentAdd; response: SavedDocument };
  document_set: { request: DocumentSet; response: SavedDocument };
  document_delete: { request: DocumentRequest; response: Nothing };
  document: { request: DocumentChoice; response: DocumentView };
  document_pages: { request: DocumentChoice; response: DocumentPages };
  document_page: { request: PageRequest; response: Uint8Array };
  document_export: { request: ExportRequest; response: FileWritten | null };
  brand_load: { request: DocumentChoice; response: SavedDocument | null };
  document_logo: { request: DocumentLogoFile; response: LogoPng };
  brand_save: { request: DocumentChoice; response: FileWritten | null };
  briefs_export: { request: BriefsExport; response: FolderWritten | null };
  written_open: { request: WrittenRequest; response: Nothing };
  written_show: { request: WrittenRequest; response: Nothing };
  report_export: { request: ReportExport; response: FileWritten | null };
  import_open: { request: ImportOpen; response: ImportOpened | null };
  import_look: { request: ImportRequest; response: ImportLook };
  import_plan: { request: ImportRequest; response: ImportPreview };
  import_apply: { request: ImportRequest; response: ImportPreview };
  import_rejects: { request: ImportRequest; response: FileWritten | null };
  import_close: { request: Nothing; response: Nothing };
  job_cancel: { request: CancelRequest; response: Nothing };
}
