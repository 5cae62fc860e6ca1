//! What a column holds.

/// A part of a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Part {
    /// Street and number; several columns are lines of it.
    Street,
    /// Town.
    City,
    /// State, province or county.
    Region,
    /// Postal code.
    Postcode,
    /// Country.
    Country,
    /// The whole address in one cell: used where there are no parts.
    Formatted,
    /// What the address is for.
    Label,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Target {
    /// The full name.
    Name,
    /// Given name.
    Given,
    /// Further given names, a patronymic.
    Middle,
    /// Family name.
    Family,
    /// `Jr.`, `III`: becomes part of the full name.
    Suffix,
    /// Organization.
    Organization,
    /// Job title.
    Title,
    /// Phones for this use.
    Phone(String),
    /// What the phone of the same number is for.
    PhoneLabel,
    /// The extension of the phone of the same number.
    PhoneExtension,
    /// E-mail addresses for this use.
    Email(String),
    /// What the e-mail address of the same number is for.
    EmailLabel,
    /// A part of the address in that slot: home, work, or the first, second.
    Address(usize, Part),
    /// The whole birthday.
    Birthday,
    /// The year of birth.
    BirthYear,
    /// The month of birth, 1 to 12.
    BirthMonth,
    /// The day of the month.
    BirthDay,
    /// The language they speak, as a tag.
    Language,
    /// Notes.
    Note,
    /// What they want.
    Interest,
    /// The department that serves it.
    Department,
    /// Tags.
    Tag,
    /// The id of our own export.
    Id,
    /// A free field of that name.
    Field(String),
    /// Nothing.
    Ignore,
}

impl Target {
    /// The FIELD as it is reported; `None` for a free field under the column's own name.
    pub fn field(&self, header: &str) -> Option<String> {
        let with = |name: &str, label: &str| if label.is_empty() { name.to_owned() } else { format!("{name}:{label}") };
        Some(match self {
            Target::Name | Target::Suffix => "name".into(),
            Target::Given | Target::Middle => "given_name".into(),
            Target::Family => "family_name".into(),
            Target::Organization => "organization".into(),
            Target::Title => "title".into(),
            Target::Phone(label) => with("phone", label),
            Target::PhoneLabel => "phone_label".into(),
            Target::PhoneExtension => "phone_extension".into(),
            Target::Email(label) => with("email", label),
            Target::EmailLabel => "email_label".into(),
            Target::Address(_, part) => match part {
                Part::Street | Part::Formatted => "street".into(),
                Part::City => "city".into(),
                Part::Region => "region".into(),
                Part::Postcode => "postcode".into(),
                Part::Country => "country".into(),
                Part::Label => "address_label".into(),
            },
            Target::Birthday | Target::BirthYear | Target::BirthMonth | Target::BirthDay => "birthday".into(),
            Target::Language => "language".into(),
            Target::Note => "note".into(),
            Target::Interest => "interest".into(),
            Target::Department => "department".into(),
            Target::Tag => "tag".into(),
            Target::Id => "id".into(),
            Target::Field(name) if name == header => return None,
            Target::Field(name) => format!("field:{name}"),
            Target::Ignore => "ignore".into(),
        })
    }

    /// What a FIELD of the contract means; `None` when there is no such field.
    pub fn from_field(field: &str) -> Option<Target> {
        let field = field.trim();
        if let Some((name, label)) = field.split_once(':') {
            return match name {
                "phone" => Some(Target::Phone(label.trim().to_owned())),
                "email" => Some(Target::Email(label.trim().to_owned())),
                "field" if !label.is_empty() => Some(Target::Field(label.to_owned())),
                _ => None,
            };
        }
        Some(match field {
            "name" => Target::Name,
            "given_name" => Target::Given,
            "family_name" => Target::Family,
            "organization" => Target::Organization,
            "title" => Target::Title,
            "phone" => Target::Phone(String::new()),
            "phone_label" => Target::PhoneLabel,
            "phone_extension" => Target::PhoneExtension,
            "email" => Target::Email(String::new()),
            "email_label" => Target::EmailLabel,
            "street" => Target::Address(0, Part::Street),
            "city" => Target::Address(0, Part::City),
            "region" => Target::Address(0, Part::Region),
            "postcode" => Target::Address(0, Part::Postcode),
            "country" => Target::Address(0, Part::Country),
            "birthday" => Target::Birthday,
            "language" => Target::Language,
            "note" => Target::Note,
            "interest" => Target::Interest,
            "department" => Target::Department,
            "tag" => Target::Tag,
            "ignore" => Target::Ignore,
            _ => return None,
        })
    }
}
