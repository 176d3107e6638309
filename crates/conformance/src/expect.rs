//! What an answer must look like.

use serde_json::Value;

/// The shape of one member.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text with something in it.
    Filled,
    /// Exactly this text.
    Is(&'static str),
    /// One of these texts, whatever their case.
    OneOf(&'static [&'static str]),
    /// Text of this pattern: `9` a digit, `A` a letter or digit, everything else itself.
    Like(&'static str),
    /// The same, or null.
    LikeOrNull(&'static str),
    /// Text or null.
    TextOrNull,
    /// A number written as text.
    NumberText,
    /// A whole number.
    Int,
    /// A whole number above zero.
    Positive,
    /// Exactly this number.
    Exactly(i64),
    /// true.
    True,
    /// null.
    Null,
    /// A list.
    List,
    /// A list or null.
    ListOrNull,
    /// A UUID.
    Uuid,
    /// Text, number, whatever, as long as the member is there.
    Present,
}

/// The member at a JSON pointer has the shape.
pub fn member(value: &Value, pointer: &str, shape: Shape) -> Result<(), String> {
    let Some(found) = value.pointer(pointer) else { return Err(format!("{pointer} is missing: {}", short(value))) };
    if fits(found, shape) { Ok(()) } else { Err(format!("{pointer} is {}, not {shape:?}", short(found))) }
}

/// Several members.
pub fn members(value: &Value, wanted: &[(&str, Shape)]) -> Result<(), String> {
    wanted.iter().try_for_each(|(pointer, shape)| member(value, pointer, *shape))
}

fn fits(found: &Value, shape: Shape) -> bool {
    let text = found.as_str();
    match shape {
        Shape::Filled => text.is_some_and(|t| !t.trim().is_empty()),
        Shape::Is(wanted) => text == Some(wanted),
        Shape::OneOf(list) => text.is_some_and(|t| list.iter().any(|wanted| wanted.eq_ignore_ascii_case(t))),
        Shape::Like(pattern) => text.is_some_and(|t| like(t, pattern)),
        Shape::LikeOrNull(pattern) => found.is_null() || text.is_some_and(|t| like(t, pattern)),
        Shape::TextOrNull => found.is_null() || text.is_some(),
        Shape::NumberText => text.is_some_and(|t| t.parse::<f64>().is_ok_and(f64::is_finite)),
        Shape::Int => found.is_i64() || found.is_u64(),
        Shape::Positive => found.as_i64().is_some_and(|n| n > 0),
        Shape::Exactly(wanted) => found.as_i64() == Some(wanted),
        Shape::True => found.as_bool() == Some(true),
        Shape::Null => found.is_null(),
        Shape::List => found.is_array(),
        Shape::ListOrNull => found.is_null() || found.is_array(),
        Shape::Uuid => text.is_some_and(is_uuid),
        Shape::Present => true,
    }
}

/// `9` a digit, `A` a letter or digit, everything else itself; as long as the pattern.
pub fn like(text: &str, pattern: &str) -> bool {
    text.chars().count() == pattern.chars().count()
        && text.chars().zip(pattern.chars()).all(|(c, p)| match p {
            '9' => c.is_ascii_digit(),
            'A' => c.is_ascii_alphanumeric(),
            other => c == other,
        })
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    let hex = |group: &&str| group.bytes().all(|b| b.is_ascii_hexdigit());
    groups.iter().map(|g| g.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(hex)
}

/// A value as a report can show it.
pub fn short(value: &Value) -> String {
    value.to_string().chars().take(200).collect()
}

/// The rows of a list member; none when it is not there.
pub fn rows<'a>(value: &'a Value, list: &str) -> &'a [Value] {
    value[list].as_array().map_or(&[], Vec::as_slice)
}

/// Fails with the text unless it holds.
pub fn that(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(value: Value, shape: Shape, expect: bool) {
        assert_eq!(fits(&value, shape), expect, "{value} {shape:?}");
    }

    #[test]
    fn shapes_tell_right_from_wrong() {
        check(json!("05-03-2026"), Shape::Like("99-99-9999"), true);
        check(json!("2026-03-05"), Shape::Like("99-99-9999"), false);
        check(Value::Null, Shape::Like("999"), false);
        check(Value::Null, Shape::LikeOrNull("999"), true);
        check(json!("15109"), Shape::NumberText, true);
        check(json!(15109), Shape::NumberText, false);
        check(json!("inf"), Shape::NumberText, false);
        check(json!(1.5), Shape::Int, false);
        check(json!("OK"), Shape::OneOf(&["ok"]), true);
        check(json!("0198c0de-0000-7000-8000-000000000001"), Shape::Uuid, true);
        check(json!("0198c0de-0000-7000-8000-00000000000"), Shape::Uuid, false);
        check(json!(" "), Shape::Filled, false);
        assert!(member(&json!({}), "/a", Shape::Present).is_err(), "a missing member has no shape");
    }
}
