//! The axes of hospital activity, and which of their combinations exist.

use health::geography::{Level as PlaceLevel, places};
use table::{Dimension, MemberKind, Role, Text};

use crate::demo::axes;
use crate::demo::cube::{Axis, Cube};
use crate::demo::hospitals::{HOSPITALS, hospital_axis};
use crate::demo::periods::quarter_axis;

const DEPARTMENTS: [(&str, &str, &str); 8] = [
    ("medicin", "Intern medicin", "Internal medicine"),
    ("kirurgi", "Kirurgi", "Surgery"),
    ("ortopaedi", "Ortopædkirurgi", "Orthopaedic surgery"),
    ("kardiologi", "Kardiologi", "Cardiology"),
    ("neurologi", "Neurologi", "Neurology"),
    ("onkologi", "Onkologi", "Oncology"),
    ("paediatri", "Pædiatri", "Paediatrics"),
    (
        "gynaekologi",
        "Gynækologi og obstetrik",
        "Gynaecology and obstetrics",
    ),
];
const KINDS: [(&str, &str, &str); 3] = [
    ("akut", "Akut indlæggelse", "Acute admission"),
    ("planlagt", "Planlagt indlæggelse", "Planned admission"),
    ("ambulant", "Ambulant ophold", "Outpatient stay"),
];

fn region_axis() -> Axis {
    let axis = Axis::new("region", Text::new("Region", "Region"), Role::Geography);
    let of = |level| places().iter().filter(move |place| place.level == level);
    let axis = of(PlaceLevel::Country).fold(axis, |axis, place| {
        axis.with(
            (place.code, place.label()),
            MemberKind::Total,
            (1..5).collect(),
        )
    });
    of(PlaceLevel::Region).fold(axis, |axis, place| {
        axis.with_part(place.code, place.label())
    })
}

/// The cube over all of them.
pub(super) fn cube() -> Cube {
    let other = |name: &str, label: Text| Dimension {
        name: name.to_owned(),
        label,
        role: Role::Other,
        ..Dimension::default()
    };
    let departments = axes::total_axis(
        other(
            "department",
            Text::new("Afdelingstype", "Kind of department"),
        ),
        ("IALT", Text::new("Alle afdelinger", "All departments")),
        &DEPARTMENTS,
    );
    let kinds = axes::total_axis(
        other("kind", Text::new("Opholdstype", "Kind of stay")),
        ("IALT", Text::new("Alle ophold", "All stays")),
        &KINDS,
    );
    Cube::new(vec![
        region_axis(),
        hospital_axis(),
        departments,
        quarter_axis(&["2023", "2024", "2025"]),
        kinds,
    ])
}

/// Whether a cell is of a hospital in its own region, or of all hospitals of a region or the country.
pub(super) fn is_printed(cube: &Cube, cell: usize) -> bool {
    let hospital = cube
        .member(cell, 1)
        .checked_sub(1)
        .and_then(|index| HOSPITALS.get(index));
    hospital.is_none_or(|hospital| hospital.region == cube.code(cell, 0))
}

/// Whether nothing can be counted in a cell.
pub(super) fn is_foreign(cube: &Cube, cell: usize) -> bool {
    cube.is_part(cell, 0) && !is_printed(cube, cell)
}
