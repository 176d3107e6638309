//! Where one is: breadcrumbs, tasks with their state, sections of a document, and what has happened so far.

use askama::Template;

use super::{Badge, Link, Text, components};
use crate::lang::Lang;

/// The way here from the top.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/breadcrumbs.html")]
pub struct Breadcrumbs {
    label: &'static str,
    links: Vec<Link>,
    here: Text,
}

impl Breadcrumbs {
    /// The pages above, and this one.
    pub fn new(lang: Lang, links: Vec<Link>, here: impl Into<Text>) -> Self {
        Self { label: lang.ui().breadcrumbs, links, here: here.into() }
    }
}

/// One task of a list.
#[derive(Debug, Clone)]
pub struct Task {
    name: Text,
    href: Option<Text>,
    hint: Option<Text>,
    state: Badge,
}

impl Task {
    /// Its name and state; without a link it cannot be begun yet.
    pub fn new(name: impl Into<Text>, state: Badge) -> Self {
        Self { name: name.into(), href: None, hint: None, state }
    }

    /// Where it is done.
    #[must_use]
    pub fn href(mut self, href: impl Into<Text>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// What is needed for it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// Tasks in any order, with their states.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/task_list.html")]
pub struct TaskList {
    /// Tells the lists of one page apart: part of the ids.
    pub id: &'static str,
    /// In order.
    pub tasks: Vec<Task>,
}

/// One section of a document.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its name and page.
    pub link: Link,
    /// State in words, with the number of errors.
    pub state: Option<Badge>,
    /// The reader is here.
    pub current: bool,
}

/// The sections of a document in their order; each is a page of its own.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/section_list.html")]
pub struct SectionList {
    /// What the sections belong to.
    pub label: Text,
    /// In order.
    pub sections: Vec<Section>,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub struct TimelineEvent {
    /// What.
    pub title: Text,
    /// When, for people and for machines.
    pub at: (String, String),
    /// Who did it: a person or the system.
    pub actor: Text,
    /// What it means and what comes next.
    pub text: Option<Text>,
    /// Letters and pages that belong to it.
    pub links: Vec<Link>,
}

/// What has happened, newest first.
#[derive(Debug, Clone, Template)]
#[template(path = "ui/timeline.html")]
pub struct Timeline {
    /// Newest first.
    pub events: Vec<TimelineEvent>,
}

components!(Breadcrumbs, TaskList, SectionList, Timeline);
