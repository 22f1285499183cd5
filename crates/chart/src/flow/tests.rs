//! Flows and their names, drawn within a size.

use super::*;

fn drawn(bands: &[(usize, usize, f64)]) -> Drawing {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let flows = Flows {
        from: names(&["A", "B"]),
        to: names(&["A", "B", "C"]),
        bands: bands.to_vec(),
    };
    let size = Size {
        width: 400.0,
        height: 200.0,
    };
    layout(&flows, size)
}

fn states(drawing: &Drawing) -> Vec<f64> {
    let marks = drawing.marks.iter();
    let heights = marks.filter_map(|mark| match mark {
        Mark::Rect { area, .. } => Some(area.height),
        _ => None,
    });
    heights.collect()
}

#[test]
fn a_state_is_as_high_as_all_who_were_in_it() {
    let heights = states(&drawn(&[(0, 0, 30.0), (0, 1, 10.0), (1, 1, 20.0)]));
    assert_eq!(heights.len(), 5);
    assert!((heights[0] - 2.0 * heights[1]).abs() < 1e-9, "{heights:?}");
    assert!((heights[2] - heights[3]).abs() < 1e-9, "{heights:?}");
}

#[test]
fn each_flow_is_a_band_and_one_that_is_left_out_is_none() {
    let drawing = drawn(&[(0, 0, 30.0), (1, 1, 20.0)]);
    let bands = drawing
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Polygon { .. }));
    assert_eq!(bands.count(), 2);
}

#[test]
fn long_names_take_more_lines_on_a_phone_and_none_is_cut() {
    let names = [
        "Hospital og almen praksis",
        "Hospital, almen praksis og kommune",
        "Ingen",
    ];
    let flows = Flows {
        from: names.map(str::to_owned).to_vec(),
        to: names.map(str::to_owned).to_vec(),
        bands: vec![(0, 1, 10.0), (1, 0, 5.0), (2, 2, 1.0)],
    };
    let written = |width: f64, height: f64| -> Vec<(f64, String)> {
        let drawing = layout(&flows, Size { width, height });
        let marks = drawing.marks.into_iter();
        let texts = marks.filter_map(|mark| match mark {
            Mark::Text { at, text, .. } => Some((at.y, text)),
            _ => None,
        });
        texts.collect()
    };
    let height = height_of_names(&flows, 358.0) + 200.0;
    let narrow = written(358.0, height);
    assert!(
        narrow.iter().all(|(_, line)| !line.contains('…')),
        "{narrow:?}"
    );
    assert!(
        narrow.iter().all(|(y, _)| (0.0..height).contains(y)),
        "{narrow:?}"
    );
    let side: Vec<&str> = narrow
        .iter()
        .take(narrow.len() / 2)
        .map(|(_, line)| line.as_str())
        .collect();
    assert_eq!(side.join(" "), names.join(" "));
    assert!(narrow.len() > written(1200.0, height).len());
    assert_eq!(written(1200.0, height).len(), 6);
}

#[test]
fn everything_lies_within_the_size() {
    let drawing = drawn(&[(0, 2, 1.0), (1, 0, 99.0)]);
    for mark in &drawing.marks {
        if let Mark::Polygon { points, .. } = mark {
            let inside = |point: &Point| {
                (0.0..=200.0).contains(&point.y) && (0.0..=400.0).contains(&point.x)
            };
            assert!(points.iter().all(inside), "{points:?}");
        }
    }
}
