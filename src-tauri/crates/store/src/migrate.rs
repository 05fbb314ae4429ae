//! Numbered changes of the file's format. They only add tables and columns at the end, so that older changesets still
//! apply; one that does anything else is an undo barrier and says so.

use rusqlite::Connection;

/// One change of the format.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// The SQL. Never edited once released: a test compares its hash.
    pub sql: &'static str,
    /// Steps made before it can no longer be taken back.
    pub undo_barrier: bool,
}

/// All of them: the first makes format 1. Every file is made by running all.
pub(crate) const MIGRATIONS: &[Migration] = &[
    added(include_str!("migrations/0001_workspace.sql")),
    added(include_str!("migrations/0002_partner_page.sql")),
    added(include_str!("migrations/0003_identity.sql")),
    added(include_str!("migrations/0004_fit.sql")),
    added(include_str!("migrations/0005_relationships.sql")),
    added(include_str!("migrations/0006_not_duplicates.sql")),
    added(include_str!("migrations/0007_tasks.sql")),
    added(include_str!("migrations/0008_joint_work.sql")),
    added(include_str!("migrations/0009_outcomes.sql")),
    added(include_str!("migrations/0010_metric_library.sql")),
    added(include_str!("migrations/0011_uncertainty.sql")),
];

/// A change that only adds, so that older steps still can be taken back.
const fn added(sql: &'static str) -> Migration {
    Migration { sql, undo_barrier: false }
}

/// The newest format that `migrations` make.
pub(crate) fn newest(migrations: &[Migration]) -> i64 {
    numbered(migrations).map(|(number, _)| number).last().unwrap_or(0)
}

/// The format that a step must have been made in, at least, to be taken back in format `version`.
pub(crate) fn barrier(migrations: &[Migration], version: i64) -> i64 {
    numbered(migrations).filter(|(number, m)| *number <= version && m.undo_barrier).map(|(n, _)| n).last().unwrap_or(0)
}

/// Brings a database from format `from` to format `to`, each change in a transaction of its own.
pub(crate) fn run(connection: &Connection, migrations: &[Migration], from: i64, to: i64) -> rusqlite::Result<()> {
    for (number, migration) in numbered(migrations).filter(|(number, _)| (from + 1..=to).contains(number)) {
        let transaction = connection.unchecked_transaction()?;
        transaction.execute_batch(migration.sql)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Each with the format that it makes.
pub(crate) fn numbered(migrations: &[Migration]) -> impl Iterator<Item = (i64, &Migration)> {
    (1..).zip(migrations)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    /// The hashes of the released migrations: a new one adds a line, an old one never changes.
    #[test]
    fn released_migrations_are_never_edited() {
        let released = [
            "c19bcc52bbca6b89ab75275cbd735b23ae3a204f607a8faea06a1f34e6f5cc9f",
            "f6975419b53e85df0b1f7df90a0a889e57861defae19e93e7953749658466fae",
            "769b7f39f053114184e5cb5aa231ff56e3bc4aa72ec01311b5680bcaa26fe2b9",
            "265a0973e7e486c3d438f2e6db00466b4a7c166b3e93c6b273b7694972ae99df",
            "7e48463c2592f1fc1a49823e04e131063b71d680b65e33d1c3109bb9b173e493",
            "92521fe9fea02a5ac2e357a8c2cb039d484490c297713da69307894ca5531e95",
            "aa3b8b85c6f2a90679cac0f9670bd2068fce42633db7cd270e98728669214466",
            "8de28995d3f26f969fc04780b5e030a999e29864ede77cab830ede67bbc46f78",
            "01716729c61025a8e7e02f3d2e813523db8ceab26ca016f152a5504cc38e6c62",
            "2293efd280034d85e2351e3e87924b54f56b84caf74662f7029dc526d651b57f",
            "ee049150c823210e19e9575d84189bb82ce344d8c281f6650984bbc3f68179cd",
        ];
        // A checkout on Windows may have other line ends.
        let hash = |m: &Migration| blake3::hash(m.sql.replace('\r', "").as_bytes()).to_hex().to_string();
        assert_eq!(MIGRATIONS.iter().map(hash).collect::<Vec<_>>(), released);
    }

    fn newest_database() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        run(&connection, MIGRATIONS, 0, newest(MIGRATIONS)).unwrap();
        connection
    }

    fn texts(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    /// A table without these is silently left out of changesets, and so of undo.
    #[test]
    fn every_table_is_strict_with_a_primary_key_and_is_recorded() {
        let connection = newest_database();
        let tables = texts(&connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
        let mut recorded: Vec<&str> = schema::CONTENT.into_iter().chain(["history"]).collect();
        // Tables of later migrations stand after the history.
        recorded.sort_by_key(|table| tables.iter().position(|other| other == table));
        assert_eq!(tables, recorded);
        let loose =
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict";
        assert_eq!(texts(&connection, loose), Vec::<String>::new());
        for table in tables {
            let keys = format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE pk > 0 AND \"notnull\"");
            assert_ne!(texts(&connection, &keys), Vec::<String>::new(), "{table} has no primary key without NULL");
        }
        assert_eq!(texts(&connection, "SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')"), [""; 0]);
        let generated = "SELECT c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE c.hidden";
        assert_eq!(texts(&connection, generated), [""; 0]);
    }

    /// No pragma tells whether a key is deferred, so the text is counted.
    #[test]
    fn every_foreign_key_is_deferred_and_without_action() {
        let connection = newest_database();
        let actions = "SELECT DISTINCT f.on_update || ' / ' || f.on_delete
            FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'";
        assert_eq!(texts(&connection, actions), ["NO ACTION / NO ACTION"]);
        for migration in MIGRATIONS {
            let count = |word: &str| migration.sql.matches(word).count();
            assert_eq!(count("REFERENCES"), count("DEFERRABLE INITIALLY DEFERRED"));
        }
    }

    /// The metrics of a file that was made before there were any others, and those of one that is made today.
    #[test]
    fn an_older_file_gets_the_library_of_a_new_one() {
        let connection = Connection::open_in_memory().unwrap();
        run(&connection, MIGRATIONS, 0, 8).unwrap();
        let first = [
            "revenue",
            "pipeline",
            "sourced_revenue",
            "introductions",
            "affiliate_revenue",
            "affiliate_cost",
            "orders",
        ];
        let library = domain::Metric::built_in();
        let word = |value: serde_json::Value| value.as_str().unwrap().to_owned();
        for (metric, key) in library.iter().zip(first) {
            assert_eq!(metric.key.as_str(), key);
            let unit = word(serde_json::to_value(metric.unit).unwrap());
            let better = word(serde_json::to_value(metric.better).unwrap());
            let side = word(serde_json::to_value(metric.side).unwrap());
            let basis = word(serde_json::to_value(metric.basis).unwrap());
            connection
                .execute(
                    "INSERT INTO metric VALUES (?, ?, ?, ?, 'sum', ?, ?, 'As it was.', ?)",
                    (key, metric.name.as_str(), unit, better, side, basis, metric.position),
                )
                .unwrap();
        }
        let own =
            "INSERT INTO metric VALUES ('nps', 'NPS', 'count', 'higher', 'last', 'strategic', 'not_money', 'Ours.', 7)";
        connection.execute_batch(own).unwrap();
        run(&connection, MIGRATIONS, 8, newest(MIGRATIONS)).unwrap();
        let (own, built_in): (Vec<domain::Metric>, _) = crate::row::all(&connection)
            .unwrap()
            .into_iter()
            .partition(|metric: &domain::Metric| metric.key.as_str() == "nps");
        assert_eq!(built_in, library);
        assert_eq!((own.len(), own[0].origin.clone()), (1, domain::MetricOrigin::Measured));
    }

    /// Deleting an organization looks into every table that points to it.
    #[test]
    fn every_foreign_key_is_indexed() {
        let connection = newest_database();
        let bare = "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
            WHERE t.type = 'table' AND t.name NOT IN ('settings', 'history') AND NOT EXISTS (
              SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f.\"from\")";
        assert_eq!(texts(&connection, bare), [""; 0]);
    }
}
