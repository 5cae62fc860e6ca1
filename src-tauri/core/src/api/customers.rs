//! Calls about customers.

use super::{Reply, parse, shown, written};
use crate::{
    customer::{CustomerChange, NewCustomer, NewRelation, RelationChange},
    desk::Desk,
    error::Result,
    event::Channel,
    id::Id,
};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Find {
    query: String,
    limit: Option<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    text: String,
}

/// How many hits a search answers when not said.
const HITS: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Show {
    id: Id,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Doubles {
    draft: NewCustomer,
    except: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ended {
    id: Id,
    customer: Id,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Restrict {
    customer: Id,
    channels: Vec<Channel>,
    reason: String,
}

/// A change carries the id of its customer beside what is changed.
fn parse_change(args: &Value) -> Result<(Id, CustomerChange)> {
    let mut change = args.clone();
    let id = change.as_object_mut().and_then(|object| object.remove("id")).unwrap_or(Value::Null);
    // A window sends null for what it leaves as it is.
    if let Some(object) = change.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    Ok((parse::<Show>(&json!({ "id": id }))?.id, parse(&change)?))
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "find" => parse(args).and_then(|Find { query, limit }| shown(desk.find(&query, limit.unwrap_or(HITS))?)),
        "caller" => parse(args).and_then(|Call { text }| shown(desk.caller(&text)?)),
        "customer_show" => parse(args).and_then(|Show { id }| shown(desk.show_customer(id)?)),
        "call_guard" => parse(args).and_then(|Show { id }| shown(desk.call_guard(id)?)),
        "customer_doubles" => parse(args)
            .and_then(|Doubles { draft, except }| shown(json!({ "doubles": desk.likely_doubles(&draft, except)? }))),
        "customer_add" => parse::<NewCustomer>(args).and_then(|given| written(desk.add_customer(given)?)),
        "customer_relate" => parse::<NewRelation>(args).and_then(|given| written(desk.relate_customers(&given)?)),
        "relation_change" => parse::<RelationChange>(args).and_then(|change| written(desk.change_relation(&change)?)),
        "relation_end" => parse(args).and_then(|Ended { id, customer }| written(desk.end_relation(id, customer)?)),
        "contact_restrict" => parse(args).and_then(|Restrict { customer, channels, reason }| {
            written(desk.restrict_contact(customer, &channels, &reason)?)
        }),
        "contact_allow" => parse(args).and_then(|Restrict { customer, channels, reason }| {
            written(desk.allow_contact(customer, &channels, &reason)?)
        }),
        "customer_change" => parse_change(args).and_then(|(id, change)| written(desk.change_customer(id, change)?)),
        _ => return None,
    })
}
