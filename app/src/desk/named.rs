//! By which names a link may mean the open package.

use protocol::catalog::PackageCard;

use crate::demo;

/// Whether a link that names a package means this one: by its dataset, so that the next edition is shown in the same view, or by
/// its file, which tells editions apart.
pub(super) fn is_named(card: &PackageCard, name: &str) -> bool {
    card.id == name || demo::stem(&card.file_name) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_a_package_by_its_dataset_or_by_the_file_of_an_edition() {
        let card = PackageCard {
            id: "kpos-fsiii".into(),
            file_name: "kpos-fsiii-2.snit".into(),
            ..PackageCard::default()
        };
        let names = [
            "kpos-fsiii",
            "kpos-fsiii-2",
            "kpos",
            "kpos-fsiii-2.snit",
            "",
        ];
        assert_eq!(
            names.map(|name| is_named(&card, name)),
            [true, true, false, false, false]
        );
    }
}
