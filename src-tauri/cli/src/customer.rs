//! `customer`: who the office serves.

use crate::{
    look::Look,
    output::{Answer, warn},
    queue::promises_table,
    session::Session,
    table::{list, text},
    words::{ending, plain},
};
use clap::{Args, Subcommand};
use kept_core::error::{Error, Result};
use serde_json::{Map, Value, json};

/// What can be done with customers.
#[derive(Debug, Subcommand)]
pub enum Customer {
    /// Add a customer
    Add(Add),
    /// Show a customer
    Show {
        /// Who
        #[arg(allow_negative_numbers = true)]
        id: String,
    },
    /// Change a customer: single values replace, "" empties
    Change(Change),
}

/// What adding and changing have in common.
#[derive(Debug, Args)]
pub struct Details {
    /// It is a firm, club or authority
    #[arg(long)]
    organization_kind: bool,
    /// Given name
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    given_name: Option<String>,
    /// Family name
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    family_name: Option<String>,
    /// A phone number, as typed
    #[arg(long = "phone", value_name = "P", allow_hyphen_values = true)]
    phones: Vec<String>,
    /// An e-mail address
    #[arg(long = "email", value_name = "E", allow_hyphen_values = true)]
    emails: Vec<String>,
    /// The firm the person belongs to
    #[arg(long, value_name = "O", allow_hyphen_values = true)]
    organization: Option<String>,
    /// The person's role there
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
    title: Option<String>,
    /// Birthday, like 1969-07-20, or --birthday=--07-20 without the year
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    birthday: Option<String>,
    /// Postal address: "STREET; CITY; REGION; POSTCODE; COUNTRY"
    #[arg(long, value_name = "A", allow_hyphen_values = true)]
    address: Option<String>,
    /// A tag
    #[arg(long = "tag", value_name = "T", allow_hyphen_values = true)]
    tags: Vec<String>,
    /// A free field, such as plate=AB-123
    #[arg(long = "field", value_name = "NAME=VALUE", allow_hyphen_values = true)]
    fields: Vec<String>,
    /// What should be known before anything else
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    note: Option<String>,
}

/// A new customer.
#[derive(Debug, Args)]
pub struct Add {
    /// The full name
    name: String,
    #[command(flatten)]
    details: Details,
}

/// A change of a customer.
#[derive(Debug, Args)]
pub struct Change {
    /// Who
    #[arg(allow_negative_numbers = true)]
    id: String,
    /// The full name
    #[arg(long, value_name = "NAME", allow_hyphen_values = true)]
    name: Option<String>,
    /// It is a person after all
    #[arg(long, conflicts_with = "organization_kind")]
    person_kind: bool,
    #[command(flatten)]
    details: Details,
    /// Take a phone number away, as typed or as E.164
    #[arg(long = "remove-phone", value_name = "P", allow_hyphen_values = true)]
    remove_phones: Vec<String>,
    /// Take an e-mail address away
    #[arg(long = "remove-email", value_name = "E", allow_hyphen_values = true)]
    remove_emails: Vec<String>,
    /// Take a tag away
    #[arg(long = "remove-tag", value_name = "T", allow_hyphen_values = true)]
    remove_tags: Vec<String>,
    /// Take a free field away
    #[arg(long = "remove-field", value_name = "NAME", allow_hyphen_values = true)]
    remove_fields: Vec<String>,
}

impl Customer {
    /// Does it.
    pub fn run(self, session: &Session) -> Result<Answer> {
        let mut value = match self {
            Customer::Show { id } => session.call("customer_show", json!({ "id": session.customer(&id)? })),
            Customer::Add(add) => session.call("customer_add", add.details.args(&add.name)?),
            Customer::Change(change) => change.args(session).and_then(|args| session.call("customer_change", args)),
        }?;
        // The window's own form of the brief.
        if let Some(shown) = value.as_object_mut() {
            shown.remove("sentences");
        }
        for double in list(&value, "doubles") {
            let (name, why) = (text(double, "name"), text(double, "why"));
            warn(&format!("Perhaps the same as {name} ({why}), id {}.", ending(&text(double, "id"))));
        }
        Ok(session.answer(value, show))
    }
}

impl Details {
    /// The single values that were given, by the names of the call.
    fn single(&self) -> Result<Map<String, Value>> {
        let mut args = Map::new();
        let texts = [
            ("given_name", &self.given_name),
            ("family_name", &self.family_name),
            ("organization", &self.organization),
            ("title", &self.title),
            ("birthday", &self.birthday),
            ("note", &self.note),
        ];
        args.extend(texts.iter().filter_map(|(key, text)| Some(((*key).to_owned(), json!(text.as_ref()?)))));
        if self.organization_kind {
            args.insert("kind".to_owned(), json!("organization"));
        }
        if let Some(written) = &self.address {
            args.insert("address".to_owned(), address(written)?);
        }
        Ok(args)
    }

    fn phones(&self) -> Value {
        self.phones.iter().map(|phone| json!({ "typed": phone })).collect()
    }

    fn emails(&self) -> Value {
        self.emails.iter().map(|email| json!({ "address": email })).collect()
    }

    fn fields(&self) -> Result<Value> {
        let split = |field: &String| {
            let (name, value) = field
                .split_once('=')
                .ok_or_else(|| Error::invalid("A free field is given as NAME=VALUE, like plate=AB-123."))?;
            Ok((name.to_owned(), json!(value)))
        };
        Ok(Value::Object(self.fields.iter().map(split).collect::<Result<_>>()?))
    }

    fn args(&self, name: &str) -> Result<Value> {
        let mut args = self.single()?;
        args.insert("name".to_owned(), json!(name));
        args.insert("phones".to_owned(), self.phones());
        args.insert("emails".to_owned(), self.emails());
        args.insert("tags".to_owned(), json!(self.tags));
        args.insert("fields".to_owned(), self.fields()?);
        Ok(Value::Object(args))
    }
}

impl Change {
    fn args(&self, session: &Session) -> Result<Value> {
        let mut args = self.details.single()?;
        args.insert("id".to_owned(), json!(session.customer(&self.id)?));
        args.extend(self.name.iter().map(|name| ("name".to_owned(), json!(name))));
        if self.person_kind {
            args.insert("kind".to_owned(), json!("person"));
        }
        let lists = [
            ("add_phones", self.details.phones()),
            ("add_emails", self.details.emails()),
            ("add_tags", json!(self.details.tags)),
            ("set_fields", self.details.fields()?),
            ("remove_phones", json!(self.remove_phones)),
            ("remove_emails", json!(self.remove_emails)),
            ("remove_tags", json!(self.remove_tags)),
            ("remove_fields", json!(self.remove_fields)),
        ];
        args.extend(lists.into_iter().map(|(key, list)| (key.to_owned(), list)));
        Ok(Value::Object(args))
    }
}

/// The parts of an address in their order; those at the end may be left out.
fn address(written: &str) -> Result<Value> {
    const PARTS: [&str; 5] = ["street", "city", "region", "postcode", "country"];
    let given: Vec<&str> = written.split(';').map(str::trim).collect();
    if given.len() > PARTS.len() {
        return Err(Error::invalid("An address is given as \"STREET; CITY; REGION; POSTCODE; COUNTRY\"."));
    }
    Ok(Value::Object(PARTS.iter().zip(given).map(|(part, text)| ((*part).to_owned(), json!(text))).collect()))
}

fn show(value: &Value, look: &Look) -> String {
    let mut lines = vec![format!("{}  ({})", text(value, "name"), ending(&text(value, "id")))];
    let mut line = |label: &str, said: String| {
        if !said.is_empty() {
            lines.push(format!("  {label:<13} {said}"));
        }
    };
    if text(value, "kind") == "organization" {
        line("kind", "organization".to_owned());
    }
    for (label, key) in [("organization", "organization"), ("title", "title"), ("birthday", "birthday")] {
        line(label, text(value, key));
    }
    for phone in list(value, "phones") {
        let number = Some(text(phone, "e164")).filter(|e164| !e164.is_empty()).unwrap_or_else(|| text(phone, "typed"));
        let extension = Some(text(phone, "extension")).filter(|x| !x.is_empty()).map(|x| format!(" ext. {x}"));
        line("phone", labelled(number + &extension.unwrap_or_default(), &text(phone, "label")));
    }
    for email in list(value, "emails") {
        line("e-mail", labelled(text(email, "address"), &text(email, "label")));
    }
    let address = value.get("address").and_then(Value::as_object).into_iter().flatten();
    let parts: Vec<&str> = address.filter_map(|(_, part)| part.as_str()).filter(|part| !part.is_empty()).collect();
    line("address", parts.join(", "));
    line("tags", list(value, "tags").iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "));
    for (name, field) in value.get("fields").and_then(Value::as_object).into_iter().flatten() {
        line(name, field.as_str().unwrap_or_default().to_owned());
    }
    line("note", text(value, "note"));
    line("added", look.moment(value.get("created_at").unwrap_or(&Value::Null)));
    line("entries", text(value, "entries"));
    line("in brief", text(value, "brief"));
    let lines: Vec<String> = lines.iter().map(|line| plain(line)).collect();
    let open = list(value, "open_promises");
    let owed = if open.is_empty() { String::new() } else { format!("\n{}", promises_table(open, look)) };
    format!("{}\n{owed}", lines.join("\n"))
}

fn labelled(text: String, label: &str) -> String {
    if label.is_empty() { text } else { format!("{text} ({label})") }
}
