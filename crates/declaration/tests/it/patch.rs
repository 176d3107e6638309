//! Changing one datum of a JSON tree by its pointer.

use declaration::Raw;

/// One step of a pointer: a member, or an element from 0.
enum Step<'a> {
    Member(&'a str),
    Element(usize),
}

fn steps(pointer: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    for part in pointer.split('.') {
        let (name, rest) = part.split_once('[').map_or((part, ""), |(name, rest)| (name, rest));
        steps.push(Step::Member(name));
        let indices = rest.split(['[', ']']).filter(|index| !index.is_empty());
        steps.extend(indices.map(|index| Step::Element(index.parse().unwrap())));
    }
    steps
}

/// Puts `value` at `pointer`: a member is added or replaced, the element behind the last is appended, and `null` takes
/// the member or the element away.
pub fn set(tree: &mut Raw, pointer: &str, value: Raw) {
    let steps = steps(pointer);
    let (last, parents) = steps.split_last().unwrap();
    let place = parents.iter().fold(tree, |here, step| child(here, step, pointer));
    match (place, last) {
        (Raw::Object(members), Step::Member(name)) => {
            members.retain(|(n, _)| n != name || value != Raw::Null);
            match members.iter_mut().find(|(n, _)| n == name) {
                Some((_, old)) => *old = value,
                None if value == Raw::Null => {}
                None => members.push(((*name).to_owned(), value)),
            }
        }
        (Raw::List(list), Step::Element(index)) if value == Raw::Null => drop(list.remove(*index)),
        (Raw::List(list), Step::Element(index)) if *index == list.len() => list.push(value),
        (Raw::List(list), Step::Element(index)) => list[*index] = value,
        (other, _) => panic!("{pointer}: cannot step into {}", other.to_json()),
    }
}

fn child<'a>(here: &'a mut Raw, step: &Step<'_>, pointer: &str) -> &'a mut Raw {
    match (here, step) {
        (Raw::Object(members), Step::Member(name)) => {
            if !members.iter().any(|(n, _)| n == name) {
                members.push(((*name).to_owned(), Raw::List(Vec::new())));
            }
            &mut members.iter_mut().find(|(n, _)| n == name).unwrap().1
        }
        (Raw::List(list), Step::Element(index)) => &mut list[*index],
        (other, _) => panic!("{pointer}: cannot step into {}", other.to_json()),
    }
}

/// Applies an object of pointers and values, in its order.
pub fn apply(tree: &mut Raw, patches: &Raw) {
    let Raw::Object(patches) = patches else { panic!("patches must be an object") };
    for (pointer, value) in patches {
        set(tree, pointer, value.clone());
    }
}

#[test]
fn a_patch_changes_adds_and_takes_away() {
    let json = |text: &str| Raw::parse(text.as_bytes(), &declaration::Limits::default()).unwrap();
    let mut tree = json(r#"{"a": 1, "b": [{"c": 2}, {"c": 3}]}"#);
    apply(&mut tree, &json(r#"{"a": null, "b[0].c": "x", "b[2]": {"c": 4}, "b[1]": null, "d[0]": 5}"#));
    assert_eq!(tree.to_json(), r#"{"b":[{"c":"x"},{"c":4}],"d":[5]}"#);
}
