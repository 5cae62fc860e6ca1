//! System libraries and programs, through apt where there is one.

use crate::command::{answer, on_path, program, run, say};
use anyhow::{Result, bail};
use std::process::Stdio;

/// What the window needs to be built.
pub const TO_BUILD: &[&str] = &[
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "libxdo-dev",
    "libssl-dev",
    "build-essential",
    "pkg-config",
    "file",
    "curl",
];

/// What the tests need besides: a display, a desktop's services, and a browser.
pub const TO_TEST: &[&str] = &[
    "xvfb",
    "dbus",
    "dbus-x11",
    "dunst",
    "xfce4-notifyd",
    "webkit2gtk-driver",
    "imagemagick",
    "x11-utils",
    "xdotool",
    "wmctrl",
    "openbox",
    "chromium",
];

/// Installs those that are missing; on Linux without apt says what is needed, elsewhere does nothing.
///
/// # Errors
/// Where apt does not install them.
pub fn install(packages: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if on_path("dpkg-query").is_none() || on_path("apt-get").is_none() {
        say(&format!(
            "This system has no apt: the counterparts of these Debian packages are needed: {}",
            packages.join(" ")
        ));
        return Ok(());
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    // An older list of packages names files that are no longer there.
    apt(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(&missing);
    apt(&install)
}

fn is_installed(package: &str) -> bool {
    let mut query = program("dpkg-query");
    answer(query.args(["--show", "--showformat=${db:Status-Status}", package])).as_deref() == Some("installed")
}

fn apt(args: &[&str]) -> Result<()> {
    let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"];
    words.extend(args);
    let is_root = answer(program("id").arg("-u")).as_deref() == Some("0");
    if !is_root {
        if on_path("sudo").is_none() {
            bail!("Packages are missing, and there is no sudo to install them with. As root, run: {}", words.join(" "));
        }
        words.insert(0, "sudo");
    }
    say(&words.join(" "));
    let Some((first, rest)) = words.split_first() else { return Ok(()) };
    // sudo may ask for the password.
    let mut command = program(first);
    command.args(rest).stdin(if is_root { Stdio::null() } else { Stdio::inherit() });
    run(&mut command, "apt did not install what is missing")
}
