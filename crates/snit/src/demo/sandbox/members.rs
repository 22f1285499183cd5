//! The members of the sandbox's dimensions.

use table::{Dimension, Member, MemberKind, Role, Text};

use crate::demo::axes::{self, YEARS};
use crate::demo::hospitals::HOSPITALS;
use crate::demo::keyfigures::money::SECTORS;

pub(crate) const MONTHS: [(&str, &str, &str); 12] = [
    ("01", "Januar", "January"),
    ("02", "Februar", "February"),
    ("03", "Marts", "March"),
    ("04", "April", "April"),
    ("05", "Maj", "May"),
    ("06", "Juni", "June"),
    ("07", "Juli", "July"),
    ("08", "August", "August"),
    ("09", "September", "September"),
    ("10", "Oktober", "October"),
    ("11", "November", "November"),
    ("12", "December", "December"),
];
const SEXES: [(&str, &str, &str); 2] = [("K", "Kvinder", "Women"), ("M", "Mænd", "Men")];
pub(super) const DIAGNOSES: [(&str, &str, &str); 20] = [
    ("A00-B99", "Infektioner", "Infections"),
    ("C00-D48", "Kræft og svulster", "Cancer and tumours"),
    ("D50-D89", "Blod og immunforsvar", "Blood and immune system"),
    (
        "E00-E90",
        "Hormoner og stofskifte",
        "Hormones and metabolism",
    ),
    ("F00-F99", "Psykiske lidelser", "Mental disorders"),
    ("G00-G99", "Nervesystem", "Nervous system"),
    ("H00-H59", "Øjne", "Eyes"),
    ("H60-H95", "Ører", "Ears"),
    ("I00-I99", "Kredsløb", "Circulation"),
    ("J00-J99", "Åndedræt", "Respiration"),
    ("K00-K93", "Fordøjelse", "Digestion"),
    ("L00-L99", "Hud", "Skin"),
    ("M00-M99", "Bevægeapparat", "Muscles and bones"),
    ("N00-N99", "Nyrer og urinveje", "Kidneys and urinary tract"),
    ("O00-O99", "Graviditet og fødsel", "Pregnancy and birth"),
    ("P00-P96", "Nyfødte", "Newborns"),
    ("Q00-Q99", "Misdannelser", "Malformations"),
    ("R00-R99", "Symptomer", "Symptoms"),
    ("S00-T98", "Skader", "Injuries"),
    (
        "Z00-Z99",
        "Kontrol og anden kontakt",
        "Checks and other contacts",
    ),
];
pub(super) const CONTACTS: [(&str, &str, &str); 4] = [
    ("fremmoede", "Fremmøde", "Visit"),
    ("virtuel", "Virtuel kontakt", "Virtual contact"),
    ("hjemmebesoeg", "Hjemmebesøg", "Home visit"),
    ("indlaeggelse", "Indlæggelse", "Admission"),
];

/// The dimensions in the order of a row's codes.
pub(super) fn described() -> Vec<Dimension> {
    let years = YEARS.map(|year| (year, year, year));
    vec![
        dimension(
            ("kommune", "Bopæl", "Residence"),
            Role::Geography,
            municipalities(),
        ),
        dimension(("year", "År", "Year"), Role::Time, named(&years)),
        dimension(("month", "Måned", "Month"), Role::Time, named(&MONTHS)),
        dimension(("sex", "Køn", "Sex"), Role::Sex, named(&SEXES)),
        dimension(("age_band", "Alder", "Age"), Role::Age, ages()),
        dimension(
            ("sector", "Sektor", "Sector"),
            Role::Sector,
            named(&SECTORS),
        ),
        dimension(
            ("diagnosis_group", "Diagnosegruppe", "Group of diagnoses"),
            Role::Diagnosis,
            named(&DIAGNOSES),
        ),
        dimension(
            ("contact_type", "Kontakttype", "Kind of contact"),
            Role::Other,
            named(&CONTACTS),
        ),
        dimension(
            ("hospital", "Hospital", "Hospital"),
            Role::Organisation,
            hospitals(),
        ),
    ]
}

fn dimension(names: (&str, &str, &str), role: Role, members: Vec<Member>) -> Dimension {
    let label = Text::new(names.1, names.2);
    Dimension {
        name: names.0.to_owned(),
        label,
        role,
        members,
        ..Dimension::default()
    }
}

fn named(members: &[(&str, &str, &str)]) -> Vec<Member> {
    let member = |(code, da, en): &(&str, &str, &str)| Member {
        code: (*code).to_owned(),
        label: Text::new(da, en),
        ..Member::default()
    };
    members.iter().map(member).collect()
}

fn municipalities() -> Vec<Member> {
    let member = |place: &health::geography::Place| Member {
        code: place.code.to_owned(),
        label: place.label(),
        ..Member::default()
    };
    axes::municipalities().map(member).collect()
}

fn ages() -> Vec<Member> {
    axes::age_axis()
        .dimension
        .members
        .into_iter()
        .filter(|member| member.kind == MemberKind::Part)
        .collect()
}

fn hospitals() -> Vec<Member> {
    let none = ("-", "Uden for hospital", "Outside hospital");
    let all = HOSPITALS
        .iter()
        .map(|hospital| (hospital.code, hospital.name, hospital.name));
    named(&std::iter::once(none).chain(all).collect::<Vec<_>>())
}
