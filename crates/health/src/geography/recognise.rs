//! Finding the place that a code or a name means.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::names::{Written, fold, written};
use super::{Level, Place, places};

/// The place that a code or a name means, whatever its spelling; the likeliest where several share the name.
#[must_use]
pub fn recognise(text: &str) -> Option<&'static Place> {
    likeliest(&candidates("", text))
}

/// The place that a code and a label mean together; none if they contradict each other.
#[must_use]
pub fn recognise_pair(code: &str, label: &str) -> Option<&'static Place> {
    likeliest(&candidates(code, label))
}

/// The place of this kind that a code or a name means.
#[must_use]
pub fn recognise_at(text: &str, level: Level) -> Option<&'static Place> {
    candidates("", text)
        .into_iter()
        .find(|place| place.level == level)
}

/// Every place that a code and a label can mean together; either may be empty.
#[must_use]
pub fn candidates(code: &str, label: &str) -> Vec<&'static Place> {
    let label = written(label);
    let code = code.trim();
    if code.is_empty() || code == label.code {
        return of_written(&label);
    }
    let of_code = of_written(&written(code));
    if label.key.is_empty() && label.code.is_empty() {
        return of_code;
    }
    let of_label = of_written(&label);
    if of_code.is_empty() {
        return of_label;
    }
    of_label
        .into_iter()
        .filter(|place| of_code.contains(place))
        .collect()
}

/// Regions before health councils, since the latter seldom go without the word; municipalities before both.
fn likeliest(candidates: &[&'static Place]) -> Option<&'static Place> {
    let order = [
        Level::Municipality,
        Level::Region,
        Level::Region2007,
        Level::HealthCouncil,
        Level::Province,
        Level::Country,
    ];
    order.iter().find_map(|level| {
        candidates
            .iter()
            .find(|place| place.level == *level)
            .copied()
    })
}

fn of_written(written: &Written) -> Vec<&'static Place> {
    let of_key = || {
        let of = |key: &str| names().get(key).map_or(&[][..], Vec::as_slice);
        let named = Some(of(&written.key)).filter(|named| !named.is_empty());
        named
            .unwrap_or_else(|| of(&written.whole))
            .iter()
            .copied()
            .filter(|place| written.levels.contains(&place.level))
            .collect()
    };
    match (written.code.is_empty(), written.key.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => of_key(),
        (false, true) => of_number(&written.code),
        (false, false) => {
            let numbered = of_number(&written.code);
            let named: Vec<_> = of_key();
            named
                .into_iter()
                .filter(|place| numbered.contains(place))
                .collect()
        }
    }
}

fn of_number(digits: &str) -> Vec<&'static Place> {
    places()
        .iter()
        .filter(|place| is_number_of(place, digits))
        .collect()
}

fn is_number_of(place: &Place, digits: &str) -> bool {
    let same = |width: usize| digits.len() <= width && format!("{digits:0>width$}") == place.code;
    match place.level {
        Level::Municipality => digits.len() >= 3 && same(4),
        Level::HealthCouncil => digits.trim_start_matches('0') == place.code && digits.len() <= 2,
        Level::Province => same(2),
        Level::Region => false,
        Level::Region2007 => {
            let short = place.code.strip_prefix("10").unwrap_or(place.code);
            [place.code, short].contains(&digits) || digits.strip_prefix('0') == Some(short)
        }
        Level::Country => digits == place.code || digits == "0000",
    }
}

/// Places by folded name: their own, their codes where these are words, and other names in use.
fn names() -> &'static BTreeMap<String, Vec<&'static Place>> {
    static NAMES: LazyLock<BTreeMap<String, Vec<&'static Place>>> = LazyLock::new(|| {
        let mut names: BTreeMap<String, Vec<&'static Place>> = BTreeMap::new();
        let own = places().iter().map(|place| (fold(place.name), place));
        for (key, place) in own.chain(aliases()) {
            let named = names.entry(key).or_default();
            if !named.contains(&place) {
                named.push(place);
            }
        }
        names
    });
    &NAMES
}

const ALIASES: &str = include_str!("aliases.csv");

fn aliases() -> impl Iterator<Item = (String, &'static Place)> {
    ALIASES.lines().skip(1).filter_map(|line| {
        let mut fields = line.splitn(3, ',');
        let (level, code, alias) = (fields.next()?, fields.next()?, fields.next()?);
        let level = Level::from_name(level)?;
        let place = places()
            .iter()
            .find(|place| place.level == level && place.code == code)?;
        Some((written(alias).key, place))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = recognise(text).map(|place| format!("{}:{}", place.level.name(), place.code));
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn a_municipality_is_known_by_code_and_by_every_spelling() {
        for text in [
            "101",
            "0101",
            "101 København",
            "Københavns Kommune",
            "Copenhagen",
            "KØBENHAVN",
        ] {
            check(text, "kommune:0101");
        }
        for text in ["Århus", "aarhus kommune", "751"] {
            check(text, "kommune:0751");
        }
        check("Nordfyn", "kommune:0480");
        check("Vesthimmerland", "kommune:0820");
        check("Lyngby-Tårbæk", "kommune:0173");
        check("Åbenrå", "kommune:0580");
        check("Kbh. Kommune", "kommune:0101");
        check("Brønderslev-Dronninglund", "kommune:0810");
        check("Bornholms Regionskommune", "kommune:0400");
    }

    #[test]
    fn a_health_council_is_known_by_its_earlier_names_too() {
        check("Sundhedsråd Lillebælt", "sundhedsraad:10");
        check("Trekantsområdet", "sundhedsraad:10");
        check("Hovedstaden Nord", "sundhedsraad:15");
        check("Hovedstaden Syd og Vest", "sundhedsraad:16");
        check("Midt og Vestsjælland", "sundhedsraad:12");
        check("Sundhedsråd Hovedstaden", "sundhedsraad:17");
    }

    #[test]
    fn both_generations_of_regions_are_known() {
        for text in [
            "1084",
            "084",
            "84",
            "Region Hovedstaden",
            "Capital Region of Denmark",
        ] {
            check(text, "region_2007:1084");
        }
        check("Region Østdanmark", "region:oestdanmark");
        check("oestdanmark", "region:oestdanmark");
        check("Region H", "region_2007:1084");
        check("Region Sj.", "region_2007:1085");
        check("H", "");
        check("Nordjylland", "region:nordjylland");
    }

    #[test]
    fn the_country_has_many_names() {
        for text in [
            "000",
            "Hele landet",
            "Danmark",
            "All Denmark",
            "Hele Danmark",
            "hele landet i alt",
        ] {
            check(text, "land:000");
        }
    }

    #[test]
    fn what_is_no_place_is_not_taken_for_one() {
        for text in [
            "",
            "411",
            "Christiansø",
            "Uoplyst",
            "9999",
            "Bopæl uden for Danmark",
            "2024",
            "I alt",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn a_code_settles_which_place_of_that_name_is_meant() {
        let level = |code, label| recognise_pair(code, label).map(|place| place.level);
        assert_eq!(level("081", "Region Nordjylland"), Some(Level::Region2007));
        assert_eq!(level("11", "Province Nordjylland"), Some(Level::Province));
        assert_eq!(level("615", "Horsens"), Some(Level::Municipality));
        assert_eq!(level("7", "Horsens"), Some(Level::HealthCouncil));
    }

    #[test]
    fn a_code_and_a_label_that_contradict_each_other_are_no_place() {
        assert_eq!(recognise_pair("101", "Aarhus"), None);
        assert_eq!(recognise_pair("101", "Astma"), None);
        assert_eq!(
            recognise_pair("101", "").map(|place| place.code),
            Some("0101")
        );
    }

    #[test]
    fn every_place_is_found_by_its_own_code_and_label() {
        for place in places() {
            let label = place.label();
            assert!(
                candidates(place.code, &label.da).contains(&place),
                "{label:?}"
            );
            assert!(candidates("", &label.en).contains(&place), "{label:?}");
        }
    }
}
