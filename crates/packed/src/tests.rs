//! What is packed is read back unchanged, and what is damaged is told.

use super::*;

#[derive(Clone, Debug, PartialEq)]
enum Shape {
    Point,
    Circle(u32),
    Box { width: f64, name: Option<String> },
}

#[derive(Clone, Debug, PartialEq)]
struct Drawing {
    shapes: Vec<Shape>,
    size: [i64; 2],
}

choices! {
    Shape: 0 = Point, 1 = Circle(radius), 2 = Box { width, name }; else Self::Point;
}

records! {
    Drawing { shapes, size }
}

fn drawing() -> Drawing {
    let width = -0.0;
    let name = Some("æøå".to_owned());
    Drawing {
        shapes: vec![
            Shape::Circle(u32::MAX),
            Shape::Point,
            Shape::Box { width, name },
        ],
        size: [i64::MIN, 7],
    }
}

#[test]
fn records_and_choices_come_back_as_they_went() {
    assert_eq!(read::<Drawing>(&write(&drawing())), Some(drawing()));
}

#[test]
fn a_number_keeps_its_bits() {
    let bits = |number: f64| read::<f64>(&write(&number)).map(f64::to_bits);
    for number in [0.0, -0.0, f64::MAX, f64::INFINITY, 0.1, f64::NAN] {
        assert_eq!(bits(number), Some(number.to_bits()));
    }
}

#[test]
fn bytes_that_end_early_or_go_on_are_refused() {
    let whole = write(&drawing());
    for length in 0..whole.len() {
        assert_eq!(read::<Drawing>(&whole[..length]), None, "{length} bytes");
    }
    assert_eq!(read::<Drawing>(&[whole.as_slice(), &[0]].concat()), None);
}

#[test]
fn a_false_length_allocates_nothing_and_is_refused() {
    assert_eq!(read::<Vec<u64>>(&[255, 255, 255, 255, 1, 2]), None);
    assert_eq!(read::<String>(&[255, 255, 255, 255, 1, 2]), None);
}

#[test]
fn unknown_variants_and_text_that_is_not_utf_8_are_refused() {
    assert_eq!(read::<Shape>(&[9]), None);
    assert_eq!(read::<String>(&[1, 0, 0, 0, 255]), None);
}
