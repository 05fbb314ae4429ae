//! Killed in the middle of an import, the file opens clean, with all of it or none.

use std::os::unix::process::ExitStatusExt;
use std::time::Duration;

use crate::command_line::{Person, repository};

/// Moments are spread over a run's length by a fixed sequence, so that each run of the test tries the same ones.
fn moments(count: u32, longest: Duration) -> impl Iterator<Item = Duration> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    (0..count).map(move |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        longest.mul_f64((state % 1000) as f64 / 1000.0)
    })
}

#[test]
fn all_of_it_or_none() {
    let partners = repository("tests/fixtures/cncf/partners.csv");
    let person = Person::new();
    person.done("new empty.ecotone --us 'Cloud Native Computing Foundation'");
    let empty = std::fs::read(person.path("empty.ecotone")).unwrap();
    let import = ["import", "w.ecotone", partners.to_str().unwrap(), "--as", "organizations"];

    person.file("w.ecotone", &empty);
    let started = std::time::Instant::now();
    assert!(person.command(import).output().unwrap().status.success());
    let longest = started.elapsed();

    let (mut all, mut none, mut killed) = (0, 0, 0);
    for moment in moments(50, longest) {
        person.file("w.ecotone", &empty);
        let mut child = person.command(import).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        killed += u32::from(child.wait().unwrap().signal() == Some(9));
        assert!(person.done("check w.ecotone").contains("is clean"));
        let listing: serde_json::Value =
            serde_json::from_str(&person.done("show w.ecotone organizations --json")).unwrap();
        match listing["organizations"].as_array().unwrap().len() {
            1 => none += 1,
            2165 => all += 1,
            count => panic!("killed after {moment:?}: {count} organizations"),
        }
        let _journal = std::fs::remove_file(person.path("w.ecotone-journal"));
    }
    assert_eq!(all + none, 50);
    assert!(killed >= 25, "only {killed} of 50 were killed while they ran");
    assert!(none > 0, "no moment was before the end of the import");
}
