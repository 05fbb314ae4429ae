//! A screen that nobody looks at.
//!
//! Owns: Xvfb with a window manager, and the settings of programs that draw on it. Must not know: what is drawn.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use crate::place;
use crate::process::{Running, command};
use crate::stop::Stop;

/// Room for the largest window that is photographed, with its frame.
const SIZE: &str = "1600x1100x24";

/// A running X server; it ends with this value.
pub struct Screen {
    // Before the server: a window manager that loses its screen complains.
    _manager: Running,
    _server: Running,
    name: String,
    home: std::path::PathBuf,
}

impl Screen {
    /// Starts the server on a display number that is free.
    pub fn start() -> Result<Self, Stop> {
        let failed = |what: &str, error: &dyn std::fmt::Display| Stop::because(format!("{what}: {error}"));
        let home = place::fresh("home").map_err(|error| failed("The folder for preferences", &error))?;
        let mut xvfb = command("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"]);
        xvfb.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Running::start(xvfb).map_err(|error| failed("Xvfb could not be started", &error))?;
        let mut number = String::new();
        if let Some(output) = server.output() {
            let read = BufReader::new(output).read_line(&mut number);
            read.map_err(|error| failed("Xvfb did not name its display", &error))?;
        }
        let name = format!(":{}", number.trim());
        let mut openbox = command("openbox");
        openbox.env("DISPLAY", &name).stdout(Stdio::null()).stderr(Stdio::null());
        let manager = Running::start(openbox).map_err(|error| failed("openbox could not be started", &error))?;
        Ok(Self { _manager: manager, _server: server, name, home })
    }

    /// Makes a program draw here, with preferences that are not the person's own.
    pub fn show(&self, command: &mut Command) {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        // Starting the accessibility bus takes seconds and fails without a session.
        command.env("NO_AT_BRIDGE", "1");
        command.env("XDG_CONFIG_HOME", self.home.join("config")).env("XDG_DATA_HOME", self.home.join("data"));
    }
}
