//! Sexes, however written.

use table::{Member, MemberKind, Text};

use crate::vocabulary::{is_total, sex_of};

/// Whether members are sexes; a total among them counts with them.
pub(crate) fn fits<'a>(labels: impl Iterator<Item = &'a str>) -> bool {
    let (mut sexes, mut strangers) = (0, 0);
    for label in labels {
        match sex_of(label) {
            Some(_) => sexes += 1,
            None if is_total(label, label) => {}
            None => strangers += 1,
        }
    }
    sexes > 0 && strangers == 0
}

/// The member of a code and label. Where the column is known to hold sexes, 1 and 2 are men and women.
pub(crate) fn member(code: &str, label: &str) -> Option<Member> {
    let by_number = match code {
        "1" => sex_of("M"),
        "2" => sex_of("K"),
        _ => None,
    };
    let (code, label): (&str, Text) = sex_of(label).or_else(|| sex_of(code)).or(by_number)?;
    Some(Member {
        code: code.to_owned(),
        label,
        kind: MemberKind::Part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes_are_known_with_their_total_and_nothing_else() {
        assert!(fits(["M", "K", "TOT"].into_iter()));
        assert!(fits(["Men", "Women"].into_iter()));
        assert!(!fits(["M", "K", "X"].into_iter()));
        assert!(!fits(["I alt"].into_iter()));
    }

    #[test]
    fn numbers_stand_for_sexes_under_a_heading_that_says_so() {
        assert_eq!(
            member("2", "2").map(|member| member.code),
            Some("K".to_owned())
        );
    }
}
