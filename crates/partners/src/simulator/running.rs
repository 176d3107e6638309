//! A simulator as a future for a process of its own, or on a thread beside something else.

use std::future::Future;
use std::net::SocketAddr;
use std::thread::JoinHandle;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::config::{SimulatorConfig, SimulatorFault};
use super::core::Sim;
use super::routes::router;

/// A simulator that has read its journal and can be served.
#[derive(Clone)]
pub struct Simulator(Sim);

impl Simulator {
    /// Checks the configuration and reads the journal.
    pub fn open(config: SimulatorConfig) -> Result<Self, SimulatorFault> {
        Sim::open(config).map(Self)
    }

    /// Its routes, to be served by another server; delays then only pass when somebody asks.
    pub fn router(&self) -> Router {
        router(self.0.clone())
    }

    /// Serves until `stop` is done. Stopping is sudden: whatever was answered is in the journal already.
    pub async fn run(self, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<(), SimulatorFault> {
        let server = axum::serve(listener, self.router());
        tokio::select! {
            ended = server => Ok(ended?),
            () = self.0.keep_time() => Ok(()),
            () = stop => Ok(()),
        }
    }
}

/// Opens a simulator and serves it for ever.
pub async fn serve(listener: TcpListener, config: SimulatorConfig) -> Result<(), SimulatorFault> {
    Simulator::open(config)?.run(listener, std::future::pending()).await
}

/// A simulator on a thread of its own; dropping it stops it as suddenly as a kill would.
pub struct Running {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Listens on `addr` (port 0 for any) and returns once connections are accepted.
    pub fn start(config: SimulatorConfig, addr: SocketAddr) -> Result<Self, SimulatorFault> {
        let simulator = Simulator::open(config)?;
        let listener = std::net::TcpListener::bind(addr)?;
        listener.set_nonblocking(true)?;
        let addr = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::Builder::new().name("simulator".to_owned()).spawn(move || {
            let ended = runtime.block_on(async {
                let listener = TcpListener::from_std(listener)?;
                simulator.run(listener, async { drop(stopped.await) }).await
            });
            if let Err(e) = ended {
                tracing::error!(error = %e, "simulator ended");
            }
        })?;
        Ok(Self { addr, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Its address for [`PartnersConfig::all_at`](crate::PartnersConfig::all_at).
    pub fn base_url(&self) -> String {
        format!("http://{}", self.addr)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has already said so; there is nobody left to tell.
            let _ = thread.join();
        }
    }
}
