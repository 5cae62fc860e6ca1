//! Arguments in order for every call of the table, with every field that it takes.

use crate::support::desk::{TestDesk, everything};
use kept_core::id::Id;
use serde_json::{Value, json};

/// An office in which every call can be made.
pub struct Sampled {
    pub desk: TestDesk,
    carl: Id,
}

impl Sampled {
    pub fn new() -> Sampled {
        let desk = TestDesk::at("2026-03-02T09:00Z");
        let carl = desk.add_customer(everything("Carl Lindgren")).unwrap().value.id;
        std::fs::write(desk.beside("people.csv"), "Name,Phone\nAda,1\nBob,2\n").unwrap();
        desk.backup(&desk.beside("copy.db")).unwrap();
        Sampled { desk, carl }
    }

    /// The same folder before anybody has set up an office in it.
    pub fn before_the_office() -> Sampled {
        Sampled { desk: TestDesk::empty("2026-03-02T09:00Z"), carl: Id::from_bytes([7; 16]) }
    }

    fn import(&self) -> Value {
        json!({
            "paths": [self.desk.beside("people.csv")], "format": "csv", "map": { "Phone": "phone:work" },
            "encoding": "utf-8", "delimiter": ",", "date_order": "day_first", "no_match": true,
        })
    }

    fn customer() -> Value {
        json!({
            "kind": "person", "name": "Ana Sousa", "given_name": "Ana", "family_name": "Sousa",
            "organization": "Sousa Lda", "title": "Dr", "birthday": "1969-07-20", "tags": ["vip"],
            "phones": [{ "typed": "+351 912 345 678", "label": "mobile", "extension": "1" }],
            "emails": [{ "address": "ana@example.com", "label": "home" }],
            "address": { "street": "1", "city": "2", "region": "3", "postcode": "4", "country": "PT" },
            "language": "pt", "good_hours": "mon-fri after 17:00", "fields": { "Plate": "7ABC123" }, "note": "Rings in the evening",
            "interest": "small car", "department": "Cars",
        })
    }

    /// Arguments with which the call is answered; `None` where the call is not known here.
    pub fn args(&self, call: &str) -> Option<Value> {
        let carl = self.carl;
        Some(match call {
            "find" => json!({ "query": "carl", "limit": 5 }),
            "caller" => json!({ "text": "+1 206 555 0142" }),
            "customer_show" | "call_guard" => json!({ "id": carl }),
            "mismatch" => json!({ "customer": carl, "member": "Dan" }),
            "customer_doubles" => json!({ "draft": Self::customer(), "except": carl }),
            "customer_add" => Self::customer(),
            "customer_change" => json!({
                "id": self.somebody(), "kind": "person", "name": "Carl Lindgren", "given_name": "Carl", "family_name": "Lindgren",
                "organization": "", "title": "Mr", "birthday": "1969-07-20", "note": "x", "language": "pt", "good_hours": "mon-fri after 17:00",
                "interest": "van", "department": "Trucks",
                "address": { "street": "1", "city": "2", "region": "3", "postcode": "4", "country": "US" },
                "add_phones": [{ "typed": "555 0199", "label": "work", "extension": "" }], "remove_phones": ["(206) 555-0142"],
                "add_emails": [{ "address": "c@example.com", "label": "work" }], "remove_emails": ["carl@lindgren.example"],
                "add_tags": ["new"], "remove_tags": ["vip"], "set_fields": { "Car": "1" }, "remove_fields": ["plate"],
            }),
            "customer_relate" => json!({
                "customer": carl, "other": self.somebody(), "relation": "other", "called": "neighbour",
                "may_speak": true, "may_be_spoken_for": false,
            }),
            "relation_change" => json!({
                "id": self.relation(), "customer": carl, "relation": "other", "called": "neighbour",
                "may_speak": false, "may_be_spoken_for": true,
            }),
            "relation_end" => json!({ "id": self.relation(), "customer": carl }),
            "contact_restrict" => json!({ "customer": self.somebody(), "channels": ["call", "email"], "reason": "x" }),
            "contact_allow" => json!({ "customer": carl, "channels": ["call"], "reason": "x" }),
            "timeline" => json!({ "customer": carl, "limit": 5, "before": self.entry(), "kinds": ["contact_logged"] }),
            "contact_log" => json!({
                "customer": carl, "contact": "call", "direction": "out", "outcome": "reached", "at": "2026-03-02T08:00:00Z",
                "text": "Rang.", "promise": { "text": "x", "due": "fri 16:30", "owner": "Dan", "tentative": true },
            }),
            "entry_correct" => json!({ "entry": self.entry(), "text": "Meant Ana." }),
            "take_back" => json!({ "id": self.entry(), "reason": "a slip" }),
            "redo" => {
                let entry = self.entry();
                let _ = self.desk.take_back(entry, "");
                json!({ "id": entry })
            }
            "promise_make" => {
                json!({
                    "customer": carl, "text": "x", "due": "fri 16:30", "owner": "Dan", "tentative": false,
                    "repeat": "every friday 16:30", "on_closed": "back", "of": self.entry(), "verify": true,
                })
            }
            "promise_show" => json!({ "id": self.promise() }),
            "promise_repeat" => json!({ "id": self.promise(), "repeat": "every 2 weeks", "on_closed": "skip" }),
            "promise_series" => json!({ "id": self.series() }),
            "repeat_read" => json!({ "text": "every friday 16:30", "due": "fri 16:30", "on_closed": "forward" }),
            "promise_keep" => json!({ "id": self.promise(), "evidence": "seen", "at": "2026-03-02T09:00:00Z" }),
            "promise_break" | "promise_withdraw" => {
                json!({ "id": self.promise(), "reason": "no mats", "at": "2026-03-02T09:00:00Z" })
            }
            "promise_keep_and_make" => json!({
                "id": self.promise(), "evidence": "x", "next": { "text": "x", "due": "fri 16:30", "owner": "Dan", "tentative": true },
            }),
            "promise_move" => {
                json!({ "id": self.promise(), "due": "fri 16:30", "agreed": true, "at": "2026-03-02T09:00:00Z" })
            }
            "promise_hand_over" => json!({ "id": self.promise(), "to": "Amy", "at": "2026-03-02T09:00:00Z" }),
            "promise_offer" | "handing_read" => json!({ "id": self.promise(), "to": "Amy" }),
            "promise_accept" => {
                let (id, offer) = self.offered();
                json!({ "id": id, "offer": offer })
            }
            "promise_decline" => {
                let (id, offer) = self.offered();
                json!({ "id": id, "offer": offer, "reason": "At lunch" })
            }
            "promise_attempt" => json!({
                "id": self.promise(), "outcome": "left_voicemail", "text": "x", "at": "2026-03-02T09:00:00Z",
            }),
            "promise_disposition" => json!({ "id": self.promise(), "outcome": "no_answer", "text": "x" }),
            "promise_snooze" => json!({ "id": self.promise_of("Ruth"), "until": "today 17:00" }),
            "queue" => json!({ "owner": "Dan", "until": "fri", "limit": 5 }),
            "today" | "risk" => json!({ "owner": "Dan" }),
            "when_read" => json!({ "text": "fri 16:30", "past": false, "edge": false }),
            "capture" => json!({ "text": "Dan will call back fri 16:30", "customer": carl }),
            "reminder_seen" => json!({ "ids": [self.promise()] }),
            "reminder_show" => json!({ "id": self.promise() }),
            "reminders_pause" => json!({ "until": "in 30 min" }),
            "due" => json!({ "at": "2026-03-04T09:00:00Z", "mark": true }),
            "set_up" => {
                json!({ "name": "Ruth", "office": "Hale", "zone": "UTC", "region": "US", "locale": "en-US" })
            }
            "office_change" => json!({
                "name": "Hale", "zone": "UTC", "region": "US", "locale": "en-US", "hours": "mon-fri 9-17",
                "holidays": "", "quiet": "20:00-08:00",
                "ladder": "again 5 min, backup 15 min, managers 30 min", "gone_quiet": "3",
            }),
            "calendar_days" => json!({ "year": 2026, "holidays": "US" }),
            "calendar_set" => json!({
                "first": "2026-12-24", "last": "2026-12-31", "yearly": true, "times": "10:00-12:00", "name": "Inventory",
            }),
            "open_at" => json!({ "at": "2026-03-02T09:00:00Z" }),
            "working_time" => json!({ "from": "2026-03-02T09:00:00Z", "to": "2026-03-09T09:00:00Z" }),
            "hours_read" => json!({ "text": "mon-fri 9-17" }),
            "member_add" => json!({ "name": "Amy Reyes", "role": "reception", "new": false }),
            "member_rename" => json!({ "member": "Sam", "name": "Sam Okoye" }),
            "member_leave" => {
                let _ = self.desk.add_member("Kim Lee", None);
                json!({ "member": "Kim Lee", "hand_to": "Dan" })
            }
            "member_backup" => json!({ "member": "Dan", "backup": "Amy" }),
            "member_department" => json!({ "member": "Dan", "department": "Cars" }),
            "member_away" => json!({ "member": "Dan", "from": "tomorrow", "to": "fri", "backup": "Amy" }),
            "member_back" => {
                if self.has_office() {
                    self.desk.set_away("Dan", "tomorrow", "fri", Some("Amy")).unwrap();
                }
                json!({ "member": "Dan" })
            }
            "sign_in" => json!({ "member": "Ruth" }),
            "import_preview" | "import_run" => self.import(),
            "import_undo" => json!({ "id": self.run_import() }),
            "report_kept" => json!({ "from": "1 jan 2026", "to": "fri", "by": "month" }),
            "backup_look" => json!({ "file": self.desk.beside("copy.db") }),
            "draft_put" => json!({ "key": "composer:1", "value": "half" }),
            "preference_set" => json!({ "name": "theme", "value": { "colour": ["dark", 1] } }),
            "office_show" | "calendar_show" | "member_list" | "imports" | "progress" | "progress_cancel"
            | "backups" | "offers" | "backup_now" | "about" | "diagnostics" | "check" | "draft_list"
            | "preference_list" => {
                json!({})
            }
            _ => return None,
        })
    }

    /// Fields that a sample cannot have together with the others.
    pub fn left_out(call: &str) -> &'static [&'static str] {
        match call {
            "contact_log" => &["of_promise"],
            "import_preview" | "import_run" => &["fingerprint"],
            _ => &[],
        }
    }

    fn has_office(&self) -> bool {
        !self.desk.office().members.is_empty()
    }

    /// Somebody from whom everything can be taken away.
    fn somebody(&self) -> Id {
        match self.has_office() {
            true => self.desk.add_customer(everything("Carl Lindgren")).unwrap().value.id,
            false => self.carl,
        }
    }

    /// A relation of Carl's to somebody new.
    fn relation(&self) -> Id {
        let args = json!({ "customer": self.carl, "other": self.somebody(), "relation": "household" });
        let related = kept_core::api::call(&self.desk, "customer_relate", args).ok();
        related.and_then(|reply| reply.value["entry"].as_str()?.parse().ok()).unwrap_or(self.carl)
    }

    fn entry(&self) -> Id {
        if self.has_office() { self.desk.note(self.carl, "Wrong customer") } else { self.carl }
    }

    /// A new promise of somebody's; without an office the id of nothing.
    fn promise_of(&self, owner: &str) -> Id {
        match self.has_office() {
            true => self.desk.promise(self.carl, "Floor mats fitted", "2026-03-03T10:00:00Z", owner).id,
            false => self.carl,
        }
    }

    /// A promise that comes again.
    fn series(&self) -> Id {
        let promise = self.promise();
        if self.has_office() {
            let again = json!({ "id": promise, "repeat": "every 2 weeks" });
            kept_core::api::call(&self.desk, "promise_repeat", again).unwrap();
        }
        promise
    }

    /// A promise that is offered to whoever is signed in, and the offer.
    fn offered(&self) -> (Id, Id) {
        let promise = self.promise();
        if !self.has_office() {
            return (promise, promise);
        }
        self.desk.act_as("Sam").unwrap();
        let offered = self.desk.offer_promise(promise, "Ruth").unwrap().value;
        self.desk.act_as("Ruth").unwrap();
        (promise, offered.offer.unwrap().id)
    }

    fn promise(&self) -> Id {
        self.promise_of("Dan")
    }

    fn run_import(&self) -> Id {
        let request = kept_core::import::ImportRequest {
            paths: vec![self.desk.beside("people.csv")],
            no_match: Some(true),
            ..Default::default()
        };
        let run = self.desk.run_import(&request).ok().and_then(|run| run.value.import);
        run.unwrap_or(self.carl)
    }
}
