//! Days and moments as members in the order of time.

use table::{DimensionColumn, Integers, NO_MEMBER, Role, StatusColumn};

use super::members::{described, member};
use super::{Meaning, moments};
use crate::{FormatError, Limits, What};

/// Days or moments, each once.
pub(super) fn dimension(
    (name, meaning): (&str, Meaning),
    (values, status): (&Integers, Option<&StatusColumn>),
    limits: &Limits,
) -> Result<DimensionColumn, FormatError> {
    let most = usize::try_from(limits.of(What::Dictionary)).unwrap_or(usize::MAX);
    let Some((distinct, codes)) = values.members(status, most) else {
        limits.check(What::Dictionary, most as u64 + 1)?;
        return Err(FormatError::OutOfMemory { bytes: 0 });
    };
    let show = shown(meaning, &distinct);
    // Moments within one second are the same text.
    let mut members = Vec::new();
    let mut places = Vec::with_capacity(distinct.len());
    for value in distinct {
        let code = show(value);
        if members
            .last()
            .is_none_or(|last: &table::Member| last.code != code)
        {
            members.push(member(code));
        }
        places.push(u32::try_from(members.len() - 1).unwrap_or(NO_MEMBER));
    }
    Ok(DimensionColumn {
        dimension: described(name, Role::Time, members),
        codes: codes.recoded(&places, NO_MEMBER),
    })
}

/// How a value is written: moments that all begin a day are days.
fn shown(meaning: Meaning, values: &[i64]) -> impl Fn(i64) -> String + use<> {
    let per_second = match meaning {
        Meaning::Moment { per_second } => Some(per_second),
        _ => None,
    };
    let is_midnight = |unit: &i64| moments::is_midnight(*unit, per_second.unwrap_or(1));
    let length = if values.iter().all(is_midnight) {
        10
    } else {
        19
    };
    move |value| match per_second {
        None => moments::date(value),
        Some(per_second) => {
            let mut text = moments::moment(value, per_second);
            // A year beyond four digits would be cut within its date.
            if text.len() == 19 {
                text.truncate(length);
            }
            text
        }
    }
}
