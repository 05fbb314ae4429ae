//! A whole workspace as JSON, and back. The format: `schema` (1), `format` (`ecotone workspace`), `workspace` (every list
//! by its name, rows as objects in the order of their ids), `import_batches` (imported files with their rows as CSV) and
//! `logos` (organization and PNG as hexadecimal digits). What reads it refuses fields that are missing or unknown.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use domain::{ImportBatch, OrganizationId, OrganizationLogo, Workspace};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::files::write_whole;
use crate::{App, ErrorReply, Refusal, WindowId};

const SCHEMA: u32 = 1;
const FORMAT: &str = "ecotone workspace";
/// Longest file that is read: more than any workspace within the limits of imports.
const BYTES_MAX: u64 = 1024 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Whole {
    schema: u32,
    format: String,
    workspace: Workspace,
    import_batches: Vec<Batch>,
    logos: Vec<Logo>,
}

#[derive(Serialize, Deserialize)]
struct Batch {
    id: domain::ImportBatchId,
    file_name: String,
    kind: String,
    time: jiff::Timestamp,
    rows: String,
}

#[derive(Serialize, Deserialize)]
struct Logo {
    organization: OrganizationId,
    png: String,
}

impl App {
    /// Writes the whole workspace of `window`.
    pub fn export_workspace(&self, window: &WindowId, out: &Path) -> Result<(), ErrorReply> {
        let read = self.open_in(window)?.handle.with(|file| {
            Ok::<_, store::StoreError>((file.read()?, file.all::<ImportBatch>()?, file.all::<OrganizationLogo>()?))
        })?;
        let (workspace, batches, logos) = read?;
        let batch = |batch: ImportBatch| Batch {
            id: batch.id,
            file_name: batch.file_name,
            kind: batch.kind,
            time: batch.time,
            rows: String::from_utf8_lossy(&batch.rows).into_owned(),
        };
        let logo = |logo: OrganizationLogo| Logo { organization: logo.organization, png: digits(&logo.png) };
        let whole = Whole {
            schema: SCHEMA,
            format: FORMAT.to_owned(),
            workspace,
            import_batches: batches.into_iter().map(batch).collect(),
            logos: logos.into_iter().map(logo).collect(),
        };
        let json = serde_json::to_vec_pretty(&whole).map_err(|e| ErrorReply::from_error(Refusal::NotWritten, &e))?;
        write_whole(out, &json)
    }

    /// Makes a workspace file from what [`Self::export_workspace`] wrote, and opens it in `window`.
    pub fn create_from(&self, window: &WindowId, path: &Path, json: &Path) -> Result<(), ErrorReply> {
        let cannot = |reason: String| ErrorReply::refused(format!("{} cannot be read: {reason}.", json.display()));
        let about = std::fs::metadata(json).map_err(|_| cannot("no file of this name is there".to_owned()))?;
        if about.len() > BYTES_MAX {
            return Err(cannot("it is larger than any workspace".to_owned()));
        }
        let bytes = std::fs::read(json).map_err(|error| cannot(error.to_string()))?;
        let whole: Whole = serde_json::from_slice(&bytes).map_err(|error| {
            cannot(format!("it is no workspace as JSON ({error}); export one with 'export FILE workspace'"))
        })?;
        if whole.schema != SCHEMA || whole.format != FORMAT {
            return Err(cannot("it was written by another version of this program".to_owned()));
        }
        if let Some(place) = serde_json::from_slice(&bytes)
            .ok()
            .zip(serde_json::to_value(&whole).ok())
            .and_then(|(found, known)| unknown(&found, &known, ""))
        {
            return Err(cannot(format!(
                "it has '{place}', which no workspace has, so something would be lost; correct its name or leave it out"
            )));
        }
        drop(bytes);
        let (workspace, batches, logos) = whole.parts().map_err(cannot)?;
        let open = self.create_whole_file(path, workspace, store::BesideWorkspace { batches, logos })?;
        self.bind(window, open);
        Ok(())
    }
}

impl Whole {
    fn parts(self) -> Result<(Workspace, Vec<ImportBatch>, Vec<OrganizationLogo>), String> {
        let workspace = self.workspace;
        let ids: BTreeSet<OrganizationId> = workspace.organizations.iter().map(|row| row.id).collect();
        if !ids.contains(&workspace.settings.us) {
            return Err("its settings name an organization as us that it does not have".to_owned());
        }
        if workspace.organizations.windows(2).any(|pair| pair[0].id >= pair[1].id) {
            return Err("its organizations do not stand in the order of their ids".to_owned());
        }
        let batches = self.import_batches.into_iter().map(|batch| ImportBatch {
            id: batch.id,
            file_name: batch.file_name,
            kind: batch.kind,
            time: batch.time,
            rows: batch.rows.into_bytes(),
        });
        let logo = |logo: Logo| {
            let png = bytes(&logo.png).ok_or("a logo is not written in pairs of hexadecimal digits")?;
            if !is_logo(&png) {
                return Err("a logo is no PNG of at most 256 pixels each way".to_owned());
            }
            Ok::<_, String>(OrganizationLogo { organization: logo.organization, png })
        };
        let logos = self.logos.into_iter().map(logo).collect::<Result<_, _>>()?;
        Ok((workspace, batches.collect(), logos))
    }
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    let byte = |[high, low]: &[u8; 2]| Some(digit(high)? << 4 | digit(low)?);
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

/// As [`press::logo_png`] draws them: nothing else is ever kept.
fn is_logo(png: &[u8]) -> bool {
    let side = |at: usize| png.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_be_bytes);
    let is_small = |at: usize| side(at).is_some_and(|pixels| (1..=256).contains(&pixels));
    png.len() <= press::LOGO_BYTES_MAX
        && png.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        && is_small(16)
        && is_small(20)
}

/// The path of a key that what was read does not have: reading leaves it out in silence.
fn unknown(found: &Value, known: &Value, path: &str) -> Option<String> {
    match (found, known) {
        (Value::Object(found), Value::Object(known)) => found.iter().find_map(|(key, value)| {
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match known.get(key) {
                Some(known) => unknown(value, known, &path),
                None => Some(path),
            }
        }),
        (Value::Array(found), Value::Array(known)) => {
            found.iter().zip(known).find_map(|(found, known)| unknown(found, known, path))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::rehearsal::Rehearsal;

    /// The head of a PNG of that size; no more of it is looked at.
    fn png(width: u32, height: u32) -> String {
        let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        digits(&[head.as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), &[8, 6]].concat())
    }

    #[test]
    fn a_workspace_is_read_whole_or_not_at_all() {
        type Change = fn(&mut Value, &str);
        let cases: [(Change, Option<&str>); 10] = [
            (|_, _| (), None),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": png(256, 1) }]), None),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": png(257, 1) }]), Some("no PNG")),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": png(0, 9) }]), Some("no PNG")),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": "3c7376673e" }]), Some("no PNG")),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": png(9, 9) + "a" }]), Some("pairs")),
            (|value, us| value["logos"] = json!([{ "organization": us, "png": png(9, 9) + "+a" }]), Some("pairs")),
            (|value, _| value["more"] = json!(1), Some("'more'")),
            (|value, _| value["workspace"]["people_too"] = json!([]), Some("'workspace.people_too'")),
            (
                |value, _| value["workspace"]["organizations"][0]["Notes"] = json!("x"),
                Some("'workspace.organizations.Notes'"),
            ),
        ];
        let rehearsal = Rehearsal::new();
        let out = rehearsal.folder.path().join("plan.json");
        rehearsal.app.export_workspace(&rehearsal.window, &out).unwrap();
        let written: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
        let us = written["workspace"]["settings"]["us"].as_str().unwrap();
        for (number, (change, expect)) in cases.into_iter().enumerate() {
            let mut value = written.clone();
            change(&mut value, us);
            std::fs::write(&out, value.to_string()).unwrap();
            let path = rehearsal.folder.path().join(format!("{number}.ecotone"));
            let window = WindowId(number.to_string());
            match (rehearsal.app.create_from(&window, &path, &out), expect) {
                (Ok(()), None) => {
                    rehearsal.app.export_workspace(&window, &out).unwrap();
                    let again: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
                    assert_eq!(again, value, "{number}");
                }
                (Err(error), Some(expect)) => assert!(error.message.contains(expect), "{}", error.message),
                (found, expect) => panic!("{number}: {found:?} instead of {expect:?}"),
            }
        }
    }
}
