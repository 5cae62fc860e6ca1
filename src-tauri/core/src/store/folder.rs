//! The data folder: private to its owner, on a disk of this PC, and nobody else's to copy about.

use super::file_error;
use crate::error::{Code, Error, Result};
use std::path::{Path, PathBuf};

/// Makes the folder, private (0700), after making sure that Kept can work there.
pub(crate) fn prepare(home: &Path) -> Result<PathBuf> {
    std::fs::create_dir_all(home).map_err(|e| file_error("Making the data folder", home, &e))?;
    let home = home.canonicalize().map_err(|e| file_error("Opening the data folder", home, &e))?;
    refuse_synced(&home)?;
    refuse_network(&home)?;
    restrict(&home, 0o700)?;
    Ok(home)
}

/// Writes a small private file (0600) by way of a temporary one, so that it is whole or not there.
pub(crate) fn write_private(file: &Path, content: &[u8]) -> Result<()> {
    let temporary = file.with_extension(format!("tmp{}", std::process::id()));
    std::fs::write(&temporary, content).map_err(|e| file_error("Writing", &temporary, &e))?;
    restrict(&temporary, 0o600)?;
    std::fs::rename(&temporary, file).map_err(|e| file_error("Writing", file, &e))
}

/// Takes away everybody else's access.
#[cfg(unix)]
pub(crate) fn restrict(path: &Path, mode: u32) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let now = std::fs::metadata(path).map_err(|e| file_error("Reading", path, &e))?.permissions().mode() & 0o777;
    if now == mode {
        return Ok(());
    }
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
        .map_err(|e| file_error("Making private", path, &e))
}

/// The user's profile folder is private on other systems.
#[cfg(not(unix))]
pub(crate) fn restrict(_path: &Path, _mode: u32) -> Result<()> {
    Ok(())
}

/// Folders that programs copy between computers: a database in one is torn sooner or later.
const SYNC_FOLDERS: &[(&str, &str)] = &[
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud drive", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("pcloud", "pCloud"),
    ("box sync", "Box"),
    ("megasync", "MEGA"),
    ("seafile", "Seafile"),
];

/// Files by which a sync program marks the folder it keeps.
const SYNC_MARKS: &[(&str, &str)] = &[
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "Nextcloud"),
];

fn refuse_synced(home: &Path) -> Result<()> {
    let refuse = |program: &str| {
        Err(Error::new(
            Code::Storage,
            format!(
                "The folder {} is kept by {program}, which would tear the office's file. Choose a folder of this PC with --home.",
                home.display()
            ),
        ))
    };
    for part in home.components() {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        let is =
            |name: &str| part == name || part.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '-', '(']));
        if let Some((_, program)) = SYNC_FOLDERS.iter().find(|(name, _)| is(name)) {
            return refuse(program);
        }
    }
    for folder in home.ancestors() {
        if let Some((_, program)) = SYNC_MARKS.iter().find(|(mark, _)| folder.join(mark).exists()) {
            return refuse(program);
        }
    }
    Ok(())
}

fn refuse_network(home: &Path) -> Result<()> {
    match network_file_system(home) {
        None => Ok(()),
        Some(kind) => Err(Error::new(
            Code::Storage,
            format!(
                "The folder {} lies on another computer ({kind}), where the office's file is not safe. Choose a folder of this PC with --home.",
                home.display()
            ),
        )),
    }
}

/// File systems that lie on another computer.
#[cfg(target_os = "linux")]
const NETWORK: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs",
    "davfs",
    "fuse.gvfsd-fuse",
];

/// The kind of network file system `home` lies on, by the mount that holds it; `None` on a disk of this PC.
#[cfg(target_os = "linux")]
fn network_file_system(home: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    network_mount(&mounts, home)
}

/// The kind of network file system that holds `home`, told from the lines of `/proc/self/mounts`.
#[cfg(target_os = "linux")]
pub(crate) fn network_mount(mounts: &str, home: &Path) -> Option<String> {
    let holds = |line: &str| {
        let mut columns = line.split(' ').skip(1);
        let (point, kind) = (columns.next()?, columns.next()?);
        let point = point.replace("\\040", " ").replace("\\011", "\t");
        home.starts_with(&point).then(|| (point.len(), kind.to_owned()))
    };
    let (_, kind) = mounts.lines().filter_map(holds).max_by_key(|(length, _)| *length)?;
    NETWORK.contains(&kind.as_str()).then_some(kind)
}

/// A path that names another computer.
#[cfg(not(target_os = "linux"))]
fn network_file_system(home: &Path) -> Option<String> {
    let path = home.to_string_lossy();
    let unc = path.strip_prefix(r"\\?\UNC\").or_else(|| path.strip_prefix(r"\\").filter(|rest| !rest.starts_with('?')));
    unc.map(|_| "a shared folder".to_owned())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_on_another_computer_is_told_by_its_mount() {
        let mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/office\\040share nfs4 rw 0 0\n";
        assert_eq!(network_mount(mounts, Path::new("/mnt/office share/kept")), Some("nfs4".into()));
        assert_eq!(network_mount(mounts, Path::new("/home/amy")), None);
    }

    #[test]
    fn a_folder_of_a_sync_program_is_refused_by_name() {
        let error = refuse_synced(Path::new("/home/amy/OneDrive - Hale Motors/kept")).unwrap_err();
        assert!(error.message.contains("OneDrive"), "{}", error.message);
        assert!(refuse_synced(Path::new("/home/dropboxer/kept")).is_ok());
    }
}
