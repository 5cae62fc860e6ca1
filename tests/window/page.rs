//! The page in the window, driven as a person would find things in it: by what they are and what they are called.

use crate::desktop::Desktop;
use crate::process::Process;
use crate::wait::{SOON, until, within};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;

/// Kept's window, and the driver that drives it. Both end when this is dropped.
pub struct Page<'a> {
    client: Client,
    desktop: &'a Desktop,
    _driver: Process,
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.desktop.picture("failed");
        }
    }
}

impl<'a> Page<'a> {
    /// Opens the window on the office in `home`, with a clock that runs on from `now`.
    pub async fn open(desktop: &'a Desktop, home: &Path, now: &str) -> Page<'a> {
        Page::open_with(desktop, home, now, &[]).await
    }

    /// The same, started with more words.
    pub async fn open_with(desktop: &'a Desktop, home: &Path, now: &str, words: &[&str]) -> Page<'a> {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let driver = Process::start(
            desktop
                .command("WebKitWebDriver")
                .arg(format!("--port={port}"))
                // Without it the window refuses to be driven.
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let home = home.display().to_string();
        let words = [&["--home", &home, "--now", now], words].concat();
        let options = json!({
            "binary": env!("CARGO_BIN_EXE_kept"),
            "args": words,
        });
        let wanted: fantoccini::wd::Capabilities =
            [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
        let address = format!("http://127.0.0.1:{port}");
        until("the driver listens", SOON, async || std::net::TcpStream::connect(("127.0.0.1", port)).ok()).await;
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(wanted).connect(&address).await;
        Page { client: client.expect("the window opens"), desktop, _driver: driver }
    }

    /// Closes the window, as its cross does.
    pub async fn close(self) {
        self.client.clone().close().await.expect("the window closes");
    }

    /// Waits for the button of that name and presses it.
    pub async fn press(&self, name: &str) {
        self.shown(&format!("a button “{name}”"), &by_name("button", name)).await.click().await.expect("it is pressed");
    }

    /// Waits until the button with those words can be pressed.
    pub async fn may_press(&self, words: &str) {
        let ready = format!("//button[contains(normalize-space(), {})][not(@disabled)]", quoted(words));
        self.shown(&format!("a button “{words}” that can be pressed"), &ready).await;
    }

    /// Waits for the page of that name among the settings and turns to it.
    pub async fn turn_to(&self, name: &str) {
        let page = format!("//nav//button[normalize-space()={}]", quoted(name));
        self.shown(&format!("a page “{name}”"), &page).await.click().await.expect("it is turned to");
    }

    /// Waits for the choice of that name among several and takes it.
    pub async fn choose(&self, name: &str) {
        let choice = format!("//label[.//input[@type='radio']][normalize-space()={}]", quoted(name));
        self.shown(&format!("a choice “{name}”"), &choice).await.click().await.expect("it is chosen");
    }

    /// Waits for the field of that name, and types into it in place of what was there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.shown(&format!("a field “{name}”"), &field(name)).await;
        field.clear().await.expect("it is emptied");
        field.send_keys(text).await.expect("it is typed into");
    }

    /// Drives the bar from here on, which has a window of its own; `window` goes back.
    pub async fn bar(&self) {
        self.turn_to_window(true).await;
    }

    /// Drives the whole window again.
    pub async fn window(&self) {
        self.turn_to_window(false).await;
    }

    async fn turn_to_window(&self, bar: bool) {
        until("the other window can be driven", SOON, async || {
            for handle in self.client.windows().await.ok()? {
                self.client.switch_to_window(handle).await.ok()?;
                let at = self.client.execute("return location.hash", Vec::new()).await.ok()?;
                if (at == "#bar") == bar {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Presses keys where the keyboard is.
    pub async fn keys(&self, keys: &str) {
        let active = self.client.active_element().await.expect("something has the keyboard");
        active.send_keys(keys).await.expect("the keys are pressed");
    }

    /// Presses Enter.
    pub async fn enter(&self) {
        self.keys(&char::from(Key::Enter).to_string()).await;
    }

    /// Presses Escape.
    pub async fn escape(&self) {
        self.keys(&char::from(Key::Escape).to_string()).await;
    }

    /// Waits until the page holds that text, whether its window is shown or not.
    pub async fn has(&self, text: &str) {
        until(&format!("the page holds “{text}”"), SOON, async || {
            let said = self.client.execute("return document.body.textContent", Vec::new()).await.ok()?;
            said.as_str()?.contains(text).then_some(())
        })
        .await;
    }

    /// Waits until that text is to be read somewhere on the page.
    pub async fn reads(&self, text: &str) {
        until(&format!("the page says “{text}”"), SOON, async || {
            // The driver's own reading of a text stumbles over the suggestions of a field.
            let page = self.client.execute("return document.body.innerText", Vec::new()).await.ok()?;
            page.as_str()?.contains(text).then_some(())
        })
        .await;
    }

    /// What the window is answered when it calls that.
    pub async fn call(&self, name: &str, args: Value) -> Value {
        let asked = "const [name, args, done] = arguments; \
                     window.__TAURI_INTERNALS__.invoke('call', { name, args }).then(done, (refused) => done({ refused }))";
        self.client.execute_async(asked, vec![json!(name), args]).await.expect("it is answered")
    }

    /// Waits until the keyboard is in what is called so: by its own name, its label, or the words on it.
    pub async fn at(&self, name: &str) {
        let asked = "const at = document.activeElement; if (!at) return ''; const text = (node) => node?.textContent ?? ''; \
                     const named = at.getAttribute('aria-labelledby'); \
                     return at.getAttribute('aria-label') \
                         ?? (named && text(document.getElementById(named)) || text(at.labels?.[0]) || at.innerText);";
        let in_one_line = |said: &str| said.split_whitespace().collect::<Vec<_>>().join(" ");
        let found = async || self.client.execute(asked, Vec::new()).await.ok()?.as_str().map(in_one_line);
        let there = async || found().await.filter(|said| said.contains(name));
        if within(SOON, &mut || there()).await.is_none() {
            panic!("the keyboard is in {:?}, not in “{name}”", found().await);
        }
    }

    /// Waits until that text is to be read in the colour of that name: `late` is red, `soon` is amber.
    pub async fn reads_in(&self, colour: &str, text: &str) {
        let asked = "const [colour, text] = arguments; const probe = document.body.appendChild(document.createElement('i')); \
                     probe.style.color = `var(--${colour})`; const wanted = getComputedStyle(probe).color; probe.remove(); \
                     return [...document.querySelectorAll('body *')].some((at) => at.checkVisibility() \
                         && at.textContent.trim().startsWith(text) && getComputedStyle(at).color === wanted)";
        until(&format!("the page says “{text}” in the colour “{colour}”"), SOON, async || {
            let said = self.client.execute(asked, vec![json!(colour), json!(text)]).await.ok()?;
            said.as_bool()?.then_some(())
        })
        .await;
    }

    /// Waits for the field of that name, and puts the keyboard into it.
    pub async fn focus(&self, name: &str) {
        self.shown(&format!("a field “{name}”"), &field(name)).await.click().await.expect("it is pressed");
    }

    /// What stands in the field of that name.
    pub async fn value(&self, name: &str) -> String {
        let field = self.shown(&format!("a field “{name}”"), &field(name)).await;
        field.prop("value").await.expect("it is read").unwrap_or_default()
    }

    /// Takes a picture of the screen, once what the page holds has been painted.
    pub async fn picture(&self, name: &str) {
        let frames = "const done = arguments[0]; let left = 6; \
                      (function next() { left-- ? requestAnimationFrame(next) : done() })()";
        self.client.execute_async(frames, Vec::new()).await.expect("the page paints");
        self.desktop.picture(name);
    }

    async fn shown(&self, what: &str, path: &str) -> Element {
        until(what, SOON, async || {
            let found = self.client.find(Locator::XPath(path)).await.ok()?;
            (found.is_displayed().await.ok()? && found.is_enabled().await.ok()?).then_some(found)
        })
        .await
    }
}

/// Elements of that kind called so, by their label or by what stands on them, key hints left aside.
fn by_name(kind: &str, name: &str) -> String {
    let name = quoted(name);
    format!("//{kind}[@aria-label={name} or normalize-space()={name} or starts-with(normalize-space(), {name})]")
}

/// Fields called so, by their label.
fn field(name: &str) -> String {
    let label = quoted(name);
    format!("//*[self::input or self::textarea][@aria-label={label} or @id=//label[normalize-space()={label}]/@for]")
}

/// A text as XPath writes it; none of ours has both sorts of quotes.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("\"{text}\"") } else { format!("'{text}'") }
}
