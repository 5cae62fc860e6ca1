//! How every connection is set, each setting with its reason.

use crate::error::{Code, Error, Result};
use rusqlite::{Connection, config::DbConfig, limits::Limit};

/// Marks a file as Kept's ("Kept" in ASCII).
pub(crate) const APPLICATION_ID: i32 = 0x4B65_7074;

/// The oldest SQLite that is safe: before 3.51.3 a checkpoint race drops committed data, CVEs until 3.53.3.
const OLDEST_SQLITE: i32 = 3_053_004;

/// Pages of the log ahead at which a commit has to wait for them to reach their place: 64 MiB. An idle desk sees to it
/// long before, so that nobody waits.
pub(crate) const CHECKPOINT_PAGES: u32 = 16_384;

/// Refuses to work over a SQLite that is known to lose data.
pub(crate) fn assert_version() -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::new(Code::Storage, "This build carries a SQLite that may lose data; install a newer Kept."));
    }
    Ok(())
}

/// Settings of every connection.
pub(crate) fn set(connection: &Connection, cache_kib: i64) -> Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.set_prepared_statement_cache_capacity(128);
    // A foreign file may not run code or rewrite the schema behind our back.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // A plan once made is kept: otherwise a statement with `LIMIT ?` is planned anew at every call, for as long as it runs.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024)?;
    let settings = [
        ("foreign_keys", "ON".to_owned()),
        // A torn page is found when it is read, not when it has spread.
        ("cell_size_check", "ON".to_owned()),
        // What is erased leaves no trace in free pages.
        ("secure_delete", "ON".to_owned()),
        // Names never reach a temporary file.
        ("temp_store", "MEMORY".to_owned()),
        ("cache_size", format!("-{cache_kib}")),
        ("mmap_size", "0".to_owned()),
    ];
    for (name, value) in settings {
        connection.pragma_update(None, name, value)?;
    }
    Ok(())
}

/// Settings that belong to the file, made by the one that may write.
pub(crate) fn set_writer(connection: &Connection) -> Result<()> {
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::new(
            Code::Storage,
            "The data folder does not allow safe writing (no write-ahead log). Move it to a disk of this PC.",
        ));
    }
    // Every commit is on the disk before it is called saved: NORMAL loses acknowledged work at a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    connection.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
    Ok(())
}
