//! A title that lists what its numbers are broken down by: `Hjemmehjælp efter område, ydelse, alder og tid`.

use table::Role;

use crate::draft::RawDimension;
use crate::role;
use crate::vocabulary::{Heading, heading_of};

/// Names columns without a heading by the title, where it lists as many as there are and in their order.
pub(crate) fn name(dimensions: &mut [RawDimension], title: &str) {
    let listed = listed(title);
    let fits = dimensions.len() == listed.len();
    let agree = |(own, name): (&RawDimension, &&str)| match heading_of(name) {
        Some(Heading::Role(said)) => [said, Role::Other].contains(&role::of_dimension(own)),
        _ => role::of_dimension(own) == Role::Other,
    };
    if fits && dimensions.iter().zip(&listed).all(agree) {
        let unnamed = dimensions.iter_mut().zip(listed);
        let unnamed = unnamed
            .filter(|(own, _)| own.heading.is_empty() && role::of_dimension(own) == Role::Other);
        unnamed.for_each(|(own, name)| own.heading = capital(name));
    }
}

/// What follows `efter` or `by`: names with commas between, the last after `og` or `and`.
fn listed(title: &str) -> Vec<&str> {
    let after = [" efter ", " by "]
        .iter()
        .find_map(|word| title.split_once(word));
    let Some((_, list)) = after else {
        return Vec::new();
    };
    let parts = list.split(", ").flat_map(|part| part.split(" og "));
    parts
        .flat_map(|part| part.split(" and "))
        .map(str::trim)
        .collect()
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_lists_what_numbers_are_broken_down_by() {
        let title = "Visiteret tid efter område, ydelsestype, alder og tid";
        assert_eq!(listed(title), ["område", "ydelsestype", "alder", "tid"]);
        assert_eq!(capital("ydelse"), "Ydelse");
        assert!(listed("Ophold pr. 1.000").is_empty());
    }
}
