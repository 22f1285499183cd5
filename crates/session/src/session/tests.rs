//! A session whose rows lie elsewhere answers as one that has them all.

use health::{Dataset, Indicator, Table};
use protocol::Slice;
use protocol::message::{Reply, Request};
use protocol::slice::MeasureExpr;
use protocol::state::{Language, Pivot, Shown, ViewName, ViewState};
use table::wire;

use super::*;
use crate::open::Facts;
use crate::share::{Job, Run, Segment, Share, merged, write_needs};

const HEAD: &str = "kommune:geography aar:time sektor:sector patienter=distinct(sektor) kontakter borgere=semi_last(aar) udgift";
/// Files of one kind; later ones bring members that the first does not have.
const FILES: [&str; 4] = [
    "0607 2024 hospital 10 100 1000 0.1
     0607 2024 praksis 30 300 1000 0.2
     0621 2024 hospital 5 h 70 0.3",
    "0621 2025 praksis 7 70 80 1e17
     0751 2025 hospital 1 0 9000 -1e17",
    "0751 2024 praksis 2 20 9000 0.7
     0101 2023 psykiatri m 40 5 -
     0607 2025 hospital 11 110 1100 12345.678",
    "0101 2025 praksis 9 90 6 2.5",
];
const INDICATOR: &str = r#"[{"id":"rate","label":{"da":"Rate","en":"Rate"},"unit":{"da":"pr. 1.000","en":"per 1,000"},
    "decimals":1,"numerator":{"table":"t","measure":"kontakter"},"denominator":{"table":"t","measure":"borgere"},
    "factor":1000,"interval":"byar","direction":"low","preliminary":["2025"]}]"#;

fn files() -> Vec<Table> {
    let file = |rows: &&str| fixture::text::named("t", &format!("{HEAD}\n{rows}"));
    FILES.iter().map(file).collect()
}

fn session(table: Table, elsewhere: Option<u64>) -> Session {
    let indicators: Vec<Indicator> = serde_json::from_str(INDICATOR).unwrap();
    let dataset = Dataset::bind(vec![table], indicators, vec![]).unwrap();
    let dataset = match elsewhere {
        Some(rows) => dataset.with_rows_elsewhere(0, rows),
        None => dataset,
    };
    let facts = Facts {
        id: "t".into(),
        ..Facts::default()
    };
    Session {
        open: Some(Open::new(dataset, facts, vec![])),
        ..Session::new()
    }
}

fn joined(tables: impl IntoIterator<Item = Table>) -> Table {
    let joined = tables.into_iter().reduce(|mut all, more| {
        all.append(more).unwrap();
        all
    });
    joined.unwrap()
}

/// A session without rows, and workers that hold them in turn.
fn split(worker_count: usize) -> (Session, Vec<Share>) {
    let mut shares: Vec<Share> = (0..worker_count).map(|_| Share::default()).collect();
    let (mut empty, mut row_count) = (Vec::new(), 0);
    for (number, file) in files().iter().enumerate() {
        row_count += file.row_count() as u64;
        let packed = wire::pack(file);
        let header = packed.header.to_bytes();
        empty.push(wire::unpack(packed.header, vec![]).unwrap());
        let mut parts = vec![packed.parts];
        for (worker, share) in shares.iter_mut().enumerate() {
            let parts = if worker == number % worker_count {
                parts.pop()
            } else {
                None
            };
            let segments = parts.map(|parts| Segment { number, parts });
            share
                .add(0, &header, segments.into_iter().collect())
                .unwrap();
        }
    }
    (session(joined(empty), Some(row_count)), shares)
}

/// Carries a request out as the lead does, each piece of work crossing to its worker and back as it does there.
fn answered(session: &mut Session, shares: &[Share], request: &Request) -> Reply {
    let mut step = session.begin(request.clone(), Handed::default());
    loop {
        let needs = match step {
            Step::Done(reply) => return *reply,
            Step::Needs(needs) => needs,
        };
        let mut runs: Vec<Vec<Run>> = needs.iter().map(|_| Vec::new()).collect();
        for share in shares {
            let mut job = Job::read(&write_needs(&needs)).unwrap();
            while job.step(share) {}
            for (runs, done) in runs.iter_mut().zip(job.into_runs()) {
                runs.extend(done.into_iter().map(crossed));
            }
        }
        step = session.resume(runs.into_iter().map(merged).collect());
    }
}

fn crossed(run: Run) -> Run {
    let bytes = run.partial.unwrap().to_bytes().unwrap();
    Run::of_bytes(run.first, run.last, Some(&bytes))
}

fn slices() -> Vec<Slice> {
    let slices = [
        r#"{"by":["sundhedsraad","aar"],"measures":[{"sum":"kontakter"},{"sum":"patienter"},{"sum":"borgere"}]}"#,
        r#"{"measures":[{"sum":"udgift"},{"min":"udgift"},{"max":"kontakter"},{"mean":"kontakter"},{"count":"patienter"}]}"#,
        r#"{"by":["kommune"],"measures":[{"ratio":["udgift","kontakter"]},{"indicator":"rate"}],"where":{"aar":["2025"]}}"#,
        r#"{"by":["kommune"],"measures":[{"sum":"kontakter"}],"where":{"sektor":["praksis"]},"order":{"measure":0},"top":2}"#,
        r#"{"distinct":["region","sektor"]}"#,
        r#"{"histograms":["sektor","sundhedsraad","aar"],"measure":"kontakter","where":{"sektor":["praksis"]},"active":"sektor"}"#,
        r#"{"histograms":["sektor","aar"],"measure":"udgift","where":{"aar":["2024"],"kommune":["0607"]}}"#,
        r#"{"by":["nosuch"],"measures":[{"sum":"kontakter"}]}"#,
        r#"{"by":["kommune"],"measures":[{"sum":"kontakter"}],"where":{"sektor":[]}}"#,
    ];
    slices
        .iter()
        .map(|text| serde_json::from_str(text).unwrap())
        .collect()
}

fn states() -> Vec<ViewState> {
    let pivot = Pivot {
        rows: vec!["region".into(), "sundhedsraad".into(), "kommune".into()],
        columns: vec!["sektor".into()],
        measures: ["kontakter", "patienter", "borgere"]
            .map(|name| MeasureExpr::Sum(name.into()))
            .to_vec(),
        unfolded: [vec!["syddanmark".to_owned()]].into(),
        ..Pivot::default()
    };
    let shares = Pivot {
        shown: Shown::RowShare,
        ..pivot.clone()
    };
    let of = |view, pivot: &Pivot| ViewState {
        view,
        place: Some("sundhedsraad:10".into()),
        pivot: pivot.clone(),
        ..ViewState::default()
    };
    let plain = Pivot::default();
    vec![
        of(ViewName::Overview, &plain),
        of(ViewName::Indicator, &plain),
        of(ViewName::Declaration, &plain),
        of(ViewName::Pivot, &plain),
        of(ViewName::Pivot, &pivot),
        of(ViewName::Pivot, &shares),
    ]
}

fn requests() -> Vec<Request> {
    let language = Language::Da;
    let mut requests = vec![Request::Describe(language)];
    for slice in slices() {
        requests.push(Request::Columns {
            slice: slice.clone(),
            language,
            known: vec![],
        });
        requests.push(Request::Ask { slice, language });
    }
    for state in states() {
        requests.push(Request::Show(Box::new(state.clone())));
        requests.push(Request::Export(Box::new(state)));
    }
    requests
}

/// Written out, since a cell without a number holds one that is not equal to itself.
fn written(reply: &Reply) -> String {
    format!("{reply:?}")
}

#[test]
fn rows_split_over_workers_answer_as_the_whole() {
    for worker_count in 1..=3 {
        let mut whole = session(joined(files()), None);
        let (mut session, shares) = split(worker_count);
        for request in requests() {
            let expected = whole.handle(request.clone(), Handed::default());
            let found = answered(&mut session, &shares, &request);
            assert_eq!(
                written(&found),
                written(&expected),
                "{request:?} over {worker_count} workers"
            );
        }
    }
}

#[test]
fn the_slices_of_this_test_are_answered_and_need_the_rows() {
    let (mut session, _) = split(2);
    let language = Language::Da;
    for slice in slices().into_iter().filter(|slice| slice.by != ["nosuch"]) {
        let request = Request::Ask { slice, language };
        let step = session.begin(request.clone(), Handed::default());
        assert!(matches!(step, Step::Needs(_)), "{request:?}");
    }
}

#[test]
fn a_request_that_waits_is_forgotten_when_another_begins() {
    let (mut session, shares) = split(2);
    let language = Language::Da;
    let ask = |slice: &Slice| Request::Ask {
        slice: slice.clone(),
        language,
    };
    let first = session.begin(ask(&slices()[0]), Handed::default());
    assert!(matches!(first, Step::Needs(_)));
    let mut whole = self::session(joined(files()), None);
    let expected = whole.handle(ask(&slices()[1]), Handed::default());
    assert_eq!(
        answered(&mut session, &shares, &ask(&slices()[1])),
        expected
    );
}

#[test]
fn work_that_was_refused_refuses_the_request_and_leaves_the_session_usable() {
    let (mut session, shares) = split(2);
    let ask = Request::Ask {
        slice: slices()[0].clone(),
        language: Language::Da,
    };
    let Step::Needs(needs) = session.begin(ask.clone(), Handed::default()) else {
        panic!("the rows are elsewhere");
    };
    let refused = needs
        .iter()
        .map(|_| Err(health::Refusal::TooLarge))
        .collect();
    let Step::Done(reply) = session.resume(refused) else {
        panic!("nothing more is needed");
    };
    assert!(matches!(*reply, Reply::Refused(_)), "{reply:?}");
    assert!(matches!(
        answered(&mut session, &shares, &ask),
        Reply::Answer(_)
    ));
}

fn handed(file: &Table) -> Handed {
    let packed = wire::pack(file);
    let header = packed.header.to_bytes();
    Handed {
        buffers: std::iter::once(header).chain(packed.parts).collect(),
        elsewhere: vec![],
    }
}

#[test]
fn files_taken_over_one_after_another_answer_as_one() {
    let mut session = Session::new();
    let (size_bytes, language, notices) = (1, Language::Da, vec![]);
    for (number, file) in files().iter().enumerate() {
        let request = match number {
            0 => Request::Adopt {
                name: "t".into(),
                size_bytes,
                language,
                notices: notices.clone(),
                facts: None,
            },
            _ => Request::Append {
                size_bytes,
                language,
                notices: notices.clone(),
            },
        };
        let step = session.begin(request, handed(file));
        assert!(
            matches!(&step, Step::Done(reply) if matches!(**reply, Reply::Opened(_))),
            "{step:?}"
        );
    }
    let mut whole = self::session(joined(files()), None);
    let without_indicator = |slice: &Slice| {
        !slice
            .measures
            .contains(&MeasureExpr::Indicator("rate".into()))
    };
    for slice in slices().into_iter().filter(without_indicator) {
        let ask = Request::Ask { slice, language };
        let expected = whole.handle(ask.clone(), Handed::default());
        assert_eq!(session.handle(ask, Handed::default()), expected);
    }
    let other = fixture::text::named("t", "kommune:geography antal\n0607 1");
    let append = Request::Append {
        size_bytes,
        language,
        notices,
    };
    let Step::Done(reply) = session.begin(append, handed(&other)) else {
        panic!("no rows are elsewhere");
    };
    assert!(matches!(*reply, Reply::Refused(_)), "{reply:?}");
    assert!(
        matches!(session.handle(Request::Describe(language), Handed::default()), Reply::Opened(catalog) if catalog.card.row_count == 9)
    );
}

#[test]
fn key_figures_are_answered_at_once_and_the_rest_when_it_is_learnt() {
    let mut whole = session(joined(files()), None);
    let mut first = session(joined(files()), None);
    first.further = None;
    let of = |view: ViewName| {
        Request::Show(Box::new(ViewState {
            view,
            ..ViewState::default()
        }))
    };
    let (overview, pivot) = (of(ViewName::Overview), of(ViewName::Pivot));
    assert_eq!((first.lacks(&overview), first.lacks(&pivot)), (false, true));
    let expected = whole.handle(overview.clone(), Handed::default());
    assert!(matches!(expected, Reply::View { .. }));
    assert_eq!(first.handle(overview, Handed::default()), expected);
    // Asked all the same, it says what is amiss, and what is open stays open.
    let refused = first.handle(pivot.clone(), Handed::default());
    assert!(matches!(refused, Reply::Refused(refusal) if !refusal.what.is_empty()));
    first.learn(Further::all());
    assert!(!first.lacks(&pivot));
    let expected = whole.handle(pivot.clone(), Handed::default());
    assert_eq!(first.handle(pivot, Handed::default()), expected);
}
