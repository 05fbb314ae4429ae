//! Backups: whole copies in a folder that the host gives, each opened once before it counts.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp, civil::DateTime, tz::TimeZone};

use crate::{StoreError, WorkspaceFile, copy, holder::real_path, migrate::MIGRATIONS, open::look, thin::kept};

/// How long a change waits for its backup while the file stays open.
const WAIT: SignedDuration = SignedDuration::from_mins(10);

/// The form of the time that a backup's name begins with.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Where backups go.
#[derive(Debug, Clone)]
pub struct BackupPolicy {
    /// A folder of this program among the user's data, never beside the file: people copy and mail that one. Each
    /// workspace gets a folder of its own inside.
    pub folder: PathBuf,
}

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum BackupReason {
    Close,
    Timer,
    Import,
    Merge,
    Migration,
    Erase,
}

impl BackupReason {
    fn word(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::Timer => "timer",
            Self::Import => "import",
            Self::Merge => "merge",
            Self::Migration => "migration",
            Self::Erase => "erase",
        }
    }
}

/// A backup that lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where.
    pub path: PathBuf,
    /// When it was made.
    pub time: Timestamp,
}

impl WorkspaceFile {
    /// Makes a backup now and thins out the older ones. Answers with its path; none when the host gave no folder.
    pub fn backup_now(&mut self, reason: BackupReason, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        let Some(policy) = &self.backups else {
            self.changed_since = None;
            return Ok(None);
        };
        let folder = folder_of(policy, &self.path);
        make_private_folder(&folder).map_err(|error| StoreError::io(&folder, &error))?;
        let target = free_name(&folder, reason, now);
        copy::write(&self.connection, &target, false)?;
        self.changed_since = None;
        thin_out(&backups_in(&folder), now);
        Ok(Some(target))
    }

    /// Makes a backup when ten minutes have passed since the first change that none holds yet. A [`crate::Handle`] calls
    /// it by itself.
    pub fn backup_if_due(&mut self, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
        match self.changed_since {
            Some(since) if now.duration_since(since) >= WAIT => self.backup_now(BackupReason::Timer, now),
            _ => Ok(None),
        }
    }
}

/// The backups of the workspace at `path`, newest first.
pub fn backups(policy: &BackupPolicy, path: &Path) -> Vec<Backup> {
    backups_in(&folder_of(policy, path))
}

/// The newest backup that passes every check.
pub(crate) fn newest_good(policy: &BackupPolicy, path: &Path) -> Option<PathBuf> {
    backups(policy, path).into_iter().map(|backup| backup.path).find(|path| look(path, MIGRATIONS).is_ok())
}

/// Removes a backup, and says so when that fails.
pub(crate) fn remove(backup: &Backup) -> Result<(), StoreError> {
    std::fs::remove_file(&backup.path).map_err(|error| StoreError::io(&backup.path, &error))
}

/// One folder for each place that a workspace lies at: readable by its name, told apart by a hash of its whole path.
fn folder_of(policy: &BackupPolicy, path: &Path) -> PathBuf {
    let real = real_path(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let hash = blake3::hash(real.as_os_str().as_encoded_bytes()).to_hex();
    let stem = real.file_stem().unwrap_or_default().to_string_lossy();
    let plain: String = stem.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    policy.folder.join(format!("{plain}-{}", &hash[..16]))
}

fn backups_in(folder: &Path) -> Vec<Backup> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let (time, _) = name.strip_suffix(".ecotone")?.split_once('-')?;
            let time = DateTime::strptime(TIME, time).ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp();
            Some(Backup { path: entry.path(), time })
        })
        .collect();
    found.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| b.path.cmp(&a.path)));
    found
}

/// The number tells backups of the same second apart and sorts them.
fn free_name(folder: &Path, reason: BackupReason, now: Timestamp) -> PathBuf {
    let same_second = backups_in(folder).into_iter().filter(|backup| backup.time.as_second() == now.as_second());
    let number = |backup: Backup| backup.path.file_stem()?.to_str()?.split('-').nth(1)?.parse::<u32>().ok();
    let number = same_second.filter_map(number).max().unwrap_or(0) + 1;
    folder.join(format!("{}-{number}-{}.ecotone", now.strftime(TIME), reason.word()))
}

/// A backup that cannot be removed stays; that is no reason to fail a step.
fn thin_out(newest_first: &[Backup], now: Timestamp) {
    let times: Vec<Timestamp> = newest_first.iter().map(|backup| backup.time).collect();
    for (backup, _) in newest_first.iter().zip(kept(&times, now)).filter(|(_, keep)| !keep) {
        let _ = remove(backup);
    }
}

#[cfg(unix)]
fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)
}
