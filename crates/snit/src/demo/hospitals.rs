//! The hospitals of the demonstration packages. The names are real, the numbers are not.

use table::{Dimension, Role, Text};

use super::cube::Axis;

/// A hospital: code, name, the region of 2027 it lies in, the councils whose patients mostly use it, and its size.
pub(crate) struct Hospital {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) region: &'static str,
    pub(crate) councils: &'static [usize],
    pub(crate) size: f64,
}

const fn hospital(
    names: (&'static str, &'static str),
    region: &'static str,
    councils: &'static [usize],
    size: f64,
) -> Hospital {
    Hospital {
        code: names.0,
        name: names.1,
        region,
        councils,
        size,
    }
}

/// All of them, from north to east.
pub(crate) const HOSPITALS: [Hospital; 20] = [
    hospital(
        ("AAUH", "Aalborg Universitetshospital"),
        "nordjylland",
        &[2],
        1.5,
    ),
    hospital(
        ("RHN", "Regionshospital Nordjylland"),
        "nordjylland",
        &[1],
        0.7,
    ),
    hospital(
        ("AUH", "Aarhus Universitetshospital"),
        "midtjylland",
        &[6, 7],
        2.0,
    ),
    hospital(
        ("GOED", "Regionshospitalet Gødstrup"),
        "midtjylland",
        &[3],
        0.9,
    ),
    hospital(("VIB", "Hospitalsenhed Midt"), "midtjylland", &[4], 0.9),
    hospital(
        ("RAND", "Regionshospitalet Randers"),
        "midtjylland",
        &[5],
        0.6,
    ),
    hospital(
        ("HORS", "Regionshospitalet Horsens"),
        "midtjylland",
        &[7],
        0.6,
    ),
    hospital(
        ("OUH", "Odense Universitetshospital"),
        "syddanmark",
        &[11],
        1.9,
    ),
    hospital(("SLB", "Sygehus Lillebælt"), "syddanmark", &[10], 1.2),
    hospital(("SHS", "Sygehus Sønderjylland"), "syddanmark", &[9], 0.8),
    hospital(("ESB", "Esbjerg Sygehus"), "syddanmark", &[8], 0.8),
    hospital(("RH", "Rigshospitalet"), "oestdanmark", &[16, 17], 2.1),
    hospital(
        ("BFH", "Bispebjerg og Frederiksberg Hospital"),
        "oestdanmark",
        &[17],
        1.0,
    ),
    hospital(
        ("AHH", "Amager og Hvidovre Hospital"),
        "oestdanmark",
        &[16],
        1.2,
    ),
    hospital(
        ("HGH", "Herlev og Gentofte Hospital"),
        "oestdanmark",
        &[15],
        1.4,
    ),
    hospital(("NOH", "Nordsjællands Hospital"), "oestdanmark", &[14], 0.9),
    hospital(
        ("SUH", "Sjællands Universitetshospital"),
        "oestdanmark",
        &[13],
        1.2,
    ),
    hospital(
        ("NSR", "Næstved, Slagelse og Ringsted Sygehuse"),
        "oestdanmark",
        &[12],
        0.8,
    ),
    hospital(("HOL", "Holbæk Sygehus"), "oestdanmark", &[12], 0.6),
    hospital(
        ("NYK", "Nykøbing Falster Sygehus"),
        "oestdanmark",
        &[13],
        0.5,
    ),
];

/// The axis of hospitals, with all of them together first.
pub(crate) fn hospital_axis() -> Axis {
    let described = Dimension {
        name: "hospital".to_owned(),
        label: Text::same("Hospital"),
        role: Role::Organisation,
        ..Dimension::default()
    };
    let all = ("IALT", Text::new("Alle hospitaler", "All hospitals"));
    let members = HOSPITALS.map(|hospital| (hospital.code, hospital.name, hospital.name));
    super::axes::total_axis(described, all, &members)
}
