//! The built page, with the window's content security policy.

use crate::calls::Bridge;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use std::path::{Component, Path};
use std::sync::Arc;

/// The window's policy, with this address in place of the window's own channel.
pub const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/// Answers with a file of the page.
pub async fn answer(State(bridge): State<Arc<Bridge>>, address: Uri) -> Response {
    let Some((bytes, kind)) = file(&bridge.dist, address.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (CONTENT_TYPE, kind),
        (CONTENT_SECURITY_POLICY, CSP),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "no-store"),
    ];
    (headers, bytes).into_response()
}

/// The file of that path of the page, and what kind it is; `None` where there is none.
fn file(dist: &Path, path: &str) -> Option<(Vec<u8>, &'static str)> {
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name => name,
    };
    let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| std::fs::read(dist.join(name)).ok()).flatten().map(|bytes| (bytes, kind(name)))
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
        assert!(file(&dist, "/main.rs").is_some());
        for outside in ["/../Cargo.toml", "//etc/passwd", "/x/../../Cargo.toml", "/"] {
            assert!(file(&dist, outside).is_none(), "{outside}");
        }
    }
}
