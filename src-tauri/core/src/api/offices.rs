//! Calls about the office and its members.

use super::{NoArgs, Reply, parse, shown, written};
use crate::{
    desk::{Desk, Written},
    error::Result,
    event::Role,
    id::Id,
    office::{DayChange, OfficeChange, SetUp, read_hours},
    time::Timestamp,
};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Add {
    name: String,
    role: Option<Role>,
    /// Only somebody who is not here yet.
    new: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    member: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leave {
    member: String,
    hand_to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Backup {
    member: String,
    /// Left out or empty: nobody in particular.
    backup: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Department {
    member: String,
    /// Left out or empty: none.
    department: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Serves {
    customer: Id,
    /// Left out: whoever acts.
    member: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Away {
    member: String,
    from: String,
    to: String,
    /// Left out: the member's backup.
    backup: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    /// As if these were kept.
    holidays: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct At {
    at: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Working {
    from: Timestamp,
    to: Timestamp,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    member: String,
}

pub(super) fn call(desk: &Desk, name: &str, args: &Value) -> Option<Result<Reply>> {
    Some(match name {
        "set_up" => parse::<SetUp>(args).and_then(|given| {
            let Written { value: (office, member), change } = desk.set_up(&given)?;
            let value = json!({ "office": office, "member": desk.member_row(&member) });
            written(Written { value, change })
        }),
        "office_show" => parse(args).and_then(|NoArgs {}| shown(&desk.office().settings)),
        "office_change" => parse::<OfficeChange>(args).and_then(|change| written(desk.change_office(&change)?)),
        "member_list" => parse(args).and_then(|NoArgs {}| {
            let members = desk.members();
            shown(json!({ "total": members.len(), "members": members }))
        }),
        "hours_read" => parse(args).and_then(|Hours { text }| shown(read_hours(&text)?)),
        "calendar_show" => parse(args).and_then(|NoArgs {}| shown(desk.show_calendar())),
        "calendar_days" => {
            parse(args).and_then(|Year { year, holidays }| shown(desk.calendar_days(year, holidays.as_deref())?))
        }
        "calendar_set" => parse::<DayChange>(args).and_then(|given| {
            let Written { value: days, change } = desk.set_days(&given)?;
            written(Written { value: json!({ "total": days.len(), "days": days }), change })
        }),
        "open_at" => parse(args).and_then(|At { at }| shown(desk.open_at(at.unwrap_or_else(|| desk.now())))),
        "working_time" => {
            parse(args).and_then(|Working { from, to }| shown(json!({ "working_ms": desk.working_ms(from, to) })))
        }
        "member_add" => parse(args).and_then(|Add { name, role, new }| {
            written(if new.unwrap_or_default() {
                desk.add_new_member(&name, role)?
            } else {
                desk.add_member(&name, role)?
            })
        }),
        "member_rename" => parse(args).and_then(|Rename { member, name }| written(desk.rename_member(&member, &name)?)),
        "member_leave" => {
            parse(args).and_then(|Leave { member, hand_to }| written(desk.dismiss_member(&member, &hand_to)?))
        }
        "member_backup" => parse(args).and_then(|Backup { member, backup }| {
            let backup = backup.as_deref().filter(|name| !name.trim().is_empty());
            written(desk.set_backup(&member, backup)?)
        }),
        "member_department" => parse(args).and_then(|Department { member, department }| {
            written(desk.set_department(&member, &department.unwrap_or_default())?)
        }),
        "mismatch" => {
            parse(args).and_then(|Serves { customer, member }| shown(desk.mismatch(customer, member.as_deref())?))
        }
        "member_away" => parse(args).and_then(|Away { member, from, to, backup }| {
            written(desk.set_away(&member, &from, &to, backup.as_deref())?)
        }),
        "member_back" => parse(args).and_then(|SignIn { member }| written(desk.set_back(&member)?)),
        "sign_in" => parse(args).and_then(|SignIn { member }| {
            let member = desk.sign_in(&member)?;
            shown(desk.member_row(&member))
        }),
        _ => return None,
    })
}
