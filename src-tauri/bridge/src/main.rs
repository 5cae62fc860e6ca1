//! The window's page in a browser, over the real core: what browser tests drive. It is no part of the product.
//!
//! On 127.0.0.1 it serves the page with the window's content security policy, answers the page's calls (POST /call) and
//! sends its events (GET /events). Two more paths stand in for the world outside: POST /test/choose {"path"} answers the
//! next file dialog, and POST /test/now {"at"} sets the clock. It ends with the process that started it, by its id.

mod args;
mod calls;
mod events;
mod page;

use clap::Parser;
use kept_host::Host;
use std::io::Write;
use std::sync::Arc;

fn main() -> anyhow::Result<()> {
    let args = args::Args::parse();
    let server = tiny_http::Server::http(("127.0.0.1", args.port))
        .map_err(|e| anyhow::anyhow!("The bridge could not listen on port {}: {e}", args.port))?;
    let world = Arc::new(calls::World::new(&args));
    let host = Host::start(args.home.clone(), world.clock.clone(), "the bridge".into(), Box::new(world.events.clone()));
    if let Some(address) = server.server_addr().to_ip() {
        // Whoever started it on port 0 reads here where it listens.
        println!("http://{address}");
        std::io::stdout().flush()?;
    }
    loop {
        let request = server.recv()?;
        let (host, world, dist) = (host.clone(), world.clone(), args.dist.clone());
        // A browser keeps several requests open, and the one for events for ever.
        std::thread::spawn(move || calls::answer(request, &host, &world, &dist));
    }
}
