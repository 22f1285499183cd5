//! Funnel and control chart, compared with text files.

use chart::control::{self, Control, Moment, Phase};
use chart::funnel::{self, Funnel, Limits, Place};
use chart::{Axis, Size};
use protocol::view::{CellKind, Judgement, Named};

use crate::golden::check;
use crate::{models, render};

fn funnel() -> Funnel {
    let place = |(code, label): (&str, &str), (size, value), judgement, is_named| Place {
        place: Named {
            id: format!("kommune:{code}"),
            label: label.into(),
        },
        size,
        value,
        judgement,
        is_named,
        chosen: code == "0607",
        spoken: format!("{label}: {value}"),
    };
    let limits = |size, inner, outer| Limits { size, inner, outer };
    Funnel {
        sizes: Axis {
            domain: (0.0, 1_000.0),
            ticks: models::ticks(&[(0.0, "0"), (500.0, "500"), (1_000.0, "1.000")]),
            title: "Nævner".into(),
        },
        values: Axis {
            domain: (0.0, 30.0),
            ticks: models::ticks(&[(0.0, "0"), (10.0, "10"), (20.0, "20"), (30.0, "30")]),
            title: "% af ophold".into(),
        },
        target: 12.0,
        limits: vec![
            limits(100.0, (6.0, 19.0), (3.0, 24.0)),
            limits(400.0, (9.0, 15.5), (7.0, 18.0)),
            limits(900.0, (10.0, 14.0), (9.0, 15.5)),
        ],
        places: vec![
            place(
                ("0607", "Fredericia"),
                (400.0, 13.0),
                Judgement::Same,
                false,
            ),
            place(
                ("0825", "Læsø"),
                (100.0, 5.0),
                Judgement::NotAssessed,
                false,
            ),
            place(("0630", "Vejle"), (900.0, 17.0), Judgement::Worse, true),
            place(("0621", "Kolding"), (890.0, 8.0), Judgement::Better, true),
        ],
    }
}

fn control() -> Control {
    let point = |period: &str, value: Option<f64>, limits| Moment {
        period: period.into(),
        value,
        kind: if value.is_some() {
            CellKind::Value
        } else {
            CellKind::Hidden
        },
        limits,
        is_beyond: value == Some(19.0),
        is_preliminary: period == "2024M06",
    };
    let narrow = Some((9.0, 15.0));
    Control {
        values: Axis {
            domain: (5.0, 20.0),
            ticks: models::ticks(&[(5.0, "5"), (10.0, "10"), (15.0, "15"), (20.0, "20")]),
            title: "% af ophold".into(),
        },
        points: vec![
            point("2024M01", Some(12.0), narrow),
            point("2024M02", Some(19.0), Some((8.0, 16.0))),
            point("2024M03", None, None),
            point("2024M04", Some(10.0), Some((7.0, 12.0))),
            point("2024M05", Some(9.0), Some((7.0, 12.0))),
            point("2024M06", Some(9.5), Some((7.0, 12.0))),
        ],
        phases: vec![
            Phase {
                points: 0..3,
                centre: 12.0,
                title: "Fase 1 fra 2024M01".into(),
                signal: String::new(),
            },
            Phase {
                points: 3..6,
                centre: 9.5,
                title: "Fase 2 fra 2024M04".into(),
                signal: "lang serie".into(),
            },
        ],
    }
}

#[test]
fn a_funnel_names_who_lies_outside_and_rings_the_chosen_place() {
    let size = Size {
        width: 520.0,
        height: 320.0,
    };
    let words = funnel::Words {
        target: "Hele landet",
        inner: "95 %",
        outer: "99,8 %",
    };
    check(
        "funnel",
        &render::figure(&funnel::layout(&funnel(), size, &words)),
    );
}

#[test]
fn a_control_chart_has_lines_for_each_phase_and_diamonds_beyond_them() {
    let size = Size {
        width: 520.0,
        height: 260.0,
    };
    let words = control::Words {
        centre: "middel 9,5",
        upper: "øvre 12,0",
        lower: "nedre 7,0",
    };
    check(
        "control",
        &render::drawing(&control::layout(&control(), size, &words)),
    );
}

#[test]
fn empty_figures_are_drawn_without_places_and_points() {
    let size = Size {
        width: 200.0,
        height: 100.0,
    };
    let words = funnel::Words {
        target: "",
        inner: "",
        outer: "",
    };
    assert!(
        funnel::layout(&Funnel::default(), size, &words)
            .hits
            .is_empty()
    );
    let words = control::Words {
        centre: "",
        upper: "",
        lower: "",
    };
    let drawing = control::layout(&Control::default(), size, &words);
    assert_eq!((drawing.width, drawing.height), (200.0, 100.0));
}
