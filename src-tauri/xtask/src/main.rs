//! The project's own commands. Each says what it is doing, and fails with one sentence.

mod adversary;
mod apt;
mod bench;
mod bench_window;
mod bridge;
mod check_windows;
mod command;
mod demo;
mod fingerprint;
mod icons;
mod node;
mod place;
mod run;
mod screens;
mod stories;
mod test;
mod type_error;
mod ui;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask run [--home DIR]        install what is missing, build, and open the window
cargo xtask run --demo              the same on an office for trying out, made anew each time in target/demo; yours is not touched
cargo xtask test                    everything that must pass
cargo xtask bench [--big]           how long each job takes, on offices of 10,000 and 100,000 customers (--big: 1,000,000 too)
cargo xtask bench --window          how quick the window is, on an office of 100,000 customers, and how much memory it takes
cargo xtask bridge --home DIR [--port N] [--now INSTANT] [--dist DIR]
                                    the window's page in a browser, over the real core; for tests
cargo xtask screens                 take the pictures in tests/screens anew from the last window test
cargo xtask check-windows           check the core and keptctl for Windows, from Linux
cargo xtask icons                   draw every size of the icons from icons/*.svg";

fn main() -> ExitCode {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let verb = if args.is_empty() { String::new() } else { args.remove(0) };
    let done = match verb.as_str() {
        "run" => run::run(&args),
        "test" => test::test(),
        "bench" if args.iter().any(|arg| arg == "--window") => bench_window::bench(&args),
        "bench" => bench::bench(&args),
        "bridge" => bridge::bridge(&args),
        "screens" => screens::screens(),
        "check-windows" => check_windows::check_windows(),
        "icons" => icons::icons(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}
