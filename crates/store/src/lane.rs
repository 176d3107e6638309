//! A bounded queue and the threads that serve it.

use std::cell::Cell;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

use crate::Fault;
use crate::work::BoxedWork;

thread_local! {
    /// The store whose closure this thread is running, 0 for none: a closure that waits for its own store would wait for ever.
    static SERVING: Cell<usize> = const { Cell::new(0) };
}

/// Whether the current thread belongs to the store `id`.
pub(crate) fn is_serving(id: usize) -> bool {
    SERVING.get() == id
}

/// The receiving end that the threads of a lane share.
#[derive(Clone)]
pub(crate) struct Queue(Arc<Mutex<Receiver<BoxedWork>>>);

impl Queue {
    /// Waits for work; none when the store is closed and the queue is empty.
    pub(crate) fn next(&self) -> Option<BoxedWork> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
    }

    /// Work that is already waiting.
    pub(crate) fn waiting(&self) -> Option<BoxedWork> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).try_recv().ok()
    }
}

/// The sending end and its threads.
pub(crate) struct Lane {
    sender: Option<SyncSender<BoxedWork>>,
    threads: Vec<JoinHandle<()>>,
}

/// A thread's life: serve the queue until it closes.
pub(crate) type Server = Box<dyn FnOnce(Queue) + Send>;

impl Lane {
    /// Starts one thread per server on a queue of `bound` places.
    pub(crate) fn start(name: &str, store: usize, bound: usize, servers: Vec<Server>) -> Result<Self, Fault> {
        let (sender, receiver) = sync_channel(bound);
        let queue = Queue(Arc::new(Mutex::new(receiver)));
        let mut threads = Vec::with_capacity(servers.len());
        for (number, server) in servers.into_iter().enumerate() {
            let queue = queue.clone();
            let thread = Builder::new()
                .name(format!("{name}-{number}"))
                .spawn(move || {
                    SERVING.set(store);
                    server(queue);
                })
                .map_err(|error| Fault::Unavailable(error.to_string()))?;
            threads.push(thread);
        }
        Ok(Self { sender: Some(sender), threads })
    }

    /// Puts work in the queue; a full queue gives the work back with the fault.
    pub(crate) fn send(&self, work: BoxedWork) -> Result<(), (BoxedWork, Fault)> {
        let Some(sender) = &self.sender else { return Err((work, Fault::Closed)) };
        sender.try_send(work).map_err(|error| match error {
            TrySendError::Full(work) => (work, Fault::Overloaded),
            TrySendError::Disconnected(work) => (work, Fault::Closed),
        })
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        self.sender = None;
        let me = std::thread::current().id();
        for thread in self.threads.drain(..) {
            // The last handle may be dropped by a closure on one of our own threads, which cannot wait for itself.
            if thread.thread().id() != me && thread.join().is_err() {
                tracing::error!("a store thread panicked");
            }
        }
    }
}
