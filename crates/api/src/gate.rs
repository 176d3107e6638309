//! Fair use: each company has its rate and its turn, so that one that floods makes only itself wait (ADR 18).

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use app::App;
use app::account::Origin;
use app::h2h::rate::Local;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::oneshot;

use crate::problem::Problem;
use crate::{auth, newer, query};

/// Most requests in use cases at the same time.
const AT_ONCE: usize = 64;
/// Most of one caller at the same time.
const EACH: usize = 16;
/// Most of one caller that wait for a place.
const WAITING: usize = 256;
/// Most tokens whose company is remembered.
const KNOWN: usize = 20_000;

tokio::task_local! {
    static HERE: Here;
}

/// Whose request runs on this task, and where it queues.
#[derive(Clone)]
pub struct Here {
    gate: Arc<Gate>,
    caller: String,
}

impl Here {
    /// That of the running request; none outside of one.
    pub fn current() -> Option<Self> {
        HERE.try_with(Self::clone).ok()
    }

    /// Waits for a place; the error says that too many wait already.
    pub async fn place(&self) -> Result<Place, app::Error> {
        let busy = || app::Error::Throttled { seconds: 1 };
        match self.gate.enter(&self.caller).ok_or_else(busy)? {
            Ok(place) => Ok(place),
            Err(turn) => turn.await.map_err(|_| busy()),
        }
    }

    /// Remembers whose token it is, so that from now on his calls count together.
    pub fn learn(&self, token: &str, company: &str) {
        let mut known = self.gate.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(digest(token), company.to_owned());
    }
}

fn digest(token: &str) -> u128 {
    // Two hashes of 64 bits with keys of this process: nobody outside can aim at a collision.
    use std::hash::BuildHasher as _;
    static KEYS: std::sync::LazyLock<[std::hash::RandomState; 2]> = std::sync::LazyLock::new(Default::default);
    let [a, b] = &*KEYS;
    (u128::from(a.hash_one(token)) << 64) | u128::from(b.hash_one(token))
}

/// The queue of one router.
#[derive(Default)]
pub struct Gate {
    lanes: Mutex<Lanes>,
    known: Mutex<BTreeMap<u128, String>>,
}

#[derive(Default)]
struct Lanes {
    running: usize,
    callers: BTreeMap<String, Lane>,
    /// Callers with somebody waiting and room for one more, in the order of their turns.
    turns: VecDeque<String>,
}

#[derive(Default)]
struct Lane {
    running: usize,
    waiting: VecDeque<oneshot::Sender<Place>>,
    queued: bool,
}

/// A place among the running requests; dropping it lets the next one in.
pub struct Place {
    gate: Arc<Gate>,
    caller: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        let next = {
            let mut lanes = self.gate.lock();
            lanes.running -= 1;
            lanes.left(&self.caller);
            lanes.admit(&self.gate)
        };
        for (turn, place) in next {
            // Whoever gave up meanwhile hands his place on by dropping it.
            drop(turn.send(place));
        }
    }
}

impl Gate {
    fn lock(&self) -> std::sync::MutexGuard<'_, Lanes> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place, or a turn to wait for; none when too many of this caller wait.
    fn enter(self: &Arc<Self>, caller: &str) -> Option<Result<Place, oneshot::Receiver<Place>>> {
        let mut lanes = self.lock();
        let full = lanes.running >= AT_ONCE;
        let lane = lanes.callers.entry(caller.to_owned()).or_default();
        if lane.running < EACH && !full && lane.waiting.is_empty() {
            lane.running += 1;
            lanes.running += 1;
            return Some(Ok(Place { gate: Arc::clone(self), caller: caller.to_owned() }));
        }
        if lane.waiting.len() >= WAITING {
            return None;
        }
        let (turn, mine) = oneshot::channel();
        lane.waiting.push_back(turn);
        lanes.queue(caller);
        Some(Err(mine))
    }
}

impl Lanes {
    fn queue(&mut self, caller: &str) {
        let Some(lane) = self.callers.get_mut(caller) else { return };
        if lane.waiting.is_empty() || lane.queued || lane.running >= EACH {
            return;
        }
        lane.queued = true;
        self.turns.push_back(caller.to_owned());
    }

    fn left(&mut self, caller: &str) {
        let Some(lane) = self.callers.get_mut(caller) else { return };
        lane.running -= 1;
        if lane.running == 0 && lane.waiting.is_empty() {
            self.callers.remove(caller);
        } else {
            self.queue(caller);
        }
    }

    /// Lets callers in by turns while there is room.
    fn admit(&mut self, gate: &Arc<Gate>) -> Vec<(oneshot::Sender<Place>, Place)> {
        let mut next = Vec::new();
        while self.running < AT_ONCE {
            let Some(caller) = self.turns.pop_front() else { break };
            let Some(lane) = self.callers.get_mut(&caller) else { continue };
            lane.queued = false;
            if let Some(turn) = lane.waiting.pop_front() {
                lane.running += 1;
                self.running += 1;
                next.push((turn, Place { gate: Arc::clone(gate), caller: caller.clone() }));
            }
            self.queue(&caller);
        }
        next
    }
}

/// Whether a request came on the newer path generation; prefixes are gone where handlers look.
#[derive(Debug, Clone, Copy)]
pub struct Newer(pub bool);

/// Lets a request in when its caller has not used up what is his.
pub async fn pass(State((app, gate)): State<(App, Arc<Gate>)>, mut request: Request, next: Next) -> Response {
    if let Err(problem) = query::check(request.uri()) {
        return axum::response::IntoResponse::into_response(problem);
    }
    let newer = newer(request.uri().path());
    request.extensions_mut().insert(Newer(newer));
    let caller = caller(&app, &gate, &request);
    if app.settings().h2h.rate > 0
        && let Err(problem) = within_rate(&app, &caller).await
    {
        return axum::response::IntoResponse::into_response(problem);
    }
    HERE.scope(Here { gate, caller }, next.run(request)).await
}

/// The company of a known token; for everybody else the network address.
fn caller(app: &App, gate: &Gate, request: &Request) -> String {
    let token = auth::token(request.headers());
    let known = gate.known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(company) = token.and_then(|token| known.get(&digest(&token)).cloned()) {
        return company;
    }
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = request.headers().get("x-forwarded-for").and_then(|v| v.to_str().ok()).unwrap_or_default();
    format!("alamat:{}", Origin::seen(app.settings(), peer, forwarded, "").address)
}

async fn within_rate(app: &App, caller: &str) -> Result<(), Problem> {
    let found = match app.buckets().take(caller, app.now()) {
        Local::Ask { block } => {
            let (at, key) = (app.clone(), caller.to_owned());
            let asked = tokio::task::spawn_blocking(move || at.buckets().ask(&at, &key, block)).await;
            asked.map_err(|e| app::Error::Broken(e.to_string()))??
        }
        found => found,
    };
    match found {
        Local::Dry(seconds) => Err(Problem::TooMany { seconds }),
        Local::Granted | Local::Ask { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter(gate: &Arc<Gate>, caller: &str) -> Result<Place, oneshot::Receiver<Place>> {
        gate.enter(caller).unwrap()
    }

    #[test]
    fn a_flood_leaves_room_and_waits_its_turn() {
        let gate = Arc::new(Gate::default());
        let mut flood: Vec<Place> = (0..EACH).map(|_| enter(&gate, "a").ok().unwrap()).collect();
        let mut waiting: Vec<_> = (0..WAITING).map(|_| enter(&gate, "a").err().unwrap()).collect();
        assert!(gate.enter("a").is_none(), "too many wait");
        assert!(enter(&gate, "b").is_ok(), "another has a place at once");
        drop(flood.pop());
        let first = waiting[0].try_recv();
        assert!(first.is_ok(), "the first that waited is let in");
        assert!(waiting[1].try_recv().is_err());
    }

    #[test]
    fn turns_go_round() {
        let gate = Arc::new(Gate::default());
        let callers = ["a", "b", "c", "d"];
        let mut held: Vec<Place> =
            callers.iter().flat_map(|c| (0..EACH).map(|_| enter(&gate, c).ok().unwrap()).collect::<Vec<_>>()).collect();
        let mut many: Vec<_> = (0..20).map(|_| enter(&gate, "a").err().unwrap()).collect();
        let mut new = enter(&gate, "e").err().unwrap();
        drop(held.pop());
        assert!(new.try_recv().is_ok(), "the newcomer is first: a has all the places it may have");
        assert!(many[0].try_recv().is_err());
        drop(held.remove(0));
        assert!(many[0].try_recv().is_ok());
        drop(held);
        let running = gate.lock().running;
        assert_eq!(running, gate.lock_running_of("a"), "all others have left");
    }

    #[test]
    fn whoever_gives_up_hands_on() {
        let gate = Arc::new(Gate::default());
        let mut held: Vec<Place> = (0..EACH).map(|_| enter(&gate, "a").ok().unwrap()).collect();
        drop(enter(&gate, "a").err().unwrap());
        let mut second = enter(&gate, "a").err().unwrap();
        drop(held.pop());
        assert!(second.try_recv().is_ok());
    }

    impl Gate {
        fn lock_running_of(&self, caller: &str) -> usize {
            self.lock().callers.get(caller).map_or(0, |lane| lane.running)
        }
    }
}
