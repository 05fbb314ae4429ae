//! A folder of files that are written at once: all of them or none, under names that every system takes.
//!
//! Must not know: what is in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::ErrorReply;
use crate::files::not_written;

/// Most bytes of a name without its ending: far below the 255 that file systems take.
const NAME_MAX: usize = 120;
/// Names that Windows keeps for devices, whatever follows a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

/// A file name without folder or ending made of any text; `otherwise` where nothing of it is left.
pub(crate) fn file_stem(text: &str, otherwise: &str) -> String {
    let mut stem = String::new();
    for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
        let letter = if "/\\:*?\"<>|".contains(letter) || letter.is_control() { '-' } else { letter };
        if stem.len() + letter.len_utf8() > NAME_MAX {
            break;
        }
        stem.push(letter);
    }
    let stem = stem.trim_matches(|letter: char| letter.is_whitespace() || letter == '.' || letter == '-');
    match stem {
        "" => otherwise.to_owned(),
        stem if is_device(stem) => format!("{stem} -"),
        stem => stem.to_owned(),
    }
}

/// File names for `names`, in their order: no two are equal, not even where capitals do not count.
pub(crate) fn file_names<'a>(names: impl Iterator<Item = &'a str>, otherwise: &str, ending: &str) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let free = |name: &str| {
        let stem = file_stem(name, otherwise);
        let numbered = (2..).map(|number| format!("{stem} {number}"));
        let mut stems = std::iter::once(stem.clone()).chain(numbered);
        let stem = stems.find(|stem| taken.insert(stem.to_lowercase())).unwrap_or_default();
        format!("{stem}.{ending}")
    };
    names.map(free).collect()
}

/// The first of `name`, `name 2`, … that is not in `folder` yet.
pub(crate) fn new_folder(folder: &Path, name: &str) -> PathBuf {
    let numbered = (2..).map(|number| folder.join(format!("{name} {number}")));
    let mut paths = std::iter::once(folder.join(name)).chain(numbered);
    paths.find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_else(|| folder.join(name))
}

/// Writes `files`, by name, into `folder`, which is made where it is missing. Files of the same names are replaced, others
/// stay; after a refusal everything is as it was.
pub(crate) fn write_folder(
    folder: &Path,
    files: impl Iterator<Item = Result<(String, Vec<u8>), ErrorReply>>,
) -> Result<(), ErrorReply> {
    let is_new = fs::symlink_metadata(folder).is_err();
    let part = format!("{}.part", std::process::id());
    let beside = if is_new {
        let mut beside = folder.as_os_str().to_owned();
        beside.push(format!(".{part}"));
        PathBuf::from(beside)
    } else {
        folder.join(format!(".{part}"))
    };
    let written = write_beside(folder, &beside, files).and_then(|names| {
        if is_new {
            return fs::rename(&beside, folder).map_err(|error| not_written(folder, &error));
        }
        replace(folder, &beside, &names)
    });
    if written.is_err() || !is_new {
        // Ours alone; when it cannot be removed there is nothing better to do than to report the cause.
        let _removed = fs::remove_dir_all(&beside);
    }
    written
}

fn write_beside(
    folder: &Path,
    beside: &Path,
    files: impl Iterator<Item = Result<(String, Vec<u8>), ErrorReply>>,
) -> Result<Vec<String>, ErrorReply> {
    fs::create_dir_all(beside).map_err(|error| not_written(folder, &error))?;
    let mut names = Vec::new();
    for file in files {
        let (name, bytes) = file?;
        let path = beside.join(&name);
        let whole = fs::write(&path, bytes).and_then(|()| fs::File::open(&path)?.sync_all());
        whole.map_err(|error| not_written(&folder.join(&name), &error))?;
        names.push(name);
    }
    Ok(names)
}

/// Puts each new file in its place; the first that cannot be put there brings the old ones back.
fn replace(folder: &Path, beside: &Path, names: &[String]) -> Result<(), ErrorReply> {
    let old = |at: usize| beside.join(format!("{at}.old"));
    for (at, name) in names.iter().enumerate() {
        let place = folder.join(name);
        let put = move_away(&place, &old(at)).and_then(|()| {
            fs::rename(beside.join(name), &place).inspect_err(|_| {
                let _back = fs::rename(old(at), &place);
            })
        });
        if let Err(error) = put {
            for (at, name) in names[..at].iter().enumerate() {
                let place = folder.join(name);
                // A file that was not there before has no old one: then the new one goes.
                let _back = fs::rename(old(at), &place).or_else(|_| fs::remove_file(&place));
            }
            return Err(not_written(&place, &error));
        }
    }
    Ok(())
}

/// Moves what stands at `place`, if anything does. A folder is never moved.
fn move_away(place: &Path, to: &Path) -> std::io::Result<()> {
    match fs::symlink_metadata(place) {
        Ok(found) if found.is_dir() => Err(std::io::Error::other("there is a folder of that name")),
        Ok(_) => fs::rename(place, to),
        Err(_) => Ok(()),
    }
}

fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or(stem).trim_end().to_ascii_uppercase();
    let numbered = |device: &&str| device.starts_with("COM") || device.starts_with("LPT");
    DEVICES.iter().any(|device| {
        let rest = base.strip_prefix(device);
        rest == Some("") || (numbered(device) && rest.is_some_and(|rest| rest.chars().count() == 1))
    })
}

/// Marks of direction and joiners would show one name and be another.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn any_name_becomes_one_that_every_system_takes() {
        for (name, expect) in [
            ("Acme & Söhne", "Acme & Söhne"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*d?e\"f<g>h|i\n", "a-b-c-d-e-f-g-h-i"),
            ("con", "con -"),
            ("LPT1.old", "LPT1.old -"),
            ("COMET", "COMET"),
            (" . ", "partner"),
            ("\u{202E}fdp.exe", "fdp.exe"),
            (".hidden.", "hidden"),
        ] {
            assert_eq!(file_stem(name, "partner"), expect, "{name}");
        }
        assert_eq!(file_stem(&"é".repeat(300), "partner").len(), 120);
    }

    #[test]
    fn names_that_become_equal_are_numbered() {
        let names = ["A/B", "A:B", "a-b", "", "partner", "A-B 2"];
        let expect = ["A-B.pdf", "A-B 2.pdf", "a-b 3.pdf", "partner.pdf", "partner 2.pdf", "A-B 2 2.pdf"];
        assert_eq!(file_names(names.into_iter(), "partner", "pdf"), expect);
    }

    fn files(all: &[(&str, &str)]) -> impl Iterator<Item = Result<(String, Vec<u8>), ErrorReply>> {
        all.iter()
            .map(|(name, text)| Ok(((*name).to_owned(), text.as_bytes().to_vec())))
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn held(folder: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                (name, fs::read_to_string(&path).unwrap_or_else(|_| "folder".into()))
            })
            .collect();
        all.sort();
        all
    }

    #[test]
    fn a_folder_is_written_whole_or_not_at_all() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("briefs");
        write_folder(&folder, files(&[("a.pdf", "a1"), ("b.pdf", "b1")])).unwrap();
        fs::write(folder.join("mine.txt"), "mine").unwrap();
        write_folder(&folder, files(&[("a.pdf", "a2"), ("c.pdf", "c2")])).unwrap();
        let owned =
            |all: &[(&str, &str)]| all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
        let whole = owned(&[("a.pdf", "a2"), ("b.pdf", "b1"), ("c.pdf", "c2"), ("mine.txt", "mine")]);
        assert_eq!(held(&folder), whole);

        let stopped = files(&[("a.pdf", "a3")]).chain([Err(ErrorReply::refused("stop"))]);
        assert_eq!(write_folder(&folder, stopped).unwrap_err().message, "stop");
        assert_eq!(held(&folder), whole, "stopped half way");

        fs::create_dir(folder.join("z.pdf")).unwrap();
        let error = write_folder(&folder, files(&[("a.pdf", "a4"), ("new.pdf", "n"), ("z.pdf", "z4")])).unwrap_err();
        assert!(error.message.contains("z.pdf could not be written"), "{}", error.message);
        fs::remove_dir(folder.join("z.pdf")).unwrap();
        assert_eq!(held(&folder), whole, "one name is a folder's");

        let file = folder.join("mine.txt");
        assert!(write_folder(&file, files(&[("a.pdf", "a")])).is_err());
        assert_eq!(held(&folder), whole, "the folder is a file");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1, "nothing is left beside");
    }

    proptest! {
        #[test]
        fn every_name_is_one_part_of_a_path(names in prop::collection::vec(any::<String>(), 0..8)) {
            let found = file_names(names.iter().map(String::as_str), "partner", "pdf");
            let different: BTreeSet<String> = found.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(different.len(), names.len());
            for name in &found {
                prop_assert_eq!(Path::new(name).components().count(), 1, "{}", name);
                prop_assert!(name.len() <= 140 && !name.contains(['/', '\\', ':', '\0']), "{}", name);
            }
        }
    }
}
