//! Two editions of a package held against each other.

use super::phrases;
use crate::{Language, date, number};

phrases! {
    /// Phrases of the view Editions.
    Editions {
        Title: "Sammenlign udgaver", "Compare editions";
        Invite: "Sammenlign med en anden udgave", "Compare with another edition";
        InviteText: "Slip filen her, eller vælg den. Den åbne pakke bliver åben, og intet forlader din maskine.", "Drop the file here, or choose it. The open package stays open, and nothing leaves your machine.";
        Pick: "Vælg en udgave", "Choose an edition";
        Another: "Vælg en anden", "Choose another";
        Working: "Sammenligner", "Comparing";
        Save: "Hent som CSV", "Save as CSV";
        Stopped: "Sammenligningen gik i stå. Vælg filen igen.", "The comparison stopped. Choose the file again.";
        Same: "De to udgaver er ens.", "The two editions are equal.";
        Earlier: "Før", "Before";
        Later: "Nu", "Now";
        Open: "åben", "open";
        Outline: "I korte træk", "In outline";
        Table: "Tabel", "Table";
        Measure: "Mål", "Measure";
        Compared: "Tal i begge", "In both";
        Revised: "Reviderede", "Revised";
        RevisedShare: "Andel", "Share";
        Withheld: "Ikke vist", "Not shown";
        NowHidden: "Nu skjult", "Now hidden";
        NowShown: "Nu vist", "Now shown";
        NewCells: "Nye celler", "New cells";
        GoneCells: "Udgåede celler", "Cells gone";
        Otherwise: "Andre skift", "Other changes";
        OtherwiseText: "Andre skift: et tal, der før manglede, eller nu gør det.", "Other changes: a number that was missing before, or is now.";
        WithheldText: "Ikke vist: forskelle, som ville røbe et skjult tal.", "Not shown: differences that would give a hidden number away.";
        Numbers: "Reviderede tal", "Revised numbers";
        NumbersRule: "Størst forskel først. En forskel, der ville røbe et skjult tal, vises ikke.", "Largest difference first. A difference that would give a hidden number away is not shown.";
        Where: "Hvor", "Where";
        Difference: "Forskel", "Difference";
        Percent: "Procent", "Per cent";
        OrderBy: "Sorteret efter", "Sorted by";
        BySize: "forskel", "difference";
        ByPercent: "procent", "per cent";
        AllPlaces: "Alle steder", "All places";
        AllPeriods: "Alle perioder", "All periods";
        Place: "Sted", "Place";
        Period: "Periode", "Period";
        More: "Vis flere", "Show more";
        NoneHere: "Ingen reviderede tal passer til udvalget.", "No revised numbers fit the selection.";
        NoneRevised: "Ingen tal er revideret.", "No numbers were revised.";
        ByPlace: "Reviderede tal efter sted", "Revised numbers by place";
        ByPeriod: "Reviderede tal efter periode", "Revised numbers by period";
        Shifts: "Skjult eller vist", "Hidden or shown";
        ShiftsText: "Her siges kun, hvilke celler der skiftede. Tallet i den anden udgave vises ikke.", "Only which cells changed is told. The number in the other edition is not shown.";
        Members: "Kommet og gået", "Came and went";
        NoMembers: "Ingen er kommet eller gået.", "None came or went.";
        Came: "Nye", "New";
        Gone: "Udgået", "Gone";
        Renamed: "Nyt navn", "Renamed";
        CameTables: "Nye tabeller", "New tables";
        GoneTables: "Udgåede tabeller", "Tables gone";
        Definitions: "Definitioner", "Definitions";
        NoDefinitions: "Ingen definition er ændret.", "No definition was changed.";
        Indicator: "Nøgletal", "Indicator";
        OfMeasure: "Mål", "Measure";
        Field: "Felt", "Field";
        Declaration: "Deklaration", "Declaration";
        NoDeclaration: "Deklarationen er den samme.", "The declaration is the same.";
        Nothing: "Siger intet", "Says nothing";
        NotCompared: "Tallene kan ikke sammenlignes: udgaverne har ikke de samme niveauer.", "The numbers cannot be compared: the editions do not have the same levels.";
    }
}

/// The words of a field of a declaration; the name itself where it has none.
#[must_use]
pub fn field(name: &str, language: Language) -> &str {
    let words = match name {
        "label" => ("Navn", "Name"),
        "topic" => ("Emne", "Topic"),
        "unit" => ("Enhed", "Unit"),
        "decimals" => ("Decimaler", "Decimals"),
        "numerator" => ("Tæller", "Numerator"),
        "denominator" => ("Nævner", "Denominator"),
        "where" => ("Afgrænsning", "Restricted to"),
        "class" | "aggregation" => ("Hvordan det lægges sammen", "How it is summed"),
        "factor" => ("Faktor", "Factor"),
        "standardisation" => ("Standardisering", "Standardisation"),
        "interval" => ("Interval", "Interval"),
        "direction" => ("Retning", "Direction"),
        "definition" => ("Definition", "Definition"),
        "source" => ("Kilde", "Source"),
        "publisher" => ("Udgiver", "Publisher"),
        "breaks" => ("Databrud", "Breaks in series"),
        "preliminary" => ("Foreløbige perioder", "Preliminary periods"),
        "caveats" => ("Forbehold", "Caveats"),
        _ => return name,
    };
    language.pick(words.0, words.1)
}

/// An edition by its number and the day of its extract.
#[must_use]
pub fn edition((number, extracted): (&str, &str), language: Language) -> String {
    let day = date(extracted, language);
    match language {
        Language::Da => format!("{number}, udtræk {day}"),
        Language::En => format!("{number}, extract {day}"),
    }
}

/// How many of the numbers were revised, and of how many what became of them is not told.
#[must_use]
pub fn outline((revised, compared): (usize, usize), withheld: usize, language: Language) -> String {
    let [revised, compared, not_shown] =
        [revised, compared, withheld].map(|it| number::whole(it, language));
    let told = match language {
        Language::Da => format!("{revised} af {compared} tal er revideret"),
        Language::En => format!("{revised} of {compared} numbers were revised"),
    };
    match (withheld, language) {
        (0, _) => format!("{told}."),
        (_, Language::Da) => format!(
            "{told}; forskellen på {not_shown} vises ikke, fordi den ville røbe et skjult tal."
        ),
        (_, Language::En) => format!(
            "{told}; the difference of {not_shown} is not shown, since it would give a hidden number away."
        ),
    }
}

/// That only the largest of many revisions are told.
#[must_use]
pub fn cut(told: usize, language: Language) -> String {
    let told = number::whole(told, language);
    match language {
        Language::Da => format!("Kun de {told} største er med."),
        Language::En => format!("Only the {told} largest are told."),
    }
}

/// How many of those that were revised are listed.
#[must_use]
pub fn listed((shown, all): (usize, usize), language: Language) -> String {
    let [shown, all] = [shown, all].map(|it| number::whole(it, language));
    match language {
        Language::Da => format!("Viser {shown} af {all}"),
        Language::En => format!("Showing {shown} of {all}"),
    }
}

/// A file that is no package, so it does not say which edition it is: what happened, and what to do.
#[must_use]
pub fn no_package(name: &str, language: Language) -> (String, String) {
    match language {
        Language::Da => (
            format!("{name} er ikke en datapakke, så den siger ikke, hvilken udgave den er."),
            "Vælg en anden udgave af den åbne pakke.".to_owned(),
        ),
        Language::En => (
            format!("{name} is not a data package, so it does not say which edition it is."),
            "Choose another edition of the open package.".to_owned(),
        ),
    }
}

/// A package of another data set: what happened, and what to do.
#[must_use]
pub fn other_data_set((name, title): (&str, &str), language: Language) -> (String, String) {
    match language {
        Language::Da => (
            format!("{name} er et andet datasæt: {title}."),
            "Vælg en anden udgave af det åbne datasæt.".to_owned(),
        ),
        Language::En => (
            format!("{name} is another data set: {title}."),
            "Choose another edition of the open data set.".to_owned(),
        ),
    }
}

/// Packages that do not go together, or do not fit in memory: what happened, and what to do.
#[must_use]
pub fn unfit(name: &str, language: Language) -> (String, String) {
    match language {
        Language::Da => (
            format!("{name} kunne ikke sammenlignes med den åbne pakke."),
            "Hent begge udgaver igen hos udgiveren, og prøv igen.".to_owned(),
        ),
        Language::En => (
            format!("{name} could not be compared with the open package."),
            "Get both editions again from the publisher, and try again.".to_owned(),
        ),
    }
}
