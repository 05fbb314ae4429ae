//! Which column holds which field, and how that is known.

pub mod field;
pub mod report;
mod wide;

use csv::StringRecord;
use domain::{CustomField, Key};

pub use wide::Wide;

use crate::columns::field::{Field, Schema};
use crate::profiles::{self, Profile};
use crate::words::{self, folded, shown};
use crate::{ImportError, Noun};

/// A column that a person named by hand: `Column=field`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The column's name in the file.
    pub column: String,
    /// The field's key; `-` leaves the column out.
    pub field: String,
}

impl ColumnMapping {
    /// Reads `Column=field`; a column's own `=` signs may stand before the last one.
    pub fn parse(text: &str) -> Result<Self, ImportError> {
        match text.rsplit_once('=').map(|(column, field)| (column.trim(), field.trim())) {
            Some((column, field)) if !column.is_empty() && !field.is_empty() => {
                Ok(Self { column: column.to_owned(), field: field.to_owned() })
            }
            _ => Err(ImportError::Mapping(shown(text))),
        }
    }
}

/// The words that a workspace adds to those that columns are known by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'w> {
    /// Fields of its own.
    pub custom: &'w [CustomField],
    /// Metrics: folded words and key.
    pub metrics: &'w [(String, Key)],
}

/// What a person said about the columns.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'o> {
    /// Columns named by hand.
    pub map: &'o [ColumnMapping],
    /// Values that hold for every row: field and value.
    pub set: &'o [(String, String)],
    /// A profile by its key.
    pub profile: Option<&'static Profile>,
}

/// How it is known which field a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ground {
    /// A person said so.
    Hand,
    /// The file's make says so.
    Profile,
    /// By its name; the number is its place among the synonyms.
    Name(usize),
}

/// The columns of one header.
#[derive(Debug, Clone)]
pub struct Columns {
    schema: Schema,
    /// For each field of the schema.
    places: Vec<Option<(usize, Ground)>>,
    /// For each field of the schema, where it holds for every row.
    constants: Vec<Option<String>>,
    /// Columns of fields of the workspace's own.
    pub custom: Vec<(CustomField, usize, Ground)>,
    /// Months or metrics across the columns.
    pub wide: Option<Wide>,
    /// The file's make.
    pub profile: Option<&'static Profile>,
    left_out: Vec<usize>,
    unknown: Option<ColumnMapping>,
}

impl Columns {
    /// None known.
    pub fn nothing(schema: Schema) -> Self {
        let count = schema.fields.len();
        Self {
            schema,
            places: vec![None; count],
            constants: vec![None; count],
            custom: Vec::new(),
            wide: None,
            profile: None,
            left_out: Vec::new(),
            unknown: None,
        }
    }

    /// What `header` names: by hand first, then as the file's make says, then by known names.
    pub fn of(header: &StringRecord, schema: Schema, said: Said<'_>, known: Known<'_>) -> Result<Self, ImportError> {
        let mut columns = Self::nothing(schema);
        let names: Vec<String> = header.iter().map(folded).collect();
        columns.profile = match (said.profile, schema.noun) {
            (Some(profile), _) => Some(profile),
            (None, Some(noun)) => profiles::recognize(&names, noun),
            (None, None) => None,
        };
        if columns.profile.is_some_and(|profile| profile.report.is_some()) {
            columns = Self { profile: columns.profile, ..Self::nothing(report::schema()) };
        }
        let schema = columns.schema;
        for (field, value) in said.set {
            let field = find_field(schema, field, "every row")?;
            columns.constants[field] = Some(value.clone());
        }
        let is_said: Vec<bool> = columns.constants.iter().map(Option::is_some).collect();
        for mapping in said.map {
            columns.place_by_hand(header, &names, mapping, known)?;
        }
        if let Some(profile) = columns.profile {
            columns.place_by_profile(&names, profile);
        }
        let is_cut =
            schema.noun == Some(Noun::Actuals) && columns.profile.is_none_or(|profile| profile.report.is_none());
        columns.wide = Some(is_cut).filter(|is_cut| *is_cut).and_then(|_| {
            let is_free = |place: usize| columns.is_free(place);
            Wide::find(header, &names, &is_free, known, columns.place("metric").is_some())
        });
        columns.place_by_name(&names, &is_said);
        columns.place_custom(&names, known);
        Ok(columns)
    }

    fn place_by_hand(
        &mut self,
        header: &StringRecord,
        names: &[String],
        mapping: &ColumnMapping,
        known: Known<'_>,
    ) -> Result<(), ImportError> {
        let exact = header.iter().position(|cell| cell.trim() == mapping.column);
        let place = exact.or_else(|| names.iter().position(|name| *name == folded(&mapping.column)));
        if mapping.field == "-" {
            self.left_out.extend(place);
            return Ok(());
        }
        let own = mapping.field.strip_prefix("custom:").unwrap_or(&mapping.field);
        let own = known.custom.iter().find(|field| field.key.as_str() == own);
        let built_in = find_field(self.schema, &mapping.field, &mapping.column);
        if let (Err(_), Some(own)) = (&built_in, own.filter(|_| self.schema.noun == Some(Noun::Organizations))) {
            match place {
                Some(place) => self.custom.push((own.clone(), place, Ground::Hand)),
                None => self.unknown = self.unknown.take().or_else(|| Some(mapping.clone())),
            }
            return Ok(());
        }
        let field = built_in?;
        match (place, self.places[field]) {
            (None, _) => self.unknown = self.unknown.take().or_else(|| Some(mapping.clone())),
            (Some(place), Some((other, _))) if place != other => {
                let first = header.get(other).map(shown).unwrap_or_default();
                let second = shown(&mapping.column);
                return Err(ImportError::MappedTwice { field: self.schema.fields[field].key, first, second });
            }
            (Some(place), _) => self.places[field] = Some((place, Ground::Hand)),
        }
        Ok(())
    }

    fn place_by_profile(&mut self, names: &[String], profile: &'static Profile) {
        for (index, field) in self.schema.fields.iter().enumerate() {
            let columns = profile.columns_of(field.key, self.schema.noun);
            let found = columns
                .into_iter()
                .find_map(|column| (0..names.len()).find(|&place| names[place] == column && self.is_free(place)));
            if let (None, Some(place)) = (self.places[index], found) {
                self.places[index] = Some((place, Ground::Profile));
            }
            // Also where a column has it, for cells that are empty.
            if self.constants[index].is_none() {
                self.constants[index] = profile.constant(field.key, self.schema.noun).map(str::to_owned);
            }
        }
    }

    fn place_by_name(&mut self, names: &[String], is_said: &[bool]) {
        for (index, field) in self.schema.fields.iter().enumerate() {
            if self.places[index].is_some() || is_said[index] || self.skips(field.key) {
                continue;
            }
            let find = |alias: &str| (0..names.len()).find(|&place| names[place] == alias && self.is_free(place));
            let by_key = || find(&folded(field.key)).map(|place| (place, 0));
            let by_alias =
                field.aliases.iter().enumerate().find_map(|(at, alias)| find(alias).map(|place| (place, at)));
            if let Some((place, at)) = by_alias.or_else(by_key) {
                self.places[index] = Some((place, Ground::Name(at)));
            }
        }
    }

    fn place_custom(&mut self, names: &[String], known: Known<'_>) {
        if self.schema.noun != Some(Noun::Organizations) {
            return;
        }
        for field in known.custom.iter().filter(|field| field.noun == "organization") {
            let words = [folded(field.name.as_str()), folded(field.key.as_str())];
            let place = (0..names.len()).find(|&place| words.contains(&names[place]) && self.is_free(place));
            if let Some(place) = place.filter(|_| self.custom.iter().all(|(own, ..)| own.key != field.key)) {
                self.custom.push((field.clone(), place, Ground::Name(0)));
            }
        }
    }

    /// Whether months or metrics across the columns give this field.
    fn skips(&self, key: &str) -> bool {
        self.wide.as_ref().is_some_and(|wide| wide.gives(key))
    }

    fn is_free(&self, place: usize) -> bool {
        !self.places.iter().flatten().any(|(taken, _)| *taken == place)
            && !self.custom.iter().any(|(_, taken, _)| *taken == place)
            && !self.left_out.contains(&place)
            && !self.wide.as_ref().is_some_and(|wide| wide.places().any(|taken| taken == place))
    }

    /// How many fields have a column.
    pub fn known(&self) -> usize {
        self.places.iter().flatten().count()
            + self.custom.len()
            + self.wide.as_ref().map_or(0, |wide| wide.places().count())
    }

    /// How well a row serves as the header: whole first, then by what it names.
    pub fn rank(&self) -> (bool, usize) {
        (self.missing().is_none() && self.unknown.is_none() && self.known() > 0, self.known())
    }

    /// A needed field without a column.
    pub fn missing(&self) -> Option<&'static Field> {
        let given = |index: usize| self.places[index].is_some() || self.constants[index].is_some();
        let mut fields = self.schema.fields.iter().enumerate();
        fields
            .find(|(index, field)| field.suggest.is_some() && !given(*index) && !self.skips(field.key))
            .map(|(_, field)| field)
    }

    /// A mapping by hand whose column is not there.
    pub fn unknown_mapping(&self) -> Option<&ColumnMapping> {
        self.unknown.as_ref()
    }

    /// Where the field with this key stands.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.index(key).and_then(|index| self.places[index]).map(|(place, _)| place)
    }

    /// Where a part of a report stands.
    pub fn part(&self, part: report::Part) -> Option<usize> {
        self.places.get(part as usize).copied().flatten().map(|(place, _)| place)
    }

    /// What the field is in every row.
    pub fn constant(&self, key: &str) -> Option<&str> {
        self.index(key).and_then(|index| self.constants[index].as_deref())
    }

    /// The header in which columns that a person named bear the names of their fields, and those left out none that mean
    /// anything.
    pub fn said_in(&self, header: &[String]) -> Vec<String> {
        let mut named = header.to_vec();
        for (field, place) in self.schema.fields.iter().zip(&self.places) {
            let Some((place, Ground::Hand)) = place else { continue };
            for other in named.iter_mut().filter(|name| folded(name) == folded(field.key)) {
                *other = format!("{other} (left out)");
            }
            if let Some(name) = named.get_mut(*place) {
                field.key.clone_into(name);
            }
        }
        for place in &self.left_out {
            if let Some(name) = named.get_mut(*place) {
                *name = format!("{name} (left out)");
            }
        }
        named
    }

    /// What holds for every row: keys of fields and values.
    pub fn constants(&self) -> Vec<(&'static str, &str)> {
        let all = self.schema.fields.iter().zip(&self.constants);
        all.filter_map(|(field, value)| Some((field.key, value.as_deref()?))).collect()
    }

    /// Puts a field into a column that was made for it.
    pub fn put(&mut self, key: &str, place: usize) {
        if let Some(index) = self.index(key) {
            self.places[index] = Some((place, Ground::Name(0)));
        }
    }

    /// Leaves only the columns that fields take: answers where they stood, and has them stand side by side.
    pub fn compact(&mut self) -> Vec<usize> {
        let mut kept: Vec<usize> = self.places.iter().flatten().map(|(place, _)| *place).collect();
        kept.sort_unstable();
        kept.dedup();
        for (place, _) in self.places.iter_mut().flatten() {
            *place = kept.binary_search(place).unwrap_or_default();
        }
        self.left_out.clear();
        kept
    }

    /// The field of a column, and how that is known.
    pub fn field_at(&self, place: usize) -> Option<(&str, Ground)> {
        let built_in = self.schema.fields.iter().zip(&self.places);
        built_in
            .filter_map(|(field, at)| at.map(|(at, ground)| (field.key, at, ground)))
            .chain(self.custom.iter().map(|(field, at, ground)| (field.key.as_str(), *at, *ground)))
            .find(|(_, at, _)| *at == place)
            .map(|(key, _, ground)| (key, ground))
            .or_else(|| {
                let wide = self.wide.as_ref()?;
                wide.places().any(|at| at == place).then(|| (wide.field(), Ground::Name(0)))
            })
    }

    /// The fields that there are.
    pub fn schema(&self) -> Schema {
        self.schema
    }

    /// The columns that no field takes and nobody left out on purpose.
    pub fn unread<'a>(&'a self, header: &'a [String]) -> impl Iterator<Item = &'a str> {
        let named = header.iter().enumerate().filter(|(_, name)| !name.is_empty());
        named.filter(|(place, _)| self.is_free(*place)).map(|(_, name)| name.as_str())
    }

    fn index(&self, key: &str) -> Option<usize> {
        self.schema.fields.iter().position(|field| field.key == key)
    }
}

fn find_field(schema: Schema, field: &str, column: &str) -> Result<usize, ImportError> {
    let wanted = folded(field);
    let fields = schema.fields;
    fields.iter().position(|field| folded(field.key) == wanted).ok_or_else(|| ImportError::UnknownField {
        field: shown(field),
        column: shown(column),
        noun: schema.rows,
        expected: words::list(fields.iter().map(|field| field.key), fields.len()),
    })
}
