//! What a check is, and the list that the chapters fill.

use crate::world::World;

/// Why a check did not pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Miss {
    /// The server broke the promise; what was seen instead.
    Broken(String),
    /// It could not be asked here; what would be needed.
    Skipped(&'static str),
}

impl From<String> for Miss {
    fn from(why: String) -> Self {
        Self::Broken(why)
    }
}

/// How a check ended.
pub type Verdict = Result<(), Miss>;

/// One promise of the contract.
pub struct Check {
    /// Chapter, number and, where it is asked on both, the path generation: `STS-03/v1`.
    pub id: String,
    /// The promise in words.
    pub title: String,
    /// Asks.
    pub run: Box<dyn Fn(&World) -> Verdict>,
}

/// The two path generations that a server serves with the same answers (h2h-api 1.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// 2022 to 2025; most clients.
    V1,
    /// The developer portal of 2026.
    V2,
}

impl Generation {
    /// Prefix of the log-in services.
    pub fn auth(self) -> &'static str {
        match self {
            Self::V1 => "/nle-oauth/v1/user",
            Self::V2 => "/v1/openapi-auth/user",
        }
    }

    /// Prefix of the services.
    pub fn services(self) -> &'static str {
        match self {
            Self::V1 => "/openapi",
            Self::V2 => "/v2/openapi",
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }
}

/// The list under construction.
#[derive(Default)]
pub struct List(pub Vec<Check>);

impl List {
    /// A check that is asked once.
    pub fn one(&mut self, id: impl Into<String>, title: impl Into<String>, run: impl Fn(&World) -> Verdict + 'static) {
        self.0.push(Check { id: id.into(), title: title.into(), run: Box::new(run) });
    }

    /// A check that is asked on both path generations.
    pub fn both(
        &mut self,
        id: impl AsRef<str>,
        title: impl AsRef<str>,
        run: impl Fn(&World, Generation) -> Verdict + Clone + 'static,
    ) {
        for generation in [Generation::V1, Generation::V2] {
            let run = run.clone();
            let id = format!("{}/{}", id.as_ref(), generation.word());
            self.one(id, title.as_ref(), move |world: &World| run(world, generation));
        }
    }
}
