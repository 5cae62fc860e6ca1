//! The built page, with the window's content security policy.

use anyhow::Result;
use std::path::{Component, Path};
use tiny_http::{Header, Response};

/// The window's policy, with this address in place of the window's own channel.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/// A header of the answer.
///
/// # Errors
/// Where it holds what a header cannot.
pub fn header(name: &str, value: &str) -> Result<Header> {
    Header::from_bytes(name, value).map_err(|()| anyhow::anyhow!("{name} cannot be sent as a header"))
}

/// The file of that path of the page; `None` where there is none.
///
/// # Errors
/// Where it cannot be answered with.
pub fn file(dist: &Path, path: &str) -> Result<Option<Response<std::fs::File>>> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
        return Ok(None);
    }
    let Ok(file) = std::fs::File::open(dist.join(name)) else { return Ok(None) };
    if !file.metadata()?.is_file() {
        return Ok(None);
    }
    let response = Response::from_file(file)
        .with_header(header("Content-Type", kind(name))?)
        .with_header(header("Content-Security-Policy", CSP)?)
        .with_header(header("X-Content-Type-Options", "nosniff")?)
        .with_header(header("Cache-Control", "no-store")?);
    Ok(Some(response))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_windows_but_for_the_channel() {
        let conf: serde_json::Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
        let windows = conf["app"]["security"]["csp"].as_str().unwrap();
        assert_eq!(windows.replace("connect-src ipc: http://ipc.localhost", "connect-src 'self'"), CSP);
    }

    #[test]
    fn nothing_outside_the_page_is_served() {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(file(&dist, "/main.rs").unwrap().is_some());
        for outside in ["/../Cargo.toml", "//etc/passwd", "/x/../../Cargo.toml", "/"] {
            assert!(file(&dist, outside).unwrap().is_none(), "{outside}");
        }
    }
}
