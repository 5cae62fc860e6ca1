//! A desktop of the test's own: display, window manager, D-Bus, notification service.

use crate::notifier;
use crate::process::Process;
use crate::wait::{SOON, until};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The desktop. Its parts are ended in this order: the last started first.
pub struct Desktop {
    _notifications: Option<Process>,
    _windows: Process,
    _bus: Process,
    _screen: Process,
    display: String,
    bus: String,
    folder: TempDir,
}

impl Desktop {
    /// Starts it with dunst for its notifications, and waits until it is there.
    pub async fn start() -> Desktop {
        let mut desktop = Desktop::without_notifications();
        let settings = write_settings(desktop.folder.path());
        let mut dunst = desktop.command("dunst");
        let dunst = Process::start(dunst.arg("-config").arg(settings).stdout(Stdio::null()).stderr(Stdio::null()));
        desktop._notifications = Some(dunst);
        until("the notification service answers", SOON, async || desktop.dunst("is-paused")).await;
        desktop
    }

    /// Starts it with xfce4-notifyd for its notifications.
    pub async fn with_xfce() -> Desktop {
        let mut desktop = Desktop::without_notifications();
        let program = format!("/usr/lib/{}-linux-gnu/xfce4/notifyd/xfce4-notifyd", std::env::consts::ARCH);
        let mut xfce = desktop.command(program);
        desktop._notifications = Some(Process::start(xfce.stdout(Stdio::null()).stderr(Stdio::null())));
        until("the notification service answers", SOON, async || notifier::answers(&desktop).await).await;
        desktop
    }

    /// Starts it with nothing that shows notifications.
    pub fn without_notifications() -> Desktop {
        let folder = tempfile::tempdir().expect("a folder for the desktop");
        let (screen, number) = Process::start_and_hear(
            // -r: a key that was down when whoever typed was ended does not repeat for ever.
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-r"])
                .stderr(Stdio::null()),
        );
        let display = format!(":{number}");
        let (bus_process, bus) = Process::start_and_hear(
            Command::new("dbus-daemon")
                .args(["--nofork", "--nopidfile", "--print-address=1"])
                .arg(format!("--config-file={}", write_bus_settings(folder.path()).display()))
                .env("DISPLAY", &display)
                .stderr(Stdio::null()),
        );
        let on_it = |program: &str| {
            let mut command = Command::new(program);
            command.env("DISPLAY", &display).env("DBUS_SESSION_BUS_ADDRESS", &bus).stderr(Stdio::null());
            command
        };
        let windows = Process::start(on_it("openbox").stdout(Stdio::null()));
        Desktop { _notifications: None, _windows: windows, _bus: bus_process, _screen: screen, display, bus, folder }
    }

    /// A program on this desktop, with settings of nobody's.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            // Whatever the computer itself tells is none of the test's.
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.bus)
            .env("HOME", self.folder.path())
            .env("LC_ALL", "C.UTF-8")
            .env("TZ", "UTC")
            .env("GSETTINGS_BACKEND", "memory")
            .env("GIO_USE_VFS", "local")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_CONFIG_HOME");
        command
    }

    /// The address of its bus.
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// Starts Kept on that office beside whatever runs already, as a person or a telephone does; gives its success once it
    /// has ended.
    pub async fn kept(&self, home: &Path, words: &[&str]) -> bool {
        let mut command = self.command(env!("CARGO_BIN_EXE_kept"));
        command.arg("--home").arg(home).args(words).stdin(Stdio::null());
        let ended = tokio::process::Command::from(command).kill_on_drop(true).status();
        let status = tokio::time::timeout(SOON, ended).await.expect("the second start ends by itself");
        status.expect("it can be started").success()
    }

    /// A folder that goes with the desktop.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Title and text of the notifications shown so far, in order.
    pub fn notified(&self) -> Vec<String> {
        let said = fs::read_to_string(self.folder.path().join("shown")).unwrap_or_default();
        said.lines().map(str::to_owned).collect()
    }

    /// How many notifications stand on the screen.
    pub fn standing(&self) -> usize {
        self.dunst("count displayed").and_then(|n| n.parse().ok()).unwrap_or_default()
    }

    /// Presses the button of that label on the notification, by the service's own menu.
    pub fn press(&self, label: &str) {
        fs::write(self.folder.path().join("press"), format!("#{label} ")).expect("the choice is noted");
        self.dunst("context").expect("the service shows its menu");
    }

    /// Takes the notifications off the screen without an answer.
    pub fn put_notifications_away(&self) {
        self.dunst("close-all").expect("the service takes them away");
    }

    /// Presses the notification itself.
    pub fn press_notification(&self) {
        self.dunst("action 0").expect("the service takes the press");
    }

    /// Shows nothing more, or what waits to be shown. Whoever asks for a notification is told that all is well.
    pub fn pause_notifications(&self, paused: bool) {
        self.dunst(&format!("set-paused {paused}")).expect("the service is paused");
    }

    /// Where the notifications that xfce4-notifyd draws stand: x, y, width, height.
    pub fn drawn(&self) -> Vec<[i32; 4]> {
        let said = answer(self.command("xdotool").args(["search", "--onlyvisible", "--name", "^xfce4-notifyd$"]));
        said.unwrap_or_default().lines().filter_map(|id| self.geometry(id)).collect()
    }

    /// Presses a button of the only notification that xfce4-notifyd draws: `place` 0 is the rightmost. All are as wide as the
    /// widest of the three that Kept has.
    pub async fn press_drawn(&self, place: i32) {
        let [x, y, width, height] = until("the only notification stands", SOON, async || match *self.drawn() {
            [only] => Some(only),
            _ => None,
        })
        .await;
        let (x, y) = (x + width - 57 - 92 * place, y + height - 31);
        self.xdotool(&["mousemove", "--sync", &x.to_string(), &y.to_string(), "click", "1"]);
    }

    /// Presses the named keys, wherever the keyboard is.
    pub fn keys(&self, keys: &[&str]) {
        self.xdotool(&[&["key", "--clearmodifiers"], keys].concat());
    }

    /// Closes Kept's window as its cross does: the window manager asks it to.
    pub async fn close_window(&self) {
        until("Kept is in front", SOON, async || self.active_window().filter(|title| title == "Kept")).await;
        // Not by Alt+F4: two presses in about a hundred never became a question to the window, on a loaded machine.
        let asked = self.command("wmctrl").args(["-F", "-c", "Kept"]).status();
        assert!(asked.expect("wmctrl runs").success(), "the window manager is asked");
    }

    /// Types a text, wherever the keyboard is.
    pub fn type_text(&self, text: &str) {
        self.xdotool(&["type", "--clearmodifiers", "--delay", "10", text]);
    }

    /// Begins to type a text, wherever the keyboard is, with a pause after each letter; ends when this is dropped.
    pub fn start_typing(&self, text: &str, pace_ms: usize) -> Process {
        let mut typing = self.command("xdotool");
        typing.args(["type", "--clearmodifiers", "--delay", &pace_ms.to_string(), text]);
        Process::start(&mut typing)
    }

    /// Ends Kept on that office as no program can hinder.
    pub fn kill(&self, home: &Path) {
        self.signal(home, "KILL");
    }

    /// Sends the oldest Kept on that office a signal.
    pub fn signal(&self, home: &Path, name: &str) {
        let pid = self.pid(home).expect("Kept runs on that office");
        assert!(self.command("kill").args(["-s", name, &pid]).status().is_ok_and(|s| s.success()), "kill {pid}");
    }

    /// The number of the oldest Kept that runs on that office.
    pub fn pid(&self, home: &Path) -> Option<String> {
        let words = format!("{} --home {}", env!("CARGO_BIN_EXE_kept"), home.display());
        answer(self.command("pgrep").args(["--oldest", "--full", &format!("^{words}")]))
    }

    /// Starts Kept on that office without a driver, so that it can be ended as anything ends a program.
    pub fn start_kept(&self, home: &Path, now: &str, words: &[&str]) -> Process {
        let mut command = self.command(env!("CARGO_BIN_EXE_kept"));
        command.arg("--home").arg(home).args(["--now", now]).args(words);
        Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))
    }

    /// Whether the window's place in the desktop's bar is marked.
    pub fn asks_for_attention(&self) -> bool {
        let ids = answer(self.command("xdotool").args(["search", "--name", "^Kept$"])).unwrap_or_default();
        ids.lines().any(|id| {
            answer(self.command("xprop").args(["-id", id, "_NET_WM_STATE", "WM_HINTS"]))
                .is_some_and(|said| said.contains("DEMANDS_ATTENTION") || said.contains("urgency"))
        })
    }

    fn xdotool(&self, words: &[&str]) {
        assert!(self.command("xdotool").args(words).status().expect("xdotool runs").success(), "xdotool {words:?}");
    }

    /// The title of the window that has the keyboard.
    pub fn active_window(&self) -> Option<String> {
        answer(self.command("xdotool").args(["getactivewindow", "getwindowname"]))
    }

    /// The titles of the windows that can be seen, minimised and hidden ones left out.
    pub fn windows(&self) -> Vec<String> {
        let found =
            answer(self.command("xdotool").args(["search", "--onlyvisible", "--name", "^Kept"])).unwrap_or_default();
        found.lines().filter_map(|id| answer(self.command("xdotool").args(["getwindowname", id]))).collect()
    }

    /// Where the window of that title stands, and its size: x, y, width, height.
    pub fn place(&self, title: &str) -> Option<[i32; 4]> {
        let id = answer(self.command("xdotool").args(["search", "--onlyvisible", "--name", &format!("^{title}$")]))?;
        self.geometry(id.lines().last()?)
    }

    fn geometry(&self, id: &str) -> Option<[i32; 4]> {
        let said = answer(self.command("xdotool").args(["getwindowgeometry", "--shell", id]))?;
        let value = |name: &str| {
            said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')).and_then(|n| n.parse().ok())
        };
        Some([value("X")?, value("Y")?, value("WIDTH")?, value("HEIGHT")?])
    }

    /// Takes a picture of the whole screen.
    pub fn picture(&self, name: &str) {
        let folder = target().join("screens");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let taken = self.command("import").args(["-window", "root"]).arg(folder.join(format!("{name}.png"))).status();
        // Not in a panic's way: a picture that is missing is said, and fails nothing by itself.
        if !taken.is_ok_and(|status| status.success()) {
            eprintln!("the picture {name} could not be taken");
        }
    }

    fn dunst(&self, words: &str) -> Option<String> {
        answer(self.command("dunstctl").args(words.split(' ')))
    }
}

/// What it says, if it succeeds.
fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where pictures and builds go.
fn target() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_kept"));
    program.ancestors().nth(2).expect("the program lies in target/debug").to_owned()
}

/// A bus that starts no service by itself: a second notification service would take the first one's place.
fn write_bus_settings(folder: &Path) -> PathBuf {
    let settings = folder.join("bus.conf");
    let text = format!(
        "<busconfig><type>session</type><listen>unix:dir={}</listen><policy context=\"default\">\
         <allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/>\
         </policy></busconfig>\n",
        folder.display()
    );
    fs::write(&settings, text).expect("the bus's settings");
    settings
}

/// The notification service writes down what it shows, and picks from its menu what `press` names.
fn write_settings(folder: &Path) -> PathBuf {
    let script = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("a script");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a program");
        file
    };
    let shown =
        script("note", &format!("#!/bin/sh\necho \"$DUNST_SUMMARY: $DUNST_BODY\" >> {}/shown\n", folder.display()));
    let menu = script("menu", &format!("#!/bin/sh\ngrep -m1 -F -f {}/press\n", folder.display()));
    let settings = folder.join("dunstrc");
    let text = format!(
        "[global]\nfont = Sans 11\nformat = \"<b>%s</b>\\n%b\"\nwidth = 380\noffset = 20x60\ndmenu = {}\nframe_color = \"#0b5f57\"\n\
         separator_color = frame\n[urgency_normal]\nbackground = \"#ffffff\"\nforeground = \"#1c1b19\"\n\
         [all]\nsummary = \"*\"\nscript = {}\n",
        menu.display(),
        shown.display()
    );
    fs::write(&settings, text).expect("the service's settings");
    settings
}
