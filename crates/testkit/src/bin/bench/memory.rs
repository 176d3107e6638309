//! Resident memory and processor time of a process, as the kernel counts them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Pause between two looks.
const PAUSE: Duration = Duration::from_millis(100);

/// The kernel's unit of processor time, the same on every Linux that is not built otherwise.
const TICK: Duration = Duration::from_millis(10);

/// Processor time that process `pid` has used so far.
pub fn processor(pid: u32) -> Result<Duration, String> {
    let path = format!("/proc/{pid}/stat");
    let stat = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    // After the name in brackets, which may hold anything: state, then ten numbers, then user and system time.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().skip(11).take(2);
    let ticks: u32 = fields.filter_map(|field| field.parse::<u32>().ok()).sum();
    Ok(TICK * ticks)
}

/// Resident memory of process `pid` now, KiB.
pub fn resident(pid: u32) -> Result<u64, String> {
    let path = format!("/proc/{pid}/status");
    let status = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|rest| rest.split_whitespace().next()).and_then(|n| n.parse().ok());
    number.ok_or_else(|| format!("{path} has no VmRSS"))
}

/// Looks again and again until it is told to stop.
pub struct Watch {
    most: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Watch {
    /// Begins to look at process `pid`.
    pub fn start(pid: u32) -> Self {
        let (most, stop) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicBool::new(false)));
        let (seen, stopped) = (Arc::clone(&most), Arc::clone(&stop));
        let thread = std::thread::spawn(move || {
            while !stopped.load(Ordering::Relaxed) {
                seen.fetch_max(resident(pid).unwrap_or_default(), Ordering::Relaxed);
                std::thread::sleep(PAUSE);
            }
        });
        Self { most, stop, thread }
    }

    /// The most that was seen, KiB.
    pub fn end(self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        // A thread that only reads has nothing to report beyond what it stored.
        let _ = self.thread.join();
        self.most.load(Ordering::Relaxed)
    }
}
