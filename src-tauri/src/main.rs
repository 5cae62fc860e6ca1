//! Kept's window: wiring only. What it does is the core's; how it is served, the host's.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod answer;
mod anywhere;
mod args;
mod arrival;
mod badge;
mod bar;
mod choose;
mod external;
mod front;
mod instance;
mod ipc;
mod leaving;
mod login;
mod logs;
mod memory;
mod notice;
mod own;
mod tray;
mod wake;
mod window;

use args::Args;
use arrival::{Arrival, Arrivals};
use instance::Start;
use kept_host::Host;
use std::sync::Arc;
use tauri::{App, Manager, RunEvent, WindowEvent};
use tauri_plugin_deep_link::DeepLinkExt;

fn main() -> anyhow::Result<()> {
    let args = Args::read(std::env::args_os()).unwrap_or_else(|said| said.exit());
    let home = args.home();
    logs::begin(&home);
    let name = instance::name_of(&home);
    let start = instance::start(&name);
    if start == Start::HandedOver {
        return Ok(());
    }
    let context = instance::named(tauri::generate_context!(), &name);
    let mut builder = tauri::Builder::default();
    if start == Start::First {
        builder = builder.plugin(instance::plugin(&name));
    }
    let app = builder
        .plugin(tauri_plugin_deep_link::init())
        .plugin(window::plugin(&home))
        .plugin(login::plugin(&home, &name))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![ipc::call])
        .setup(move |app| set_up(app, &args, &name))
        .build(context)?;
    app.run(|app, event| match event {
        // The bar belongs to the moment: whoever goes on elsewhere has done with it.
        RunEvent::WindowEvent { label, event: WindowEvent::Focused(false), .. } if label == bar::BAR => {
            bar::put_away(app);
        }
        RunEvent::WindowEvent { label, event: WindowEvent::CloseRequested { api, .. }, .. } if label == bar::BAR => {
            api.prevent_close();
            bar::put_away(app);
        }
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. }
            if leaving::asked_to_close(app) =>
        {
            api.prevent_close();
        }
        // A bar out of sight keeps nothing running.
        RunEvent::WindowEvent { label, event: WindowEvent::Destroyed, .. } if label == window::MAIN => app.exit(0),
        // Somebody is here: what only the window can show is shown now.
        RunEvent::WindowEvent { event: WindowEvent::Focused(true), .. } => app.state::<Arc<Host>>().nudge(),
        RunEvent::Exit => app.state::<Arc<Host>>().close(),
        _ => {}
    });
    Ok(())
}

fn set_up(app: &App, args: &Args, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (app, home) = (app.handle(), args.home());
    let arrivals = Arrivals::default();
    args.arrival().into_iter().for_each(|arrival| arrivals.push(arrival));
    app.manage(arrivals);
    app.manage(memory::Memory::of(&home));
    app.manage(leaving::Asked::default());
    app.manage(anywhere::Anywhere::default());
    if let Some(tray) = tray::Tray::build(app, name) {
        app.manage(tray);
    }
    let front = front::Desktop::new(app.clone(), name, &home);
    let host = Host::start(home.clone(), args.clock(), args::holder(), Box::new(front));
    wake::heed(&host);
    app.manage(host);
    // macOS hands links to the program that runs; elsewhere they are words of a second start.
    let handle = app.clone();
    app.deep_link().on_open_url(move |event| {
        instance::show(&handle, event.urls().iter().filter_map(|url| Arrival::link(url.as_str())));
    });
    window::open(app, &home, args.hidden())?;
    anywhere::begin(app);
    Ok(())
}
