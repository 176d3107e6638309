//! Workbooks are read by a child of ours: what a stranger's file can do ends with it.

use std::io::{BufReader, Read, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

use app::ports::Sheets;
use rustix::process::{Pid, Resource, Rlimit, prlimit};
use sheet::{Book, Refused};

/// The hidden subcommand.
pub const COMMAND: &str = "baca-lembar";
/// Memory that the child may take, bytes.
const MEMORY: u64 = 300 * 1024 * 1024;
/// Longest answer of the child, bytes.
const LONGEST: u64 = 128 * 1024 * 1024;
/// Time that it may take.
const TIME: Duration = Duration::from_secs(20);
/// Most children at a time; others wait.
const AT_ONCE: usize = 2;

/// Reads in a child process.
#[derive(Debug, Clone, Copy)]
pub struct ChildReader;

impl Sheets for ChildReader {
    fn read(&self, bytes: Vec<u8>) -> Result<Book, Refused> {
        // What is surely too much costs no process.
        if bytes.len() > sheet::MOST_BYTES {
            return Err(Refused::TooLarge);
        }
        let _turn = Turn::take();
        run(&bytes).unwrap_or(Err(Refused::TooHeavy))
    }
}

/// One of the few who may have a child now.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static FREE: Condvar = Condvar::new();

impl Turn {
    fn take() -> Self {
        let running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut running =
            FREE.wait_while(running, |running| *running >= AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREE.notify_one();
    }
}

/// The child's answer; none when it ended without one.
fn run(bytes: &[u8]) -> Option<Result<Book, Refused>> {
    let program = std::env::current_exe().ok()?;
    let mut child = Command::new(program)
        .arg(COMMAND)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .inspect_err(|error| tracing::error!(%error, "the reader of workbooks cannot be started"))
        .ok()?;
    let answer = talk(&mut child, bytes);
    // Whatever it was doing, nobody listens any more.
    let _ = child.kill();
    let _ = child.wait();
    answer
}

/// Sets the bounds, then hands the file over: the child does nothing before it has it.
fn talk(child: &mut Child, bytes: &[u8]) -> Option<Result<Book, Refused>> {
    let pid = Pid::from_raw(i32::try_from(child.id()).ok()?)?;
    let limit = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    for (resource, most) in [
        (Resource::Data, MEMORY),
        (Resource::Cpu, TIME.as_secs()),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
        (Resource::Nofile, 16),
    ] {
        prlimit(Some(pid), resource, limit(most)).ok()?;
    }
    let mut input = child.stdin.take()?;
    let output = child.stdout.take()?;
    let (done, timer) = std::sync::mpsc::channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A child that stops listening has its reasons, and says them.
            let _ = input.write_all(bytes);
            drop(input);
        });
        scope.spawn(move || {
            if timer.recv_timeout(TIME) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
            }
        });
        let answer = serde_json::from_reader(BufReader::new(output.take(LONGEST))).ok();
        drop(done);
        answer
    })
}

/// What the child does: a file in, cells out, nothing else.
pub fn serve() -> Result<ExitCode, String> {
    let most = u64::try_from(sheet::MOST_BYTES).unwrap_or(u64::MAX) + 1;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(most).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    let answer = sheet::read(&bytes);
    drop(bytes);
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    serde_json::to_writer(&mut output, &answer).map_err(|e| e.to_string())?;
    output.flush().map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}
