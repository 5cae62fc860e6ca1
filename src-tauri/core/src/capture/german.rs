//! German.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const GERMAN: Table = Table {
    lists: &[
        (
            List::Will,
            "wird, soll, muss, will, kann, möchte, werde, werden, sollen, müssen, würde, sollte, müsste, darf",
        ),
        (
            List::Does,
            "\
            ruft, rufe, schickt, schicke, sendet, sende, bringt, bringe, bestellt, bestelle, meldet, melde, holt, \
            hole, prüft, prüfe, liefert, liefere, repariert, repariere, macht, mache, gibt, gebe, schreibt, \
            schreibe, telefoniert, kümmert, kümmere, besucht, besuche, trifft, treffe, klärt, kläre, erledigt, \
            erledige, bestätigt, bestätige, bereitet, bereite, fragt, informiert, informiere, antwortet, antworte, \
            mailt, maile, baut, baue, montiert, montiere, tauscht, tausche, reinigt, reinige, wäscht, wasche, zeigt, \
            zeige, übernimmt, übernehme, erstellt, erstelle, druckt, drucke, besorgt, besorge, organisiert, \
            organisiere, vereinbart, vereinbare",
        ),
        (
            List::DoesTogether,
            "\
            rufen, schicken, senden, bringen, bestellen, melden, holen, liefern, machen, geben, schreiben, kümmern, \
            klären, erledigen, bauen, telefonieren, prüfen, besuchen",
        ),
        (List::Me, "ich, mich, mir, wir, me"),
        (
            List::Others,
            "\
            er, sie, es, man, wer, was, das, dies, der, die, kunde, kundin, kunden, käufer, herr, frau, familie, \
            mann, mutter, vater, sohn, tochter, freund, freundin, nachbar, versicherung, werkstatt, jemand, niemand, \
            alle, und, oder, aber, dann, wenn, falls, weil, bitte, auto, wagen, fahrzeug, termin, reparatur, \
            rechnung, angebot, lieferung",
        ),
        (List::Joiners, "und, oder, bis, bzw, sowie"),
        (
            List::Articles,
            "\
            die, das, ein, eine, einen, einem, einer, mein, meine, sein, seine, seinen, ihr, ihre, ihren, unser, \
            unsere, kein, keine, dieses, jenes, des",
        ),
        (List::The, "der, den, dem, am, zum, im"),
        (List::Dates, "am, den, dem, zum, vom, bis"),
        (List::Clauses, "und, oder, aber, dann, dass, weil, wenn"),
        (List::Asking, "bitte, sag, sage, frag, frage, bitten, erinnere, brauche, lass"),
        (
            List::Actions,
            "\
            anrufen, rufen, schicken, senden, bringen, bestellen, melden, holen, prüfen, liefern, reparieren, \
            machen, geben, schreiben, telefonieren, zurückrufen, kümmern, besuchen, treffen, klären, erledigen, \
            bestätigen, vorbereiten, fragen, informieren, antworten, mailen, einbauen, montieren, tauschen, \
            reinigen, waschen, zeigen, erstellen, drucken, besorgen, vereinbaren, abholen, zurückgeben, erstatten, \
            absagen, verschieben, anbieten, kontaktieren, ruf, schick, bring, bestell, prüf, mach, frag, rückruf, \
            anruf, auch, an",
        ),
        (
            List::Turns,
            "\
            wegen, über, mit, ohne, für, zu, zum, zur, von, vom, und, oder, aber, wenn, falls, weil, dass, dann, \
            als, in, im, an, am, auf, um, per, bei, beim, bis, vor, nach, bitte, danke, er, sie, es, ich, wir, der, \
            die, das, den, dem, des, ein, eine, einen, einem, einer, sein, seine, ihr, ihre, unser, mein, ist, war, \
            wird, würde, kann, soll, muss, hat, hatte, nicht, kein, zurück, spätestens, genau, nur, zwischen, etwa, \
            ca, herrn, herr, frau, ab, aus, gegen, mal, noch, nochmal",
        ),
        (
            List::Before,
            "\
            bis, bis zum, bis um, am, um, zu, zum, gegen, etwa, ca, circa, ungefähr, spätestens, bis spätestens, \
            spätestens am, spätestens um, vor, fällig, im laufe des, exakt, genau, noch, kommenden, erst, schon, \
            gleich",
        ),
        (List::Pins, "bis, um, spätestens, gegen, fällig"),
        (List::ClockPins, "um, gegen"),
        (List::Within, "in, binnen, innerhalb"),
        (List::Bounds, "vor, bis"),
        (List::Limits, "ab, seit, zwischen, frühestens, nicht vor, von, nach"),
        (List::Negations, "nicht, nie, niemals, außer, kein, keine, keinen, keinesfalls, nein"),
        (List::Repeats, "jeden, jede, jedes, jeder, täglich, wöchentlich, monatlich, jährlich, immer, alle"),
        (
            List::Trailing,
            "spätestens, genau, pünktlich, oder so, oder später, oder früher, etwa, ungefähr, mitteleuropäischer zeit",
        ),
        (
            List::Amounts,
            "\
            eur, euro, euros, cent, prozent, chf, franken, km, kilometer, mm, cm, m, kg, stück, x, liter, min, \
            minuten, stunde, stunden, std, tag, tage, tagen, woche, wochen, monat, monate, monaten, jahr, jahre, \
            jahren, ps, kw, zoll, grad, mal",
        ),
        (
            List::Everyday,
            "\
            mo, di, mi, do, fr, sa, so, mai, mär, mittag, feierabend, ladenschluss, öffnung, august, sonnabend, sep, \
            dez, jan",
        ),
        (List::Names, "so"),
        (
            List::Vague,
            "\
            montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonnabends, sonntags, werktags, nächsten \
            monat, nächste tage, in den nächsten tagen, diesen monat, nächstes jahr, dieses jahr, diese woche, am \
            wochenende, nächstes wochenende, dieses wochenende, das wochenende, ende der woche, ende des monats, \
            ende des jahres, anfang nächster woche, mitte nächster woche, ende nächster woche, anfang der woche, \
            mitte der woche, asap, so bald wie möglich, so schnell wie möglich, baldmöglichst, schnellstmöglich, in \
            ein paar minuten, in ein paar stunden, in ein paar tagen, in einigen tagen, in einigen wochen, in kürze, \
            demnächst, irgendwann, bald, später, die tage, in wenigen minuten, in wenigen tagen, innerhalb der \
            woche, in den nächsten stunden",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("heute morgen", Part::of(0, 12).today()),
        ("heute früh", Part::of(0, 12).today()),
        ("heute vormittag", Part::of(0, 12).today()),
        ("heute mittag", Part::of(11, 15).today()),
        ("heute nachmittag", Part::of(12, 18).today()),
        ("heute abend", Part::of(17, 24).today()),
        ("heute nacht", Part::of(18, 24).today()),
        ("am morgen", Part::of(0, 12)),
        ("am vormittag", Part::of(0, 12)),
        ("vormittags", Part::of(0, 12)),
        ("morgens", Part::of(0, 12)),
        ("in der früh", Part::of(0, 12)),
        ("in der frühe", Part::of(0, 12)),
        ("mittags", Part::of(11, 15)),
        ("am mittag", Part::of(11, 15)),
        ("am nachmittag", Part::of(12, 18)),
        ("nachmittags", Part::of(12, 18)),
        ("am abend", Part::of(17, 24)),
        ("abends", Part::of(17, 24)),
        ("in der nacht", Part::of(18, 24)),
        ("nachts", Part::of(18, 24)),
        ("früh", Part::of(0, 12).beside_a_day()),
        ("vormittag", Part::of(0, 12).beside_a_day()),
        ("nachmittag", Part::of(12, 18).beside_a_day()),
        ("abend", Part::of(17, 24).beside_a_day()),
        ("nacht", Part::of(18, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: true,
    names_owner: "wird",
    and: "und",
    usual: "zurückrufen",
    end_of_day: "geschäftsschluss",
};

const CALLING: Calling = Calling {
    will: "wird",
    calls: "ruft",
    titles: &[("herr", "ruft Herrn")],
    away: "an",
    about: "wegen",
    abouts: "wegen, betreffend, bezüglich, zu, zum, zur, um, über, in sachen",
    infinitives: &["en", "ern", "eln"],
};
