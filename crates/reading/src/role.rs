//! What columns are for: grouping rows, or numbers; and what a grouping is about.

use health::geography;
use table::Role;

use crate::age::{self, Plain};
use crate::draft::{Origin, RawDimension};
use crate::plan::ColumnRole;
use crate::profile::Profile;
use crate::vocabulary::{Heading, heading_of, is_code_heading, is_total, is_unstated, sex_of};
use crate::{sex, span, time, wide};

/// What a column of a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Nothing: it is empty.
    Nothing,
    /// Nothing, because somebody decided so.
    LeftOut,
    /// Counts the rows.
    RowNumbers,
    /// Remarks beside the table.
    Remarks,
    /// Groups rows.
    Group,
    /// Numbers.
    Numbers,
}

/// A column to the right of all numbers, without a heading and with a text in fewer than one row in so many, stands
/// beside the table.
const RARELY: u64 = 20;

/// What each column is for, by its heading and what it holds.
pub(crate) fn uses(paths: &[Vec<String>], profiles: &[Profile]) -> Vec<Use> {
    let headed = paths
        .iter()
        .zip(profiles)
        .any(|(path, profile)| !path.is_empty() && profile.is_numeric());
    let last_text = profiles
        .iter()
        .rposition(|profile| profile.filled > 0 && !profile.is_numeric());
    let most = profiles
        .iter()
        .map(|profile| profile.filled)
        .max()
        .unwrap_or(0);
    let last_number = profiles.iter().rposition(Profile::is_numeric);
    let is_beside = |index: usize| headed && last_number.is_some_and(|last| index > last);
    let of_unheaded = |index: usize, profile: &Profile| match profile.is_numeric() {
        _ if headed && profile.is_row_numbers() => Use::RowNumbers,
        false if is_beside(index) && profile.filled * RARELY < most => Use::Remarks,
        false => Use::Group,
        // Codes stand to the left of their labels, or without a heading where numbers have one.
        true if headed || last_text.is_some_and(|last| index < last) => Use::Group,
        true if profile.is_years() || are_places(profile) => Use::Group,
        true => Use::Numbers,
    };
    let places = paths.iter().zip(profiles);
    let places = places.filter(|(path, profile)| profile.is_numeric() && names_place(path));
    let are_places_across = places.count() > 1;
    let columns = paths.iter().zip(profiles).enumerate();
    let mut uses: Vec<Use> = columns
        .map(
            |(index, (path, profile))| match (profile.filled, path.as_slice()) {
                (0, _) => Use::Nothing,
                (_, []) => of_unheaded(index, profile),
                _ if !profile.is_numeric() => Use::Group,
                (_, path) if are_places_across && names_place(path) => Use::Numbers,
                (_, path) if path.iter().any(|text| is_member(text)) => Use::Numbers,
                (_, path) => of_headed(&path.join(" "), profile),
            },
        )
        .collect();
    if !uses.contains(&Use::Numbers) {
        // A table without numbers is none: the last column that could hold them does.
        let last = profiles.iter().rposition(Profile::is_numeric);
        if let Some(slot) = last.and_then(|index| uses.get_mut(index)) {
            *slot = Use::Numbers;
        }
    }
    uses
}

/// Whether a heading is a period, sex or age, or the sum of such, above the numbers that belong to it.
fn is_member(text: &str) -> bool {
    let is_sex = text.chars().count() > 1 && sex_of(text).is_some();
    is_sex
        || is_total(text, text)
        || time::parse(text).is_some()
        || age::parse(text, Plain::IsNothing).is_some()
}

/// Whether a heading is the name of a place.
fn names_place(path: &[String]) -> bool {
    path.iter().any(|text| wide::is_place(text))
}

fn of_headed(heading: &str, profile: &Profile) -> Use {
    match heading_of(heading) {
        Some(Heading::Measure) => Use::Numbers,
        // `measure_1` is one of several measures and does not name any.
        Some(Heading::MeasureName) if is_numbered(heading) => Use::Numbers,
        Some(Heading::Role(Role::Time)) if !may_be_periods(profile) => Use::Numbers,
        Some(_) => Use::Group,
        // A period, sex or age above numbers is the group that they belong to.
        None if time::split(heading).is_some()
            || age::parse(heading, Plain::IsNothing).is_some() =>
        {
            Use::Numbers
        }
        None if is_code_heading(heading) || profile.is_years() || are_places(profile) => Use::Group,
        None if profile.sample.iter().all(|text| is_sor(text)) => Use::Group,
        None => Use::Numbers,
    }
}

/// Whether numbers can be years, parts of years or dates written without marks.
fn may_be_periods(profile: &Profile) -> bool {
    let is_date = |text: &str| matches!(text.len(), 6 | 8);
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = |text: &str| text.parse().is_ok_and(|number: u32| number <= 53);
    let may_be = |text: &String| {
        time::parse(text).is_some() || (is_digits(text) && (is_date(text) || is_part(text)))
    };
    profile.sample.iter().any(may_be)
}

/// Whether a number ends a heading.
pub(crate) fn is_numbered(heading: &str) -> bool {
    heading
        .trim_end()
        .ends_with(|letter: char| letter.is_ascii_digit())
}

/// Whether numbers are codes of municipalities.
fn are_places(profile: &Profile) -> bool {
    let known = |text: &&String| {
        geography::recognise(text)
            .is_some_and(|place| place.level == geography::Level::Municipality)
    };
    let count = profile.sample.iter().filter(known).count();
    count >= 5 && count * 10 >= profile.sample.len() * 8
}

/// What a grouping is about: by its heading, or by its members.
pub(crate) fn of_dimension(dimension: &RawDimension) -> Role {
    let decided = dimension.pinned.role.and_then(ColumnRole::as_role);
    if let (None, Origin::Described(Some(role))) = (decided, dimension.origin) {
        return role;
    }
    match dimension.meaning() {
        Some(Heading::Role(role)) if decided.is_none() => believed(dimension, role),
        Some(Heading::Role(role)) => role,
        Some(Heading::MeasureName | Heading::Unit | Heading::Remark) => Role::Other,
        _ => of_members(dimension).unwrap_or_default(),
    }
}

/// What a heading says, unless no member bears it out and all of them are about something else.
fn believed(dimension: &RawDimension, said: Role) -> Role {
    if bears_out(dimension, said) {
        return said;
    }
    of_members(dimension).unwrap_or(said)
}

/// Whether any member is of the kind that a heading says; of most kinds there is no telling.
pub(crate) fn bears_out(dimension: &RawDimension, said: Role) -> bool {
    let bears_out = |(code, label): (&str, &str)| match said {
        Role::Sex => sex::member(code, label).is_some(),
        Role::Age => age::parse(label, Plain::IsAge).is_some(),
        Role::Time => time::parse(label).is_some() || is_part_of_year(label),
        Role::Geography => geography::recognise_pair(code, label).is_some(),
        _ => true,
    };
    members(dimension).take(1_000).any(bears_out)
}

/// A month or a number, which the column of years beside it completes.
fn is_part_of_year(label: &str) -> bool {
    label.parse::<u32>().is_ok() || span::within("2000", label).is_some()
}

/// What the members under the heading of a unit are about, if they are places or departments.
pub(crate) fn of_unit(dimension: &RawDimension) -> Option<Role> {
    let role = of_members(dimension)?;
    [Role::Geography, Role::Organisation]
        .contains(&role)
        .then_some(role)
}

/// What members are about, if they tell.
pub(crate) fn of_members(dimension: &RawDimension) -> Option<Role> {
    let members: Vec<(&str, &str)> = members(dimension).take(1_000).collect();
    let parts: Vec<_> = members
        .iter()
        .filter(|(code, label)| {
            let decided = dimension.pinned.is_total(code, label);
            !decided.unwrap_or_else(|| is_total(code, label) || is_unstated(label))
        })
        .collect();
    let share = |fits: &dyn Fn(&str, &str) -> bool| {
        parts
            .iter()
            .filter(|(code, label)| fits(code, label))
            .count()
            * 100
            / parts.len().max(1)
    };
    let is_period =
        |code: &str, label: &str| time::parse(label).or_else(|| time::parse(code)).is_some();
    let is_age = |code: &str, label: &str| {
        let parse = |text| age::parse(text, Plain::IsNothing).is_some();
        parse(label) || parse(code)
    };
    let is_place = |code: &str, label: &str| {
        let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
        (!is_number || label.len() >= 3) && geography::recognise_pair(code, label).is_some()
    };
    // Without the Danish letter in front, codes without any dot could be those of anything.
    let has_dots = members.iter().any(|(_, label)| label.contains('.'));
    if parts.is_empty() {
        None
    } else if sex::fits(parts.iter().map(|(_, label)| *label)) {
        Some(Role::Sex)
    } else if share(&is_period) == 100 {
        Some(Role::Time)
    } else if share(&is_age) >= 80 {
        Some(Role::Age)
    } else if share(&is_place) >= 60 {
        Some(Role::Geography)
    } else if share(&either(is_diagnosis)) >= 80 || (has_dots && share(&either(is_bare_icd)) >= 80)
    {
        Some(Role::Diagnosis)
    } else if share(&either(is_sor)) >= 80 {
        Some(Role::Organisation)
    } else {
        None
    }
}

/// Codes and labels of a dimension; the code is empty where both are the same.
fn members(dimension: &RawDimension) -> impl Iterator<Item = (&str, &str)> {
    let pairs = dimension.codes.iter().zip(&dimension.labels);
    pairs.map(|(code, label)| {
        (
            if code == label { "" } else { code.as_str() },
            label.as_str(),
        )
    })
}

/// Whether a code or the label beside it is of a kind.
fn either(fits: impl Fn(&str) -> bool) -> impl Fn(&str, &str) -> bool {
    move |code, label| fits(code) || fits(label)
}

/// Danish codes of diagnoses: a D, then a code of ICD-10.
fn is_diagnosis(code: &str) -> bool {
    code.strip_prefix('D').is_some_and(is_icd)
}

/// A code of ICD-10 and no more: `J44`, `I21.9`.
fn is_bare_icd(code: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    is_icd(code) && code.len() <= 6 && code.bytes().skip(1).all(is_part)
}

fn is_icd(code: &str) -> bool {
    let mut letters = code.chars();
    let is_capital = |letter: char| letter.is_ascii_uppercase();
    letters.next().is_some_and(is_capital)
        && letters.next().is_some_and(|letter| letter.is_ascii_digit())
        && letters.next().is_some_and(|letter| letter.is_ascii_digit())
}

/// An identifier of the Danish register of health care organisations, which has its namespace before the last three
/// digits.
fn is_sor(code: &str) -> bool {
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    let namespace = code
        .len()
        .checked_sub(10)
        .and_then(|at| code.get(at..at + 7));
    is_number && (11..=18).contains(&code.len()) && namespace == Some("1000016")
}
