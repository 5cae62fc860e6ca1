//! The desktop as the host sees it: the window's events, and notifications outside it.

use crate::answer;
use crate::badge;
use crate::notice::{Notices, Notification, Place};
use crate::tray::{Status, Tray};
use crate::window;
use kept_core::desk::Change;
use kept_core::reminder::{Notice, NoticeKind};
use kept_host::{Announced, Front, Host};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Weak};
use tauri::{AppHandle, Emitter, Manager};

/// The window and the notifications of this desktop.
pub struct Desktop {
    app: AppHandle,
    notices: Arc<Notices>,
}

impl Desktop {
    /// The desktop that `app` runs on, of the office in `home`; `name` tells the program from one on another office.
    pub fn new(app: AppHandle, name: &str, home: &Path) -> Self {
        let (desktop, notices) = (
            app.clone(),
            Arc::new_cyclic(|notices: &Weak<Notices>| {
                let notices = notices.clone();
                Notices::of(name, home, move |place, heard, about| {
                    if let Some(notices) = notices.upgrade() {
                        answer::take(&app, &notices, place, heard, about);
                    }
                })
            }),
        );
        Desktop { app: desktop, notices }
    }

    fn say(&self, notice: &Notice, sound: bool) -> Announced {
        let place = if notice.promises.is_empty() { Place::Test } else { Place::of(notice.kind) };
        let buttons = match notice.promises.as_slice() {
            [promise] if can_be_put_off(notice.kind) => answer::buttons(*promise).to_vec(),
            // Which of several promises would a button mean?
            _ => Vec::new(),
        };
        let (key, title, body) = (notice.key.clone(), notice.title.clone(), notice.body.clone());
        self.notices.show(Notification { place, key, title, body, buttons, sound }, Some(notice))
    }
}

/// Whether a notice is of something that is due, or is to be tried before. What falls due in an absence is not, and a hand-over is answered where its
/// brief is read: in the window.
fn can_be_put_off(kind: NoticeKind) -> bool {
    match kind {
        NoticeKind::Due | NoticeKind::Digest | NoticeKind::Late | NoticeKind::Escalated | NoticeKind::NextTry => true,
        NoticeKind::Away | NoticeKind::Offered | NoticeKind::Returned | NoticeKind::PassedOn => false,
    }
}

impl Front for Desktop {
    fn changed(&self, _: &Arc<Host>, change: &Change) {
        emit(&self.app, "changed", json!(change));
    }

    fn looked(&self, host: &Arc<Host>) {
        let Some(desk) = host.desk_if_open().filter(|desk| !desk.members().is_empty()) else { return };
        self.notices.renew(&desk, |notice| {
            self.say(notice, false);
        });
        self.notices.withdraw_handled(&desk);
        let Ok(status) = Status::of(&desk) else { return };
        let app = self.app.clone();
        // Not waited for: the main thread may be waiting for this one to end.
        let _ = self.app.run_on_main_thread(move || {
            badge::show(&app, status.late);
            if let Some(tray) = app.try_state::<Tray>() {
                tray.show(status);
            }
        });
    }

    fn announce(&self, _: &Arc<Host>, notice: &Notice, sound: bool) -> Announced {
        self.say(notice, sound)
    }

    fn rang(&self, notices: &[Notice]) {
        emit(&self.app, "bell", json!({ "notices": notices }));
    }

    fn is_in_sight(&self) -> bool {
        window::is_in_sight(&self.app)
    }

    fn ask_for_attention(&self) {
        window::ask_for_attention(&self.app);
    }
}

/// Tells the page.
pub fn emit(app: &AppHandle, event: &str, payload: Value) {
    // It fails only while the window is closing.
    let _ = app.emit(event, payload);
}
