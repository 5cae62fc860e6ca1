//! Whether anything shows a tray here. A desktop may have none, or get one later, so it is asked each time.

/// Whether what is put into the tray can be seen. It asks the desktop, and waits for the answer for a second at most.
#[cfg(target_os = "linux")]
pub fn is_there() -> bool {
    use std::time::Duration;
    use zbus::blocking::{Proxy, connection::Builder};

    const WATCHER: &str = "org.kde.StatusNotifierWatcher";

    let look = || -> zbus::Result<bool> {
        let bus = Builder::session()?.method_timeout(Duration::from_secs(1)).build()?;
        let watcher = Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER)?;
        watcher.get_property("IsStatusNotifierHostRegistered")
    };
    // Most often nobody has that name: then there is no tray.
    look().unwrap_or(false)
}

/// Windows and macOS always have one.
#[cfg(not(target_os = "linux"))]
pub fn is_there() -> bool {
    true
}
