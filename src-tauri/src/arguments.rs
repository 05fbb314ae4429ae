//! The command line of the desktop program.
//!
//! Owns: what its words mean. Must not know: windows or workspaces.

use std::ffi::OsString;
use std::path::PathBuf;

const USAGE: &str = "usage: ecotone-desktop [FILE.ecotone | --sample]";

/// What the program was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Print a text and end.
    Show(String),
    /// Open a window.
    Start(First),
}

/// What the first window shows.
#[derive(Debug, PartialEq, Eq)]
pub enum First {
    /// The start screen.
    StartScreen,
    /// A fresh copy of the sample workspace.
    Sample,
    /// A workspace file.
    File(PathBuf),
}

/// Arguments that make no sense.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongUsage {
    /// A flag that does not exist.
    #[error("There is no option '{0}'.\n{USAGE}")]
    Unknown(String),
    /// Two things to open at once.
    #[error("Found '{0}' after the first thing to open: give one file, or --sample alone.\n{USAGE}")]
    Second(String),
}

/// Reads the arguments after the program's name.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Request, WrongUsage> {
    let mut first = None;
    let mut flags_ended = false;
    for argument in arguments {
        let text = argument.to_string_lossy().into_owned();
        let next = match text.as_str() {
            "--help" | "-h" if !flags_ended => return Ok(Request::Show(USAGE.to_owned())),
            "--version" if !flags_ended => {
                return Ok(Request::Show(concat!("ecotone-desktop ", env!("CARGO_PKG_VERSION")).to_owned()));
            }
            "--" if !flags_ended => {
                flags_ended = true;
                continue;
            }
            "--sample" if !flags_ended => First::Sample,
            flag if !flags_ended && flag.starts_with('-') => return Err(WrongUsage::Unknown(text)),
            _ => First::File(PathBuf::from(&argument)),
        };
        if first.replace(next).is_some() {
            return Err(WrongUsage::Second(text));
        }
    }
    Ok(Request::Start(first.unwrap_or(First::StartScreen)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expect: &Result<Request, WrongUsage>) {
        assert_eq!(&read(words.iter().map(OsString::from)), expect, "{words:?}");
    }

    #[test]
    fn each_command_line_means_one_thing() {
        let file = |path: &str| Ok(Request::Start(First::File(path.into())));
        check(&[], &Ok(Request::Start(First::StartScreen)));
        check(&["--sample"], &Ok(Request::Start(First::Sample)));
        check(&["plan.ecotone"], &file("plan.ecotone"));
        check(&["--", "--sample"], &file("--sample"));
        check(&["--help"], &Ok(Request::Show(USAGE.into())));
        check(&["--devtools"], &Err(WrongUsage::Unknown("--devtools".into())));
        check(&["a.ecotone", "b.ecotone"], &Err(WrongUsage::Second("b.ecotone".into())));
        check(&["--sample", "b.ecotone"], &Err(WrongUsage::Second("b.ecotone".into())));
    }
}
