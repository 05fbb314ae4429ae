//! A workbook as a reader sees it: cells, and formulas worked out from their words alone. It knows the few functions that a
//! report uses, and reads them as every spreadsheet does.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

use calamine::{Data, DataType, Range, Reader, Xlsx, open_workbook};

/// Row and column, from 0.
pub type At = (u32, u32);

pub struct Book {
    names: Vec<String>,
    cells: BTreeMap<String, Range<Data>>,
    formulas: BTreeMap<String, Range<String>>,
    /// Everything that the file holds, unpacked.
    text: String,
}

impl Book {
    pub fn open(path: &Path) -> Self {
        let mut file: Xlsx<_> = open_workbook(path).unwrap();
        let names = file.sheet_names();
        let cells = names.iter().map(|name| (name.clone(), file.worksheet_range(name).unwrap())).collect();
        let formulas = names.iter().map(|name| (name.clone(), file.worksheet_formula(name).unwrap())).collect();
        let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
        let mut text = String::new();
        for index in 0..archive.len() {
            archive.by_index(index).unwrap().read_to_string(&mut text).unwrap();
        }
        Self { names, cells, formulas, text }
    }

    pub fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn cell(&self, sheet: &str, at: At) -> Data {
        self.cells[sheet].get_value(at).cloned().unwrap_or(Data::Empty)
    }

    /// The rows under the first one by its words: where each cell lies, and what it says.
    pub fn table(&self, sheet: &str) -> Vec<BTreeMap<String, (At, String)>> {
        let range = &self.cells[sheet];
        let Some((last_row, last_column)) = range.end() else { return Vec::new() };
        let head: Vec<String> = (0..=last_column).map(|column| self.cell(sheet, (0, column)).to_string()).collect();
        let row = |row: u32| {
            let cells = (0_u32..).zip(&head);
            cells
                .map(|(column, name)| (name.clone(), ((row, column), self.cell(sheet, (row, column)).to_string())))
                .collect()
        };
        (1..=last_row).map(row).collect()
    }

    /// Every formula with its place.
    pub fn formulas(&self) -> Vec<(String, At, String)> {
        let mut found = Vec::new();
        for (sheet, range) in &self.formulas {
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, formula) in range.used_cells().filter(|cell| !cell.2.is_empty()) {
                let at = (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap());
                found.push((sheet.clone(), at, formula.clone()));
            }
        }
        found
    }

    /// A cell's figure, worked out anew where it is a formula.
    pub fn value(&self, sheet: &str, at: At) -> Option<f64> {
        let formula = self.formulas[sheet].get_value(at).filter(|formula| !formula.is_empty());
        formula.map_or_else(|| self.cell(sheet, at).as_f64(), |formula| self.work_out(sheet, formula))
    }

    /// What a formula on a sheet comes to; none where it is "—".
    pub fn work_out(&self, on: &str, formula: &str) -> Option<f64> {
        let inside = |name: &str| formula.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(area) = inside("SUM") {
            let (sheet, cells) = area_of(on, area);
            return Some(cells.into_iter().filter_map(|at| self.value(&sheet, at)).sum());
        }
        if let Some(parts) = inside("SUMIF") {
            let parts: Vec<&str> = parts.split(',').collect();
            let ((sheet, keys), (_, values)) = (area_of(on, parts[0]), area_of(on, parts[2]));
            let wanted = parts[1].trim_matches('"');
            let fits = keys.into_iter().zip(values).filter(|(key, _)| self.cell(&sheet, *key) == wanted);
            return Some(fits.filter_map(|(_, value)| self.value(&sheet, value)).sum());
        }
        if let Some(parts) = inside("IF") {
            let (test, rest) = parts.split_once("=0,\"—\",").unwrap();
            let (part, of) = rest.split_once('/').unwrap();
            assert_eq!(test, of, "{formula}");
            let of = self.one(on, of).unwrap_or(0.0);
            return (of != 0.0).then(|| self.one(on, part).unwrap_or(0.0) / of);
        }
        let (left, right) = formula.split_once('-').unwrap();
        Some(self.one(on, left).unwrap_or(0.0) - self.one(on, right).unwrap_or(0.0))
    }

    fn one(&self, on: &str, words: &str) -> Option<f64> {
        let (sheet, cells) = area_of(on, words);
        self.value(&sheet, cells[0])
    }
}

/// `Sheet!$A$1:$B$2` as its cells, row by row; without a sheet they are on that of the formula.
fn area_of(on: &str, words: &str) -> (String, Vec<At>) {
    let (sheet, cells) = words.split_once('!').unwrap_or((on, words));
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    let (first, last) = (cell_of(first), cell_of(last));
    let cells: BTreeSet<At> =
        (first.0..=last.0).flat_map(|row| (first.1..=last.1).map(move |column| (row, column))).collect();
    (sheet.to_owned(), cells.into_iter().collect())
}

fn cell_of(words: &str) -> At {
    let words = words.replace('$', "");
    let digits = words.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let column = words[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    (words[digits..].parse::<u32>().unwrap() - 1, column - 1)
}
