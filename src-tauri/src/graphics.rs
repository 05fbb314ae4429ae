//! Drawing settings that GTK and `WebKitGTK` read once, at their start.
//!
//! Owns: which setting fits which machine. Must not know: the page.

/// Sets what this machine's webview needs to draw well. Call it before any thread is started.
pub fn prepare() {
    #[cfg(target_os = "linux")]
    for setting in linux::settings(&linux::Machine::here()) {
        if std::env::var_os(setting).is_none() {
            set(setting);
        }
    }
}

/// Turns off the fitting of letters to whole pixels: labels are measured once, in Rust, and must come out as wide here.
/// Call it after GTK has started.
#[cfg(target_os = "linux")]
pub fn keep_letter_widths() {
    use gtk::prelude::GtkSettingsExt;

    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_xft_hinting(0);
        settings.set_gtk_xft_hintstyle(Some("hintnone"));
    }
}

/// The one place where the environment is changed.
#[cfg(target_os = "linux")]
#[allow(unsafe_code, reason = "setting a variable is sound only while no other thread runs; `prepare` asks for that")]
fn set(setting: &str) {
    unsafe { std::env::set_var(setting, "1") }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;

    /// What decides about drawing.
    pub struct Machine {
        /// A render node, so that the webview can hand buffers to the graphics card.
        pub render_node: bool,
        /// NVIDIA's own driver.
        pub nvidia: bool,
    }

    impl Machine {
        pub fn here() -> Self {
            let render_node = std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
                entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
            });
            Self { render_node, nvidia: Path::new("/proc/driver/nvidia/version").exists() }
        }
    }

    /// The variables to set to 1. Without a graphics card the DMA-BUF renderer draws a canvas at a third of the speed;
    /// with NVIDIA's driver it leaves the window blank unless frames go through shared memory.
    pub fn settings(machine: &Machine) -> &'static [&'static str] {
        match machine {
            Machine { nvidia: true, .. } => &["WEBKIT_DMABUF_RENDERER_FORCE_SHM"],
            Machine { render_node: false, .. } => &["WEBKIT_DISABLE_DMABUF_RENDERER"],
            Machine { .. } => &[],
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn check(render_node: bool, nvidia: bool, expect: &[&str]) {
            assert_eq!(settings(&Machine { render_node, nvidia }), expect);
        }

        #[test]
        fn only_machines_that_need_it_get_a_setting() {
            check(true, false, &[]);
            check(false, false, &["WEBKIT_DISABLE_DMABUF_RENDERER"]);
            check(true, true, &["WEBKIT_DMABUF_RENDERER_FORCE_SHM"]);
        }
    }
}
