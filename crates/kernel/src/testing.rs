//! What the tests of all values share.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::string::string_regex;
use proptest::test_runner::{Config, TestRunner};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Datum;

/// Expects `typed` to read as the value that is shown as `canonical`, or not to read at all.
#[track_caller]
pub(crate) fn check<T: Datum>(typed: &str, canonical: Option<&str>) {
    let shown = typed.parse::<T>().ok().map(|value| value.to_string());
    assert_eq!(shown.as_deref(), canonical, "{typed:?}");
}

/// Expects none of `typed` to read.
#[track_caller]
pub(crate) fn refuse<T: Datum>(typed: &[&str]) {
    for text in typed {
        check::<T>(text, None);
    }
}

/// As [`laws_of`], for the texts of the pattern `good`.
pub(crate) fn laws<T: Datum + Serialize + DeserializeOwned>(good: &str) {
    laws_of::<T>(&string_regex(good).expect("a pattern").boxed());
}

/// The laws of every value, for `good` texts, which must read, texts near them, and any text at all.
pub(crate) fn laws_of<T: Datum + Serialize + DeserializeOwned>(good: &BoxedStrategy<String>) {
    run(good, |text| {
        let value = text.parse::<T>().unwrap_or_else(|p| panic!("{text:?}: {p:?}"));
        comes_back(&value);
        assert_eq!(format!(" \t{text}\u{a0}\n").parse(), Ok(value), "blanks around {text:?}");
    });
    let near = (good.clone(), any::<Index>(), any::<char>(), any::<bool>()).prop_map(|(text, at, other, replace)| {
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        chars.splice(at..at + usize::from(replace), [other]);
        chars.into_iter().collect::<String>()
    });
    run(&near, |text| stays_or_fails::<T>(text));
    let any_text = vec(any::<char>(), 0..60).prop_map(String::from_iter);
    run(&any_text, |text| stays_or_fails::<T>(text));
    explains::<T>();
}

/// Every refusal shows examples that would have been accepted.
fn explains<T: Datum>() {
    let problem = "?\u{7f}".parse::<T>().expect_err("no value at all");
    assert_eq!(problem.code, 1023);
    for (sentence, mark) in [(&problem.message.id, "misalnya "), (&problem.message.en, "such as ")] {
        let examples = sentence.split_once(mark).unwrap_or_else(|| panic!("{sentence}")).1;
        for example in examples.trim_end_matches('.').replace(" atau ", " or ").split(" or ") {
            assert!(example.parse::<T>().is_ok(), "{example:?} of {sentence:?}");
        }
    }
}

fn stays_or_fails<T: Datum + Serialize + DeserializeOwned>(text: &str) {
    match text.parse::<T>() {
        Ok(value) => comes_back(&value),
        Err(problem) => assert!(!problem.message.id.is_empty() && problem.message.id != problem.message.en),
    }
}

fn comes_back<T: Datum + Serialize + DeserializeOwned>(value: &T) {
    let shown = value.to_string();
    assert_eq!(shown.parse(), Ok(value.clone()), "{shown:?}");
    let json = serde_json::to_value(value).expect("a value that JSON can hold");
    assert_eq!(json.is_number(), T::NUMBER, "{json}");
    assert_eq!(serde_json::from_value::<T>(json).expect("what was just written"), *value);
}

fn run<S: Strategy<Value: Debug + AsRef<str>>>(strategy: &S, law: impl Fn(&str)) {
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let checked = TestRunner::new(config).run(strategy, |text| {
        law(text.as_ref());
        Ok(())
    });
    checked.unwrap_or_else(|failure| panic!("{failure}"));
}
