//! The journal: JSON lines that are on the disk before the answer leaves, so a killed simulator keeps its word.
//!
//! One thread owns the file and writes what waits in one go with one flush; each request waits for its own lines.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use tokio::sync::oneshot;

use super::config::SimulatorFault;
use super::event::Event;

/// Most requests written in one go.
const MOST_TOGETHER: usize = 256;
/// Longest line believed on reading, in bytes; a request body is at most half of it.
const LONGEST_LINE: usize = 2 << 20;

struct Batch {
    lines: Vec<u8>,
    done: oneshot::Sender<bool>,
}

/// The writing thread; without a file all is written at once.
pub struct Journal(Option<Writer>);

struct Writer {
    sender: Option<Sender<Batch>>,
    thread: Option<JoinHandle<()>>,
}

/// Whoever drops the journal may open the file again at once.
impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.sender.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has already said so.
            let _ = thread.join();
        }
    }
}

impl Journal {
    /// A journal that keeps nothing.
    pub fn none() -> Self {
        Self(None)
    }

    /// Opens or creates the file and returns what it holds. A half-written last line is cut off: nobody was told of it.
    pub fn open(path: &Path) -> Result<(Self, Vec<Event>), SimulatorFault> {
        let fault = |reason: String| SimulatorFault::Journal { path: path.to_owned(), reason };
        let io = |e: std::io::Error| fault(e.to_string());
        let file = OpenOptions::new().read(true).append(true).create(true).open(path).map_err(io)?;
        file.try_lock().map_err(|e| fault(format!("dipakai proses lain (held by another process): {e}")))?;
        if let Some(folder) = path.parent().filter(|p| !p.as_os_str().is_empty()) {
            File::open(folder).and_then(|f| f.sync_all()).map_err(io)?;
        }
        let events = replay(&file).map_err(fault)?;
        let (sender, receiver) = channel();
        let thread = std::thread::Builder::new().name("jurnal-simulator".to_owned());
        let thread = thread.spawn(move || write_all(file, &receiver)).map_err(SimulatorFault::Io)?;
        Ok((Self(Some(Writer { sender: Some(sender), thread: Some(thread) })), events))
    }

    /// Queues `events`, in the order of the calls; the receiver tells whether they are on the disk.
    /// Without events it waits for what was queued before.
    pub fn append(&self, events: &[Event]) -> oneshot::Receiver<bool> {
        let (done, wait) = oneshot::channel();
        let Some(sender) = self.0.as_ref().and_then(|writer| writer.sender.as_ref()) else {
            // Nothing is waited for when nothing is kept.
            let _ = done.send(true);
            return wait;
        };
        let mut lines = Vec::new();
        for event in events {
            // Events hold only text, whole numbers and times, which always serialise.
            if serde_json::to_writer(&mut lines, event).is_err() {
                let _ = done.send(false);
                return wait;
            }
            lines.push(b'\n');
        }
        // When the thread is gone, `done` is dropped with the batch and the receiver reports it.
        let _ = sender.send(Batch { lines, done });
        wait
    }
}

/// Reads whole lines and cuts the file after the last one.
fn replay(file: &File) -> Result<Vec<Event>, String> {
    let mut reader = BufReader::new(file);
    let (mut events, mut line, mut good) = (Vec::new(), Vec::new(), 0_u64);
    for number in 1_u64.. {
        line.clear();
        let limited = &mut std::io::Read::take(&mut reader, LONGEST_LINE as u64);
        let read = limited.read_until(b'\n', &mut line).map_err(|e| format!("baris (line) {number}: {e}"))?;
        if line.last() != Some(&b'\n') {
            if read >= LONGEST_LINE {
                return Err(format!("baris (line) {number}: terlalu panjang (too long)"));
            }
            break;
        }
        events.push(serde_json::from_slice(&line).map_err(|e| format!("baris (line) {number}: {e}"))?);
        good += read as u64;
    }
    file.set_len(good).and_then(|()| { &*file }.seek(SeekFrom::End(0)).map(|_| ())).map_err(|e| e.to_string())?;
    Ok(events)
}

/// Ends when the simulator is gone. After a failed write nothing more is promised.
fn write_all(mut file: File, receiver: &Receiver<Batch>) {
    let mut healthy = true;
    while let Ok(first) = receiver.recv() {
        let mut batches = vec![first];
        batches.extend(receiver.try_iter().take(MOST_TOGETHER - 1));
        let bytes: Vec<u8> = batches.iter().flat_map(|batch| batch.lines.iter().copied()).collect();
        if healthy && !bytes.is_empty() {
            let written = file.write_all(&bytes).and_then(|()| file.sync_data());
            if let Err(e) = &written {
                tracing::error!(error = %e, "the simulator's journal cannot be written");
            }
            healthy = written.is_ok();
        }
        for batch in batches {
            // The one who asked may be gone; the line is kept all the same.
            let _ = batch.done.send(healthy);
        }
    }
}
