//! Which column holds which field.

use csv::StringRecord;

use crate::ImportError;
use crate::field::{Field, Schema};
use crate::words::{self, folded, shown};

/// A column that a person named by hand: `Column=field`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The column's name in the file.
    pub column: String,
    /// The field's key.
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

/// The columns of one header.
#[derive(Debug, Clone)]
pub struct Columns {
    schema: Schema,
    /// For each field of the schema.
    places: Vec<Option<usize>>,
    unknown: Option<ColumnMapping>,
}

impl Columns {
    /// None known.
    pub fn nothing(schema: Schema) -> Self {
        Self { schema, places: vec![None; schema.fields.len()], unknown: None }
    }

    /// What `header` names; mappings by hand first, then known names.
    pub fn of(header: &StringRecord, schema: Schema, map: &[ColumnMapping]) -> Result<Self, ImportError> {
        let fields = schema.fields;
        let mut columns = Self::nothing(schema);
        let names: Vec<String> = header.iter().map(folded).collect();
        for mapping in map {
            let field = find_field(schema, mapping)?;
            let exact = header.iter().position(|cell| cell.trim() == mapping.column);
            let place = exact.or_else(|| names.iter().position(|name| *name == folded(&mapping.column)));
            match (place, columns.places[field]) {
                (None, _) => columns.unknown = columns.unknown.or_else(|| Some(mapping.clone())),
                (Some(place), Some(other)) if place != other => {
                    let first = header.get(other).map(shown).unwrap_or_default();
                    let second = shown(&mapping.column);
                    return Err(ImportError::MappedTwice { field: fields[field].key, first, second });
                }
                (Some(place), _) => columns.places[field] = Some(place),
            }
        }
        for (field, place) in fields.iter().zip(0..) {
            if columns.places[place].is_none() {
                let free = |index: &usize| !columns.places.contains(&Some(*index));
                let find = |alias: &str| (0..names.len()).filter(free).find(|index| names[*index] == alias);
                let key = || find(&folded(field.key));
                columns.places[place] = field.aliases.iter().find_map(|alias| find(alias)).or_else(key);
            }
        }
        Ok(columns)
    }

    /// How many fields have a column.
    pub fn known(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// How well a row serves as the header: whole first, then by what it names.
    pub fn rank(&self) -> (bool, usize) {
        (self.missing().is_none() && self.unknown.is_none(), self.known())
    }

    /// A needed field without a column.
    pub fn missing(&self) -> Option<&'static Field> {
        let mut fields = self.schema.fields.iter().zip(&self.places);
        fields.find(|(field, place)| field.suggest.is_some() && place.is_none()).map(|(field, _)| field)
    }

    /// A mapping by hand whose column is not there.
    pub fn unknown_mapping(&self) -> Option<&ColumnMapping> {
        self.unknown.as_ref()
    }

    /// Where the field with this key stands.
    pub fn place(&self, key: &str) -> Option<usize> {
        let field = self.schema.fields.iter().position(|field| field.key == key)?;
        self.places[field]
    }

    /// The columns that no field takes.
    pub fn unread<'a>(&'a self, header: &'a [String]) -> impl Iterator<Item = &'a str> {
        let named = header.iter().enumerate().filter(|(_, name)| !name.is_empty());
        named.filter(|(place, _)| !self.places.contains(&Some(*place))).map(|(_, name)| name.as_str())
    }
}

fn find_field(schema: Schema, mapping: &ColumnMapping) -> Result<usize, ImportError> {
    let wanted = folded(&mapping.field);
    let fields = schema.fields;
    fields.iter().position(|field| folded(field.key) == wanted).ok_or_else(|| ImportError::UnknownField {
        field: shown(&mapping.field),
        column: shown(&mapping.column),
        noun: schema.rows,
        expected: words::list(fields.iter().map(|field| field.key), fields.len()),
    })
}
