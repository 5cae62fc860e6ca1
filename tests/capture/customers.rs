//! What is typed on a customer's page, said back with their name.

use super::languages::office_in;

/// A line, and what it is said back as.
type Said = (&'static str, &'static str);

/// By locale and customer, lines that are typed on that customer's page.
const SAID: [(&str, &str, &[Said]); 7] = [
    (
        "en-US",
        "Mr Lindgren",
        &[
            (
                "mats+bumper thu 12 mar 2p @dan",
                "Dan Ortiz calls Mr Lindgren about mats and bumper: Thursday 12 March, 14:00, in 9 days.",
            ),
            ("about the mats fri 2p", "Ruth Adler calls Mr Lindgren about the mats: Friday 6 March, 14:00, in 3 days."),
            ("send the quote fri 2p", "Ruth Adler sends the quote: Friday 6 March, 14:00, in 3 days."),
            ("Lindgren mats fri 2p", "Ruth Adler: Lindgren mats. Friday 6 March, 14:00, in 3 days."),
        ],
    ),
    (
        "de-DE",
        "Frau Lindgren",
        &[
            (
                "Matten+Stoßstange do 12.3. 14 Uhr @dan",
                "Dan Ortiz ruft Frau Lindgren wegen Matten und Stoßstange an: Donnerstag 12. März, 14:00, in 9 Tagen.",
            ),
            (
                "wegen der Matten Freitag 14 Uhr",
                "Ruth Adler ruft Frau Lindgren wegen der Matten an: Freitag 6. März, 14:00, in 3 Tagen.",
            ),
            (
                "Angebot schicken Freitag 14 Uhr",
                "Ruth Adler wird Angebot schicken: Freitag 6. März, 14:00, in 3 Tagen.",
            ),
            (
                "Frau Lindgren: Matten Freitag 14 Uhr",
                "Ruth Adler: Frau Lindgren: Matten. Freitag 6. März, 14:00, in 3 Tagen.",
            ),
        ],
    ),
    (
        "fr-FR",
        "Mme Lindgren",
        &[
            (
                "tapis+pare-chocs jeudi 12 mars 14h @dan",
                "Dan Ortiz appelle Mme Lindgren pour tapis et pare-chocs: jeudi 12 mars, 14:00, dans 9 jours.",
            ),
            (
                "au sujet des tapis vendredi à 14h",
                "Ruth Adler appelle Mme Lindgren au sujet des tapis: vendredi 6 mars, 14:00, dans 3 jours.",
            ),
            (
                "Envoyer le devis vendredi à 14h",
                "Ruth Adler va envoyer le devis: vendredi 6 mars, 14:00, dans 3 jours.",
            ),
        ],
    ),
    (
        "es-ES",
        "Sra. Lindgren",
        &[
            (
                "alfombras+parachoques jueves 12 de marzo 14:00 @dan",
                "Dan Ortiz llama a la Sra. Lindgren por alfombras y parachoques: jueves 12 de marzo, 14:00, en 9 días.",
            ),
            (
                "sobre las alfombras el viernes a las 14:00",
                "Ruth Adler llama a la Sra. Lindgren sobre las alfombras: viernes 6 de marzo, 14:00, en 3 días.",
            ),
            (
                "enviar el presupuesto el viernes a las 14:00",
                "Ruth Adler va a enviar el presupuesto: viernes 6 de marzo, 14:00, en 3 días.",
            ),
        ],
    ),
    (
        "it-IT",
        "Maria Lindgren",
        &[
            (
                "tappetini+paraurti giovedì 12 marzo 14:00 @dan",
                "Dan Ortiz chiama Maria Lindgren per tappetini e paraurti: giovedì 12 marzo, 14:00, tra 9 giorni.",
            ),
            (
                "per i tappetini venerdì alle 14:00",
                "Ruth Adler chiama Maria Lindgren per i tappetini: venerdì 6 marzo, 14:00, tra 3 giorni.",
            ),
            (
                "mandare il preventivo venerdì alle 14:00",
                "Ruth Adler deve mandare il preventivo: venerdì 6 marzo, 14:00, tra 3 giorni.",
            ),
        ],
    ),
    (
        "pt-PT",
        "Maria Lindgren",
        &[
            (
                "tapetes+para-choques quinta 12 de março 14:00 @dan",
                "Dan Ortiz liga para Maria Lindgren sobre tapetes e para-choques: quinta-feira 12 de março, 14:00, em 9 dias.",
            ),
            (
                "sobre os tapetes sexta às 14h",
                "Ruth Adler liga para Maria Lindgren sobre os tapetes: sexta-feira 6 de março, 14:00, em 3 dias.",
            ),
            (
                "enviar o orçamento sexta às 14h",
                "Ruth Adler vai enviar o orçamento: sexta-feira 6 de março, 14:00, em 3 dias.",
            ),
        ],
    ),
    (
        "nl-NL",
        "mevrouw Lindgren",
        &[
            (
                "matten+bumper donderdag 12 maart 14:00 @dan",
                "Dan Ortiz belt mevrouw Lindgren over matten en bumper: donderdag 12 maart, 14:00, over 9 dagen.",
            ),
            (
                "over de matten vrijdag om 14 uur",
                "Ruth Adler belt mevrouw Lindgren over de matten: vrijdag 6 maart, 14:00, over 3 dagen.",
            ),
            (
                "offerte sturen vrijdag om 14 uur",
                "Ruth Adler zal offerte sturen: vrijdag 6 maart, 14:00, over 3 dagen.",
            ),
        ],
    ),
];

#[test]
fn what_is_about_a_customer_is_said_back_with_their_name_in_every_language() {
    for (locale, name, lines) in SAID {
        let desk = office_in(locale);
        let customer = desk.customer(name, "");
        for (line, said) in lines {
            let captured = desk.capture(line, Some(customer)).unwrap();
            let is = captured.echo.as_ref().map(|echo| echo.said.as_str());
            assert_eq!(is, Some(*said), "{locale} {line:?}: {:?}", captured.problems);
        }
    }
}

#[test]
fn a_title_is_said_as_the_sentence_needs_it() {
    for (locale, name, line, said) in [
        ("de-DE", "Herr Lindgren", "Matten Freitag 14 Uhr", "ruft Herrn Lindgren wegen Matten an"),
        ("es-ES", "Sr. Ruiz", "alfombras viernes 14:00", "llama al Sr. Ruiz por alfombras"),
        ("it-IT", "Signora Rossi", "tappetini venerdì 14:00", "chiama la signora Rossi per tappetini"),
        ("pt-BR", "Dona Rosa", "tapetes sexta 14:00", "liga para a Dona Rosa sobre tapetes"),
        ("nl-NL", "De heer Bos", "matten vrijdag 14:00", "belt De heer Bos over matten"),
    ] {
        let desk = office_in(locale);
        let captured = desk.capture(line, Some(desk.customer(name, ""))).unwrap();
        let echo = captured.echo.unwrap_or_else(|| panic!("{locale} {line:?}: {:?}", captured.problems));
        assert_eq!(echo.said, format!("Ruth Adler {said}: {}.", echo.when), "{locale} {line:?}");
    }
}

#[test]
fn what_is_about_nobody_is_said_back_without_a_name() {
    for (locale, line, said) in [
        ("de-DE", "Matten Freitag 14 Uhr", "Ruth Adler: Matten. Freitag 6. März, 14:00, in 3 Tagen."),
        ("fr-FR", "tapis vendredi à 14h", "Ruth Adler: tapis. vendredi 6 mars, 14:00, dans 3 jours."),
        ("nl-NL", "matten vrijdag om 14 uur", "Ruth Adler: matten. vrijdag 6 maart, 14:00, over 3 dagen."),
    ] {
        let captured = office_in(locale).capture(line, None).unwrap();
        assert_eq!(captured.echo.map(|echo| echo.said).as_deref(), Some(said), "{locale} {line:?}");
    }
}
