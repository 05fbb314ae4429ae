//! Small files of this person: read whole, written beside and renamed.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{ErrorReply, Refusal};

/// A file's name without its folder.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Reads a JSON file; what is missing or no longer fits is as if it were new.
pub(crate) fn read_json<T: DeserializeOwned + Default>(path: &Path) -> T {
    std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Writes a JSON file.
pub(crate) fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<(), ErrorReply> {
    let bytes =
        serde_json::to_vec_pretty(value).map_err(|error| ErrorReply::from_error(Refusal::NotWritten, &error))?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| not_written(path, &error))?;
    }
    write_whole(path, &bytes)
}

/// Writes `bytes` beside `path` and renames, so that no reader ever meets half a file.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ErrorReply> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = Path::new(&beside);
    let written = std::fs::write(beside, bytes)
        .and_then(|()| std::fs::File::open(beside)?.sync_all())
        .and_then(|()| std::fs::rename(beside, path));
    written.map_err(|error| {
        // The half file is ours; when it cannot be removed there is nothing better to do than to report the cause.
        let _removed = std::fs::remove_file(beside);
        not_written(path, &error)
    })
}

pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> ErrorReply {
    let mut reply = ErrorReply::new(
        Refusal::NotWritten,
        format!("{} could not be written: choose another place, or make room and try again.", path.display()),
    );
    reply.detail = error.to_string();
    reply
}
