//! Files that are no workspace, are newer, damaged or planted: each is refused in words and left as it is.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use rusqlite::Connection;
use store::{StoreError, WorkspaceFile};
use tempfile::TempDir;

use crate::sample::{blank, file_with, full, origin};

/// A closed workspace file.
fn closed() -> (TempDir, PathBuf) {
    let (folder, file) = file_with(&full(false));
    file.close(origin().now).unwrap();
    let path = folder.path().join("plan.ecotone");
    (folder, path)
}

/// A closed workspace file after some SQL of another program.
fn after(sql: &str) -> (TempDir, PathBuf) {
    let (folder, path) = closed();
    Connection::open(&path).unwrap().execute_batch(sql).unwrap();
    (folder, path)
}

/// Every file of a folder with its bytes.
fn bytes_in(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect()
}

/// Refused, with nothing in its folder touched.
fn refusal(path: &Path) -> StoreError {
    let before = bytes_in(path.parent().unwrap());
    let error = WorkspaceFile::open(path, None).unwrap_err();
    assert_eq!(bytes_in(path.parent().unwrap()), before, "a refused file was touched: {error}");
    error
}

#[test]
fn what_is_no_workspace_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b); PRAGMA user_version = 1").unwrap();
    fs::create_dir(folder.path().join("folder")).unwrap();
    for (path, expect) in [
        (
            file("notes.txt", b"Dear diary, this is a text that is somewhat longer than a header of a database is."),
            "not an Ecotone workspace (file is not a database)",
        ),
        (file("empty.ecotone", b""), "not an Ecotone workspace (it does not carry Ecotone's mark)"),
        (file("short.ecotone", b"SQLite format 3\0"), "not an Ecotone workspace"),
        (other, "not an Ecotone workspace (it does not carry Ecotone's mark)"),
        (folder.path().join("folder"), "is a folder, not a workspace: choose a file that ends in .ecotone"),
        (folder.path().join("nowhere.ecotone"), "does not exist: check the name, or make a new workspace there"),
    ] {
        let sentence = refusal(&path).to_string();
        assert!(sentence.contains(expect), "{sentence}");
        assert!(sentence.contains(path.to_str().unwrap()), "{sentence} does not name the file");
    }
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let (_folder, path) = after("PRAGMA user_version = 99");
    let error = refusal(&path);
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("update Ecotone to open it; the file was left as it is"));
}

#[test]
fn an_altered_schema_is_refused() {
    for (sql, expect) in [
        ("PRAGMA application_id = 7", "does not carry Ecotone's mark"),
        ("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM organization; END", "unexpected: trigger t person"),
        ("CREATE VIEW v AS SELECT 1", "unexpected: "),
        ("CREATE TABLE extra (a TEXT)", "unexpected: "),
        ("CREATE VIRTUAL TABLE f USING fts5(a)", "unexpected: "),
        ("CREATE INDEX i ON person (name)", "unexpected: index"),
        ("DROP INDEX touch_by_deal", "missing: index"),
        ("ALTER TABLE person ADD COLUMN extra TEXT", "unexpected: column person"),
        ("ALTER TABLE person ADD COLUMN extra TEXT AS (name || '!')", "unexpected: column person"),
        ("ALTER TABLE scene DROP COLUMN notes_audience", "unexpected: table scene"),
        (
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = replace(sql, 'REFERENCES organization (id)', 'REFERENCES organization (id) ON DELETE CASCADE') WHERE name = 'contact'",
            "unexpected: key contact",
        ),
    ] {
        let (_folder, path) = after(sql);
        let sentence = refusal(&path).to_string();
        assert!(sentence.contains(expect), "{sql}: {sentence}");
    }
}

#[test]
fn rows_that_no_program_of_ours_writes_are_refused() {
    for (sql, expect) in [
        ("UPDATE contact SET organization = 'x'", "a row of contact points to a missing row of organization"),
        (
            "UPDATE motion SET status = 'soon'",
            "the table motion holds 'soon' in status instead of a word for MotionStatus",
        ),
        ("UPDATE person SET name = ''", "the table person holds '' in name instead of a name"),
        ("UPDATE touch SET date = 'May'", "the table touch holds 'May' in date instead of a day as YYYY-MM-DD"),
        ("UPDATE placement SET x = 9e999", "the table placement holds inf in x instead of a number"),
        ("UPDATE touch SET id = upper(id)", "instead of a UUID in lower case"),
        ("UPDATE view SET settings = x'00'", "datatype"),
        ("DELETE FROM settings", "there is no settings"),
        ("UPDATE history SET kind = 'again'", "the table history holds 'again' in kind"),
    ] {
        let (_folder, path) = closed();
        let other = Connection::open(&path).unwrap();
        if let Err(error) = other.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")) {
            assert!(error.to_string().contains("BLOB value in TEXT column"), "{sql}: {error}");
            continue;
        }
        drop(other);
        let sentence = refusal(&path).to_string();
        assert!(sentence.contains(expect), "{sql}: {sentence}");
        assert!(sentence.contains("is damaged"), "{sql}: {sentence}");
    }
}

#[test]
fn statistics_and_a_foreign_journal_mode_do_no_harm() {
    let (folder, path) = after("ANALYZE; PRAGMA journal_mode = WAL; UPDATE person SET name = 'Eve'");
    let file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.read().unwrap().people[0].name.as_str(), "Eve");
    drop(file);
    let left: Vec<PathBuf> = bytes_in(folder.path()).into_keys().collect();
    assert_eq!(left, std::slice::from_ref(&path), "nothing is left beside the file");
    let mode: String =
        Connection::open(&path).unwrap().pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "delete");
}

#[test]
fn a_truncated_file_is_refused() {
    let (_folder, path) = closed();
    let whole = fs::read(&path).unwrap();
    for length in [100, 512, 4096, 4097, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let error = refusal(&path);
        assert!(matches!(error, StoreError::Damaged { .. } | StoreError::NotAWorkspace { .. }), "{length}: {error}");
    }
}

/// Whatever byte is flipped, the file is refused or opens and works; it never takes the program down.
#[test]
fn flipped_bytes_are_survived() {
    let (_folder, path) = closed();
    let whole = fs::read(&path).unwrap();
    let (mut refused, mut opened) = (0, 0);
    let mut seed = 7_u64;
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..8 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = usize::try_from(seed >> 33).unwrap() % bytes.len();
            bytes[place] ^= 1 << (seed >> 29 & 7);
        }
        fs::write(&path, &bytes).unwrap();
        match WorkspaceFile::open(&path, None) {
            Ok(mut file) => {
                opened += 1;
                let _ = crate::sample::add(&mut file, 100);
                let _ = file.undo(&origin());
                let _ = file.history();
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 20, "{refused} refused, {opened} opened");
}

/// A file with an unfinished transaction and its journal, as a power cut leaves them.
fn hot() -> (TempDir, PathBuf, String) {
    let (folder, path) = closed();
    let file = WorkspaceFile::open(&path, None).unwrap();
    let hash = file.content_hash().unwrap();
    drop(file);
    let copy = folder.path().join("cut");
    fs::create_dir(&copy).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("PRAGMA cache_size = 2; BEGIN; UPDATE organization SET notes = hex(randomblob(9000)); UPDATE person SET name = 'Mallory'; UPDATE motion SET objective = hex(randomblob(9000)); UPDATE view SET settings = hex(randomblob(9000))").unwrap();
    for name in ["plan.ecotone", "plan.ecotone-journal"] {
        fs::copy(folder.path().join(name), copy.join(name)).unwrap();
    }
    (folder, copy.join("plan.ecotone"), hash)
}

#[test]
fn a_hot_journal_is_rolled_back() {
    let (_folder, path, hash) = hot();
    let glance = Connection::open_with_flags(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let refused = glance.query_row("SELECT name FROM person", [], |row| row.get::<_, String>(0)).unwrap_err();
    assert_eq!(refused.sqlite_error().unwrap().extended_code, 776, "the journal is not hot: the test tests nothing");
    drop(glance);
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.content_hash().unwrap(), hash);
    crate::sample::add(&mut file, 100).unwrap();
    file.close(origin().now).unwrap();
    assert_eq!(bytes_in(path.parent().unwrap()).len(), 1, "nothing is left beside the file");
}

#[test]
fn a_file_whose_rollback_gives_no_workspace_is_refused_with_its_journal_untouched() {
    let (_folder, path, _) = hot();
    let journal = path.with_file_name("plan.ecotone-journal");
    let mut bytes = fs::read(&journal).unwrap();
    // The first page's old content begins after the header sector and the page number. Its header is broken, and the
    // checksum of that record made to fit again.
    let (start, page) = (512 + 4, 4096);
    let nonce = u32::from_be_bytes(bytes[12..16].try_into().unwrap());
    let first = (512..bytes.len()).step_by(page + 8).find(|place| bytes[*place..*place + 4] == [0, 0, 0, 1]);
    let start = first.map_or(start, |place| place + 4);
    bytes[start + 60..start + 72].fill(0xEE);
    let sum = (1..=20_usize)
        .map(|number| page.saturating_sub(200 * number))
        .filter(|place| *place > 0)
        .fold(nonce, |sum, place| sum.wrapping_add(u32::from(bytes[start + place])));
    bytes[start + page..start + page + 4].copy_from_slice(&sum.to_be_bytes());
    fs::write(&journal, &bytes).unwrap();
    let error = refusal(&path);
    assert!(error.to_string().contains("does not carry Ecotone's mark"), "{error}");
}

#[test]
fn a_journal_that_names_another_file_is_refused() {
    let (folder, path) = closed();
    let victim = folder.path().join("victim");
    fs::write(&victim, b"precious").unwrap();
    let mut journal = vec![0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    journal.resize(600, 0);
    journal.extend([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    fs::write(folder.path().join("plan.ecotone-journal"), journal).unwrap();
    assert!(refusal(&path).to_string().contains("its journal names another file"));
}

/// A changeset that was planted in the history cannot rewrite it.
#[test]
fn a_planted_changeset_does_not_reach_the_history() {
    let (_folder, path) = closed();
    let other = Connection::open(&path).unwrap();
    let mut session = rusqlite::session::Session::new(&other).unwrap();
    session.attach(Some("history")).unwrap();
    other.execute("UPDATE history SET author = 'Mallory'", []).unwrap();
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset).unwrap();
    drop(session);
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&changeset).unwrap();
    let planted =
        "INSERT INTO history SELECT 2, kind, NULL, command, args, 'Planted', author, time, 1, ?1 FROM history";
    other.execute(planted, [packer.finish().unwrap()]).unwrap();
    drop(other);
    let mut file = WorkspaceFile::open(&path, None).unwrap();
    assert_eq!(file.can_undo().as_deref(), Some("Planted"));
    assert!(matches!(file.undo(&origin()), Err(StoreError::UndoConflict { .. })));
    assert_eq!(file.history().unwrap()[0].author, "Mallory");
}

#[test]
fn a_new_file_is_made_whole_or_not_at_all() {
    let (folder, path) = closed();
    let create = |path: &Path| WorkspaceFile::create(path, &blank(), &origin(), None);
    assert!(matches!(create(&path), Err(StoreError::Exists { .. })));
    assert!(matches!(create(folder.path()), Err(StoreError::Exists { .. })));
    assert!(matches!(create(&folder.path().join("no/plan.ecotone")), Err(StoreError::NotFound { .. })));
    let mut broken = blank();
    broken.organizations.clear();
    let dangling = WorkspaceFile::create(&folder.path().join("new.ecotone"), &broken, &origin(), None).unwrap_err();
    assert!(dangling.to_string().starts_with("a settings points to an organization"), "{dangling}");
    fs::write(folder.path().join("old.ecotone-journal"), b"left over").unwrap();
    assert!(matches!(create(&folder.path().join("old.ecotone")), Err(StoreError::Exists { .. })));
    assert_eq!(bytes_in(folder.path()).len(), 2, "nothing new lies in the folder");
}

#[test]
fn a_write_protected_file_is_refused() {
    let (_folder, path) = closed();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    // Root may write all the same.
    match WorkspaceFile::open(&path, None) {
        Ok(mut file) => crate::sample::add(&mut file, 100).unwrap(),
        Err(error) => assert!(matches!(error, StoreError::ReadOnly { .. }), "{error}"),
    }
}
