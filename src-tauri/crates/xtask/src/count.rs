//! How many tests passed and failed, read from what a runner printed.
//!
//! Owns: the closing lines of each runner. Must not know: how it was started.

use std::ops::AddAssign;

/// Tests that passed and failed.
///
/// `retried` is part of `passed`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Held.
    pub passed: u32,
    /// Did not hold, or did not run although it should have.
    pub failed: u32,
    /// Held at a second try only.
    pub retried: u32,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.retried += other.retried;
    }
}

/// Who printed.
#[derive(Debug, Clone, Copy)]
pub enum Runner {
    /// `cargo test`, one line a binary.
    Cargo,
    /// Vitest's line `Tests`.
    Vitest,
    /// Playwright's last lines.
    Playwright,
    /// Node's own runner.
    Node,
}

/// Reads the counts.
pub fn count(runner: Runner, text: &str) -> Count {
    let mut sum = Count::default();
    for line in text.lines().map(str::trim) {
        match runner {
            Runner::Cargo => {
                if let Some(result) = line.strip_prefix("test result:") {
                    sum += words(result);
                }
            }
            Runner::Vitest => {
                if let Some(result) = line.strip_prefix("Tests ") {
                    sum += words(result);
                }
            }
            Runner::Playwright => {
                if line.starts_with(|first: char| first.is_ascii_digit()) {
                    sum += words(line);
                }
            }
            Runner::Node => sum += node(line),
        }
    }
    sum
}

/// Numbers before "passed" and before each word that means it did not hold, or not at once.
fn words(line: &str) -> Count {
    let words: Vec<&str> =
        line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut sum = Count::default();
    for pair in words.windows(2) {
        let Ok(number) = pair[0].parse::<u32>() else { continue };
        match pair[1] {
            "passed" => sum.passed += number,
            "flaky" => {
                sum.passed += number;
                sum.retried += number;
            }
            "failed" | "interrupted" | "did" => sum.failed += number,
            _ => {}
        }
    }
    sum
}

fn node(line: &str) -> Count {
    let line = line.trim_start_matches(['#', 'ℹ', ' ']);
    let number = |name: &str| line.strip_prefix(name).and_then(|rest| rest.trim().parse().ok()).unwrap_or(0);
    Count { passed: number("pass "), failed: number("fail ") + number("cancelled "), retried: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(runner: Runner, text: &str, passed: u32, failed: u32) {
        check_retried(runner, text, passed, failed, 0);
    }

    fn check_retried(runner: Runner, text: &str, passed: u32, failed: u32, retried: u32) {
        assert_eq!(count(runner, text), Count { passed, failed, retried }, "{text}");
    }

    #[test]
    fn each_runner_is_read() {
        let line = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s";
        check(Runner::Cargo, &format!("running 12 tests\n{line}\n{line}"), 24, 0);
        check(Runner::Cargo, "test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2);
        check(Runner::Vitest, " Test Files  1 failed | 2 passed (3)\n      Tests  1 failed | 7 passed (8)\n", 7, 1);
        check(Runner::Vitest, "      Tests  7 passed (7)", 7, 0);
        check_retried(
            Runner::Playwright,
            "Running 9 tests using 1 worker\n  1 failed\n    a › b\n  1 flaky\n  7 passed (3.1s)",
            8,
            1,
            1,
        );
        check(Runner::Playwright, "  2 did not run\n  1 passed (1.0s)\n  3 skipped", 1, 2);
        check(Runner::Node, "ℹ tests 4\nℹ pass 3\nℹ fail 1\nℹ cancelled 0", 3, 1);
        check(Runner::Node, "# pass 2\n# fail 0", 2, 0);
    }
}
