//! The places themselves, read once from the data beside this file.

use std::sync::LazyLock;

use table::Text;

use super::Level;

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What kind of place it is.
    pub level: Level,
    /// Its code: four digits for a municipality, a number for a health council, a word for a region of 2027.
    pub code: &'static str,
    /// Its name with nothing before or after, such as `Aabenraa` or `Syddanmark`.
    pub name: &'static str,
    /// People on 1 January 2020.
    pub population_2020: u32,
    /// Codes of the places it lies in.
    outer: Vec<(Level, &'static str)>,
}

impl Place {
    /// The code of the place of this kind that it lies in.
    #[must_use]
    pub fn within(&self, level: Level) -> Option<&'static str> {
        self.outer
            .iter()
            .find(|(outer, _)| *outer == level)
            .map(|(_, code)| *code)
    }

    /// What people read.
    #[must_use]
    pub fn label(&self) -> Text {
        match self.level {
            Level::Municipality if self.code == "0101" => Text::new(self.name, "Copenhagen"),
            Level::Municipality => Text::same(self.name),
            Level::HealthCouncil => Text::new(
                &format!("Sundhedsråd {}", self.name),
                &format!("Health council {}", self.name),
            ),
            Level::Province => Text::new(
                &format!("Landsdel {}", self.name),
                &format!("Province {}", self.name),
            ),
            Level::Region | Level::Region2007 => Text::same(&format!("Region {}", self.name)),
            Level::Country => Level::Country.label(),
        }
    }
}

/// Every place: municipalities by code, then health councils, provinces, regions and the country.
#[must_use]
pub fn places() -> &'static [Place] {
    static PLACES: LazyLock<Vec<Place>> = LazyLock::new(read);
    &PLACES
}

/// People of a municipality on 1 January 2020, for made-up numbers of a likely size.
#[must_use]
pub fn municipality_population_2020(code: &str) -> Option<u32> {
    let place = super::recognise_at(code, Level::Municipality)?;
    Some(place.population_2020)
}

const SOURCE: &str = include_str!("places.csv");

/// A line of the source.
struct Line {
    municipality: (&'static str, &'static str),
    council: (&'static str, &'static str),
    region_2007: (&'static str, &'static str),
    region: (&'static str, &'static str),
    province: (&'static str, &'static str),
    population_2020: u32,
}

fn lines() -> impl Iterator<Item = Line> {
    SOURCE.lines().skip(1).filter_map(|line| {
        let mut fields = line.split(',');
        let mut next = || fields.next();
        let municipality = (next()?, next()?);
        let council = (next()?, bare(next()?));
        let region_2007 = (next()?, bare(next()?));
        let region = bare(next()?);
        let province = (next()?, next()?);
        let (_in_2018, in_2020) = (next()?, next()?);
        Some(Line {
            municipality,
            council,
            region_2007,
            region: (region_code(region), region),
            province,
            population_2020: in_2020.parse().ok()?,
        })
    })
}

/// A name without the word that says what kind of place it is.
fn bare(name: &'static str) -> &'static str {
    name.split_once(' ').map_or(name, |(_, bare)| bare)
}

/// The regions of 2027 have no number yet; packages bring the word until they do.
fn region_code(name: &str) -> &'static str {
    match name {
        "Nordjylland" => "nordjylland",
        "Midtjylland" => "midtjylland",
        "Syddanmark" => "syddanmark",
        _ => "oestdanmark",
    }
}

const COUNTRY: &str = "000";

fn read() -> Vec<Place> {
    let mut places: Vec<Place> = lines().map(|line| municipality(&line)).collect();
    let mut outer = Vec::new();
    for line in lines() {
        let region = (Level::Region, line.region.0);
        let region_2007 = (Level::Region2007, line.region_2007.0);
        let country = (Level::Country, COUNTRY);
        let count = line.population_2020;
        let both = [region, region_2007, country];
        add(
            &mut outer,
            (Level::HealthCouncil, line.council, count),
            &both,
        );
        add(&mut outer, (Level::Province, line.province, count), &both);
        add(&mut outer, (Level::Region, line.region, count), &[country]);
        add(
            &mut outer,
            (Level::Region2007, line.region_2007, count),
            &[country],
        );
        add(
            &mut outer,
            (Level::Country, (COUNTRY, "Danmark"), count),
            &[],
        );
    }
    outer.sort_by_key(|place| (place.level, order(place)));
    places.append(&mut outer);
    places
}

fn municipality(line: &Line) -> Place {
    Place {
        level: Level::Municipality,
        code: line.municipality.0,
        name: line.municipality.1,
        population_2020: line.population_2020,
        outer: vec![
            (Level::HealthCouncil, line.council.0),
            (Level::Province, line.province.0),
            (Level::Region, line.region.0),
            (Level::Region2007, line.region_2007.0),
            (Level::Country, COUNTRY),
        ],
    }
}

type Part = (Level, (&'static str, &'static str), u32);

fn add(places: &mut Vec<Place>, part: Part, outer: &[(Level, &'static str)]) {
    let (level, (code, name), population_2020) = part;
    match places
        .iter_mut()
        .find(|place| place.level == level && place.code == code)
    {
        Some(place) => place.population_2020 += population_2020,
        None => places.push(Place {
            level,
            code,
            name,
            population_2020,
            outer: outer.to_vec(),
        }),
    }
}

/// Numbers as numbers; the regions of 2027 from north to south to east, as the old ones are numbered.
fn order(place: &Place) -> u32 {
    let regions = ["nordjylland", "midtjylland", "syddanmark", "oestdanmark"];
    let word = regions.iter().position(|code| *code == place.code);
    let number = || place.code.parse().unwrap_or(0);
    word.and_then(|index| u32::try_from(index).ok())
        .unwrap_or_else(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(level: Level) -> Vec<&'static Place> {
        places()
            .iter()
            .filter(|place| place.level == level)
            .collect()
    }

    #[test]
    fn there_are_as_many_places_of_each_kind_as_the_law_says() {
        let counts = Level::ALL.map(|level| of(level).len());
        assert_eq!(counts, [98, 17, 11, 4, 5, 1]);
    }

    #[test]
    fn populations_of_the_councils_are_the_sums_of_their_municipalities() {
        let people: Vec<u32> = of(Level::HealthCouncil)
            .iter()
            .map(|p| p.population_2020)
            .collect();
        let expected = [
            162_227, 427_709, 286_439, 236_798, 226_253, 353_640, 223_210, 238_282, 226_017,
            299_153, 459_653, 407_879, 429_480, 322_895, 459_560, 287_340, 776_144,
        ];
        assert_eq!(people, expected);
    }

    /// One seat below 80,000 people, two up to 300,000, three above. Slagelse has grown past the line since 2020.
    #[test]
    fn councils_have_the_seats_that_their_municipalities_send() {
        let seats = |place: &Place| match place.population_2020 {
            0..79_000 => 1,
            79_000..=300_000 => 2,
            _ => 3,
        };
        let of_council = |code| {
            let inside = of(Level::Municipality).into_iter();
            inside
                .filter(|p| p.within(Level::HealthCouncil) == Some(code))
                .map(seats)
                .sum::<u32>()
        };
        let all = of(Level::HealthCouncil)
            .iter()
            .map(|p| of_council(p.code))
            .collect::<Vec<_>>();
        assert_eq!(all, [4, 8, 7, 5, 5, 4, 5, 6, 4, 6, 10, 10, 10, 8, 9, 9, 6]);
    }

    #[test]
    fn councils_never_cross_the_border_of_an_old_region() {
        for council in of(Level::HealthCouncil) {
            let inside = of(Level::Municipality).into_iter();
            let inside = inside.filter(|p| p.within(Level::HealthCouncil) == Some(council.code));
            let old: std::collections::BTreeSet<_> = inside
                .map(|place| place.within(Level::Region2007))
                .collect();
            assert_eq!(old.len(), 1, "{}", council.name);
        }
    }

    #[test]
    fn codes_of_municipalities_can_be_written_with_three_digits() {
        assert_eq!(municipality_population_2020("851"), Some(217_075));
        assert_eq!(municipality_population_2020("411"), None);
    }
}
