//! The members of the cube's dimensions.

/// Code, name, health council and region of every municipality, with its population.
pub(crate) const PLACES: &str = include_str!("../../../crates/health/src/geography/places.csv");
pub(crate) const SEXES: [&str; 2] = ["K", "M"];
pub(crate) const SECTORS: [&str; 5] =
    ["Sygehus", "Almen praksis", "Kommune", "Psykiatri", "Privat"];
pub(crate) const CONTACT_TYPES: [&str; 8] = [
    "Ambulant",
    "Telefon",
    "Indlæggelse",
    "Video",
    "Akut",
    "Hjemmebesøg",
    "Genoptræning",
    "Andet",
];

/// `00-04` to `95+`.
pub(crate) fn age_bands() -> Vec<String> {
    let bands = (0..19).map(|band| format!("{:02}-{:02}", band * 5, band * 5 + 4));
    bands.chain(["95+".to_string()]).collect()
}

/// Twenty-two groups of diagnoses, by letter.
pub(crate) fn diagnosis_groups() -> Vec<String> {
    let name = |(index, letter)| format!("{letter} diagnosegruppe {:02}", index + 1);
    ('A'..='V').enumerate().map(name).collect()
}

/// So many hospitals in each region.
pub(crate) fn hospitals(regions: &[String]) -> Vec<(usize, String)> {
    let counts = [16, 10, 13, 13, 8];
    let of_region = |((index, region), count): ((usize, &String), usize)| {
        let place = region.trim_start_matches("Region ").to_string();
        (0..count).map(move |number| (index, format!("Hospital {place} {:02}", number + 1)))
    };
    regions
        .iter()
        .enumerate()
        .zip(counts)
        .flat_map(of_region)
        .collect()
}
