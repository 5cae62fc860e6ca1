//! Tells Tauri which commands the window may call, so that every other one is refused.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The page is compiled into the program; Tauri itself does not watch it.
    println!("cargo:rerun-if-changed=../ui/dist");
    let commands = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
