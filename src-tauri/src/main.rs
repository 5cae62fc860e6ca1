//! Kept's window: wiring only. What it does is the core's; how it is served, the host's.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod args;
mod choose;
mod external;
mod front;
mod ipc;
mod logs;
mod notice;
mod own;
mod window;

use clap::Parser;
use kept_host::Host;
use std::sync::Arc;
use tauri::{Manager, RunEvent};

fn main() -> anyhow::Result<()> {
    let args = args::Args::parse();
    logs::begin(&args.home());
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![ipc::call])
        .setup(move |app| {
            let front = front::Desktop::new(app.handle().clone());
            app.manage(Host::start(args.home(), args.clock(), args::holder(), Box::new(front)));
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Arc<Host>>().close();
        }
    });
    Ok(())
}
