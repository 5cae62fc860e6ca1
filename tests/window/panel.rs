//! A panel of the test's own, with a tray in it: it takes what programs put there, reads their menus and chooses from them.

use crate::desktop::Desktop;
use crate::wait::{SOON, until, within};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use zbus::message::Header;
use zbus::names::BusName;
use zbus::zvariant::{OwnedValue, Structure, Value};
use zbus::{Connection, Proxy, connection, interface};

/// Where a program's item is: its name on the bus, and the path there.
type Place = (String, String);

/// The panel. It goes when this is dropped.
pub struct Panel {
    bus: Connection,
    items: Arc<Mutex<Vec<Place>>>,
}

struct Watcher(Arc<Mutex<Vec<Place>>>);

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, service: &str, #[zbus(header)] header: Header<'_>) {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let place = if service.starts_with('/') {
            (sender, service.to_owned())
        } else {
            (service.to_owned(), "/StatusNotifierItem".to_owned())
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(place);
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .map(|(name, path)| format!("{name}{path}"))
            .collect()
    }
}

impl Panel {
    /// Puts a panel onto the desktop.
    pub async fn start(desktop: &Desktop) -> Panel {
        let items = Arc::new(Mutex::new(Vec::new()));
        let bus = connection::Builder::address(desktop.bus())
            .and_then(|bus| bus.name("org.kde.StatusNotifierWatcher"))
            .and_then(|bus| bus.serve_at("/StatusNotifierWatcher", Watcher(items.clone())))
            .expect("a panel can be made");
        Panel { bus: bus.build().await.expect("the panel is on the bus"), items }
    }

    /// The lines of the menu in Kept's tray, separators left out, and whether each can be chosen.
    pub async fn menu(&self) -> Vec<(String, bool)> {
        let entries = self.entries().await.unwrap_or_default();
        entries.into_iter().map(|(_, label, enabled)| (label, enabled)).collect()
    }

    /// Waits until the menu's first line is that one.
    pub async fn says(&self, line: &str) {
        let first = async || self.menu().await.into_iter().next().map(|(line, _)| line);
        let found = within(SOON, &mut async || first().await.filter(|said| said == line)).await;
        if found.is_none() {
            panic!("the tray says {:?}, not “{line}”", first().await);
        }
    }

    /// Chooses the line of that name from the menu.
    pub async fn choose(&self, label: &str) {
        let id = until(&format!("the tray's menu has “{label}”"), SOON, async || {
            self.entries().await?.into_iter().find(|(_, found, enabled)| found == label && *enabled).map(|(id, ..)| id)
        })
        .await;
        let menu = self.menu_of_kept().await.expect("it has a menu");
        let nothing = Value::from(0_i32);
        let chosen: zbus::Result<()> = menu.call("Event", &(id, "clicked", nothing, 0_u32)).await;
        chosen.expect("the menu takes the click");
    }

    /// The file of the picture in the tray.
    pub async fn picture(&self) -> Option<String> {
        let item = self.item().await?;
        item.get_property("IconName").await.ok()
    }

    async fn entries(&self) -> Option<Vec<(i32, String, bool)>> {
        type Layout = (u32, (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>));
        let menu = self.menu_of_kept().await?;
        let names: Vec<&str> = Vec::new();
        let (_, (_, _, lines)): Layout = menu.call("GetLayout", &(0_i32, -1_i32, names)).await.ok()?;
        let mut entries = Vec::new();
        lines.into_iter().for_each(|line| add_entries(line, &mut entries));
        Some(entries)
    }

    async fn menu_of_kept(&self) -> Option<Proxy<'static>> {
        let item = self.item().await?;
        let path: zbus::zvariant::OwnedObjectPath = item.get_property("Menu").await.ok()?;
        self.proxy(item.destination().to_owned(), path.to_string(), "com.canonical.dbusmenu").await
    }

    async fn item(&self) -> Option<Proxy<'static>> {
        let (name, path) = self.items.lock().unwrap_or_else(PoisonError::into_inner).last().cloned()?;
        let name = BusName::try_from(name).ok()?;
        self.proxy(name, path, "org.kde.StatusNotifierItem").await
    }

    async fn proxy(&self, name: BusName<'_>, path: String, interface: &'static str) -> Option<Proxy<'static>> {
        let builder = zbus::proxy::Builder::new(&self.bus).destination(name.into_owned()).ok()?;
        let builder = builder.path(path).ok()?.interface(interface).ok()?;
        builder.cache_properties(zbus::proxy::CacheProperties::No).build().await.ok()
    }
}

/// Adds a line of a menu and those of the menu below it: number, what it says and whether it can be chosen. Separators are
/// left out.
fn add_entries(line: OwnedValue, entries: &mut Vec<(i32, String, bool)>) {
    let Ok(line) = Value::from(line).downcast::<Structure<'_>>() else { return };
    let [Value::I32(id), Value::Dict(about), Value::Array(below)] = line.fields() else { return };
    let (label, enabled) = (about.get::<_, String>(&"label"), about.get::<_, bool>(&"enabled"));
    if let (Ok(Some(label)), Ok(enabled)) = (label, enabled) {
        entries.push((*id, label.replace("__", "_"), enabled.unwrap_or(true)));
    }
    below.iter().filter_map(|line| OwnedValue::try_from(line).ok()).for_each(|line| add_entries(line, entries));
}
