//! One declaration under test, with its clock.

use jiff::{SignedDuration, Timestamp};

use super::super::*;

/// A declaration, the commands' clock, and everything that happened.
#[derive(Clone)]
pub struct Case {
    pub state: State,
    pub now: Timestamp,
    pub calendar: Calendar,
    pub params: WorkflowParams,
    pub log: Vec<Event>,
}

/// An instant in western Indonesia, such as `2026-03-06 16:00`.
pub fn wib(text: &str) -> Timestamp {
    format!("{}:00+07:00", text.replace(' ', "T")).parse().unwrap()
}

pub fn holidays() -> Vec<kernel::Date> {
    ["2026-03-18", "2026-03-19", "2026-03-20", "2026-03-23", "2026-03-24", "2026-04-03"]
        .iter()
        .map(|d| d.parse().unwrap())
        .collect()
}

impl Case {
    /// Nothing recorded, Monday 2 March 2026 09:00, an office with usual hours.
    pub fn new() -> Self {
        Self {
            state: State::default(),
            now: wib("2026-03-02 09:00"),
            calendar: Calendar::new(Zona::Wib, false, holidays()),
            params: WorkflowParams::default(),
            log: Vec::new(),
        }
    }

    pub fn with(mut self, key: &'static str, value: &'static str) -> Self {
        self.params = WorkflowParams::from_lookup(&|k| (k == key).then(|| value.to_owned())).unwrap();
        self
    }

    pub fn context(&self) -> Context<'_> {
        Context { now: self.now, calendar: &self.calendar, params: &self.params }
    }

    pub fn decide(&self, oleh: Actor, tindakan: Action) -> Result<Vec<Event>, Refusal> {
        decide(&self.state, Command::new(oleh, tindakan), &self.context())
    }

    /// Carries out what must not be refused.
    #[track_caller]
    pub fn act(mut self, oleh: Actor, tindakan: Action) -> Self {
        let shown = format!("{tindakan:?}");
        match self.decide(oleh, tindakan) {
            Ok(events) => self.take(events),
            Err(refusal) => panic!("{shown} refused at {:?}: {refusal:?}", self.state.tahap),
        }
        self
    }

    /// Expects a refusal by its code.
    #[track_caller]
    pub fn refuse(self, oleh: Actor, tindakan: Action, code: &str) -> Self {
        let got = self.decide(oleh, tindakan);
        let tag = got.map(|e| jenis(&e).join(" ")).map_err(|r| refusal_code(&r));
        assert_eq!(tag, Err(code.to_owned()));
        self
    }

    /// Expects that a command is accepted and changes nothing.
    #[track_caller]
    pub fn nothing(self, oleh: Actor, tindakan: Action) -> Self {
        assert_eq!(self.decide(oleh, tindakan), Ok(Vec::new()));
        self
    }

    pub fn take(&mut self, events: Vec<Event>) {
        for event in events {
            self.state = apply(std::mem::take(&mut self.state), &event);
            self.log.push(event);
        }
    }

    pub fn at(mut self, text: &str) -> Self {
        self.now = wib(text);
        self
    }

    pub fn later(mut self, minutes: i64) -> Self {
        self.now += SignedDuration::from_mins(minutes);
        self
    }

    #[track_caller]
    pub fn waits(&self) -> Waiting {
        waiting(&self.state, &self.context()).expect("waits for something")
    }

    /// Expects the next deadline, lets it come, and ticks.
    #[track_caller]
    pub fn deadline(mut self, text: &str) -> Self {
        assert_eq!(self.waits().tick_at, wib(text), "{}", self.waits().tick_at);
        self.now = wib(text) - SignedDuration::from_secs(1);
        let early = self.nothing(Actor::system(), Action::Tick).at(text);
        early.act(Actor::system(), Action::Tick)
    }

    #[track_caller]
    pub fn stands(self, stage: Stage) -> Self {
        assert_eq!(self.state.tahap, stage);
        self
    }

    /// Process codes, with the letters in brackets, in order.
    pub fn timeline(&self) -> String {
        let rows = self.log.iter().flat_map(|event| {
            let letters = letters(event).iter().map(|code| format!("[{code}]"));
            steps(event).map(|s| s.kode_proses.to_owned()).into_iter().chain(letters).collect::<Vec<_>>()
        });
        rows.collect::<Vec<_>>().join(" ")
    }

    /// Tags of the last `count` events.
    pub fn last(&self, count: usize) -> String {
        jenis(&self.log[self.log.len() - count..]).join(" ")
    }

    /// Everything that the last `count` events ask for, without notices.
    pub fn asked(&self, count: usize) -> Vec<Effect> {
        let all = self.log[self.log.len() - count..].iter().flat_map(effects);
        all.filter(|e| !matches!(e, Effect::Notify { .. })).collect()
    }
}

pub fn jenis(events: &[Event]) -> Vec<String> {
    let tag = |e: &Event| serde_json::to_value(e).unwrap()["jenis"].as_str().unwrap().to_owned();
    events.iter().map(tag).collect()
}

pub fn refusal_code(refusal: &Refusal) -> String {
    serde_json::to_value(refusal).unwrap()["kode"].as_str().unwrap().to_owned()
}
