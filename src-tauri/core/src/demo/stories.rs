//! The five stories, told as they go where every promise has an owner and a moment. Times are counted from now.

use super::told::{At, Caller, Due, Story, Told, What};
use crate::event::{
    ContactKind::{Call, Email, Visit},
    Outcome::{LeftVoicemail, NoAnswer, Reached},
};

use At::{Ago, Day};
use Caller::{They, We};
use What::{Attempt, Contact, Keep, Note, Promise};

const AMY: &str = "Amy Reyes";
const DAN: &str = "Dan Ortiz";
const SAM: &str = "Sam Okoye";
/// Whoever begins the office, under whatever name.
pub(super) const MANAGER: &str = "";

const fn told(at: At, by: &'static str, what: What) -> Told {
    Told { at, by, what }
}

const fn promise(key: &'static str, text: &'static str, owner: &'static str, due: Due) -> What {
    Promise { key, text, owner, due }
}

/// All of them.
pub(super) const STORIES: [Story; 5] = [MINI_VAN, DOG_CLASS, TEST_DRIVE, GOODBYE, REPAIR];

/// Sold with five things still to do: each has an owner and a time, and none can be dropped in silence.
const MINI_VAN: Story = Story {
    name: "Carl Lindgren",
    phone: "+1 206 555 0142",
    email: "carl.lindgren@example.com",
    organization: "",
    tags: &["delivery"],
    fields: &[("plate", "temporary, expires in 2 days"), ("vehicle", "2026 Odyssey, blue")],
    note: "The van is for his wife, who is ill. He took it early to do us a favour: he needs it by the weekend.",
    told: &[
        told(
            Day(-6, 10, 30),
            DAN,
            Contact(
                Visit,
                None,
                None,
                "Bought the blue Odyssey. Sold with detailing, rear bumper, leather and heated seats, floor mats and plates. Took it today, brings it back when we have dates.",
            ),
        ),
        told(Day(-6, 10, 40), DAN, promise("detailing", "Van detailed, inside and out", SAM, Due::Day(-1, 16, 0))),
        told(Day(-6, 10, 41), DAN, promise("bumper", "Rear bumper repaired", DAN, Due::Ago(95))),
        told(Day(-6, 10, 42), DAN, promise("seats", "Leather and heated seats fitted", SAM, Due::Day(1, 11, 0))),
        told(Day(-6, 10, 43), DAN, promise("mats", "Floor mats fitted", DAN, Due::In(45))),
        told(
            Day(-6, 10, 44),
            DAN,
            promise("plates", "Plates in his hands before the temporary tag expires", AMY, Due::Day(2, 10, 0)),
        ),
        told(
            Day(-2, 17, 5),
            AMY,
            Contact(Call, Some(They), Some(Reached), "Asked when the mats come. Drives to Seattle at the weekend."),
        ),
        told(Day(-1, 15, 20), SAM, Keep { key: "detailing", evidence: "Photos sent to him" }),
    ],
};

/// Paid, and then not a word: here the confirmation is a promise of its own.
const DOG_CLASS: Story = Story {
    name: "Priya Nair",
    phone: "+1 206 555 0177",
    email: "priya.nair@example.com",
    organization: "",
    tags: &["class"],
    fields: &[("order", "puppy class, Saturdays"), ("dog", "Biscuit")],
    note: "The class was ordered by her wife Jo, who may speak for her.",
    told: &[
        told(
            Day(-5, 19, 2),
            AMY,
            Contact(Email, Some(They), None, "Ordered the puppy class on the web site and paid."),
        ),
        told(
            Day(-5, 19, 3),
            AMY,
            promise("week", "Follow up within a week of the order: is the class on, what to bring", AMY, Due::In(150)),
        ),
        told(Day(-4, 9, 30), AMY, promise("confirm", "Confirm the order by phone", AMY, Due::Day(-3, 12, 0))),
        told(Day(-4, 15, 45), AMY, Attempt { key: "confirm", outcome: LeftVoicemail, text: "Asked her to ring back." }),
        told(
            Day(-3, 11, 10),
            AMY,
            Contact(
                Call,
                Some(They),
                Some(Reached),
                "Rang back. The order is confirmed; she asks whether Biscuit is too old at 7 months.",
            ),
        ),
        told(Day(-3, 11, 12), AMY, Keep { key: "confirm", evidence: "Spoke to her" }),
        told(
            Day(-3, 11, 13),
            AMY,
            promise("trainer", "Ask the trainer about dogs of 7 months and ring back", SAM, Due::Day(1, 15, 0)),
        ),
    ],
};

/// One date, written once, said back, confirmed in writing.
const TEST_DRIVE: Story = Story {
    name: "Edward Blake",
    phone: "+1 206 555 0119",
    email: "ed.blake@example.com",
    organization: "",
    tags: &["lead"],
    fields: &[("interest", "estate car for his daughters' visit; no truck")],
    note: "He has told his story twice already. Do not ask what the problem is.",
    told: &[
        told(
            Day(-1, 11, 15),
            DAN,
            Contact(Email, Some(They), None, "Asked on the maker's site for a test drive of the estate."),
        ),
        told(Day(-1, 11, 16), DAN, promise("first", "Ring him about the test drive", DAN, Due::Day(-1, 15, 0))),
        told(
            Day(-1, 14, 20),
            DAN,
            Contact(
                Call,
                Some(We),
                Some(Reached),
                "Test drive of the estate on Monday at 14:00, said back to him. Wants it confirmed by e-mail, with our address.",
            ),
        ),
        told(Day(-1, 14, 21), DAN, Keep { key: "first", evidence: "Spoke to him" }),
        told(Day(-1, 14, 22), DAN, promise("mail", "E-mail him the date and our address", DAN, Due::In(20))),
        told(
            Day(-1, 14, 23),
            DAN,
            promise("drive", "Estate washed, fuelled and at the door for his test drive", SAM, Due::Monday(13, 45)),
        ),
    ],
};

/// A goodbye takes a minute, and ends with a confirmation.
const GOODBYE: Story = Story {
    name: "Ryan Keller",
    phone: "+1 206 555 0164",
    email: "ryan.keller@example.com",
    organization: "",
    tags: &["leaving"],
    fields: &[("customer since", "10 years")],
    note: "Is leaving and prefers not to say why. Do not ask again, make no offer.",
    told: &[
        told(
            Ago(70),
            AMY,
            Contact(
                Call,
                Some(They),
                Some(Reached),
                "He and his wife leave after ten years. Prefers not to say why. Thanked him; no offer.",
            ),
        ),
        told(
            Ago(68),
            AMY,
            promise(
                "confirm",
                "Confirm the end of the contract in writing, with date and final bill",
                AMY,
                Due::In(55),
            ),
        ),
        told(Ago(67), AMY, promise("deposit", "Deposit paid back", AMY, Due::Day(4, 12, 0))),
    ],
};

/// Something in our care cannot be found: the customer is the first to know, and hears from a person every day.
const REPAIR: Story = Story {
    name: "Nora Field",
    phone: "+1 206 555 0188",
    email: "nora@fieldstudio.example",
    organization: "Field Studio",
    tags: &["repair"],
    fields: &[("reference", "R-20417"), ("in our care", "laptop, silver, with charger")],
    note: "Wants no compensation, but an apology and one person to talk to.",
    told: &[
        told(Day(-4, 9, 50), SAM, Contact(Visit, None, None, "Brought her laptop in: the screen flickers.")),
        told(Day(-4, 9, 55), SAM, promise("estimate", "Ring her with the estimate", SAM, Due::Day(-2, 17, 0))),
        told(Day(-2, 16, 40), SAM, Attempt { key: "estimate", outcome: NoAnswer, text: "Her line was not answered." }),
        told(Day(-1, 10, 5), SAM, Note("The laptop is not on its shelf. Searching; Amy knows.")),
        told(
            Day(-1, 10, 15),
            AMY,
            Contact(
                Call,
                Some(We),
                Some(Reached),
                "Told her that we cannot find it, and that we are sorry. She thanks us for ringing.",
            ),
        ),
        told(
            Day(-1, 10, 18),
            AMY,
            promise("update", "Ring her with where her laptop is, found or not", AMY, Due::Ago(25)),
        ),
        told(
            Day(-1, 10, 20),
            AMY,
            promise("replacement", "Lend her a laptop if hers is not found", SAM, Due::Day(1, 9, 30)),
        ),
        told(
            Day(-1, 10, 21),
            AMY,
            promise(
                "sorry",
                "Ring her in person: say sorry, and who looks after her from now on",
                MANAGER,
                Due::In(20),
            ),
        ),
    ],
};
