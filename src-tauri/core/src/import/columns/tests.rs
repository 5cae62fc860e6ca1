use super::*;

fn fields(header: &str) -> Vec<(String, Option<String>)> {
    let headers: Vec<String> = header.split(',').map(str::to_owned).collect();
    let plan = plan(&headers, &BTreeMap::new()).unwrap();
    plan.columns.into_iter().map(|c| (c.header.clone(), c.target.field(&c.header))).collect()
}

fn field(header: &str, column: &str) -> Option<String> {
    fields(header).into_iter().find(|(title, _)| title == column).unwrap().1
}

#[test]
fn a_title_that_could_be_either_is_told_by_its_neighbours() {
    assert_eq!(field("Nom,Prénom,Tél.", "Nom").as_deref(), Some("family_name"));
    assert_eq!(field("Nome,Cognome", "Nome").as_deref(), Some("given_name"));
    assert_eq!(field("Name,Telefon", "Name").as_deref(), Some("name"));
    assert_eq!(field("Name,Given Name,Family Name", "Name").as_deref(), Some("name"));
    assert_eq!(field("Name,Vorname", "Name").as_deref(), Some("family_name"));
    assert_eq!(field("First Name,Last Name,Title,Phone", "Title").as_deref(), Some("title"));
    assert_eq!(field("Title,First Name,Last Name,Job Title", "Title"), None, "an honorific beside a job title");
}

#[test]
fn the_second_of_two_equal_titles_keeps_its_own_meaning() {
    let found = fields("Titre,Prénom,Nom,Société,Titre");
    assert_eq!(found[0], ("Titre".into(), None));
    assert_eq!(found[4], ("Titre".into(), Some("title".into())));
}

#[test]
fn a_map_by_header_or_position_wins_over_what_was_recognised() {
    let headers: Vec<String> = ["Name", "Nummer", "Nummer"].map(str::to_owned).into();
    let map = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
    let found = plan(&headers, &map(&[("nummer", "phone:work"), ("3", "field:Plate"), ("1", "organization")])).unwrap();
    let fields: Vec<_> = found.columns.iter().map(|c| c.target.field(&c.header)).collect();
    assert_eq!(fields, [Some("organization".into()), Some("phone:work".into()), Some("field:Plate".into())]);
    assert!(plan(&headers, &map(&[("Ort", "city")])).is_err(), "no such column");
    assert!(plan(&headers, &map(&[("Name", "nombre")])).is_err(), "no such field");
}

#[test]
fn every_column_after_the_note_of_our_own_export_is_a_free_field() {
    let found = fields(
        "id,name,given_name,family_name,organization,title,birthday,phone_1,phone_1_label,phone_1_extension,email_1,\
         email_1_label,street,city,region,postcode,country,tags,note,phone,field:name",
    );
    assert_eq!(found[7].1.as_deref(), Some("phone"));
    assert_eq!(found[8].1.as_deref(), Some("phone_label"));
    assert_eq!(found[19], ("phone".into(), None));
    assert_eq!(found[20], ("field:name".into(), Some("field:name".into())));
}
