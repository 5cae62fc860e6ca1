//! Arguments that are in order, broken: each field left out, of another kind, huge, hostile or nested without end.

use crate::support::shared_text;
use serde_json::{Value, json};

/// Where a value stands in a document, from its root.
type Place = Vec<Step>;

#[derive(Debug, Clone)]
enum Step {
    Field(String),
    Item(usize),
}

/// Every place in a document, the document itself left out.
fn places(value: &Value) -> Vec<Place> {
    let children: Vec<(Step, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (Step::Field(name.clone()), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, value)| (Step::Item(n), value)).collect(),
        _ => Vec::new(),
    };
    let mut all = Vec::new();
    for (step, child) in children {
        all.push(vec![step.clone()]);
        all.extend(places(child).into_iter().map(|rest| [vec![step.clone()], rest].concat()));
    }
    all
}

fn at<'a>(document: &'a mut Value, place: &[Step]) -> &'a mut Value {
    place.iter().fold(document, |value, step| match step {
        Step::Field(name) => &mut value[name.as_str()],
        Step::Item(n) => &mut value[*n],
    })
}

/// An array in an array in an array.
fn nested(depth: usize) -> Value {
    (0..depth).fold(json!("x"), |inner, _| json!([inner]))
}

/// Values that no field expects, or hardly.
fn odd() -> Vec<Value> {
    let id = "01930f6e-7c2a-7b3d-8c4d-5e6f708192a3";
    let mut all = vec![
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!(-0.5),
        json!("NaN"),
        json!(""),
        json!(" "),
        json!([]),
        json!({}),
        json!([[], {}, null]),
        json!({ "": { "__proto__": 1 } }),
        nested(100),
        json!(id),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        json!("2026-02-30"),
        json!("-271821-04-20T00:00:00Z"),
        json!("9999-12-31T23:59:59Z"),
        json!("x".repeat(300)),
        json!("\u{202e}".repeat(100_001)),
        json!("9".repeat(600_000)),
        json!("\u{0}"),
        json!("a\u{0}b\r\nc\u{1b}[31m"),
        json!("\u{202e}gnp.exe\u{200f}"),
        json!("<img src=x onerror=alert(1)>"),
        json!("'); DROP TABLE event; --"),
        json!("\" OR * NEAR( ^"),
        json!("../../../../etc/passwd"),
        json!("file:kept.db?mode=memory&vfs=unix"),
        json!("/nowhere/\u{0}/x"),
        json!(vec!["x"; 5000]),
    ];
    let hostile: Vec<Value> = serde_json::from_str(&shared_text("hostile/blns.json").unwrap()).unwrap();
    all.extend(hostile.into_iter().step_by(37));
    all
}

/// All the ways in which `sample` is broken. Each is called with arguments of its own: `sample` makes them anew, since what
/// one call has done another cannot do again.
pub fn broken(sample: impl Fn() -> Value, mut each: impl FnMut(Value)) {
    let (places, odd) = (places(&sample()), odd());
    for (n, place) in places.iter().enumerate() {
        let Some((last, before)) = place.split_last() else { continue };
        // What stands deeper is read by the same code as its neighbours: they share the values among them.
        let every = if before.is_empty() { 1 } else { 5 };
        for value in odd.iter().skip(n % every).step_by(every) {
            let mut args = sample();
            *at(&mut args, place) = value.clone();
            each(args);
        }
        let mut args = sample();
        match (at(&mut args, before), last) {
            (Value::Object(fields), Step::Field(name)) => drop(fields.shift_remove(name)),
            (Value::Array(items), Step::Item(n)) => drop(items.remove(*n)),
            _ => {}
        }
        each(args);
    }
    for value in odd {
        let mut args = sample();
        args["not_a_field"] = value.clone();
        each(args);
        each(value);
    }
    // All fields at once, of another's kind: each as the next one should be.
    let mut args = sample();
    if let Value::Object(fields) = &mut args {
        let mut values: Vec<Value> = fields.values().cloned().collect();
        let by = values.len().min(1);
        values.rotate_left(by);
        fields.values_mut().zip(values).for_each(|(field, value)| *field = value);
    }
    each(args);
}
