//! The TypeScript side of the command table, as one file.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands;

/// The declarations met so far, by name.
pub(crate) struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl Types {
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        T::visit_dependencies(self);
        if T::output_path().is_some() {
            self.insert::<T>();
        }
        T::visit_generics(self);
    }

    pub(crate) fn name<T: TS>(&self) -> String {
        T::name(&self.config)
    }

    fn insert<T: TS + 'static + ?Sized>(&mut self) -> bool {
        let name = T::ident(&self.config);
        let new = !self.declarations.contains_key(&name);
        self.declarations.insert(name, T::decl(&self.config));
        new
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() && self.insert::<T>() {
            T::visit_dependencies(self);
        }
        T::visit_generics(self);
    }
}

/// The whole of `ui/src/api/generated.ts`.
pub fn bindings() -> String {
    let mut types = Types { config: Config::new().with_large_int("number"), declarations: BTreeMap::new() };
    let table = commands::describe(&mut types);
    types.add::<crate::Event>();
    types.add::<crate::ErrorReply>();
    let declarations: Vec<String> = types.declarations.values().map(|text| format!("export {text}\n")).collect();
    format!(
        "// Made from the command table in src-tauri/crates/api by `cargo xtask bindings`. Never edited by hand.\n\n{}\n\
         /** Every command: what it takes and what it answers. */\nexport interface Commands {{\n{table}}}\n",
        declarations.join("\n")
    )
}

#[cfg(test)]
mod tests {
    /// Compares the committed file, or writes it when `UPDATE_BINDINGS` is set.
    #[test]
    fn generated_ts_is_fresh() {
        let path = "../../../ui/src/api/generated.ts";
        let expect = super::bindings();
        if std::env::var_os("UPDATE_BINDINGS").is_some() {
            std::fs::write(path, expect).unwrap();
        } else {
            assert!(std::fs::read_to_string(path).unwrap_or_default() == expect, "stale: run `cargo xtask bindings`");
        }
    }
}
