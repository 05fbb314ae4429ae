//! Lists the files of every folder under `assets/samples`, so that a new template needs no line of code.
//!
//! The files are copied to where cargo builds: clones share that folder, and a list of their own paths would lead the
//! next clone into the last one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new("../../../assets/samples");
    println!("cargo::rerun-if-changed={}", root.display());
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let mut list = String::from("&[\n");
    for folder in sorted(root)?.iter().filter(|path| path.is_dir()) {
        let _ = writeln!(list, "({:?}, &[", name(folder));
        fs::create_dir_all(out.join(name(folder)))?;
        for file in sorted(folder)? {
            let copy = format!("{}/{}", name(folder), name(&file));
            fs::copy(&file, out.join(&copy))?;
            let _ = writeln!(list, "({:?}, include_bytes!({copy:?}).as_slice()),", name(&file));
        }
        list.push_str("]),\n");
    }
    list.push(']');
    fs::write(out.join("samples.rs"), list)
}

/// What lies in a folder, by name.
fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    // What a file manager or an editor leaves behind is no part of a template.
    paths.retain(|path| !name(path).starts_with('.'));
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
