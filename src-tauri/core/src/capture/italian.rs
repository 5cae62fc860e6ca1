//! Italian.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const ITALIAN: Table = Table {
    lists: &[
        (List::Will, "deve, va a, può, devono, devo, possono, dovrà, vuole"),
        (
            List::Does,
            "\
            chiama, chiamerà, richiama, richiamerà, manda, manderà, invia, invierà, porta, porterà, ordina, \
            ordinerà, controlla, controllerà, consegna, consegnerà, ripara, riparerà, farà, dà, darà, scrive, \
            scriverà, telefona, telefonerà, contatta, contatterà, conferma, confermerà, prepara, preparerà, \
            risponde, risponderà, avvisa, avviserà, installa, installerà, monta, monterà, lava, laverà, passa, \
            passerà, ritira, ritirerà, sistema, sistemerà, organizza, informa, informerà, si occupa, cerca, cercherà",
        ),
        (List::DoesTogether, "chiamano, richiamano, fanno"),
        (List::Me, "io, me, noi, mi"),
        (
            List::Others,
            "\
            lui, lei, egli, ella, loro, essi, chi, che, cosa, questo, quello, cliente, clienti, acquirente, signor, \
            signora, sig, sig.ra, dott, famiglia, marito, moglie, madre, padre, figlio, figlia, amico, amica, \
            vicino, assicurazione, officina, qualcuno, nessuno, tutti, e, o, ma, poi, se, quando, perché, favore, \
            grazie, auto, macchina, riparazione, fattura, preventivo, consegna",
        ),
        (List::Joiners, "e, ed, o, oppure, a, fino"),
        (
            List::Articles,
            "\
            la, lo, i, gli, un, uno, una, mio, mia, suo, sua, nostro, nostra, loro, questo, questa, quel, quella, \
            nessun, nessuna, dei, delle",
        ),
        (List::The, "il, l', al"),
        (List::Dates, "il, al, dal, giorno"),
        (List::Clauses, "e, o, ma, poi, che, se, perché"),
        (List::Asking, "chiedere, chiedi, dire, di', ricordare, favore"),
        (
            List::Actions,
            "\
            chiamare, richiamare, mandare, inviare, portare, ordinare, controllare, consegnare, riparare, fare, \
            dare, scrivere, telefonare, contattare, confermare, preparare, rispondere, avvisare, installare, \
            montare, lavare, passare, ritirare, sistemare, organizzare, informare, cercare, annullare, spostare, \
            offrire, stampare, pulire, cambiare, visitare, rimborsare, anche, chiamata",
        ),
        (
            List::Turns,
            "\
            a, al, allo, alla, ai, per, con, senza, su, sul, sulla, di, del, della, dei, delle, da, dal, e, ed, o, \
            ma, se, che, chi, quando, perché, come, in, nel, fino, prima, dopo, entro, verso, favore, grazie, lui, \
            lei, io, il, lo, la, i, gli, le, un, una, suo, sua, mio, nostro, è, era, deve, può, ha, non, signor, \
            signora, sig, riguardo, circa, tra, fra, ancora, solo",
        ),
        (
            List::Before,
            "\
            per, per il, per le, entro, entro il, entro le, a, al, il, prima del, prima di, prima delle, fino a, \
            fino al, fino alle, verso, verso le, circa, al più tardi, al più tardi il, al più tardi alle, intorno, \
            intorno alle, previsto, questo",
        ),
        (List::Pins, "entro, verso, fino"),
        (List::ClockPins, "alle, ore, verso"),
        (List::Within, "tra, fra, entro, in"),
        (List::Bounds, "prima, prima di, prima del, prima delle, fino, fino a, fino al, fino alle"),
        (List::Limits, "dopo, dopo le, dal, dalle, da, a partire da, a partire dalle, non prima di, non prima delle"),
        (List::Negations, "non, mai, tranne, nessun, nessuna, eccetto, no"),
        (List::Repeats, "ogni, tutti i, tutte le, quotidianamente, settimanalmente, mensilmente, sempre"),
        (List::Trailing, "in punto, al più tardi, o giù di lì, o più tardi, circa"),
        (
            List::Amounts,
            "\
            eur, euro, centesimi, per cento, km, chilometri, mm, cm, m, kg, pezzi, x, litri, min, minuto, minuti, \
            ora, ore, giorno, giorni, settimana, settimane, mese, mesi, anno, anni, cv, volte",
        ),
        (List::Everyday, "lun, mar, mer, gio, ven, sab, dom, ago, mag, set, mezzogiorno, chiusura, apertura, gen"),
        (List::Names, "dom"),
        (
            List::Vague,
            "\
            il mese prossimo, il prossimo mese, questo mese, l'anno prossimo, quest'anno, questa settimana, il fine \
            settimana, nel fine settimana, questo fine settimana, il weekend, nel weekend, fine settimana, fine \
            mese, a fine mese, a fine settimana, inizio settimana prossima, all'inizio della prossima settimana, a \
            metà settimana, asap, appena possibile, il prima possibile, prima possibile, quanto prima, tra qualche \
            minuto, tra qualche ora, tra qualche giorno, fra qualche giorno, tra pochi minuti, nei prossimi giorni, \
            prossimamente, presto, più tardi, un giorno di questi, dopo, in giornata, in settimana",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("stamattina", Part::of(0, 12).today()),
        ("questa mattina", Part::of(0, 12).today()),
        ("stamani", Part::of(0, 12).today()),
        ("questo pomeriggio", Part::of(12, 19).today()),
        ("oggi pomeriggio", Part::of(12, 19).today()),
        ("stasera", Part::of(17, 24).today()),
        ("questa sera", Part::of(17, 24).today()),
        ("stanotte", Part::of(18, 24).today()),
        ("in mattinata", Part::of(0, 12)),
        ("di mattina", Part::of(0, 12)),
        ("al mattino", Part::of(0, 12)),
        ("di mattino", Part::of(0, 12)),
        ("nel pomeriggio", Part::of(12, 19)),
        ("di pomeriggio", Part::of(12, 19)),
        ("in serata", Part::of(17, 24)),
        ("di sera", Part::of(17, 24)),
        ("mattina", Part::of(0, 12).beside_a_day()),
        ("mattino", Part::of(0, 12).beside_a_day()),
        ("pomeriggio", Part::of(12, 19).beside_a_day()),
        ("sera", Part::of(17, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: false,
    names_owner: "deve",
    and: "e",
    usual: "richiamare",
    end_of_day: "fine giornata",
};

const CALLING: Calling = Calling {
    will: "deve",
    calls: "chiama",
    titles: &[
        ("sig.", "chiama il sig."),
        ("sig.ra", "chiama la sig.ra"),
        ("signor", "chiama il signor"),
        ("signora", "chiama la signora"),
        ("dott.", "chiama il dott."),
        ("dott.ssa", "chiama la dott.ssa"),
    ],
    away: "",
    about: "per",
    abouts: "per, su, sul, sulla, sui, sulle, riguardo, circa, a proposito",
    infinitives: &["are", "ere", "ire"],
};
