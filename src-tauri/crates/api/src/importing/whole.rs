//! A whole workspace as JSON, and back. The format: `schema` (1), `format` (`ecotone workspace`), `workspace` (every list
//! by its name, rows as objects in the order of their ids), `import_batches` (imported files with their rows as CSV) and
//! `logos` (organization and PNG as hexadecimal digits). What reads it refuses fields that are missing.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use domain::{ImportBatch, OrganizationId, OrganizationLogo, Workspace};
use serde::{Deserialize, Serialize};

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
            let png = bytes(&logo.png).ok_or("a logo is not written in hexadecimal digits")?;
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
    let pairs = digits.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
