//! Lets Tauri read its configuration before the shell is compiled.
fn main() {
    tauri_build::build();
}
