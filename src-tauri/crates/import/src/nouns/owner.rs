//! Who looks after something: a function of ours, a person we know, or one that the file brings.

use std::collections::HashMap;

use domain::{Function, Name, Owner, Person, PersonId, Workspace};
use uuid::Uuid;

use crate::Reject;
use crate::table::row::Row;
use crate::words::folded;

/// More new owners than this are no owners.
pub const NEW_MAX: usize = 1000;

/// The owners of a workspace and of the file being read.
pub struct Owners {
    by_name: HashMap<String, Vec<PersonId>>,
    /// Those that the workspace has not.
    pub new: Vec<Person>,
}

impl Owners {
    /// The people of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        let mut by_name: HashMap<String, Vec<PersonId>> = HashMap::new();
        for person in &workspace.people {
            by_name.entry(person.name.as_str().to_owned()).or_default().push(person.id);
        }
        Self { by_name, new: Vec::new() }
    }

    /// Whether a name is a function's or a person's.
    pub fn knows(&self, name: &str) -> bool {
        function(name).is_some() || self.by_name.contains_key(name)
    }

    /// Who the cell names. A name that nobody has yet becomes a person of the partnerships function.
    pub fn read(
        &mut self,
        row: Row<'_>,
        field: &str,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Option<Owner>, Reject> {
        let Some(text) = row.given(field) else { return Ok(None) };
        if let Some(function) = function(text) {
            return Ok(Some(Owner::Function(function)));
        }
        match self.by_name.get(text).map(Vec::as_slice) {
            Some([person]) => return Ok(Some(Owner::Person(*person))),
            Some(_) => {
                let advice = "several people have this name; give them different names first";
                return Err(row.reject(field, "the name of one person").advise(advice));
            }
            None => {}
        }
        let name =
            Name::parse(text).map_err(|error| row.reject(field, "a person or a function").advise(error.to_string()))?;
        let person = Person { id: PersonId(new_id()), name, function: Function::Partnerships, email: None };
        self.by_name.insert(text.to_owned(), vec![person.id]);
        let owner = Owner::Person(person.id);
        self.new.push(person);
        Ok(Some(owner))
    }
}

/// "Marketing", "marketing lead", "Sales team".
pub fn function(text: &str) -> Option<Function> {
    let words = folded(text);
    let bare = ["lead", "team", "department"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(&words);
    Function::ALL.into_iter().find(|function| folded(function.name()) == bare)
}
