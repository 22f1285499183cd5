//! Kvalitet: one indicator judged by funnel, control chart, trend and change.

use super::phrases;
use crate::Language;
use crate::number::whole;

phrases! {
    /// Phrases of Kvalitet.
    Quality {
        Indicator: "Nøgletal", "Indicator";
        Place: "Sted", "Place";
        NoPlace: "Hele landet", "Whole country";
        AllUnits: "Alle", "All";
        Level: "Niveau", "Level";
        Inside: "Kun i", "Only in";
        Period: "Periode", "Period";
        Against: "Mål", "Target";
        Loading: "Regner", "Calculating";
        Stopped: "Beregningen gik i stå.", "The calculation stopped.";
        TryAgain: "Prøv igen", "Try again";
        NoIndicator: "Pakken har ingen nøgletal at bedømme.", "The package has no indicators to judge.";
        Points: "procentpoint", "percentage points";
        AsTable: "Tallene som tabel", "The numbers as a table";

        Funnel: "Tragt", "Funnel";
        NoFunnel: "Nøgletallet har ingen tragt: pakken siger ikke, at dets tæller er hændelser eller personer, der kan tælles tilfældigt flere eller færre af.", "The indicator has no funnel: the package does not say that its numerator counts events or people, of whom chance gives more or fewer.";
        NoTarget: "Der er intet mål at holde stederne op mod i perioden.", "There is no target to hold the places against in the period.";
        Dispersion: "Grænser", "Limits";
        Chance: "kun tilfældighed", "chance alone";
        Multiplied: "ganget ud", "multiplied";
        Added: "med spredning", "with spread";
        OrderBy: "Orden", "Order";
        ByValue: "højeste først", "highest first";
        ByName: "navn", "name";
        ExpectedEvents: "Forventet", "Expected";
        EffectivePeople: "Effektive personer", "Effective people";
        ExpectedMethod: "Størrelsen er de forventede hændelser; observeret over forventet regnes som Poisson om målet (Spiegelhalter 2005).", "The size is the events expected; observed over expected is taken as Poisson around the target (Spiegelhalter 2005).";
        StandardisedMethod: "Raten er direkte standardiseret: størrelsen er hændelserne delt med raten (effektive personer), og grænserne er dem, en rå rate af så mange personer har (Public Health England, PHEindicatormethods). Under ti hændelser vises ingen rate.", "The rate is directly standardised: the size is the events over the rate (effective people), and the limits are those of a crude rate of so many people (Public Health England, PHEindicatormethods). Below ten events no rate is shown.";
        Numerator: "Tæller", "Numerator";
        Denominator: "Nævner", "Denominator";
        Value: "Værdi", "Value";
        Inner: "95 %-grænser", "95 % limits";
        Outer: "99,8 %-grænser", "99.8 % limits";
        InnerShort: "95 %", "95 %";
        OuterShort: "99,8 %", "99.8 %";
        Judgement: "Vurdering", "Judgement";
        Within: "inden for", "within";
        Above95: "over 95 %", "above 95 %";
        Below95: "under 95 %", "below 95 %";
        Above998: "over 99,8 %", "above 99.8 %";
        Below998: "under 99,8 %", "below 99.8 %";
        Few: "få hændelser", "few events";
        FewRule: "Færre end ti hændelser (eller, for en andel, færre end ti uden): vises, men vurderes ikke.", "Fewer than ten events (or, for a share, fewer than ten without): shown, but not judged.";
        FunnelMethod: "Metode: eksakte grænser omkring målet efter Spiegelhalter (2005); 99,8 % svarer til tre standardfejl. Et sted uden for grænserne afviger mere, end tilfældighed forklarer; hvorfor siger tragten ikke.", "Method: exact limits around the target after Spiegelhalter (2005); 99.8 % is about three standard errors. A place outside differs by more than chance explains; the funnel does not say why.";
        DispersionMethod: "Metode: grænser udvidet for overspredning efter Spiegelhalter (2005): afstande målt efter indtrækning af den yderste tiendedel i hver ende; grænserne er normaltilnærmede.", "Method: limits widened for over-dispersion after Spiegelhalter (2005): distances measured after drawing in the outer tenth at each end; the limits are by normal approximation.";

        Control: "Kontroldiagram", "Control chart";
        Chart: "Diagram", "Chart";
        Automatic: "efter tallets art", "by the kind of number";
        Run: "serie (median)", "run (median)";
        Individuals: "I og MR", "I and MR";
        Proportions: "P (andele)", "P (proportions)";
        Rates: "U (rater)", "U (rates)";
        ProportionsPrime: "P′ (mange personer)", "P′ (many people)";
        RatesPrime: "U′ (mange hændelser)", "U′ (many events)";
        Time: "Tid", "Time";
        BeginPhase: "Begynd fase", "Begin phase";
        EndPhase: "Fjern fase", "Remove phase";
        Phase: "Fase", "Phase";
        Break: "Databrud", "Break in series";
        Centre: "Midte", "Centre";
        Median: "median", "median";
        Mean: "middel", "mean";
        Upper: "øvre", "upper";
        Lower: "nedre", "lower";
        Signal: "Signal", "Signal";
        BeyondLimits: "uden for grænserne", "beyond the limits";
        NoSignal: "intet", "none";
        LongRun: "lang serie", "long run";
        FewCrossings: "få krydsninger", "few crossings";
        NoSeries: "Stedet har ingen tal i denne periode.", "The place has no numbers in this time.";
        Ranges: "Spring fra punkt til punkt (MR)", "Steps from point to point (MR)";
        ControlMethod: "Metode: grænser tre standardfejl fra midten (Shewhart; NIST/SEMATECH), særskilt i hver fase. Serier: Anhøjs to regler for lange serier og få krydsninger, fra ti punkter.", "Method: limits three standard errors from the centre (Shewhart; NIST/SEMATECH), in each phase by itself. Runs: Anhøj's two rules on long runs and few crossings, from ten points.";

        Trend: "Udvikling over år", "Trend over years";
        SureTrend: "Det er mere end tilfældighed.", "That is more than chance.";
        UnsureTrend: "Intervallet rummer nul: der kan være ingen udvikling.", "The interval holds zero: there may be no trend.";
        NoTrend: "Der er færre end tre sammenlignelige år.", "There are fewer than three comparable years.";
        RateTrendMethod: "Metode: Poisson-regression med personerne som grundlag, 95 %-interval (Wald). Intervallet regner hændelser for uafhængige og er for snævert, hvor de ikke er det.", "Method: Poisson regression with the people as offset, 95 % interval (Wald). The interval takes events for independent and is too narrow where they are not.";
        LineTrendMethod: "Metode: mindste kvadraters linje, 95 %-interval efter Students t.", "Method: least squares line, 95 % interval from Student's t.";
        TooFewYears: "Kendalls test kræver ti år.", "Kendall's test needs ten years.";
        KendallTrend: "Kendalls test: rækkefølgen er mere end tilfældig (5 %).", "Kendall's test: the order is more than chance (5 %).";
        KendallNone: "Kendalls test: rækkefølgen kan være tilfældig (5 %).", "Kendall's test: the order may be chance (5 %).";

        Change: "Ændring mellem to perioder", "Change between two periods";
        From: "Fra", "From";
        ChangeColumn: "Ændring", "Change";
        Interval: "95 %-interval", "95 % interval";
        NoInterval: "intet interval", "no interval";
        NoChange: "Der er ingen tidligere periode at sammenligne med.", "There is no earlier period to compare with.";
        Broken: "Der er databrud mellem perioderne, så de sammenlignes ikke.", "There is a break in the series between the periods, so they are not compared.";
        ShareChangeMethod: "Metode: forskel i procentpoint, interval efter Newcombe (1998, metode 10). Bedre eller dårligere: hele intervallet ligger på den ene side af nul.", "Method: difference in percentage points, interval after Newcombe (1998, method 10). Better or worse: the whole interval lies on one side of zero.";
        RateChangeMethod: "Metode: forhold mellem raterne som ændring i procent, eksakt interval (Przyborowski og Wilenski 1940). Bedre eller dårligere: hele intervallet ligger på den ene side af nul.", "Method: ratio of the rates as change in per cent, exact interval (Przyborowski and Wilenski 1940). Better or worse: the whole interval lies on one side of zero.";
        StandardisedChangeMethod: "Metode: den simple forskel mellem de standardiserede rater; der er intet interval for forskellen, så intet vurderes.", "Method: the plain difference of the standardised rates; there is no interval of the difference, so nothing is judged.";
        PlainChangeMethod: "Metode: den simple forskel. Tallet har ingen hændelser at regne et interval af, så intet vurderes.", "Method: the plain difference. The number has no events to compute an interval from, so nothing is judged.";

        Better: "bedre", "better";
        Same: "ingen forskel", "no difference";
        Worse: "dårligere", "worse";
        NotAssessed: "ikke vurderet", "not assessed";
        Hidden: "skjult", "hidden";
        Missing: "mangler", "missing";
        NotApplicable: "·", "·";
        NotOneNumber: "ikke ét tal", "not one number";
    }
}

/// How many places of all lie outside the outer limits, and which; the names may be none.
#[must_use]
pub fn outside((outside, all): (usize, usize), names: &[&str], language: Language) -> String {
    let names = if names.is_empty() {
        String::new()
    } else {
        format!(": {}", crate::list(names, language))
    };
    let (outside, all) = (whole(outside, language), whole(all, language));
    match language {
        Language::Da => format!("{outside} af {all} ligger uden for 99,8 %-grænserne{names}."),
        Language::En => format!("{outside} of {all} lie outside the 99.8 % limits{names}."),
    }
}

/// How many have no point in the funnel, by the reason: hidden, missing, not applicable, without one number, and a
/// number without the size that places it. Nothing where all have.
#[must_use]
pub fn left_out(counts: [usize; 5], language: Language) -> Option<String> {
    let words = match language {
        Language::Da => [
            "skjult",
            "mangler",
            "findes ikke i perioden",
            "uden ét tal",
            "uden størrelse",
        ],
        Language::En => [
            "hidden",
            "missing",
            "not there in the period",
            "without one number",
            "without a size",
        ],
    };
    let parts = counts.iter().zip(words).filter(|(count, _)| **count > 0);
    let parts: Vec<String> = parts
        .map(|(count, word)| format!("{} {word}", whole(*count, language)))
        .collect();
    let parts = parts.join(", ");
    (!parts.is_empty()).then(|| match language {
        Language::Da => format!("Ikke i tragten: {parts}."),
        Language::En => format!("Not in the funnel: {parts}."),
    })
}

/// How much more than by chance places differ: the mean square of the distances.
#[must_use]
pub fn spread(phi: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Spredning mellem stederne: φ = {phi} (1 er tilfældighed alene)."),
        Language::En => format!("Spread between the places: φ = {phi} (1 is chance alone)."),
    }
}

/// Why a run chart is drawn although it was not asked for.
#[must_use]
pub fn few_points(points: usize, needed: usize, language: Language) -> String {
    match language {
        Language::Da => format!(
            "{points} perioder er for få til kontrolgrænser ({needed} kræves); derfor et seriediagram om medianen."
        ),
        Language::En => format!(
            "{points} periods are too few for control limits ({needed} are needed); hence a run chart about the median."
        ),
    }
}

/// What the two rules on runs say of a phase: useful points, longest run of those allowed, crossings of those needed.
#[must_use]
pub fn runs(
    useful: u32,
    longest: (u32, Option<u32>),
    crossings: (u32, Option<u32>),
    language: Language,
) -> String {
    let (Some(allowed), Some(needed)) = (longest.1, crossings.1) else {
        return match language {
            Language::Da => {
                format!("{useful} punkter ligger uden for midten; serier vurderes fra ti.")
            }
            Language::En => {
                format!("{useful} points lie off the centre; runs are judged from ten.")
            }
        };
    };
    match language {
        Language::Da => format!(
            "Længste serie {} (højst {allowed} ved tilfældighed), krydsninger {} (mindst {needed}).",
            longest.0, crossings.0
        ),
        Language::En => format!(
            "Longest run {} (at most {allowed} by chance), crossings {} (at least {needed}).",
            longest.0, crossings.0
        ),
    }
}

/// How many points lie beyond the limits.
#[must_use]
pub fn beyond(points: usize, language: Language) -> String {
    match (points, language) {
        (0, Language::Da) => "Ingen punkter uden for grænserne.".to_owned(),
        (0, Language::En) => "No points beyond the limits.".to_owned(),
        (1, Language::Da) => "1 punkt uden for grænserne.".to_owned(),
        (1, Language::En) => "1 point beyond the limits.".to_owned(),
        (_, Language::Da) => format!("{points} punkter uden for grænserne."),
        (_, Language::En) => format!("{points} points beyond the limits."),
    }
}

/// What a phase is called: its number, where it begins, and why where that is declared.
#[must_use]
pub fn phase(number: usize, from: &str, why: Option<&str>, language: Language) -> String {
    let why = why.map(|why| format!(" ({why})")).unwrap_or_default();
    match language {
        Language::Da => format!("Fase {number} fra {from}{why}"),
        Language::En => format!("Phase {number} from {from}{why}"),
    }
}

/// The trend in a sentence: its years, and the change a year with its interval.
#[must_use]
pub fn trend(
    (from, to): (&str, &str),
    (change, interval): (&str, &str),
    language: Language,
) -> String {
    match language {
        Language::Da => {
            format!("Fra {from} til {to}: {change} om året (95 %-interval {interval}).")
        }
        Language::En => format!("From {from} to {to}: {change} a year (95 % interval {interval})."),
    }
}

/// That a trend is counted from a break.
#[must_use]
pub fn since_break(period: &str, language: Language) -> String {
    match language {
        Language::Da => {
            format!("Regnet fra databruddet {period}; år før det er ikke sammenlignelige.")
        }
        Language::En => {
            format!("Counted from the break in {period}; years before it cannot be compared.")
        }
    }
}

/// How many places have changed by more than chance.
#[must_use]
pub fn changed((down, up, all): (usize, usize, usize), language: Language) -> String {
    let [down, up, all] = [down, up, all].map(|count| whole(count, language));
    match language {
        Language::Da => {
            format!("{down} af {all} er faldet og {up} steget mere, end tilfældighed forklarer.")
        }
        Language::En => {
            format!("{down} of {all} have fallen and {up} risen by more than chance explains.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_agree_with_their_numbers() {
        assert_eq!(
            outside((1, 17), &["Læsø"], Language::Da),
            "1 af 17 ligger uden for 99,8 %-grænserne: Læsø."
        );
        assert_eq!(
            outside((0, 17), &[], Language::En),
            "0 of 17 lie outside the 99.8 % limits."
        );
        assert_eq!(
            phase(2, "2022", Some("nyt register"), Language::Da),
            "Fase 2 fra 2022 (nyt register)"
        );
        assert_eq!(
            left_out([1_024, 9, 0, 0, 1], Language::Da).as_deref(),
            Some("Ikke i tragten: 1.024 skjult, 9 mangler, 1 uden størrelse.")
        );
        assert_eq!(left_out([0; 5], Language::En), None);
        assert_eq!(beyond(1, Language::En), "1 point beyond the limits.");
        assert!(runs(9, (3, None), (4, None), Language::Da).starts_with("9 punkter"));
    }
}
