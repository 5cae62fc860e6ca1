//! Whether a number may be dialled, or an address written to: the one question that is asked before anything is handed to
//! the program that does it.

use crate::{
    cache::{email_point, parse_card, parse_restrictions, read_restrictions},
    desk::Desk,
    error::{Error, Result},
    event::Channel,
    id::Id,
    phone::{self, ReadPhone},
};
use percent_encoding::percent_decode_str;
use rusqlite::Connection;

/// The most addresses of one `mailto:` that are looked at.
const MOST: usize = 100;

impl Desk {
    /// Makes sure that a `tel:` or `mailto:` address may be handed to the program that dials or writes. It may not while
    /// anybody who has that number or address, or the `customer` it is meant for, is not to be reached so: where several
    /// share a number, the strictest counts.
    ///
    /// # Errors
    /// `refused`. Who it is and why stands on their page: words about people stand in no message.
    pub fn check_outside(&self, url: &str, customer: Option<Id>) -> Result<()> {
        let (scheme, rest) = url.split_once(':').unwrap_or_default();
        let channel = match scheme.to_ascii_lowercase().as_str() {
            "tel" => Channel::Call,
            "mailto" => Channel::Email,
            _ => return Ok(()),
        };
        let region = &self.office().settings.region;
        self.read(|db| {
            if let Some(customer) = customer
                && read_restrictions(db, customer)?.iter().any(|one| one.channel == channel)
            {
                return Err(Error::refused(match channel {
                    Channel::Call => "This customer is not to be called. Their page says why, and since when.",
                    _ => "This customer is not to be written to by e-mail. Their page says why, and since when.",
                }));
            }
            let is_forbidden = match channel {
                Channel::Call => is_forbidden_number(db, &phone::read(url, region), region)?,
                _ => written_to(rest)
                    .iter()
                    .map(|point| is_forbidden_at(db, point, channel))
                    .collect::<Result<Vec<_>>>()?
                    .contains(&true),
            };
            match (is_forbidden, channel) {
                (false, _) => Ok(()),
                (true, Channel::Call) => {
                    Err(Error::refused("Somebody who has this number is not to be called. Their page says why."))
                }
                (true, _) => Err(Error::refused(
                    "Somebody who has this address is not to be written to by e-mail. Their page says why.",
                )),
            }
        })
    }
}

/// The contact points of every address that a `mailto:` names: before its parameters, and in those that name more.
fn written_to(rest: &str) -> Vec<String> {
    let (to, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let more = parameters.split('&').filter_map(|one| one.split_once('=')).map(|(name, value)| (plain(name), value));
    let more = more.filter(|(name, _)| ["to", "cc", "bcc"].iter().any(|known| name.trim().eq_ignore_ascii_case(known)));
    let lists = std::iter::once(to).chain(more.map(|(_, value)| value)).map(plain);
    let points = |list: String| list.split([',', ';']).map(|one| email_point(bare(one))).collect::<Vec<_>>();
    lists.flat_map(points).filter(|point| point.contains('@')).take(MOST).collect()
}

/// An address without the name in front of it: `Ana <ana@example.com>`.
fn bare(address: &str) -> &str {
    address.rsplit_once('<').map_or(address, |(_, bare)| bare.trim().trim_end_matches('>'))
}

/// Whether anybody with that contact point is not to be reached so.
fn is_forbidden_at(db: &Connection, point: &str, channel: Channel) -> Result<bool> {
    let mut statement = db.prepare_cached(
        "SELECT c.restrictions FROM contact_point p JOIN customer c ON c.id = p.customer
         WHERE p.value = ?1 AND c.restrictions <> '' ORDER BY p.customer",
    )?;
    let mut rows = statement.query([point])?;
    while let Some(row) = rows.next()? {
        let json: String = row.get(0)?;
        if parse_restrictions(&json)?.iter().any(|one| one.channel == channel) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anybody with that number is not to be called. The few who are marked are looked through as well: a number whose
/// country is not certain, or was not when it was written down, is compared by its digits.
fn is_forbidden_number(db: &Connection, number: &ReadPhone, region: &str) -> Result<bool> {
    if let Some(e164) = &number.e164
        && is_forbidden_at(db, &format!("p:{e164}"), Channel::Call)?
    {
        return Ok(true);
    }
    if number.digits.is_empty() {
        return Ok(false);
    }
    let mut statement =
        db.prepare_cached("SELECT card, restrictions FROM customer WHERE restrictions <> '' AND live ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (card, restrictions): (String, String) = (row.get(0)?, row.get(1)?);
        if !parse_restrictions(&restrictions)?.iter().any(|one| one.channel == Channel::Call) {
            continue;
        }
        let is_same =
            |theirs: ReadPhone| theirs.digits == number.digits || theirs.e164.is_some() && theirs.e164 == number.e164;
        if parse_card(&card)?.phones.iter().any(|phone| is_same(phone::read(&phone.typed, region))) {
            return Ok(true);
        }
    }
    Ok(false)
}
