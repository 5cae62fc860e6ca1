//! A small office for trying out: five customers, each with one of the stories that Kept is there to prevent, told as they
//! go where promises are kept track of. Due times lie around now: some late, some within the hour, some on the next days.

mod stories;
mod told;

use crate::{
    customer::{NewCustomer, NewEmail, NewPhone, customer_words},
    desk::{Change, Desk, New, Subject, Writing, Written},
    error::{Error, Result},
    event::{Body, ContactFacts, Direction, Due, Evidence, Nothing, PromiseFacts, Role, Text},
    generate::Generated,
    id::Id,
    office::SetUp,
    roles::Action,
    time::{Timestamp, Zone},
};
use stories::{MANAGER, STORIES};
use told::{Caller, Story, What};

/// Those who work in it, beside whoever begins it.
const MEMBERS: [(&str, Role); 3] =
    [("Amy Reyes", Role::Reception), ("Dan Ortiz", Role::Sales), ("Sam Okoye", Role::Sales)];

impl Desk {
    /// Tells the five stories in an office without customers. An office without members is set up first; the members
    /// of the stories are added where they are missing.
    ///
    /// # Errors
    /// There are customers already, or whoever acts is no manager.
    pub fn demo(&self) -> Result<Written<Generated>> {
        self.read(|db| match db.query_row("SELECT EXISTS (SELECT 1 FROM customer)", [], |row| row.get(0))? {
            true => Err(Error::refused("There are customers here already. The demo goes into an empty office.")),
            false => Ok(()),
        })?;
        if self.office().members.is_empty() {
            self.set_up(&first_run())?;
        }
        self.allow(Action::ChangeOffice)?;
        for (name, role) in MEMBERS {
            if self.office().find_member(name).is_err() {
                self.add_member(name, Some(role))?;
            }
        }
        let (now, zone) = (self.now(), self.office().settings.zone);
        let mut made = Generated::default();
        self.write(|writing| STORIES.iter().try_for_each(|story| writing.tell(story, now, zone, &mut made)))?;
        self.place_everybody()?;
        Ok(Written { value: made, change: Change { everything: true, office: true, ..Change::default() } })
    }
}

fn first_run() -> SetUp {
    SetUp {
        name: "Ruth Adler".to_owned(),
        office: "Hale Motors".to_owned(),
        zone: "America/Los_Angeles".to_owned(),
        region: "US".to_owned(),
        locale: "en-US".to_owned(),
    }
}

impl Writing<'_> {
    /// Writes a story in the order in which it happened.
    fn tell(&mut self, story: &Story, now: Timestamp, zone: Zone, made: &mut Generated) -> Result<()> {
        let (facts, words) = customer_words(card(story), &self.office.settings.region);
        let mut told: Vec<_> = story.told.iter().map(|told| (told.at.moment(now, zone), told)).collect();
        told.sort_by_key(|(at, _)| *at);
        let mut events = Vec::new();
        let began = told.first().map_or(now, |(at, _)| at.plus_ms(-1000));
        let new = New {
            customer: None,
            subject: Subject::Itself,
            batch: None,
            occurred_at: None,
            body: Body::CustomerAdded(facts, words),
        };
        let customer = self.add_to_history(&mut events, self.by, began, new)?;
        let mut promises: Vec<(&str, Id)> = Vec::new();
        for (at, told) in told {
            let of = |key: &str| promises.iter().find(|(known, _)| *known == key).map(|(_, id)| Subject::Of(*id));
            let (subject, body) = match &told.what {
                What::Contact(contact, caller, outcome, text) => {
                    let direction = caller.map(|caller| match caller {
                        Caller::They => Direction::In,
                        Caller::We => Direction::Out,
                    });
                    let facts = ContactFacts { contact: *contact, direction, outcome: *outcome, matter: None };
                    (Some(Subject::Nothing), Body::ContactLogged(facts, self::text(text)))
                }
                What::Note(text) => (Some(Subject::Nothing), Body::NoteAdded(Nothing {}, self::text(text))),
                What::Promise { text, owner, due, .. } => {
                    let due_local = due.wall(now, zone);
                    let due = Due { due_at: zone.first(due_local), due_local, zone };
                    let owner = match *owner {
                        MANAGER => self.by,
                        name => self.office.find_member(name)?.id,
                    };
                    let facts =
                        PromiseFacts { owner, due, tentative: false, repeat: None, matter: None, verifies: None };
                    (Some(Subject::Itself), Body::PromiseMade(facts, self::text(text)))
                }
                What::Attempt { key, outcome, text } => {
                    let contact = crate::event::ContactKind::Call;
                    let facts = ContactFacts {
                        contact,
                        direction: Some(Direction::Out),
                        outcome: Some(*outcome),
                        matter: None,
                    };
                    (of(key), Body::ContactLogged(facts, self::text(text)))
                }
                What::Keep { key, evidence } => {
                    (of(key), Body::PromiseKept(Nothing {}, Evidence { evidence: (*evidence).to_owned() }))
                }
            };
            // What a story calls by a name that it did not give is a slip in the story, and left out.
            let Some(subject) = subject else { continue };
            let by = self.office.find_member(told.by)?.id;
            let id = self.add_to_history(&mut events, by, at, New::about(customer, subject, body))?;
            if let What::Promise { key, .. } = told.what {
                promises.push((key, id));
            }
        }
        made.customers += 1;
        made.entries += events.len() as u64;
        made.promises += promises.len() as u64;
        self.end_history(&mut events)
    }
}

fn text(text: &str) -> Text {
    Text { text: text.to_owned() }
}

fn card(story: &Story) -> NewCustomer {
    let (given, family) = story.name.split_once(' ').unwrap_or((story.name, ""));
    NewCustomer {
        name: story.name.to_owned(),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        organization: story.organization.to_owned(),
        phones: vec![NewPhone { typed: story.phone.to_owned(), label: "mobile".to_owned(), ..NewPhone::default() }],
        emails: vec![NewEmail { address: story.email.to_owned(), label: String::new() }],
        tags: story.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        fields: story.fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        note: story.note.to_owned(),
        ..NewCustomer::default()
    }
}
