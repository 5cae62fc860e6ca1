//! Opening the office, step by step. The order matters: nothing touches the file before the lock, nothing writes to it
//! before its version is known. (A key, once there is one, is given between lock and version.)

use super::{
    Head, OfficeLock, WindowLock, database_file, file_error,
    folder::{prepare, restrict},
    identity::desk_id,
    list_backups,
    lock::opening,
    make_backup, pragmas, set_aside,
};
use crate::{
    error::{Code, Error, Result},
    id::Id,
    time::Timestamp,
};
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::{Path, PathBuf};

/// Each brings the file from the version before to its own, counted from 1.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001.sql"), include_str!("migrations/0002.sql")];

/// The version of the file this Kept writes.
pub(crate) const FILE_VERSION: u32 = MIGRATIONS.len() as u32;

/// Counted up whenever a cache's shape or meaning changes; opening then rebuilds them.
pub(crate) const CACHE_VERSION: &str = "8";

/// The caches, empty.
pub(crate) const CREATE_CACHES: &str = include_str!("cache.sql");

/// An office's file, opened.
pub(crate) struct Opened {
    pub(crate) home: PathBuf,
    pub(crate) desk: Id,
    pub(crate) writer: Connection,
    pub(crate) caches_stale: bool,
    pub(crate) _office: OfficeLock,
    pub(crate) _window: Option<WindowLock>,
}

/// Opens the office in `home`, making it when it is new. `window` names who opens the window, which there is one of.
pub(crate) fn open(home: &Path, now: Timestamp, random: u128, window: Option<&str>) -> Result<Opened> {
    pragmas::assert_version()?;
    let home = prepare(home)?;
    let window = window.map(|holder| WindowLock::take(&home, holder)).transpose()?;
    let office = OfficeLock::share(&home)?;
    let alone = opening(&home)?;
    let opened = open_file(&home, now);
    drop(alone);
    let (writer, caches_stale) = match opened {
        Ok(opened) => opened,
        Err(error) if error.code == Code::Damaged => {
            drop(office);
            return Err(report_damage(&home, now, &error));
        }
        Err(error) => return Err(error),
    };
    let desk = desk_id(&home, || Ok(Id::after(Id::ZERO, now, random)))?;
    Ok(Opened { home, desk, writer, caches_stale, _office: office, _window: window })
}

fn open_file(home: &Path, now: Timestamp) -> Result<(Connection, bool)> {
    let file = database_file(home);
    let noted = Head::read(home);
    if !file.exists() && noted.is_some_and(|head| head.count > 0) {
        return Err(Error::new(Code::Damaged, "The office's file is missing."));
    }
    let writer = connect(&file)?;
    check_version(&writer)?;
    pragmas::set(&writer, 16 * 1024)?;
    pragmas::set_writer(&writer)?;
    migrate(&writer, home, now)?;
    for name in ["kept.db", "kept.db-wal", "kept.db-shm"] {
        if home.join(name).exists() {
            restrict(&home.join(name), 0o600)?;
        }
    }
    let head = read_head(&writer)?;
    match noted {
        Some(noted) if noted.count > head.count => {
            let lost = noted.count - head.count;
            return Err(Error::new(
                Code::Damaged,
                format!("The last {lost} entries of the office's file are missing."),
            ));
        }
        _ => {}
    }
    let version: Option<String> =
        writer.query_row("SELECT value FROM setting WHERE name = 'cache_version'", [], |row| row.get(0)).optional()?;
    Ok((writer, version.as_deref() != Some(CACHE_VERSION)))
}

fn connect(file: &Path) -> Result<Connection> {
    if !file.exists() {
        // Made private before SQLite opens it, so that its companions are private too.
        match std::fs::File::create_new(file) {
            Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => return Err(file_error("Making", file, &e)),
            _ => restrict(file, 0o600)?,
        }
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    Ok(connection)
}

fn check_version(connection: &Connection) -> Result<()> {
    // One statement, so that all three are of one moment: another process may be making the office just now.
    let (application, version, tables): (i32, u32, i64) = connection.query_row(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version),
           (SELECT count(*) FROM sqlite_schema)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    if tables == 0 && version == 0 {
        return Ok(());
    }
    if application != pragmas::APPLICATION_ID {
        return Err(Error::new(
            Code::Storage,
            "The file kept.db in the data folder is not Kept's. Move it away, or choose another folder with --home.",
        ));
    }
    if version > FILE_VERSION {
        return Err(Error::new(
            Code::Newer,
            format!(
                "This office was last used by a newer Kept (file version {version}; this one reads up to {FILE_VERSION}). Install that version or a later one."
            ),
        ));
    }
    Ok(())
}

fn migrate(connection: &Connection, home: &Path, now: Timestamp) -> Result<()> {
    let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version == FILE_VERSION {
        return Ok(());
    }
    if version > 0 {
        make_backup(connection, home, now)?;
    }
    // Two first openings at once: the second waits here and finds it done.
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let migrated = (|| {
        let version: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        for migration in MIGRATIONS.iter().skip(version as usize) {
            connection.execute_batch(migration)?;
        }
        if version == 0 {
            connection.execute_batch(CREATE_CACHES)?;
            connection.execute("INSERT INTO setting (name, value) VALUES ('cache_version', ?1)", [CACHE_VERSION])?;
        }
        connection.pragma_update(None, "application_id", pragmas::APPLICATION_ID)?;
        connection.pragma_update(None, "user_version", FILE_VERSION)?;
        Ok(())
    })();
    connection.execute_batch(if migrated.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    migrated
}

/// How many events the file holds, and the last of them.
pub(crate) fn read_head(connection: &Connection) -> Result<Head> {
    let (count, last_id) =
        connection.query_row("SELECT coalesce(sum(count), 0), (SELECT max(id) FROM event) FROM chain", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<Id>>(1)?))
        })?;
    Ok(Head { count: count.unsigned_abs(), last_id: last_id.unwrap_or_default() })
}

/// How many events a closed file holds, and the last of them.
pub(crate) fn count_events(file: &Path) -> Result<Head> {
    read_head(&Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?)
}

/// Another connection to the file: it sees the last committed state and never waits for the writer.
pub(crate) fn read_connection(home: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(database_file(home), flags)?;
    pragmas::set(&connection, 16 * 1024)?;
    connection.pragma_update(None, "query_only", "ON")?;
    Ok(connection)
}

/// The names of the cache tables, as they stand in `cache.sql`.
pub(crate) fn schema_caches() -> impl Iterator<Item = &'static str> {
    CREATE_CACHES.lines().filter_map(|line| {
        let rest = line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("CREATE VIRTUAL TABLE "))?;
        rest.split([' ', '(']).next()
    })
}

/// Sets a damaged file aside and says what to do, so that nothing is lost and nothing opens empty in its place.
fn report_damage(home: &Path, now: Timestamp, damage: &Error) -> Error {
    let aside = OfficeLock::alone_among_commands(home).and_then(|_alone| set_aside(home, "damaged", now));
    let kept = match aside {
        Ok(Some(file)) => format!(" It was set aside as {}.", file.display()),
        Ok(None) => String::new(),
        Err(_) => " It was left where it is, because another program has it open.".to_owned(),
    };
    let next = match list_backups(home).into_iter().next() {
        Some(backup) => {
            format!(
                " The newest verified backup is of {}: restore it in the window or with `keptctl restore {}`.",
                backup.made_at,
                backup.file.display()
            )
        }
        None => {
            " There is no backup in the data folder: restore one from elsewhere with `keptctl restore FILE`.".to_owned()
        }
    };
    let said = damage.message.trim_end_matches(" Restore the newest backup.");
    Error::new(Code::Damaged, format!("{said}{kept}{next}"))
}
