//! The written file: escaped, complete, without outside references.

use super::*;
use crate::drawing::Size;
use crate::mark::{Area, Dash};

fn file_of(marks: Vec<Mark>) -> String {
    let drawing = Drawing {
        marks,
        ..Drawing::new(Size {
            width: 200.0,
            height: 50.0,
        })
    };
    write(
        &drawing.with_words("Rangering", "Lillebælt ligger lavest"),
        &Caption::default(),
    )
}

#[test]
fn each_primitive_becomes_one_element() {
    let at = Point::new(10.0, 20.004);
    let stroke = Stroke::broken(Paint::Ink, 1.4, Dash::Dashed);
    let cases = [
        (
            Mark::Line {
                from: Point::new(0.0, -0.001),
                to: at,
                stroke,
            },
            r##"<line x1="0" y1="0" x2="10" y2="20" stroke="#17212b" stroke-width="1.4" stroke-dasharray="4 3"/>"##,
        ),
        (
            Mark::Polyline {
                points: vec![at, Point::new(1.5, 2.25)],
                stroke: Stroke::solid(Paint::Accent, 2.6),
            },
            r##"<polyline points="10,20 1.5,2.25" fill="none" stroke="#005c66" stroke-width="2.6" stroke-linejoin="round"/>"##,
        ),
        (
            Mark::Polygon {
                points: vec![at, at],
                look: Look::filled(Paint::Band),
            },
            r##"<polygon points="10,20 10,20" fill="#005c66" fill-opacity="0.16"/>"##,
        ),
        (
            Mark::Rect {
                area: Area {
                    x: 1.0,
                    y: 2.0,
                    width: 3.0,
                    height: 4.0,
                },
                look: Look::filled(Paint::AccentTint),
            },
            r##"<rect x="1" y="2" width="3" height="4" fill="#e1eff0"/>"##,
        ),
        (
            Mark::Circle {
                center: at,
                radius: 4.5,
                look: Look::outlined(Stroke::solid(Paint::Same, 1.6)),
            },
            r##"<circle cx="10" cy="20" r="4.5" fill="none" stroke="#5f6b76" stroke-width="1.6"/>"##,
        ),
        (
            Mark::Diamond {
                center: at,
                radius: 5.0,
                look: Look::filled(Paint::Worse),
            },
            r##"<polygon points="10,15 15,20 10,25 5,20" fill="#b24a00"/>"##,
        ),
    ];
    for (mark, expected) in cases {
        assert_eq!(element(&mark), expected);
    }
}

#[test]
fn text_from_a_file_cannot_become_markup() {
    let hostile = "</text><script>alert('1')</script>\u{0}\u{b}\"&";
    let mark = Mark::Text {
        at: Point::default(),
        text: hostile.to_owned(),
        anchor: Anchor::End,
        paint: Paint::Ink,
        weight: Weight::Bold,
    };
    let below = [hostile.to_owned()];
    let caption = Caption {
        heading: hostile,
        subtitle: hostile,
        below: &below,
    };
    let drawing = Drawing {
        marks: vec![mark],
        ..Drawing::new(Size {
            width: 900.0,
            height: 50.0,
        })
    };
    let file = write(&drawing.with_words(hostile, hostile), &caption);
    assert!(
        !file.contains("<script") && !file.contains("</text><"),
        "{file}"
    );
    assert!(!file.contains('\u{0}') && !file.contains('\u{b}'), "{file}");
    assert_eq!(file.matches("&lt;script&gt;").count(), 6, "{file}");
}

#[test]
fn a_file_has_its_words_and_names_nothing_outside() {
    let file = file_of(Vec::new());
    assert!(
        file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"232\""),
        "{file}"
    );
    assert!(
        file.contains("<title>Rangering</title>\n<desc>Lillebælt ligger lavest</desc>"),
        "{file}"
    );
    assert!(file.ends_with("</svg>\n"), "{file}");
    for outside in ["href", "url(", "style", "script", "<!", "foreignObject"] {
        assert!(!file.contains(outside), "{outside} in {file}");
    }
}

#[test]
fn the_caption_makes_room_for_itself() {
    let below = ["Kilde: demoudgiver, udtræk 10.9.2026, interval: Byar".to_owned()];
    let caption = Caption {
        heading: "Rangering",
        subtitle: "95 %-interval",
        below: &below,
    };
    let drawing = Drawing::new(Size {
        width: 200.0,
        height: 50.0,
    });
    let file = write(&drawing, &caption);
    // 16 of margin, two lines, 8 of air, the figure, 8 of air, two lines, 16 of margin.
    assert!(file.contains("height=\"162\""), "{file}");
    assert!(
        file.contains(">Rangering</text>") && file.contains("<g transform=\"translate(16 56)\">"),
        "{file}"
    );
}
