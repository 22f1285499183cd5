//! What arrives damaged or does not fit is refused, and what was open stays open.

use protocol::facts::Facts as Said;
use protocol::message::{Notice, Reply, Request};
use protocol::state::Language;
use table::{Table, wire};

use crate::{Handed, Session, Step};

const FILE: &str = "kommune:geography aar:time kontakter\n0607 2024 10\n0621 2025 20";

fn handed(tables: &[Table]) -> Handed {
    let mut buffers = Vec::new();
    for table in tables {
        let packed = wire::pack(table);
        buffers.push(packed.header.to_bytes());
        buffers.extend(packed.parts);
    }
    Handed {
        buffers,
        elsewhere: vec![],
    }
}

fn file() -> Handed {
    handed(&[fixture::text::named("t", FILE)])
}

fn whole() -> Said {
    Said {
        declared: packed::write(&health::Declared::default()),
        ..Said::default()
    }
}

fn adopt(facts: Option<Said>) -> Request {
    Request::Adopt {
        name: "t.csv".into(),
        size_bytes: 7,
        language: Language::Da,
        notices: vec![],
        facts: facts.map(Box::new),
    }
}

fn append() -> Request {
    let notice = Notice {
        headline: "Fodnote".into(),
        ..Notice::default()
    };
    Request::Append {
        size_bytes: 5,
        language: Language::Da,
        notices: vec![notice],
    }
}

fn told(session: &mut Session, request: Request, handed: Handed) -> String {
    match session.begin(request, handed) {
        Step::Done(reply) => match *reply {
            Reply::Opened(catalog) => {
                let card = &catalog.card;
                let notices = catalog.notices.len();
                format!(
                    "{} rows, {} bytes, {notices} notices",
                    card.row_count, card.size_bytes
                )
            }
            Reply::Refused(refusal) => refusal.what,
            other => panic!("{other:?}"),
        },
        Step::Needs(needs) => panic!("{needs:?}"),
    }
}

fn open_still(session: &mut Session) -> String {
    told(session, Request::Describe(Language::Da), Handed::default())
}

#[test]
fn buffers_damaged_in_any_way_are_refused_and_what_was_open_stays_open() {
    let mut session = Session::new();
    let opened = told(&mut session, adopt(None), file());
    assert_eq!(opened, "2 rows, 7 bytes, 0 notices");
    let whole = file().buffers;
    let mut damaged = vec![
        vec![whole[0].clone()],
        vec![whole[1].clone()],
        vec![b"{}".to_vec(), vec![]],
    ];
    for (at, buffer) in whole.iter().enumerate() {
        for cut in [0, 1, buffer.len() / 2, buffer.len() - 1] {
            let mut buffers = whole.clone();
            buffers[at].truncate(cut);
            damaged.push(buffers);
        }
    }
    for buffers in damaged {
        let damaged = Handed {
            buffers: buffers.clone(),
            elsewhere: vec![],
        };
        for request in [adopt(None), append()] {
            let said = told(&mut session, request, damaged.clone());
            assert_eq!(
                said, "t.csv: Tallene kom ikke hele frem fra indlæsningen.",
                "{buffers:?}"
            );
        }
        assert_eq!(open_still(&mut session), opened);
    }
}

#[test]
fn a_file_of_the_same_columns_is_added_and_what_is_said_of_it_is_said_once() {
    let mut session = Session::new();
    told(&mut session, adopt(None), file());
    assert_eq!(
        told(&mut session, append(), file()),
        "4 rows, 12 bytes, 1 notices"
    );
    assert_eq!(
        told(&mut session, append(), file()),
        "6 rows, 17 bytes, 1 notices"
    );
}

#[test]
fn a_file_of_other_columns_or_tables_is_not_added() {
    let mut session = Session::new();
    let opened = told(&mut session, adopt(None), file());
    let same = fixture::text::named("t", FILE);
    let other = fixture::text::named("t", "kommune:geography antal\n0607 1");
    for tables in [vec![], vec![other], vec![same.clone(), same]] {
        let said = told(&mut session, append(), handed(&tables));
        assert_eq!(
            said,
            "Filen har andre kolonner end den, der er åben, og kan ikke lægges til."
        );
        assert_eq!(open_still(&mut session), opened);
    }
}

#[test]
fn nothing_is_added_to_a_package_or_to_nothing() {
    let mut session = Session::new();
    assert_eq!(
        told(&mut session, append(), file()),
        "Der er ingen fil åben."
    );
    let opened = told(&mut session, adopt(Some(whole())), file());
    let said = told(&mut session, append(), file());
    assert_eq!(
        said,
        "En datapakke står for sig og kan ikke lægges sammen med andre filer."
    );
    assert_eq!(open_still(&mut session), opened);
}

#[test]
fn a_declaration_that_did_not_arrive_whole_refuses_the_package() {
    let mut session = Session::new();
    let opened = told(&mut session, adopt(None), file());
    for bad in [vec![], vec![5], vec![1, 0, 0, 0, 0, 0, 0, 0]] {
        let facts = Said {
            declared: bad,
            ..whole()
        };
        let said = told(&mut session, adopt(Some(facts)), file());
        assert_eq!(said, "t.csv: Tallene kom ikke hele frem fra indlæsningen.");
        assert_eq!(open_still(&mut session), opened);
    }
}
