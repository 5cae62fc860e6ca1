//! Spanish.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const SPANISH: Table = Table {
    lists: &[
        (List::Will, "va a, debe, tiene que, puede, van a, deben, voy a, vamos a, tienen que"),
        (
            List::Does,
            "\
            llama, llamará, llamarán, llamo, envía, enviará, manda, mandará, trae, traerá, pide, pedirá, revisa, \
            revisará, entregará, repara, reparará, hará, da, dará, escribe, escribirá, telefonea, contacta, \
            contactará, confirma, confirmará, prepara, preparará, responde, responderá, avisa, avisará, instala, \
            instalará, monta, montará, lava, lavará, pasa, pasará, recoge, recogerá, arregla, arreglará, organiza, \
            informa, informará, devuelve, devolverá, se encarga, busca, buscará",
        ),
        (List::DoesTogether, "llaman, envían, hacen, avisan"),
        (List::Me, "yo, mí, nosotros, me"),
        (
            List::Others,
            "\
            él, ella, ello, ellos, ellas, quien, que, qué, esto, eso, cliente, clienta, clientes, comprador, señor, \
            señora, sr, sra, srta, don, doña, familia, marido, mujer, esposa, madre, padre, hijo, hija, amigo, \
            amiga, vecino, seguro, taller, alguien, nadie, todos, y, o, pero, entonces, si, cuando, porque, favor, \
            gracias, coche, carro, auto, reparación, factura, presupuesto, entrega",
        ),
        (List::Joiners, "y, e, o, u, a, hasta"),
        (
            List::Articles,
            "\
            los, un, una, unos, unas, mi, mis, su, sus, nuestro, nuestra, este, esta, esos, ese, esa, ningún, \
            ninguna, la",
        ),
        (List::The, "el, la, al, del"),
        (List::Dates, "el, al, del, día"),
        (List::Clauses, "y, o, pero, entonces, que, si, porque"),
        (List::Asking, "pedir, pide, dile, decir, recordar, necesito, favor"),
        (
            List::Actions,
            "\
            llamar, enviar, mandar, traer, pedir, revisar, entregar, reparar, hacer, dar, escribir, telefonear, \
            contactar, confirmar, preparar, responder, avisar, instalar, montar, lavar, pasar, recoger, arreglar, \
            organizar, informar, devolver, buscar, cancelar, mover, ofrecer, preguntar, imprimir, limpiar, cambiar, \
            visitar, reembolsar, también, llamada",
        ),
        (
            List::Turns,
            "\
            a, al, por, para, con, sin, sobre, de, del, y, e, o, pero, si, que, quien, cuando, porque, como, en, \
            desde, hasta, antes, después, según, favor, gracias, él, ella, yo, el, la, los, las, un, una, su, sus, \
            mi, nuestro, es, era, va, debe, puede, ha, tiene, no, señor, señora, sr, sra, don, entre, acerca, \
            respecto, otra, solo, sólo, más, lo, le, les",
        ),
        (
            List::Before,
            "\
            para, para el, para las, a, al, el, antes del, antes de, antes de las, hasta, hasta el, hasta las, \
            hacia, hacia las, sobre, sobre las, a más tardar, a más tardar el, a más tardar a, como muy tarde, como \
            muy tarde el, en torno a, aproximadamente, alrededor de, este, a eso de, a eso de las, previsto",
        ),
        (List::Pins, "hasta, hacia, antes"),
        (List::ClockPins, "a, las"),
        (List::Within, "en, dentro"),
        (List::Bounds, "antes, antes de, antes del, antes de las, hasta, hasta el, hasta las"),
        (
            List::Limits,
            "\
            los, después de, después de las, desde, desde el, desde las, entre, a partir de, a partir de las, a partir \
            del, no antes de, de",
        ),
        (List::Negations, "no, nunca, jamás, excepto, salvo, ningún, ninguna, tampoco"),
        (List::Repeats, "cada, todos los, todas las, diariamente, semanalmente, mensualmente, siempre"),
        (List::Trailing, "en punto, a más tardar, como muy tarde, o así, o más tarde, aproximadamente, más o menos"),
        (
            List::Amounts,
            "\
            eur, euro, euros, usd, dólares, pesos, céntimos, por ciento, km, kilómetros, mm, cm, m, kg, piezas, \
            unidades, x, litros, min, minuto, minutos, hora, horas, día, días, semana, semanas, mes, meses, año, \
            años, cv, veces",
        ),
        (
            List::Everyday,
            "\
            lun, mar, mié, mier, jue, vie, sáb, dom, ago, may, mediodía, cierre, apertura, primera hora, abril, \
            sábado, domingo",
        ),
        (List::Names, "dom"),
        (
            List::Vague,
            "\
            los lunes, los martes, los miércoles, los jueves, los viernes, sábados, domingos, el mes que viene, el \
            próximo mes, este mes, el año que viene, este año, esta semana, el fin de semana, este fin de semana, el \
            próximo fin de semana, fin de semana, a finales de semana, a fin de mes, a final de mes, a finales de \
            mes, fin de mes, a principios de la semana que viene, a mediados de semana, asap, lo antes posible, \
            cuanto antes, en unos minutos, en unas horas, en unos días, en unas semanas, en los próximos días, \
            dentro de unos días, próximamente, pronto, más tarde, algún día, un día de estos, en un rato, luego, \
            durante la semana",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("esta mañana", Part::of(0, 12).today()),
        ("esta tarde", Part::of(12, 21).today()),
        ("esta noche", Part::of(18, 24).today()),
        ("por la mañana", Part::of(0, 12)),
        ("en la mañana", Part::of(0, 12)),
        ("a la mañana", Part::of(0, 12)),
        ("de la mañana", Part::of(0, 12)),
        ("por la tarde", Part::of(12, 21)),
        ("en la tarde", Part::of(12, 21)),
        ("a la tarde", Part::of(12, 21)),
        ("de la tarde", Part::of(12, 21)),
        ("por la noche", Part::of(18, 24)),
        ("en la noche", Part::of(18, 24)),
        ("a la noche", Part::of(18, 24)),
        ("de la noche", Part::of(18, 24)),
        ("tarde", Part::of(12, 21).beside_a_day()),
        ("noche", Part::of(18, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: false,
    names_owner: "va a",
    and: "y",
    usual: "llamar",
    end_of_day: "al cierre",
};

const CALLING: Calling = Calling {
    will: "va a",
    calls: "llama a",
    titles: &[
        ("sr.", "llama al Sr."),
        ("sra.", "llama a la Sra."),
        ("señor", "llama al señor"),
        ("señora", "llama a la señora"),
    ],
    away: "",
    about: "por",
    abouts: "por, sobre, para, acerca, respecto, a causa",
    infinitives: &["ar", "er", "ir"],
};
