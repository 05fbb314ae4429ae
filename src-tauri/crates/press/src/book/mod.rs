//! A workbook (`.xlsx`) of figures that go on counting: each cell says what it is, and a formula names the cells it is made
//! of. What people typed is always a text; no formula is ever built from it.

mod chart;
mod format;
mod write;

use domain::{Currency, Date};

pub use chart::{BookChart, BookSeries, ChartForm};
pub use write::book;

/// Sheets in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The file's title, in its properties.
    pub title: String,
    /// The day it is as of: the file says no other.
    pub made: Date,
    /// From left to right.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// On its tab.
    pub name: SheetName,
    /// From the top.
    pub rows: Vec<Vec<Cell>>,
    /// Width of each column in characters; the last goes for all further ones.
    pub widths: Vec<f64>,
    /// A table under a head that stays in sight, each of its columns a filter.
    pub table: Option<TableArea>,
    /// Over its cells.
    pub charts: Vec<BookChart>,
}

/// The sheets that there are. Their names need no quotes in a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SheetName {
    Overview,
    Partners,
    Relationships,
    Motions,
    Tasks,
    Budget,
    Projections,
    Actuals,
    Variance,
}

/// Where a sheet's table lies: from its first row, which is its head, to the last one that a filter may hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableArea {
    /// The last row under the head, from 0; the head is row 0.
    pub last: u32,
    /// Columns at the left that stay in sight.
    pub frozen: u16,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// As it was typed, whatever it looks like. What no cell can hold is cut at its end.
    Text(String),
    /// A text that stands out.
    Strong(String),
    /// What the sheet is about.
    Title(String),
    /// What a part of it says.
    Heading(String),
    /// A text that runs on over the empty cells beside it.
    Note(String),
    /// Over a column.
    Head(String),
    /// A day.
    Day(Date),
    /// A figure.
    Figure(f64, Unit),
    /// Worked out from other cells; with what it is now, for readers that do not work it out, or none where it is "—".
    Formula(Formula, Option<f64>, Unit),
    /// The same, standing out: a total.
    Total(Formula, Option<f64>, Unit),
    /// A figure that stands out.
    StrongFigure(f64, Unit),
}

/// How a figure is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Whole and minor units of a currency.
    Money(Currency),
    /// A number, with a decimal where it has one.
    Number,
    /// A part of a whole, kept as 0 to 1.
    Percent,
    /// The same with its sign.
    Change,
}

/// What a cell is worked out from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// All of them added up.
    Sum(Area),
    /// Those added up beside which `key` stands: `keys` and `values` are as long as each other.
    SumWhere {
        /// What must be this currency.
        keys: Area,
        /// This one.
        key: Currency,
        /// What is added up.
        values: Area,
    },
    /// The first without the second.
    Minus(At, At),
    /// The first as a part of the second; "—" over nothing.
    Part(At, At),
}

/// One cell, rows and columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct At {
    pub sheet: SheetName,
    pub row: u32,
    pub column: u16,
}

/// Cells from one corner to the other, both within.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Area {
    pub sheet: SheetName,
    pub first: (u32, u16),
    pub last: (u32, u16),
}

impl SheetName {
    /// As on its tab and in formulas.
    pub fn word(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Partners => "Partners",
            Self::Relationships => "Relationships",
            Self::Motions => "Motions",
            Self::Tasks => "Tasks",
            Self::Budget => "Budget",
            Self::Projections => "Projections",
            Self::Actuals => "Actuals",
            Self::Variance => "Variance",
        }
    }
}

impl At {
    /// The same cell as an area.
    pub fn alone(self) -> Area {
        Area { sheet: self.sheet, first: (self.row, self.column), last: (self.row, self.column) }
    }
}
