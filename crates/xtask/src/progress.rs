//! What a person sees while a tool works: what is done, for how long, and what to do when it fails.

use std::fs::{self, File};
use std::io::{IsTerminal as _, Read as _, Seek as _, SeekFrom, Write as _, stdout};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::files;

const POLL: Duration = Duration::from_millis(50);
const BEAT_ON_A_TERMINAL: Duration = Duration::from_secs(1);
const BEAT_IN_A_LOG: Duration = Duration::from_secs(30);

/// One run of an outside tool, its own output kept in a file.
pub(crate) struct Task<'a> {
    /// What is being made, as it stands on the line: `[2/4] trunk 0.21.14`.
    pub title: &'a str,
    /// The sentence a person reads when it fails: what to do.
    pub advice: &'a str,
    /// Where the tool's own output goes.
    pub log: PathBuf,
    /// How long it may take; after that it is stopped and counts as failed.
    pub limit: Option<Duration>,
}

impl Task<'_> {
    /// Runs the tool; when it fails the error says what to do and shows the end of its output.
    pub(crate) fn run(&self, command: &mut Command) -> anyhow::Result<Duration> {
        let (status, elapsed) = self.watch(command)?;
        match status {
            Some(status) if status.success() => Ok(elapsed),
            Some(_) => bail!(
                "{} failed. {}\n{}",
                self.title,
                self.advice,
                excerpt(&self.log)
            ),
            None => bail!(
                "{} took too long. {}\n{}",
                self.title,
                self.advice,
                excerpt(&self.log)
            ),
        }
    }

    /// Runs the tool and tells how it ended; `None` when it was stopped at its limit.
    pub(crate) fn watch(
        &self,
        command: &mut Command,
    ) -> anyhow::Result<(Option<ExitStatus>, Duration)> {
        files::write(&self.log, format!("{}\n\n", typed(command)))?;
        let output = File::options().append(true).open(&self.log)?;
        let mut child = command
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output)
            .spawn()
            .with_context(|| {
                format!(
                    "{}: cannot start {:?}. {}",
                    self.title,
                    command.get_program(),
                    self.advice
                )
            })?;
        let started = Instant::now();
        let mut heart = Heart::new(self.title, &self.log);
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok((Some(status), started.elapsed()));
            }
            if self.limit.is_some_and(|limit| started.elapsed() > limit) {
                child.kill()?;
                child.wait()?;
                return Ok((None, started.elapsed()));
            }
            heart.beat(started.elapsed());
            sleep(POLL);
        }
    }
}

/// The command as a person would type it.
fn typed(command: &Command) -> String {
    let words: Vec<_> = [command.get_program()]
        .into_iter()
        .chain(command.get_args())
        .collect();
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// The line that shows a slow tool is alive.
struct Heart<'a> {
    title: &'a str,
    log: &'a Path,
    last: Duration,
    is_terminal: bool,
}

impl<'a> Heart<'a> {
    fn new(title: &'a str, log: &'a Path) -> Self {
        let is_terminal = stdout().is_terminal();
        Self {
            title,
            log,
            last: Duration::ZERO,
            is_terminal,
        }
    }

    fn beat(&mut self, elapsed: Duration) {
        let interval = if self.is_terminal {
            BEAT_ON_A_TERMINAL
        } else {
            BEAT_IN_A_LOG
        };
        if elapsed < self.last + interval {
            return;
        }
        self.last = elapsed;
        let line = format!(
            "{} … {}  {}",
            self.title,
            clock(elapsed),
            last_line(self.log)
        );
        if self.is_terminal {
            let short: String = line.chars().take(100).collect();
            print!("\r\x1b[K{short}");
        } else {
            println!("{line}");
        }
        // A terminal that is gone is no reason to stop the work.
        let _ = stdout().flush();
    }
}

impl Drop for Heart<'_> {
    fn drop(&mut self) {
        if self.is_terminal && !self.last.is_zero() {
            print!("\r\x1b[K");
        }
    }
}

/// `0.3 s`, `47 s` or `6 min 02 s`.
pub(crate) fn clock(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", elapsed.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// What of a tool's output a person must see: from its first error on, else its end; and the file that has the rest.
pub(crate) fn excerpt(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let chosen: Vec<_> = worth_showing(&text)
        .map(|line| format!("    {line}"))
        .collect();
    format!(
        "All of its output is in {}; this is what counts:\n{}",
        log.display(),
        chosen.join("\n")
    )
}

fn worth_showing(text: &str) -> impl Iterator<Item = &str> {
    const FROM_ERROR: usize = 120;
    const AT_END: usize = 60;
    let is_error = |line: &str| line.starts_with("error") || line.contains(" ERROR ");
    let (first, count) = match text.lines().position(is_error) {
        Some(first) => (first, FROM_ERROR),
        None => (text.lines().count().saturating_sub(AT_END), AT_END),
    };
    text.lines().skip(first).take(count)
}

/// The last line that is a sentence and not the drawing around a warning; only the file's end is read, for it may be long.
fn last_line(log: &Path) -> String {
    let Ok(mut file) = File::open(log) else {
        return String::new();
    };
    let length = file.metadata().map_or(0, |about| about.len());
    let mut tail = Vec::new();
    if file
        .seek(SeekFrom::Start(length.saturating_sub(4000)))
        .is_ok()
    {
        // What cannot be read is not shown.
        let _ = file.read_to_end(&mut tail);
    }
    let text = String::from_utf8_lossy(&tail);
    text.lines()
        .rev()
        .map(str::trim)
        .find(|line| line.starts_with(char::is_alphabetic))
        .unwrap_or("")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(limit: Option<Duration>, name: &str) -> Task<'static> {
        let log =
            std::env::temp_dir().join(format!("snit-progress-{name}-{}.log", std::process::id()));
        Task {
            title: "thing",
            advice: "Try the other thing.",
            log,
            limit,
        }
    }

    #[test]
    fn a_failure_says_what_to_do_and_shows_the_output() {
        let error = task(None, "fails")
            .run(Command::new("sh").args(["-c", "echo torn; exit 3"]))
            .unwrap_err();
        let text = error.to_string();
        assert!(
            text.starts_with("thing failed. Try the other thing.") && text.contains("torn"),
            "{text}"
        );
    }

    #[test]
    fn a_tool_that_hangs_is_stopped_at_its_limit() {
        let limit = Some(Duration::from_millis(100));
        let error = task(limit, "hangs")
            .run(Command::new("sleep").arg("30"))
            .unwrap_err();
        assert!(
            error.to_string().starts_with("thing took too long."),
            "{error}"
        );
    }

    #[test]
    fn the_first_error_is_shown_before_what_followed_from_it() {
        let long = "noise\n".repeat(100);
        let text = format!("{long}error[E1]: torn\n{long}");
        assert_eq!(worth_showing(&text).next(), Some("error[E1]: torn"));
        assert_eq!(worth_showing(&long).count(), 60);
    }

    #[test]
    fn times_read_as_a_person_says_them() {
        let shown = [300, 47_900, 362_000].map(|millis| clock(Duration::from_millis(millis)));
        assert_eq!(shown, ["0.3 s", "47 s", "6 min 02 s"]);
    }
}
