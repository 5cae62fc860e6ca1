//! The window's page in a browser, over the real core: what browser tests drive. It is no part of the product.
//!
//! On 127.0.0.1 it serves the page with the window's content security policy, answers the page's calls (POST /call) and
//! sends its events (GET /events). Four more paths stand in for the world outside: POST /test/choose {"path"} answers the
//! next file dialog, POST /test/arrive lets a call or a link come in, POST /test/event {"event", "data"} tells the page what
//! a desktop would, and POST /test/now {"at"} sets the clock. It ends with the process that started it, by its id.

mod args;
mod calls;
mod events;
mod page;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use clap::Parser;
use kept_host::Host;
use std::io::Write;
use std::sync::Arc;

/// The longest call that is read, in bytes.
const LONGEST: usize = 16 * 1024 * 1024;

fn main() -> anyhow::Result<()> {
    let args = args::Args::parse();
    tokio::runtime::Builder::new_multi_thread().enable_io().build()?.block_on(serve(args))
}

async fn serve(args: args::Args) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", args.port))
        .await
        .map_err(|e| anyhow::anyhow!("The bridge could not listen on port {}: {e}", args.port))?;
    let world = calls::World::new(&args);
    let host = Host::start(args.home.clone(), world.clock.clone(), "the bridge".into(), Box::new(world.events.clone()));
    // Whoever started it on port 0 reads here where it listens.
    println!("http://{}", listener.local_addr()?);
    std::io::stdout().flush()?;
    let pages = Router::new()
        .route("/events", get(events::listen))
        .route("/", get(page::answer))
        .route("/{*path}", post(calls::answer).get(page::answer))
        .layer(DefaultBodyLimit::max(LONGEST))
        .with_state(Arc::new(calls::Bridge { host, world, dist: args.dist }));
    Ok(axum::serve(listener, pages).await?)
}
