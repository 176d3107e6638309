//! A closure on its way to the thread that owns a connection, and its answer on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::{Fault, Tx};

/// A unit of work as the engine threads see it: the result type stays inside.
pub(crate) trait Work: Send {
    /// Runs the closure and keeps its answer; true when its changes are to be kept. May be called again after a rollback.
    fn run(&mut self, tx: &mut dyn Tx) -> bool;

    /// Hands the answer over: the closure's own, or this fault when the engine could not keep its promise.
    fn finish(self: Box<Self>, outcome: Result<(), Fault>);
}

/// Boxed work, as it travels through the queue.
pub(crate) type BoxedWork = Box<dyn Work>;

type Reply<T, E> = Box<dyn FnOnce(Result<T, E>) + Send>;

/// The work behind `Db::write` and `Db::read`.
pub(crate) struct Task<F, T, E: From<Fault>> {
    /// Gone before the answer is: what it holds, another store perhaps, is the caller's alone when he goes on.
    body: Option<F>,
    answer: Option<Result<T, E>>,
    reply: Option<Reply<T, E>>,
}

impl<F, T, E: From<Fault>> Task<F, T, E> {
    /// Work that answers through `reply`, exactly once, also when it is never run.
    pub(crate) fn new(body: F, reply: impl FnOnce(Result<T, E>) + Send + 'static) -> Self {
        Self { body: Some(body), answer: None, reply: Some(Box::new(reply)) }
    }

    fn send(&mut self, answer: Result<T, E>) {
        self.body = None;
        if let Some(reply) = self.reply.take() {
            // The caller's callback must not take the connection's thread down with it.
            if catch_unwind(AssertUnwindSafe(|| reply(answer))).is_err() {
                tracing::error!("a store callback panicked");
            }
        }
    }
}

impl<F, T, E> Work for Task<F, T, E>
where
    F: Fn(&mut dyn Tx) -> Result<T, E> + Send,
    T: Send,
    E: From<Fault> + Send,
{
    fn run(&mut self, tx: &mut dyn Tx) -> bool {
        let Some(body) = &self.body else { return false };
        let answer = catch_unwind(AssertUnwindSafe(|| body(tx))).unwrap_or_else(|_| Err(Fault::Panicked.into()));
        let keep = answer.is_ok();
        self.answer = Some(answer);
        keep
    }

    fn finish(mut self: Box<Self>, outcome: Result<(), Fault>) {
        let answer = match (outcome, self.answer.take()) {
            (Ok(()), Some(answer)) => answer,
            (Ok(()), None) => Err(Fault::Closed.into()),
            (Err(fault), _) => Err(fault.into()),
        };
        self.send(answer);
    }
}

impl<F, T, E: From<Fault>> Drop for Task<F, T, E> {
    fn drop(&mut self) {
        if self.reply.is_some() {
            self.send(Err(Fault::Closed.into()));
        }
    }
}
